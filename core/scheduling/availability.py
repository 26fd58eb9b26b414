"""Saying when one is busy, free or maybe; and looking at one's own diary."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.ids import AvailabilityId, ChangeId
from core.journal import Act, Change, ChangeKind
from core.moments import to_wall
from core.people import Person
from core.scheduling.commitments import Touching
from core.scheduling.diary import Layer
from core.scheduling.diary import diary as laid_over
from core.scheduling.expansion import expanded, next_occurrences
from core.scheduling.green import window_of
from core.scheduling.phrases.understanding import Assumption, Kind, Statement
from core.scheduling.ports import Availability, SchedulingUnit
from core.scheduling.rules import Rule
from core.scheduling.spans import clipped, intersection, merged
from core.scheduling.touching import touched

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
    clashes: tuple[Touching, ...] = ()
    """What of his bands' diaries it touches, where it says busy or maybe."""


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


@dataclass(frozen=True, slots=True)
class Diary:
    """A person's standing rules that touch a stretch of days."""

    said: tuple[Availability, ...]
    """In the order of saying: the later one wins where two touch."""
    first: date
    last: date
    """Both included, in the person's zone."""
    elsewhere: int
    """How many standing rules touch none of these days."""
    free_by_default: bool


async def mark(
    unit: SchedulingUnit,
    act: Act,
    person: Person,
    statements: Sequence[Statement],
    *,
    kind: Kind,
    words: str,
    assumptions: tuple[Assumption, ...],
) -> Marked | AlreadySo | AlreadyFree:
    """Write what was understood into the caller's diary; `kind` stands where the words did not say.

    All statements go in together. The same said again while it still stands changes nothing.
    """
    meant = list(dict.fromkeys((statement.kind or kind, statement.rule) for statement in statements))
    standing = (await unit.diaries.of([act.person])).get(act.person, [])
    again = _standing_already(standing, meant)
    if again is not None:
        return AlreadySo(again, _next(again, act.at))
    if all(each is Kind.FREE for each, _ in meant) and _free_then(person, standing, meant, act.at):
        return AlreadyFree(tuple(rule for _, rule in meant))
    ids = [await unit.diaries.add(act.person, each, rule, words=words, at=act.at) for each, rule in meant]
    change = await unit.journal.record(act, ChangeKind.MARKED, {"said": ids})
    said = tuple(
        Availability(number, act.person, each, rule, words, act.at)
        for number, (each, rule) in zip(ids, meant, strict=True)
    )
    clashes = await _clashes(unit, act, said)
    return Marked(said, _next(said, act.at), assumptions, change, clashes=clashes)


async def marked_again(unit: SchedulingUnit, act: Act, change: Change) -> Marked:
    """What an earlier delivery of the same message has written, told again."""
    said = tuple(await unit.diaries.some([AvailabilityId(i) for i in change.facts["said"]]))
    return Marked(said, _next(said, act.at), (), change.id, clashes=await _clashes(unit, act, said))


async def diary(unit: SchedulingUnit, person: Person, *, first: date, last: date) -> Diary:
    """The person's rules that touch the days from `first` to `last` (both included)."""
    standing = (await unit.diaries.of([person.id])).get(person.id, [])
    begin = datetime(first.year, first.month, first.day)
    end = datetime(last.year, last.month, last.day) + timedelta(days=1)
    touching = tuple(said for said in standing if _touches(said.rule, begin, end))
    return Diary(touching, first, last, len(standing) - len(touching), person.free_by_default)


async def _clashes(unit: SchedulingUnit, act: Act, said: Sequence[Availability]) -> tuple[Touching, ...]:
    rules = [each.rule for each in said if each.kind is not Kind.FREE]
    return await touched(unit, act.person, rules, now=act.at) if rules else ()


def _free_then(
    person: Person, standing: Sequence[Availability], meant: Sequence[tuple[Kind, Rule]], now: datetime
) -> bool:
    window = window_of(now, now + LOOKAHEAD)
    base = Kind.FREE if person.free_by_default else Kind.BUSY
    before = laid_over([Layer(said.kind, (said.rule,)) for said in standing], window, base=base)
    wanted = clipped(merged(span for _, rule in meant for span in expanded(rule, window)), window)
    return bool(wanted) and not intersection(wanted, before.taken)


def _touches(rule: Rule, begin: datetime, end: datetime) -> bool:
    found = next_occurrences(rule, begin, 1)
    return bool(found) and found[0][0] < end


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
        coming += next_occurrences(each.rule, to_wall(now, each.rule.zone), NEXT)
    return tuple(sorted(coming, key=lambda occurrence: occurrence[0])[:NEXT])
