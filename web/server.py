"""Serves the web part on an address of this machine."""

import contextlib
import errno
import socket
from collections.abc import Iterator

import uvicorn

from web.app import web_app
from web.site import Site


class CannotListen(Exception):
    """The program cannot listen on the address; `str()` is one line."""

    def __init__(self, words: str, *, port_at_fault: bool) -> None:
        super().__init__(words)
        self.port_at_fault = port_at_fault
        """False: the host is at fault."""


FINISH_SECONDS = 10
"""How long requests under way may take once it is told to stop."""

_OF_THE_PORT = (errno.EADDRINUSE, errno.EACCES, errno.EPERM)


class _Quiet(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the program."""
        yield


class WebServer:
    """Listens as soon as it is made, so that a taken port is noticed before anything else runs."""

    def __init__(self, site: Site, *, host: str, port: int) -> None:
        """Take the address. Raises CannotListen."""
        try:
            self._socket = socket.create_server((host, port), reuse_port=False)
        except OSError as error:
            why = (error.strerror or str(error)).partition(" (")[0]
            words = f"Cannot listen on {host}:{port}: {why}."
            raise CannotListen(words, port_at_fault=error.errno in _OF_THE_PORT) from error
        config = uvicorn.Config(
            web_app(site),
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            proxy_headers=False,  # web/limits.py says whom to believe
            server_header=False,
            timeout_graceful_shutdown=FINISH_SECONDS,
        )
        self._server = _Quiet(config)
        self._host = host

    @property
    def address(self) -> str:
        """Where it listens, as a URL."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._socket.getsockname()[1]}"

    async def serve(self) -> None:
        """Answer until stopped."""
        await self._server.serve(sockets=[self._socket])

    async def ready(self) -> None:
        """Always ready: it listens from the start, and a request waits until it can be answered."""

    async def stop(self) -> None:
        """Finish the requests under way and close."""
        self._server.should_exit = True
