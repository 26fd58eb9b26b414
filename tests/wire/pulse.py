"""Waiting for a bot in another task: until something is true, and then until it has fallen silent."""

import asyncio
import contextlib
from collections.abc import Callable, Iterator


class Pulse:
    """Beats whenever the bot does something; counts the requests it has under way."""

    def __init__(self, timeout: float, settle: float):
        self.timeout = timeout
        """Seconds until a wait fails the test."""
        self.settle = settle
        """Seconds without a request after which the bot is taken to have finished; 0: it is not waited for."""
        self._beat = asyncio.Event()
        self._waiting: dict[asyncio.Future[None], Callable[[], object]] = {}
        self._busy = 0

    def beat(self) -> None:
        """Wake everyone who waits for a beat, or for something that is true now."""
        self._beat.set()
        self._beat = asyncio.Event()
        for waiter, true in self._waiting.items():
            if not waiter.done() and true():
                waiter.set_result(None)

    @contextlib.contextmanager
    def busy(self) -> Iterator[None]:
        """While a request is being answered the bot is not silent."""
        self._busy += 1
        try:
            yield
        finally:
            self._busy -= 1
            self.beat()

    async def reached(self, true: Callable[[], object]) -> None:
        """Wait until it is true, for ever if need be."""
        while not true():
            waiter = asyncio.get_running_loop().create_future()
            self._waiting[waiter] = true
            try:
                await waiter
            finally:
                del self._waiting[waiter]

    async def until(self, true: Callable[[], object], wanted: str) -> None:
        """Wait until it is true; fail the test if it never gets so."""
        try:
            async with asyncio.timeout(self.timeout):
                await self.reached(true)
        except TimeoutError:
            raise AssertionError(f"the bot never did this: {wanted}") from None

    async def silence(self, seconds: float | None = None) -> None:
        """Wait until the bot has asked nothing for this long, else for the settling time."""
        seconds = self.settle if seconds is None else seconds
        settled = not self.settle
        while not settled:
            beat = self._beat
            try:
                await asyncio.wait_for(beat.wait(), self.timeout if self._busy else seconds)
            except TimeoutError:
                assert not self._busy, "a request of the bot hangs"
                settled = True
