"""The same message or press delivered twice does nothing twice, and is answered again."""

import pytest

from tests.fakes.stage import text_of


@pytest.fixture
async def ana(stage):
    await stage.says("Ana", "/timezone London")
    return stage


async def twice(stage, book, name, text, cause="tg:1:2:3"):
    """Say it twice with one cause; the two answers, nothing having changed between."""
    first = await stage.says(name, text, cause=cause)
    before = await book.rows()
    second = await stage.says(name, text, cause=cause)
    assert await book.rows() == before
    return first, second


async def test_busy(ana, book):
    first, second = await twice(ana, book, "Ana", "/busy every Tuesday 18:00-23:00")
    assert text_of(second.reply) == text_of(first.reply)
    assert second.reply.buttons == first.reply.buttons
    assert await book.kinds("Ana") == ["busy"]


async def test_busy_undone_in_between(ana, book):
    first = await ana.says("Ana", "/busy Tue 1 Dec", cause="c")
    undone = await ana.presses("Ana", first, "Undo")
    second = await ana.says("Ana", "/busy Tue 1 Dec", cause="c")
    assert "That is done already" in text_of(second.reply)
    assert await book.diary("Ana") == []
    await ana.presses("Ana", undone, "Redo")
    third = await ana.says("Ana", "/busy Tue 1 Dec", cause="c")
    assert text_of(third.reply) == text_of(first.reply)
    assert await book.kinds("Ana") == ["busy"]


async def test_undo(ana, book):
    await ana.says("Ana", "/busy Tue 1 Dec")
    await ana.says("Ana", "/maybe Fri 11 Dec")
    _, second = await twice(ana, book, "Ana", "/undo")
    assert "No longer maybe Fri 11 Dec" in text_of(second.reply)
    assert await book.kinds("Ana") == ["busy"]


async def test_undo_after_a_redo_in_between(ana, book):
    await ana.says("Ana", "/busy Tue 1 Dec")
    undone = await ana.says("Ana", "/undo", cause="u")
    await ana.presses("Ana", undone, "Redo", cause="r")
    again = await ana.says("Ana", "/undo", cause="u")
    assert "Something broke" not in text_of(again.reply)
    assert await book.kinds("Ana") == ["busy"]
    assert "Back again" not in text_of(again.reply)


async def test_a_redo_press(ana, book):
    first = await ana.says("Ana", "/busy Tue 1 Dec")
    undone = await ana.presses("Ana", first, "Undo", cause="u")
    await ana.presses("Ana", undone, "Redo", cause="r")
    await ana.presses("Ana", first, "Undo", cause="u2")
    before = await book.rows()
    for cause in ("u", "r", "u2"):
        answer = await ana.presses(
            "Ana", undone if cause == "r" else first, "Redo" if cause == "r" else "Undo", cause=cause
        )
        assert "Something broke" not in text_of(answer.reply)
    assert await book.rows() == before


async def test_timezone(ana, book):
    await ana.says("Ana", "/busy every Tuesday 18:00-23:00")
    asked = await ana.says("Ana", "/timezone New York")
    first = await ana.presses("Ana", asked, "Same hours, new zone", cause="z")
    before = await book.rows()
    second = await ana.presses("Ana", asked, "Same hours, new zone", cause="z")
    assert text_of(second.reply) == text_of(first.reply)
    assert await book.rows() == before


async def test_band_create(ana, book):
    _, second = await twice(ana, book, "Ana", "/band create The Foxes city: Leeds")
    assert "The Foxes" in text_of(second.reply)
    assert len(await book.bands("Ana")) == 1


async def test_join(foxes, book):
    code = (await foxes.says("Ana", "/band invite")).result.invited.code
    _, second = await twice(foxes, book, "Di", f"/join {code}")
    assert "You play in The Foxes already" in text_of(second.reply)


async def test_invite(foxes, book):
    _, second = await twice(foxes, book, "Ana", "/band invite")
    assert "That is done already" in text_of(second.reply)


async def test_leave(foxes, book):
    first = await foxes.says("Bo", "/band leave", cause="l")
    assert "You have left The Foxes" in text_of(first.reply)
    before = await book.rows()
    second = await foxes.says("Bo", "/band leave", cause="l")
    assert "Something broke" not in text_of(second.reply)
    assert await book.rows() == before


async def test_an_answer_to_a_question(ana, book):
    await ana.says("Ana", "/busy")
    first = await ana.says("Ana", "Tue 1 Dec", cause="a")
    second = await ana.says("Ana", "Tue 1 Dec", cause="a")
    assert text_of(second.reply) == text_of(first.reply)
    assert await book.kinds("Ana") == ["busy"]


async def test_a_double_tap_has_two_causes_and_is_harmless(ana, book):
    first = await ana.says("Ana", "/busy Tue 1 Dec")
    undone = await ana.presses("Ana", first, "Undo")
    again = await ana.presses("Ana", first, "Undo")
    assert "Already undone" in text_of(again.reply)
    assert await book.diary("Ana") == []
    await ana.presses("Ana", undone, "Redo")
    again = await ana.presses("Ana", undone, "Redo")
    assert "It stands already" in text_of(again.reply)
    assert await book.kinds("Ana") == ["busy"]


async def test_an_answer_that_leads_to_another_question_is_not_taken_for_its_answer(stage, book):
    await stage.says("Ana", "/band create")
    first = await stage.says("Ana", "Leeds", cause="a")
    second = await stage.says("Ana", "Leeds", cause="a")
    assert "Where is the band based?" in text_of(first.reply)
    assert text_of(second.reply) == text_of(first.reply)
    assert await book.bands("Ana") == []
    await stage.says("Ana", "Leeds", cause="b")
    assert [(band.name, band.city) for band, _ in await book.bands("Ana")] == [("Leeds", "Leeds")]


async def test_a_press_that_leads_to_another_question_asks_it_again(stage, book):
    asked = await stage.says("Ana", "/busy Tue 9 Dec 18:00-21:00")
    label = asked.reply.buttons[0][0].label
    first = await stage.presses("Ana", asked, label, cause="p")
    second = await stage.presses("Ana", asked, label, cause="p")
    assert "Which city are you in?" in text_of(first.reply)
    assert text_of(second.reply) == text_of(first.reply)
    await stage.says("Ana", "Leeds")
    assert await book.kinds("Ana") == ["busy"]


async def test_a_command_that_asks_asks_again(stage, book):
    first = await stage.says("Ana", "/busy free on Tuesdays", cause="q")
    second = await stage.says("Ana", "/busy free on Tuesdays", cause="q")
    assert text_of(second.reply) == text_of(first.reply)
    await stage.presses("Ana", second, "Busy")
    assert await book.kinds("Ana") == ["busy"]
