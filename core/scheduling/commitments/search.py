"""Finding times at which a band could rehearse."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from core.bands import Band, Role
from core.moments import exact_seconds, to_exact, to_wall
from core.scheduling.availability.diary import diary
from core.scheduling.availability.layers import layers_of
from core.scheduling.commitments.commitment import Phase
from core.scheduling.commitments.options import OptionPlayer, OptionSearch, RehearsalOption, best_options
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.kinds import Kind
from core.scheduling.phrases.day_ranges import DayRange
from core.scheduling.recurrence.spans import merged

LEAD = timedelta(hours=1)
"""The shortest notice at which a rehearsal is proposed."""
_HABIT = timedelta(days=180)
"""How far back rehearsals count as a habit."""


@dataclass(frozen=True, slots=True)
class OptionsFound:
    """Times at which the band could rehearse in a range of days."""

    band: Band
    days: DayRange
    minutes: int
    options: tuple[RehearsalOption, ...]
    """The best first."""
    players: int
    """How many members there are, deps not counted."""


async def find(
    unit: SchedulingUnit, band: Band, days: DayRange, *, minutes: int, now: datetime
) -> OptionsFound:
    """The options of that length in those days (wall time in the band's zone), the best first."""
    members = [each for each in await unit.bands.members(band.id) if each.role is not Role.DEP]
    soonest = exact_seconds(now + LEAD)
    within = merged(
        (max(soonest, exact_seconds(to_exact(start, band.zone))), exact_seconds(to_exact(end, band.zone)))
        for start, end in days.windows
    )
    options: list[RehearsalOption] = []
    if within and members:
        window = within[0][0], within[-1][1]
        start, end = now, to_exact(days.windows[-1][1], band.zone)
        people = [each.person for each in members]
        diaries = await unit.diaries.of(people)
        taken = await unit.taken.of(people, start=start, end=end)
        has = await unit.commitments.of_band(band.id, start=start, end=end)
        tomorrow = datetime.combine(to_wall(now, band.zone).date() + timedelta(days=1), time())
        players = [
            OptionPlayer(
                each,
                diary(
                    layers_of(diaries[each.person], taken[each.person]),
                    window,
                    base=Kind.FREE if each.free_by_default else Kind.BUSY,
                ),
            )
            for each in members
        ]
        search = OptionSearch(
            within=within,
            named_hours=any(at.time() != time() for window in days.windows for at in window),
            taken=merged(each.span for each in has if each.phase(now) is not Phase.RAN_OUT),
            seconds=minutes * 60,
            zone=band.zone,
            habits=band.habits,
            soon=exact_seconds(to_exact(tomorrow, band.zone)),
            rehearsed=await unit.commitments.rehearsed(band.id, since=now - _HABIT),
        )
        options = best_options(players, search)
    return OptionsFound(band, days, minutes, tuple(options), len(members))
