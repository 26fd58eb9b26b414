"""The command line: one clear line and an exit status for whatever cannot be."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import httpx
import pytest

from bandwidth.environment import BadSetting
from bandwidth.settings import read
from tests.fakes.process import ROOT, Program

HEAVY = (
    *("discord", "telegram", "sqlalchemy", "alembic", "apscheduler", "starlette", "babel", "dateparser"),
    *("PIL", "bidi", "arabic_reshaper", "icalendar", "recurring_ical_events", "httpcore", "httpx"),
)


def bandwidth(*arguments, folder, stdin="", **settings):
    base = {name: value for name, value in os.environ.items() if not name.startswith("BANDWIDTH_")}
    return subprocess.run(
        [sys.executable, "-m", "bandwidth", *arguments],
        cwd=folder,
        input=stdin,
        text=True,
        capture_output=True,
        env={**base, "PYTHONPATH": str(ROOT), **{f"BANDWIDTH_{k}": v for k, v in settings.items()}},
        timeout=60,
        check=False,
    )


def says_one_line(done, *words, status):
    assert done.returncode == status, done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    for word in words:
        assert word in done.stderr


def test_without_a_command_it_says_what_there_is(tmp_path):
    done = bandwidth(folder=tmp_path)
    assert done.returncode == 0
    for name in ("run", "chat", "demo", "doctor", "migrate", "parse", "greenzone", "gallery"):
        assert f"\n  {name}" in done.stdout


def test_an_unknown_command_is_wrong_usage(tmp_path):
    says_one_line(bandwidth("sing", folder=tmp_path), "sing", "--help", status=2)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEB_PORT", "eighty"),
        ("WEB_PORT", "70000"),
        ("LOG_LEVEL", "LOUD"),
        ("DISCORD_API_URL", "discord"),
        ("DISCORD_GATEWAY_URL", "http://127.0.0.1/"),
        ("TELEGRAM_API_URL", "http://"),
        ("SECRET_KEY", "short"),
        ("PUBLIC_URL", "ftp://example.org"),
        ("PUBLIC_URL", "https://example.org/band?page=1"),
        ("PUBLIC_URL", "https://ana:secret@example.org"),
        ("PUBLIC_URL", "https://example.org/{band}"),
        ("MAP_TILES", "https://tiles.example.org/"),
        ("MAP_TILES", "https://{s}.tiles.example.org/{z}/{x}/{y}.png"),
        ("MAP_TILES", "https://tiles.example.org/{z}/{x}/{y}{r}.png"),
        ("MAP_TILES", "https://tiles.example.org/{z}/{x}/{y}.png; script-src *"),
        ("TELEGRAM_WEBHOOK_URL", "https://example.org/hook"),
    ],
)
def test_a_bad_setting_is_named(tmp_path, name, value):
    says_one_line(bandwidth("run", folder=tmp_path, **{name: value}), f"BANDWIDTH_{name}", status=2)
    assert not (tmp_path / "bandwidth.db").exists()


def test_settings_come_from_the_environment_before_the_file(tmp_path):
    (tmp_path / ".env").write_text("BANDWIDTH_WEB_PORT=1111\nBANDWIDTH_LOG_LEVEL=error\nOTHER=1\n")
    found = read({"BANDWIDTH_WEB_PORT": "2222", "BANDWIDTH_DISCORD_TOKEN": "  "}, folder=tmp_path)
    assert (found.web_port, found.log_level, found.discord_token) == (2222, "ERROR", None)
    with pytest.raises(BadSetting):
        read({"BANDWIDTH_WEB_PORT": "-1"}, folder=tmp_path)


def test_secrets_are_not_in_the_representation_of_settings(tmp_path):
    found = read(
        {
            "BANDWIDTH_DISCORD_TOKEN": "d-token",
            "BANDWIDTH_TELEGRAM_TOKEN": "t-token",
            "BANDWIDTH_SECRET_KEY": "0123456789abcdef",
            "BANDWIDTH_DATABASE_URL": "postgresql://u:pass-word@127.0.0.1/x",
        },
        folder=tmp_path,
    )
    for secret in ("d-token", "t-token", "0123456789abcdef", "pass-word"):
        assert secret not in repr(found)
        assert secret in found.secrets


def test_run_refuses_a_server_database_that_lacks_migrations(tmp_path, pg_empty):
    done = bandwidth("run", folder=tmp_path, DATABASE_URL=pg_empty)
    says_one_line(done, "bandwidth migrate", status=1)


def test_a_script_that_cannot_be_played_names_the_line(tmp_path):
    done = bandwidth("chat", "--script", "-", folder=tmp_path, stdin="Ana: /start\nwhat is this\n")
    assert done.returncode == 1
    assert "line 2" in done.stderr


@pytest.mark.parametrize(
    ("command", "stdin"),
    [
        (
            ("parse", "--jsonl"),
            '{"id": "1", "text": "busy every Tuesday evening", "now": "2026-11-23T14:05", '
            '"tz": "Europe/London", "locale": "en-GB"}\n',
        ),
        (
            ("greenzone", "--json"),
            '{"schema": "greenzone/1", "id": "x", "horizon": {"start": "2026-06-01T00:00:00Z", '
            '"end": "2026-06-02T00:00:00Z"}, "band": {"tz": "Europe/London", "playable": [], '
            '"min_minutes": 60}, "members": []}',
        ),
    ],
)
def test_the_short_commands_import_nothing_heavy(tmp_path, command, stdin):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bandwidth", *command],
        cwd=tmp_path,
        input=stdin,
        text=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout
    imported = {
        line.rsplit("|", 1)[1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line
    }
    assert not imported & {*HEAVY, "storage", "jobs", "web"}
    assert "core" in imported


async def test_without_a_terminal_it_runs_until_sigterm(tmp_path):
    program = await Program(tmp_path, {"BANDWIDTH_LOG_LEVEL": "INFO"}).start()
    async with asyncio.timeout(60):
        while not any("ready:" in line for line in program.errors):
            await asyncio.sleep(0.02)
    summary = [line for line in program.errors if line.startswith(("Running:", "Web:", "Not running:"))]
    assert len(summary) == 3
    assert "BANDWIDTH_DISCORD_TOKEN" in summary[2]
    address = summary[1].split()[1].rstrip(",")
    async with httpx.AsyncClient() as client:
        health = await client.get(f"{address}healthz")
    assert (health.status_code, health.json()) == (200, {"ok": True, "database": True})
    assert await program.stop() == 0


def test_doctor_says_what_is_there_and_makes_no_file(tmp_path):
    done = bandwidth("doctor", folder=tmp_path)
    assert done.returncode == 0, done.stdout
    for name in ("database", "clock", "zone data", "Discord", "Telegram", "public address"):
        assert name in done.stdout
    assert "BANDWIDTH_TELEGRAM_TOKEN" in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("due", "status", "todo"),
    [("2026-01-01", 1, "Run the newer release again"), ("2999-01-01", 0, "None of them is due yet")],
)
def test_doctor_counts_notices_that_only_a_newer_release_knows(tmp_path, due, status, todo):
    assert bandwidth("migrate", folder=tmp_path).returncode == 0
    assert "notices" not in bandwidth("doctor", folder=tmp_path).stdout
    with closing(sqlite3.connect(tmp_path / "bandwidth.db")) as connection, connection:
        connection.execute(
            "INSERT INTO person (id, name, made_at) VALUES (1, 'Ana', '2026-11-23 14:05:00.000000')"
        )
        connection.execute(
            "INSERT INTO outbox (person, kind, version, facts, key, due_at, tried) "
            "VALUES (1, 'digest', 3, '{}', 'k', ?, '[]')",
            (f"{due} 00:00:00.000000",),
        )
    done = bandwidth("doctor", folder=tmp_path)
    assert "1 waiting of a kind that only a newer release knows: 1 x digest (version 3)" in done.stdout
    assert todo in done.stdout
    assert done.returncode == status


@pytest.mark.parametrize(
    ("words", "loads"),
    [("/busy Fri 11 Dec", False), ("/busy every Tuesday", False), ("/busy 11 grudnia", True)],
)
def test_dateparser_is_loaded_with_the_first_words_that_need_it(tmp_path, words, loads):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bandwidth", "chat", "--script", "-"],
        cwd=tmp_path,
        input=f"@ 2026-11-23 19:00\nOla: /timezone Warsaw\nOla: {words}\n",
        text=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "11 Dec" in done.stdout or "every Tuesday" in done.stdout
    imported = {
        line.rsplit("|", 1)[1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line
    }
    assert ("dateparser" in imported) is loads
