"""Entering when a person is busy, free or maybe."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.bands import Membership
from core.ids import AvailabilityId, ChangeId, PersonId
from core.journal import Act, Change, Gone
from core.moments import from_seconds, to_wall
from core.people import Person
from core.scheduling.availability.diary import Diary
from core.scheduling.availability.diary import diary as laid_over
from core.scheduling.availability.freshness import confirm, months_of
from core.scheduling.availability.layers import layers_of
from core.scheduling.availability.ports import Availability, TakenTime
from core.scheduling.commitments.clashes import clashes_with
from core.scheduling.commitments.commitment import Clash
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.diary.changes import DiaryEntered, DiaryMarked
from core.scheduling.diary.notices import EnteredForYou
from core.scheduling.phrases.understanding import Assumption, Kind, Statement
from core.scheduling.recurrence.expansion import expanded, next_occurrences
from core.scheduling.recurrence.rules import Rule
from core.scheduling.recurrence.spans import Spans, clipped, difference, intersection, merged, window_of

NEXT = 3
"""How many coming occurrences an answer shows."""
LOOKAHEAD = timedelta(days=400)
"""How far ahead "already free" is checked."""

Occurrence = tuple[datetime, datetime | None]
"""Wall times in the rule's zone, half-open; without an end it goes on."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Rules were entered in a diary."""

    said: tuple[Availability, ...]
    next: tuple[Occurrence, ...]
    """The next occurrences of all of them, the soonest first, at most NEXT."""
    assumptions: tuple[Assumption, ...]
    change: ChangeId
    zone_taken: str | None = None
    """The zone that was asked for first and is now the person's own."""
    whose: str | None = None
    """The name of the diary's owner, when somebody else entered it."""
    before: Availability | None = None
    """The rule that it replaces, when one was put in new words."""
    clashes: tuple[Clash, ...] = ()
    """The commitments of the person's bands with which it clashes, where it says busy or maybe."""


@dataclass(frozen=True, slots=True)
class AlreadySo:
    """The diary already has exactly these rules; nothing was entered."""

    said: tuple[Availability, ...]
    next: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class AlreadyFree:
    """The person was already free; nothing was entered."""

    rules: tuple[Rule, ...]
    zone_taken: str | None = None
    """As in Marked."""
    months: tuple[date, ...] = ()
    """The months that it confirms: saying "free" shows that the person has checked them."""
    change: ChangeId | None = None
    """The change by which they were confirmed."""


async def mark(
    unit: SchedulingUnit,
    act: Act,
    person: Person,
    statements: Sequence[Statement],
    *,
    kind: Kind,
    words: str,
    assumptions: tuple[Assumption, ...],
    instead: AvailabilityId | None = None,
) -> Marked | AlreadySo | AlreadyFree:
    """Enter statements in the caller's diary; `kind` is for those whose words do not name one.

    All of them go in together, and replace the rule `instead`, if there is one. The same statements again
    change nothing while they still stand. Raises Gone when `instead` is not standing in that diary.
    """
    wanted = _kinds_and_rules(statements, kind)
    standing = (await unit.diaries.of([act.person])).get(act.person, [])
    before = next((each for each in standing if each.id == instead), None)
    if instead is not None and before is None:
        raise Gone
    again = _standing_already(standing, wanted)
    if again is not None:
        return AlreadySo(again, coming_of(again, act.at))
    if before is None and _all_free(wanted):
        freed = tuple(rule for _, rule in wanted)
        if await _free_then(unit, person, standing, freed, now=act.at):
            return await _confirmed_as_free(unit, act, freed)
    removed = () if before is None else (before.id,)
    if removed:
        await unit.diaries.remove(removed, at=act.at)
    added = await _add(unit, act, person.id, wanted, words)
    change = await unit.journal.record(act, DiaryMarked(tuple(each.id for each in added), removed))
    clashes = await clashes_of(unit, act, added)
    return Marked(added, coming_of(added, act.at), assumptions, change, before=before, clashes=clashes)


async def enter(
    unit: SchedulingUnit,
    act: Act,
    member: Membership,
    statements: Sequence[Statement],
    *,
    kind: Kind,
    words: str,
    assumptions: tuple[Assumption, ...],
) -> Marked:
    """Enter statements in a band member's diary, marked as the caller's; the member is told.

    The handler has checked the caller's right (core/access.py). Raises Gone where the member has meanwhile
    left the band or deleted everything.
    """
    await unit.bands.lock(member.band)
    if await unit.bands.membership(member.band, member.person) is None:
        raise Gone
    added = await _add(unit, act, member.person, _kinds_and_rules(statements, kind), words)
    facts = DiaryEntered(tuple(each.id for each in added), member.person, member.band)
    change = await unit.journal.record(act, facts)
    notice = EnteredForYou(change, member.band, act.person)
    await unit.outbox.put(notice, to=member.person, key=f"entered:{change}", due=act.at)
    return Marked(added, coming_of(added, act.at), assumptions, change, whose=member.name)


KindsAndRules = Sequence[tuple[Kind, Rule]]


def _kinds_and_rules(statements: Sequence[Statement], kind: Kind) -> KindsAndRules:
    """Each different rule once, with its own kind or else with `kind`."""
    return list(dict.fromkeys((statement.kind or kind, statement.rule) for statement in statements))


def _all_free(wanted: KindsAndRules) -> bool:
    return all(kind is Kind.FREE for kind, _ in wanted)


async def _add(
    unit: SchedulingUnit, act: Act, person: PersonId, wanted: KindsAndRules, words: str
) -> tuple[Availability, ...]:
    by = None if person == act.person else act.person
    found = []
    for kind, rule in wanted:
        number = await unit.diaries.add(person, kind, rule, words=words, at=act.at, by=by)
        found.append(Availability(number, person, kind, rule, words, act.at, by))
    return tuple(found)


async def _confirmed_as_free(unit: SchedulingUnit, act: Act, rules: tuple[Rule, ...]) -> AlreadyFree:
    months = tuple(sorted({month for rule in rules for month in months_of(rule)}))
    if not months:
        return AlreadyFree(rules)
    confirmed = await confirm(unit, act, months)
    return AlreadyFree(rules, months=months, change=confirmed.change)


async def left_open(
    unit: SchedulingUnit, person: Person, statements: Sequence[Statement], *, now: datetime
) -> frozenset[Rule]:
    """The times that free statements leave out and in which the person is not busy throughout.

    Statements of hours ("Friday from 19:00") leave nothing open when they free time that was taken.
    """
    if not any(each.leaves_out for each in statements):
        return frozenset()
    standing = (await unit.diaries.of([person.id])).get(person.id, [])
    before = await _laid(unit, person, standing, now=now)

    def times(rule: Rule) -> Spans:
        return clipped(merged(expanded(rule, before.window)), before.window)

    freeing = any(intersection(times(each.rule), before.taken) for each in statements)
    return frozenset(
        rule
        for each in statements
        if not (each.by_hour and freeing)
        for rule in each.leaves_out
        if difference(times(rule), before.busy)
    )


async def marked_again(unit: SchedulingUnit, act: Act, change: Change[DiaryMarked | DiaryEntered]) -> Marked:
    """The result of an earlier delivery of the same message, reported again."""
    rules = tuple(await unit.diaries.some(change.facts.said))
    if isinstance(change.facts, DiaryEntered):
        whose = (await unit.people.get(change.facts.of)).name
        return Marked(rules, coming_of(rules, act.at), (), change.id, whose=whose)
    return Marked(rules, coming_of(rules, act.at), (), change.id, clashes=await clashes_of(unit, act, rules))


async def clashes_of(unit: SchedulingUnit, act: Act, rules: Sequence[Availability]) -> tuple[Clash, ...]:
    """The commitments of the caller's bands with which busy and maybe ones of these rules clash."""
    taking = [each.rule for each in rules if each.kind is not Kind.FREE]
    return await clashes_with(unit, act.person, taking, now=act.at) if taking else ()


async def _free_then(
    unit: SchedulingUnit,
    person: Person,
    standing: Sequence[Availability],
    rules: Sequence[Rule],
    *,
    now: datetime,
) -> bool:
    before = await _laid(unit, person, standing, now=now)
    wanted = clipped(merged(span for rule in rules for span in expanded(rule, before.window)), before.window)
    return bool(wanted) and not intersection(wanted, before.taken)


async def _laid(
    unit: SchedulingUnit, person: Person, standing: Sequence[Availability], *, now: datetime
) -> Diary:
    """The person's diary in the months ahead, without their commitments."""
    window = window_of(now, now + LOOKAHEAD)
    base = Kind.FREE if person.free_by_default else Kind.BUSY
    taken = await unit.taken.of([person.id], start=from_seconds(window[0]), end=from_seconds(window[1]))
    # Commitments lie above all rules: no rule can free their time.
    layers = layers_of(standing, TakenTime(imported=taken[person.id].imported))
    return laid_over(layers, window, base=base)


def _standing_already(
    standing: Sequence[Availability], wanted: KindsAndRules
) -> tuple[Availability, ...] | None:
    found = []
    for kind, rule in wanted:
        match = next((s for s in standing if s.kind is kind and s.rule == rule), None)
        if match is None or any(s.id > match.id and s.kind is not kind for s in standing):
            return None
        found.append(match)
    return tuple(found)


def coming_of(rules: Sequence[Availability], now: datetime) -> tuple[Occurrence, ...]:
    """The next occurrences of all of them, the soonest first, at most NEXT."""
    coming: list[Occurrence] = []
    for each in rules:
        coming += _coming(each.rule, to_wall(now, each.rule.zone))
    return tuple(sorted(coming, key=lambda occurrence: occurrence[0])[:NEXT])


def _coming(rule: Rule, now: datetime) -> list[Occurrence]:
    """The next occurrences; adjoining days of a month or week of the year as one, "1 to 31 August"."""
    days = rule.repeat is not None and rule.repeat.of_seasons and rule.all_day
    if not days:
        return next_occurrences(rule, now, NEXT)
    for most in _TRIED:
        joined: list[Occurrence] = []
        found = next_occurrences(rule, now, most)
        for start, end in found:
            if joined and joined[-1][1] == start:
                joined[-1] = joined[-1][0], end
            else:
                joined.append((start, end))
        if len(joined) > NEXT or len(found) < most:
            return joined[:NEXT]
    return joined[:-1] or joined  # the last one may go on


_TRIED = (NEXT + 1, 50, 200, NEXT * 366)
"""How many days are tried, in turn, to find NEXT seasons: few suffice for single days."""
