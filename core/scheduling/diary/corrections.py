"""Correcting the last rule that was entered, or removing an earlier one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.errors import Refusal
from core.ids import AvailabilityId, ChangeId
from core.journal import Act, Change, Superseded
from core.moments import to_exact, to_wall
from core.scheduling.availability.freshness import months_of
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments.commitment import Clash
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.diary.changes import DiaryMarked
from core.scheduling.diary.marking import clashes_of
from core.scheduling.phrases import understand
from core.scheduling.phrases.days_named import names_day
from core.scheduling.phrases.messages import day_of_the_next
from core.scheduling.phrases.understanding import Context, Statement
from core.scheduling.recurrence.expansion import next_occurrences
from core.scheduling.recurrence.rules import Rule

DAY = timedelta(days=1)
FRESH = timedelta(hours=48)
"""How long "that" can still mean the last rule."""


@dataclass(eq=False)
class NothingToCorrect(Refusal):
    """Nothing was entered lately, or it has been undone."""


@dataclass(eq=False)
class CannotCorrect(Refusal):
    """The last entry cannot be changed like that: it has several rules, or repeats, or is on another day."""


@dataclass(eq=False)
class NothingLikeThat(Refusal):
    """No standing rule matches the words."""

    words: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """One rule has replaced another."""

    before: Availability
    after: Availability
    change: ChangeId
    clashes: tuple[Clash, ...] = ()
    """The commitments of the person's bands with which it clashes now."""


@dataclass(frozen=True, slots=True)
class EntryForgotten:
    """Rules were removed from the diary."""

    said: tuple[Availability, ...]
    change: ChangeId


@dataclass(frozen=True, slots=True)
class WhichOne:
    """Several rules match the words."""

    said: tuple[Availability, ...]


async def swap(unit: SchedulingUnit, act: Act, *, new: str, old: str, context: Context) -> Corrected:
    """Move the last entry to `new` (words for a day or a time), or only its part `old`.

    Raises NothingToCorrect, CannotCorrect, Superseded.
    """
    before = await _last(unit, act, old, context)
    rule = _retimed(before.rule, new, old, context) or _moved(before.rule, new, context)
    if rule is None or rule == before.rule:
        raise CannotCorrect
    await unit.diaries.remove([before.id], at=act.at)
    id_ = await unit.diaries.add(act.person, before.kind, rule, words=before.words, at=act.at)
    change = await unit.journal.record(act, DiaryMarked((id_,), (before.id,)))
    after = replace(before, id=id_, rule=rule, said_at=act.at)
    return Corrected(before, after, change, await clashes_of(unit, act, (after,)))


async def drop(
    unit: SchedulingUnit, act: Act, what: str, *, which: AvailabilityId | None, context: Context
) -> EntryForgotten | WhichOne:
    """Remove a rule by a day on which it falls or a word of its sentence; ask which one when several match.

    Raises NothingLikeThat.
    """
    standing = (await unit.diaries.of([act.person])).get(act.person, [])
    fitting = [
        each for each in standing if which in (None, each.id) and (which or _is_about(each, what, context))
    ]
    if not fitting:
        raise NothingLikeThat(what)
    fitting = _in_particular(fitting, what, context) or fitting
    if len(fitting) > 1:
        return WhichOne(tuple(fitting))
    await unit.diaries.remove([fitting[0].id], at=act.at)
    change = await unit.journal.record(act, DiaryMarked((), (fitting[0].id,)))
    return EntryForgotten(tuple(fitting), change)


async def told_again(unit: SchedulingUnit, change: Change[DiaryMarked]) -> Corrected | EntryForgotten:
    """The result of a recorded correction, reported again without doing anything."""
    removed = await unit.diaries.some(change.facts.removed)
    added = await unit.diaries.some(change.facts.said)
    return Corrected(removed[0], added[0], change.id) if added else EntryForgotten(tuple(removed), change.id)


async def last_said(unit: SchedulingUnit, act: Act) -> Availability | None:
    """The last rule entered, if it still stands; None: there is none, or several were entered at once."""
    change = await unit.journal.last_undoable(act.person)
    if change is None or not isinstance(change.facts, DiaryMarked) or act.at - change.at > FRESH:
        return None
    ids = change.facts.said
    if len(ids) != 1 or not await unit.diaries.standing(ids):
        return None
    return (await unit.diaries.some(ids))[0]


async def _last(unit: SchedulingUnit, act: Act, old: str, context: Context) -> Availability:
    change = await unit.journal.last_undoable(act.person)
    if change is None or not isinstance(change.facts, DiaryMarked) or act.at - change.at > FRESH:
        raise NothingToCorrect
    ids = change.facts.said
    if not ids:
        raise NothingToCorrect
    if await unit.diaries.standing(ids) != frozenset(ids):
        raise Superseded(DiaryMarked)
    rules = await unit.diaries.some(ids)
    if len(rules) > 1:
        named = _day_in(old, context) if old else None
        rules = [each for each in rules if each.rule.repeat is None and each.rule.start.date() == named]
    if len(rules) != 1:
        raise CannotCorrect
    return rules[0]


def _retimed(rule: Rule, new: str, old: str, context: Context) -> Rule | None:
    """The rule at other hours; None: the words are not a time of day."""
    if names_day(new, context):
        return None
    found = _on(rule.start.date(), new, context)
    if found is None or found.rule.all_day:
        return None
    start, nominal = found.rule.start, found.rule.nominal or DAY
    if not found.end_said and not rule.all_day and rule.nominal is not None:
        end = rule.start + rule.nominal
        replaced = _on(rule.start.date(), old, context) if old else None
        if replaced is not None and replaced.rule.start.time() == end.time() != rule.start.time():
            start, end = rule.start, _after(rule.start, start.time())
        nominal = end - start
        if nominal <= timedelta(0):
            nominal = found.rule.nominal or DAY
    return replace(
        rule,
        start=start,
        nominal=nominal,
        elapsed=timedelta(0),
        all_day=False,
        exceptions=tuple(datetime.combine(each.date(), start.time()) for each in rule.exceptions),
    )


def _moved(rule: Rule, new: str, context: Context) -> Rule | None:
    """The rule on another day; None: it repeats, or the words do not name a single day from now on."""
    following = day_of_the_next(new, context)
    if following is not None:  # "the Friday after": the one after the rule's day
        new = following
        context = replace(context, now=datetime.combine(rule.start.date() + DAY, time()))
    day = _day_in(new, context)
    if rule.repeat is not None or day is None:
        return None
    return replace(rule, start=datetime.combine(day, rule.start.time()))


def _day_in(words: str, context: Context) -> date | None:
    meaning = understand(words, context)
    if meaning.problem or len(meaning.statements) != 1:
        return None
    rule = meaning.statements[0].rule
    if rule.repeat is not None or rule.nominal != DAY or not rule.all_day:
        return None
    return rule.start.date()


def _on(day: date, words: str, context: Context) -> Statement | None:
    meaning = understand(f"{day.isoformat()} {words}", context)
    if meaning.problem and meaning.problem.readings:
        return meaning.problem.readings[0].statements[0]
    return meaning.statements[0] if meaning.problem is None and len(meaning.statements) == 1 else None


def _after(start: datetime, at: time) -> datetime:
    end = datetime.combine(start.date(), at)
    return end if end > start else end + DAY


def _is_about(rule: Availability, what: str, context: Context) -> bool:
    if what.casefold() in rule.words.casefold():
        return True
    meaning = understand(what, context)
    if meaning.problem:
        return False
    any_week = not any(sign.isdigit() for sign in what)  # "the Tuesday one" may be any Tuesday's
    return any(_share_a_day(rule.rule, each.rule, context, any_week=any_week) for each in meaning.statements)


def _in_particular(fitting: Sequence[Availability], what: str, context: Context) -> list[Availability]:
    """The rules that hold only in the months named: "every August", not "every Tuesday"."""
    meaning = understand(what, context)
    days = [each.rule for each in meaning.statements if each.rule.repeat is None and each.rule.nominal]
    months = {month.month for rule in days for month in months_of(rule)}
    whole = bool(days) and all(rule.all_day and (rule.nominal or DAY) > _SOME_WEEKS for rule in days)
    seasonal = [each for each in fitting if _months(each.rule)]
    return [each for each in seasonal if whole and _months(each.rule) <= months]


def _months(rule: Rule) -> set[int]:
    """The months of the year to which a rule is limited, if it is."""
    return set(rule.repeat.by_month) if rule.repeat is not None else set()


_SOME_WEEKS = timedelta(days=27)
_LOOKED_AT = 60


def _share_a_day(one: Rule, other: Rule, context: Context, *, any_week: bool) -> bool:
    days = _days(one, context)
    long = one.repeat is None and (one.nominal is None or one.nominal > DAY)
    if any_week and not long and other.repeat is None and other.nominal == DAY:
        return other.start.weekday() in {day.weekday() for day in days}
    return bool(days & _days(other, context))


def _days(rule: Rule, context: Context) -> set[date]:
    now = _present(context, rule)
    found: set[date] = set()
    for start, end in next_occurrences(rule, now, _LOOKED_AT):
        last = (end or start + DAY) - timedelta(seconds=1)
        for number in range(min((last.date() - start.date()).days + 1, _LOOKED_AT)):
            found.add(start.date() + number * DAY)
    return found


def _present(context: Context, rule: Rule) -> datetime:
    """The present of the context, in the rule's zone."""
    return to_wall(to_exact(context.now, context.zone), rule.zone)
