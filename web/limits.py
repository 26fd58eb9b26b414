"""How many requests one client may make, and how many codes it may guess: buckets that fill up again."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from http import HTTPStatus
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BURST = 120
"""The requests that a client may make at once."""
A_SECOND = 2.0
"""The requests that come back in a second."""
ENOUGH = 5
"""What must have come back before it is worth while to try again: a page with its files."""
GUESSES = 20
"""The wrong codes that a client may try at once: a group that comes by one address to a link that is over."""
GUESSES_A_SECOND = 1 / 30
"""The wrong codes that come back in a second; at that pace 2 ** 39 take half a million years."""
MOST_CLIENTS = 10_000
"""The clients that are remembered; those that came last."""


class RequestBuckets:
    """What is left to each client."""

    def __init__(
        self,
        *,
        now: Callable[[], float] = time.monotonic,
        most: int = MOST_CLIENTS,
        burst: int = BURST,
        a_second: float = A_SECOND,
        enough: int = ENOUGH,
    ) -> None:
        self._now = now
        self._most = most
        self._burst, self._a_second, self._enough = float(burst), a_second, enough
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """Requests left, and when they were counted; the client that came last is at the end."""

    def wait(self, client: str) -> int:
        """Take one request from a client's bucket; 0, or the seconds after which it is worth while again."""
        now = self._now()
        left, at = self._left.pop(client, (self._burst, now))
        left = min(self._burst, left + (now - at) * self._a_second)
        allowed = left >= 1
        self._left[client] = (left - 1 if allowed else left), now
        if len(self._left) > self._most:
            self._left.popitem(last=False)
        return 0 if allowed else math.ceil((self._enough - left) / self._a_second)

    def give_back(self, client: str) -> None:
        """Put one request back into a client's bucket."""
        if client in self._left:
            left, at = self._left[client]
            self._left[client] = left + 1, at


def guess_buckets(*, now: Callable[[], float] = time.monotonic) -> RequestBuckets:
    """The wrong codes that are left to each client."""
    return RequestBuckets(now=now, burst=GUESSES, a_second=GUESSES_A_SECOND, enough=1)


class RateLimit:
    """Answers in place of the pages where a client asks too often."""

    def __init__(
        self, app: ASGIApp, *, buckets: RequestBuckets, proxied: bool, refused: Callable[[int], Response]
    ) -> None:
        """`proxied`: a proxy on this machine or network says for whom it asks. `refused`: the answer."""
        self._app = app
        self._buckets = buckets
        self._proxied = proxied
        self._refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Implements ASGI."""
        if scope["type"] == "http":
            seconds = self._buckets.wait(client_of(scope, proxied=self._proxied))
            if seconds:
                await self._refused(seconds)(scope, receive, send)
                return
        await self._app(scope, receive, send)


class GuessLimit:
    """Answers in place of pages behind codes where a client has tried too many that open nothing."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        buckets: RequestBuckets,
        proxied: bool,
        refused: Callable[[int], Response],
        paths: tuple[str, ...],
    ) -> None:
        """`paths`: how the paths begin that hold a code; the rest as in `RateLimit`."""
        self._app = app
        self._buckets = buckets
        self._proxied = proxied
        self._refused = refused
        self._paths = paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Implements ASGI. Each code costs something until it has opened a page, so haste gains nothing."""
        if scope["type"] != "http" or not scope["path"].startswith(self._paths):
            await self._app(scope, receive, send)
            return
        client = client_of(scope, proxied=self._proxied)
        seconds = self._buckets.wait(client)
        if seconds:
            await self._refused(seconds)(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] != HTTPStatus.NOT_FOUND:
                self._buckets.give_back(client)
            await send(message)

        await self._app(scope, receive, sent)


def client_of(scope: Scope, *, proxied: bool) -> str:
    """The address that a request comes from; of IPv6 the network, as one customer has all of it.

    A proxy adds the address that it was asked from at the end of X-Forwarded-For. The ones before that are
    only claimed.
    """
    peer = _read(scope["client"][0]) if scope.get("client") else None
    if proxied and peer is not None and _nearby(peer):
        forwarded = [value for name, value in scope["headers"] if name == b"x-forwarded-for"]
        if forwarded:
            peer = _read(forwarded[-1].decode("latin-1").rpartition(",")[2]) or peer
    return _named(peer)


_PRIVATE = tuple(map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")))


def _nearby(peer: IPv4Address | IPv6Address) -> bool:
    """Whether it is on this machine, or on a private network with it."""
    return peer.is_loopback or peer.is_link_local or any(peer in each for each in _PRIVATE)


def _read(text: str) -> IPv4Address | IPv6Address | None:
    """An address; proxies may put brackets around it, and a port behind it."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text)
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found


_HALF = 64


def _named(address: IPv4Address | IPv6Address | None) -> str:
    if isinstance(address, IPv6Address):
        return f"{int(address) >> _HALF:x}/{_HALF}"
    return str(address)
