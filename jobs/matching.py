"""Tells bands of open dates that fit: after a night was published, and after somebody's time was freed.

All of it is kept in the store: which nights still have bands to be looked for and how far that has got, which
bands have been freed, who was told. A batch is one unit, so a kill loses nothing, and nobody is told twice.
"""

from datetime import timedelta

from core.clock import Clock
from core.ids import BandId
from core.marketplace.matching.announcements import tell_bands
from core.marketplace.matching.store import MarketUnit
from core.unit import Conflict, Units

EVERY_SECONDS = 10
"""How often to look. What this process publishes is looked for at once."""

BANDS = 100
"""How many bands are looked at in one unit: a writer keeps all others waiting on SQLite."""

FREED = 20
"""How many freed bands are looked at in one unit."""

AGAIN = timedelta(hours=24)
"""A night that stays open is looked at once more after so long: whatever was missed is found then."""

_AHEAD = timedelta(days=400)


class MatchingWorker:
    """One process's worker; any number of processes may work on one store."""

    def __init__(
        self, units: Units[MarketUnit], clock: Clock, *, bands: int = BANDS, freed: int = FREED
    ) -> None:
        self._units = units
        self._clock = clock
        self._bands = bands
        self._freed = freed

    async def run_once(self) -> int:
        """Do one batch of each sort, and return how many there were to do."""
        now = self._clock.now()
        async with self._units.read() as unit:
            # Usually there is nothing to do, and reading keeps no writer waiting.
            searching, freed = await unit.searches.any_due(now), await unit.bands.any_freed()
        done = 0
        try:
            if searching:
                done += await self._bands_for_a_night()
            if freed:
                done += await self._nights_for_bands()
        except Conflict:
            return 0  # another unit was in the way: at the next tick
        return done

    async def _bands_for_a_night(self) -> int:
        now = self._clock.now()
        async with self._units.write() as unit:
            search = await unit.searches.take(now)
            if search is None:
                return 0
            dates = await unit.events.open_between(now, now + _AHEAD, only=[search.event])
            if not dates:
                await unit.searches.end(search.event)
                return 1
            bands = await unit.bands.page(search.after, self._bands)
            await tell_bands(unit, bands, dates, now=now)
            if len(bands) < self._bands:
                await unit.searches.go_on(search.event, BandId(0), due=now + AGAIN)
            else:
                await unit.searches.go_on(search.event, bands[-1].id, due=now)
            return 1

    async def _nights_for_bands(self) -> int:
        now = self._clock.now()
        async with self._units.write() as unit:
            bands = await unit.bands.freed(self._freed)
            if bands:
                dates = await unit.events.open_between(now, now + _AHEAD)
                await tell_bands(unit, bands, dates, now=now)
            return len(bands)
