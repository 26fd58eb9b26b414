"""A bug: an incident number for the person, the trace with the same number for the log, and nothing half-written."""

import logging
import re
from dataclasses import replace

import pytest

from bots.chat import turn_runner as work
from bots.chat.catalogue import BY_NAME
from bots.chat.turn import PressedButton
from bots.chat.views.registry import VIEWS
from core.scheduling.diary.marking import Marked
from core.unit import Conflict
from tests.fakes.stage import text_of

INCIDENT = re.compile(r"Something broke on my side \(([0-9A-F]{4})\)\. Nothing was saved\.")


def incident(answer, caplog):
    """The number in the reply, which must stand in the log beside a trace."""
    text = text_of(answer.reply)
    found = INCIDENT.match(text)
    assert found, text
    assert "Try again" in text
    (record,) = [each for each in caplog.records if found[1] in each.getMessage()]
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None
    return record


@pytest.fixture
def broken_busy(monkeypatch):
    """/busy does its work, and then something in it breaks."""
    command = BY_NAME["busy"]

    async def handler(ask, turn):
        await command.handler(ask, turn)
        raise ZeroDivisionError("a bug")

    monkeypatch.setitem(BY_NAME, "busy", replace(command, handler=handler))


async def test_a_bug_has_a_number_in_the_reply_and_in_the_log(stage, book, broken_busy, caplog):
    await stage.says("Ana", "/timezone London")
    before = await book.rows()
    answer = await stage.says("Ana", "/busy Tue 1 Dec")
    record = incident(answer, caplog)
    assert record.exc_info[0] is ZeroDivisionError
    assert "Tue 1 Dec" not in record.getMessage()
    assert "a bug" not in text_of(answer.reply)
    assert await book.rows() == before


async def test_a_bug_leaves_the_question_open(stage, book, broken_busy, monkeypatch):
    await stage.says("Ana", "/busy")
    broken = await stage.says("Ana", "Tue 1 Dec")
    assert INCIDENT.match(text_of(broken.reply))
    monkeypatch.undo()
    await stage.says("Ana", "Tue 1 Dec")
    assert await book.kinds("Ana") == ["busy"]


async def test_a_view_that_breaks_saves_nothing(stage, book, monkeypatch, caplog):
    def view(result, reader):
        raise KeyError("a word")

    await stage.says("Ana", "/start")
    monkeypatch.setitem(VIEWS, Marked, view)
    before = await book.rows()
    answer = await stage.says("Ana", "/busy Tue 1 Dec")
    incident(answer, caplog)
    assert await book.rows() == before


async def test_a_result_without_a_view_is_a_bug_that_saves_nothing(stage, book, monkeypatch, caplog):
    await stage.says("Ana", "/start")
    monkeypatch.delitem(VIEWS, Marked)
    before = await book.rows()
    incident(await stage.says("Ana", "/busy Tue 1 Dec"), caplog)
    assert await book.rows() == before


async def test_a_bug_under_a_button_is_a_toast_and_the_message_stays(stage, book, monkeypatch, caplog):
    from bots.chat.commands import undo as presses
    from bots.chat.reply import Placement

    async def broken(*_, **__):
        raise RuntimeError("a bug")

    done = await stage.says("Ana", "/busy Tue 1 Dec")
    monkeypatch.setattr(presses.undoing, "undo", broken)
    answer = await stage.presses("Ana", done, "Undo")
    incident(answer, caplog)
    assert answer.reply.placement is Placement.TOAST
    assert await book.kinds("Ana") == ["busy"]


async def test_a_conflict_is_tried_again_and_is_a_bug_only_when_it_stays(stage, book, monkeypatch, caplog):
    tries = []
    real = work.TurnRunner.done

    async def done(self, unit, *, writing):
        tries.append(writing)
        if len(tries) < 3:
            raise Conflict
        return await real(self, unit, writing=writing)

    monkeypatch.setattr(work.TurnRunner, "done", done)
    await stage.says("Ana", "/busy Tue 1 Dec")
    assert len(tries) == 3
    assert await book.kinds("Ana") == ["busy"]

    async def never(self, unit, *, writing):
        raise Conflict

    monkeypatch.setattr(work.TurnRunner, "done", never)
    incident(await stage.says("Ana", "/busy Tue 8 Dec"), caplog)
    assert await book.kinds("Ana") == ["busy"]


async def test_a_database_that_refuses_is_an_incident_and_no_words_of_people_are_logged(
    stage, engine, caplog
):
    from sqlalchemy import text

    await stage.says("Ana", "/timezone London")
    async with engine.begin() as connection:
        await connection.execute(
            text(
                "CREATE TRIGGER full BEFORE INSERT ON availability BEGIN SELECT RAISE(ABORT, 'disk full'); END"
            )
        )
    answer = await stage.says("Ana", "/busy Tue 1 Dec, private appointment")
    record = incident(answer, caplog)
    formatted = logging.Formatter().formatException(record.exc_info)
    assert "disk full" in formatted
    assert "private appointment" not in formatted


async def test_an_invite_s_code_is_not_logged(foxes, engine, caplog):
    from sqlalchemy import text

    code = (await foxes.says("Ana", "/band invite")).result.invited.code
    async with engine.begin() as connection:
        await connection.execute(text("DROP TABLE outbox"))
    record = incident(await foxes.says("Di", f"/join {code}"), caplog)
    assert code not in logging.Formatter().formatException(record.exc_info)


async def test_garbage_from_an_adapter_is_answered_all_the_same(stage):
    for said in (PressedButton("\ud800"), PressedButton("b1-" + "é" * 20)):
        answer = await stage.does("Ana", said)
        assert "not one of mine" in text_of(answer.reply)
    for text in ("/busy \ud800", "/band create \x00 city: Leeds", "/timezone \x00", "/join \x00"):
        answer = await stage.says("Ana", text)
        assert "Something broke" not in text_of(answer.reply), repr(text)
