"""One rule of one's own diary: showing it, sparing one of its dates, removing it."""

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
"""How many coming dates are offered at a time."""


@dataclass(frozen=True, slots=True)
class EntryCard:
    """One rule, and its coming dates."""

    said: Availability
    coming: tuple[date, ...]
    """The next dates on which it begins, from the given one on; empty when it does not repeat."""
    more: bool
    """There are later dates."""
    by: str | None
    """The name of the person who entered it, if that was somebody else."""


@dataclass(frozen=True, slots=True)
class DateSpared:
    """A rule leaves one date out."""

    said: Availability
    """The rule as it is now."""
    day: date
    change: ChangeId | None
    """None: it already left that date out."""


async def entry(
    unit: SchedulingUnit, act: Act, which: AvailabilityId, *, since: date | None = None
) -> EntryCard:
    """One of the caller's own rules, with its dates from `since` on. Raises Gone, NotYours."""
    own = await own_entry(unit, act, which)
    coming: tuple[date, ...] = ()
    more = False
    if own.rule.repeat is not None:
        after = to_wall(act.at, own.rule.zone)
        if since is not None:
            after = max(after, datetime(since.year, since.month, since.day))
        found = next_occurrences(own.rule, after, DATES + 1)
        starts = [start.date() for start, _ in found if since is None or start.date() >= since]
        coming, more = tuple(starts[:DATES]), len(starts) > DATES
    by = (await unit.people.get(own.said_by)).name if own.said_by else None
    return EntryCard(own, coming, more, by)


async def spare(unit: SchedulingUnit, act: Act, which: AvailabilityId, day: date) -> DateSpared:
    """Leave one date out of the caller's rule, which keeps its layer. Raises Gone, NotYours."""
    own = await own_entry(unit, act, which)
    midnight = datetime(day.year, day.month, day.day)
    if any(each.date() == day for each in own.rule.exceptions):
        return DateSpared(own, day, None)
    begins = [
        start
        for start, _ in next_occurrences(own.rule, midnight, _TRIED)
        if midnight <= start < midnight + timedelta(days=1)
    ]
    if own.rule.repeat is None or not begins:
        raise Gone
    old = own.rule.exceptions
    new = tuple(sorted({*old, *begins}))
    await unit.diaries.set_exceptions(own.id, new)
    change = await unit.journal.record(act, DiarySpared(own.id, day, old, new))
    return DateSpared(replace(own, rule=replace(own.rule, exceptions=new)), day, change)


async def remove(unit: SchedulingUnit, act: Act, which: AvailabilityId) -> EntryForgotten:
    """Remove a rule from the caller's diary. Raises Gone, NotYours."""
    own = await own_entry(unit, act, which)
    await unit.diaries.remove([own.id], at=act.at)
    change = await unit.journal.record(act, DiaryMarked((), (own.id,)))
    return EntryForgotten((own,), change)


async def spared_again(unit: SchedulingUnit, change: Change[DiarySpared]) -> DateSpared:
    """The result of an earlier delivery of the same press, reported again. Raises Gone."""
    found = await unit.diaries.some([change.facts.rule])
    if not found:
        raise Gone
    return DateSpared(found[0], change.facts.day, change.id)


async def own_entry(unit: SchedulingUnit, act: Act, which: AvailabilityId) -> Availability:
    """One of the caller's own rules that stands. Raises Gone, NotYours."""
    found = await unit.diaries.some([which])
    if not found or which not in await unit.diaries.standing([which]):
        raise Gone
    if found[0].person != act.person:
        raise NotYours
    return found[0]


_TRIED = 50
"""At most so many occurrences of one day are left out."""
