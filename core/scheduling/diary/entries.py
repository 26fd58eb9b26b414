"""One rule of one's own diary: looked at, spared for one date, taken out."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from core.ids import AvailabilityId, ChangeId
from core.journal import Act, Change, Gone, NotYours
from core.moments import to_wall
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.diary.changes import DiaryMarked, DiarySpared
from core.scheduling.diary.corrections import EntryForgotten
from core.scheduling.recurrence.expansion import next_occurrences

DATES = 4
"""How many coming dates are offered at once."""


@dataclass(frozen=True, slots=True)
class EntryCard:
    """One rule, and its coming dates."""

    said: Availability
    coming: tuple[date, ...]
    """The next dates on which it begins, from the one asked for on; empty when it does not repeat."""
    more: bool
    """There are later ones."""
    by: str | None
    """Who entered it, when that was somebody else."""


@dataclass(frozen=True, slots=True)
class DateSpared:
    """A rule leaves one date out."""

    said: Availability
    """As it is now."""
    day: date
    change: ChangeId | None
    """None: it left that date out already."""


async def entry(
    unit: SchedulingUnit, act: Act, which: AvailabilityId, *, since: date | None = None
) -> EntryCard:
    """One of the caller's own rules, with its dates from `since` on. Raises Gone, NotYours."""
    said = await _own(unit, act, which)
    coming: tuple[date, ...] = ()
    more = False
    if said.rule.repeat is not None:
        after = to_wall(act.at, said.rule.zone)
        if since is not None:
            after = max(after, datetime(since.year, since.month, since.day))
        found = next_occurrences(said.rule, after, DATES + 1)
        starts = [start.date() for start, _ in found if since is None or start.date() >= since]
        coming, more = tuple(starts[:DATES]), len(starts) > DATES
    by = (await unit.people.get(said.said_by)).name if said.said_by else None
    return EntryCard(said, coming, more, by)


async def spare(unit: SchedulingUnit, act: Act, which: AvailabilityId, day: date) -> DateSpared:
    """Leave one date out of a rule of the caller's, which keeps its place. Raises Gone, NotYours."""
    said = await _own(unit, act, which)
    midnight = datetime(day.year, day.month, day.day)
    if any(each.date() == day for each in said.rule.exceptions):
        return DateSpared(said, day, None)
    begins = [
        start
        for start, _ in next_occurrences(said.rule, midnight, _TRIED)
        if midnight <= start < midnight + timedelta(days=1)
    ]
    if said.rule.repeat is None or not begins:
        raise Gone
    old = said.rule.exceptions
    new = tuple(sorted({*old, *begins}))
    await unit.diaries.set_exceptions(said.id, new)
    change = await unit.journal.record(act, DiarySpared(said.id, day, old, new))
    return DateSpared(replace(said, rule=replace(said.rule, exceptions=new)), day, change)


async def remove(unit: SchedulingUnit, act: Act, which: AvailabilityId) -> EntryForgotten:
    """Take a rule out of the caller's diary. Raises Gone, NotYours."""
    said = await _own(unit, act, which)
    await unit.diaries.remove([said.id], at=act.at)
    change = await unit.journal.record(act, DiaryMarked((), (said.id,)))
    return EntryForgotten((said,), change)


async def spared_again(unit: SchedulingUnit, change: Change[DiarySpared]) -> DateSpared:
    """What an earlier delivery of the same press has done, told again. Raises Gone."""
    said = await unit.diaries.some([change.facts.rule])
    if not said:
        raise Gone
    return DateSpared(said[0], change.facts.day, change.id)


async def _own(unit: SchedulingUnit, act: Act, which: AvailabilityId) -> Availability:
    found = await unit.diaries.some([which])
    if not found or which not in await unit.diaries.standing([which]):
        raise Gone
    if found[0].person != act.person:
        raise NotYours
    return found[0]


_TRIED = 50
"""More rules of several times a day than this are not counted out."""
