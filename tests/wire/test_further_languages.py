"""A date in a language that the grammar does not read, on each platform: asked about, then kept."""

import pytest

from bandwidth.app import read_date
from tests.fakes.stage import make_dispatcher
from tests.wire.test_discord_adapter import serving as serving_discord
from tests.wire.test_telegram_adapter import serving as serving_telegram


@pytest.fixture
def dispatcher(units, clock):
    return make_dispatcher(units, clock, dates=read_date)


async def test_on_telegram(loopback_telegram, dispatcher):
    async with serving_telegram(dispatcher, loopback_telegram):
        ola = loopback_telegram.add_user("Ola")
        await loopback_telegram.start(ola)
        asked = await loopback_telegram.send(ola, "/busy piątek 11 grudnia")
        assert "Is it Fri 11 Dec?" in asked.text
        assert asked.labels == ["Yes", "No"]
        kept = await loopback_telegram.press(ola, asked, "Yes")
        assert "Busy Fri 11 Dec" in kept.text
        bare = await loopback_telegram.send(ola, "jutro")
        assert bare.labels == ["Busy", "Free", "Maybe"]


async def test_on_discord(loopback_discord, dispatcher):
    async with serving_discord(loopback_discord, dispatcher):
        ola = loopback_discord.add_user("Ola")
        guild = loopback_discord.add_guild("Foxes", ola)
        asked = await loopback_discord.slash(ola, guild, "/busy", when="piątek 11 grudnia")
        assert asked.ephemeral
        assert "Is it Fri 11 Dec?" in asked.text
        assert asked.labels == ["Yes", "No"]
        assert "Fri 11 Dec" in (await loopback_discord.press(ola, asked, "Yes")).text
        denied = await loopback_discord.press(
            ola, await loopback_discord.slash(ola, guild, "/busy", when="11e mei"), "No"
        )
        assert "Which day is it, then?" in denied.text
        assert denied.labels == ["Type it"]
