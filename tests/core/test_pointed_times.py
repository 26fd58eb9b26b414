"""A span that is pointed out on a calendar is the same rule as the words for it, at changes of the clocks, too."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.moments import to_exact
from core.scheduling.diary.pointed import (
    HourSkipped,
    PointedBackwards,
    PointedPast,
    PointedTime,
    PointedTooLong,
    SeriesStays,
    WholeDaysStay,
    moved_series,
    rule_of,
)
from core.scheduling.phrases import understand
from core.scheduling.phrases.understanding import Context
from core.scheduling.recurrence.expansion import next_occurrences, occurrences
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule, WeekdayNumber
from presentation.rules.sentences import rule_words
from web.reader import PageReader

LONDON = "Europe/London"
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
A_DAY = timedelta(days=1)


def at(day, clock):
    return datetime.fromisoformat(f"2026-{day}T{clock}")


def hours(day, start, end, **more):
    begin, last = at(day, start), at(day, end)
    return PointedTime(begin, last if last > begin else last + A_DAY, whole_days=False, **more)


def days(first, last, **more):
    return PointedTime(at(first, "00:00"), at(last, "00:00") + A_DAY, whole_days=True, **more)


def said(words, now=NOW, zone=LONDON):
    meaning = understand(words, Context(now=now.replace(tzinfo=None), zone=zone))
    assert meaning.problem is None, (words, meaning.problem)
    [statement] = meaning.statements
    return statement.rule


@pytest.mark.parametrize(
    ("pointed", "words"),
    [
        (hours("03-10", "19:00", "22:30"), "Tue 10 Mar 19:00-22:30"),
        (hours("03-28", "22:00", "03:00"), "Sat 28 Mar 22:00-03:00"),
        (days("03-10", "03-10"), "Tue 10 Mar"),
        (days("03-27", "03-29"), "27-29 March"),
        (hours("03-10", "19:00", "22:30", weekly=True), "every Tuesday from 10 March 19:00-22:30"),
        (
            days("03-13", "03-13", weekly=True, until=date(2026, 5, 8)),
            "every Friday from 13 March until 8 May",
        ),
        (
            hours("03-10", "19:00", "22:30", weekly=True, until=date(2026, 5, 5)),
            "every Tuesday from 10 March until 5 May 19:00-22:30",
        ),
    ],
)
def test_a_span_is_the_rule_of_its_words(pointed, words):
    assert rule_of(pointed, LONDON, now=NOW) == said(words)


starts = st.datetimes(datetime(2026, 3, 3), datetime(2027, 3, 1)).map(
    lambda moment: moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0)
)
spans = st.one_of(
    st.builds(
        lambda start, quarters, weekly, until: PointedTime(
            start,
            start + quarters * timedelta(minutes=15),
            whole_days=False,
            weekly=weekly,
            until=start.date() + timedelta(days=until) if weekly and until is not None else None,
        ),
        starts,
        st.integers(1, 95),
        st.booleans(),
        st.none() | st.integers(7, 200),
    ),
    st.builds(
        lambda start, length, weekly: PointedTime(
            datetime.combine(start.date(), time()),
            datetime.combine(start.date(), time()) + (1 if weekly else length) * A_DAY,
            whole_days=True,
            weekly=weekly,
        ),
        starts,
        st.integers(1, 20),
        st.booleans(),
    ),
)


@given(
    spans, st.sampled_from([LONDON, "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Africa/Cairo"])
)
def test_the_words_that_are_kept_with_a_span_are_read_as_its_rule(pointed, zone):
    try:
        rule = rule_of(pointed, zone, now=NOW)
    except HourSkipped:
        return
    words = rule_words(rule, PageReader("en-GB", zone, NOW.date()))
    read = said(words, zone=zone)
    if rule.repeat is not None and rule.repeat.until is not None:  # the words name its last date
        assert occurrences(read, WINDOW) == occurrences(rule, WINDOW)
        assert replace(read, repeat=None) == replace(rule, repeat=None)
    else:
        assert read == rule


WINDOW = (int(NOW.timestamp()), int(datetime(2028, 3, 1, tzinfo=UTC).timestamp()))


def lasts(rule):
    [(start, end)] = occurrences(rule, WINDOW)
    return timedelta(seconds=end - start)


def test_an_evening_on_the_night_of_a_change_keeps_its_hours():
    for day in ("03-28", "03-29", "10-24", "10-25"):
        rule = rule_of(hours(day, "19:00", "22:30"), LONDON, now=NOW)
        assert next_occurrences(rule, at(day, "00:00"), 1) == [(at(day, "19:00"), at(day, "22:30"))]
        assert lasts(rule) == timedelta(hours=3, minutes=30)


def test_a_night_in_which_the_clocks_change_has_an_hour_less_or_more():
    assert lasts(rule_of(hours("03-28", "22:00", "03:00"), LONDON, now=NOW)) == timedelta(hours=4)
    assert lasts(rule_of(hours("10-24", "22:00", "03:00"), LONDON, now=NOW)) == timedelta(hours=6)
    assert lasts(rule_of(days("03-29", "03-29"), LONDON, now=NOW)) == timedelta(hours=23)
    assert lasts(rule_of(days("10-25", "10-25"), LONDON, now=NOW)) == timedelta(hours=25)


@pytest.mark.parametrize(("start", "end"), [("01:30", "02:30"), ("01:15", "02:15"), ("01:30", "02:00")])
def test_a_span_without_any_time_because_the_clocks_skip_it_is_refused(start, end):
    with pytest.raises(HourSkipped) as refused:
        rule_of(hours("03-29", start, end), LONDON, now=NOW)
    assert refused.value.day == date(2026, 3, 29)


def test_an_hour_that_comes_twice_begins_with_the_first():
    rule = rule_of(hours("10-25", "01:30", "02:30"), LONDON, now=NOW)
    assert rule == said("Sun 25 Oct 01:30-02:30")
    assert to_exact(rule.start, LONDON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert lasts(rule) == timedelta(hours=2)


def test_a_weekly_span_goes_on_though_one_of_its_hours_is_skipped():
    rule = rule_of(hours("03-22", "01:30", "02:30", weekly=True), LONDON, now=NOW)
    found = [start for start, _ in next_occurrences(rule, at("03-22", "00:00"), 3)]
    assert found == [at("03-22", "01:30"), at("04-05", "01:30"), at("04-12", "01:30")]


def test_a_weekly_span_of_a_day_that_is_over_begins_next_week():
    rule = rule_of(hours("02-24", "19:00", "22:30", weekly=True), LONDON, now=NOW)
    assert rule.start == at("03-03", "19:00")


@pytest.mark.parametrize(
    ("pointed", "refusal"),
    [
        (PointedTime(at("03-10", "19:00"), at("03-10", "19:00"), whole_days=False), PointedBackwards),
        (PointedTime(at("03-10", "19:00"), at("03-10", "18:00"), whole_days=False), PointedBackwards),
        (PointedTime(at("03-10", "19:00"), at("03-11", "19:00"), whole_days=True), PointedBackwards),
        (
            PointedTime(at("03-10", "19:00"), at("03-10", "19:00") + 367 * A_DAY, whole_days=False),
            PointedTooLong,
        ),
        (
            PointedTime(at("03-10", "00:00"), at("03-18", "00:00"), whole_days=True, weekly=True),
            PointedTooLong,
        ),
        (hours("03-01", "19:00", "22:30"), PointedPast),
        (days("03-01", "03-01"), PointedPast),
        (hours("03-10", "19:00", "22:30", weekly=True, until=date(2026, 3, 9)), PointedPast),
    ],
)
def test_a_span_that_cannot_be_is_refused(pointed, refusal):
    with pytest.raises(refusal):
        rule_of(pointed, LONDON, now=NOW)


TUESDAYS = rule_of(hours("03-10", "19:00", "22:30", weekly=True, until=date(2026, 5, 5)), LONDON, now=NOW)


def test_all_dates_of_a_weekly_rule_move_with_one_of_them():
    rule = replace(TUESDAYS, exceptions=(at("03-24", "19:00"),))
    moved = moved_series(rule, at("03-17", "19:00"), hours("03-19", "18:00", "20:00"))
    found = [start for start, _ in next_occurrences(moved, at("03-01", "00:00"), 20)]
    assert found[:3] == [at("03-12", "18:00"), at("03-19", "18:00"), at("04-02", "18:00")]
    assert found[-1] == at("05-07", "18:00")
    assert moved.nominal == timedelta(hours=2)


@given(st.integers(1, 3), st.sets(st.integers(0, 6), min_size=1), st.integers(-9, 9), st.integers(0, 23))
def test_every_date_of_a_rule_of_weekdays_moves_by_the_same(interval, weekdays, moved_by, hour):
    start = at("06-01", "09:00") + min(weekdays) * A_DAY
    repeat = Repeat(
        Frequency.WEEKLY, interval, by_day=tuple(WeekdayNumber(each) for each in sorted(weekdays))
    )
    rule = Rule(start, "UTC", timedelta(hours=1), repeat=repeat)
    to = start + moved_by * A_DAY + timedelta(hours=hour - 9)
    moved = moved_series(rule, start, PointedTime(to, to + timedelta(hours=1), whole_days=False))
    before = next_occurrences(rule, start, 12)
    after = next_occurrences(moved, to, 12)
    assert [first - begun for (begun, _), (first, _) in zip(before, after, strict=True)] == [to - start] * 12


@pytest.mark.parametrize(
    "repeat",
    [
        Repeat(Frequency.DAILY),
        Repeat(Frequency.MONTHLY, by_day=(WeekdayNumber(1, 2),)),
        Repeat(Frequency.YEARLY),
        Repeat(Frequency.WEEKLY, by_month=(3,)),
    ],
)
def test_rules_about_days_of_the_month_or_year_change_their_hours_alone(repeat):
    rule = replace(TUESDAYS, repeat=repeat)
    moved = moved_series(rule, rule.start, hours("03-10", "18:00", "21:00"))
    assert (moved.start, moved.repeat) == (at("03-10", "18:00"), repeat)
    with pytest.raises(SeriesStays):
        moved_series(rule, rule.start, hours("03-11", "19:00", "22:30"))


def test_whole_days_stay_whole_days():
    with pytest.raises(WholeDaysStay):
        moved_series(TUESDAYS, TUESDAYS.start, days("03-10", "03-10"))
