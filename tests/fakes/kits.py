"""A band with a full press kit, and nights that it plays."""

from sqlalchemy import update

from bots.chat.buttons.market import PublishPost
from bots.chat.turn import PressedButton
from storage import schema as tables
from tests.fakes.files import a_drawing, a_pdf, a_photo

WORDS = {
    "bio": "Four friends from Leeds.\n\nLoud, <b>quick</b> & punctual.",
    "video": "https://youtu.be/dQw4w9WgXcQ",
    "music": "https://soundcloud.com/thefoxes/first-light https://open.spotify.com/track/4Z8W4fKeB5YxbusRsdQVPb"
    " thefoxes.bandcamp.com/album/first-light",
    "draw": "60 in Leeds, May 2026",
    "followers": "instagram 2400, tiktok 800",
    "shows": "The Lanes, Leeds, May 2026; Brudenell Social Club, Leeds, Nov 2025",
    "contact": "booking@thefoxes.com or 0113 496 0000",
}


async def a_band(stage, owner="Anabel", name="The Foxes", *, others=("Bohumil",)):
    await stage.says(owner, f"/band create {name} city: Leeds genres: indie, punk")
    await stage.says(owner, "/band edit field: instagram value: @thefoxes")
    for each in others:
        invited = await stage.says(owner, "/band invite part: drums")
        await stage.says(each, f"/join {invited.result.invited.code}")


async def a_full_kit(stage, owner="Anabel", *, photo=None):
    """Everything that a kit can hold; what is said of each thing."""
    for field, words in WORDS.items():
        await stage.says(owner, f"/epk field: {field} value: {words}")
    await stage.sends(owner, photo or a_photo(2000, 1300), caption="photo")
    await stage.sends(owner, a_drawing(), caption="stage plot")
    await stage.sends(owner, a_pdf(2), caption="tech rider")


async def switched_on(stage, owner="Anabel"):
    """The card of its address."""
    return await stage.presses(owner, await stage.says(owner, "/epk"), "Switch on")


async def plays(stage, units, day, *, band=1, venue="The Heron", promoter="Danuta", publish=True):
    """A night for which the band is booked."""
    await stage.says(promoter, f"/venue create {venue} city: Leeds")
    drafted = await stage.says(promoter, f"/post {day}, need 1 support, doors 7:30pm")
    [night] = drafted.result.events
    if publish:
        button = PublishPost(night.id)
        await stage.does(promoter, PressedButton(stage.dispatcher.tokens.encode(button.verb, button.ids)))
    async with units.write() as unit:
        booked = update(tables.slot).where(tables.slot.c.event == night.id).values(band=band)
        await unit._statements.write(booked)
    return night.id
