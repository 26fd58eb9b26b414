"""After a night that was played: both sides rate, sealed until both have or two weeks are over; one reply."""

from datetime import timedelta

import pytest

from bots.chat.buttons.ratings import GiveStars, ReplyToRating, ShowRating
from bots.chat.turn import PressedButton
from core.access import NotAllowed
from core.journal import Gone
from core.marketplace.applications import Side
from core.marketplace.applications.refusals import NotTheBands
from core.marketplace.ratings import RatingFact
from core.marketplace.ratings.refusals import NoReplyPossible, NotOverYet, NotPlayed, RatingClosed
from tests.fakes.letters import Letters
from tests.fakes.rehearsing import labels
from tests.fakes.stage import Stage, make_dispatcher, text_of

DAY = timedelta(days=1)
POST = "/post Fri 11 Dec, need 2 support, doors 7:30, on stage 8:15, curfew 23:00, indie, £150"


@pytest.fixture
async def stage(units, clock):
    return Stage(make_dispatcher(units, clock))


@pytest.fixture
async def letters(units, engine, clock):
    return Letters.through(units, engine, clock)


async def a_booking(stage, band="The Foxes", who="Ana", post=POST, *, new=True):
    """The Foxes play at The Heron on Friday 11 December; the application's id."""
    await stage.says(who, f"/band create {band} city: Leeds genres: indie")
    if new:
        await stage.says("Dana", "/venue create The Heron city: Leeds")
        await stage.presses("Dana", await stage.says("Dana", post), "Publish")
    given = await stage.says("Dana", f"/offer {band} date: Fri 11 Dec")
    code = given.result.code
    booked = await stage.presses(who, await stage.says(who, f"/invite {code}"), "Confirm")
    return booked.result.card.application.id


@pytest.fixture
async def played(stage, clock):
    """The same, and it is the afternoon after."""
    which = await a_booking(stage)
    clock.at += 19 * DAY
    return which


async def press(stage, who, payload):
    return await stage.does(who, PressedButton(stage.dispatcher.tokens.encode(payload.verb, payload.ids)))


async def rates(stage, who, which, stars=4, facts=("Yes", "Yes", "No"), line="No line", band=True):
    """All that one side says."""
    asked = await press(stage, who, GiveStars(which, band, stars))
    for answer in facts if band else facts[:2]:
        asked = await stage.presses(who, asked, answer)
    if line == "No line":
        return await stage.presses(who, asked, line)
    return await stage.says(who, line)


async def test_each_side_is_asked_on_the_day_after_and_only_once_it_was_played(stage, letters, clock):
    await a_booking(stage)
    await letters.come()
    clock.at += 18 * DAY
    got = await letters.come()
    assert not any("How was" in each for those in got.values() for each in those)
    clock.at += DAY
    got = await letters.come()
    assert any("How was The Heron?" in each for each in got["Ana"])
    assert any("How was The Foxes?" in each for each in got["Dana"])
    assert labels(letters.last("Ana"))[0] == "★★★★★ 5 of 5"


async def test_stars_facts_and_a_line_are_sealed_until_both_have_rated(stage, played, letters):
    await letters.come()
    card = await rates(stage, "Ana", played, line="Great sound")
    assert "★★★★☆ 4 of 5 · paid as agreed · on time · details late" in text_of(card.reply)
    assert "The Heron reads it once they have rated, too, or on" in text_of(card.reply)
    seen = await press(stage, "Dana", ShowRating(played, band=False))
    assert "Great sound" not in text_of(seen.reply)
    assert await letters.come() == {}
    both = await rates(stage, "Dana", played, 5, band=False)
    assert "Great sound" in text_of(both.reply)
    got = await letters.come()
    assert set(got) == {"Ana"}
    assert "The Heron has rated" in got["Ana"][0]
    assert "★★★★★ 5 of 5" in got["Ana"][0]


async def test_what_one_side_says_opens_after_two_weeks(stage, played, letters, clock):
    await letters.come()
    await rates(stage, "Ana", played, line="Great sound")
    clock.at += 12 * DAY
    assert await letters.come() == {}
    clock.at += 2 * DAY
    got = await letters.come()
    assert "Great sound" in got["Dana"][0]
    assert set(got) == {"Ana", "Dana"}
    late = await press(stage, "Dana", GiveStars(played, band=False, stars=1))
    assert isinstance(late.result, RatingClosed)


async def test_while_it_is_sealed_it_may_be_said_again(stage, played, units):
    await rates(stage, "Ana", played, 2, line="Cold")
    again = await rates(stage, "Ana", played, 5)
    assert (again.result.own.stars, again.result.own.line) == (5, None)
    async with units.read() as unit:
        assert [each.stars for each in (await unit.ratings.of([played]))[played]] == [5]


async def test_once_both_have_rated_nothing_changes(stage, played):
    first = await press(stage, "Ana", GiveStars(played, band=True, stars=1))
    for _ in range(3):
        first = await stage.presses("Ana", first, "Skip")
    open_question = first
    await rates(stage, "Ana", played, 4)
    await rates(stage, "Dana", played, 3, band=False)
    late = await stage.presses("Ana", open_question, "No line")
    assert isinstance(late.result, Gone), "the answer to a question that was asked again since"
    anew = await press(stage, "Ana", GiveStars(played, band=True, stars=1))
    assert isinstance(anew.result, RatingClosed)
    shown = await press(stage, "Ana", ShowRating(played, band=True))
    assert shown.result.own.stars == 4
    assert labels(shown) == ["Reply"]


async def test_each_side_replies_once(stage, played, letters):
    await rates(stage, "Ana", played, line="Cold stage")
    assert isinstance(
        (await press(stage, "Dana", ReplyToRating(played, band=False))).result, NoReplyPossible
    ), "it is sealed"
    await rates(stage, "Dana", played, band=False)
    await letters.come()
    await stage.presses("Dana", await press(stage, "Dana", ShowRating(played, band=False)), "Reply")
    replied = await stage.says("Dana", "We have a new heater")
    assert replied.result.other.reply == "We have a new heater"
    got = await letters.come()
    assert "The Heron has replied" in got["Ana"][0]
    assert "We have a new heater" in got["Ana"][0]
    again = await press(stage, "Dana", ReplyToRating(played, band=False))
    assert isinstance(again.result, NoReplyPossible)
    assert again.result.given


async def test_a_night_ahead_or_called_off_is_not_rated(stage, clock):
    which = await a_booking(stage)
    ahead = await press(stage, "Ana", GiveStars(which, band=True, stars=5))
    assert isinstance(ahead.result, NotOverYet)
    assert "You can rate it from" in text_of(ahead.reply)
    card = await stage.presses("Dana", await stage.says("Dana", "/applications"), "1")
    await stage.presses("Dana", await stage.presses("Dana", card, "Call it off"), "Without a reason")
    clock.at += 19 * DAY
    off = await press(stage, "Ana", GiveStars(which, band=True, stars=5))
    assert isinstance(off.result, NotPlayed)


async def test_only_who_books_or_speaks_for_a_side_rates_for_it(stage, played):
    invited = await stage.says("Ana", "/band invite part: drums")
    await stage.says("Bo", f"/join {invited.result.invited.code}")
    assert isinstance((await press(stage, "Bo", GiveStars(played, band=True, stars=1))).result, NotAllowed)
    assert isinstance((await press(stage, "Mia", GiveStars(played, band=True, stars=1))).result, NotTheBands)
    assert isinstance((await press(stage, "Mia", GiveStars(played, band=False, stars=1))).result, NotTheBands)
    assert isinstance((await press(stage, "Dana", GiveStars(played, band=True, stars=1))).result, NotTheBands)
    assert isinstance((await press(stage, "Ana", GiveStars(played, band=False, stars=1))).result, NotTheBands)


async def test_the_list_shows_what_is_to_rate(stage, played, clock):
    listed = await stage.says("Ana", "/rate")
    assert "1. The Foxes, Fri 11 Dec, The Heron, Leeds: not rated yet" in text_of(listed.reply)
    asked = await stage.presses("Ana", listed, "1")
    assert "How was The Heron?" in text_of(asked.reply)
    assert "No night to rate" in text_of((await stage.says("Mia", "/rate")).reply)
    clock.at += 20 * DAY
    assert "No night to rate" in text_of((await stage.says("Ana", "/rate")).reply)


async def test_no_average_is_shown_from_fewer_than_three_nights(stage, clock, units):
    post = POST.replace("2 support", "4 support")
    nights = [
        await a_booking(stage, f"Band {number}", f"Owner{number}", post, new=number == 0)
        for number in range(3)
    ]
    clock.at += 19 * DAY
    for number, which in enumerate(nights):
        await rates(stage, f"Owner{number}", which, 3 + number)
        await rates(stage, "Dana", which, 5, band=False)
        shown = text_of((await stage.says("Mia", "/venue show The Heron")).reply)
        assert ("Rated" in shown) is (number == 2), shown
    assert "★ 4 from 3 nights" in shown
    assert "Rated" not in text_of((await stage.says("Owner0", "/band show")).reply)


async def test_what_is_sealed_does_not_count_yet(stage, played, units, clock):
    await rates(stage, "Ana", played, 1)
    async with units.read() as unit:
        venue = (await unit.venues.all_open())[0].id
        assert await unit.ratings.of_venues([venue], now=clock.at) == {}
        assert await unit.ratings.about_venue(venue, now=clock.at, most=5) == []
        later = clock.at + 14 * DAY
        assert (await unit.ratings.of_venues([venue], now=later))[venue].total == 1
        (rating,) = await unit.ratings.about_venue(venue, now=later, most=5)
        assert (rating.by, rating.facts[RatingFact.DETAILS_EARLY]) == (Side.BAND, False)


async def test_the_same_press_twice_rates_once(stage, played, units):
    asked = await press(stage, "Ana", GiveStars(played, band=True, stars=5))
    for _ in range(3):
        asked = await stage.presses("Ana", asked, "Skip")
    await stage.presses("Ana", asked, "No line")
    await stage.presses("Ana", asked, "No line")
    async with units.read() as unit:
        (rating,) = (await unit.ratings.of([played]))[played]
    assert (rating.stars, rating.facts, rating.line) == (5, {}, None)
