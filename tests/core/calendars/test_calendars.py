"""Awkward calendars of our own making: NAME.ics, and in NAME.json what it must mean.

Spans are `start/end`: `exact` in UTC, `wall` on whatever clock. The window is 22 Nov to 20 Dec 2026 where
none is said. Every calendar is read a second time with its events in reverse order.
"""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.scheduling.calendars import reader
from core.scheduling.calendars.outcome import FeedTrouble, ReadCalendar, Unreadable
from core.scheduling.calendars.reader import read

FOLDER = Path(__file__).parent
NAMES = sorted(each.stem for each in FOLDER.glob("*.ics"))
WINDOW = "2026-11-22/2026-12-20"
EVENT = re.compile(rb"BEGIN:VEVENT\r?\n.*?END:VEVENT\r?\n", re.DOTALL | re.IGNORECASE)


def seconds(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def span(text):
    start, end = text.split("/")
    return seconds(start), seconds(end)


def shown(spans):
    return [
        "/".join(datetime.fromtimestamp(edge, UTC).strftime("%Y-%m-%dT%H:%M") for edge in each)
        for each in spans
    ]


def reversed_events(data):
    """The same calendar, its events in reverse order."""
    events = EVENT.findall(data)
    others = EVENT.split(data)
    pieces = [others[0]]
    for event, between in zip(reversed(events), others[1:], strict=True):
        pieces += [event, between]
    return b"".join(pieces)


def meant(name):
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def check(data, expected):
    found = read(data, span(expected.get("window", WINDOW)))
    assert isinstance(found, ReadCalendar), found
    assert shown(found.busy.exact) == expected["exact"]
    assert shown(found.busy.wall) == expected["wall"]
    assert (found.events, found.skipped) == (expected["events"], expected["skipped"])


def test_there_are_enough_and_each_says_what_it_means():
    assert len(NAMES) >= 25
    assert {each.stem for each in FOLDER.glob("*.json")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_calendar_means_what_is_written_beside_it(name):
    check((FOLDER / f"{name}.ics").read_bytes(), meant(name))


@pytest.mark.parametrize("name", [each for each in NAMES if each not in ("event_without_end", "utf_16")])
def test_the_order_of_its_events_does_not_matter(name):
    data = (FOLDER / f"{name}.ics").read_bytes()
    turned = reversed_events(data)
    assert sorted(turned.splitlines()) == sorted(data.splitlines())
    assert len(EVENT.findall(data)) < 2 or turned != data or name.startswith("same")
    check(turned, meant(name))


GOOD = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261124T190000Z\r\nDTEND:20261124T200000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", FeedTrouble.EMPTY),
        (b"\xef\xbb\xbf \r\n\r\n", FeedTrouble.EMPTY),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", FeedTrouble.PAGE),
        (b"\n  <html>BEGIN:VCALENDAR</html>", FeedTrouble.PAGE),
        (b"Not found", FeedTrouble.NOT_A_CALENDAR),
        (b'{"error": "login"}', FeedTrouble.NOT_A_CALENDAR),
        (b"\x00\x01\x02\xff\xfe", FeedTrouble.NOT_A_CALENDAR),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", FeedTrouble.NOT_A_CALENDAR),
        (b"BEGIN:VCALENDAR\r\n", FeedTrouble.TRUNCATED),
        (GOOD.replace(b"DTSTART:2026", b"DTSTART:x"), FeedTrouble.NO_EVENT_READABLE),
    ],
)
def test_what_is_no_calendar_says_why(data, why):
    assert read(data, span(WINDOW)) == Unreadable(why)


@pytest.mark.parametrize("cut", range(1, len(GOOD) - 4, 7))
def test_a_calendar_cut_anywhere_is_never_taken_for_a_whole_one(cut):
    found = read(GOOD[:cut], span(WINDOW))
    assert isinstance(found, Unreadable)
    assert found.why in (FeedTrouble.TRUNCATED, FeedTrouble.NOT_A_CALENDAR)


def test_titles_places_and_guests_never_come_near_the_result():
    secret = b"SUMMARY:Dentist\r\nLOCATION:Mill St\r\nATTENDEE;CN=Jo:mailto:jo@example.com\r\nDESCRIPTION:tooth\r\n"
    from core.scheduling.calendars.lines import pieces_of

    pieces = pieces_of(GOOD.replace(b"UID:1\r\n", b"UID:1\r\n" + secret))
    for word in ("Dentist", "Mill", "jo@", "tooth"):
        assert word not in repr(pieces)


def test_more_busy_times_than_anybody_has_are_too_much(monkeypatch):
    monkeypatch.setattr(reader, "MOST_SPANS", 0)
    assert read(GOOD, span(WINDOW)) == Unreadable(FeedTrouble.TOO_MUCH)


def test_a_series_that_is_cut_short_costs_only_itself():
    class Cut:
        rounds = 0

        def __enter__(self):
            Cut.rounds += 1
            if Cut.rounds == 2:
                raise RuntimeError

        def __exit__(self, *_):
            return None

    event = (
        b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:2026112%dT190000Z\r\nDTEND:2026112%dT200000Z\r\nEND:VEVENT\r\n"
    )
    data = (
        b"BEGIN:VCALENDAR\r\n" + b"".join(event % (day, day, day) for day in (4, 5, 6)) + b"END:VCALENDAR\r\n"
    )
    found = read(data, span(WINDOW), guard=Cut)
    assert (found.events, found.skipped, len(found.busy.exact)) == (3, 1, 2)
