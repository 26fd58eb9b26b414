"""Questions about time that words leave open: "only Mondays", "December except the 5th"."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bots.chat.reply import Block, Line, Paragraph, line
from bots.chat.turn import Reader
from bots.chat.views.understanding import rule_line
from core.scheduling.diary.rest import LeftOut, Rest
from core.scheduling.phrases.understanding import Statement
from core.scheduling.recurrence.rules import Rule


@dataclass(frozen=True, slots=True)
class RestUnsaid:
    """Only then, and the rest of the time was not spoken of."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class LeftOutUnsaid:
    """Free but for some time, of which the words do not say what it is."""

    statements: tuple[Statement, ...]
    rules: tuple[Rule, ...]
    """What is left out, as far as the diary does not say that the person is busy then."""


def _rest_unsaid(about: RestUnsaid, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    return reader.say("Only then. Are you busy the rest of the time?"), _free(about.statements, reader)


def _left_out_unsaid(about: LeftOutUnsaid, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    if len(about.rules) == 1:
        title = reader.say("And are you busy {when}?", when=rule_line(about.rules[0], reader))
        return title, _free(about.statements, reader)
    when = tuple(Paragraph(line("Busy ", rule_line(each, reader))) for each in about.rules)
    return reader.say("And are you busy at what you left out?"), (*when, *_free(about.statements, reader))


def _free(statements: tuple[Statement, ...], reader: Reader) -> tuple[Block, ...]:
    return tuple(Paragraph(line("Free ", rule_line(each.rule, reader))) for each in statements)


ABOUT_OPEN_TIMES: dict[type, Callable[[Any, Reader], tuple[Line, tuple[Block, ...]]]] = {
    RestUnsaid: _rest_unsaid,
    LeftOutUnsaid: _left_out_unsaid,
}
OPEN_TIME_LABELS: dict[type, dict[Any, str]] = {
    Rest: {Rest.BUSY: "Busy otherwise", Rest.AS_IT_IS: "Leave the rest"},
    LeftOut: {LeftOut.BUSY: "Yes, busy", LeftOut.AS_IT_IS: "No"},
}
