"""Where an invite's code is given, so are the links that open it, as far as there are any."""

import pytest

from bots.chat.reply import Link, Paragraph
from core.ids import Platform
from tests.fakes.stage import text_of
from tests.fakes.web import NOT_PUBLIC

PAGES, TELEGRAM = "https://bandwidth.example", "https://t.me/bandwidth_bot"
POST = "/post Fri 11 Dec, need 2 support, doors 7:30, indie, 200 cap, £150"


def links_in(reply):
    """The addresses that can be tapped."""
    lines = [each.words for each in reply.blocks if isinstance(each, Paragraph)]
    return [part.url for words in lines for part in words if isinstance(part, Link)]


async def band(stage, **more):
    await stage.says("Ana", "/band create The Foxes city: Leeds genres: indie", **more)
    return await stage.says("Ana", "/band invite", **more)


async def venue(stage, **more):
    await stage.says("Dana", "/venue create The Heron city: Leeds", **more)
    return await stage.says("Dana", "/venue invite", **more)


async def published(stage, **more):
    await band(stage, **more)
    await venue(stage, **more)
    await stage.presses("Dana", await stage.says("Dana", POST, **more), "Publish", **more)


async def offered(stage, **more):
    await published(stage, **more)
    return await stage.says("Dana", "/offer The Foxes date: Fri 11 Dec", **more)


async def accepted(stage, **more):
    await published(stage, **more)
    await stage.says("Ana", "/apply Fri 11 Dec", **more)
    waiting = await stage.says("Dana", "/applications", **more)
    card = await stage.presses("Dana", waiting, "1", **more)
    return await stage.presses("Dana", card, "Accept", **more)


GIVEN = [(band, "join"), (venue, "join"), (offered, "gig"), (accepted, "gig")]
BY_NAME = pytest.mark.parametrize(("give", "door"), GIVEN, ids=lambda each: getattr(each, "__name__", each))


def code_of(given):
    return getattr(given.result, "code", None) or given.result.invited.code


@BY_NAME
@pytest.mark.parametrize("platform", [Platform.DISCORD, Platform.TELEGRAM])
async def test_a_code_comes_with_its_link_on_telegram_and_its_page(stage, give, door, platform):
    given = await give(stage, on=platform)
    code = code_of(given)
    assert links_in(given.reply) == [f"{TELEGRAM}?start={door}_{code}", f"{PAGES}/{door}/{code}"]
    assert f"Or send them this page: {PAGES}/{door}/{code}" in text_of(given.reply)


@BY_NAME
async def test_without_a_public_address_no_page_is_spoken_of(stage, give, door):
    stage.dispatcher.bot_address.web = NOT_PUBLIC
    given = await give(stage)
    assert links_in(given.reply) == [f"{TELEGRAM}?start={door}_{code_of(given)}"]
    assert "page" not in text_of(given.reply)


@BY_NAME
async def test_without_a_bot_on_telegram_the_page_is_there_all_the_same(stage, give, door):
    stage.dispatcher.bot_address.telegram = None
    given = await give(stage)
    assert links_in(given.reply) == [f"{PAGES}/{door}/{code_of(given)}"]
