"""A band of three meets: one on Discord, one on Telegram, one in the terminal; one program, over the wire."""

import re

import pytest

from tests.fakes.terminal import Terminal
from tests.fakes.warm import WarmProgram


def code_in(text: str) -> str:
    return re.search(r"/join ([A-Z0-9]{4}-[A-Z0-9]{4})", text)[1]


def nights(text: str) -> list[str]:
    """The lines of stretches, without the bullets and bold of a platform, or the console's prompt."""
    plain = re.sub(r"[*_`•\\-]|^Cy> ", "", text, flags=re.MULTILINE)
    return [re.sub(r"\s+", " ", line).strip() for line in plain.splitlines() if "·" in line and ":" in line]


@pytest.fixture
async def evening(tmp_path, loopback_discord, loopback_telegram):
    """`bandwidth run` in a terminal, with both platforms."""
    program = await Terminal(
        tmp_path,
        {
            "BANDWIDTH_DISCORD_TOKEN": loopback_discord.token,
            "BANDWIDTH_DISCORD_API_URL": loopback_discord.api_url,
            "BANDWIDTH_DISCORD_GATEWAY_URL": loopback_discord.gateway_url,
            "BANDWIDTH_TELEGRAM_TOKEN": loopback_telegram.token,
            "BANDWIDTH_TELEGRAM_API_URL": loopback_telegram.api_url,
            "LOGNAME": "Cy",
            "LANG": "en_GB.UTF-8",
        },
    ).start()
    await loopback_discord.wait_ready()
    await loopback_telegram.wait_ready()
    await program.until("this is Bandwidth")
    yield program
    assert await program.stop() == 0, program.text


async def test_a_band_of_three_gets_the_same_green_zones_everywhere(
    evening, loopback_discord, loopback_telegram
):
    discord, telegram = loopback_discord, loopback_telegram
    ana = discord.add_user("Ana")
    guild = discord.add_guild("Foxes", ana)
    bo = telegram.add_user("Bo")

    made = await discord.slash(ana, guild, "/band create", name="The Foxes", city="Leeds")
    assert "The Foxes" in made.text
    invite = await discord.slash(ana, guild, "/band invite")
    assert invite.ephemeral
    code = code_in(invite.text)
    link = re.search(r"t\.me/\w+\?start=(join_\w+)", invite.text)[1]

    shown = await telegram.start(bo, link)
    assert "The Foxes" in shown.text
    joined = await telegram.press(bo, shown, "Join")
    assert any("You are in" in message.text for message in joined.edits)
    assert "You are in The Foxes" in await evening.typed(f"/join {code}", "To leave")

    busy = await discord.slash(ana, guild, "/busy", when="every Tuesday evening")
    assert busy.ephemeral
    assert "every Tuesday, 18:00-23:00" in busy.text
    assert busy.labels == ["Undo"]
    assert "every Thursday" in (await telegram.send(bo, "/busy every Thursday")).text
    assert "every weekday (Mon to Fri)" in await evening.typed("/busy weekdays from 21:00", "[Undo]")

    here = await discord.slash(ana, guild, "/green", when="January")
    there = await telegram.send(bo, "/green January")
    console = await evening.typed("/green January", "[More]")
    assert not here.ephemeral
    assert nights(here.text) == nights(there.text) == nights(console)
    assert len(nights(here.text)) >= 8

    await discord.wait_for(lambda: len(discord.dms(ana)) == 2, "two notices of who joined")
    assert {"Bo", "Cy"} == {
        name for name in ("Bo", "Cy") for message in discord.dms(ana) if name in message.text
    }


async def test_undo_still_works_after_a_restart(tmp_path, loopback_discord):
    server = loopback_discord
    ana = server.add_user("Ana")
    guild = server.add_guild("Foxes", ana)
    program = WarmProgram(
        tmp_path,
        {
            "BANDWIDTH_DISCORD_TOKEN": server.token,
            "BANDWIDTH_DISCORD_API_URL": server.api_url,
            "BANDWIDTH_DISCORD_GATEWAY_URL": server.gateway_url,
        },
    )
    await program.start()
    await server.wait_ready()
    await server.slash(ana, guild, "/timezone", place="London")
    busy = await server.slash(ana, guild, "/busy", when="every Tuesday evening")
    assert await program.stop() == 0, program.errors

    await program.start()
    await server.wait_ready()
    undone = await server.press(ana, busy, "Undo")
    assert "No longer busy" in undone.text or any("No longer busy" in m.text for m in undone.edits)
    mine = await server.slash(ana, guild, "/mine")
    assert "Nothing in it yet" in mine.text
    redone = await server.press(ana, busy, "Redo")
    assert any("Back again" in m.text for m in [*redone.edits, *redone.messages])
    assert await program.stop() == 0, program.errors
