""" "Free, except ...": what is excepted is asked about, and never counts as free unasked."""

import pytest

from core.ids import Platform
from tests.fakes.stage import text_of

EXCEPTING = [
    ("en-GB", "free in december except the 5th to 9th"),
    ("en-GB", "I'm free all of december except 5-9"),
    ("en-GB", "/free in december except the 5th to 9th"),
    ("de-DE", "im dezember frei außer vom 5. bis 9."),
    ("fr-FR", "libre en décembre sauf du 5 au 9"),
    ("es-ES", "libre en diciembre excepto del 5 al 9"),
    ("pt-BR", "livre em dezembro exceto de 5 a 9"),
]


@pytest.fixture
async def ana(stage):
    """Ana lives in London, and has a band of her own."""
    await stage.says("Ana", "/band create Solo city: London")
    return stage


async def diary(book):
    return [(each.kind.value, each.rule.start.day) for each in await book.diary("Ana")]


@pytest.mark.parametrize(("locale", "words"), EXCEPTING)
async def test_an_exception_to_a_free_time_is_asked_about_and_kept_as_busy(ana, book, locale, words):
    asked = await ana.says("Ana", words, locale=locale)
    assert await book.diary("Ana") == []
    assert (await book.rows("confirmation"))["confirmation"] == []
    await ana.presses("Ana", asked, "Yes, busy", locale=locale)
    assert await diary(book) == [("busy", 5), ("free", 1), ("free", 10)]


async def test_the_band_has_no_green_zone_in_what_was_excepted(ana):
    asked = await ana.says("Ana", "free in december except the 5th to 9th")
    await ana.presses("Ana", asked, "Yes, busy")
    green = await ana.says("Ana", "/green 4-10 dec")
    assert [zone.start.day for zone in green.result.zones.stretches] == [4, 10]


async def test_somebody_who_is_not_busy_then_was_free_anyway(ana, book):
    asked = await ana.says("Ana", "free in december except the 5th to 9th")
    answer = await ana.presses("Ana", asked, "No")
    assert "You were free then already" in text_of(answer.reply)
    assert await book.diary("Ana") == []


async def test_an_hour_at_which_one_is_free_leaves_the_time_before_it_open(ana, book):
    asked = await ana.says("Ana", "free after 9 on wednesdays")
    assert text_of(asked.reply).startswith("And are you busy every Wednesday, 00:00-21:00")
    await ana.presses("Ana", asked, "Yes, busy")
    assert [(each.kind.value, each.rule.start.hour) for each in await book.diary("Ana")] == [
        ("busy", 0),
        ("free", 21),
    ]


async def test_what_is_busy_already_is_not_asked_about(ana, book):
    await ana.says("Ana", "/busy december")
    await ana.says("Ana", "free in december except the 5th to 9th")
    assert await diary(book) == [("busy", 1), ("free", 1), ("free", 10)]


async def test_an_hour_that_frees_what_was_busy_asks_nothing(ana, book):
    await ana.says("Ana", "/busy every Tuesday evening")
    await ana.says("Ana", "/free Tue 1 Dec from 21:00")
    assert await book.kinds("Ana") == ["busy", "free"]


async def test_no_behind_one_day_says_nothing_of_the_hours_behind_it(ana, book):
    asked = await ana.says("Ana", "mondays no, tuesdays after 7")
    assert "Monday" not in text_of(asked.reply)
    asked = await ana.presses("Ana", asked, "Free")
    await ana.presses("Ana", asked, "Yes, busy")
    said = [
        (each.kind.value, each.rule.start.weekday(), each.rule.start.hour) for each in await book.diary("Ana")
    ]
    assert said == [("busy", 1, 0), ("busy", 0, 0), ("free", 1, 19)]


async def test_the_answer_survives_a_second_press_and_is_undone_as_one(ana, book):
    asked = await ana.says("Ana", "free in december except the 5th to 9th")
    done = await ana.presses("Ana", asked, "Yes, busy", cause="once")
    await ana.presses("Ana", asked, "Yes, busy", cause="once")
    await ana.presses("Ana", asked, "No")
    assert len(await book.diary("Ana")) == 3
    await ana.presses("Ana", done, "Undo")
    assert await book.diary("Ana") == []


async def test_an_owner_who_enters_it_for_a_member_is_asked_as_well(quiet, book):
    asked = await quiet.says("Ana", "/free december except 5-9 member: Bo")
    assert await book.diary("Bo") == []
    await quiet.presses("Ana", asked, "Yes, busy")
    assert [each.kind.value for each in await book.diary("Bo")] == ["busy", "free", "free"]


@pytest.mark.parametrize("platform", [Platform.DISCORD, Platform.TELEGRAM])
async def test_it_is_asked_on_every_platform(stage, platform):
    await stage.says("Ana", "/timezone London", on=platform)
    asked = await stage.says("Ana", "free in december except the 5th", on=platform)
    assert text_of(asked.reply).startswith("And are you busy Sat 5 Dec?")
    answer = await stage.presses("Ana", asked, "Yes, busy", on=platform)
    assert "Busy Sat 5 Dec" in text_of(answer.reply)
