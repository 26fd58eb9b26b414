"""The running program against the strict simulators of both platforms, where they are at hand."""

import re

from tests.sim.people import MARKS

pytestmark = MARKS


def code_in(text: str) -> str:
    return re.search(r"/join ([A-Z0-9]{4}-[A-Z0-9]{4})", text)[1]


async def test_an_evening_with_everything_that_can_be_done(town):
    discord, telegram, _ = town
    ana, zoe = discord.add_user("Ana", locale="en-GB"), discord.add_user("Zoë <b>*_@everyone", locale="en-US")
    guild = discord.add_guild("Sea Dogs", [ana, zoe])
    bo, cy = telegram.add_user("Bo"), telegram.add_user("Cy & <i>Co</i>")
    group = telegram.add_group("The Foxes", [cy, bo])

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
    asked = await telegram.send(cy, "/band create Rock & <b>Roll</b>", chat=group)
    made = await telegram.send(cy, "Paris", chat=group, reply_to=asked.message)
    assert "Rock & <b>Roll</b> is here" in made.text
    assert "1 member" in (await telegram.send(cy, "/band members", chat=group)).text
    assert "February" in (await telegram.send(cy, "/green weekends in February", chat=group)).text
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
    await telegram.send(bo, "lol ok", timeout=1)
    for text in ("/frobnicate", "/join NOPE-NOPE", "/timezone Atlantis", "/band leave"):
        await telegram.send(bo, text)
    await discord.wait_for(lambda: len(discord.dms(ana)) >= 3)
    assert len([m for m in discord.dms(ana) if "joined" in str(m.embeds) + m.content]) >= 2
