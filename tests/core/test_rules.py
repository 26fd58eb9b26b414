"""Rules: RRULE as text, instances in a window, and the next ones."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.moments import UnknownZone, exact_seconds, from_seconds, to_exact, to_wall
from core.scheduling.recurrence.expansion import next_occurrences, occurrences
from core.scheduling.recurrence.rrule import RepeatError, parse_repeat, repeat_text
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule, WeekdayNumber
from tests.core import oracle
from tests.core.scenarios import BEGINNINGS, ZONES, rules
from tests.fakes.work import calls_of

LONDON = "Europe/London"


def rule(start, text=None, **more):
    more.setdefault("nominal", timedelta(hours=2))
    return Rule(start=start, zone=LONDON, repeat=text and parse_repeat(text), **more)


def starts(it, low, high, zone=LONDON):
    window = (exact_seconds(to_exact(low, zone)), exact_seconds(to_exact(high, zone)))
    return [to_wall(from_seconds(start), zone) for start, _ in occurrences(it, window)]


# Text


def test_a_repeat_is_read_part_by_part():
    read = parse_repeat(
        "FREQ=MONTHLY;INTERVAL=2;COUNT=7;BYDAY=2TU,-1FR,MO;BYMONTHDAY=-1,13;BYSETPOS=1,-2;WKST=SU"
    )
    assert read == Repeat(
        Frequency.MONTHLY,
        interval=2,
        count=7,
        by_day=(WeekdayNumber(1, 2), WeekdayNumber(4, -1), WeekdayNumber(0)),
        by_month_day=(-1, 13),
        by_set_position=(1, -2),
        week_start=6,
    )


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("20261029", date(2026, 10, 29)),
        ("20261029T180000", datetime(2026, 10, 29, 18)),
        ("20261029T180000Z", datetime(2026, 10, 29, 18, tzinfo=UTC)),
        ("00010101", date(1, 1, 1)),
    ],
)
def test_until_has_three_forms(text, until):
    read = parse_repeat(f"FREQ=DAILY;UNTIL={text}")
    assert read.until == until
    assert repeat_text(read) == f"FREQ=DAILY;UNTIL={text}"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ""),
        ("INTERVAL=2", "FREQ"),
        ("FREQ=HOURLY", "FREQ"),
        ("FREQ=", "FREQ"),
        ("FREQ", "FREQ"),
        ("FREQ=DAILY;", ""),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ"),
        ("RRULE:FREQ=DAILY", "RRULE:FREQ"),
        (" FREQ=DAILY", " FREQ"),
        ("FREQ=DAILY;BYMONTH=3", "BYMONTH"),
        ("FREQ=DAILY;BYHOUR=3", "BYHOUR"),
        ("FREQ=DAILY;X-MINE=3", "X-MINE"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL"),
        ("FREQ=DAILY;INTERVAL=-1", "INTERVAL"),
        ("FREQ=DAILY;INTERVAL=1_0", "INTERVAL"),
        ("FREQ=DAILY;INTERVAL=٣", "INTERVAL"),
        ("FREQ=DAILY;COUNT=0", "COUNT"),
        ("FREQ=DAILY;COUNT=1.5", "COUNT"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20260101", "UNTIL"),
        ("FREQ=DAILY;UNTIL=20260230", "UNTIL"),
        ("FREQ=DAILY;UNTIL=2026-02-03", "UNTIL"),
        ("FREQ=DAILY;UNTIL=20260203T250000Z", "UNTIL"),
        ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY"),
        ("FREQ=YEARLY;BYDAY=1MO", "BYDAY"),
        ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY"),
        ("FREQ=MONTHLY;BYDAY=54MO", "BYDAY"),
        ("FREQ=WEEKLY;BYDAY=MO,", "BYDAY"),
        ("FREQ=WEEKLY;BYDAY=MON", "BYDAY"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "BYSETPOS"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", "BYSETPOS"),
        ("FREQ=WEEKLY;WKST=XX", "WKST"),
        ("FREQ=WEEKLY;WKST=MO,TU", "WKST"),
        (f"FREQ=DAILY;COUNT={'9' * 5000}", "COUNT"),
    ],
)
def test_what_is_wrong_is_named(text, part):
    with pytest.raises(RepeatError) as told:
        parse_repeat(text)
    assert told.value.part == part


def test_case_does_not_matter_in_an_rrule():
    assert parse_repeat("freq=weekly;byday=mo") == parse_repeat("FREQ=WEEKLY;BYDAY=MO")


# Instances


def test_nineteen_oclock_stays_nineteen_oclock():
    it = rule(datetime(2026, 3, 24, 19), "FREQ=WEEKLY")
    window = (
        exact_seconds(datetime(2026, 3, 1, tzinfo=UTC)),
        exact_seconds(datetime(2026, 4, 2, tzinfo=UTC)),
    )
    assert [from_seconds(start).hour for start, _ in occurrences(it, window)] == [19, 18]


def test_nominal_time_is_the_clocks_and_elapsed_time_is_not():
    night = datetime(2026, 3, 28, 22)
    window = (0, exact_seconds(datetime(2027, 1, 1, tzinfo=UTC)))
    (said,) = occurrences(rule(night, nominal=timedelta(hours=8)), window)
    (shift,) = occurrences(rule(night, nominal=timedelta(0), elapsed=timedelta(hours=8)), window)
    (day,) = occurrences(rule(datetime(2026, 3, 29), nominal=timedelta(days=1), all_day=True), window)
    assert [(end - start) // 3600 for start, end in (said, shift, day)] == [7, 8, 23]


def test_a_rule_without_an_end_is_cut_to_the_window():
    it = rule(datetime(2026, 1, 1, 12), nominal=None)
    begin = exact_seconds(datetime(2026, 1, 1, 12, tzinfo=UTC))
    assert occurrences(it, (0, begin + 500)) == [(begin, begin + 500)]
    assert occurrences(it, (begin + 900, begin + 1000)) == [(begin, begin + 1000)]
    assert occurrences(it, (0, begin)) == []
    assert next_occurrences(it, datetime(2030, 1, 1), 3) == [(it.start, None)]


def test_the_start_is_an_instance_and_is_counted():
    it = rule(datetime(2026, 1, 6, 19), "FREQ=WEEKLY;BYDAY=MO;COUNT=3")  # a Tuesday
    assert [each.day for each in starts(it, datetime(2026, 1, 1), datetime(2026, 2, 28))] == [6, 12, 19]


def test_exceptions_are_taken_out_after_counting():
    it = rule(datetime(2026, 1, 5, 19), "FREQ=DAILY;COUNT=4", exceptions=(datetime(2026, 1, 6, 19),))
    assert [each.day for each in starts(it, datetime(2026, 1, 1), datetime(2026, 2, 28))] == [5, 7, 8]


def test_a_week_begins_on_wkst():
    # RFC 5545's own example: the two differ in which weeks are skipped.
    for first, days in (("MO", [5, 10, 19, 24]), ("SU", [5, 17, 19, 31])):
        it = rule(datetime(1997, 8, 5, 9), f"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={first}")
        assert [each.day for each in starts(it, datetime(1997, 8, 1), datetime(1997, 9, 30))] == days


def test_set_positions_count_in_the_whole_week():
    it = rule(datetime(2026, 1, 7, 9), "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2")  # a Wednesday
    assert [each.day for each in starts(it, datetime(2026, 1, 1), datetime(2026, 1, 20))] == [7, 14]


def test_a_month_without_the_day_is_skipped():
    monthly = rule(datetime(2026, 1, 31, 20), "FREQ=MONTHLY")
    assert [it.month for it in starts(monthly, datetime(2026, 1, 1), datetime(2027, 1, 1))] == [
        1,
        3,
        5,
        7,
        8,
        10,
        12,
    ]
    leap = rule(datetime(2024, 2, 29, 20), "FREQ=YEARLY")
    assert [it.year for it in starts(leap, datetime(2024, 1, 1), datetime(2037, 1, 1))] == [
        2024,
        2028,
        2032,
        2036,
    ]


def test_an_until_before_the_start_leaves_nothing():
    it = rule(datetime(2026, 1, 31, 20), "FREQ=MONTHLY;UNTIL=20251231")
    assert starts(it, datetime(2020, 1, 1), datetime(2030, 1, 1)) == []


def test_the_day_apia_skipped_has_no_length():
    day = Rule(
        datetime(2011, 12, 29),
        "Pacific/Apia",
        timedelta(days=1),
        all_day=True,
        repeat=parse_repeat("FREQ=DAILY;COUNT=3"),
    )
    found = occurrences(day, (0, 2_000_000_000))
    assert [to_wall(from_seconds(start), "Pacific/Apia").day for start, _ in found] == [29, 31]


def as_rule(data, tz):
    nominal, elapsed = oracle.lengths(data["duration"])
    return Rule(
        start=oracle.local(data["dtstart"]),
        zone=tz,
        nominal=nominal,
        elapsed=timedelta(seconds=elapsed),
        all_day="T" not in data["dtstart"],
        repeat=parse_repeat(data["rrule"]) if "rrule" in data else None,
        exceptions=tuple(sorted({oracle.local(each) for each in data.get("exdates", [])})),
    )


@st.composite
def cases(draw):
    low = draw(st.sampled_from(BEGINNINGS)) + timedelta(hours=draw(st.integers(0, 50)))
    high = low + timedelta(days=draw(st.sampled_from((1, 8, 40, 400))))
    tz = draw(st.sampled_from(ZONES))
    return draw(rules(tz, low, high)), tz, low.replace(tzinfo=UTC), high.replace(tzinfo=UTC)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases())
def test_instances_are_dateutils(case):
    data, tz, low, high = case
    it = as_rule(data, tz)
    window = (exact_seconds(low), exact_seconds(high))
    everything = oracle.instances(data, tz, through=high.replace(tzinfo=None))
    lasting = [(start, end) for start, end in everything if start < end]
    assert occurrences(it, window) == [
        pair for pair in lasting if pair[0] < window[1] and pair[1] > window[0]
    ]
    coming = [pair for pair in lasting if pair[1] > window[0] and pair[0] < window[1]][:4]
    said = next_occurrences(it, low, 4)
    assert [exact_seconds(to_exact(start, tz)) for start, _ in said][: len(coming)] == [
        at for at, _ in coming
    ]
    if it.elapsed:
        shown = [to_wall(from_seconds(end), tz) for _, end in coming]
    else:
        shown = [start + it.nominal for start, _ in said][: len(coming)]
    assert [end for _, end in said][: len(shown)] == shown


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases().filter(lambda case: "rrule" in case[0]))
def test_a_repeat_says_itself(case):
    data, *_ = case
    read = parse_repeat(data["rrule"])
    assert parse_repeat(repeat_text(read)) == read


# The next ones


def test_the_next_ones_are_said_in_wall_time():
    it = rule(datetime(2026, 1, 6, 18), "FREQ=WEEKLY", nominal=timedelta(hours=5))
    assert next_occurrences(it, datetime(2026, 3, 24, 22), 2) == [
        (datetime(2026, 3, 24, 18), datetime(2026, 3, 24, 23)),
        (datetime(2026, 3, 31, 18), datetime(2026, 3, 31, 23)),
    ]
    assert next_occurrences(it, datetime(2026, 3, 24, 23), 1)[0][0] == datetime(2026, 3, 31, 18)
    assert next_occurrences(it, datetime(2026, 3, 31, 21, 30, tzinfo=UTC), 1)[0][0] == datetime(
        2026, 3, 31, 18
    )
    assert next_occurrences(it, datetime(2026, 3, 31, 22, tzinfo=UTC), 1)[0][0] == datetime(2026, 4, 7, 18)
    assert next_occurrences(it, datetime(2026, 3, 24), 0) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("FREQ=DAILY;INTERVAL=999999999999999999999", 1),
        ("FREQ=WEEKLY;INTERVAL=99999999999;BYDAY=MO,TU", 1),
        ("FREQ=MONTHLY;INTERVAL=99999999999;BYDAY=1TU", 1),
        ("FREQ=YEARLY;INTERVAL=99999999999", 1),
        ("FREQ=DAILY;INTERVAL=1000003;BYMONTHDAY=13", 1),
        ("FREQ=DAILY;COUNT=99999999999999999999999", 3),
        ("FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=1MO", 1),
        ("FREQ=YEARLY;BYDAY=MO;BYSETPOS=300", 1),
        ("FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=1MO;COUNT=9", 1),
        ("FREQ=MONTHLY;BYDAY=53MO", 1),
        ("FREQ=DAILY;BYDAY=MO;INTERVAL=7", 1),
        ("FREQ=DAILY;BYDAY=MO;BYSETPOS=2", 1),
        ("FREQ=MONTHLY;BYMONTHDAY=29;INTERVAL=48", 3),
        ("FREQ=YEARLY;UNTIL=99991231T235959Z", 3),
    ],
)
def test_far_off_and_absent_instances_cost_nothing(text, found):
    it = rule(datetime(2026, 1, 6, 19), text)  # a Tuesday

    def looked_at():
        assert len(next_occurrences(it, datetime(2026, 1, 1), 3)) == found
        assert len(next_occurrences(it, datetime(2026, 2, 1), 3)) in (0, 3)
        starts(it, datetime(2026, 1, 1), datetime(2026, 12, 31))

    calls, _ = calls_of(looked_at)
    assert calls < 3_000_000


def test_the_year_9999_is_no_cliff():
    it = rule(datetime(9999, 12, 30, 22), "FREQ=DAILY", nominal=timedelta(hours=5))
    assert next_occurrences(it, datetime(9999, 12, 30), 9) == [
        (datetime(9999, 12, 30, 22), datetime(9999, 12, 31, 3)),
        (datetime(9999, 12, 31, 22), datetime(9999, 12, 31, 23, 59, 59)),
    ]
    early = rule(datetime(1, 1, 1), "FREQ=DAILY;COUNT=2")
    assert len(next_occurrences(early, datetime(1, 1, 1), 9)) == 2


def test_an_unknown_zone_is_a_typed_error():
    with pytest.raises(UnknownZone):
        occurrences(Rule(datetime(2026, 1, 1), "Mars/Base", timedelta(hours=1)), (0, 1))
