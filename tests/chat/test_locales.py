"""Dates and times as the reader writes them."""

import pytest

from core.ids import Platform
from tests.fakes.stage import text_of


async def said(stage, name, text, locale, **more):
    await stage.says(name, "/timezone London", locale=locale, **more)
    return text_of((await stage.says(name, text, locale=locale, **more)).reply)


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("en-GB", "📅 Busy every Tuesday, 18:00-23:00, from Tue 24 Nov"),
        ("en-US", "📅 Busy every Tuesday, 6:00 PM-11:00 PM, from Tue, Nov 24"),
        (None, "📅 Busy every Tuesday, 18:00-23:00, from Tue 24 Nov"),
        ("not a locale at all", "📅 Busy every Tuesday, 18:00-23:00, from Tue 24 Nov"),
    ],
)
async def test_the_clock_is_the_reader_s(stage, locale, line):
    assert (await said(stage, "Ana", "/busy every Tuesday evening", locale)).splitlines()[0] == line


async def test_the_order_of_day_and_month_is_the_reader_s(stage, book):
    await said(stage, "Ana", "/busy 5/6", "en-GB")
    await said(stage, "Bo", "/busy 5/6", "en-US")
    ((ana,), (bo,)) = await book.diary("Ana"), await book.diary("Bo")
    assert (ana.rule.start.month, ana.rule.start.day) == (6, 5)
    assert (bo.rule.start.month, bo.rule.start.day) == (5, 6)


async def test_a_bare_en_takes_its_region_from_the_zone(stage, book):
    await stage.says("Ana", "/timezone New York", on=Platform.TELEGRAM, locale="en")
    text = text_of(
        (await stage.says("Ana", "/busy 5/6 18:00-20:00", on=Platform.TELEGRAM, locale="en")).reply
    )
    assert "Thu, May 6" in text
    assert "6:00 PM-8:00 PM" in text


async def test_each_reader_of_one_band_reads_his_own_clock(stage):
    await stage.says("Ana", "/band create Blue city: London")
    code = (await stage.says("Ana", "/band invite")).result.invited.code
    await stage.says("Bo", f"/join {code}", locale="en-US")
    ana = text_of((await stage.says("Ana", "/green Tue 1 Dec")).reply)
    bo = text_of((await stage.says("Bo", "/green Tue 1 Dec", locale="en-US")).reply)
    assert "Tue 1 Dec · 18:00-23:30" in ana
    assert "Tue, Dec 1 · 6:00 PM-11:30 PM" in bo


async def test_the_year_is_said_where_it_is_not_obvious(stage):
    text = await said(stage, "Ana", "/busy 24 December 2027", "en-GB")
    assert "Fri 24 Dec 2027" in text


async def test_midnight_is_the_end_of_the_day(stage):
    text = await said(stage, "Ana", "/busy Fri 4 Dec from 18:00", "en-GB")
    assert "Busy Fri 4 Dec, 18:00-24:00" in text
    assert "You said no end, so I took midnight." in text


@pytest.mark.parametrize(
    ("locale", "hours"),
    [("de", "18:00-23:00"), ("fr-FR", "18:00-23:00"), ("es-MX", "6:00 pm-11:00 pm"), ("ja", "18:00-23:00")],
)
async def test_a_sentence_is_in_one_language_with_the_reader_s_clock(stage, locale, hours):
    text = await said(stage, "Ana", "/busy every Tuesday 18:00-23:00", locale)
    assert text.splitlines()[:2] == [
        f"📅 Busy every Tuesday, {hours}, from Tue 24 Nov",
        "Next: Tue 24 Nov, Tue 1 Dec, Tue 8 Dec",
    ]


async def test_a_zone_asked_for_is_said_back_even_where_nothing_was_to_be_freed(stage, book):
    await stage.says("Ana", "/free Tue 1 Dec 18:00-20:00")
    answer = text_of((await stage.says("Ana", "Leeds")).reply)
    assert "You were free then already" in answer
    assert "Your zone is Europe/London now." in answer
    assert (await book.person("Ana")).zone == "Europe/London"
