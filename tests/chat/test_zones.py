"""/timezone, and what becomes of rules when somebody moves."""

from base64 import urlsafe_b64encode
from datetime import datetime
from zoneinfo import available_timezones

import pytest

from bots.chat.conversations import Question
from tests.fakes.stage import text_of


def label(answer, number):
    return [button.label for row in answer.reply.buttons for button in row][number]


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("Leeds", "Europe/London"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("UTC", "UTC"),
        ("Zürich", "Europe/Zurich"),
        ("Portland, Oregon", "America/Los_Angeles"),
    ],
)
async def test_a_city_or_a_zone_is_said_back(stage, book, place, zone):
    answer = await stage.says("Ana", f"/timezone {place}")
    assert f"Your zone is now {zone}" in text_of(answer.reply)
    assert (await book.person("Ana")).zone == zone


async def test_the_same_zone_again_changes_nothing(stage, book):
    await stage.says("Ana", "/timezone London")
    before = await book.rows()
    answer = await stage.says("Ana", "/timezone Leeds")
    assert text_of(answer.reply) == "🕒 Your zone is Europe/London already"
    assert not answer.reply.buttons
    assert await book.rows() == before


async def test_several_cities_are_offered(stage, book):
    asked = await stage.says("Ana", "/timezone Springfield")
    assert isinstance(asked.result, Question)
    assert (await book.person("Ana")).zone is None
    answer = await stage.presses("Ana", asked, "Springfield, Illinois, US")
    assert "America/Chicago" in text_of(answer.reply)


@pytest.mark.parametrize("words", ["Narnia", "x" * 90, "🎸", "../../etc/passwd", "Europe/Nowhere", "-", "%"])
async def test_a_place_nobody_knows_is_refused(stage, book, words):
    await stage.says("Ana", "/timezone London")
    before = await book.rows()
    answer = await stage.says("Ana", f"/timezone {words}")
    first, step = text_of(answer.reply).splitlines()
    assert first.startswith("I don't know a city or zone called ")
    assert "Europe/London" in step
    assert await book.rows() == before


async def test_five_thousand_characters_are_no_place(stage, book):
    asked = await stage.says("Ana", f"/timezone {'x' * 5000}")
    assert "does not fit here. Which city are you in, or which zone?" in text_of(asked.reply)
    assert (await book.person("Ana")).zone is None


async def test_eighteen_stays_eighteen_when_rules_move_along(stage, book):
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "/busy every Tuesday 18:00-23:00")
    asked = await stage.says("Ana", "/timezone New York")
    text = text_of(asked.reply)
    assert "What happens to what you have said in London time?" in text
    assert "every Tuesday, 18:00-23:00" in text
    assert (await book.person("Ana")).zone == "Europe/London"
    answer = await stage.presses("Ana", asked, "Same hours, new zone")
    assert "1 rule keeps its hours, now in New York time." in text_of(answer.reply)
    (said,) = await book.diary("Ana")
    assert (said.rule.start, said.rule.zone) == (datetime(2026, 11, 24, 18), "America/New_York")


async def test_the_same_moments_keep_the_zone_they_were_said_in_and_say_so(stage, book):
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "/busy every Tuesday 18:00-23:00")
    asked = await stage.says("Ana", "/timezone New York")
    await stage.presses("Ana", asked, "Same moments")
    (said,) = await book.diary("Ana")
    assert (said.rule.start, said.rule.zone) == (datetime(2026, 11, 24, 18), "Europe/London")
    assert "(London)" in text_of((await stage.says("Ana", "/mine")).reply)


async def test_a_whole_day_that_stays_the_same_moments_says_its_zone_too(stage):
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "/busy Tue 1 Dec")
    asked = await stage.says("Ana", "/timezone New York")
    await stage.presses("Ana", asked, "Same moments")
    assert "Busy Tue 1 Dec (London)" in text_of((await stage.says("Ana", "/mine")).reply)


async def test_the_question_shows_a_rule_with_hours_where_there_is_one(stage):
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "/busy Tue 1 Dec")
    await stage.says("Ana", "/busy every Friday 18:00-20:00")
    asked = await stage.says("Ana", "/timezone New York")
    assert "For example: every Friday, 18:00-20:00" in text_of(asked.reply)


async def test_a_first_zone_moves_guesses_without_a_word(stage, book):
    await stage.says("Ana", "/busy Tue 1 Dec")
    answer = await stage.says("Ana", "/timezone New York")
    assert "rule" not in text_of(answer.reply)
    (said,) = await book.diary("Ana")
    assert said.rule.zone == "America/New_York"


async def test_a_zone_taken_from_a_band_on_joining_moves_guesses_too(stage, book):
    await stage.says("Ana", "/band create Blue city: New York")
    code = (await stage.says("Ana", "/band invite")).result.invited.code
    await stage.says("Bo", "/busy Tue 1 Dec")
    await stage.says("Bo", f"/join {code}")
    (said,) = await book.diary("Bo")
    assert said.rule.zone == "America/New_York"
    green = await stage.says("Bo", "/green Tue 1 Dec")
    assert not green.result.zones.stretches
    eve = await stage.says("Bo", "/green Mon 30 Nov")
    assert [(night.start.hour, night.end.hour) for night in eve.result.zones.stretches] == [(18, 23)]


async def test_a_zone_taken_by_the_join_button_moves_guesses_too(stage, book):
    await stage.says("Ana", "/band create Blue city: New York")
    code = (await stage.says("Ana", "/band invite")).result.invited.code
    await stage.says("Bo", "/busy Tue 1 Dec")
    shown = await stage.says("Bo", f"/start join_{code}")
    await stage.presses("Bo", shown, "Join")
    assert [said.rule.zone for said in await book.diary("Bo")] == ["America/New_York"]


async def test_a_zone_taken_from_ones_own_new_band_moves_guesses_too(stage, book):
    await stage.says("Ana", "/busy Tue 1 Dec")
    await stage.says("Ana", "/band create Blue city: New York")
    (said,) = await book.diary("Ana")
    assert said.rule.zone == "America/New_York"


async def test_joining_keeps_a_zone_that_is_ones_own(stage, book):
    await stage.says("Ana", "/band create Blue city: New York")
    code = (await stage.says("Ana", "/band invite")).result.invited.code
    await stage.says("Bo", "/timezone London")
    answer = await stage.says("Bo", f"/join {code}")
    assert "as yours" not in text_of(answer.reply)
    assert (await book.person("Bo")).zone == "Europe/London"


async def test_a_band_across_zones_is_answered_in_the_band_s_time_and_says_so(stage):
    await stage.says("Ana", "/band create Blue city: London")
    code = (await stage.says("Ana", "/band invite")).result.invited.code
    await stage.says("Bo", "/timezone New York")
    await stage.says("Bo", f"/join {code}")
    await stage.says("Bo", "/busy Tue 1 Dec 15:00-17:00")
    green = await stage.says("Bo", "/green Tue 1 Dec hours: 3")
    assert not green.result.zones.stretches
    assert [near.blocked for near in green.result.zones.near_misses]
    text = text_of(green.reply)
    assert "Times are London time." in text
    assert "Bo busy 20:00-22:00" in text
    assert "Times are" not in text_of((await stage.says("Ana", "/green Tue 1 Dec")).reply)


def linked(name):
    """What the page of the zone puts into its link to Telegram."""
    return "zone_" + urlsafe_b64encode(name.encode()).decode().rstrip("=")


async def test_a_link_with_a_zone_asks_first_and_one_tap_sets_it(stage, book):
    asked = await stage.says("Ana", f"/start {linked('America/New_York')}")
    text = text_of(asked.reply)
    assert "Is your zone America/New_York?" in text
    assert "It is 14:00 there now. Nothing has changed yet." in text
    assert (await book.person("Ana")).zone is None
    answer = await stage.presses("Ana", asked, "Set it")
    assert "Your zone is now America/New_York" in text_of(answer.reply)
    assert (await book.person("Ana")).zone == "America/New_York"


async def test_under_a_zone_from_a_link_another_can_be_typed(stage, book):
    await stage.says("Ana", f"/start {linked('America/New_York')}")
    await stage.says("Ana", "Leeds")
    assert (await book.person("Ana")).zone == "Europe/London"


async def test_a_link_with_another_zone_asks_what_becomes_of_rules_as_timezone_does(stage, book):
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "/busy every Tuesday evening")
    asked = await stage.says("Ana", f"/start {linked('Europe/Berlin')}")
    rules = await stage.presses("Ana", asked, "Set it")
    await stage.presses("Ana", rules, "Same hours, new zone")
    (said,) = await book.diary("Ana")
    assert said.rule.zone == (await book.person("Ana")).zone == "Europe/Berlin"


async def test_a_link_with_the_zone_that_is_set_already_asks_nothing(stage):
    await stage.says("Ana", "/timezone London")
    answer = await stage.says("Ana", f"/start {linked('Europe/London')}")
    assert "Your zone is Europe/London already" in text_of(answer.reply)


@pytest.mark.parametrize("name", ["Nowhere/Land", "<b>You have won</b>", "Europe", "\x00", ""])
async def test_a_link_with_no_zone_in_it_repeats_nothing_and_changes_nothing(stage, book, name):
    answer = await stage.says("Ana", f"/start {linked(name)}")
    assert name.strip("\x00") == "" or name not in text_of(answer.reply)
    assert (await book.person("Ana")).zone is None


@pytest.mark.parametrize("payload", ["zone_", "zone_A", "zone__w", "zone_A=B", "zone_gICA"])
async def test_a_broken_link_with_a_zone_says_hello(stage, payload):
    hello = text_of((await stage.says("Bo", "/start")).reply)
    assert text_of((await stage.says("Bo", f"/start {payload}")).reply) == hello


def test_every_zone_fits_into_a_link():
    assert max(len(linked(each)) for each in available_timezones()) <= 64
