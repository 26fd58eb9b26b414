"""Marking in one's own words where nothing can be asked back: unclear words are refused."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import Refusal
from core.journal import Act
from core.people import Person
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.diary.by_hand import ZoneNeeded
from core.scheduling.diary.marking import AlreadyFree, AlreadySo, Marked, left_open, mark
from core.scheduling.kinds import Kind
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context, Statement


@dataclass(eq=False)
class WordsUnclear(Refusal):
    """The words cannot be kept as they stand."""


@dataclass(eq=False)
class KindUnchosen(Refusal):
    """Neither the words nor a choice beside them say busy, maybe or free, or they say different things."""


@dataclass(eq=False)
class RestUnclear(Refusal):
    """The words leave open what the rest of the time is ("only Mondays"), which has to be asked."""


async def mark_in_words(
    unit: SchedulingUnit, act: Act, person: Person, words: str, kind: Kind | None, *, context: Context
) -> Marked | AlreadySo | AlreadyFree:
    """Mark what the words say; `kind`: what was chosen beside them, if anything.

    Raises WordsUnclear, KindUnchosen, RestUnclear, ZoneNeeded.
    """
    meaning = understand(words, context)
    if meaning.problem is not None:
        raise WordsUnclear
    statements = meaning.statements
    if person.zone is None and not all(each.rule.all_day for each in statements):
        raise ZoneNeeded
    _agreeing(statements, kind)
    free = tuple(each for each in statements if (each.kind or kind) is Kind.FREE)
    if any(each.only for each in free) or await left_open(unit, person, free, now=act.at):
        raise RestUnclear
    return await mark(
        unit,
        act,
        person,
        statements,
        kind=kind or Kind.BUSY,
        words=words,
        assumptions=meaning.assumptions,
    )


def _agreeing(statements: Sequence[Statement], kind: Kind | None) -> None:
    """Raise KindUnchosen unless each statement has a kind, and none another than the one that was chosen."""
    said = {each.kind for each in statements}
    if kind is None and None in said:
        raise KindUnchosen
    if kind is not None and not said <= {kind, None}:
        raise KindUnchosen
