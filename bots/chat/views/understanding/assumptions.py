"""What was taken for granted about somebody's words, so that they can contradict it."""

from collections.abc import Sequence
from datetime import date, time

from bots.chat.reply import Line, Strong
from bots.chat.turn import Reader
from core import formats
from core.scheduling.phrases.understanding import Assumed, Assumption
from presentation.rules.sentences import days_between


def assumption_lines(assumptions: Sequence[Assumption], reader: Reader) -> list[Line]:
    """What was taken for granted, each thing once: "until Easter" says already when Easter is."""
    ends = [each for each in assumptions if each.what in (Assumed.UNTIL, Assumed.BEFORE)]
    said = [
        assumption_line(each, reader)
        for each in assumptions
        if each.what is not Assumed.DATE
        or not any(each.words in end.words and each.day == end.day for end in ends)
    ]
    return list(dict.fromkeys(words for words in said if words))


def assumption_line(assumption: Assumption, reader: Reader) -> Line | None:
    """One thing that was taken for granted; None when the rule says it itself."""
    taken = _taken(assumption, reader)
    if taken is None:
        return None
    words = assumption.words.replace("_", " ")
    if assumption.what is Assumed.END:
        end = reader.label("midnight") if assumption.at == time(0) else taken
        return reader.say("You said no end, so I took {end}.", end=end)
    if assumption.what is Assumed.PHASE:
        return reader.say("I took {day} as the first one.", day=taken)
    if assumption.what is Assumed.WEEK_NUMBERS and assumption.day:
        sentence = "I went by ISO week numbers for {words}: {day} is in week {number}."
        number = str(assumption.day.isocalendar().week)
        return reader.say(sentence, words=Strong(words), day=taken, number=number)
    return reader.say("I took {words} as {taken}.", words=Strong(words), taken=taken)


def _taken(assumption: Assumption, reader: Reader) -> str | None:
    match assumption.what:
        case Assumed.DAY_PART if assumption.part:
            return formats.hours(assumption.part.start, assumption.part.end, reader.locale)
        case Assumed.CLOCK | Assumed.END if assumption.at is not None:
            return formats.clock(assumption.at, reader.locale)
        case Assumed.UNTIL if assumption.day:
            return reader.label("up to and including {day}", day=_day(assumption.day, reader))
        case Assumed.BEFORE if assumption.day:
            return reader.label("before {day}", day=_day(assumption.day, reader))
        case Assumed.DATE | Assumed.WEEK | Assumed.PHASE | Assumed.WEEK_NUMBERS if assumption.day:
            return days_between(assumption.day, assumption.last or assumption.day, reader)
        case _:
            return None


def _day(value: date, reader: Reader) -> str:
    return formats.day(value, reader.locale, today=reader.today)
