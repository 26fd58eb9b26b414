"""The bots and the console, side by side: when one cannot serve, the others carry on."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

from bandwidth.platforms import TOKEN_AGAIN
from bots.chat.surface import CannotServe, Surface, TokenRefused

log = logging.getLogger(__name__)

AGAIN_SECONDS = 600.0
"""How long to wait before trying a failed one again: not every failure lasts, or is the token's fault."""


class NothingLeft(Exception):
    """None of them can serve; `str()` is one line that says why, and what to do."""


class Surfaces:
    """Runs all of them until somebody quits the console, it is told to stop, or none can serve."""

    def __init__(self, surfaces: Mapping[str, Surface], on_ready: Callable[[], Awaitable[None]]) -> None:
        self._surfaces = surfaces
        self._on_ready = on_ready
        self._off: dict[str, str] = {}
        """The ones that cannot serve at the moment, and why."""
        self._settled: set[str] = set()
        self._all_settled = asyncio.Event()
        self._ending = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    async def serve(self) -> str:
        """Serve until one of them ends, and return its name. Raises NothingLeft."""
        self._tasks = {
            asyncio.create_task(self._kept(name, surface), name=name)
            for name, surface in self._surfaces.items()
        }
        done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        for each in done:
            each.result()
        return ", ".join(each.get_name() for each in done)

    async def settled(self) -> None:
        """Wait until each of them is ready or off."""
        await self._all_settled.wait()

    async def stop(self) -> None:
        """Stop them all and wait for them. Raises the first error of any that could not stop."""
        self._ending.set()
        await asyncio.gather(*(each.stop() for each in self._surfaces.values()), return_exceptions=True)
        outcomes = await asyncio.gather(*self._tasks, return_exceptions=True)
        for each in outcomes:
            if isinstance(each, Exception) and not isinstance(each, NothingLeft):
                raise each

    async def _kept(self, name: str, surface: Surface) -> None:
        while not self._ending.is_set():
            welcome = asyncio.create_task(self._welcomed(name, surface))
            try:
                await surface.serve()
                return
            except Exception as error:  # a failure of one must not stop the others
                if self._ending.is_set():
                    if isinstance(error, CannotServe):
                        return  # it need not serve any longer
                    raise
                self._off[name] = _reason(name, error)
                self._log_off(name, error)
            finally:
                welcome.cancel()
            try:
                await asyncio.wait_for(self._ending.wait(), AGAIN_SECONDS)
            except TimeoutError:
                del self._off[name]

    async def _welcomed(self, name: str, surface: Surface) -> None:
        await surface.ready()
        log.info("ready: %s", name)
        await self._on_ready()
        self._settle(name)

    def _log_off(self, name: str, error: Exception) -> None:
        """Log in one line that it is off. Raises NothingLeft when it was the last one."""
        self._settle(name)
        if not isinstance(error, CannotServe):
            log.error("%s has broken down", name, exc_info=error)
        rest = [each for each in self._surfaces if each not in self._off]
        if not rest:
            raise NothingLeft(" ".join(self._off.values())) from error
        again = f"I try again in {AGAIN_SECONDS / 60:.0f} min."
        log.error("%s is off. %s %s Still on: %s.", name, self._off[name], again, ", ".join(rest))

    def _settle(self, name: str) -> None:
        self._settled.add(name)
        if len(self._settled) == len(self._surfaces):
            self._all_settled.set()


def _reason(name: str, error: Exception) -> str:
    if isinstance(error, TokenRefused):
        return f"{error}. {TOKEN_AGAIN[name]}"
    if isinstance(error, CannotServe):
        return f"{error}."
    return f"{name} has broken down ({type(error).__name__})."
