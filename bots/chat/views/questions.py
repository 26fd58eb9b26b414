"""What is asked back, and the buttons that answer it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bots.chat.arguments import Amount, Flag, Missing, Pick, Unfit
from bots.chat.conversations import MissingArgument, Question
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Form,
    Line,
    Paragraph,
    Reply,
    Strong,
    Weight,
    line,
    plain,
    rows,
)
from bots.chat.turn import Reader
from bots.chat.views.band.editing import (
    CLOCKS,
    VALUE,
    Clock,
    ClockAsked,
    ValueAsked,
    clock_asked,
    value_asked,
)
from bots.chat.views.band.members import (
    PART,
    PART_EXAMPLE,
    MemberUnclear,
    PartAsked,
    member_unclear,
    part_asked,
)
from bots.chat.views.dates import AnotherDay, DateRead, SinglesOnly, another_day, date_read, singles_only
from bots.chat.views.diary.open_times import ABOUT_OPEN_TIMES, OPEN_TIME_LABELS
from bots.chat.views.gigs.commitment_questions import (
    ABOUT_COMMITMENTS,
    GigTimeUnsaid,
    NewPlaceUnsaid,
    NewTimeUnsaid,
)
from bots.chat.views.gigs.commitment_words import label
from bots.chat.views.understanding import entry, reading_labels, rule_line, statement_line
from core import formats
from core.bands import Band
from core.bands.fields import EXAMPLES
from core.moments import to_exact, to_wall
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.diary.zones import OldRules, ZoneAsked
from core.scheduling.phrases.understanding import Kind, Problem, Statement, Trouble
from core.scheduling.places import Place


@dataclass(frozen=True, slots=True)
class Unclear:
    """A sentence that cannot be saved as it stands."""

    problem: Problem
    understood: tuple[Statement, ...]
    example: str
    saves: bool = True
    """It would have been saved; False: it only names days to look at."""
    moments: bool = False
    """One moment is asked for: the readings differ in when they begin."""


@dataclass(frozen=True, slots=True)
class KindUnclear:
    """The command says one thing and the words another ("/busy free on Tuesdays")."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class KindUnsaid:
    """Words without a command that do not say whether one can or can't."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class EntryUnclear:
    """Several entries of the diary are about that."""

    count: int


@dataclass(frozen=True, slots=True)
class OneDay:
    """Several days were named where one is asked for."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class NewWords:
    """A rule of the diary is to be said anew."""

    said: Availability


@dataclass(frozen=True, slots=True)
class ZoneUnknown:
    """Times were said, and nobody knows in which zone."""


@dataclass(frozen=True, slots=True)
class HomeUnknown:
    """A band is being made, and neither its city nor its founder's zone is known."""


@dataclass(frozen=True, slots=True)
class PlaceUnclear:
    """Several cities of that name."""

    words: str


@dataclass(frozen=True, slots=True)
class RoleUnclear:
    """An invite for a dep, and for another role in the same breath."""


@dataclass(frozen=True, slots=True)
class BandUnclear:
    """The person plays in several bands."""


def question(result: Question, reader: Reader) -> Reply:
    """The question, its buttons, and a form where the answer can be typed."""
    title, blocks = _WORDS[type(result.ask.about)](result.ask.about, reader)
    about = result.ask.about
    if isinstance(about, Unclear) and not about.moments:
        labels = reading_labels(about.problem, reader)
    else:
        labels = [_label(option.means, reader) for option in result.ask.options]
    buttons: list[Button] = [
        Action(label, "pick", (result.draft, number), _weight(number)) for number, label in enumerate(labels)
    ]
    if result.ask.asking:
        prompt, example = _form(result.ask.about)
        buttons.append(Form("Type it", result.draft, prompt, example))
    each = 1 if any(len(button.label) > _LONG for button in buttons) else 4
    return Reply(
        title,
        blocks,
        rows(*buttons, each=each),
        awaits_text=bool(result.ask.asking),
    )


def trouble_line(problem: Problem, reader: Reader) -> Line:
    """What is wrong with the words, in one sentence."""
    words = Strong(_short(problem.words)) if problem.words else line("that")
    if problem.code is Trouble.NOT_AN_OCCURRENCE and problem.day is None:
        return reader.say("{words} is not one of these days.", words=words)
    day = formats.day(problem.day, reader.locale, today=reader.today) if problem.day else ""
    return reader.say(_TROUBLES[problem.code], words=words, day=day)


def _short(words: str) -> str:
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()} ..."


_LONG = 24
_QUOTED = 80
"""No more of a person's words is given back in a sentence."""


def _unclear(about: Unclear, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    problem = about.problem
    blocks: list[Block] = [
        Paragraph(line("Understood: ", statement_line(each, reader))) for each in about.understood
    ]
    title = trouble_line(problem, reader)
    if problem.code is Trouble.NOT_AN_OCCURRENCE and problem.readings:
        return title, (*blocks, Paragraph(reader.say("Which day was meant?")))
    if problem.readings:
        ask = "Which one is it?" if len(problem.readings) > 1 else "Is it this?"
        return title, (*blocks, Paragraph(reader.say(ask)))
    sentence = "For example: {example}. Nothing was saved." if about.saves else "For example: {example}"
    hint = reader.say(sentence, example=Strong(about.example))
    return title, (*blocks, Paragraph(hint))


_TROUBLES = {
    Trouble.EMPTY: "When?",
    Trouble.TOO_LONG: "That is more than I can read at once. Send it in shorter pieces.",
    Trouble.NOT_UNDERSTOOD: "I can't tell which days {words} means.",
    Trouble.NOT_AVAILABILITY: "I see no days or times in {words}.",
    Trouble.QUESTION: "That reads like a question. Say when you can or can't.",
    Trouble.AMBIGUOUS: "I can read {words} in more than one way.",
    Trouble.WEEKDAY_MISMATCH: "You said {words}, but that day is {day}.",
    Trouble.NOT_AN_OCCURRENCE: "You said {words}, but that is {day}, which is not one of these days.",
    Trouble.IMPOSSIBLE_DATE: "There is no such day as {words}.",
    Trouble.IMPOSSIBLE_TIME: "There is no such time as {words}.",
    Trouble.PAST: "That is over already: {words}.",
    Trouble.END_BEFORE_START: "That ends before it begins: {words}.",
    Trouble.UNSUPPORTED: "I can't keep {words} as a rule. Say it in dates.",
}


def _kind_unclear(about: KindUnclear, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    when = tuple(Paragraph(rule_line(each.rule, reader)) for each in about.statements)
    return reader.say("Busy or free? Your words and the command say different things."), when


def _kind_unsaid(about: KindUnsaid, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    when = tuple(Paragraph(rule_line(each.rule, reader)) for each in about.statements)
    return reader.say("Can you play then, or not?"), when


def _entry_unclear(about: EntryUnclear, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    return reader.say("Which of these {n} is it?", n=str(about.count)), ()


def _one_day(about: OneDay, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    days = [formats.day(day, reader.locale, today=reader.today) for day in (about.first, about.last)]
    title = reader.say("That is {first} to {last}. Which day of these?", first=days[0], last=days[1])
    return title, (Paragraph(reader.say("For example: {example}", example=Strong(days[0]))),)


def _new_words(about: NewWords, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    now = reader.say("Now: {rule}", rule=entry(about.said, reader))
    example = reader.say("For example: {example}", example=Strong("Tuesdays from 19:30"))
    return reader.say("How should it be instead?"), (Paragraph(now), Paragraph(example))


def _zone_unknown(_: ZoneUnknown, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    why = reader.say("Your times are kept in your own zone. A city is enough.")
    return reader.say("Which city are you in?"), (Paragraph(why),)


def _home_unknown(_: HomeUnknown, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    why = reader.say("Its clock is the band's clock. The city, or the nearest bigger one.")
    return reader.say("Where is the band at home?"), (Paragraph(why),)


def _place_unclear(about: PlaceUnclear, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    return reader.say("Which {place} do you mean?", place=Strong(about.words)), ()


def _band_unclear(_: BandUnclear, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    return reader.say("For which band?"), ()


def _role_unclear(_: RoleUnclear, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    why = reader.say("A dep is a stand-in, asked for one gig at a time.")
    return reader.say("Which of the two is it for?"), (Paragraph(why),)


def _zone_asked(about: ZoneAsked, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    title = reader.say("What happens to what you have said in {old} time?", old=formats.city_of(about.old))
    rule = about.example.rule
    example = reader.say("For example: {rule}", rule=rule_line(rule, reader))
    if rule.all_day:
        keep = reader.say("Either the days stay as you said them, or they stay the same moments.")
        return title, (Paragraph(example), Paragraph(keep))
    said = formats.clock(rule.start.time(), reader.locale)
    moved = to_wall(to_exact(rule.start, rule.zone), about.zone).time()
    cities = {"old": formats.city_of(rule.zone), "new": formats.city_of(about.zone)}
    hours = reader.say("Same hours: {said} stays {said}, now in {new}.", said=said, **cities)
    moments = reader.say(
        "Same moments: {said} in {old} is {moved} in {new}.",
        said=said,
        moved=formats.clock(moved, reader.locale),
        **cities,
    )
    return title, (Paragraph(example), Paragraph(hours), Paragraph(moments))


def _missing(about: MissingArgument, reader: Reader) -> tuple[Line, tuple[Block, ...]]:
    argument = about.problem.argument
    blocks: tuple[Block, ...] = ()
    example = getattr(argument.kind, "example", "")
    if example:
        blocks = (Paragraph(reader.say("For example: {example}", example=Strong(example))),)
    match about.problem:
        case Missing():
            return line(argument.kind.question), blocks
        case Unfit(said=said):
            title = reader.say(
                "{said} does not fit here. {question}",
                said=Strong(said[:60]),
                question=argument.kind.question,
            )
            match argument.kind:
                case Flag():
                    blocks = (Paragraph(reader.say("Say yes or no.")),)
                case Amount(unit=unit, least=least, most=most):
                    sentence = f"A number of {unit}, {least:g} to {most:g}."
                    blocks = (Paragraph(reader.say(sentence)),)
            return title, blocks


def _form(about: Any) -> tuple[str, str]:
    match about:
        case MissingArgument(problem=Missing(argument=argument) | Unfit(argument=argument)):
            example = "" if isinstance(argument.kind, Pick | Flag) else getattr(argument.kind, "example", "")
            return argument.kind.question, example
        case Unclear(example=example) | AnotherDay(example=example) | SinglesOnly(example=example):
            return "When?", example
        case OneDay():
            return "Which day?", "Fri 15 Jan"
        case NewWords():
            return "When?", "Tuesdays from 19:30"
        case PartAsked():
            return PART, PART_EXAMPLE
        case ValueAsked(field=field):
            return VALUE, EXAMPLES[field]
        case NewTimeUnsaid() | NewPlaceUnsaid() | GigTimeUnsaid():
            return about.PROMPT, about.EXAMPLE
        case _:
            return "City", "Leeds"


def _label(means: Any, reader: Reader) -> str:
    if type(means) in _FIXED:
        return _FIXED[type(means)][means]
    match means:
        case Place():
            return ", ".join(filter(None, (means.name, means.region, means.country)))
        case Band():
            return means.name
        case datetime():
            return formats.moment(means, reader.locale, today=reader.today)
        case date():
            return formats.day(means, reader.locale, today=reader.today)
        case Commitment():
            return label(means, reader)
        case Availability():
            return plain(entry(means, reader))
        case _:
            return str(means)


_FIXED: dict[type, dict[Any, str]] = {
    Kind: {kind: kind.value.capitalize() for kind in Kind},
    **OPEN_TIME_LABELS,
    OldRules: {OldRules.MOVE: "Same hours, new zone", OldRules.KEEP: "Same moments"},
    Clock: CLOCKS,
}
"""By type first: what two of them are called may be the same word."""


def _weight(number: int) -> Weight:
    return Weight.FIRST if number == 0 else Weight.PLAIN


_WORDS: dict[type, Callable[[Any, Reader], tuple[Line, tuple[Block, ...]]]] = {
    Unclear: _unclear,
    KindUnclear: _kind_unclear,
    KindUnsaid: _kind_unsaid,
    **ABOUT_OPEN_TIMES,
    EntryUnclear: _entry_unclear,
    NewWords: _new_words,
    OneDay: _one_day,
    DateRead: date_read,
    AnotherDay: another_day,
    SinglesOnly: singles_only,
    ZoneUnknown: _zone_unknown,
    HomeUnknown: _home_unknown,
    PlaceUnclear: _place_unclear,
    BandUnclear: _band_unclear,
    RoleUnclear: _role_unclear,
    MemberUnclear: member_unclear,
    PartAsked: part_asked,
    ValueAsked: value_asked,
    ClockAsked: clock_asked,
    ZoneAsked: _zone_asked,
    MissingArgument: _missing,
    **ABOUT_COMMITMENTS,
}
