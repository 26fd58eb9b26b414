"""Questions about time that words leave open: "only Mondays", "December except the 5th"."""

from collections.abc import Sequence

from bots.chat.reply import (
    Block,
    Paragraph,
    Strong,
    plain,
)
from bots.chat.results.diary import (
    AnotherDay,
    DateRead,
    EntryUnclear,
    KindUnclear,
    KindUnsaid,
    LeftOutUnsaid,
    NewWords,
    OneDay,
    RestUnsaid,
    SinglesOnly,
    Unclear,
)
from bots.chat.turn import Reader
from bots.chat.views import Labels, Questions, QuestionText, QuestionView
from bots.chat.views.diary.dates import another_day, date_read, singles_only
from bots.chat.views.diary.troubles import unclear
from bots.chat.views.understanding.readings import reading_labels
from bots.chat.views.understanding.rules import entry, rule_line
from core import formats
from core.moments import to_exact, to_wall
from core.scheduling.availability.ports import Availability
from core.scheduling.diary.rest import LeftOut, Rest
from core.scheduling.diary.zones import OldRules, ZoneAsked
from core.scheduling.phrases.understanding import Kind, Statement


def _rest_unsaid(about: RestUnsaid, reader: Reader) -> QuestionText:
    return reader.say("Only then. Are you busy the rest of the time?"), _free(about.statements, reader)


def _left_out_unsaid(about: LeftOutUnsaid, reader: Reader) -> QuestionText:
    if len(about.rules) == 1:
        title = reader.say("And are you busy {when}?", when=rule_line(about.rules[0], reader))
        return title, _free(about.statements, reader)
    when = tuple(Paragraph(reader.say("Busy {rule}", rule=rule_line(each, reader))) for each in about.rules)
    return reader.say("And are you busy at the times you left out?"), (
        *when,
        *_free(about.statements, reader),
    )


def _free(statements: tuple[Statement, ...], reader: Reader) -> tuple[Block, ...]:
    return tuple(
        Paragraph(reader.say("Free {rule}", rule=rule_line(each.rule, reader))) for each in statements
    )


def _readings(about: Unclear, reader: Reader) -> Sequence[str] | None:
    return None if about.moments else reading_labels(about.problem, reader)


def _kind_unclear(about: KindUnclear, reader: Reader) -> QuestionText:
    when = tuple(Paragraph(rule_line(each.rule, reader)) for each in about.statements)
    return reader.say("Busy or free? Your words and the command say different things."), when


def _kind_unsaid(about: KindUnsaid, reader: Reader) -> QuestionText:
    when = tuple(Paragraph(rule_line(each.rule, reader)) for each in about.statements)
    return reader.say("Can you play then, or not?"), when


def _entry_unclear(about: EntryUnclear, reader: Reader) -> QuestionText:
    return reader.say("Which of these {n} is it?", n=str(about.count)), ()


def _one_day(about: OneDay, reader: Reader) -> QuestionText:
    days = [formats.day(day, reader.locale, today=reader.today) for day in (about.first, about.last)]
    title = reader.say("That is {first} to {last}. Which day of these?", first=days[0], last=days[1])
    return title, (Paragraph(reader.say("For example: {example}", example=Strong(days[0]))),)


_NEW_WORDS = "Tuesdays from 19:30"


def _new_words(about: NewWords, reader: Reader) -> QuestionText:
    now = reader.say("Now: {rule}", rule=entry(about.said, reader))
    example = reader.say("For example: {example}", example=Strong(_NEW_WORDS))
    return reader.say("How should it be instead?"), (Paragraph(now), Paragraph(example))


def _zone_asked(about: ZoneAsked, reader: Reader) -> QuestionText:
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


QUESTIONS: Questions = {
    Unclear: QuestionView(unclear, lambda about: about.example, _readings),
    KindUnclear: QuestionView(_kind_unclear),
    KindUnsaid: QuestionView(_kind_unsaid),
    RestUnsaid: QuestionView(_rest_unsaid),
    LeftOutUnsaid: QuestionView(_left_out_unsaid),
    EntryUnclear: QuestionView(_entry_unclear),
    NewWords: QuestionView(_new_words, lambda _: _NEW_WORDS),
    OneDay: QuestionView(_one_day, lambda _: "Fri 15 Jan"),
    DateRead: QuestionView(date_read),
    AnotherDay: QuestionView(another_day, lambda about: about.example),
    SinglesOnly: QuestionView(singles_only, lambda about: about.example),
    ZoneAsked: QuestionView(_zone_asked),
}

_KINDS = {Kind.BUSY: "Busy", Kind.FREE: "Free", Kind.MAYBE: "Maybe"}
_RESTS = {Rest.BUSY: "Busy otherwise", Rest.AS_IT_IS: "Leave the rest"}
_LEFT_OUT = {LeftOut.BUSY: "Yes, busy", LeftOut.AS_IT_IS: "No"}
_OLD_RULES = {OldRules.MOVE: "Same hours, new zone", OldRules.KEEP: "Same moments"}

LABELS: Labels = {
    Kind: lambda means, reader: reader.label(_KINDS[means]),
    Rest: lambda means, reader: reader.label(_RESTS[means]),
    LeftOut: lambda means, reader: reader.label(_LEFT_OUT[means]),
    OldRules: lambda means, reader: reader.label(_OLD_RULES[means]),
    Availability: lambda means, reader: plain(entry(means, reader)),
}
