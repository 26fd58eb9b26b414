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
        """Seconds without a request after which the bot is taken to have finished."""
        self._beat = asyncio.Event()
        self._busy = 0

    def beat(self) -> None:
        """Wake everyone who waits."""
        self._beat.set()
        self._beat = asyncio.Event()

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
            await self._beat.wait()

    async def until(self, true: Callable[[], object], wanted: str) -> None:
        """Wait until it is true; fail the test if it never gets so."""
        try:
            async with asyncio.timeout(self.timeout):
                await self.reached(true)
        except TimeoutError:
            raise AssertionError(f"the bot never did this: {wanted}") from None

    async def silence(self, seconds: float | None = None) -> None:
        """Wait until the bot has asked nothing for this long, else for the settling time."""
        settled = False
        while not settled:
            beat = self._beat
            try:
                await asyncio.wait_for(beat.wait(), self.timeout if self._busy else seconds or self.settle)
            except TimeoutError:
                assert not self._busy, "a request of the bot hangs"
                settled = True
