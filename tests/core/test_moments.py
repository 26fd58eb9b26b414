"""Wall time and exact time: as zoneinfo with fold=0 has them, in every zone there is."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.moments import (
    FIRST_SECOND,
    LAST_SECOND,
    UnknownZone,
    exact_run,
    from_seconds,
    from_wall_seconds,
    to_exact,
    to_wall,
    wall_seconds,
    zone,
)

SECOND = timedelta(seconds=1)
NAMES = sorted(available_timezones() - {"localtime", "Factory"})
ODD = ("Pacific/Apia", "Australia/Lord_Howe", "America/Santiago", "Europe/Dublin", "Africa/Casablanca")


def test_a_wall_time_in_a_gap_moves_forward():
    assert to_exact(datetime(2026, 3, 29, 1, 30), "Europe/London") == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_wall_time_that_occurs_twice_is_the_first():
    assert to_exact(datetime(2026, 10, 25, 1, 30), "Europe/London") == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("name", "wall", "instant"),
    [
        ("America/Santiago", datetime(2026, 9, 6), datetime(2026, 9, 6, 4)),  # no such midnight
        ("Pacific/Apia", datetime(2011, 12, 30, 10), datetime(2011, 12, 30, 20)),  # no such day
        ("Pacific/Apia", datetime(2011, 12, 31, 10), datetime(2011, 12, 30, 20)),
        ("Australia/Lord_Howe", datetime(2026, 10, 4, 2, 15), datetime(2026, 10, 3, 15, 45)),  # half an hour
        ("Australia/Lord_Howe", datetime(2026, 4, 5, 1, 45), datetime(2026, 4, 4, 14, 45)),
        ("Asia/Kathmandu", datetime(2026, 1, 1), datetime(2025, 12, 31, 18, 15)),
        ("Europe/Dublin", datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 1, 30)),  # "negative" DST
        ("America/St_Johns", datetime(2026, 7, 1), datetime(2026, 7, 1, 2, 30)),
        ("Pacific/Chatham", datetime(2026, 9, 27, 3), datetime(2026, 9, 26, 14, 15)),
        ("Etc/UTC", datetime(2026, 7, 1), datetime(2026, 7, 1)),
    ],
)
def test_zones_with_ideas_of_their_own(name, wall, instant):
    assert to_exact(wall, name) == instant.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "name",
    ["", "Mars/Base", "../../etc/passwd", "/etc/localtime", "Europe", "localtime", "right/Europe/London",
     "posixrules", "a\0b", "x" * 5000, "\ud800", "europe/../Europe/London", " Europe/London"],
)  # fmt: skip
def test_what_is_no_zone_is_said_to_be_none(name):
    with pytest.raises(UnknownZone) as told:
        zone(name)
    assert told.value.name == name


@pytest.mark.parametrize("name", NAMES[::7] + list(ODD))
def test_a_table_is_right_around_every_change_of_150_years(name):
    info, it = ZoneInfo(name), zone(name)
    thresholds, _ = it.table(wall_seconds(datetime(1900, 1, 1)), wall_seconds(datetime(2050, 1, 1)))
    assert thresholds == sorted(thresholds)
    for threshold in thresholds:
        for apart in (-86_401, -3601, -1, 0, 1, 1799, 3600, 86_400):
            wall = threshold + apart
            offset = from_wall_seconds(wall).replace(tzinfo=info).utcoffset() // SECOND
            assert it.exact(wall) == wall - offset
            shown = from_seconds(wall - offset).astimezone(info).replace(tzinfo=None)
            assert it.wall(wall - offset) == wall_seconds(shown)


@given(st.sampled_from(NAMES), st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29)))
def test_single_moments_are_zoneinfos(name, wall):
    wall = wall.replace(microsecond=0)
    instant = wall.replace(tzinfo=ZoneInfo(name)).astimezone(UTC)
    assert to_exact(wall, name) == instant
    assert to_wall(instant, name) == instant.astimezone(ZoneInfo(name)).replace(tzinfo=None)


@given(
    st.sampled_from(ODD),
    st.integers(1_250_000_000, 1_800_000_000),
    st.integers(1, 60),
    st.integers(1, 400_000),
    st.integers(0, 300_000),
)
def test_a_run_is_its_moments(name, first, count, step, shift):
    it = zone(name)
    walls = range(first, first + count * step, step)
    table = it.table(walls[0], walls[-1] + shift)
    expected = [it.exact(wall + shift) + 7 for wall in walls]
    assert list(exact_run(walls, table, shift=shift, extra=7)) == expected
    assert list(exact_run(list(walls), table, shift=shift, extra=7)) == expected


def test_the_first_and_the_last_year_have_no_edge_to_fall_off():
    for name in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"):
        it = zone(name)
        assert it.table(FIRST_SECOND - 10**9, LAST_SECOND + 10**9)[1]
        for second in (FIRST_SECOND, LAST_SECOND):
            assert abs(it.exact(second) - second) < 86_400
            assert abs(it.wall(second) - second) < 86_400
            assert from_seconds(it.exact(second)).tzinfo is UTC


def test_a_table_grows_and_stays_right():
    from core.moments import Zone

    it = Zone("Europe/London", ZoneInfo("Europe/London"))
    for year in (2026, 1950, 2090, 2026):
        first, last = wall_seconds(datetime(year, 1, 1)), wall_seconds(datetime(year, 12, 31))
        thresholds, offsets = it.table(first, last)
        assert len(offsets) == len(thresholds) + 1
        assert thresholds == sorted(set(thresholds))
        assert sum(first <= each <= last for each in thresholds) == 2
