"""The program as a process of its own that has been loaded before: to load it takes longer than most tests.

A server process (multiprocessing's) imports the program once for each worker and forks whenever one is wanted.
What is about starting itself is tested with `tests.fakes.process.Program`.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.reduction import DupFd
from pathlib import Path
from typing import Any

from tests.fakes.process import settings_for

LOADED = (
    "bandwidth.process",
    "bandwidth.database",
    "bots.discord.client",
    "bots.telegram.client",
    "web.server",
)
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload([*LOADED, "tests.fakes.warm"])


def run() -> int:
    """`bandwidth run`."""
    from bandwidth.__main__ import main

    return main(["run"])


@dataclass
class WarmProgram:
    """`bandwidth run` (or something like it) in a folder of its own."""

    folder: Path
    environment: dict[str, str]
    main: Callable[[], int] = run
    process: Any = None
    errors: list[str] = field(default_factory=list)

    async def start(self, **more: str) -> "WarmProgram":
        """Start it; its standard error is kept line by line."""
        ours, theirs = os.pipe()
        environment = settings_for({**self.environment, **more})
        self.process = _SERVER.Process(target=_begin, args=(self.main, self.folder, environment, Fd(theirs)))
        await asyncio.to_thread(self.process.start)
        os.close(theirs)
        reader = asyncio.StreamReader(limit=2**20)
        self._transport, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(ours, "rb")
        )
        self._reading = asyncio.create_task(self._read(reader))
        return self

    async def ended(self, within: float = 20) -> int:
        """Its exit status, once it has ended (negative: the signal that ended it)."""
        await asyncio.to_thread(self.process.join, within)
        if self.process.exitcode is None:
            raise TimeoutError
        await self._reading
        self._transport.close()
        return self.process.exitcode

    async def stop(self) -> int:
        """SIGTERM, and the exit status."""
        if self.process.exitcode is None:
            os.kill(self.process.pid, signal.SIGTERM)
        try:
            return await self.ended()
        except TimeoutError:
            self.process.kill()
            raise AssertionError("\n".join(self.errors)) from None

    async def killed(self) -> None:
        """SIGKILL, in the middle of whatever it does; `start` begins again with what is stored."""
        self.process.kill()
        await self.ended()

    async def _read(self, reader: asyncio.StreamReader) -> None:
        async for line in reader:
            self.errors.append(line.decode().rstrip())


class Fd:
    """A file descriptor that goes along to the process."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __reduce__(self) -> Any:
        return _taken, (DupFd(self.number),)


def _taken(given: Any) -> Fd:
    return Fd(given.detach())


def _begin(main: Callable[[], int], folder: Path, environment: dict[str, str], errors: Fd) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    nothing = os.open(os.devnull, os.O_RDWR)
    for at, number in ((nothing, 0), (nothing, 1), (errors.number, 2)):
        os.dup2(at, number)
    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w", buffering=1)
    sys.exit(main())
