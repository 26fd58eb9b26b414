"""Marking, moving and removing by pointing at a calendar: values instead of words, and the same entries."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from core.errors import Refusal
from core.ids import AvailabilityId, ChangeId
from core.journal import Act, Change, ChangeFacts, Gone
from core.people import Person
from core.scheduling.availability.changes import MonthConfirmed
from core.scheduling.availability.freshness import Confirmed, confirmed_again
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments.commitment import Clash
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.diary.changes import DiaryDateMoved, DiaryMarked, DiarySpared
from core.scheduling.diary.corrections import EntryForgotten
from core.scheduling.diary.entries import DateSpared, own_entry, spared_again
from core.scheduling.diary.marking import (
    AlreadyFree,
    AlreadySo,
    Marked,
    clashes_of,
    coming_of,
    mark,
    marked_again,
)
from core.scheduling.diary.pointed import PointedTime, WholeDaysStay, moved_series, rule_of
from core.scheduling.diary.zones import zone_of
from core.scheduling.kinds import Kind
from core.scheduling.phrases.understanding import Statement
from core.scheduling.recurrence.expansion import next_occurrences
from core.scheduling.recurrence.rules import Rule

Spoken = Callable[[Rule], str]
"""Says a rule in words that are read as the same rule: they are kept with it, and asked about later."""


@dataclass(eq=False)
class ZoneNeeded(Refusal):
    """Nobody knows the person's zone, and hours would mean nothing without it."""


@dataclass(frozen=True, slots=True)
class DateMoved:
    """One date of a repeating rule was moved: an entry of its own stands for it."""

    said: Availability
    """The rule as it is now."""
    moved: Availability
    """The entry in its place."""
    begins: datetime
    """When the date began before: naive wall time in the rule's zone."""
    change: ChangeId
    clashes: tuple[Clash, ...] = ()
    """The commitments of the person's bands with which the new entry clashes."""


Handled = Marked | AlreadySo | AlreadyFree | DateMoved | EntryForgotten | DateSpared | Confirmed
"""What comes of a change by hand."""


async def point_out(
    unit: SchedulingUnit, act: Act, person: Person, pointed: PointedTime, kind: Kind, *, spoken: Spoken
) -> Marked | AlreadySo | AlreadyFree:
    """Mark a span busy, maybe or free. Raises ZoneNeeded and what `rule_of` raises."""
    rule = rule_of(pointed, _zone(person, pointed), now=act.at)
    return await _marked(unit, act, person, kind, rule, spoken=spoken, instead=None)


async def move(
    unit: SchedulingUnit,
    act: Act,
    person: Person,
    which: AvailabilityId,
    pointed: PointedTime,
    *,
    begins: datetime,
    every: bool,
    spoken: Spoken,
) -> Marked | AlreadySo | AlreadyFree | DateMoved:
    """Move or pull one of the person's entries; of a repeating rule the date that begins at `begins`.

    `every`: all of the rule's dates move as this one does. Raises Gone, NotYours, WholeDaysStay, SeriesStays,
    ZoneNeeded, and what `rule_of` raises.
    """
    own = await own_entry(unit, act, which)
    if own.rule.nominal is None or not _begins(own.rule, begins):
        raise Gone
    if own.rule.all_day is not pointed.whole_days:
        raise WholeDaysStay
    if own.rule.repeat is not None and every:
        rule = moved_series(own.rule, begins, pointed)
    else:
        alone = replace(pointed, weekly=False, until=None)
        rule = rule_of(alone, _zone(person, pointed), now=act.at)
    if own.rule.repeat is None or every:
        if rule == own.rule:
            return AlreadySo((own,), coming_of((own,), act.at))
        return await _marked(unit, act, person, own.kind, rule, spoken=spoken, instead=which)
    if rule.start == begins and rule.nominal == own.rule.nominal:
        return AlreadySo((own,), coming_of((own,), act.at))
    return await _date_moved(unit, act, own, begins, rule, spoken=spoken)


async def handled_again(unit: SchedulingUnit, act: Act, change: Change[ChangeFacts]) -> Handled:
    """What came of the same act before, reported again without doing anything. Raises Gone."""
    match change.facts:
        case DiaryMarked(said=()) as facts:
            return EntryForgotten(tuple(await unit.diaries.some(facts.removed)), change.id)
        case DiaryMarked() as facts:
            marked = await marked_again(unit, act, _with(change, facts))
            before = await unit.diaries.some(facts.removed)
            return replace(marked, before=before[0] if before else None)
        case DiarySpared() as facts:
            return await spared_again(unit, _with(change, facts))
        case DiaryDateMoved() as facts:
            return await _moved_again(unit, act, _with(change, facts))
        case MonthConfirmed() as facts:
            return confirmed_again(_with(change, facts))
        case _:
            raise Gone


F = TypeVar("F", bound=ChangeFacts)


def _with(change: Change[ChangeFacts], facts: F) -> Change[F]:
    """The change as one whose facts are known to be of that kind."""
    return Change(change.id, change.person, change.cause, change.at, facts, change.undone)


async def _moved_again(unit: SchedulingUnit, act: Act, change: Change[DiaryDateMoved]) -> DateMoved:
    rules = await unit.diaries.some([change.facts.rule])
    entries = await unit.diaries.some(change.facts.said)
    if not rules or not entries:
        raise Gone
    clashes = await clashes_of(unit, act, entries)
    return DateMoved(rules[0], entries[0], change.facts.begins, change.id, clashes)


async def _date_moved(
    unit: SchedulingUnit, act: Act, own: Availability, begins: datetime, rule: Rule, *, spoken: Spoken
) -> DateMoved:
    old = own.rule.exceptions
    new = tuple(sorted({*old, begins}))
    words = spoken(rule)
    await unit.diaries.set_exceptions(own.id, new)
    number = await unit.diaries.add(act.person, own.kind, rule, words=words, at=act.at)
    moved = Availability(number, act.person, own.kind, rule, words, act.at)
    change = await unit.journal.record(act, DiaryDateMoved(own.id, begins, old, new, (number,)))
    clashes = await clashes_of(unit, act, (moved,))
    return DateMoved(replace(own, rule=replace(own.rule, exceptions=new)), moved, begins, change, clashes)


async def _marked(
    unit: SchedulingUnit,
    act: Act,
    person: Person,
    kind: Kind,
    rule: Rule,
    *,
    spoken: Spoken,
    instead: AvailabilityId | None,
) -> Marked | AlreadySo | AlreadyFree:
    return await mark(
        unit,
        act,
        person,
        [Statement(rule, kind)],
        kind=kind,
        words=spoken(rule),
        assumptions=(),
        instead=instead,
    )


def _zone(person: Person, pointed: PointedTime) -> str:
    if person.zone is None and not pointed.whole_days:
        raise ZoneNeeded
    return zone_of(person)


def _begins(rule: Rule, at: datetime) -> bool:
    """Whether one of the rule's dates begins at that wall time."""
    return any(start == at for start, _ in next_occurrences(rule, at, _TRIED))


_TRIED = 50
"""At most so many dates are under way at once."""
