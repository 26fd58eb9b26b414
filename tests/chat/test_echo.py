"""What was explained, typed again, is the same rule."""

import importlib
import pkgutil
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import tests.core.phrases as tables
from bots.chat.reply import plain
from bots.chat.turn import Reader
from bots.chat.views.understanding.rules import rule_line
from core.moments import exact_seconds, to_exact
from core.scheduling.phrases import understand
from core.scheduling.phrases.resolving.recur import Pattern
from core.scheduling.phrases.understanding import Context
from core.scheduling.recurrence.expansion import occurrences
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule, WeekdayNumber
from tests.core.phrases.conftest import NOW

LOCALES = ("en-GB", "en-US")
DAYS = 400
UNDER_WAY = 4
"""Days within which an instance that has begun is over: words speak of those to come."""


def echoed(rule: Rule, context: Context, *, after: int = 0) -> None:
    """Assert that the explanation of a rule is read as that rule, in its own locale."""
    reader = Reader(context.locale, context.zone, context.now.date())
    words = plain(rule_line(rule, reader))
    found = understand(words, context)
    assert found.problem is None, (words, found.problem)
    assert len(found.statements) == 1, (words, found.statements)
    assert when(found.statements[0].rule, context, after) == when(rule, context, after), (
        words,
        found.statements,
    )


def when(rule: Rule, context: Context, after: int = 0) -> list[tuple[int, int]]:
    """What a rule covers from now, or some days from now, on: days that touch are one stretch."""
    begin = exact_seconds(to_exact(context.now, context.zone)) + after * 86_400
    end = begin + DAYS * 86_400
    covered = []
    for a, b in occurrences(rule, (begin, end)):
        if covered and covered[-1][1] == a:
            covered[-1] = covered[-1][0], min(b, end)
        else:
            covered.append((max(a, begin), min(b, end)))
    return covered


def sentences() -> list[str]:
    """The sentences of all tables of the parser's tests."""
    found = []
    for module in pkgutil.iter_modules(tables.__path__):
        if module.name.startswith("test_phrases_"):
            names = vars(importlib.import_module(f"tests.core.phrases.{module.name}"))
            rows = [
                row
                for name, table in names.items()
                if name.isupper() and isinstance(table, list)
                for row in table
            ]
            found += [row[0] for row in rows if isinstance(row, tuple) and isinstance(row[0], str)]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_of_the_tables_is_explained_in_words_that_mean_the_same(locale):
    explained = 0
    for words in sentences():
        context = Context(NOW, "Europe/London", locale)
        found = understand(words, context)
        readings = found.problem.readings if found.problem else ()
        for said in (*found.statements, *(each for reading in readings for each in reading.statements)):
            echoed(said.rule, context)
            explained += 1
    assert explained > 200


NEW_YEAR = Context(datetime(2020, 1, 1), "Europe/London", "en-GB")
DATES = Repeat(Frequency.YEARLY, by_month=(1,), by_month_day=(1, 2, 3))
AUGUST = Repeat(Frequency.DAILY, by_month=(8,))
TUESDAYS = Repeat(Frequency.WEEKLY, by_month=(8,), by_day=(WeekdayNumber(1),))


@pytest.mark.parametrize(
    ("repeat", "first", "last", "hours", "left_out", "words"),
    [
        (DATES, date(2020, 1, 2), date(2020, 1, 2), None, (), "Thu 2 Jan"),
        (DATES, date(2020, 1, 2), date(2020, 1, 3), None, (), "Thu 2 Jan to Fri 3 Jan"),
        (DATES, date(2020, 1, 2), date(2020, 12, 24), None, (), "Thu 2 Jan to Fri 3 Jan"),
        (
            DATES,
            date(2020, 1, 2),
            date(2021, 1, 2),
            None,
            (),
            "every year from 1 to 3 January, from Thu 2 Jan, until Sat 2 Jan 2021",
        ),
        (AUGUST, date(2020, 8, 3), date(2020, 8, 16), None, (), "Mon 3 Aug to Sun 16 Aug"),
        (
            AUGUST,
            date(2020, 8, 3),
            date(2020, 8, 16),
            None,
            (date(2020, 8, 7),),
            "every day, from Mon 3 Aug to Sun 16 Aug, not on Fri 7 Aug",
        ),
        (AUGUST, date(2020, 8, 3), date(2020, 8, 3), 4, (), "Mon 3 Aug, 18:00-22:00"),
        (
            AUGUST,
            date(2020, 8, 3),
            date(2020, 8, 16),
            4,
            (),
            "every day, 18:00-22:00, from Mon 3 Aug to Sun 16 Aug",
        ),
        (TUESDAYS, date(2020, 8, 4), date(2020, 8, 4), None, (), "Tue 4 Aug"),
        (
            TUESDAYS,
            date(2020, 8, 4),
            date(2020, 8, 11),
            None,
            (),
            "every Tuesday in August, every year, from Tue 4 Aug to Tue 11 Aug",
        ),
    ],
)
def test_a_rule_that_is_over_within_its_first_season_is_said_as_its_dates(
    repeat, first, last, hours, left_out, words
):
    midnight = datetime.min.time()
    start = datetime.combine(first, midnight) + timedelta(hours=18 if hours else 0)
    rule = Rule(
        start,
        "Europe/London",
        timedelta(hours=hours) if hours else timedelta(days=1),
        all_day=hours is None,
        repeat=replace(repeat, until=last if hours is None else datetime.combine(last, start.time())),
        exceptions=tuple(datetime.combine(day, start.time()) for day in left_out),
    )
    assert plain(rule_line(rule, Reader("en-GB", "Europe/London", NEW_YEAR.now.date()))) == words
    echoed(rule, NEW_YEAR)


ZONES = st.sampled_from(
    ["Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"]
)
CONTEXTS = st.builds(
    Context, st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)), ZONES, st.sampled_from(LOCALES)
)
WEEKDAYS = st.frozensets(st.integers(0, 6), min_size=1, max_size=7)
MONTH_DAYS = st.lists(st.sampled_from([*range(1, 32), -1, -2, -3]), min_size=1, max_size=3, unique=True).map(
    tuple
)
NTHS = st.one_of(
    st.lists(st.integers(1, 5), min_size=1, max_size=4, unique=True).map(sorted).map(tuple),
    st.lists(st.integers(-4, -1), min_size=1, max_size=2, unique=True).map(sorted).map(tuple),
)
INTERVALS = st.sampled_from([1, 1, 1, 2, 2, 3, 4, 6])


@st.composite
def hours(draw) -> tuple[int, timedelta]:
    """Minutes from midnight, and how long."""
    start = draw(st.one_of(st.integers(0, 1439), st.integers(0, 95).map(lambda quarter: 15 * quarter)))
    length = draw(
        st.one_of(st.integers(1, 1439), st.integers(1, 95).map(lambda quarter: 15 * quarter), st.just(1440))
    )
    return (0 if length == 1440 else start), timedelta(minutes=length)


@st.composite
def seasons(draw, first: date, *, months: bool) -> Pattern:
    """Every August, the first Monday of May, Tuesdays in even weeks."""
    known = st.sampled_from(range(1, 13))  # May too, though it may be a verb
    named = draw(st.frozensets(known, min_size=1, max_size=10)) if months else frozenset()
    years = draw(st.sampled_from([1, 1, 2, 3])) if months else 1
    parity = None if months else draw(st.integers(0, 1))
    season = Pattern("day", first, months=named, parity=parity, years=years)
    match draw(st.sampled_from(["all", "weekdays", "nth", "dates"])):
        case "weekdays":
            return replace(season, unit="week", weekdays=draw(WEEKDAYS))
        case "nth" if months:
            weekday = frozenset({draw(st.integers(0, 6))})
            return replace(
                season, unit="month", weekdays=weekday, nths=(draw(st.sampled_from([1, 2, 4, -1])),)
            )
        case "dates" if months:
            days = draw(st.frozensets(st.integers(1, 28), min_size=1, max_size=4))
            month = frozenset({min(named)})
            return replace(season, unit="month", months=month, month_days=tuple(sorted(days)))
    return season


@st.composite
def patterns(draw, first: date) -> Pattern:
    interval = draw(INTERVALS)
    match draw(
        st.sampled_from(
            [
                "day",
                "week",
                "week",
                "days of the month",
                "weekdays of the month",
                "year",
                "months of the year",
                "weeks of the year",
            ]
        )
    ):
        case "day":
            return Pattern("day", first, interval)
        case "week":
            return Pattern("week", first, interval, draw(WEEKDAYS))
        case "days of the month":
            return Pattern("month", first, interval, month_days=draw(MONTH_DAYS))
        case "months of the year":
            return draw(seasons(first, months=True))
        case "weeks of the year":
            return draw(seasons(first, months=False))
        case "weekdays of the month":
            return Pattern("month", first, interval, frozenset({draw(st.integers(0, 6))}), draw(NTHS))
    return Pattern("year", first, draw(st.integers(1, 2)))


@st.composite
def repeating(draw, context: Context) -> Rule:
    lower = context.now.date() + timedelta(days=draw(st.one_of(st.integers(1, 60), st.integers(1, 500))))
    pattern = draw(patterns(lower))
    first = replace(pattern, anchor=lower, interval=1, years=1).first(lower)
    assume(first is not None)
    pattern = replace(pattern, anchor=first)
    repeat = pattern.repeat()
    start, length = draw(st.one_of(st.just((0, None)), hours()))
    begins = datetime.combine(first, datetime.min.time()) + timedelta(minutes=start)
    ends = ["endless", "until"] if pattern.seasonal else ["endless", "until", "count"]
    match draw(st.sampled_from(ends)):
        case "until":
            repeat = replace(repeat, until=begins + timedelta(days=draw(st.integers(0, 700))))
        case "count":
            repeat = replace(repeat, count=draw(st.integers(1, 30)))
    several = length is None and pattern.unit != "day" and not pattern.seasonal
    days = draw(st.sampled_from([1, 1, 1, 2, 3])) if several else 1
    rule = Rule(begins, context.zone, length or timedelta(days=days), all_day=length is None, repeat=repeat)
    return replace(rule, exceptions=draw(exceptions(rule, pattern)))


@st.composite
def exceptions(draw, rule: Rule, pattern: Pattern) -> tuple[datetime, ...]:
    """Some of the first instances of a rule, but not all."""
    last = rule.repeat.until.date() if rule.repeat.until else date.max
    first = rule.start.date()
    days = list(pattern.between(first, min(last, first + timedelta(days=120))))[: rule.repeat.count]
    if len(days) < 2 or not draw(st.booleans()):
        return ()
    out = draw(st.sets(st.sampled_from(days[:40]), max_size=min(len(days) - 1, 12)))
    return tuple(datetime.combine(day, rule.start.time()) for day in sorted(out))


@st.composite
def single(draw, context: Context) -> Rule:
    day = context.now.date() + timedelta(days=draw(st.integers(1, 600)))
    start = datetime.combine(day, datetime.min.time())
    match draw(st.sampled_from(["day", "days", "hours", "from time to time", "open"])):
        case "day":
            return Rule(start, context.zone, timedelta(days=1), all_day=True)
        case "days":
            return Rule(start, context.zone, timedelta(days=draw(st.integers(2, 500))), all_day=True)
        case "open":
            return Rule(start, context.zone, None, all_day=True)
        case "hours":
            minutes, length = draw(hours())
            return Rule(start + timedelta(minutes=minutes), context.zone, length)
    begins = start + timedelta(minutes=draw(st.integers(0, 1439)))
    return Rule(begins, context.zone, timedelta(days=1, minutes=draw(st.integers(1, 10_000))))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), CONTEXTS)
def test_any_repeating_rule_is_explained_in_words_that_mean_the_same(data, context):
    echoed(data.draw(repeating(context)), context)


@settings(max_examples=200, deadline=None)
@given(st.data(), CONTEXTS)
def test_any_single_rule_is_explained_in_words_that_mean_the_same(data, context):
    echoed(data.draw(single(context)), context)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), CONTEXTS, st.integers(0, 80))
def test_a_repeating_rule_is_explained_as_well_when_it_has_begun(data, context, days):
    rule = data.draw(repeating(context))
    later = replace(context, now=context.now + timedelta(days=days))
    assume(when(rule, later, UNDER_WAY))
    echoed(rule, later, after=UNDER_WAY)


def test_the_fifth_of_a_weekday_may_be_seventeen_weeks_after_the_last():
    """All Mondays but the fifth, of which the first comes in May: none has five in February, March or April."""
    mondays = tuple(WeekdayNumber(0, nth) for nth in (1, 2, 3, 4))
    rule = Rule(
        datetime(2033, 2, 7),
        "Europe/London",
        timedelta(days=1),
        all_day=True,
        repeat=Repeat(Frequency.MONTHLY, by_day=mondays),
    )
    echoed(rule, Context(datetime(2033, 1, 19), "Europe/London", "en-GB"))
