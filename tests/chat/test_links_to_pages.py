"""Cards of venues, nights and matches say where their pages are; and [Page to share] under /find."""

import pytest

from bots.chat.buttons.publications import MakeOpenDatesPage, SwitchPublication
from bots.chat.turn import PressedButton
from core.access import NotAllowed
from core.bands.refusals import NotAMember
from core.ids import Platform
from core.publications import PublicationKind
from tests.fakes.stage import text_of
from tests.fakes.web import HERE, NOT_PUBLIC, WEB

PUBLIC = WEB.pages.public_url
POST = "/post Fri 11 Dec, need 2 support, doors 7:30, curfew 11pm, indie, £150"


def token(stage, payload):
    return PressedButton(stage.dispatcher.tokens.encode(payload.verb, payload.ids))


def labels(answer):
    return [each.label for row in answer.reply.buttons for each in row]


@pytest.fixture
async def town(foxes):
    """The Foxes of Leeds, and The Heron of Dana with one night that fits them."""
    await foxes.says("Ana", "/band edit field: city value: Leeds")
    await foxes.says("Dana", "/venue create The Heron city: Leeds")
    await foxes.presses("Dana", await foxes.says("Dana", POST), "Publish")
    return foxes


async def test_cards_of_venues_and_lists_lead_to_their_pages(town):
    assert f"Its page: {PUBLIC}/venues/1-the-heron" in text_of(
        (await town.says("Ana", "/venue show The Heron")).reply
    )
    said = text_of((await town.says("Ana", "/venues near: Leeds genre: indie")).reply)
    assert f"On a map: {PUBLIC}/venues?near=Leeds&genre=indie" in said
    assert f"On a map: {PUBLIC}/venues\n" in f"{text_of((await town.says('Ana', '/venues')).reply)}\n"
    assert f"Its page: {PUBLIC}/venues/1-the-heron" in text_of((await town.says("Dana", "/dates")).reply)


async def test_a_night_has_its_link_once_everybody_may_see_it(foxes):
    await foxes.says("Dana", "/venue create The Heron city: Leeds")
    draft = await foxes.says("Dana", POST)
    assert "/events/" not in text_of(draft.reply)
    await foxes.presses("Dana", draft, "Publish")
    night = await foxes.presses("Dana", await foxes.says("Dana", "/dates"), "1")
    link = f"Its page: {PUBLIC}/events/1-the-heron-2026-12-11"
    assert link in text_of(night.reply)
    off = await foxes.presses("Dana", await foxes.presses("Dana", night, "Cancel"), "Without a reason")
    assert link in text_of(off.reply)


async def test_matches_lead_to_the_page_of_their_night(town):
    found = await town.says("Ana", "/find")
    assert f"All that is open: {PUBLIC}/events/open" in text_of(found.reply)
    card = await town.presses("Ana", found, "1")
    assert f"Its page: {PUBLIC}/events/1-the-heron-2026-12-11" in text_of(card.reply)


@pytest.mark.parametrize(
    ("platform", "there"), [(Platform.CONSOLE, True), (Platform.DISCORD, False), (Platform.TELEGRAM, False)]
)
async def test_without_a_public_address_links_are_for_this_machine_alone(town, monkeypatch, platform, there):
    monkeypatch.setattr(town.dispatcher.bot_address, "web", NOT_PUBLIC)
    said = text_of((await town.says("Eve", "/venue show The Heron", on=platform)).reply)
    assert (f"{HERE}/venues/1-the-heron" in said) is there
    assert ("Its page" in said) is there


async def test_the_open_dates_that_fit_a_band_have_a_page_to_share(town):
    made = await town.presses("Ana", await town.says("Ana", "/find"), "Page to share")
    said = text_of(made.reply)
    assert said.startswith("📅 The Foxes: open dates, for anybody with the address\n")
    assert f"{PUBLIC}/events/open/for/" in said
    assert labels(made) == ["New address", "Switch off"]
    again = await town.presses("Ana", await town.says("Ana", "/find"), "Page to share")
    assert again.result.address == made.result.address
    new = await town.presses("Ana", again, "New address")
    assert new.result.address != made.result.address
    off = await town.presses("Ana", new, "Switch off")
    assert labels(off) == ["Switch on"]
    assert off.result.card.publication.kind is PublicationKind.OPEN_DATES


async def test_whoever_may_not_share_makes_no_page_and_takes_none_back(town):
    made = await town.presses("Ana", await town.says("Ana", "/find"), "Page to share")
    publication = made.result.card.publication
    await town.says("Ana", "/band member Bo role: member")
    for payload in (MakeOpenDatesPage(publication.band), SwitchPublication(publication.id, on=False)):
        assert isinstance((await town.does("Bo", token(town, payload))).result, NotAllowed)
    stranger = await town.does("Zoe", token(town, MakeOpenDatesPage(publication.band)))
    assert isinstance(stranger.result, NotAMember)
