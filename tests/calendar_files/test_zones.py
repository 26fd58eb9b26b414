"""The definition of a zone holds each of its changes, at the right moment."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.moments import UnknownZone
from presentation.calendar_files.writer import written
from presentation.calendar_files.zones import definition, timezone
from tests.calendar_files import evaluator
from tests.calendar_files.samples import (
    FIRST,
    LAST,
    ZONES,
    entries_around,
    entry,
    file_of,
    instants,
    instants_of,
    thresholds,
)

YEARS = (date(2024, 1, 1), date(2027, 12, 31))
HOUR = timedelta(hours=1)


def observances(zone, first=YEARS[0], last=YEARS[1]):
    """Kind, name, offsets in minutes, and onsets of each observance."""
    return [
        (
            part.name,
            str(part["TZNAME"]),
            part.TZOFFSETFROM // timedelta(minutes=1),
            part.TZOFFSETTO // timedelta(minutes=1),
            [part.DTSTART, *part.rdates],
        )
        for part in timezone(zone, first, last).subcomponents
    ]


def onsets(zone, name, year):
    return [
        (kind, before, after, at)
        for kind, called, before, after, all_of_them in observances(zone)
        for at in sorted({each[0] if isinstance(each, tuple) else each for each in all_of_them})
        if called == name and at.year == year and before != after
    ]


def test_an_onset_is_in_the_wall_time_before_the_change():
    assert onsets("Europe/London", "BST", 2026) == [("DAYLIGHT", 0, 60, datetime(2026, 3, 29, 1))]
    assert onsets("Europe/London", "GMT", 2026) == [("STANDARD", 60, 0, datetime(2026, 10, 25, 2))]


def test_summer_time_may_be_half_an_hour():
    assert onsets("Australia/Lord_Howe", "+11", 2026) == [("DAYLIGHT", 630, 660, datetime(2026, 10, 4, 2))]
    assert onsets("Australia/Lord_Howe", "+1030", 2026) == [("STANDARD", 660, 630, datetime(2026, 4, 5, 2))]


def test_summer_is_daylight_where_the_law_calls_it_standard():
    assert ZoneInfo("Europe/Dublin").dst(datetime(2026, 1, 1)) < timedelta()
    assert onsets("Europe/Dublin", "IST", 2026) == [("DAYLIGHT", 0, 60, datetime(2026, 3, 29, 1))]
    assert onsets("Europe/Dublin", "GMT", 2026) == [("STANDARD", 60, 0, datetime(2026, 10, 25, 2))]


def test_morocco_ends_its_changes_in_2026():
    assert onsets("Africa/Casablanca", "+00", 2026) == [
        ("STANDARD", 60, 0, datetime(2026, 2, 15, 3)),
        ("STANDARD", 60, 0, datetime(2026, 9, 20, 2)),
    ]
    assert onsets("Africa/Casablanca", "+01", 2026) == [("DAYLIGHT", 0, 60, datetime(2026, 3, 22, 2))]
    assert onsets("Africa/Casablanca", "+01", 2027) == onsets("Africa/Casablanca", "+00", 2027) == []


def test_another_base_is_a_change_of_standard_time():
    assert onsets("Asia/Almaty", "+05", 2024) == [("STANDARD", 360, 300, datetime(2024, 3, 1))]


def test_a_change_of_name_alone_is_a_change():
    found = {(kind, name, before, after) for kind, name, before, after, _ in observances("America/Vancouver")}
    assert ("STANDARD", "MST", -420, -420) in found


def test_what_holds_at_the_beginning_is_said_first():
    kind, name, before, after, dates = observances("America/New_York")[0]
    assert (kind, name, before, after, dates) == ("STANDARD", "EST", -300, -300, [datetime(2022, 12, 31, 19)])


@pytest.mark.parametrize(
    ("zone", "name"), [("Asia/Kathmandu", "+0545"), ("Etc/GMT+5", "-05"), ("UTC", "UTC")]
)
def test_a_zone_without_changes_is_one_standard_time(zone, name):
    ((kind, called, before, after, dates),) = observances(zone)
    assert (kind, called, before) == ("STANDARD", name, after)
    assert len(dates) == 1


def test_every_change_has_a_line_of_its_own():
    lines = definition("Europe/London", *YEARS).splitlines()
    for year in range(2023, 2029):
        assert sum(line.startswith(b"RDATE:%d" % year) for line in lines) == 2
    assert not any(b"," in line for line in lines)
    assert b"DTSTART:20230326T010000" in lines
    assert b"RDATE:20230326T010000" in lines


def test_days_of_the_same_years_have_the_same_definition():
    assert definition("Europe/London", date(2026, 5, 1), date(2026, 6, 1)) is definition(
        "Europe/London", date(2026, 1, 1), date(2026, 12, 31)
    )


def test_a_definition_that_was_handed_out_can_be_changed():
    whole = timezone("Europe/London", *YEARS)
    lines = whole.to_ical()
    whole.subcomponents.clear()
    assert timezone("Europe/London", *YEARS).to_ical() == lines == definition("Europe/London", *YEARS)


@pytest.mark.parametrize("days", [(date(1, 1, 1), date(3, 1, 1)), (date(9997, 1, 1), date(9999, 12, 31))])
def test_the_first_years_and_the_last_have_a_definition(days):
    assert definition("Europe/London", *days).startswith(b"BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n")


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc/passwd", "localtime"])
def test_a_zone_that_is_none_is_refused(name):
    with pytest.raises(UnknownZone):
        timezone(name, *YEARS)


# Instants


@pytest.mark.parametrize("zone", ZONES)
def test_the_changes_are_those_that_the_project_knows(zone):
    known = list(thresholds(zone))
    changes = evaluator.changes_of(timezone(zone, FIRST.date(), LAST.date()))
    ends = [at + max(before, after) for at, before, after in changes if before != after]
    assert [each for each in ends if FIRST < each < LAST] == known


@pytest.mark.parametrize("zone", ZONES)
def test_entries_around_the_changes_have_their_instants_by_the_definition_alone(zone):
    file = file_of(*entries_around(zone))
    assert evaluator.read(written(file)) == instants_of(file)


@pytest.mark.parametrize("zone", ["Europe/London", "Africa/Casablanca", "Pacific/Apia"])
@pytest.mark.parametrize("year", [1965, 1999, 2011, 2045])
def test_other_years_have_theirs(zone, year):
    walls = [datetime(year, month, 1, 12) for month in range(1, 13)]
    file = file_of(*(entry(f"{at}", start=at, end=at + HOUR, zone=zone) for at in walls))
    assert evaluator.read(written(file)) == instants_of(file)


KNOWN = sorted(available_timezones() - {"localtime", "Factory"})


@st.composite
def moments(draw):
    """Any zone with any wall time of 2024 to 2030; every other one lies around a change, if there is one."""
    zone = draw(st.sampled_from(KNOWN))
    if (changes := thresholds(zone)) and draw(st.booleans()):
        at = draw(st.sampled_from(changes)) + timedelta(seconds=draw(st.integers(-9000, 9000)))
    else:
        at = draw(st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31))).replace(microsecond=0)
    return zone, at.replace(fold=draw(st.integers(0, 1)))


@given(moments(), st.timedeltas(timedelta(), timedelta(days=300)))
def test_any_wall_time_in_any_zone_is_read_as_its_instant(moment, length):
    zone, start = moment
    one = entry(start=start, end=(start + length).replace(microsecond=0), zone=zone)
    assert evaluator.read(written(file_of(one))) == {one.uid: instants(one)}
