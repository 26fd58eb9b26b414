"""A calendar on the loopback imported by the whole program: played as a script, and while it runs and stops."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from bandwidth.environment import BadSetting
from bandwidth.settings import read
from storage.migrate import migrate
from tests.fakes.process import ROOT, Program
from tests.jobs.web import CALENDAR, answer, serving

PATH = "/private-0a1b2c3d/basic.ics"
ALLOWED = {"BANDWIDTH_CALENDAR_HOSTS": "127.0.0.1"}


async def played(script, folder, **settings):
    base = {name: value for name, value in os.environ.items() if not name.startswith("BANDWIDTH_")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bandwidth", "chat", "--script", "-"),
        cwd=folder,
        env={**base, **settings, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, errors = await process.communicate(script.encode())
    assert process.returncode == 0, errors.decode()
    assert errors == b""
    return out.decode()


async def test_a_script_imports_a_calendar(tmp_path):
    async with serving() as web:
        web.pages[PATH] = answer()
        script = f"""\
@ 2026-11-23 14:05
Ana: /band create The Foxes city: Leeds
Ana: /import {web.url(PATH)}
Ana: /green Tuesday
"""
        seen = await played(script, tmp_path, **ALLOWED)
    assert "1 busy time until Tue 28 Dec 2027" in seen
    assert "Tue 24 Nov, 19:00-20:00" in seen
    assert "20:00-23:30" in seen.split("/green Tuesday")[1]
    assert "Dentist" not in seen


async def test_without_leave_the_machine_s_own_network_is_not_entered(tmp_path):
    async with serving() as web:
        seen = await played(f"Ana: /import {web.url(PATH)}\n", tmp_path)
        assert web.asked == []
    assert "private network" in seen


@pytest.fixture
async def database(tmp_path):
    """A database in which somebody imports a calendar that is due."""
    path = tmp_path / "bandwidth.db"
    await migrate(f"sqlite:///{path}")

    def due(address):
        at = (datetime.now(UTC) - timedelta(minutes=1)).strftime("%Y-%m-%d %H:%M:%S.000000")
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("INSERT INTO person (id, name, made_at) VALUES (1, 'Ana', ?)", (at,))
            connection.execute(
                "INSERT INTO feed (person, address, made_at, due_at) VALUES (1, ?, ?, ?)", (address, at, at)
            )
            connection.commit()

    def row():
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute("SELECT busy, read_at, claimed_by, why FROM feed").fetchone()

    return due, row


async def test_the_running_program_reads_what_is_due_and_logs_no_address(tmp_path, database):
    due, row = database
    async with serving() as web:
        body = CALENDAR.replace(b"20261124", f"{datetime.now(UTC) + timedelta(days=3):%Y%m%d}".encode())
        web.pages[PATH] = answer(body)
        due(web.url(PATH))
        program = await Program(tmp_path, {**ALLOWED, "BANDWIDTH_LOG_LEVEL": "DEBUG"}).start()
        try:
            async with asyncio.timeout(60):
                while row()[0] is None:
                    await asyncio.sleep(0.05)
        finally:
            assert await program.stop() == 0
    busy, read_at, claimed_by, why = row()
    assert '"exact": [[' in busy
    assert read_at
    assert (claimed_by, why) == (None, None)
    assert "private-" not in "\n".join(program.errors)


async def test_stopping_while_a_calendar_is_fetched_is_orderly_and_puts_it_back(tmp_path, database):
    due, row = database
    asked, never = asyncio.Event(), asyncio.Event()

    async def hang(writer):
        asked.set()
        await never.wait()

    async with serving() as web:
        web.pages[PATH] = hang
        due(web.url(PATH))
        program = await Program(tmp_path, ALLOWED).start()
        async with asyncio.timeout(60):
            await asked.wait()
        assert row()[2] is not None
        assert await program.stop() == 0
    assert row() == (None, None, None, None)
    assert "Traceback" not in "\n".join(program.errors)


def test_the_libraries_for_calendars_and_pictures_are_loaded_with_the_first_one():
    slow = {
        "icalendar",
        "recurring_ical_events",
        "httpcore",
        "dateutil.rrule",
        "PIL",
        "bidi",
        "arabic_reshaper",
    }
    program = (
        "bandwidth.process, bandwidth.app, bots.discord.client, bots.telegram.client, bots.console.client, "
        "presentation.calendar_files.writer"
    )
    script = f"import sys, {program}; print(sorted({slow} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


def test_hosts_that_may_be_asked_are_a_setting(tmp_path):
    found = read({"BANDWIDTH_CALENDAR_HOSTS": "nas.local, 10.0.0.0/24"}, folder=tmp_path)
    assert found.calendar_hosts.names == {"nas.local"}
    assert found.calendar_hosts.allows("10.0.0.7", name="x")
    with pytest.raises(BadSetting, match=r"10\.0\.0\.0/99"):
        read({"BANDWIDTH_CALENDAR_HOSTS": "10.0.0.0/99"}, folder=tmp_path)
