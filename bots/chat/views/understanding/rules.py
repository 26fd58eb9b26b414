"""A rule in one clean sentence for a reader."""

from bots.chat.reply import Line, Strong, line
from bots.chat.turn import Reader
from core import formats
from core.scheduling.availability.ports import Availability
from core.scheduling.phrases.understanding import Kind, Statement
from core.scheduling.recurrence.rules import Rule
from presentation.rules.first_season import within_one_season
from presentation.rules.sentences import bounds, exceptions, when

_ENTRIES = {Kind.BUSY: "Busy {rule}", Kind.MAYBE: "Maybe {rule}", Kind.FREE: "Free {rule}"}
_STATEMENTS = {Kind.BUSY: "busy {rule}", Kind.MAYBE: "maybe {rule}", Kind.FREE: "free {rule}"}


def rule_line(rule: Rule, reader: Reader) -> Line:
    """One rule as one sentence without a verb: "**every Tuesday, 18:00-23:00**, from Tue 24 Nov"."""
    rule = within_one_season(rule)
    words = line(Strong(when(rule, reader)))
    for bound in bounds(rule, reader):
        words = reader.say("{rule}, {bound}", rule=words, bound=bound)
    if left_out := exceptions(rule, reader):
        words = reader.say("{rule}, not on {days}", rule=words, days=left_out)
    if rule.zone != reader.zone:
        words = reader.say("{rule} ({city})", rule=words, city=formats.city_of(rule.zone))
    return words


def entry(said: Availability, reader: Reader) -> Line:
    """One rule of a diary, its kind first."""
    return reader.say(_ENTRIES[said.kind], rule=rule_line(said.rule, reader))


def statement_line(statement: Statement, reader: Reader) -> Line:
    """One statement, its kind first where the words said it."""
    words = rule_line(statement.rule, reader)
    return reader.say(_STATEMENTS[statement.kind], rule=words) if statement.kind else words
