"""/busy, /free, /maybe, /mine, /undo: a person's own diary."""

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated

from bots.chat.arguments import Text, Words
from bots.chat.commands.places import settle
from bots.chat.conversations import Ask, Option
from bots.chat.turn import Turn
from bots.chat.views.questions import KindUnclear, KindUnsaid, RestUnsaid, Unclear, ZoneUnknown
from core import formats
from core.moments import to_wall
from core.scheduling import availability, undo
from core.scheduling.codec import statement_from_json, statement_to_json
from core.scheduling.only import Rest, the_rest
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import (
    Context,
    Kind,
    Problem,
    Statement,
    Trouble,
    Understanding,
)
from core.scheduling.ranges import days_of
from core.scheduling.zones import settle_guesses


@dataclass(frozen=True, slots=True)
class Busy:
    """When one can't."""

    when: Annotated[str, Words("When can't you play?", "every Tuesday evening")]


@dataclass(frozen=True, slots=True)
class Free:
    """When one can after all."""

    when: Annotated[str, Words("When can you play?", "Tue 1 Dec from 19:00")]


@dataclass(frozen=True, slots=True)
class Maybe:
    """When one is not sure."""

    when: Annotated[str, Words("When are you not sure?", "Fri 11 Dec")]


@dataclass(frozen=True, slots=True)
class Mine:
    """One's own diary."""

    month: Annotated[str | None, Text("Which month?", "March")] = None


@dataclass(frozen=True, slots=True)
class Undo:
    """The last change taken back."""


async def busy(ask: Busy, turn: Turn) -> object:
    """Mark busy."""
    return await _mark(ask.when, Kind.BUSY, turn)


async def free(ask: Free, turn: Turn) -> object:
    """Mark free."""
    return await _mark(ask.when, Kind.FREE, turn)


async def maybe(ask: Maybe, turn: Turn) -> object:
    """Mark maybe."""
    return await _mark(ask.when, Kind.MAYBE, turn)


async def mine(ask: Mine, turn: Turn) -> object:
    """Show the diary: the month that was named, else this month and the next."""
    zone = zone_of(turn)
    if ask.month is None:
        first = to_wall(turn.now, zone).date()
        last = _month_end(_month_end(first) + timedelta(days=1))
    else:
        days = days_of(ask.month, context_of(turn))
        if isinstance(days, Problem):
            return Ask("month", Unclear(days, (), "March", saves=False))
        first, last = days.first, days.last
    return await availability.diary(turn.unit, turn.person, first=first, last=last)


async def take_back(_: Undo, turn: Turn) -> undo.Undone:
    """Undo the last change."""
    return await undo.undo_last(turn.unit, turn.act)


UNSAID = "unsaid"
"""Set in what was said when no command was: words that do not say busy or free are then asked about."""


def zone_of(turn: Turn) -> str:
    """The person's zone; until it is known, a guess that only whole days are kept in."""
    return turn.person.zone or formats.zone_of_locale(turn.person.locale)


def context_of(turn: Turn) -> Context:
    """What the meaning of this person's words depends on."""
    zone = zone_of(turn)
    locale = formats.regional(turn.person.locale, turn.person.zone)
    habits = turn.band.habits if turn.band else turn.person.habits
    return Context(now=to_wall(turn.said_at, zone), zone=zone, locale=locale, habits=habits)


async def _mark(words: str, kind: Kind, turn: Turn) -> object:
    zone = await _zone(turn)
    if isinstance(zone, Ask):
        return zone
    meaning = _meaning(words, turn, zone)
    statements = meaning.statements
    if meaning.problem:
        return _unclear(meaning, meaning.problem, kind)
    if turn.person.zone is None and zone is None and not all(s.rule.all_day for s in statements):
        return Ask("zone", ZoneUnknown())
    asked = _unsaid(statements, kind, turn)
    if asked is not None:
        return asked
    if "kind" in turn.raw:
        kind = Kind(turn.raw["kind"])
        statements = tuple(replace(each, kind=kind) for each in statements)
    if turn.raw.get("rest") == Rest.BUSY:
        now = context_of(turn).now
        statements = (*(the_rest(each.rule, now) for each in statements if each.only), *statements)
    marked = await availability.mark(
        turn.unit,
        turn.act,
        turn.person,
        statements,
        kind=kind,
        words=words,
        assumptions=meaning.assumptions,
    )
    if isinstance(marked, availability.Marked | availability.AlreadyFree):
        return replace(marked, zone_taken=zone)
    return marked


def _unsaid(statements: tuple[Statement, ...], kind: Kind, turn: Turn) -> Ask | None:
    """What the words leave open, or say against the command, as a question."""
    said = {statement.kind for statement in statements if statement.kind}
    if "kind" not in turn.raw:
        if UNSAID in turn.raw and not all(each.kind for each in statements):
            options = tuple(Option(each, {"kind": each.value}) for each in (Kind.BUSY, Kind.FREE, Kind.MAYBE))
            return Ask("", KindUnsaid(statements), options)
        if all(each.kind for each in statements) and kind not in said and said != {Kind.MAYBE}:
            options = tuple(Option(each, {"kind": each.value}) for each in (kind, *sorted(said - {kind})))
            return Ask("", KindUnclear(statements), options)
    meant = Kind(turn.raw.get("kind", kind))
    if "rest" not in turn.raw and any(each.only and (each.kind or meant) is Kind.FREE for each in statements):
        options = tuple(Option(each, {"rest": each.value}) for each in Rest)
        return Ask("", RestUnsaid(statements), options)
    return None


async def _zone(turn: Turn) -> str | Ask | None:
    """The zone given in answer to a question, set as the person's own; None: none was given."""
    if turn.person.zone is not None or "zone" not in turn.raw:
        return None
    settled = settle(turn.raw["zone"], "zone")
    if isinstance(settled, Ask):
        return settled
    await turn.unit.people.set_zone(turn.person.id, settled.zone)
    await settle_guesses(turn.unit, turn.person.id, settled.zone)
    return settled.zone


def _meaning(words: str, turn: Turn, zone: str | None) -> Understanding:
    if "reading" in turn.raw:
        chosen = [statement_from_json(each) for each in json.loads(turn.raw["reading"])]
        if zone is not None:  # the reading was offered before the zone was known
            chosen = [replace(each, rule=replace(each.rule, zone=zone)) for each in chosen]
        return Understanding(tuple(chosen))
    context = context_of(turn)
    if zone is not None:
        locale = formats.regional(turn.person.locale, zone)
        context = replace(context, now=to_wall(turn.said_at, zone), zone=zone, locale=locale)
    return understand(words, context)


def _unclear(meaning: Understanding, problem: Problem, kind: Kind) -> Ask:
    example = {
        Kind.BUSY: "every Tuesday evening",
        Kind.FREE: "Tue 1 Dec from 19:00",
        Kind.MAYBE: "Fri 11 Dec",
    }
    options = tuple(
        Option(reading, {"reading": json.dumps([statement_to_json(each) for each in reading.statements])})
        for reading in problem.readings
    )
    if problem.code is Trouble.TOO_LONG or not problem.words:
        problem = Problem(problem.code, "", problem.day, problem.readings)
    return Ask("when", Unclear(problem, meaning.statements, example[kind]), options)


def _month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
