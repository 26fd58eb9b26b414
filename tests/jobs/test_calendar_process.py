"""Reading in a process of its own: the same result, and limits that hold whatever the calendar does."""

import asyncio
import json
from datetime import UTC, datetime

import pytest

from core.moments import from_seconds, walls_of, zone
from core.scheduling.calendars.outcome import FeedTrouble, Unreadable, horizon_at
from core.scheduling.calendars.reader import read
from jobs import calendar_process
from jobs.calendar_process import CalendarProcess
from tests.core.test_zonedata import of_machine
from tests.fakes.clock import EVENING
from tests.jobs.web import CALENDAR

HORIZON = horizon_at(EVENING)


def calendar(*events):
    body = "".join(f"BEGIN:VEVENT\r\n{each}\r\nEND:VEVENT\r\n" for each in events)
    return f"BEGIN:VCALENDAR\r\n{body}END:VCALENDAR\r\n".encode()


async def test_it_reads_what_would_be_read_here():
    data = calendar("UID:1\r\nDTSTART;VALUE=DATE:20261201\r\nRRULE:FREQ=WEEKLY", "UID:2\r\nDTSTART:x")
    data += CALENDAR
    found = await CalendarProcess().read(data, HORIZON)
    assert found == read(data, HORIZON)
    assert (found.events, found.skipped, len(found.busy.wall), len(found.busy.exact)) == (3, 1, 56, 1)


async def test_why_something_is_no_calendar_comes_back():
    assert await CalendarProcess().read(b"<html>", HORIZON) == Unreadable(FeedTrouble.PAGE)


VANCOUVER = "UID:v\r\nDTSTART;TZID=America/Vancouver:20261204T190000\r\nDURATION:PT2H"
IN_UTC = "UID:u\r\nDTSTART:20261205T020000Z\r\nDTEND:20261205T040000Z"


async def test_it_reads_with_the_zone_data_that_the_program_uses():
    found = await CalendarProcess().read(calendar(VANCOUVER), HORIZON)
    assert found.busy.exact == (await CalendarProcess().read(calendar(IN_UTC), HORIZON)).busy.exact
    assert [f"{at:%a %H:%M}" for at in walls_of(found.busy.exact[0], zone("America/Vancouver"))] == [
        "Fri 19:00",
        "Fri 21:00",
    ]


async def test_it_respects_zone_data_that_somebody_has_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONTZPATH", str(of_machine(tmp_path, "2019c")))
    found = await CalendarProcess().read(calendar(VANCOUVER), HORIZON)
    assert from_seconds(found.busy.exact[0][0]) == datetime(2026, 12, 5, 3, tzinfo=UTC)


NEVER = "UID:never\r\nDTSTART:20261124T180000Z\r\nRRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30"


async def test_a_rule_that_never_comes_true_costs_its_event_alone():
    event = "UID:1\r\nDTSTART:20261124T180000Z\r\nDTEND:20261124T190000Z"
    found = await CalendarProcess().read(calendar(NEVER, event), HORIZON)
    assert (found.events, found.skipped, len(found.busy.exact)) == (2, 1, 1)


async def test_many_such_rules_cost_the_calendar_and_nothing_else(caplog):
    several = calendar(*(NEVER.replace("never", str(number)) for number in range(5)))
    found = await CalendarProcess(calendar_seconds=1).read(several, HORIZON)
    assert found == Unreadable(FeedTrouble.TOO_MUCH)
    assert "ended its process" in caplog.text
    assert "never" not in caplog.text


async def test_a_process_that_takes_too_long_is_not_waited_for():
    found = await CalendarProcess(wait_seconds=0.01).read(calendar(NEVER), HORIZON)
    assert found == Unreadable(FeedTrouble.TOO_MUCH)


async def test_a_reader_that_is_cancelled_leaves_no_process_behind(monkeypatch):
    started = []
    make = asyncio.create_subprocess_exec

    async def noting(*args, **named):
        process = await make(*args, **named)
        started.append(process)
        return process

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noting)
    reading = asyncio.create_task(CalendarProcess().read(calendar(NEVER), HORIZON))
    while not started:
        await asyncio.sleep(0.01)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert started[0].returncode is not None


async def test_the_loop_goes_on_while_a_big_calendar_is_read():
    events = (
        f"UID:{n}\r\nDTSTART:202612{n % 28 + 1:02d}T{n % 24:02d}0000Z\r\nDURATION:PT1H" for n in range(2000)
    )
    reading = asyncio.create_task(CalendarProcess().read(calendar(*events), HORIZON))
    rounds = 0
    while not reading.done():
        await asyncio.sleep(0)
        rounds += 1
    assert (await reading).events == 2000
    assert rounds > 100, "it was read on the loop"


async def test_the_process_is_told_no_secret(monkeypatch):
    given = {}
    make = asyncio.create_subprocess_exec

    async def noting(*args, **named):
        given.update(named["env"])
        return await make(*args, **named)

    monkeypatch.setenv("BANDWIDTH_DISCORD_TOKEN", "secret")
    monkeypatch.setattr(asyncio, "create_subprocess_exec", noting)
    await CalendarProcess().read(CALENDAR, HORIZON)
    assert given
    assert "secret" not in json.dumps(given)


def test_what_takes_too_long_is_cut_short_even_where_everything_is_caught(monkeypatch):
    monkeypatch.setattr(calendar_process, "SERIES_SECONDS", 0.05)

    def stubborn():
        while True:
            try:
                sum(range(1000))
            except Exception:  # noqa: BLE001
                continue

    with pytest.raises(calendar_process.SeriesTooLong), calendar_process.cut_short():
        stubborn()
