"""A calendar file is what RFC 5545 and RFC 7986 say, whatever words are in it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from core.moments import UnknownZone
from presentation.calendar_files.values import EntryStatus
from presentation.calendar_files.writer import written
from tests.calendar_files.samples import entry, file_of

DAYS = {"start": datetime(2026, 6, 5), "end": datetime(2026, 6, 7), "whole_days": True}


def lines(file):
    """The lines of a file, unfolded."""
    return written(file).decode().replace("\r\n ", "").split("\r\n")[:-1]


def event(**facts):
    """The lines of one entry."""
    found = lines(file_of(entry(**facts)))
    return found[found.index("BEGIN:VEVENT") : found.index("END:VEVENT") + 1]


def said(name, found):
    return [each.partition(":")[2] for each in found if each.partition(":")[0].partition(";")[0] == name]


# The calendar


def test_a_calendar_says_what_it_is_and_when_to_ask_again():
    found = lines(
        file_of(
            name="The Foxes",
            description="Gigs and rehearsals",
            refresh=timedelta(hours=6),
            zone="Europe/London",
            url="https://example.org/foxes",
        )
    )
    assert found[0] == "BEGIN:VCALENDAR"
    assert found[-1] == "END:VCALENDAR"
    assert set(found[1:-1]) == {
        "VERSION:2.0",
        "PRODID:-//Bandwidth//Bandwidth//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:The Foxes",
        "X-WR-CALNAME:The Foxes",
        "DESCRIPTION:Gigs and rehearsals",
        "X-WR-CALDESC:Gigs and rehearsals",
        "URL:https://example.org/foxes",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "X-WR-TIMEZONE:Europe/London",
    }


def test_nothing_is_said_where_nothing_is_known():
    found = lines(file_of(entry(), method=None))
    for name in ("METHOD", "DESCRIPTION", "X-WR-CALDESC", "URL", "X-WR-TIMEZONE", "LOCATION", "CATEGORIES"):
        assert said(name, found) == []


def test_entries_stand_in_the_order_of_their_starts_and_uids():
    early, late = datetime(2026, 6, 5, 9), datetime(2026, 6, 5, 10)
    file = file_of(
        entry("c", start=late, end=late),
        entry("b", start=early, end=early),
        entry("a", start=early, end=early),
        entry("z", start=late, end=late, zone="Asia/Tokyo"),  # in London the night before
        entry("d", **DAYS),
    )
    assert said("UID", lines(file)) == ["d", "z", "a", "b", "c"]


def test_the_same_calendar_gives_the_same_bytes():
    entries = [
        entry(f"{number}", zone=zone) for number, zone in enumerate(("Asia/Tokyo", "Europe/London") * 3)
    ]
    data = written(file_of(*entries))
    assert data == written(file_of(*reversed(entries)))
    assert data != written(file_of(*entries[:-1], replace(entries[-1], sequence=1)))


def test_each_zone_is_defined_once_before_the_entries():
    found = lines(
        file_of(
            entry("1"), entry("2", zone="Asia/Tokyo"), entry("3"), entry("4", zone="America/New_York", **DAYS)
        )
    )
    assert said("TZID", found) == ["Asia/Tokyo", "Europe/London"]
    assert found.index("END:VTIMEZONE") < found.index("BEGIN:VEVENT")


def test_an_unknown_zone_is_refused():
    with pytest.raises(UnknownZone):
        written(file_of(entry(zone="Mars/Olympus")))


# An entry


def test_an_entry_says_when_it_is_and_when_it_was_changed():
    assert event() == [
        "BEGIN:VEVENT",
        "SUMMARY:The Foxes at The Heron",
        "DTSTART;TZID=Europe/London:20260605T193000",
        "DTEND;TZID=Europe/London:20260605T230000",
        "DTSTAMP:20260206T104512Z",
        "UID:gig-1@bandwidth.example",
        "SEQUENCE:0",
        "CREATED:20260105T093000Z",
        "LAST-MODIFIED:20260206T104512Z",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ]


def test_an_instant_in_another_zone_is_written_in_utc():
    at = datetime(2026, 2, 6, 12, tzinfo=timezone(timedelta(hours=2)))
    assert said("DTSTAMP", event(changed_at=at)) == ["20260206T100000Z"]


def test_days_have_no_hours():
    found = event(**DAYS, zone="America/New_York")
    assert found[2:4] == ["DTSTART;VALUE=DATE:20260605", "DTEND;VALUE=DATE:20260607"]


def test_times_in_utc_need_no_zone():
    found = lines(file_of(entry(zone="UTC")))
    assert said("DTSTART", found) == ["20260605T193000Z"]
    assert "BEGIN:VTIMEZONE" not in found


def test_an_entry_without_length_has_no_end():
    start = datetime(2026, 6, 5, 19, 30)
    assert said("DTEND", event(start=start, end=start)) == []
    # 01:10 does not exist, and is 02:10; the end comes before that.
    assert said("DTEND", event(start=datetime(2026, 3, 29, 1, 10), end=datetime(2026, 3, 29, 2))) == []


def test_a_time_that_the_clock_skips_is_the_one_that_it_shows():
    found = event(start=datetime(2026, 3, 29, 1, 30), end=datetime(2026, 3, 29, 4))
    assert found[2:4] == [
        "DTSTART;TZID=Europe/London:20260329T023000",
        "DTEND;TZID=Europe/London:20260329T040000",
    ]


@pytest.mark.parametrize(("fold", "written_start"), [(0, "20261025T003000Z"), (1, "20261025T013000Z")])
def test_a_time_that_the_clock_shows_twice_is_written_in_utc(fold, written_start):
    found = event(start=datetime(2026, 10, 25, 1, 30, fold=fold), end=datetime(2026, 10, 25, 4))
    assert said("DTSTART", found) == [written_start]
    assert said("DTEND", found) == ["20261025T040000Z"]


@pytest.mark.parametrize(
    ("status", "busy", "transparency"),
    [
        (EntryStatus.CONFIRMED, True, "OPAQUE"),
        (EntryStatus.TENTATIVE, True, "OPAQUE"),
        (EntryStatus.CONFIRMED, False, "TRANSPARENT"),
        (EntryStatus.CANCELLED, True, "TRANSPARENT"),
    ],
)
def test_an_entry_takes_time_where_it_should(status, busy, transparency):
    found = event(status=status, busy=busy)
    assert (said("STATUS", found), said("TRANSP", found)) == ([status.value], [transparency])


def test_an_entry_reminds_of_itself_unless_it_is_cancelled():
    alarms = (timedelta(days=1), timedelta(hours=2, minutes=30))
    found = event(alarms=alarms)
    assert said("TRIGGER", found) == ["-P1D", "-PT2H30M"]
    assert said("ACTION", found) == ["DISPLAY"] * 2
    assert said("DESCRIPTION", found) == ["The Foxes at The Heron"] * 2
    assert "BEGIN:VALARM" not in event(alarms=alarms, status=EntryStatus.CANCELLED)


@pytest.mark.parametrize(
    "facts",
    [
        {"start": datetime(2026, 6, 5, 19, tzinfo=UTC)},
        {"changed_at": datetime(2026, 6, 5)},
        {"whole_days": True},
        {**DAYS, "end": DAYS["start"]},
    ],
)
def test_an_entry_that_cannot_be_is_refused_at_once(facts):
    with pytest.raises(ValueError):
        entry(**facts)


# Words

EVIL = (
    "a\r\nb\rc\nd\x85e\u2028f\u2029g\x00\x07\x0b\x0c\x1b\x7f\ud800\udfffh\ti, j; k\\ \\n \\N \\, END:VEVENT"
)
TAMED = "a\nb\nc\nd\ne\nf\ngh\ti, j; k\\ \\n \\N \\, END:VEVENT"


def test_words_are_kept_but_for_what_is_forbidden():
    (found,) = Calendar.from_ical(
        written(file_of(entry(summary=EVIL, location=EVIL, categories=(EVIL,))))
    ).events
    assert (found["SUMMARY"], found["LOCATION"], list(found["CATEGORIES"].cats)) == (TAMED, TAMED, [TAMED])


def test_an_address_is_encoded_where_it_must_be():
    url = "https://example.org/a b\nEND:VEVENT?q=ü,\\\ud800"
    assert said("URL", event(url=url)) == ["https://example.org/a%20b%0AEND:VEVENT?q=%C3%BC,%5C"]


@given(st.text(), st.text(st.sampled_from('\\nN,;:"\r\n\x85\u2028 a\tü🎸\x00\ud800'), max_size=200))
def test_no_words_break_out(some, others):
    one = entry(
        uid=others,
        summary=some,
        description=others,
        location=some,
        url=others,
        categories=(some, others),
        alarms=(timedelta(hours=1),),
    )
    data = written(file_of(one, name=others, description=some, url=some, zone=others, method=others))
    calendar = Calendar.from_ical(data)
    (found,) = calendar.subcomponents[1:]
    assert len(calendar.subcomponents[0].subcomponents) == 3
    assert not set(found) - {
        *("UID", "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "STATUS"),
        *("TRANSP", "DESCRIPTION", "LOCATION", "URL", "CATEGORIES"),
    }
    assert found["UID"] == found.get("DESCRIPTION", "")
    assert found["SUMMARY"] == found.get("LOCATION", "")


@given(st.text(max_size=400))
def test_lines_are_folded_at_75_octets_between_characters(words):
    data = written(file_of(entry(summary=words, description=words, categories=(words, words), url=words)))
    assert data.endswith(b"\r\nEND:VCALENDAR\r\n")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert b"\n" not in data.replace(b"\r\n", b"")
    found = data.removesuffix(b"\r\n").split(b"\r\n")
    for line in found:
        assert 0 < len(line) <= 75
        assert not any(octet < 0x20 and octet != 0x09 for octet in line)
        line.decode()
    for line, following in pairwise(found):
        assert following[:1] != b" " or len(line) > 60
