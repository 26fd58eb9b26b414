"""A town in which something waits for everybody: rehearsals, last looks, invites, applications."""

from bots.chat.buttons.market import AnswerLook
from bots.chat.turn import PressedButton
from tests.fakes.rehearsing import proposed

SPOTIFY = "https://open.spotify.com/artist/0OdUWJ0sBjDrqHygGUXeCF"
POST = "/post {day}, need 2 support, doors 7:30, on stage 8:15, indie, 200 cap, £150"
LINE = "We filled the Lanes, and would love to <b>play</b> for you & yours"


async def the_foxes(stage):
    """Ana owns The Foxes, Bo drums, Cy sings and books."""
    await stage.says("Ana", "/band create The Foxes city: Leeds genres: indie, punk")
    for name, words in (("Bo", "part: drums"), ("Cy", "part: vocals role: booker")):
        invited = await stage.says("Ana", f"/band invite {words}")
        await stage.says(name, f"/join {invited.result.invited.code}")
    await stage.says("Ana", f"/band edit field: spotify value: {SPOTIFY}")
    await stage.says("Ana", "/band edit field: instagram value: @thefoxes")


async def the_heron(stage, *days):
    """Dana and Eve speak for The Heron, which has nights with open slots."""
    await stage.says("Dana", "/venue create The Heron city: Leeds")
    invited = await stage.says("Dana", "/venue invite")
    await stage.says("Eve", f"/join {invited.result.invited.code}")
    for day in days:
        await stage.presses("Dana", await stage.says("Dana", POST.format(day=day)), "Publish")


async def applies(stage, day, *, all_can=True):
    """The Foxes apply; their players are asked, and maybe say yes."""
    made = await stage.says("Ana", f"/apply {day} note: {LINE} draw: 60")
    application = made.result.application
    if all_can:
        for name in ("Bo", "Cy"):
            await can_play(stage, name, application)
    return application


async def can_play(stage, name, application, number=0):
    """A player's answer to a last look."""

    press = AnswerLook(application.event, application.band, number)
    return await stage.does(name, PressedButton(stage.dispatcher.tokens.encode(press.verb, press.ids)))


async def solo_applies(stage, name, band, day):
    """Somebody who plays alone applies; nobody has to be asked."""
    await stage.says(name, f"/band create {band} city: Leeds")
    return (await stage.says(name, f"/apply {day}")).result.application


async def rehearsals(stage):
    """One that is on, on Tue 1 Dec, and one that is proposed, on Wed 2 Dec; Bo and Cy have not answered that."""
    card = await proposed(stage, "Tue 1 Dec")
    for name in ("Bo", "Cy"):
        await stage.presses(name, card, "I can")
    await stage.presses("Ana", card, "Confirm")
    return (await proposed(stage, "Wed 2 Dec")).result.standing.commitment


async def town(stage):
    """All of it."""
    await the_foxes(stage)
    await the_heron(stage, "Fri 11 Dec", "Sat 12 Dec", "Fri 18 Dec")
    await rehearsals(stage)
    await applies(stage, "11 Dec", all_can=False)
    await applies(stage, "18 Dec")
    await solo_applies(stage, "Zoe", "The Crows", "18 Dec")
    await stage.says("Dana", "/offer The Foxes date: Sat 12 Dec line: We loved your last one")
