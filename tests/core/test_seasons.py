"""Months and weeks of the year: what dateutil makes of them is what a calendar on the wall shows."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.moments import exact_seconds, from_seconds, to_exact, to_wall
from core.scheduling.recurrence import seasons
from core.scheduling.recurrence.ends import last_occurrence, left_out_runs
from core.scheduling.recurrence.expansion import next_occurrences, occurrences
from core.scheduling.recurrence.rrule import RepeatError, kept_repeat, parse_repeat, repeat_text
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule, WeekdayNumber
from tests.fakes.work import calls_of

DAY = timedelta(days=1)
EVEN, ODD = tuple(range(2, 53, 2)), tuple(range(1, 54, 2))
LONG_YEARS = (2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043)
"""Years with 53 weeks."""
ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")


def rule(start, text, **more):
    more.setdefault("nominal", timedelta(hours=2))
    return Rule(start, more.pop("zone", "Europe/London"), repeat=kept_repeat(text), **more)


def whole(start, text, **more):
    return rule(datetime.combine(start, datetime.min.time()), text, nominal=DAY, all_day=True, **more)


def days(it, first, last):
    """The dates on which a rule begins, from one day to another."""
    begin, end = (datetime.combine(day, datetime.min.time()) for day in (first, last + DAY))
    window = exact_seconds(to_exact(begin, it.zone)), exact_seconds(to_exact(end, it.zone))
    found = [to_wall(from_seconds(start), it.zone).date() for start, _ in occurrences(it, window)]
    return [day for day in found if first <= day <= last]


def calendar(first, last, holds):
    """The dates from one day to another that a person would mark, one by one."""
    return [day for n in range((last - first).days + 1) if holds(day := first + n * DAY)]


# Text


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=8",
        "FREQ=WEEKLY;UNTIL=20281231;BYMONTH=6,7,8;BYDAY=FR",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=1MO",
        "FREQ=YEARLY;COUNT=3;BYWEEKNO=1,3,53;BYDAY=TU",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,31",
    ],
)
def test_seasons_are_kept_as_they_were(text):
    assert repeat_text(kept_repeat(text)) == text
    with pytest.raises(RepeatError):
        parse_repeat(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("FREQ=DAILY;BYMONTH=13", "BYMONTH"),
        ("FREQ=DAILY;BYMONTH=-1", "BYMONTH"),
        ("FREQ=YEARLY;BYWEEKNO=54;BYDAY=TU", "BYWEEKNO"),
        ("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=TU", "BYWEEKNO"),
        ("FREQ=WEEKLY;BYWEEKNO=2;BYDAY=TU", "BYWEEKNO"),
        ("FREQ=WEEKLY;INTERVAL=2;BYMONTH=8;BYDAY=TU", "INTERVAL"),
        ("FREQ=DAILY;INTERVAL=2;BYMONTH=8", "INTERVAL"),
        ("FREQ=YEARLY;BYWEEKNO=2", "BYWEEKNO"),
        ("FREQ=YEARLY;INTERVAL=2;BYWEEKNO=2;BYDAY=TU", "BYWEEKNO"),
        ("FREQ=YEARLY;BYWEEKNO=2;BYDAY=TU;WKST=SU", "BYWEEKNO"),
        ("FREQ=YEARLY;BYMONTH=5;BYWEEKNO=20;BYDAY=1MO", "BYDAY"),
        ("FREQ=YEARLY;BYDAY=1MO", "BYDAY"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYSETPOS=1", "BYSETPOS"),
        ("FREQ=YEARLY;BYYEARDAY=1", "BYYEARDAY"),
    ],
)
def test_what_no_sentence_says_is_not_kept(text, part):
    with pytest.raises(RepeatError) as told:
        kept_repeat(text)
    assert told.value.part == part


# Weeks


@pytest.mark.parametrize(("weeks", "rest"), [(EVEN, 0), (ODD, 1)])
def test_even_and_odd_weeks_are_those_of_the_calendar_over_a_century(weeks, rest):
    numbers = ",".join(map(str, weeks))
    first = next(
        day for n in range(14) if (day := date(1999, 12, 1) + n * DAY).isocalendar().week % 2 == rest
    )
    it = whole(first, f"FREQ=YEARLY;BYWEEKNO={numbers};BYDAY=MO,TU,WE,TH,FR,SA,SU")
    last = date(2100, 1, 31)
    assert days(it, first, last) == calendar(first, last, lambda day: day.isocalendar().week % 2 == rest)


@pytest.mark.parametrize("year", LONG_YEARS)
def test_after_week_53_two_odd_weeks_follow_each_other(year):
    it = whole(date(2003, 1, 7), f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, ODD))};BYDAY=TU")
    turn = date.fromisocalendar(year, 53, 2)
    assert days(it, turn - DAY, turn + 13 * DAY) == [turn, turn + 7 * DAY]


def test_the_first_days_of_a_year_belong_to_the_last_week_of_the_one_before():
    it = whole(date(2010, 1, 2), f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, EVEN))};BYDAY=SA,SU")
    assert days(it, date(2010, 12, 25), date(2011, 1, 9)) == [date(2011, 1, 1), date(2011, 1, 2)]


# Months


@st.composite
def said(draw):
    """A rule about months or weeks as a sentence makes it, and the same as a question about a date."""
    months = draw(st.frozensets(st.integers(1, 12), min_size=1, max_size=11))
    weekdays = draw(st.frozensets(st.integers(0, 6), min_size=1))
    parity, nth = draw(st.integers(0, 1)), draw(st.sampled_from([1, 2, 4, 5, -1]))
    numbers = draw(st.frozensets(st.integers(1, 31), min_size=1, max_size=4))
    by_month, plain = tuple(sorted(months)), tuple(WeekdayNumber(day) for day in sorted(weekdays))
    weeks = (EVEN, ODD)[parity]
    match draw(st.sampled_from(["days", "weekdays", "nth", "dates", "weeks", "weeks of months"])):
        case "days":
            return Repeat(Frequency.DAILY, by_month=by_month), lambda day: day.month in months
        case "weekdays":
            repeat = Repeat(Frequency.WEEKLY, by_month=by_month, by_day=plain)
            return repeat, lambda day: day.month in months and day.weekday() in weekdays
        case "nth":
            weekday = min(weekdays)
            repeat = Repeat(Frequency.YEARLY, by_month=by_month, by_day=(WeekdayNumber(weekday, nth),))
            return repeat, lambda day: day.month in months and day.weekday() == weekday and nth in places(day)
        case "dates":
            repeat = Repeat(Frequency.YEARLY, by_month=by_month, by_month_day=tuple(sorted(numbers)))
            return repeat, lambda day: day.month in months and day.day in numbers
        case "weeks":
            repeat = Repeat(Frequency.YEARLY, by_week_number=weeks, by_day=plain)
            return repeat, lambda day: day.isocalendar().week % 2 == parity and day.weekday() in weekdays
    repeat = Repeat(Frequency.YEARLY, by_month=by_month, by_week_number=weeks, by_day=plain)
    return (
        repeat,
        lambda day: (
            day.month in months and day.isocalendar().week % 2 == parity and day.weekday() in weekdays
        ),
    )


def places(day):
    """Which one of its weekday in its month a date is, from the front and from the back."""
    back = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - DAY
    return (day.day - 1) // 7 + 1, -((back.day - day.day) // 7 + 1)


@settings(max_examples=150, deadline=None)
@given(
    said(),
    st.dates(date(2019, 1, 1), date(2034, 12, 31)),
    st.integers(0, 4000),
    st.integers(1, 800),
    st.sampled_from(ZONES),
    st.integers(0, 23),
    st.data(),
)
def test_a_season_is_what_a_calendar_shows(said, since, later, length, zone, hour, data):
    repeat, holds = said
    assert kept_repeat(repeat_text(repeat)) == repeat
    begin = next((day for n in range(800) if holds(day := since + n * DAY)), None)
    if begin is None:
        return
    first, until = begin + later * DAY, data.draw(st.none() | st.dates(begin, begin + 5000 * DAY))
    marked = calendar(first, first + length * DAY, holds)
    out = data.draw(st.sets(st.sampled_from(marked), max_size=5)) if marked else set()
    start = datetime.combine(begin, datetime.min.time()).replace(hour=hour)
    it = Rule(
        start,
        zone,
        timedelta(hours=2),
        repeat=Repeat(**{**{f: getattr(repeat, f) for f in repeat.__slots__}, "until": until}),
        exceptions=tuple(sorted(start.replace(year=d.year, month=d.month, day=d.day) for d in out)),
    )
    expected = [day for day in marked if day not in out and (until is None or day <= until)]
    assert days(it, first, first + length * DAY) == expected
    coming = next_occurrences(it, datetime.combine(first, datetime.min.time()), 3)
    # What began the evening before may still be under way.
    shown = [each for each, _ in coming if each.date() >= first]
    assert [each.date() for each in shown][: len(expected)] == expected[: len(shown)]
    assert {each.hour for each in shown} <= {hour}


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, 5),
    st.frozensets(st.integers(1, 12), min_size=1, max_size=6),
    st.dates(date(2019, 1, 1), date(2026, 12, 31)),
    st.integers(1, 6000),
)
def test_an_interval_keeps_its_phase_however_far_the_window_is(interval, months, since, later):
    text = f"FREQ=YEARLY;INTERVAL={interval};BYMONTH={','.join(map(str, sorted(months)))};BYDAY=TU,FR"

    def holds(day):
        return day.month in months and day.weekday() in (1, 4) and (day.year - since.year) % interval == 0

    first = since + later * DAY
    assert days(whole(since, text), first, first + 900 * DAY) == calendar(first, first + 900 * DAY, holds)


# Clocks, leap days, ends


def test_nineteen_oclock_stays_nineteen_oclock_in_the_weeks_of_a_year():
    it = rule(datetime(2026, 3, 17, 19), f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, EVEN))};BYDAY=TU")
    window = tuple(exact_seconds(datetime(2026, month, 1, tzinfo=UTC)) for month in (3, 5))
    found = [from_seconds(start) for start, _ in occurrences(it, window)]
    assert [(each.day, each.hour) for each in found] == [(17, 19), (31, 18), (14, 18), (28, 18)]


def test_a_leap_day_is_skipped_where_there_is_none():
    it = whole(date(2028, 2, 29), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")
    assert [each.year for each, _ in next_occurrences(it, datetime(2027, 1, 1), 3)] == [2028, 2032, 2036]
    february = whole(date(2027, 2, 1), "FREQ=DAILY;BYMONTH=2")
    lengths = [len(days(february, date(year, 1, 1), date(year, 12, 31))) for year in (2027, 2028, 2029)]
    assert lengths == [28, 29, 28]


def test_a_count_counts_from_the_start_and_an_end_is_found_from_behind():
    counted = whole(date(2027, 5, 3), "FREQ=YEARLY;COUNT=3;BYMONTH=5;BYDAY=1MO")
    assert [each.date() for each, _ in next_occurrences(counted, datetime(2020, 1, 1), 9)] == [
        date(2027, 5, 3),
        date(2028, 5, 1),
        date(2029, 5, 7),
    ]
    assert last_occurrence(counted) == datetime(2029, 5, 7)
    ended = whole(
        date(2027, 8, 1), "FREQ=DAILY;UNTIL=20310430;BYMONTH=8", exceptions=(datetime(2030, 8, 31),)
    )
    assert last_occurrence(ended) == datetime(2030, 8, 30)
    assert last_occurrence(whole(date(2027, 8, 1), "FREQ=DAILY;BYMONTH=8")) is None


def test_days_left_out_in_a_row_are_told_by_their_ends():
    out = tuple(datetime(2027, 8, day) for day in (3, 10, 11, 12, 13))
    it = whole(date(2027, 8, 1), "FREQ=DAILY;BYMONTH=8", exceptions=out)
    assert left_out_runs(it, since=date(2027, 1, 1)) == [
        (datetime(2027, 8, 3), datetime(2027, 8, 3)),
        (datetime(2027, 8, 10), datetime(2027, 8, 13)),
    ]


# Bounds


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=8",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, ODD))};BYDAY=MO,TU,WE,TH,FR,SA,SU",
        "FREQ=YEARLY;INTERVAL=99999999;BYMONTH=8;BYDAY=1MO",
        "FREQ=YEARLY;COUNT=999999999;BYMONTH=5;BYDAY=1MO",
        "FREQ=YEARLY;UNTIL=99991231;BYMONTH=5;BYDAY=1MO",
    ],
)
def test_the_work_is_that_of_the_years_asked_for(text):
    seasons._days.cache_clear()
    it = whole(date(1970, 1, 5), text)

    def looked_at():
        occurrences(it, tuple(exact_seconds(datetime(year, 1, 1, tzinfo=UTC)) for year in (2400, 2402)))
        next_occurrences(it, datetime(2400, 1, 1), 3)
        last_occurrence(it)

    calls, _ = calls_of(looked_at)
    assert calls < 400_000


def test_the_same_days_of_another_person_are_not_worked_out_again():
    text = f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, EVEN))};BYDAY=TU"
    seasons._days.cache_clear()
    one = rule(datetime(2026, 11, 24, 19), text)
    other = rule(datetime(2025, 1, 7, 12, 30), f"{text};UNTIL=20271231", zone=ZONES[1])
    found = days(one, date(2027, 1, 1), date(2027, 12, 31))
    asked = seasons._days.cache_info().misses
    assert days(other, date(2027, 1, 1), date(2027, 12, 31)) == found
    assert seasons._days.cache_info().misses <= asked + 1  # the year in which the other one begins


def test_the_far_end_of_the_calendar_is_no_cliff():
    it = whole(date(9998, 8, 1), "FREQ=DAILY;BYMONTH=8")
    assert len(next_occurrences(it, datetime(9998, 8, 30), 50)) == 2 + 31
    assert days(it, date(9998, 8, 31), date(9999, 8, 1)) == [date(9998, 8, 31), date(9999, 8, 1)]


def test_dateutil_is_loaded_with_the_first_such_rule():
    script = (
        "import sys; from datetime import datetime, timedelta; from core.scheduling.recurrence.expansion import "
        "next_occurrences; from core.scheduling.recurrence.rrule import kept_repeat; "
        "from core.scheduling.recurrence.rules import "
        "Rule; start = datetime(2027, 8, 6); loaded = []\n"
        "for text in ('FREQ=WEEKLY;BYDAY=FR', 'FREQ=WEEKLY;BYMONTH=8;BYDAY=FR'):\n"
        "    rule = Rule(start, 'UTC', timedelta(days=1), repeat=kept_repeat(text))\n"
        "    next_occurrences(rule, start, 2); loaded.append('dateutil.rrule' in sys.modules)\n"
        "print(loaded)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[False, True]", done.stderr
