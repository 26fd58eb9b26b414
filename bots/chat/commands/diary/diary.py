"""/busy, /free, /maybe, /undo: what is said of a person's time."""

import json
from dataclasses import dataclass, replace
from typing import Annotated

from bots.chat.arguments import Pick, Words
from bots.chat.commands.band.membership import TheirDiary, member_of
from bots.chat.commands.person.places import settle
from bots.chat.conversations import Ask, Option
from bots.chat.results.diary import KindUnclear, KindUnsaid, LeftOutUnsaid, RestUnsaid, Unclear
from bots.chat.results.person import ZoneUnknown
from bots.chat.turn import Turn
from core import formats, undo
from core.ids import AvailabilityId
from core.moments import to_wall
from core.scheduling.diary import marking as availability
from core.scheduling.diary.rest import LeftOut, Rest, left_out, the_rest
from core.scheduling.diary.zones import settle_guesses, zone_of
from core.scheduling.phrases import understand
from core.scheduling.phrases.codec import statement_from_json, statement_to_json
from core.scheduling.phrases.understanding import (
    Context,
    Kind,
    Problem,
    Statement,
    Trouble,
    Understanding,
)
from core.scheduling.recurrence.rules import Rule

_MEMBER = Pick("For whom? (only a band's owner may)", "member")


@dataclass(frozen=True, slots=True)
class Busy:
    """When one can't."""

    when: Annotated[str, Words("When can't you play?", "every Tuesday evening")]
    member: Annotated[str | None, _MEMBER] = None


@dataclass(frozen=True, slots=True)
class Free:
    """When one can after all."""

    when: Annotated[str, Words("When can you play?", "Tue 1 Dec from 19:00")]
    member: Annotated[str | None, _MEMBER] = None


@dataclass(frozen=True, slots=True)
class Maybe:
    """When one is not sure."""

    when: Annotated[str, Words("When are you not sure?", "Fri 11 Dec")]
    member: Annotated[str | None, _MEMBER] = None


@dataclass(frozen=True, slots=True)
class Undo:
    """The last change taken back."""


async def busy(ask: Busy, turn: Turn) -> object:
    """Mark busy."""
    return await _mark(ask, Kind.BUSY, turn)


async def free(ask: Free, turn: Turn) -> object:
    """Mark free."""
    return await _mark(ask, Kind.FREE, turn)


async def maybe(ask: Maybe, turn: Turn) -> object:
    """Mark maybe."""
    return await _mark(ask, Kind.MAYBE, turn)


async def take_back(_: Undo, turn: Turn) -> undo.Undone:
    """Undo the last change."""
    return await undo.undo_last(turn.unit, turn.act)


REPLACES = "_replaces"
"""Set in what was said when the words are to stand in the place of a rule: its id."""
UNSAID = "unsaid"
"""Set in what was said when no command was: words that do not say busy or free are then asked about."""


def context_of(turn: Turn) -> Context:
    """What the meaning of this person's words depends on."""
    zone = zone_of(turn.person)
    locale = formats.regional(turn.person.locale, turn.person.zone)
    habits = turn.band.habits if turn.band else turn.person.habits
    return Context(now=to_wall(turn.said_at, zone), zone=zone, locale=locale, habits=habits)


async def _mark(ask: Busy | Free | Maybe, kind: Kind, turn: Turn) -> object:
    if ask.member:
        chosen = await member_of(turn, ask.member)
        if isinstance(chosen, Ask):
            return chosen
        if chosen.member.person != turn.person.id:
            return await _enter(ask.when, kind, turn, chosen)
    words = ask.when
    zone = await _zone(turn)
    if isinstance(zone, Ask):
        return zone
    meaning = _meaning(words, turn, zone)
    statements = meaning.statements
    if meaning.problem:
        return _unclear(meaning, meaning.problem, kind)
    if turn.person.zone is None and zone is None and not all(s.rule.all_day for s in statements):
        return Ask("zone", ZoneUnknown())
    asked = _unsaid(statements, kind, turn) or await _left_open(statements, kind, turn)
    if asked is not None:
        return asked
    kind, statements = _settled(kind, statements, turn)
    replaced = turn.raw.get(REPLACES)
    marked = await availability.mark(
        turn.unit,
        turn.act,
        turn.person,
        statements,
        kind=kind,
        words=words,
        assumptions=meaning.assumptions,
        instead=AvailabilityId(int(replaced)) if replaced else None,
    )
    if isinstance(marked, availability.Marked | availability.AlreadyFree):
        return replace(marked, zone_taken=zone)
    return marked


async def _enter(words: str, kind: Kind, turn: Turn, chosen: TheirDiary) -> object:
    """What an owner says of a member, in the member's zone and the band's words."""
    turn = replace(turn, person=chosen.person, band=chosen.band)
    meaning = _meaning(words, turn, chosen.person.zone or chosen.band.zone)
    if meaning.problem:
        return _unclear(meaning, meaning.problem, kind)
    asked = _unsaid(meaning.statements, kind, turn) or _left_open_to_others(meaning.statements, kind, turn)
    if asked is not None:
        return asked
    kind, statements = _settled(kind, meaning.statements, turn)
    return await availability.enter(
        turn.unit,
        turn.act,
        chosen.member,
        statements,
        kind=kind,
        words=words,
        assumptions=meaning.assumptions,
    )


def _settled(kind: Kind, statements: tuple[Statement, ...], turn: Turn) -> tuple[Kind, tuple[Statement, ...]]:
    """The kind and the statements once what was unsaid has been answered."""
    if "kind" in turn.raw:
        kind = Kind(turn.raw["kind"])
        unsaid = any(each.kind is None for each in statements)
        statements = tuple(
            each if unsaid and each.kind is not None else replace(each, kind=kind) for each in statements
        )
    if turn.raw.get("rest") == Rest.BUSY:
        now = context_of(turn).now
        rest = tuple(the_rest(each.rule, now) for each in statements if each.only)
        statements = (*rest, *left_out(statements), *statements)
    return kind, statements


async def _left_open(statements: tuple[Statement, ...], kind: Kind, turn: Turn) -> Ask | None:
    """Whether the person is busy at what is excepted from a free time, unless they are so already."""
    if "rest" in turn.raw:
        return None
    free = _free(statements, kind, turn)
    left = await availability.left_open(turn.unit, turn.person, free, now=turn.now)
    if not left:
        return None
    return _left_out_asked(free, tuple(each.rule for each in left_out(free) if each.rule in left))


def _left_open_to_others(statements: tuple[Statement, ...], kind: Kind, turn: Turn) -> Ask | None:
    """As `_left_open`, without a look into the member's diary: the question would give it away."""
    free = _free(statements, kind, turn)
    rules = tuple(each.rule for each in left_out(each for each in free if not each.by_hour))
    return _left_out_asked(free, rules) if rules and "rest" not in turn.raw else None


def _free(statements: tuple[Statement, ...], kind: Kind, turn: Turn) -> tuple[Statement, ...]:
    meant = Kind(turn.raw.get("kind", kind))
    return tuple(each for each in statements if (each.kind or meant) is Kind.FREE)


def _left_out_asked(free: tuple[Statement, ...], rules: tuple[Rule, ...]) -> Ask:
    return Ask("", LeftOutUnsaid(free, rules), tuple(Option(each, {"rest": each.value}) for each in LeftOut))


def _unsaid(statements: tuple[Statement, ...], kind: Kind, turn: Turn) -> Ask | None:
    """What the words leave open, or say against the command, as a question."""
    said = {statement.kind for statement in statements if statement.kind}
    if "kind" not in turn.raw:
        if UNSAID in turn.raw and not all(each.kind for each in statements):
            options = tuple(Option(each, {"kind": each.value}) for each in (Kind.BUSY, Kind.FREE, Kind.MAYBE))
            return Ask("", KindUnsaid(tuple(each for each in statements if each.kind is None)), options)
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
