"""Recurring events, compared with our own arithmetic of rules, which shares no code with the library."""

from datetime import UTC, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.scheduling.calendars.reader import read
from core.scheduling.recurrence.expansion import occurrences, plan
from core.scheduling.recurrence.rrule import parse_repeat
from core.scheduling.recurrence.rules import Rule
from core.scheduling.recurrence.spans import clipped, merged

LOW, HIGH = (int(datetime(2026, month, 1, tzinfo=UTC).timestamp()) for month in (1, 12))
WINDOW = (LOW, HIGH)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC")

starts = st.datetimes(datetime(2025, 6, 1), datetime(2026, 10, 1)).map(
    lambda each: each.replace(minute=0, second=0, microsecond=0)
)
lengths = st.integers(1, 30).map(lambda hours: timedelta(hours=hours))
ends = st.one_of(
    st.just(""),
    st.integers(1, 60).map(lambda count: f";COUNT={count}"),
    st.datetimes(datetime(2025, 6, 1), datetime(2026, 12, 1)).map(
        lambda each: f";UNTIL={each:%Y%m%dT%H%M%SZ}"
    ),
)
intervals = st.integers(1, 3).map(lambda each: f";INTERVAL={each}")
weekdays = st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True).map(",".join)
rules = st.one_of(
    st.just("FREQ=DAILY"),
    weekdays.map(lambda days: f"FREQ=WEEKLY;BYDAY={days}"),
    st.just("FREQ=WEEKLY"),
    st.integers(-3, 31).filter(bool).map(lambda day: f"FREQ=MONTHLY;BYMONTHDAY={day}"),
    st.tuples(st.sampled_from((-1, 1, 2, 5)), st.sampled_from(DAYS)).map(
        lambda each: f"FREQ=MONTHLY;BYDAY={each[0]}{each[1]}"
    ),
    st.tuples(weekdays, st.sampled_from((-1, 1, 2))).map(
        lambda each: f"FREQ=MONTHLY;BYDAY={each[0]};BYSETPOS={each[1]}"
    ),
    st.just("FREQ=YEARLY"),
)


@settings(max_examples=150, deadline=None)
@given(starts, lengths, rules, intervals, ends, st.sampled_from(ZONES), st.data())
def test_a_series_is_what_our_own_rules_say(start, length, rule, interval, end, zone, data):
    text = rule + interval + end
    left_out = data.draw(st.lists(st.integers(0, 40), max_size=4, unique=True))
    exceptions = tuple(sorted(start + timedelta(days=days) for days in left_out))
    # A wall length ("until 21:00"): what DTEND says.
    ours = Rule(start, zone, nominal=length, repeat=parse_repeat(text), exceptions=exceptions)
    # Whether a start outside its own rule is counted, RFC 5545 leaves open (3.8.5.3).
    assume(ours.repeat.count is None or not plan(ours).alone)
    expected = clipped(merged(occurrences(ours, WINDOW)), WINDOW)
    lines = [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "UID:1",
        f"DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID={zone}:{start + length:%Y%m%dT%H%M%S}",
        f"RRULE:{text}",
        *(f"EXDATE;TZID={zone}:{each:%Y%m%dT%H%M%S}" for each in exceptions),
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    found = read("\r\n".join(lines).encode(), WINDOW)
    assert list(found.busy.exact) == expected, lines
