"""The market before the simulators: from a post to a confirmed gig, with the venue on either platform."""

import re

from tests.sim.market_steps import a_band, a_post, day_ahead, on_discord
from tests.sim.people import MARKS, OnDiscord, OnTelegram

pytestmark = MARKS


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


async def test_what_a_band_has_begun_it_can_take_back(town):
    discord, telegram, _ = town
    (ana,) = on_discord(discord, "Ana")
    dana = OnTelegram(telegram, "Dana")
    await telegram.start(dana.user)
    await a_band(ana, name="The Wrens", city="Inverness", where="dm")
    night = day_ahead(21)
    await dana.does("/venue create The Mill city: Inverness capacity: 90", "The Mill is here")
    await dana.does(f"/post {a_post(night)}", f"{night}, The Mill, Inverness: draft")
    await dana.does("[Publish]", "is published")
    await ana.reads("fits The Wrens")
    await ana.does("[Apply]", "The Wrens have applied")
    await dana.reads("The Wrens apply for support")
    await ana.does("[Withdraw]", "Withdrawn: The Wrens")
    await dana.reads("The Wrens have withdrawn")
    await ana.does("[Apply again]", "The Wrens have applied")
    await dana.reads("The Wrens apply for support")
    await dana.does("[Accept]", "/invite ")
    await ana.reads("The Mill says yes to The Wrens")
    await ana.does("[Open the invite]", "Nothing is booked until you confirm.")
    await ana.does("[Decline]", "Declined: The Wrens")
    await dana.reads("The Wrens turn the invite down")
    await dana.does(f"/offer The Wrens date: {night}", "They are told, and have to confirm.")
    await ana.reads("The Mill offers The Wrens a gig")
    await dana.does("[Revoke]", "Cancelled: The Wrens")
    await ana.reads("The Mill has taken the invite back")


TURNED = "<b>@everyone</b> \u202eevil\u202c *"
LAYLA = "ليلى والثعالب"
RATHER_LONG = 4000
"""Telegram lets nobody type more than 4,096 characters."""


async def test_awkward_names_and_a_post_as_long_as_a_message_do_no_harm(town):
    discord, telegram, _ = town
    ana, cy = on_discord(discord, "@everyone Ana", LAYLA)
    dana, bo = OnTelegram(telegram, f"{TURNED} Dana"), OnTelegram(telegram, LAYLA)
    await telegram.start(dana.user)
    band, venue = f"{LAYLA} {TURNED} {'very long ' * 4}".strip(), f"{TURNED} {LAYLA} {'long ' * 8}".strip()
    night = day_ahead(22)
    long = a_post(night)
    while len(long) < RATHER_LONG:
        long += f", {TURNED} {LAYLA} load-in at {6 + len(long) % 2}:{len(long) % 50 + 10}"
    await ana.does(f"/band create {band} city: Cardiff", "is here")
    invite = await ana.does("/band invite part: drums", "Code")
    code = re.search(r"/join ([A-Z0-9]{4}-[A-Z0-9]{4})", invite.text)[1]
    await bo.opens(f"join_{code.replace('-', '')}", "would like you in")
    await bo.does("[Join]", "You are in")
    await cy.does(f"/join {code}", "You are in")
    await dana.does(f"/venue create {venue} city: Cardiff", "is here")
    draft = await dana.does(long, "draft")
    assert draft.text.count("Doors: 19:30") == 1
    await dana.does("[Publish]", "is published")
    await ana.reads("fits")
    await ana.does("/find", "open date")
    await ana.does("[1]", "fits")
    await ana.does("[Apply]", "are being asked")
    await bo.reads("Can you play")
    await bo.does("[Yes]", "You can play")
    await cy.reads("Can you play")
    await cy.does("[Maybe]", "By when")
    await cy.answers(TURNED * 40, "You know by")
    await ana.reads("They know by")
    await cy.does("[Yes]", "have applied now")
    await dana.reads("apply for support")
    await dana.does("[Decline]", "Decline")
    await dana.does("[Keep it]", "apply for support")
    await dana.does("[Accept]", "/invite ")
    await ana.reads("says yes to")
    await ana.does("[Open the invite]", "Nothing is booked until you confirm.")
    await ana.does("[Confirm]", "It is on")
    await bo.reads("It is on")
    await dana.does("/dates", "1 date")
    await dana.does("[1]", "play: support")
    await dana.does("[Edit]", "What should change")
    await dana.does(long.replace("doors 7:30", "doors 8pm"), "1 band is told")
    await ana.reads("has changed")
    await dana.does("[Cancel]", "Call off")
    await dana.does(long, "1 band is told.")
    for player in (ana, bo, cy):
        await player.reads("has called off")
    await ana.does(f"/post {long}", "What is the venue called?")
    for somebody in (ana, bo, cy, dana):
        for seen in somebody.all("dm" if isinstance(somebody, OnDiscord) else None).values():
            assert not re.search("[\u202a-\u202e]", seen.text)
            assert "@everyone" not in seen.text or isinstance(somebody, OnTelegram)
            lines = seen.text.splitlines()
            assert len(lines) == len(set(lines)), seen.text
