"""[Public page] under /share: who may make a band's free days public, and how they are taken back."""

import pytest

from bots.chat.buttons.publications import MakePublicPage, ReplaceAddress, SwitchPublication
from bots.chat.turn import PressedButton
from core.access import NotAllowed, Right
from core.bands.refusals import NotAMember
from core.journal import Gone
from tests.fakes.stage import text_of
from tests.fakes.web import NOT_PUBLIC, WEB


@pytest.fixture
async def page(foxes):
    """The card of the page, as Ana made it."""
    return await foxes.presses("Ana", await foxes.says("Ana", "/share"), "Public page")


def token(stage, payload):
    return PressedButton(stage.dispatcher.tokens.encode(payload.verb, payload.ids))


def labels(answer):
    return [each.label for row in answer.reply.buttons for each in row]


async def test_words_to_copy_come_with_the_way_to_a_public_page(foxes):
    assert labels(await foxes.says("Ana", "/share"))[0] == "Public page"
    await foxes.says("Ana", "/band member Bo role: booker")
    assert "Public page" in labels(await foxes.says("Bo", "/share"))


async def test_the_card_has_the_address_and_says_what_it_shows(page):
    said = text_of(page.reply)
    assert said.startswith("📅 The Foxes: free days, for anybody with the address\n")
    assert f"{WEB.pages.public_url}/free/" in said
    assert "It shows on which days you can play, never who can't or why. With a PDF and a QR code." in said
    assert labels(page) == ["New address", "Switch off"]


async def test_asked_for_again_it_is_the_same_page(foxes, page):
    await foxes.says("Ana", "/band member Bo role: booker")
    again = await foxes.presses("Bo", await foxes.says("Bo", "/share"), "Public page")
    assert again.result.address == page.result.address


async def test_a_new_address_takes_the_place_of_the_old_one(foxes, page):
    new = await foxes.presses("Ana", page, "New address")
    assert new.result.address != page.result.address
    twice = await foxes.presses("Ana", page, "New address")
    assert twice.result.address == new.result.address
    assert "It was like this already." in text_of(twice.reply)


async def test_switched_off_it_stays_off_until_it_is_switched_on(foxes, page):
    off = await foxes.presses("Ana", page, "Switch off")
    assert "Switched off: its address leads nowhere." in text_of(off.reply)
    assert page.result.address not in text_of(off.reply)
    again = await foxes.presses("Ana", await foxes.says("Ana", "/share"), "Public page")
    assert labels(again) == ["Switch on"]
    on = await foxes.presses("Ana", again, "Switch on")
    assert on.result.address not in ("", page.result.address)


@pytest.mark.parametrize("role", ["member", "dep"])
async def test_whoever_may_not_share_is_refused(foxes, page, role):
    await foxes.says("Ana", f"/band member Bo role: {role}")
    publication = page.result.card.publication
    for payload in (
        MakePublicPage(publication.band),
        ReplaceAddress(publication.id, 0),
        SwitchPublication(publication.id, on=False),
    ):
        refused = await foxes.does("Bo", token(foxes, payload))
        assert isinstance(refused.result, NotAllowed), payload
        assert (refused.result.right, refused.result.owners) == (Right.SHARE, ("Ana",))
        assert page.result.address not in text_of(refused.reply)
    assert isinstance((await foxes.says("Bo", "/share")).result, NotAllowed)


async def test_a_stranger_gets_nothing_from_a_button(foxes, page):
    await foxes.says("Zoe", "/band create Others city: Leeds")
    publication = page.result.card.publication
    made = await foxes.does("Zoe", token(foxes, MakePublicPage(publication.band)))
    assert isinstance(made.result, NotAMember)
    off = await foxes.does("Zoe", token(foxes, SwitchPublication(publication.id, on=False)))
    assert isinstance(off.result, Gone)


async def test_on_a_machine_that_nobody_reaches_the_card_says_so(foxes, monkeypatch):
    monkeypatch.setattr(foxes.dispatcher.bot_address, "web", NOT_PUBLIC)
    page = await foxes.presses("Ana", await foxes.says("Ana", "/share"), "Public page")
    assert "It opens on the machine alone that I run on" in text_of(page.reply)
    assert "QR" not in text_of(page.reply)
