"""A rule, and what was assumed about it, in one clean sentence for a reader."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bots.chat.reply import Line, Strong, line, plain
from bots.chat.turn import Reader
from bots.chat.views.seasons import season_words
from core import formats
from core.scheduling.availability.ports import Availability
from core.scheduling.phrases.understanding import Assumed, Assumption, Kind, Problem, Statement, Trouble
from core.scheduling.recurrence.ends import last_occurrence, left_out_runs
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule, WeekdayNumber
from presentation.words import ordinal, place

_EXCEPTIONS_SHOWN = 60
"""Days or stretches of them; a sentence names fewer, a calendar may have more."""
_FORESEEN = timedelta(days=5 * 365)
"""Where it ends beyond this, how often it comes says more than the last day."""
_SMALL_HOURS = time(6)
"""An end up to this time plainly belongs to the night before."""
_MOST_NTHS = 2
"""Of more weekdays of the month than these, it is shorter to say which are left out."""
_KINDS = {Kind.BUSY: "Busy", Kind.MAYBE: "Maybe", Kind.FREE: "Free"}


def kind_word(kind: Kind) -> str:
    """How a kind begins a sentence."""
    return _KINDS[kind]


def rule_line(rule: Rule, reader: Reader) -> Line:
    """One rule as one sentence without a verb: "**every Tuesday, 18:00-23:00**, from Tue 24 Nov"."""
    words = line(Strong(_when(rule, reader)))
    for bound in _bounds(rule, reader):
        words = line(words, ", ", bound)
    if left_out := _exceptions(rule, reader):
        words = line(words, ", not on ", left_out)
    if rule.zone != reader.zone:
        words = line(words, f" ({formats.city_of(rule.zone)})")
    return words


def entry(said: Availability, reader: Reader) -> Line:
    """One rule of a diary, its kind first."""
    return line(f"{kind_word(said.kind)} ", rule_line(said.rule, reader))


def reading_labels(problem: Problem, reader: Reader) -> list[str]:
    """The readings of a problem, each short enough for a button: just what sets it apart."""
    readings = problem.readings
    if problem.code is Trouble.NOT_AN_OCCURRENCE:
        left_out = [{day for each in one.statements for day in each.rule.exceptions} for one in readings]
        common = set.intersection(*left_out) if left_out else set()
        if len({frozenset(days) for days in left_out}) == len(readings):
            return [_apart(sorted(days - common), reader) for days in left_out]
    kinds = {each.kind for one in readings for each in one.statements}
    say = statement_line if len(kinds) > 1 else _without_kind
    return ["; ".join(plain(say(each, reader)) for each in one.statements) for one in readings]


def _apart(days: Sequence[datetime], reader: Reader) -> str:
    if not days:
        return "None of them"
    return formats.listing([_day(each.date(), reader) for each in days], reader.locale)


def _without_kind(statement: Statement, reader: Reader) -> Line:
    return rule_line(statement.rule, reader)


def statement_line(statement: Statement, reader: Reader) -> Line:
    """One statement, its kind first where the words said it."""
    words = rule_line(statement.rule, reader)
    return line(f"{kind_word(statement.kind).lower()} ", words) if statement.kind else words


def occurrence(start: datetime, end: datetime | None, reader: Reader, *, whole_days: bool) -> str:
    """One occurrence: its day, or its days."""
    first = formats.day(start.date(), reader.locale, today=reader.today)
    if end is None or end - start <= timedelta(days=1) or not whole_days:
        return first
    return f"{first} to {_day(end.date() - timedelta(days=1), reader)}"


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
    """What was taken for granted, so that it can be contradicted; None when the rule says it itself."""
    taken = _taken(assumption, reader)
    if taken is None:
        return None
    words = assumption.words.replace("_", " ")
    if assumption.what is Assumed.END:
        end = "midnight" if assumption.at == time(0) else taken
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
            return f"up to and including {_day(assumption.day, reader)}"
        case Assumed.BEFORE if assumption.day:
            return f"before {_day(assumption.day, reader)}"
        case Assumed.DATE | Assumed.WEEK | Assumed.PHASE | Assumed.WEEK_NUMBERS if assumption.day:
            first = _day(assumption.day, reader)
            if assumption.last and assumption.last != assumption.day:
                return f"{first} to {_day(assumption.last, reader)}"
            return first
        case _:
            return None


def _when(rule: Rule, reader: Reader) -> str:
    if rule.repeat is None:
        return _once(rule, reader)
    words = _series(rule.repeat, rule, reader)
    if rule.all_day:
        days = (rule.nominal or timedelta(days=1)).days
        return words if days == 1 else f"{words}, {days} days each"
    return f"{words}, {_times(rule, reader)}"


def _once(rule: Rule, reader: Reader) -> str:
    first = _day(rule.start.date(), reader)
    if rule.nominal is None:
        if rule.all_day:
            return f"from {first} on"
        return f"from {formats.moment(rule.start, reader.locale, today=reader.today)} on"
    end = rule.start + rule.nominal + rule.elapsed
    if rule.all_day:
        last = end.date() - timedelta(days=1)
        return first if last == rule.start.date() else f"{first} to {_day(last, reader)}"
    if end - rule.start < timedelta(days=1):
        return f"{first}, {_times(rule, reader)}"
    start = formats.moment(rule.start, reader.locale, today=reader.today)
    if end.time() == time(0):
        return f"{start} to the end of {_day(end.date() - timedelta(days=1), reader)}"
    return f"{start} to {formats.moment(end, reader.locale, today=reader.today)}"


def _times(rule: Rule, reader: Reader) -> str:
    end = rule.start + (rule.nominal or timedelta(0)) + rule.elapsed
    times = formats.hours(rule.start.time(), end.time(), reader.locale)
    late = end.date() > rule.start.date() and end.time() > _SMALL_HOURS
    return f"{times} the next day" if late else times


def _series(repeat: Repeat, rule: Rule, reader: Reader) -> str:
    if repeat.of_seasons:
        return season_words(repeat, rule, reader)
    match repeat.frequency:
        case Frequency.DAILY:
            every = _every(repeat.interval, "day")
        case Frequency.WEEKLY:
            every = _weekly(repeat, rule, reader)
        case Frequency.MONTHLY:
            every = _monthly(repeat, rule, reader)
        case Frequency.YEARLY:
            month = formats.month(rule.start.month, reader.locale)
            every = f"{_every(repeat.interval, 'year')} on {rule.start.day} {month}"
    return every


def _weekly(repeat: Repeat, rule: Rule, reader: Reader) -> str:
    days = sorted({entry.weekday for entry in repeat.by_day}) or [rule.start.weekday()]
    if repeat.interval == 1 and days == [0, 1, 2, 3, 4]:
        return "every weekday (Mon to Fri)"
    if repeat.interval == 1 and days == list(range(7)):
        return "every day"
    names = formats.listing([formats.weekday(number, reader.locale) for number in days], reader.locale)
    if repeat.interval == 1:
        return f"every {names}"
    return f"every other {names}" if repeat.interval == 2 else f"every {repeat.interval} weeks on {names}"


def _monthly(repeat: Repeat, rule: Rule, reader: Reader) -> str:
    of = "every month" if repeat.interval == 1 else f"every {repeat.interval} months"
    if repeat.by_month_day:
        numbers = sorted(repeat.by_month_day, key=lambda n: (n < 0, n))
        days = [f"the {ordinal(n)}" if n > 0 else f"the {place(n)}" for n in numbers]
        day = " day" if numbers[-1] < 0 else ""
        return f"on {formats.listing(days, reader.locale)}{day} of {of}"
    if repeat.by_day:
        if repeat.by_set_position:
            names = formats.listing([_nth(entry, reader) for entry in repeat.by_day], reader.locale)
            return f"on the {place(repeat.by_set_position[0])} of {names} of {of}"
        return _nth_weekdays(repeat, of, reader)
    return f"on the {ordinal(rule.start.day)} of {of}"


def _nth_weekdays(repeat: Repeat, of: str, reader: Reader) -> str:
    """On the second and fourth Thursday of every month; every Tuesday except the first one of the month."""
    nths = list(dict.fromkeys(entry.nth for entry in repeat.by_day))
    days = {entry.weekday for entry in repeat.by_day}
    names = formats.listing([formats.weekday(day, reader.locale) for day in sorted(days)], reader.locale)
    if nths == [0]:
        return f"every {names}" if repeat.interval == 1 else f"every {names} of {of}"
    if len(days) == 1:
        every = range(1, 6) if nths[0] > 0 else range(-5, 0)
        others = [n for n in every if n not in nths]
        if repeat.interval == 1 and len(nths) > _MOST_NTHS and others and set(nths) <= set(every):
            places = formats.listing([place(n) for n in others], reader.locale)
            ones = "one" if len(others) == 1 else "ones"
            return f"every {names} except the {places} {ones} of the month"
        return f"on the {formats.listing([place(n) for n in nths], reader.locale)} {names} of {of}"
    names = formats.listing([_nth(entry, reader) for entry in repeat.by_day], reader.locale)
    return f"on the {names} of {of}"


def _nth(entry: WeekdayNumber, reader: Reader) -> str:
    name = formats.weekday(entry.weekday, reader.locale)
    return f"{place(entry.nth)} {name}" if entry.nth else name


def _bounds(rule: Rule, reader: Reader) -> Sequence[str]:
    if rule.repeat is None:
        return ()
    begun = rule.start.date() < reader.today and rule.repeat.interval == 1
    first = () if begun else (f"from {_day(rule.start.date(), reader)}",)
    if rule.repeat.until is None and rule.repeat.count is None:
        return first
    last = last_occurrence(replace(rule, exceptions=()))
    if rule.repeat.count is not None and (last is None or last.date() - reader.today > _FORESEEN):
        return (*first, f"{rule.repeat.count} times")
    if last is None:
        return first
    return (" ".join((*first, "to" if first else "until", _day(last.date(), reader))),)


def _exceptions(rule: Rule, reader: Reader) -> str:
    days = [
        _day(first.date(), reader)
        if first == last
        else f"{_day(first.date(), reader)} to {_day(last.date(), reader)}"
        for first, last in left_out_runs(rule, since=reader.today)
    ]
    if len(days) > _EXCEPTIONS_SHOWN:
        days = [*days[: _EXCEPTIONS_SHOWN - 1], f"{len(days) - _EXCEPTIONS_SHOWN + 1} more days"]
    return formats.listing(days, reader.locale)


def _every(interval: int, unit: str) -> str:
    if interval == 1:
        return f"every {unit}"
    return f"every other {unit}" if interval == 2 else f"every {interval} {unit}s"


def _day(value: date, reader: Reader) -> str:
    return formats.day(value, reader.locale, today=reader.today)
