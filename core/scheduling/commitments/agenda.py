"""A band's diary: its confirmed and its proposed commitments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.bands import Band, Membership
from core.ids import PersonId
from core.moments import to_exact
from core.scheduling.commitments.commitment import Commitment, Phase, concerned
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.kinds import Rsvp
from core.scheduling.phrases.day_ranges import DayRange


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One line of the diary."""

    commitment: Commitment
    phase: Phase
    can: int
    """How many members have said that they can."""
    asked: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """Coming commitments, by start; none that is past, called off or has run out."""

    band: Band
    days: DayRange
    entries: tuple[AgendaEntry, ...]


async def agenda(unit: SchedulingUnit, band: Band, days: DayRange, *, now: datetime) -> Agenda:
    """The band's diary in a range of days (wall time in its zone), nothing of it before `now`."""
    start, end = (to_exact(at, band.zone) for at in (days.windows[0][0], days.windows[-1][1]))
    if end <= now:
        return Agenda(band, days, ())
    has = await unit.commitments.of_band(band.id, start=max(start, now), end=end)
    coming = [each for each in has if each.phase(now) in (Phase.PROPOSED, Phase.CONFIRMED)]
    inside = [
        each for each in coming if any(low < each.end and each.start < high for low, high in days.windows)
    ]
    members = await unit.bands.members(band.id)
    answers = await unit.commitments.answers([each.id for each in inside])
    return Agenda(band, days, tuple(_entry(each, members, answers[each.id], now) for each in inside))


def _entry(
    commitment: Commitment, members: Sequence[Membership], answers: Mapping[PersonId, Rsvp], now: datetime
) -> AgendaEntry:
    asked = concerned(members, answers)
    can = sum(answers.get(each.person) is Rsvp.YES for each in asked)
    return AgendaEntry(commitment, commitment.phase(now), can, len(asked))
