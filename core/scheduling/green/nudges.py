"""Nudging members whose months are not confirmed to look at them, each at most once a week for one band."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.bands import Band
from core.bands.changes import BandNudged
from core.ids import PersonId
from core.journal import Act
from core.scheduling.availability.freshness import Freshness, band_freshness
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.green.notices import MonthsQuestion

PAUSE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class NudgedLately:
    """A member who was nudged within the week, and is left in peace."""

    name: str
    at: datetime
    """Aware, UTC."""


@dataclass(frozen=True, slots=True)
class Nudged:
    """Which members were asked to look at some months, and which were not."""

    band: Band
    months: tuple[date, ...]
    names: tuple[str, ...]
    spared: tuple[NudgedLately, ...]
    freshness: Freshness


async def nudge(unit: SchedulingUnit, act: Act, band: Band, months: tuple[date, ...]) -> Nudged:
    """Ask the required members who have not confirmed the months, except the caller.

    The right to nudge is checked before (core/access.py).
    """
    await unit.bands.lock(band.id)
    fresh = await band_freshness(unit, band, months=months, now=act.at)
    others = [each for each in fresh.stale if each.person != act.person]
    last = await unit.nudges.last(band.id, [each.person for each in others])
    told, spared = [], []
    for each in others:
        before = last.get(each.person)
        if before is not None and act.at - before < PAUSE:
            spared.append(NudgedLately(each.name, before))
            continue
        await _ask(unit, act, band, months, each.person)
        told.append(each)
    if told:
        await unit.journal.record(act, BandNudged(band.id, len(told)))
    return Nudged(band, months, tuple(each.name for each in told), tuple(spared), fresh)


async def _ask(
    unit: SchedulingUnit, act: Act, band: Band, months: tuple[date, ...], person: PersonId
) -> None:
    await unit.nudges.note(band.id, person, by=act.person, at=act.at)
    notice = MonthsQuestion(band.id, act.person, months[0].isoformat(), len(months))
    key = f"nudge:{band.id}:{person}:{act.at.isoformat()}"
    await unit.outbox.put(notice, to=person, key=key, due=act.at)
