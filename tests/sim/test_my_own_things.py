"""What is one's own, on both platforms: the diary, the profile, calendars, accounts, all that is held."""

import json
import re
from datetime import UTC, datetime, timedelta

from tests.jobs.web import CALENDAR, answer
from tests.sim.people import MARKS, OnTelegram

pytestmark = MARKS


def one_of(seen, start):
    """The first button that begins so."""
    return next(f"[{label}]" for label in seen.labels if label.startswith(start))


async def test_the_diary_is_shown_changed_and_confirmed(band):
    for who, where in ((band.ana, band.guild), (band.zoe, "dm"), (band.bo, None), (band.cy, band.group)):
        busy = await who.does("/busy every Monday evening", "Busy every Monday, 18:00-23:00", where)
        assert busy.private
        shown = await who.does("/mine", "1. Busy every Monday", where)
        assert shown.private
        assert shown.files["calendar.png"].startswith(b"\x89PNG")
        own = where if where is not band.group else None
        rule = await who.does("[1]", "You said: every Monday evening", own)
        await who.does(one_of(rule, "Mon "), "Not on Mon ", own)
        await who.does("[Undo]", "holds again", own)
        await who.does("/mine", "1. Busy every Monday", own)
        await who.does("[1]", "You said", own)
        await who.does("[Later dates]", "You said", own)
        await who.does("[Edit]", "How should it be instead?", own)
        await who.answers("every Monday 19:00-22:00", "Before: Busy every Monday, 18:00-23:00", own)
        shown = await who.does("/mine", "1. Busy every Monday, 19:00-22:00", own)
        await who.does("[All as usual]", "all as usual, confirmed", own)
        await who.does("/mine", "Confirmed: ", own)
        await who.does("[1]", "You said", own)
        forgotten = await who.does("[Remove]", "No longer busy every Monday", own)
        assert forgotten.labels == ["Undo"]
        await who.does("/mine", "Nothing in it yet", own)


async def test_an_owner_enters_for_a_member_who_takes_it_back(band):
    for owner, where, member, name in (
        (band.ana, band.guild, band.cy, "Cy"),
        (band.bo, None, band.zoe, "Zoe"),
    ):
        said = await owner.does(f"/busy every Sunday member: {name}", f"For {name}: Busy every Sunday", where)
        assert said.private
        await member.reads("has entered this for you")
        await member.does("[Take it back]", "No longer busy every Sunday")
    await band.cy.does("/busy every Sunday member: Zoe", "Your role does not let you")


async def test_the_profile_and_the_settings_are_changed(band):
    for who, where, own in (
        (band.ana, band.guild, band.guild),
        (band.bo, None, None),
        (band.cy, band.group, None),
    ):
        shown = await who.does("/profile", "this is your profile", where)
        assert shown.private
        await who.does("[Instruments]", "What do you play?", own)
        await who.answers("drums, vocals", "Instruments", own)
        await who.does("[Undo]", "Undone", own)
        await who.does("/settings", "Your settings", own)
        await who.does("[Deutsch]", "I read German and English", own)
        await who.does("[As my app says]", "as your app tells me", own)
        await who.does("[Only when I say]", "busy unless you say that you are free", own)
        await who.does("[Undo]", "free unless you say otherwise", own)


async def test_calendars_are_imported_and_their_news_arrive(band, web):
    day = datetime.now(UTC) + timedelta(days=3)
    web.pages["/a.ics"] = answer(CALENDAR.replace(b"20261124", f"{day:%Y%m%d}".encode()))
    web.pages["/b.ics"] = answer(b"<html>", "Content-Type: text/html")
    both = ((band.ana, "dm"), (band.cy, None))
    for who, where in both:
        await who.does("/import", "No calendar is imported yet", where)
        await who.does(f"/import {web.url('/a.ics')}", "I am reading your calendar at 127.0.0.1", where)
        await who.does(f"/import {web.url('/b.ics')}", "I am reading your calendar", where)
        await who.does("/import http://10.1.2.3/x.ics", "private network", where)
    for who, where in both:
        news = await who.reads("I have read your calendar", where)
        assert "1 busy time until " in news.text
        assert "Dentist" not in news.text
        await who.does("[Read now]", "I am reading", where, on=news)
        again = await who.does(f"/import {web.url('/a.ics')}", "imported already", where)
        await who.does("[Remove]", "no longer counts", where, on=again)
        await who.does("[Put back]", "counts again", where)
        await who.reads("a web page there", where)
        listed = await who.does("/import", "2 imported calendars", where)
        assert listed.labels == ["Read 1", "Remove 1", "Read 2", "Remove 2"]


async def test_two_accounts_become_one_person_and_part_again(band, town):
    _, telegram, _ = town
    zoe, phone = band.zoe, OnTelegram(telegram, "Zoe's phone")
    await phone.opens(None, "Hello")
    await phone.does("/busy every Sunday", "Busy every Sunday")

    given = await zoe.does("/link", "Join another account", band.guild)
    assert given.private
    code = re.search(r"/link ([A-Z0-9]{4}-[A-Z0-9]{4})", given.text)[1]
    await phone.does(f"/link {code}", "Are you Zoe?")
    await phone.does("[Join them]", "you are Zoe on all of these")
    await zoe.does("/mine", "Busy every Sunday")
    await zoe.does("/link", "Joined so far")
    await zoe.does("[Unlink Telegram]", "Unlink Zoe's phone on Telegram?")
    await zoe.does("[Unlink]", "Unlinked")
    await phone.does("/mine", "Nothing in it yet")

    given = await zoe.does("/link", "start=link_")
    await phone.opens(re.search(r"start=(link_\w+)", given.text)[1], "Are you Zoe?")
    await phone.does("[Link]", "you are Zoe on all of these")
    await phone.does("/mine", "Busy every Sunday")
    await phone.does("/link", "Joined so far")
    await phone.does("[Unlink Discord]", "Unlink Zoe on Discord?")
    await phone.does("[Keep it]", "Nothing has changed")

    # And from Telegram to Discord, by the code.
    given = await band.cy.does("/link", "Code")
    code = re.search(r"/link ([A-Z0-9]{4}-[A-Z0-9]{4})", given.text)[1]
    await band.ana.does(f"/link {code}", "Are you Cy?", band.guild)
    await band.ana.does("[Not now]", "Nothing has changed", band.guild)


async def test_everything_held_is_taken_away_and_deleted(band):
    for who, where in ((band.zoe, band.guild), (band.cy, None)):
        await who.does("/busy every Friday night", "Busy every Friday", where)
        await who.does("/mydata", "Everything I know about you", where)
        file = await held(who, where)
        assert file["diary"][0]["words"] == "every Friday night"
        assert file["bands"][0]["band"] == "The Foxes"
        # The file is a message of its own on Telegram: the words and their button stand above it.
        asked = await who.does("[Delete everything]", "Delete everything about you?", where)
        assert "You leave The Foxes, which go on without you" in asked.text
        await who.does("[Delete it all]", "Deleted, all of it", where)
        await who.does("/start", "Hello", where)
        await who.does("/mine", "Nothing in it yet", where)
    left = await band.ana.does("/band members", "2 members", band.guild)
    assert "Zoe" not in left.text
    await band.ana.does("/mydata", "Everything I know about you", "dm")
    await band.bo.does("/mydata", "Everything I know about you")


async def held(who, where):
    """The exported file, once it is there."""

    def files():
        shown = [m.files for m in who.all(where).values()]
        return [content for each in shown for name, content in each.items() if name.endswith(".json")]

    assert await who.sim.wait_for(lambda: bool(files()), 5)
    return json.loads(files()[-1])
