"""The running program against the strict simulators of both platforms, where they are at hand."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.fakes.process import Program

SHARED = os.environ.get("BANDWIDTH_SHARED", "")
pytestmark = [
    pytest.mark.skipif(
        not (Path(SHARED) / "sim").is_dir(), reason="the simulators lie in a folder beside the project"
    ),
    # The simulators read files and close sockets in their own way.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


def code_in(text: str) -> str:
    return re.search(r"/join ([A-Z0-9]{4}-[A-Z0-9]{4})", text)[1]


@pytest.fixture
async def town(tmp_path):
    """Both simulators, and the program between them."""
    if SHARED not in sys.path:
        sys.path.append(SHARED)
    from sim import DiscordSim, TelegramSim

    discord, telegram = await DiscordSim().start(), await TelegramSim().start()
    program = Program(
        tmp_path,
        {
            "BANDWIDTH_DISCORD_TOKEN": discord.token,
            "BANDWIDTH_DISCORD_API_URL": discord.api_url,
            "BANDWIDTH_DISCORD_GATEWAY_URL": discord.gateway_url,
            "BANDWIDTH_TELEGRAM_TOKEN": telegram.token,
            "BANDWIDTH_TELEGRAM_API_URL": telegram.api_url,
        },
    )
    await program.start()
    await telegram.wait_ready(commands=True)
    yield discord, telegram, program
    status = await program.stop()
    faults = [*discord.violations, *discord.self_check, *telegram.violations, *telegram.self_check]
    await discord.stop()
    await telegram.stop()
    assert not faults, "\n".join(map(str, faults))
    assert status == 0, "\n".join(program.errors)
    assert not [line for line in program.errors if "incident" in line or "ERROR" in line], program.errors


async def test_an_evening_with_everything_that_can_be_done(town):
    discord, telegram, _ = town
    ana, zoe = discord.add_user("Ana", locale="en-GB"), discord.add_user("Zoë <b>*_@everyone", locale="en-US")
    guild = discord.add_guild("Sea Dogs", [ana, zoe])
    bo, cy = telegram.add_user("Bo"), telegram.add_user("Cy & <i>Co</i>")
    await discord.wait_ready()
    group = telegram.add_group("The Foxes", [bo, cy])

    # Discord: a band, its invites, a diary, buttons.
    assert (await discord.slash(ana, guild, "/start")).ephemeral
    made = await discord.slash(
        ana, guild, "/band create", name="The *Foxes* <3", city="Leeds", genres="indie, punk"
    )
    assert "Foxes" in str(made.embeds)
    options = await discord.autocomplete(ana, guild, "/band create", "city", "lee")
    assert any("Leeds" in option["name"] for option in options)
    seen = await discord.autocomplete(ana, guild, "/busy", "when", "every Tuesday evening")
    assert "18:00-23:00" in seen[0]["name"]
    invite = await discord.slash(ana, guild, "/band invite", part="drums", dep=False)
    assert invite.ephemeral
    code = code_in(str(invite.embeds))
    joined = await discord.slash(zoe, guild, "/join", code=code)
    assert joined.ephemeral
    busy = await discord.slash(zoe, guild, "/busy", when="every Tuesday evening until Easter, not the 15th")
    assert busy.ephemeral
    undone = await discord.click(zoe, busy, "Undo")
    assert not undone.failed
    await discord.click(zoe, busy, "Redo")
    asked = await discord.slash(zoe, guild, "/busy", when="free on Tuesdays")
    await discord.click(zoe, asked, "Busy")
    unclear = await discord.slash(zoe, guild, "/busy", when="sometime soon")
    form = await discord.click(zoe, unclear, "Type it")
    assert form.modal
    field = form.modal["components"][0]
    label = field.get("label") or field["component"].get("label") or field["components"][0]["label"]
    filled = await discord.submit_modal(zoe, form, {label: "Fri 11 Dec"})
    assert not filled.failed
    for command in ("/mine", "/undo", "/help", "/band show", "/band members", "/green"):
        answer = await discord.slash(zoe, guild, command)
        assert not answer.failed, command
    green = await discord.slash(ana, guild, "/green", when="January", hours=3)
    assert not green.ephemeral
    await discord.click(ana, green, "More")
    await discord.slash(ana, guild, "/green", when="January", without="Zoë <b>*_@everyone")
    await discord.slash(ana, "dm", "/timezone", place="New York")
    await discord.say(ana, "dm", "hello there")
    await discord.say(ana, guild, "can't do the 19th, sorry")
    words = list(guild.default_channel.messages.values())[-1]
    read = await discord.message_command(ana, guild, "Read as availability", words)
    assert read.ephemeral
    await discord.say(ana, guild, f"<@{discord.bot.id}> when are we all free in March?")

    # Telegram: a deep link, a group, questions, buttons, hostile names.
    shown = await telegram.start(bo, payload=f"join_{code.replace('-', '')}")
    await telegram.press(bo, shown, "Join")
    await telegram.send(cy, "/busy every Friday", chat=group)
    door = telegram.chat_messages(group)[-1]
    payload = next(b["url"] for row in door.markup["inline_keyboard"] for b in row).split("start=")[1]
    await telegram.start(cy, payload=payload)
    await telegram.send(cy, "Paris")
    await telegram.send(cy, "/band create Rock & <b>Roll</b>", chat=group)
    await telegram.send(cy, "/band members", chat=group)
    await telegram.send(cy, "/green weekends in February", chat=group)
    marked = await telegram.send(bo, "/busy Thursdays till mid Dec except the 10th")
    await telegram.press(bo, marked, "Undo")
    await telegram.press(bo, marked, "Redo")
    for text in (
        "/busy",
        "5 Dec 2020",
        "12 Dec",
        "/free Tuesday",
        "/maybe 24 Dec",
        "/mine March",
        "/undo",
        "/band",
        "/help",
    ):
        await telegram.send(bo, text)
    await telegram.send(bo, "/busy " + "x" * 3900)
    await telegram.send(bo, "lol ok")
    for text in ("/frobnicate", "/join NOPE-NOPE", "/timezone Atlantis", "/band leave"):
        await telegram.send(bo, text)
    await discord.wait_for(lambda: len(discord.dms(ana)) >= 3)
    assert len([m for m in discord.dms(ana) if "joined" in str(m.embeds) + m.content]) >= 2
