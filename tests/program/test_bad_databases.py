"""A database that cannot be used: one line without a trace, and 2 where the setting is to blame."""

import asyncio
import sqlite3
from contextlib import closing

import pytest

from storage.engine.driver_errors import told_plainly, trouble_of
from storage.engine.errors import DatabaseUnwritable
from tests.fakes import databases
from tests.program.test_command_line import bandwidth, says_one_line


@pytest.mark.parametrize("command", ["run", "chat", "migrate"])
@pytest.mark.parametrize(
    ("url", "words", "status"),
    [
        ("postgresql://user:hidden@127.0.0.1:9/none", "cannot be opened", 1),
        ("mysql://user:hidden@127.0.0.1/none", "mysql", 2),
        ("sqlite:////no/such/folder/x.db", "folder", 2),
    ],
)
def test_one_that_cannot_be_reached_is_one_line(tmp_path, command, url, words, status):
    done = bandwidth(command, folder=tmp_path, DATABASE_URL=url)
    says_one_line(done, words, status=status)
    assert "hidden" not in done.stderr
    assert ("BANDWIDTH_DATABASE_URL" in done.stderr) is (status == 2)


def a_folder(path):
    path.mkdir()


def a_letter(path):
    path.write_text("Dear Bo, this is a letter and no database at all. " * 99)


def a_photo_album(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE person (photo BLOB)")
        connection.commit()


@pytest.mark.parametrize(
    ("make", "words"),
    [(a_folder, "is a folder"), (a_letter, "no SQLite"), (a_photo_album, "another program")],
)
def test_another_thing_in_its_place_is_named_and_left_alone(tmp_path, make, words):
    make(tmp_path / "x.db")
    done = bandwidth("run", folder=tmp_path, DATABASE_URL="sqlite:///x.db")
    says_one_line(done, "BANDWIDTH_DATABASE_URL", words, status=2)
    told = bandwidth("doctor", folder=tmp_path, DATABASE_URL="sqlite:///x.db")
    assert told.returncode == 1
    assert words in told.stdout.splitlines()[0]
    assert told.stdout.startswith("BAD database")
    assert told.stderr == ""
    if make is a_photo_album:
        with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
            assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("person",)]


def test_another_program_s_tables_beside_which_none_of_ours_would_fit_are_left_alone(tmp_path, pg_empty):
    asyncio.run(databases.maintain(pg_empty, "CREATE TABLE person (photo text)"))
    says_one_line(
        bandwidth("migrate", folder=tmp_path, DATABASE_URL=pg_empty),
        "another program",
        "'person'",
        status=2,
    )


def test_a_full_disk_at_the_start_is_one_line(tmp_path):
    done = bandwidth("run", folder=tmp_path, DATABASE_URL="sqlite:////dev/full")
    says_one_line(done, "full", status=1)


def test_what_sqlite_says_of_a_file_that_takes_nothing_is_told_plainly(tmp_path):
    path = tmp_path / "x.db"
    a_photo_album(path)
    with (
        closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection,
        pytest.raises(sqlite3.OperationalError) as raised,
    ):
        connection.execute("CREATE TABLE band (name TEXT)")
    assert isinstance(trouble_of(raised.value), DatabaseUnwritable)


def test_a_bug_keeps_its_trace():
    from sqlalchemy.exc import OperationalError

    bug = OperationalError("SELECT", {}, sqlite3.OperationalError("no such table: nothing"))
    with pytest.raises(OperationalError), told_plainly():
        raise bug


@pytest.mark.parametrize("there", [True, False])
def test_doctor_sees_that_a_place_takes_nothing(tmp_path, monkeypatch, there):
    import os

    from storage.engine.urls import check_writable

    path = tmp_path / "x.db"
    if there:
        a_photo_album(path)
    check_writable(f"sqlite:///{path}")
    closed = path if there else tmp_path
    monkeypatch.setattr(os, "access", lambda each, mode: each != closed)
    with pytest.raises(DatabaseUnwritable, match=str(closed)):
        check_writable(f"sqlite:///{path}")
