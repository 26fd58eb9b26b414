"""Saying when one is busy, free or maybe."""

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
"""How many coming occurrences are said back."""
LOOKAHEAD = timedelta(days=400)
"""How far "free then already" looks."""

Occurrence = tuple[datetime, datetime | None]
"""Wall times in the rule's zone, half-open; no end: it goes on."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What was written into the person's diary."""

    said: tuple[Availability, ...]
    next: tuple[Occurrence, ...]
    """The next occurrences of all of them together, the soonest first, at most NEXT."""
    assumptions: tuple[Assumption, ...]
    change: ChangeId
    zone_taken: str | None = None
    """The zone that was asked for on the way, and is the person's own now."""
    whose: str | None = None
    """Whose diary it is, when somebody else has entered it."""
    before: Availability | None = None
    """What it stands in the place of, when a rule was put in new words."""
    clashes: tuple[Clash, ...] = ()
    """The commitments of their bands with which it clashes, where it says busy or maybe."""


@dataclass(frozen=True, slots=True)
class AlreadySo:
    """Exactly this stands in the diary already; nothing was written."""

    said: tuple[Availability, ...]
    next: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class AlreadyFree:
    """There was nothing to free; nothing was written."""

    rules: tuple[Rule, ...]
    zone_taken: str | None = None
    """As in Marked."""
    months: tuple[date, ...] = ()
    """The months that it confirms: saying "free" shows that the diary was looked at."""
    change: ChangeId | None = None
    """Of that confirmation."""


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
    """Write what was understood into the caller's diary; `kind` stands where the words did not say.

    All statements go in together, in the place of the rule `instead`, if there is one. The same said again
    while it still stands changes nothing. Raises Gone when `instead` is not standing in that diary.
    """
    meant = list(dict.fromkeys((statement.kind or kind, statement.rule) for statement in statements))
    standing = (await unit.diaries.of([act.person])).get(act.person, [])
    before = next((said for said in standing if said.id == instead), None)
    if instead is not None and before is None:
        raise Gone
    again = _standing_already(standing, meant)
    if again is not None:
        return AlreadySo(again, _next(again, act.at))
    freed = tuple(rule for each, rule in meant if each is Kind.FREE)
    frees = before is None and len(freed) == len(meant)
    if frees and await _free_then(unit, person, standing, freed, now=act.at):
        return await _looked(unit, act, freed)
    removed = () if before is None else (before.id,)
    if before is not None:
        await unit.diaries.remove([before.id], at=act.at)
    said = await _written(unit, act, person.id, meant, words)
    change = await unit.journal.record(act, DiaryMarked(tuple(each.id for each in said), removed))
    clashes = await _clashes(unit, act, said)
    return Marked(said, _next(said, act.at), assumptions, change, before=before, clashes=clashes)


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
    """Write into a band member's diary, marked as entered by the caller; the member is told.

    Whether the caller may is the caller's business (core/access.py). Raises Gone where the member has left
    the band, or has deleted everything, since the caller looked.
    """
    await unit.bands.lock(member.band)
    if await unit.bands.membership(member.band, member.person) is None:
        raise Gone
    meant = list(dict.fromkeys((statement.kind or kind, statement.rule) for statement in statements))
    said = await _written(unit, act, member.person, meant, words)
    facts = DiaryEntered(tuple(each.id for each in said), member.person, member.band)
    change = await unit.journal.record(act, facts)
    notice = EnteredForYou(change, member.band, act.person)
    await unit.outbox.put(notice, to=member.person, key=f"entered:{change}", due=act.at)
    return Marked(said, _next(said, act.at), assumptions, change, whose=member.name)


async def _written(
    unit: SchedulingUnit, act: Act, person: PersonId, meant: Sequence[tuple[Kind, Rule]], words: str
) -> tuple[Availability, ...]:
    by = None if person == act.person else act.person
    found = []
    for kind, rule in meant:
        number = await unit.diaries.add(person, kind, rule, words=words, at=act.at, by=by)
        found.append(Availability(number, person, kind, rule, words, act.at, by))
    return tuple(found)


async def _looked(unit: SchedulingUnit, act: Act, rules: tuple[Rule, ...]) -> AlreadyFree:
    months = tuple(sorted({month for rule in rules for month in months_of(rule)}))
    if not months:
        return AlreadyFree(rules)
    confirmed = await confirm(unit, act, months)
    return AlreadyFree(rules, months=months, change=confirmed.change)


async def left_open(
    unit: SchedulingUnit, person: Person, statements: Sequence[Statement], *, now: datetime
) -> frozenset[Rule]:
    """What the statements, all of them free, leave out while the person is not busy then all through.

    An hour alone ("Friday from 19:00") leaves nothing open where it frees what was taken.
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
    """What an earlier delivery of the same message has written, told again."""
    said = tuple(await unit.diaries.some(change.facts.said))
    if isinstance(change.facts, DiaryEntered):
        whose = (await unit.people.get(change.facts.of)).name
        return Marked(said, _next(said, act.at), (), change.id, whose=whose)
    return Marked(said, _next(said, act.at), (), change.id, clashes=await _clashes(unit, act, said))


async def _clashes(unit: SchedulingUnit, act: Act, said: Sequence[Availability]) -> tuple[Clash, ...]:
    rules = [each.rule for each in said if each.kind is not Kind.FREE]
    return await clashes_with(unit, act.person, rules, now=act.at) if rules else ()


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
    """What the person's diary comes to in the months ahead."""
    window = window_of(now, now + LOOKAHEAD)
    base = Kind.FREE if person.free_by_default else Kind.BUSY
    taken = await unit.taken.of([person.id], start=from_seconds(window[0]), end=from_seconds(window[1]))
    # What a band holds is above all that is said: there is nothing to free in it.
    layers = layers_of(standing, TakenTime(imported=taken[person.id].imported))
    return laid_over(layers, window, base=base)


def _standing_already(
    standing: Sequence[Availability], meant: Sequence[tuple[Kind, Rule]]
) -> tuple[Availability, ...] | None:
    found = []
    for kind, rule in meant:
        match = next((s for s in standing if s.kind is kind and s.rule == rule), None)
        if match is None or any(s.id > match.id and s.kind is not kind for s in standing):
            return None
        found.append(match)
    return tuple(found)


def _next(said: Sequence[Availability], now: datetime) -> tuple[Occurrence, ...]:
    coming: list[Occurrence] = []
    for each in said:
        coming += _coming(each.rule, to_wall(now, each.rule.zone))
    return tuple(sorted(coming, key=lambda occurrence: occurrence[0])[:NEXT])


def _coming(rule: Rule, now: datetime) -> list[Occurrence]:
    """The next occurrences; the days of a month or week of the year in one, "1 to 31 August"."""
    days = rule.repeat is not None and rule.repeat.of_seasons and rule.all_day
    if not days:
        return next_occurrences(rule, now, NEXT)
    for most in _LOOKED_AT:
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


_LOOKED_AT = (NEXT + 1, 50, 200, NEXT * 366)
"""Days looked at for NEXT seasons: few where they are single days, all of them where they are long."""
