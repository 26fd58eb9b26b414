"""The pictures that the program really makes, all the way to both platforms."""

import pytest

from tests.fakes.stage import make_dispatcher
from tests.wire.pictured import on_discord, on_telegram, size_of


@pytest.fixture
def dispatcher(units, clock):
    return make_dispatcher(units, clock)


async def test_a_diary_on_telegram_is_a_photo_that_gives_way_to_words(loopback_telegram, dispatcher):
    async with on_telegram(loopback_telegram, dispatcher):
        ann = loopback_telegram.add_user("Ann")
        await loopback_telegram.start(ann)
        await loopback_telegram.send(ann, "/timezone Leeds")
        await loopback_telegram.send(ann, "/busy every Tuesday evening")
        mine = await loopback_telegram.send(ann, "/mine")
        assert size_of(mine.message.file)[0] == 1080
        assert "every Tuesday" in mine.text
        rule = await loopback_telegram.press(ann, mine, "1")
        assert rule.message.file is None
        assert "every Tuesday" in rule.text
        assert mine.message.deleted


async def test_green_zones_as_a_picture_come_beside_their_list(
    loopback_telegram, loopback_discord, dispatcher
):
    async with on_telegram(loopback_telegram, dispatcher), on_discord(loopback_discord, dispatcher):
        bo = loopback_telegram.add_user("Bo")
        await loopback_telegram.start(bo)
        await loopback_telegram.send(bo, "/band create The Foxes city: Leeds")
        green = await loopback_telegram.send(bo, "/green March 2027")
        shown = await loopback_telegram.press(bo, green, "Picture")
        assert size_of(shown.message.file)[0] == 1080
        assert not shown.deleted
        ann = loopback_discord.add_user("Ann")
        guild = loopback_discord.add_guild("Sea Dogs", ann)
        await loopback_discord.slash(ann, guild, "/band create", name="Sea Dogs", city="Leeds")
        listed = await loopback_discord.slash(ann, guild, "/green", when="March 2027")
        pictured = await loopback_discord.press(ann, listed, "Picture")
        assert pictured.messages
        assert size_of(pictured.message.picture)[0] == 1080
        assert pictured.message.attachments[0]["description"].startswith("Sea Dogs, March 2027, London time.")
