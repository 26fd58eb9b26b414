"""What the tests of the market begin with: a post, a band, and people who share a server with the bot."""

import re
from datetime import date, timedelta

from tests.sim.people import OnDiscord, OnTelegram


def day_ahead(days):
    """A date as a post says it and as a card does, so many days from now."""
    day = date.today() + timedelta(days=days)
    return f"{day:%a} {day.day} {day:%b}"


def a_post(night):
    return f"{night}, need 2 support, doors 7:30, 200 cap, indie/punk, £150 + rider"


async def a_band(owner, *others, name, city, where):
    """The owner's band, with the others in it; each knows a place that they share with the bot."""
    await owner.does(f"/band create {name} city: {city} genres: indie", f"{name} is here", where)
    invite = await owner.does("/band invite part: drums", "Code", where)
    code = re.search(r"/join ([A-Z0-9]{4}-[A-Z0-9]{4})", invite.text)[1]
    for other in others:
        if isinstance(other, OnTelegram):
            await other.opens(f"join_{code.replace('-', '')}", "would like you in")
            await other.does("[Join]", "You are in")
        else:
            await other.does(f"/join {code}", "You are in")


def on_discord(discord, *names):
    """People on Discord who share a server with the bot."""
    people = [OnDiscord(discord, name, locale="en-GB") for name in names]
    discord.add_guild(f"{names[0]}'s", [each.user for each in people])
    return people
