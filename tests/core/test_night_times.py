"""When a night begins and ends, and what one slot takes of it: wall times, and the instants behind them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.ids import EventId, SlotId
from core.marketplace.events import Event, EventState, Slot, Terms
from core.marketplace.events.times import NightTimes, doors_at, night_times, on_the_wall, slot_times
from core.marketplace.posts.values import Point, PointOfDay, SlotKind
from core.moments import exact_seconds, to_exact

LONDON, NEW_YORK = "Europe/London", "America/New_York"
FRIDAY = date(2026, 12, 11)
HOUR = timedelta(hours=1)
OCTOBER, MARCH = date(2026, 10, 24), date(2027, 3, 27)
"""Saturdays: in Europe clocks change in the small hours of the next day."""
NOVEMBER, MARCH_THERE = date(2026, 10, 31), date(2027, 3, 13)
"""The same in New York."""


def at(clock):
    hours, minutes = clock.split(":")
    return time(int(hours), int(minutes))


def point(words, *, of="", on=None):
    """ "doors 19:30", "set 20:00-20:45", "set 20:00 +45"."""
    what, _, clock = words.partition(" ")
    clock, _, minutes = clock.partition(" +")
    start, _, until = clock.partition("-")
    return PointOfDay(
        Point(what),
        at(start) if start else None,
        at(until) if until else None,
        int(minutes or 0) or None,
        of,
        on,
    )


def a_night(*points, day=FRIDAY, zone=LONDON, slots=1, **slot):
    bill = tuple(Slot(n, SlotKind.ANY, **slot, id=SlotId(n)) for n in range(1, slots + 1))
    terms = Terms(points=tuple(point(each) if isinstance(each, str) else each for each in points))
    return Event(
        1, day, zone, EventState.PUBLISHED, terms, 1, datetime(2026, 10, 1, tzinfo=UTC),
        id=EventId(1), post=EventId(1), slots=bill,
    )  # fmt: skip


def shown(times):
    """ "18:00-02:00+1"; a tilde before each end that nobody has said."""
    start, end = ("" if said else "~" for said in (times.start_said, times.end_said))
    later = (times.end.date() - times.start.date()).days
    return f"{start}{times.start:%H:%M}-{end}{times.end:%H:%M}" + (f"+{later}" if later else "")


NIGHTS = {
    (): "~18:00-~23:00",
    ("doors 19:30",): "19:30-~23:30",
    ("doors 20:30",): "20:30-~00:30+1",
    ("curfew 23:00",): "~18:00-23:00",
    ("curfew 02:00",): "~18:00-02:00+1",
    ("curfew 17:00",): "~13:00-17:00",
    (PointOfDay(Point.CHANGEOVER, minutes=20),): "~18:00-~23:00",
    ("doors 19:30", "curfew 23:00"): "19:30-23:00",
    ("doors 19:30", "curfew 00:30"): "19:30-00:30+1",
    ("load_in 17:00", "doors 19:30", "curfew 23:00"): "17:00-23:00",
    ("doors 19:30", "load_in 17:00", "on_stage 20:15"): "17:00-~00:15+1",
    ("event 19:00-23:00",): "19:00-23:00",
    ("event 22:00-03:00",): "22:00-03:00+1",
    ("event 20:00 +90",): "20:00-21:30",
    ("event 20:00-20:00",): "20:00-20:00+1",
    ("set 20:00-20:45", "set 21:15-22:30", "doors 19:00"): "19:00-22:30",
    ("set 23:30-00:15",): "23:30-00:15+1",
    # An end that something still follows is not the night's.
    ("load_in 16:00-17:00", "doors 19:30"): "16:00-~23:30",
    ("set 20:00-20:45", "set 21:15"): "20:00-~01:15+1",
    ("load_in 16:00-17:00", "doors 19:30", "curfew 23:00"): "16:00-23:00",
    # A curfew that comes before everything is a slip.
    ("doors 19:30", "curfew 19:00"): "19:30-~23:30",
}


@pytest.mark.parametrize(("points", "expected"), NIGHTS.items(), ids=lambda each: str(each)[:40])
def test_a_night_is_from_its_first_time_to_its_end(points, expected):
    assert shown(night_times(a_night(*points))) == expected


@pytest.mark.parametrize(
    ("clock", "day"),
    [("06:00", 0), ("05:59", 1), ("00:00", 1), ("23:59", 0), ("00:30", 1), ("18:00", 0)],
)
def test_a_time_before_six_is_the_next_morning(clock, day):
    assert on_the_wall(FRIDAY, at(clock)) == datetime.combine(FRIDAY + day * timedelta(1), at(clock))
    times = night_times(a_night(f"doors {clock}"))
    assert times.start == on_the_wall(FRIDAY, at(clock))


def test_points_of_another_date_do_not_count():
    other = FRIDAY + timedelta(1)
    event = a_night("doors 19:30", point("doors 14:00", on=other), point("curfew 22:00", on=FRIDAY))
    assert shown(night_times(event)) == "19:30-22:00"
    first = a_night(point("doors 14:00", on=other), point("doors 19:30", on=FRIDAY))
    assert doors_at(first) == night_times(first).starts_at


# One slot


def test_the_only_slot_ends_with_its_set():
    evening = ("load_in 17:00", "doors 19:30", "curfew 23:00")
    for set_time, more, expected in (
        ("set 21:00-21:45", {}, "17:00-21:45"),
        ("on_stage 21:00-21:45", {}, "17:00-21:45"),
        ("set 21:00", {"minutes": 45}, "17:00-21:45"),
        ("set 21:00", {"minutes": 45, "minutes_most": 60}, "17:00-22:00"),
        ("set 21:00", {"minutes": 45, "sets": 2}, "17:00-22:30"),
        ("set 23:30", {"minutes": 45}, "17:00-00:15+1"),
        ("set 00:15 +30", {}, "17:00-00:45+1"),
        ("set 21:00", {}, "17:00-23:00"),
        ("event 21:00", {"minutes": 45}, "17:00-23:00"),
    ):
        event = a_night(*evening, set_time, **more)
        assert shown(slot_times(event, event.slots[0])) == expected, (set_time, more)


def test_one_of_several_slots_takes_the_whole_night():
    event = a_night("doors 19:30", "set 20:00-20:30", "curfew 23:00", slots=2, minutes=30)
    for slot in event.slots:
        assert slot_times(event, slot) == night_times(event)
        assert shown(slot_times(event, slot)) == "19:30-23:00"


def test_the_night_itself_does_not_end_with_the_set_of_its_only_slot():
    event = a_night("doors 19:30", "set 20:00", "curfew 23:00", minutes=30)
    assert shown(night_times(event)) == "19:30-23:00"
    assert shown(slot_times(event, event.slots[0])) == "19:30-20:30"


# Doors


def test_doors_are_when_they_open_or_when_the_night_begins():
    assert doors_at(a_night("load_in 17:00", "doors 19:30")) == datetime(2026, 12, 11, 19, 30, tzinfo=UTC)
    assert doors_at(a_night("load_in 17:00")) == datetime(2026, 12, 11, 17, tzinfo=UTC)
    assert doors_at(a_night()) == datetime(2026, 12, 11, 18, tzinfo=UTC)
    assert doors_at(a_night("doors 00:30")) == datetime(2026, 12, 12, 0, 30, tzinfo=UTC)
    assert doors_at(a_night("doors 19:30", zone=NEW_YORK)) == datetime(2026, 12, 12, 0, 30, tzinfo=UTC)


# Clocks change


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        (FRIDAY, LONDON, 6),
        (OCTOBER, LONDON, 7),
        (MARCH, LONDON, 5),
        (NOVEMBER, NEW_YORK, 7),
        (MARCH_THERE, NEW_YORK, 5),
        (OCTOBER, NEW_YORK, 6),
        (MARCH, NEW_YORK, 6),
    ],
)
def test_a_night_on_which_clocks_change_is_an_hour_longer_or_shorter(day, zone, hours):
    times = night_times(a_night("doors 21:00", "curfew 03:00", day=day, zone=zone))
    assert shown(times) == "21:00-03:00+1"
    assert times.ends_at - times.starts_at == hours * HOUR
    assert times.span == (exact_seconds(times.starts_at), exact_seconds(times.ends_at))


def test_the_evening_before_has_the_old_offset_and_the_one_after_the_new():
    for day, hour in ((OCTOBER, 18), (OCTOBER + timedelta(1), 19), (MARCH, 19), (MARCH + timedelta(1), 18)):
        assert night_times(a_night("doors 19:00", day=day)).starts_at.hour == hour


def test_of_an_hour_that_comes_twice_the_first_is_meant():
    times = night_times(a_night("doors 00:30", "curfew 01:30", day=OCTOBER))
    assert times.starts_at == datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
    assert times.ends_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert doors_at(a_night("doors 01:30", day=OCTOBER)) == times.ends_at


def test_in_an_hour_that_is_left_out_a_night_begins_an_hour_later_by_the_new_clock():
    times = night_times(a_night("doors 01:30", "curfew 04:00", day=MARCH))
    assert times.starts_at == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert times.ends_at == datetime(2027, 3, 28, 3, tzinfo=UTC)


def test_an_end_that_the_clock_reverses_is_not_believed():
    times = night_times(a_night("doors 01:30", "curfew 02:15", day=MARCH))
    assert shown(times) == "01:30-~05:30"
    assert times.ends_at - times.starts_at == 3 * HOUR


# Whatever is said

CLOCKS = st.none() | st.times().map(lambda each: each.replace(second=0, microsecond=0, tzinfo=None, fold=0))
POINTS = st.lists(
    st.builds(PointOfDay, st.sampled_from(Point), CLOCKS, CLOCKS, st.none() | st.integers(0, 3000)),
    max_size=6,
)
DAYS = st.sampled_from([OCTOBER, MARCH, NOVEMBER, MARCH_THERE]) | st.dates(date(2026, 1, 1), date(2028, 1, 1))
ZONES = st.sampled_from([LONDON, NEW_YORK, "Australia/Lord_Howe", "Asia/Kathmandu"])


@settings(deadline=None)
@given(POINTS, DAYS, ZONES, st.integers(1, 3), st.none() | st.integers(1, 300), st.integers(1, 3))
@example([PointOfDay(Point.EVENT, time(5), time(4, 59)), point("load_in 06:00")], FRIDAY, LONDON, 1, None, 1)
def test_a_night_has_a_length_and_is_over_within_a_day_and_a_half(points, day, zone, slots, minutes, sets):
    event = a_night(*points, day=day, zone=zone, slots=slots, minutes=minutes, sets=sets)
    morning = datetime.combine(day, time(6))
    for times in (night_times(event), *(slot_times(event, each) for each in event.slots)):
        assert isinstance(times, NightTimes)
        assert times.start < times.end
        assert timedelta(0) < times.ends_at - times.starts_at <= 36 * HOUR
        assert times.start < morning + 24 * HOUR
        assert times.zone == zone
    assert morning - 24 * HOUR < night_times(event).start


@settings(deadline=None)
@given(POINTS, DAYS, ZONES)
@example([point("doors 02:15"), point("event 01:30")], MARCH, LONDON)
def test_a_night_begins_no_later_than_anything_that_was_said_of_it(points, day, zone):
    event = a_night(*points, day=day, zone=zone)
    times = night_times(event)
    begins = [each for each in points if each.at and each.point not in (Point.CHANGEOVER, Point.CURFEW)]
    assert times.start_said == bool(begins)
    assert all(times.starts_at <= to_exact(on_the_wall(day, each.at), zone) for each in begins)
    assert slot_times(event, event.slots[0]).start == times.start
    if any(each.point is Point.DOORS and each.at for each in points):
        assert times.starts_at <= doors_at(event)
    else:
        assert times.starts_at == doors_at(event)
