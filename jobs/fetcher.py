"""Fetches from an address that a stranger typed: it may be slow, huge, hostile, or on our network.

Calendars, and the answers of ticket providers. Every host is resolved here, each of its addresses is checked,
and the connection goes to the address that was checked: a name that resolves differently the next time gains
nothing. The same holds after every redirect. There are no proxies and no cookies; a login in the address is
sent only to its own host, and a token is never sent on.
"""

import asyncio
import base64
import logging
import socket
import ssl
import threading
import zlib
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import httpcore
import httpx

from core.scheduling.calendars.hosts import Hosts
from core.scheduling.calendars.outcome import FeedTrouble
from jobs.ports import Fetched, Limits, NotChanged, Unfetched

AGENT = "Bandwidth (calendar import)"
AGENT_OF_TICKETS = "Bandwidth (ticket counts)"

Lookup = Callable[[str, int], Awaitable[Sequence[str]]]
"""Resolves a name to numeric addresses. Raises OSError."""


class WebFetcher:
    """Implements jobs.ports.Fetcher and jobs.ports.JsonFetcher."""

    def __init__(self, hosts: Hosts, *, limits: Limits | None = None, lookup: Lookup | None = None) -> None:
        self._limits = limits or Limits()
        self._backend = _CheckedNetwork(hosts, lookup or _looked_up)
        self._tls = httpx.create_ssl_context()
        # Its DEBUG lines contain addresses, which are secrets.
        logging.getLogger("httpcore").setLevel(logging.WARNING)

    async def fetch(
        self, address: str, *, etag: str | None, changed: str | None
    ) -> Fetched | NotChanged | Unfetched:
        """Fetch once; with the validators of the last response, the answer may be NotChanged."""
        headers = [
            (b"User-Agent", AGENT.encode()),
            (b"Accept", b"text/calendar, text/plain;q=0.5, */*;q=0.1"),
            (b"Accept-Encoding", b"gzip, deflate"),
            (b"Connection", b"close"),
        ]
        headers += [(b"If-None-Match", etag.encode("latin-1", "ignore"))] if etag else []
        headers += [(b"If-Modified-Since", changed.encode("latin-1", "ignore"))] if changed else []
        return await self._within_limits(address, headers, self._limits.redirects)

    async def fetch_json(self, address: str, *, authorization: str) -> Fetched | Unfetched:
        """Fetch once with a token; a redirect is not followed, so that the token goes nowhere else."""
        headers = [
            (b"User-Agent", AGENT_OF_TICKETS.encode()),
            (b"Accept", b"application/json"),
            (b"Accept-Encoding", b"gzip, deflate"),
            (b"Connection", b"close"),
            (b"Authorization", authorization.encode("ascii", "ignore")),
        ]
        found = await self._within_limits(address, headers, redirects=0)
        return Unfetched(FeedTrouble.SERVER) if isinstance(found, NotChanged) else found

    async def _within_limits(
        self, address: str, headers: list[tuple[bytes, bytes]], redirects: int
    ) -> Fetched | NotChanged | Unfetched:
        try:
            async with asyncio.timeout(self._limits.total_seconds):
                return await self._followed(address, headers, redirects)
        except TimeoutError:
            return Unfetched(FeedTrouble.TOO_SLOW)
        except _Failed as failure:
            return Unfetched(failure.why, failure.wait_seconds)

    async def _followed(
        self, address: str, headers: list[tuple[bytes, bytes]], redirects: int
    ) -> Fetched | NotChanged:
        url = first = _parsed(address)
        for _ in range(redirects + 1):
            own = [(b"Authorization", _login(first))] if first.userinfo and _same(url, first) else []
            answer = await self._asked(url, [(b"Host", url.netloc), *headers, *own])
            if not isinstance(answer, _Redirected):
                return answer
            url = _next(url, answer.location)
        raise _Failed(FeedTrouble.REDIRECTS)

    async def _asked(
        self, url: httpx.URL, headers: list[tuple[bytes, bytes]]
    ) -> "Fetched | NotChanged | _Redirected":
        where = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        step = dict.fromkeys(("connect", "read", "write", "pool"), self._limits.step_seconds)
        try:
            async with (
                httpcore.AsyncConnectionPool(ssl_context=self._tls, network_backend=self._backend) as pool,
                pool.stream("GET", where, headers=headers, extensions={"timeout": step}) as response,
            ):
                return await self._answer(response)
        except httpcore.TimeoutException as error:
            raise _Failed(FeedTrouble.TOO_SLOW) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            raise _Failed(FeedTrouble.TLS if _is_tls(error) else FeedTrouble.NOT_REACHED) from error

    async def _answer(self, response: httpcore.Response) -> "Fetched | NotChanged | _Redirected":
        headers = {name.lower(): value.decode("latin-1") for name, value in response.headers}
        status = response.status
        if status == httpx.codes.NOT_MODIFIED:
            return NotChanged()
        if status in _REDIRECTS and b"location" in headers:
            return _Redirected(headers[b"location"])
        if status != httpx.codes.OK:
            raise _Failed(_OF_STATUS.get(status, FeedTrouble.SERVER), _wait(headers.get(b"retry-after", "")))
        if (length := headers.get(b"content-length", "")).isdigit() and int(length) > self._limits.most_bytes:
            raise _Failed(FeedTrouble.TOO_BIG)
        body = await self._unpacked(response, headers.get(b"content-encoding", "identity").strip().lower())
        return Fetched(body, headers.get(b"etag"), headers.get(b"last-modified"))

    async def _unpacked(self, response: httpcore.Response, encoding: str) -> bytes:
        if encoding not in _WINDOWS:
            raise _Failed(FeedTrouble.SERVER)
        most = self._limits.most_bytes
        unpack = _Unpack(_WINDOWS[encoding])
        came = 0
        parts: list[bytes] = []
        size = 0
        async for chunk in response.aiter_stream():
            came += len(chunk)
            part = unpack(chunk, most - size + 1)
            size += len(part)
            parts.append(part)
            if max(came, size) > most:
                raise _Failed(FeedTrouble.TOO_BIG)
        if came and not unpack.ended:
            raise _Failed(FeedTrouble.NOT_REACHED)
        return b"".join(parts)


class _CheckedNetwork(httpcore.AsyncNetworkBackend):
    """Connects only to addresses that it has resolved and checked itself."""

    def __init__(self, hosts: Hosts, lookup: Lookup) -> None:
        self._hosts = hosts
        self._lookup = lookup
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Resolve the host, and connect to the first allowed address that answers."""
        allowed = [each for each in await self._addresses(host, port) if self._hosts.allows(each, name=host)]
        if not allowed:
            raise _Failed(FeedTrouble.PRIVATE)
        for last, address in enumerate(allowed, 1 - len(allowed)):
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if last == 0:
                    raise
        raise AssertionError(host)

    async def sleep(self, seconds: float) -> None:
        """Wait between attempts, for httpcore."""
        await self._inner.sleep(seconds)

    async def _addresses(self, host: str, port: int) -> Sequence[str]:
        try:
            return await self._lookup(host, port)
        except (OSError, UnicodeError) as error:
            again = isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN
            raise _Failed(FeedTrouble.NOT_REACHED if again else FeedTrouble.NAME_UNKNOWN) from error


class _Unpack:
    """Decompresses piece by piece, never more than asked for, so that a bomb stays compressed."""

    def __init__(self, window: int | None) -> None:
        self._window = window
        self._inner = None if window is None else zlib.decompressobj(window)
        self._begun = False

    @property
    def ended(self) -> bool:
        """Whether the end of the compressed data was reached."""
        return self._inner is None or self._inner.eof

    def __call__(self, chunk: bytes, most: int) -> bytes:
        if self._inner is None:
            return chunk
        if not self._begun and chunk and self._window == zlib.MAX_WBITS and chunk[0] & 0x0F != _ZLIB:
            self._inner = zlib.decompressobj(-zlib.MAX_WBITS)  # two formats are called "deflate"
        self._begun = self._begun or bool(chunk)
        try:
            return self._inner.decompress(chunk, most)
        except zlib.error as error:
            raise _Failed(FeedTrouble.SERVER) from error


@dataclass(frozen=True, slots=True)
class _Redirected:
    """The host redirects to another address."""

    location: str


class _Failed(Exception):
    """Fetching has failed, for this reason."""

    def __init__(self, why: FeedTrouble, wait_seconds: float = 0.0) -> None:
        super().__init__(why.value)
        self.why = why
        self.wait_seconds = wait_seconds


_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OF_STATUS = {
    401: FeedTrouble.REFUSED,
    403: FeedTrouble.REFUSED,
    407: FeedTrouble.REFUSED,
    404: FeedTrouble.NOT_FOUND,
    410: FeedTrouble.NOT_FOUND,
}
_GZIP = 16 + zlib.MAX_WBITS
_WINDOWS = {"": None, "identity": None, "gzip": _GZIP, "x-gzip": _GZIP, "deflate": zlib.MAX_WBITS}
_ZLIB = 8
_LONGEST_WAIT = 6 * 3600.0


def _parsed(address: str) -> httpx.URL:
    try:
        return httpx.URL(address)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise _Failed(FeedTrouble.NAME_UNKNOWN) from error


def _next(url: httpx.URL, location: str) -> httpx.URL:
    """The target of a redirect; never from https to http, because the address itself is a secret."""
    try:
        onward = url.join(location)
        if onward.scheme in ("webcal", "webcals"):
            onward = onward.copy_with(scheme="https")
        onward = onward.copy_with(userinfo=b"", fragment=None)
    except (httpx.InvalidURL, UnicodeError, ValueError, TypeError) as error:
        raise _Failed(FeedTrouble.REDIRECTS) from error
    down = url.scheme == "https" and onward.scheme == "http"
    if down or onward.scheme not in ("http", "https") or not onward.host:
        raise _Failed(FeedTrouble.REDIRECTS)
    return onward


def _same(one: httpx.URL, other: httpx.URL) -> bool:
    return (one.scheme, one.host, one.port) == (other.scheme, other.host, other.port)


def _login(url: httpx.URL) -> bytes:
    return b"Basic " + base64.b64encode(unquote(url.userinfo.decode()).encode())


def _wait(header: str) -> float:
    """The seconds that a Retry-After header asks for (RFC 9110, section 10.2.3); dates are ignored."""
    seconds = header.isascii() and header.isdigit() and len(header) < 9
    return min(float(header), _LONGEST_WAIT) if seconds else 0.0


def _is_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False


async def _looked_up(host: str, port: int) -> Sequence[str]:
    """Ask the system, in a separate thread: one of the loop's own would delay the end of the program."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Sequence[str]] = loop.create_future()

    def settle(found: Sequence[str], error: Exception | None) -> None:
        if answer.done():
            return
        if error is None:
            answer.set_result(found)
        else:
            answer.set_exception(error)

    def resolve() -> None:
        found: Sequence[str] = ()
        problem = None
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = list(dict.fromkeys(str(address[0]) for *_, address in infos))
        except (OSError, UnicodeError) as error:
            problem = error
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(settle, found, problem)

    threading.Thread(target=resolve, name="lookup", daemon=True).start()
    return await answer
