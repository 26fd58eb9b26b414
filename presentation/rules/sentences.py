"""A rule as a sentence without marks: "every Tuesday, 18:00-23:00, from Tue 24 Nov"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from core import formats
from core.scheduling.kinds import Kind
from core.scheduling.recurrence.ends import last_occurrence, left_out_runs
from core.scheduling.recurrence.rules import Rule
from presentation.rules.first_season import within_one_season
from presentation.rules.how_often import how_often
from presentation.rules.months_and_weeks import dates_from_to
from presentation.wording import Wording

_EXCEPTIONS_SHOWN = 60
"""Days or stretches of them; a sentence names fewer, a calendar may have more."""
_FORESEEN = timedelta(days=5 * 365)
"""Where it ends beyond this, how often it comes says more than the last day."""
_SMALL_HOURS = time(6)
"""An end up to this time plainly belongs to the night before."""
_ENTRIES = {Kind.BUSY: "Busy {rule}", Kind.MAYBE: "Maybe {rule}", Kind.FREE: "Free {rule}"}


def rule_words(rule: Rule, reader: Wording) -> str:
    """One rule as one sentence without a verb."""
    rule = within_one_season(rule)
    words = when(rule, reader)
    for bound in bounds(rule, reader):
        words = reader.label("{rule}, {bound}", rule=words, bound=bound)
    if left_out := exceptions(rule, reader):
        words = reader.label("{rule}, not on {days}", rule=words, days=left_out)
    if rule.zone != reader.zone:
        words = reader.label("{rule} ({city})", rule=words, city=formats.city_of(rule.zone))
    return words


def entry_words(kind: Kind, rule: Rule, reader: Wording) -> str:
    """One rule of a diary, its kind first."""
    return reader.label(_ENTRIES[kind], rule=rule_words(rule, reader))


def occurrence(start: datetime, end: datetime | None, reader: Wording, *, whole_days: bool) -> str:
    """One occurrence: its day, or its days."""
    if end is None or end - start <= timedelta(days=1) or not whole_days:
        return _day(start.date(), reader)
    return days_between(start.date(), end.date() - timedelta(days=1), reader)


def days_between(first: date, last: date, reader: Wording) -> str:
    """A day, or the first and the last of several ("Fri 5 Dec to Sun 7 Dec")."""
    if first == last:
        return _day(first, reader)
    return reader.label("{first} to {last}", first=_day(first, reader), last=_day(last, reader))


def when(rule: Rule, reader: Wording) -> str:
    """How often and at which hours, or on which days."""
    if rule.repeat is None:
        return _once(rule, reader)
    words = how_often(rule.repeat, rule, reader)
    if not rule.all_day:
        return reader.label("{repeat}, {times}", repeat=words, times=_times(rule, reader))
    days = (rule.nominal or timedelta(days=1)).days
    if days == 1:
        return words
    return reader.label("{repeat}, {n} days each", repeat=words, n=str(days))


def _once(rule: Rule, reader: Wording) -> str:
    first = rule.start.date()
    if rule.nominal is None:
        begin = _day(first, reader) if rule.all_day else _moment(rule.start, reader)
        return reader.label("from {begin} on", begin=begin)
    end = rule.start + rule.nominal + rule.elapsed
    before = end.date() - timedelta(days=1)
    if rule.all_day:
        return days_between(first, before, reader)
    if end - rule.start < timedelta(days=1):
        return reader.label("{day}, {times}", day=_day(first, reader), times=_times(rule, reader))
    start = _moment(rule.start, reader)
    if end.time() == time(0):
        return reader.label("{start} to the end of {day}", start=start, day=_day(before, reader))
    return reader.label("{first} to {last}", first=start, last=_moment(end, reader))


def _times(rule: Rule, reader: Wording) -> str:
    end = rule.start + (rule.nominal or timedelta(0)) + rule.elapsed
    times = formats.hours(rule.start.time(), end.time(), reader.locale)
    late = end.date() > rule.start.date() and end.time() > _SMALL_HOURS
    return reader.label("{times} the next day", times=times) if late else times


def bounds(rule: Rule, reader: Wording) -> Sequence[str]:
    """From when, and until when or how many times.

    Right behind dates that are said by their ends, a second "from ... to" would not be read: "every year
    from 1 to 3 January, from Thu 2 Jan, until Sat 2 Jan 2021".
    """
    if rule.repeat is None:
        return ()
    first = _day(rule.start.date(), reader)
    begun = rule.start.date() < reader.today and rule.repeat.interval == 1
    begins = () if begun else (reader.label("from {day}", day=first),)
    if rule.repeat.until is None and rule.repeat.count is None:
        return begins
    last = last_occurrence(replace(rule, exceptions=()))
    if rule.repeat.count is not None and (last is None or last.date() - reader.today > _FORESEEN):
        return (*begins, reader.label("{n} times", n=str(rule.repeat.count)))
    if last is None:
        return begins
    end = _day(last.date(), reader)
    if begun or (rule.all_day and dates_from_to(rule.repeat)):
        return (*begins, reader.label("until {day}", day=end))
    return (reader.label("from {first} to {last}", first=first, last=end),)


def exceptions(rule: Rule, reader: Wording) -> str:
    """The days that it leaves out from today on."""
    days = [
        days_between(first.date(), last.date(), reader)
        for first, last in left_out_runs(rule, since=reader.today)
    ]
    if len(days) > _EXCEPTIONS_SHOWN:
        more = str(len(days) - _EXCEPTIONS_SHOWN + 1)
        days = [*days[: _EXCEPTIONS_SHOWN - 1], reader.label("{n} more days", n=more)]
    return formats.listing(days, reader.locale)


def _day(value: date, reader: Wording) -> str:
    return formats.day(value, reader.locale, today=reader.today)


def _moment(value: datetime, reader: Wording) -> str:
    return formats.moment(value, reader.locale, today=reader.today)
