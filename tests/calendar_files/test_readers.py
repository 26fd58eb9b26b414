"""Programs that read calendar files find the same instants in ours as the project reckons."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import recurring_ical_events
import vobject
from icalendar import Calendar
from icalendar.parser.property import unescape_backslash
from icalendar.timezone import tzp

from presentation.calendar_files.values import EntryStatus
from presentation.calendar_files.writer import written
from tests.calendar_files import icaljs
from tests.calendar_files.samples import FIRST, LAST, ZONES, entries_around, entry, file_of, instants_of

WORDS = "Doors 19:30; load-in 17:00, C:\\New\\now\nSecond line \\n, \\, ;"


@pytest.fixture(scope="session")
def ical_js(request):
    return icaljs.module(request.config.cache)


@pytest.fixture(autouse=True)
def no_zone_is_remembered():
    yield
    tzp.use_default()
    vobject.icalendar.__dict__["__tzidMap"].clear()
    vobject.icalendar.registerTzid("UTC", vobject.icalendar.utc)


def with_unknown_zones(data):
    """The same file with names of zones that no library knows, so that all it can use is the definition."""
    return re.sub(rb"(TZID[:=])", rb"\1Unknown-", data)


def utc(moment):
    return moment.astimezone(UTC)


def read_by_icalendar(data):
    calendar = Calendar.from_ical(data)
    assert [each.errors for each in calendar.walk() if each.errors] == []
    return {str(each["UID"]): (utc(each.start), utc(each.end)) for each in calendar.events}


def read_by_recurring_ical_events(data):
    found = recurring_ical_events.of(Calendar.from_ical(data)).between(
        FIRST - timedelta(days=9), LAST + timedelta(days=9)
    )
    return {str(each["UID"]): (utc(each.start), utc(each.end)) for each in found}


def read_by_vobject(data):
    calendar = vobject.readOne(data.decode())
    return {
        each.uid.value: (
            utc(each.dtstart.value),
            utc(each.dtend.value if hasattr(each, "dtend") else each.dtstart.value),
        )
        for each in calendar.vevent_list
    }


READERS = (read_by_icalendar, read_by_recurring_ical_events, read_by_vobject)
TAKEN_FOR_UTC = {
    "Europe/London",
    "Europe/Dublin",
    "Africa/Casablanca",
    "Africa/El_Aaiun",
    "Antarctica/Troll",
    "UTC",
}
"""By vobject 0.9.9: it compares a zone with UTC in the years 2000 to 2020, which our definitions say little about.
Then it asks pytz for a zone of that name."""
BY_DEFINITION = [
    *((read_by_icalendar, zone) for zone in ZONES),
    *((read_by_vobject, zone) for zone in ZONES if zone not in TAKEN_FOR_UTC),
]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("reader", READERS)
def test_a_reader_finds_the_instants_around_each_change(reader, zone):
    file = file_of(*entries_around(zone))
    assert reader(written(file)) == instants_of(file)


@pytest.mark.parametrize(("reader", "zone"), BY_DEFINITION)
def test_a_reader_that_does_not_know_the_zone_finds_them_by_its_definition(reader, zone):
    file = file_of(*entries_around(zone))
    assert reader(with_unknown_zones(written(file))) == instants_of(file)


@pytest.mark.parametrize("zone", ZONES)
def test_ical_js_finds_them_by_the_definition(ical_js, zone):
    file = file_of(*entries_around(zone))
    found = icaljs.read(ical_js, written(file))["entries"]
    assert {each["uid"]: tuple(map(at, (each["start"], each["end"]))) for each in found} == instants_of(file)


def at(seconds):
    return datetime.fromtimestamp(seconds, UTC)


# Whole days


DAYS = {"start": datetime(2026, 3, 29), "end": datetime(2026, 3, 31), "whole_days": True}


@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Apia", "America/New_York"])
def test_whole_days_are_the_same_days_for_every_reader(ical_js, zone):
    data = written(file_of(entry(zone=zone, **DAYS)))
    assert b"BEGIN:VTIMEZONE" not in data
    first, after = date(2026, 3, 29), date(2026, 3, 31)
    (event,) = Calendar.from_ical(data).events
    assert (event.start, event.end) == (first, after)
    (event,) = recurring_ical_events.of(Calendar.from_ical(data)).at(date(2026, 3, 30))
    assert (event.start, event.end) == (first, after)
    event = vobject.readOne(data.decode()).vevent
    assert (event.dtstart.value, event.dtend.value) == (first, after)
    (found,) = icaljs.read(ical_js, data)["entries"]
    assert found["days"]
    assert (at(found["start"]).date(), at(found["end"]).date()) == (first, after)


# Words


EVERYTHING = {
    "summary": WORDS,
    "description": f"{WORDS}\n\n" + "Ünïcödé 🎸 " * 40,
    "location": WORDS,
    "url": "https://example.org/gigs?a=1,2;b=3&c=%2C#d",
    "status": EntryStatus.TENTATIVE,
    "categories": ("gig", WORDS),
    "alarms": (timedelta(hours=26), timedelta(minutes=30)),
}


def test_icalendar_reads_every_word():
    calendar = Calendar.from_ical(written(file_of(entry(**EVERYTHING), name=WORDS, description=WORDS)))
    assert calendar["DESCRIPTION"] == WORDS
    for name in ("NAME", "X-WR-CALNAME", "X-WR-CALDESC"):  # icalendar 7.3 leaves their backslashes in place
        assert unescape_backslash(calendar[name]) == WORDS
    (event,) = calendar.events
    for name in ("summary", "description", "location", "url"):
        assert event[name] == EVERYTHING[name]
    assert event["STATUS"] == "TENTATIVE"
    assert list(event["CATEGORIES"].cats) == ["gig", WORDS]
    assert [each.TRIGGER for each in event.walk("VALARM")] == [-timedelta(hours=26), -timedelta(minutes=30)]
    assert {str(each["DESCRIPTION"]) for each in event.walk("VALARM")} == {WORDS}


def test_vobject_reads_every_word():
    event = vobject.readOne(written(file_of(entry(**EVERYTHING))).decode()).vevent
    for name in ("summary", "description", "location", "url"):
        assert getattr(event, name).value == EVERYTHING[name]
    assert event.categories.value == ["gig", WORDS]
    assert [each.trigger.value for each in event.valarm_list] == [
        -timedelta(hours=26),
        -timedelta(minutes=30),
    ]


def test_ical_js_reads_every_word(ical_js):
    found = icaljs.read(ical_js, written(file_of(entry(**EVERYTHING))))
    assert found["name"] == "The Foxes"
    (event,) = found["entries"]
    for name in ("summary", "description", "location", "url"):
        assert event[name] == EVERYTHING[name]
    assert (event["status"], event["transparency"]) == ("TENTATIVE", "OPAQUE")
    assert event["categories"] == ["gig", WORDS]
    assert event["alarms"] == [-26 * 3600, -30 * 60]
