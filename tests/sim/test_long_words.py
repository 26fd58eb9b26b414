"""Long texts and awkward names before the simulators: all of it fits, turns nothing around, and pings nobody."""

import re

from tests.sim.people import MARKS, OnDiscord, OnTelegram, weekdays

pytestmark = MARKS
LAYLA = "ليلى والثعالب"
TURNED = "<b>@everyone</b> \u202eevil\u202c *"
LONG = "Wolfeschlegelsteinhausenbergerdorff the Elder"
BAND = f"{'Very long name ' * 4}{LAYLA}"
DISCORD_NAME, TELEGRAM_NAME = 32, 64


async def test_help_fits_on_both_platforms_and_names_every_command(band):
    for who, where in ((band.ana, band.guild), (band.zoe, "dm"), (band.bo, None), (band.cy, band.group)):
        shown = await who.does("/help", "What you can say", where)
        assert shown.private
        await who.does("/help rehearse", "/rehearse", where)
    for who, topic in ((band.ana, "x" * 200), (band.bo, "x" * 3900)):
        await who.does(f"/help {topic}", "does not fit here", "dm" if who is band.ana else None)


async def test_a_band_of_forty_with_awkward_names(town, monkeypatch):
    discord, telegram, _ = town
    # Forty people's notices to one owner would keep whoever plays next waiting.
    monkeypatch.setattr(discord, "rates_on", False)
    ana = OnDiscord(discord, LONG[:DISCORD_NAME], locale="en-GB")
    guild = discord.add_guild("Big band", [ana.user])
    bo = OnTelegram(telegram, LAYLA)
    group = telegram.add_group("Big band", [bo.user])
    await ana.does(f"/band create {BAND} city: Leeds", "is here", guild)
    soon, later = (f"{day:%A}" for day in weekdays(2))
    for number in range(39):
        if number % 19 == 0:  # an invite is good for twenty
            code = await a_code(ana, guild)
        name = f"{number} {(LAYLA, LONG, TURNED)[number % 3]}"
        if number == 0 or number % 2:
            who = bo if number == 0 else OnTelegram(telegram, name[:TELEGRAM_NAME])
            await who.opens(f"join_{code.replace('-', '')}", "would like you in")
            await who.does("[Join]", "You are in")
            await who.does(f"/busy every {soon} evening", "Busy every")
        else:
            who = OnDiscord(discord, name[:DISCORD_NAME])
            discord.join(guild, who.user)
            await who.does(f"/join {code}", "You are in", guild)
            await who.does(f"/maybe every {later} evening", "Maybe every", guild)
    await ana.does(f"/band member {LAYLA}", "Role", guild)
    await ana.does("[Make owner]", "Role: owner (was: member)", guild)
    await bo.does("/band bind", "belongs to", group)
    for who, where in ((ana, guild), (bo, group)):
        members = await who.does("/band members", "40 members", where)
        assert members.text.count("required") == 40
        assert "(you)" not in members.text
        assert not re.search("[\u202a-\u202e]", members.text)
        assert "@everyone" not in members.text or where is group  # it has no such thing there
        await who.does("/band show", LAYLA, where)
        green = await who.does("/green", "green zones", where)
        assert re.search(r"and 1\d more said maybe", green.text)
        drawn = await who.does("[Picture]", "Short by one, or a maybe", where, on=green)
        assert drawn.files["calendar.png"].startswith(b"\x89PNG")
        await who.does("/green weekends", "green zones", where)
        await who.does("[Picture]", "All can play", where)
        await who.does(f"/why {soon}", "12 more.", where)
        await who.does(f"/why {later}", "It turns green:", where)
        await who.does("/share", "words to copy", where)
        await who.does("/rehearse", "could rehearse", where)
        await who.does("[Propose 1]", "can you?", where)
        await who.does("[I can]", "can you?", where) if who is bo else None
        nudged = await who.does(
            f"[{next(each for each in green.labels if 'Nudge' in each)}]", "udge", where, on=green
        )
        assert nudged.private
        await who.does("/gigs", "to come", where)
        await who.does("/mydata", "Everything I know", where)


async def a_code(owner, guild):
    invite = await owner.does("/band invite part: drums", "Code", guild)
    return re.search(r"/join ([A-Z0-9]{4}-[A-Z0-9]{4})", invite.text)[1]
