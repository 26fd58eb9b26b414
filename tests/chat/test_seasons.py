"""Rules about months and weeks of the year, from the saying to the export."""

from datetime import datetime

import pytest

from core.scheduling.diary.corrections import EntryForgotten
from core.scheduling.diary.marking import AlreadySo, Marked
from core.scheduling.recurrence.rrule import repeat_text
from tests.fakes.stage import text_of


@pytest.fixture
async def ana(stage):
    await stage.says("Ana", "/timezone London")
    return stage


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("every August", "Busy every August, from Sun 1 Aug"),
        ("every June to August", "Busy every June to August, from Tue 1 Jun"),
        ("every August and December", "Busy every August and December, from Tue 1 Dec"),
        ("every August evening", "Busy every day in August, every year, 18:00-23:00, from Sun 1 Aug"),
        ("every two years in August", "Busy every other year in August, from Sun 1 Aug"),
        ("Mondays in December every year", "Busy every Monday in December, every year, from Mon 7 Dec"),
        ("weekdays in May every year", "Busy every Monday to Friday in May, every year, from Mon 3 May"),
        (
            "every Friday from June to August each year until 2029",
            "Busy every Friday from June to August, every year, from Fri 4 Jun to Fri 25 Aug 2028",
        ),
        ("every first Monday in May", "Busy on the first Monday of May, every year, from Mon 3 May"),
        ("every year from 20 to 31 December", "Busy every year from 20 to 31 December, from Sun 20 Dec"),
        ("every 29 February", "Busy every year on 29 February, from Tue 29 Feb 2028"),
        ("every Tuesday except every August", "Busy every Tuesday except every August, from Tue 24 Nov"),
        ("in even weeks", "Busy every even week (ISO weeks, Monday to Sunday), from Mon 23 Nov"),
        ("in odd weeks", "Busy every odd week (ISO weeks, Monday to Sunday), from Mon 30 Nov"),
        (
            "Tuesdays in odd weeks 7-9pm, not in week 49",
            "Busy every Tuesday in odd weeks (ISO weeks), 19:00-21:00, from Tue 15 Dec",
        ),
        (
            "evenings in even weeks",
            "Busy every day in even weeks (ISO weeks), 18:00-23:00, from Mon 23 Nov",
        ),
    ],
)
async def test_a_season_is_said_back(ana, words, said):
    answer = await ana.says("Ana", f"/busy {words}")
    assert text_of(answer.reply).splitlines()[0] == f"📅 {said}"


async def test_the_next_seasons_are_told_by_their_ends(ana):
    answer = await ana.says("Ana", "/busy every August")
    assert "Next: Sun 1 Aug to Tue 31 Aug, Tue 1 Aug 2028 to Thu 31 Aug 2028, " in text_of(answer.reply)
    answer = await ana.says("Ana", "/busy every first Monday in May")
    assert "Next: Mon 3 May, Mon 1 May 2028, Mon 7 May 2029" in text_of(answer.reply)


async def test_that_weeks_were_counted_by_the_calendar_is_said(ana):
    answer = await ana.says("Ana", "/busy Tuesdays in even weeks")
    assert "I went by ISO week numbers for even weeks: Tue 24 Nov is in week 48." in text_of(answer.reply)
    answer = await ana.says("Ana", "/busy every Wednesday except in even weeks")
    assert "I went by ISO week numbers for even weeks: Wed 2 Dec is in week 49." in text_of(answer.reply)


async def test_a_season_is_kept_looked_at_spared_reworded_forgotten_and_brought_back(ana, book):
    await ana.says("Ana", "/busy Tuesdays in even weeks 7-9pm")
    (kept,) = await book.diary("Ana")
    assert repeat_text(kept.rule.repeat).startswith("FREQ=YEARLY;BYWEEKNO=2,4,6,")
    card = await ana.presses("Ana", await ana.says("Ana", "/mine"), "1")
    labels = [button.label for row in card.reply.buttons for button in row]
    assert labels[:4] == ["Tue 24 Nov", "Tue 8 Dec", "Tue 22 Dec", "Tue 12 Jan"]
    spared = await ana.presses("Ana", card, "Tue 8 Dec")
    assert "not on Tue 8 Dec" in text_of(spared.reply)
    assert (await book.diary("Ana"))[0].rule.exceptions == (datetime(2026, 12, 8, 19),)
    asked = await ana.presses("Ana", card, "Edit")
    assert "How should it be instead?" in text_of(asked.reply)
    reworded = await ana.says("Ana", "Tuesdays in odd weeks 7-9pm")
    assert "Before: Busy every Tuesday in even weeks" in text_of(reworded.reply)
    dropped = await ana.says("Ana", "forget the odd weeks thing")
    assert isinstance(dropped.result, EntryForgotten)
    assert await book.diary("Ana") == []
    await ana.presses("Ana", dropped, "Undo")
    (back,) = await book.diary("Ana")
    assert repeat_text(back.rule.repeat).startswith("FREQ=YEARLY;BYWEEKNO=1,3,5,")


async def test_the_august_thing_is_found_by_its_month(ana, book):
    await ana.says("Ana", "/busy every Tuesday")
    await ana.says("Ana", "/busy every Aug")
    dropped = await ana.says("Ana", "forget the august thing")
    assert isinstance(dropped.result, EntryForgotten)
    assert [repeat_text(each.rule.repeat) for each in await book.diary("Ana")] == ["FREQ=WEEKLY;BYDAY=TU"]


async def test_the_same_season_again_is_so_already(ana):
    assert isinstance((await ana.says("Ana", "/busy every August")).result, Marked)
    assert isinstance((await ana.says("Ana", "/busy every August")).result, AlreadySo)


async def test_a_band_plays_around_its_members_seasons(stage):
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    await stage.says("Ana", "/busy every August")
    assert "no green zone" in text_of((await stage.says("Ana", "/green August 2027")).reply)
    assert "Ana: busy for all of it" in text_of((await stage.says("Ana", "/why 5 August 2027")).reply)
    assert "Wed 1 Sep" in text_of((await stage.says("Ana", "/green September 2027")).reply)
    await stage.says("Ana", "/free in even weeks")  # the last word wins
    zones = text_of((await stage.says("Ana", "/green 2-15 August 2027")).reply)
    assert "Mon 9 Aug ·" in zones
    assert "🟢" in zones.splitlines()[0]
    assert "Mon 2 Aug · 18:00-23:30\n" not in zones


async def test_a_season_is_given_out_as_rfc_5545_has_it(ana):
    await ana.says("Ana", "/busy every first Monday in May")
    given = await ana.says("Ana", "/mydata")
    assert '"repeats": "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"' in str(given.reply)


@pytest.mark.parametrize(
    "words",
    [
        "in even weeks, Tuesdays",
        "every Tuesday in summer",
        "Fridays every August and Mondays",
        "every August 3 times",
    ],
)
async def test_what_may_mean_several_seasons_is_asked_about_and_not_saved(ana, book, words):
    await ana.says("Ana", f"/busy {words}")
    assert await book.diary("Ana") == []
