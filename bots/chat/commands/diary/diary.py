"""/busy, /free, /maybe, /undo: marking a person's time, and taking that back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from bots.chat.arguments import KeptField, PickField, WordsField
from bots.chat.commands.band.membership import TheirDiary, member_of
from bots.chat.commands.person.cities import settle
from bots.chat.contexts import own_context
from bots.chat.conversations import Ask, Option
from bots.chat.results.diary import KindUnclear, KindUnsaid, LeftOutUnsaid, RestUnsaid, Unclear
from bots.chat.results.person import ZoneUnknown
from bots.chat.turn import BandMeant, Turn
from core import undo
from core.ids import AvailabilityId
from core.scheduling.diary import marking
from core.scheduling.diary.rest import LeftOut, Rest, left_out, the_rest
from core.scheduling.diary.zones import settle_guesses
from core.scheduling.phrases import understand
from core.scheduling.phrases.codec import statement_from_json, statement_to_json
from core.scheduling.phrases.understanding import (
    Kind,
    Problem,
    Statement,
    Trouble,
    Understanding,
)
from core.scheduling.recurrence.rules import Rule

_MEMBER = PickField("Who for? (band owners only)", "member")


def _statements(kept: str) -> tuple[Statement, ...]:
    return tuple(statement_from_json(each) for each in json.loads(kept))


def kept_statements(statements: Sequence[Statement]) -> str:
    """Statements as a pending command keeps them."""
    return json.dumps([statement_to_json(each) for each in statements])


def _rule(kept: str) -> AvailabilityId:
    return AvailabilityId(int(kept))


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkingSettled:
    """The answers to questions that came up before a diary could be marked."""

    band: Annotated[str, KeptField()] = ""
    """The id of the band that the member is in, one of the caller's."""
    kind: Annotated[Kind | None, KeptField(Kind)] = None
    """What the words mean, where they and the command did not say it, or said different things."""
    rest: Annotated[str | None, KeptField()] = None
    """What holds for the rest of the time, or for the time left out: a value of Rest or LeftOut."""
    zone: Annotated[str | None, KeptField()] = None
    """The person's own zone, or their city, where nobody knew it."""
    reading: Annotated[tuple[Statement, ...] | None, KeptField(_statements)] = None
    """Which of several readings of the words is meant."""
    replaces: Annotated[AvailabilityId | None, KeptField(_rule, key="_replaces")] = None
    """The words replace this rule."""
    unsaid: Annotated[bool, KeptField(bool)] = False
    """No command was typed: words that do not say busy or free are asked about."""


@dataclass(frozen=True, slots=True)
class BusyArguments(MarkingSettled):
    """When one can't."""

    when: Annotated[str, WordsField("When can't you play?", "every Tuesday evening")]
    member: Annotated[str | None, _MEMBER] = None


@dataclass(frozen=True, slots=True)
class FreeArguments(MarkingSettled):
    """When one can after all."""

    when: Annotated[str, WordsField("When can you play?", "Tue 1 Dec from 19:00")]
    member: Annotated[str | None, _MEMBER] = None


@dataclass(frozen=True, slots=True)
class MaybeArguments(MarkingSettled):
    """When one is not sure."""

    when: Annotated[str, WordsField("When are you not sure?", "Fri 11 Dec")]
    member: Annotated[str | None, _MEMBER] = None


@dataclass(frozen=True, slots=True)
class UndoArguments:
    """The last change taken back."""


MarkResult = marking.Marked | marking.AlreadySo | marking.AlreadyFree | Ask
"""The results of /busy, /free and /maybe."""


async def busy(ask: BusyArguments, turn: Turn) -> MarkResult:
    """Mark busy."""
    return await _mark(ask, Kind.BUSY, turn)


async def free(ask: FreeArguments, turn: Turn) -> MarkResult:
    """Mark free."""
    return await _mark(ask, Kind.FREE, turn)


async def maybe(ask: MaybeArguments, turn: Turn) -> MarkResult:
    """Mark maybe."""
    return await _mark(ask, Kind.MAYBE, turn)


async def take_back(_: UndoArguments, turn: Turn) -> undo.Undone:
    """Undo the last change."""
    return await undo.undo_last(turn.unit, turn.act)


async def _mark(ask: BusyArguments | FreeArguments | MaybeArguments, kind: Kind, turn: Turn) -> MarkResult:
    if ask.member:
        chosen = await member_of(turn, ask.member, said=ask.band)
        if isinstance(chosen, Ask):
            return chosen
        if chosen.member.person != turn.person.id:
            return await _enter(ask, kind, turn, chosen)
    zone = await _zone(ask, turn)
    if isinstance(zone, Ask):
        return zone
    meaning = _meaning(ask, turn, zone)
    statements = meaning.statements
    if meaning.problem:
        return _unclear(meaning, meaning.problem, kind)
    if turn.person.zone is None and zone is None and not all(s.rule.all_day for s in statements):
        return Ask("zone", ZoneUnknown())
    asked = _unsaid(ask, statements, kind) or await _left_open(ask, statements, kind, turn)
    if asked is not None:
        return asked
    kind, statements = _settled(ask, kind, statements, turn)
    marked = await marking.mark(
        turn.unit,
        turn.act,
        turn.person,
        statements,
        kind=kind,
        words=ask.when,
        assumptions=meaning.assumptions,
        instead=ask.replaces,
    )
    if isinstance(marked, marking.Marked | marking.AlreadyFree):
        return replace(marked, zone_taken=zone)
    return marked


async def _enter(
    ask: BusyArguments | FreeArguments | MaybeArguments, kind: Kind, turn: Turn, chosen: TheirDiary
) -> MarkResult:
    """An owner marks a member's diary: in the member's zone, with the band's meaning of "evening"."""
    turn = replace(turn, person=chosen.person, subject=BandMeant(chosen.band, chosen.mine))
    meaning = _meaning(ask, turn, chosen.person.zone or chosen.band.zone)
    if meaning.problem:
        return _unclear(meaning, meaning.problem, kind)
    asked = _unsaid(ask, meaning.statements, kind) or _left_open_to_others(ask, meaning.statements, kind)
    if asked is not None:
        return asked
    kind, statements = _settled(ask, kind, meaning.statements, turn)
    return await marking.enter(
        turn.unit,
        turn.act,
        chosen.member,
        statements,
        kind=kind,
        words=ask.when,
        assumptions=meaning.assumptions,
    )


def _settled(
    ask: MarkingSettled, kind: Kind, statements: tuple[Statement, ...], turn: Turn
) -> tuple[Kind, tuple[Statement, ...]]:
    """The kind and the statements once what was unsaid has been answered."""
    if ask.kind is not None:
        kind = ask.kind
        unsaid = any(each.kind is None for each in statements)
        statements = tuple(
            each if unsaid and each.kind is not None else replace(each, kind=kind) for each in statements
        )
    if ask.rest == Rest.BUSY:
        now = own_context(turn).now
        rest = tuple(the_rest(each.rule, now) for each in statements if each.only)
        statements = (*rest, *left_out(statements), *statements)
    return kind, statements


async def _left_open(
    ask: MarkingSettled, statements: tuple[Statement, ...], kind: Kind, turn: Turn
) -> Ask | None:
    """Ask whether the person is busy at the times excepted from a free time, unless the diary says so."""
    if ask.rest is not None:
        return None
    free = _free(ask, statements, kind)
    left = await marking.left_open(turn.unit, turn.person, free, now=turn.now)
    if not left:
        return None
    return _left_out_asked(free, tuple(each.rule for each in left_out(free) if each.rule in left))


def _left_open_to_others(ask: MarkingSettled, statements: tuple[Statement, ...], kind: Kind) -> Ask | None:
    """As `_left_open`, without a look into the member's diary: the question would give it away."""
    free = _free(ask, statements, kind)
    rules = tuple(each.rule for each in left_out(each for each in free if not each.by_hour))
    return _left_out_asked(free, rules) if rules and ask.rest is None else None


def _free(ask: MarkingSettled, statements: tuple[Statement, ...], kind: Kind) -> tuple[Statement, ...]:
    meant = ask.kind or kind
    return tuple(each for each in statements if (each.kind or meant) is Kind.FREE)


def _left_out_asked(free: tuple[Statement, ...], rules: tuple[Rule, ...]) -> Ask:
    return Ask("", LeftOutUnsaid(free, rules), tuple(Option(each, {"rest": each.value}) for each in LeftOut))


def _unsaid(ask: MarkingSettled, statements: tuple[Statement, ...], kind: Kind) -> Ask | None:
    """A question about what the words leave open, or where they contradict the command."""
    if ask.kind is None:
        asked = _kind_asked(statements, kind, unsaid=ask.unsaid)
        if asked is not None:
            return asked
    meant = ask.kind or kind
    if ask.rest is None and any(each.only and (each.kind or meant) is Kind.FREE for each in statements):
        options = tuple(Option(each, {"rest": each.value}) for each in Rest)
        return Ask("", RestUnsaid(statements), options)
    return None


def _kind_asked(statements: tuple[Statement, ...], kind: Kind, *, unsaid: bool) -> Ask | None:
    """Busy or free: asked where neither command nor words say it, or where they say different things."""
    said = {statement.kind for statement in statements if statement.kind}
    without = tuple(each for each in statements if each.kind is None)
    if unsaid and without:
        options = tuple(Option(each, {"kind": each.value}) for each in (Kind.BUSY, Kind.FREE, Kind.MAYBE))
        return Ask("", KindUnsaid(without), options)
    if not without and kind not in said and said != {Kind.MAYBE}:
        options = tuple(Option(each, {"kind": each.value}) for each in (kind, *sorted(said - {kind})))
        return Ask("", KindUnclear(statements), options)
    return None


async def _zone(ask: MarkingSettled, turn: Turn) -> str | Ask | None:
    """The zone given in answer to a question, set as the person's own; None: none was given."""
    if turn.person.zone is not None or ask.zone is None:
        return None
    settled = settle(ask.zone, "zone")
    if isinstance(settled, Ask):
        return settled
    await turn.unit.people.set_zone(turn.person.id, settled.zone)
    await settle_guesses(turn.unit, turn.person.id, settled.zone)
    return settled.zone


def _meaning(
    ask: BusyArguments | FreeArguments | MaybeArguments, turn: Turn, zone: str | None
) -> Understanding:
    if ask.reading is None:
        return understand(ask.when, own_context(turn, zone=zone))
    chosen = ask.reading
    if zone is not None:  # the reading was offered before the zone was known
        chosen = tuple(replace(each, rule=replace(each.rule, zone=zone)) for each in chosen)
    return Understanding(chosen)


def _unclear(meaning: Understanding, problem: Problem, kind: Kind) -> Ask:
    example = {
        Kind.BUSY: "every Tuesday evening",
        Kind.FREE: "Tue 1 Dec from 19:00",
        Kind.MAYBE: "Fri 11 Dec",
    }
    options = tuple(
        Option(reading, {"reading": kept_statements(reading.statements)}) for reading in problem.readings
    )
    if problem.code is Trouble.TOO_LONG or not problem.words:
        problem = Problem(problem.code, "", problem.day, problem.readings)
    return Ask("when", Unclear(problem, meaning.statements, example[kind]), options)
