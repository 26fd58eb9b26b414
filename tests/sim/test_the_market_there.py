"""The market before the simulators: from a post to a confirmed gig, with the venue on either platform."""

import re
from datetime import date, timedelta

from tests.sim.people import MARKS, OnDiscord, OnTelegram

pytestmark = MARKS


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


async def test_a_post_on_telegram_becomes_a_gig_of_a_band_on_discord(town):
    discord, telegram, _ = town
    ana, cy = on_discord(discord, "Ana", "Cy")
    bo, dana = OnTelegram(telegram, "Bo"), OnTelegram(telegram, "Dana")
    await a_band(ana, bo, cy, name="The Foxes", city="Leeds", where="dm")
    night = day_ahead(20)
    await telegram.start(dana.user)
    await dana.does(a_post(night), "What is the venue called?")
    await dana.does("The Heron", "In which city is The Heron?")
    draft = await dana.does("Leeds", f"{night}, The Heron, Leeds: draft")
    assert {"Publish", "Edit", "Discard"} <= set(draft.labels)
    await dana.does("[Discard]", "iscarded")
    await dana.does("[Take it back]", "draft")
    await dana.does("[Edit]", "What should change about")
    await dana.does("doors 8pm", "Doors: 20:00")
    await dana.does("[Publish]", "is published")
    fits = await ana.reads(f"{night}, The Heron, Leeds fits The Foxes")
    assert {"Apply", "Not for us"} <= set(fits.labels)
    await ana.does("[Not for us]", "not for The Foxes")
    await ana.does("[Apply after all]", "are being asked")
    asked = await bo.reads("Can you play")
    assert {"Yes", "Maybe", "No"} <= set(asked.labels)
    await bo.does("[No]", "You can't play")
    await ana.reads("Bo can't play")
    await bo.does("[Maybe]", "By when will you know?")
    await bo.does("Wednesday", "You know by: Wednesday")
    await bo.does("[Yes]", "You can play")
    await cy.reads("Can you play")
    await cy.does("[Yes]", "The Foxes have applied now")
    came = await dana.reads("The Foxes apply for support")
    assert {"Accept", "Shortlist", "Decline"} <= set(came.labels)
    await dana.does("[Shortlist]", "On your shortlist.")
    await ana.reads("The Foxes are on the shortlist")
    await dana.does("[Accept]", "/invite ")
    await ana.reads("The Heron says yes to The Foxes")
    opened = await ana.does("[Open the invite]", "Nothing is booked until you confirm.")
    assert {"Confirm", "Decline"} <= set(opened.labels)
    await ana.does("[Confirm]", "It is on: The Foxes play")
    for player in (bo, cy):
        await player.reads("It is on: The Foxes play")
    await dana.reads("The Foxes have confirmed: support")
    await ana.does("/gigs", "gig, The Heron, Leeds")
    await bo.does("/mine", "gig with The Foxes")
    await dana.does("/dates", "Need Support · The Foxes")
    await dana.does("[1]", "The Foxes play: support")
    await dana.does("[Cancel]", "Call off")
    await dana.does("[Keep it]", "The Foxes play: support")
    await dana.does("[Cancel]", "Call off")
    await dana.does("The PA has burnt down", "1 band is told.")
    for player in (ana, bo, cy):
        off = await player.reads("The Heron has called off")
        assert "The PA has burnt down" in off.text


async def test_a_post_on_discord_becomes_a_gig_of_a_band_on_telegram(town):
    discord, telegram, _ = town
    (dana,) = on_discord(discord, "Dana")
    (cy,) = on_discord(discord, "Cy")
    ana, bo = OnTelegram(telegram, "Ana"), OnTelegram(telegram, "Bo")
    group = telegram.add_group("The Owls", [ana.user, bo.user])
    await telegram.start(ana.user)
    await a_band(ana, bo, cy, name="The Owls", city="Exeter", where=group)
    await ana.does("/band bind", "belongs to", group)
    night = day_ahead(25)
    await dana.does(f"/post {a_post(night)}", "What is the venue called?")
    await dana.answers("The Lanes", "In which city is The Lanes?")
    await dana.answers("Exeter", f"{night}, The Lanes, Exeter: draft")
    await dana.does("[Publish]", "is published")
    await ana.reads("fits The Owls")
    found = await ana.does("/find", "1 open date for The Owls", group)
    assert not found.private
    await ana.does("[1]", "fits The Owls", group, on=found)
    await ana.does("[Apply]", "are being asked")
    await bo.reads("Can you play")
    await bo.does("[Yes]", "You can play")
    await cy.reads("Can you play")
    await cy.does("[Yes]", "The Owls have applied now")
    await dana.reads("The Owls apply for support")
    await dana.does("[Decline]", "Decline The Owls for")
    await dana.does("[Keep it]", "The Owls apply for support")
    await dana.does("[Accept]", "/invite ")
    sent = dana.newest("Revoke")
    link = re.search(r"start=(gig_[A-Z0-9]+)", sent.text)[1]
    code = re.search(r"/invite ([A-Z0-9]{4}-[A-Z0-9]{4})", sent.text)[1]
    await bo.opens(link, "Owners and bookers of The Owls can confirm it.")
    await cy.does(f"/invite {code}", "Owners and bookers of The Owls can confirm it.")
    await ana.opens(link, "Nothing is booked until you confirm.")
    await ana.does("[Confirm]", "It is on: The Owls play")
    await dana.reads("The Owls have confirmed: support")
    listed = await bo.does("/gigs", "gig, The Lanes, Exeter", group)
    assert not listed.private
    await dana.does("/dates", "Need Support · The Owls")
    await dana.does("[1]", "The Owls play: support")
    later = day_ahead(26)
    await dana.does("[Move]", "To when does")
    await dana.answers(later, "1 band is told.")
    for player in (ana, bo, cy):
        await player.reads(f"{night} → {later}")
    await ana.does("[Open the invite]", "Nothing is booked until you confirm.")
    await ana.does("[Confirm]", "It is on: The Owls play")
    await dana.reads("The Owls have confirmed")
    await ana.does("[Call it off]", "Call off The Owls on")
    await ana.does("[Keep it]", "The Owls play")
    await ana.does("[Call it off]", "Call off The Owls on")
    await ana.does("Bo has broken an arm", "Cancelled")
    off = await dana.reads("The Owls can't play after all")
    assert "Bo has broken an arm" in off.text
