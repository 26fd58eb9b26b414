"""A night's tickets in chat: the link, the prices, the sale; what bands hear of it, and who may not."""

import pytest

from bots.chat.buttons.market import AcceptApplication, CancelNight, ConfirmGig, GoOnWithout, ReopenNight
from bots.chat.buttons.tickets import AskTicketFact, SetTicketSort, ShowTickets
from bots.chat.turn import PressedButton
from core.access import NotAPromoter
from core.journal import Gone
from core.marketplace.events.refusals import NightPast, NoSuchDate, NoTicketsThen
from core.marketplace.posts.values import TicketSale
from core.marketplace.tickets.refusals import NoTicketPage
from core.money import money
from tests.fakes.letters import Letters
from tests.fakes.stage import Stage, make_dispatcher, text_of

LINK = "https://pretix.eu/heron/friday"


@pytest.fixture
def stage(units, clock):
    return Stage(make_dispatcher(units, clock))


@pytest.fixture
async def night(stage):
    """Dana's night at The Heron, published, with a price on the door."""
    await stage.says("Dana", "/venue create The Heron city: Leeds")
    drafted = await stage.says("Dana", "/post Fri 11 Dec, need 2 support, doors 7:30, £10 on the door")
    await stage.presses("Dana", drafted, "Publish")
    return drafted.result.events[0].id


async def press(stage, name, payload):
    token = stage.dispatcher.tokens.encode(payload.verb, payload.ids)
    return await stage.does(name, PressedButton(token))


async def tickets(units, night):
    async with units.read() as unit:
        return (await unit.events.get(night)).terms.tickets


async def test_a_link_behind_the_date_is_kept_with_the_price_of_the_post(stage, units, night):
    answer = await stage.says("Dana", f"/tickets Fri 11 Dec {LINK}?utm_source=chat")
    assert text_of(answer.reply).splitlines()[:2] == [
        "🎟 Changed: tickets for Fri 11 Dec, The Heron, Leeds",
        f"Ticket link: pretix: {LINK}",
    ]
    found = await tickets(units, night)
    assert (found.link, found.door) == (LINK, money(10, "GBP"))
    card = await stage.says("Dana", "/tickets Fri 11 Dec")
    assert "Tickets: £10 on the door" in text_of(card.reply)
    assert f"Ticket link: pretix: {LINK}" in text_of(card.reply)


@pytest.mark.parametrize(
    "words",
    ["ftp://pretix.eu/a", "http://localhost/a", "https://10.0.0.1/x", "not a link", "javascript:alert(1)"],
)
async def test_what_is_no_web_address_is_refused_with_an_example(stage, units, night, words):
    answer = await stage.says("Dana", f"/tickets Fri 11 Dec url: {words}")
    assert isinstance(answer.result, NoTicketPage)
    assert "is no web address" in text_of(answer.reply)
    assert "/tickets Fri 11 Dec https://pretix.eu/heron/friday" in text_of(answer.reply)
    assert (await tickets(units, night)).link is None


@pytest.mark.parametrize("words", ["ftp://pretix.eu/a", "http://localhost/a", "https://10.0.0.1/x"])
async def test_it_is_refused_behind_the_date_as_well(stage, units, night, words):
    answer = await stage.says("Dana", f"/tickets Fri 11 Dec {words}")
    assert isinstance(answer.result, NoTicketPage)
    assert f"{words} is no web address" in text_of(answer.reply)
    assert (await tickets(units, night)).link is None


async def test_an_address_without_a_path_is_one(stage, units, night):
    await stage.says("Dana", "/tickets Fri 11 Dec www.theheron.example.com")
    assert (await tickets(units, night)).link == "https://www.theheron.example.com"


async def test_asked_for_the_link_again_until_it_is_one(stage, units, night):
    asked = await press(stage, "Dana", AskTicketFact(night, 0))
    assert text_of(asked.reply).startswith("Where are the tickets for Fri 11 Dec, The Heron, Leeds?")
    again = await stage.says("Dana", "on our page")
    assert "on our page is no web address" in text_of(again.reply)
    await stage.says("Dana", "theheron.example.com/friday")
    assert (await tickets(units, night)).link == "https://theheron.example.com/friday"
    card = await stage.says("Dana", "/tickets Fri 11 Dec")
    assert "Ticket link: a ticket page: https://theheron.example.com/friday" in text_of(card.reply)


async def test_prices_sale_and_its_beginning_are_said_with_buttons_and_answers(stage, units, night):
    card = await stage.says("Dana", "/tickets Fri 11 Dec")
    asked = await stage.presses("Dana", card, "Prices")
    assert "I find no price" in text_of((await stage.says("Dana", "a fiver or so")).reply)
    answer = await stage.says("Dana", "£12 to £15")
    assert "Tickets: £10 on the door → £12 to £15 in advance" in text_of(answer.reply)
    asked = await stage.presses("Dana", answer, "On sale from")
    assert "It is the venue's time." in text_of(asked.reply)
    assert "I find no day with a time" in text_of((await stage.says("Dana", "Fri 4 Dec")).reply)
    assert "I find no day with a time" in text_of((await stage.says("Dana", "Sat 12 Dec 10:00")).reply)
    answer = await stage.says("Dana", "Fri 4 Dec 10:00")
    assert "On sale: Fri 4 Dec 10:00" in text_of(answer.reply)
    answer = await stage.presses("Dana", answer, "Presale")
    assert "£12 to £15 in advance → £12 to £15 in advance, presale" in text_of(answer.reply)
    found = await tickets(units, night)
    assert (found.advance, found.advance_most) == (money(12, "GBP"), money(15, "GBP"))
    assert found.sale is TicketSale.PRESALE
    asked = await stage.presses("Dana", answer, "On sale from")
    await stage.presses("Dana", asked, "Say nothing of it")
    assert (await tickets(units, night)).on_sale is None
    answer = await press(stage, "Dana", SetTicketSort(night, 1))
    assert (await tickets(units, night)).free
    assert "Tickets: £12 to £15 in advance, presale → free entry" in text_of(answer.reply)
    answer = await stage.presses("Dana", answer, "Sold out")
    assert "free entry, sold out" in text_of(answer.reply)


async def test_the_same_said_twice_changes_and_tells_nothing(stage, units, night):
    await stage.says("Dana", f"/tickets 11 Dec {LINK}")
    again = await stage.says("Dana", f"/tickets 11 Dec {LINK}")
    assert "Nothing has changed" in text_of(again.reply)
    once = await stage.says("Dana", "/tickets 11 Dec dice.fm/event/abc", cause="twice")
    twice = await stage.says("Dana", "/tickets 11 Dec dice.fm/event/abc", cause="twice")
    assert "DICE: https://dice.fm/event/abc" in text_of(once.reply)
    assert "DICE: https://dice.fm/event/abc" in text_of(twice.reply)


async def test_without_a_date_it_asks_for_which_night_and_keeps_the_link(stage, units, night):
    asked = await stage.says("Dana", f"/tickets {LINK}")
    assert text_of(asked.reply).startswith("For which of your dates?")
    await stage.presses("Dana", asked, "Fri 11 Dec, The Heron")
    assert (await tickets(units, night)).link == LINK


async def test_a_link_that_is_taken_away_leaves_the_price(stage, units, night):
    await stage.says("Dana", f"/tickets 11 Dec {LINK}")
    card = await stage.says("Dana", "/tickets 11 Dec")
    answer = await stage.presses("Dana", card, "Take the link away")
    assert "no longer pretix" in text_of(answer.reply)
    found = await tickets(units, night)
    assert (found.link, found.door) == (None, money(10, "GBP"))


async def test_a_change_is_undone_and_redone_and_another_one_stays(stage, units, night):
    first = await stage.says("Dana", f"/tickets 11 Dec {LINK}")
    undone = await stage.presses("Dana", first, "Undo")
    assert "are as they were before" in text_of(undone.reply)
    assert (await tickets(units, night)).link is None
    await stage.presses("Dana", undone, "Redo")
    assert (await tickets(units, night)).link == LINK
    await stage.says("Dana", "/tickets 11 Dec dice.fm/event/abc")
    refused = await stage.presses("Dana", first, "Undo")
    assert "have been changed again since" in text_of(refused.reply)
    assert (await tickets(units, night)).link == "https://dice.fm/event/abc"


async def test_only_the_venues_promoters_say_anything_of_its_tickets(stage, night):
    await stage.says("Eve", "/venue create The Crane city: Leeds")
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    for name in ("Eve", "Ana"):
        answer = await press(stage, name, SetTicketSort(night, 3))
        assert isinstance(answer.result, NotAPromoter)
    assert isinstance((await stage.says("Eve", "/tickets Fri 11 Dec")).result, NoSuchDate)


async def test_drafts_and_nights_that_are_called_off_or_over_have_no_tickets(stage, clock, night):
    await stage.says("Dana", "/post Sat 12 Dec, need 1 support, doors 7:30")
    answer = await stage.says("Dana", "/tickets Sat 12 Dec")
    assert isinstance(answer.result, NoTicketsThen)
    assert "is not published yet" in text_of(answer.reply)
    asked = await press(stage, "Dana", CancelNight(night))
    await stage.presses("Dana", asked, "Without a reason")
    answer = await press(stage, "Dana", ShowTickets(night))
    assert "is called off: it has no tickets" in text_of(answer.reply)
    await press(stage, "Dana", ReopenNight(night))
    assert not isinstance((await press(stage, "Dana", ShowTickets(night))).result, NoTicketsThen)
    clock.advance(days=30)
    assert isinstance((await press(stage, "Dana", ShowTickets(night))).result, NightPast)


async def test_a_night_that_moves_takes_its_tickets_along(stage, units, night):
    await stage.says("Dana", f"/tickets 11 Dec {LINK}")
    shown = await stage.says("Dana", "/dates December")
    card = await stage.presses("Dana", shown, "1")
    await stage.presses("Dana", card, "Move")
    await stage.says("Dana", "Sat 12 Dec")
    assert (await tickets(units, night)).link == LINK
    card = await stage.says("Dana", "/tickets Sat 12 Dec")
    assert LINK in text_of(card.reply)


async def test_an_edit_of_the_night_leaves_the_link_and_a_new_price_the_sale(stage, units, night):
    await stage.says("Dana", f"/tickets 11 Dec {LINK}")
    await press(stage, "Dana", SetTicketSort(night, 2))
    shown = await stage.says("Dana", "/dates December")
    card = await stage.presses("Dana", shown, "1")
    await stage.presses("Dana", card, "Edit")
    await stage.says("Dana", "£8 in advance, £12 on the door")
    found = await tickets(units, night)
    assert (found.link, found.sale) == (LINK, TicketSale.PRESALE)
    assert (found.advance, found.door) == (money(8, "GBP"), money(12, "GBP"))


async def test_buttons_with_numbers_that_mean_nothing_are_gone(stage, night):
    for payload in (AskTicketFact(night, 9), SetTicketSort(night, 9), ShowTickets(night + 100)):
        assert isinstance((await press(stage, "Dana", payload)).result, Gone)


@pytest.fixture
async def booked(stage, night):
    """The Foxes, Ana and Bo, play that night; The Hares have only applied."""
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    invited = await stage.says("Ana", "/band invite part: drums")
    await stage.says("Bo", f"/join {invited.result.invited.code}")
    await stage.says("Hal", "/band create The Hares city: Leeds")
    made = await stage.says("Ana", "/apply Fri 11 Dec")
    which = made.result.application.id
    await press(stage, "Ana", GoOnWithout(which))
    await press(stage, "Dana", AcceptApplication(which))
    await press(stage, "Ana", ConfirmGig(which, keep_others=True))
    other = (await stage.says("Hal", "/apply Fri 11 Dec")).result.application.id
    await press(stage, "Hal", GoOnWithout(other))
    return night


async def test_bands_on_the_bill_hear_of_the_difference_once_and_of_its_undoing(
    stage, units, clock, engine, booked
):
    letters = Letters.through(units, engine, clock)
    await letters.come()
    answer = await stage.says("Dana", f"/tickets 11 Dec {LINK}")
    assert "1 booked band is told." in text_of(answer.reply)
    told = await letters.come()
    assert set(told) == {"Ana", "Bo"}
    for (said,) in told.values():
        assert "The Heron has changed the tickets for Fri 11 Dec, The Heron, Leeds" in said
        assert f"Ticket link: pretix: {LINK}" in said
        assert "Sent because you play in The Foxes." in said
    await stage.presses("Dana", answer, "Undo")
    told = await letters.come()
    assert set(told) == {"Ana", "Bo"}
    assert all("no longer pretix" in said for (said,) in told.values())


async def test_what_was_undone_before_it_was_told_is_not_told(stage, units, clock, engine, booked):
    letters = Letters.through(units, engine, clock)
    await letters.come()
    answer = await stage.says("Dana", f"/tickets 11 Dec {LINK}")
    undone = await stage.presses("Dana", answer, "Undo")
    await stage.presses("Dana", undone, "Redo")
    told = await letters.come()
    assert set(told) == {"Ana", "Bo"}
    said = [each for letters_of_one in told.values() for each in letters_of_one]
    assert all(f"Ticket link: pretix: {LINK}" in each for each in said)
    assert not any("no longer" in each for each in said)
