"""A band, a venue and what lies between them, in every stage; and people who stand in every relation to the two."""

import itertools
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, fields
from enum import Enum

from bots.chat.buttons import Payload
from bots.chat.buttons.gigs import CallOff
from bots.chat.buttons.market import (
    AcceptApplication,
    CancelNight,
    ConfirmGig,
    DiscardPost,
    GoOnWithout,
    PublishPost,
    WithdrawApplication,
)
from bots.chat.buttons.tickets import ShowCounts
from bots.chat.turn import PressedButton
from core.bands import BindingKind
from core.ids import Platform
from storage.unit import SqlUnits
from tests.fakes.clock import FrozenClock
from tests.fakes.stage import Stage, make_dispatcher

SECRET = b"who may"


class Who(Enum):
    """Everybody that the table has a column for, by the name under which they speak."""

    OWNER = "Anaximander"
    BOOKER = "Bohumil"
    MEMBER = "Cyprian"
    DEP = "Desdemona"
    PROMOTER = "Danuta"
    OTHER_BAND = "Hesperia"
    OTHER_VENUE = "Cressida"
    STRANGER = "Sylvester"


class Where(Enum):
    """Where they speak; the names of the channels."""

    PRIVATE = None
    BANDS = "foxes"
    VENUES = "heron"
    NEITHER = "lounge"


PLAYERS = ("Anaximander", "Bohumil", "Cyprian", "Desdemona")
SPEAKERS = ("Danuta", "Prospero")
"""The promoters of the venue; no table column needs the second."""


@dataclass
class Things:
    """The ids of all that buttons and words are about."""

    band: int = 0
    venue: int = 0
    member: int = 0
    """The membership of Cyprian."""
    player: int = 0
    """The person Cyprian."""
    booker: int = 0
    """The membership of Bohumil."""
    promoter: int = 0
    """Prospero as a promoter."""
    invite: int = 0
    invite_code: str = ""
    venue_invite: int = 0
    venue_code: str = ""
    gig_code: str = ""
    rehearsal: int = 0
    gig: int = 0
    """Entered by the band itself."""
    called_off: int = 0
    draft: int = 0
    discarded: int = 0
    open: int = 0
    """A published night for which nobody has applied; the others have an application of the band each."""
    counted: int = 0
    """A published night whose tickets are counted."""
    cancelled: int = 0
    looking_night: int = 0
    looking: int = 0
    pending: int = 0
    accepted: int = 0
    booked: int = 0
    withdrawn: int = 0


class PassingUnits(SqlUnits):
    """Units that work as ever, and then leave no trace."""

    @asynccontextmanager
    async def write(self):
        with suppress(_Passed):
            async with super().write() as unit:
                yield unit
                raise _Passed


class _Passed(Exception):
    """The unit is rolled back."""


def stage_on(engine, *, kept: bool) -> Stage:
    """A stage whose people manage nothing."""
    units = (SqlUnits if kept else PassingUnits)(engine, secret=SECRET)
    first = 0 if kept else 10_000
    return Stage(make_dispatcher(units, FrozenClock(), first_code=first), itertools.count(first), manage={})


async def press(stage: Stage, who: str, payload: Payload, where: Where = Where.PRIVATE):
    """Press a button wherever it came from: all that counts is the token."""
    token = stage.dispatcher.tokens.encode(payload.verb, payload.ids)
    return await stage.does(who, PressedButton(token), on=Platform.DISCORD, where=where.value)


async def say(stage: Stage, who: str, text: str, where: Where = Where.PRIVATE):
    return await stage.says(who, text, on=Platform.DISCORD, where=where.value)


async def play(stage: Stage, things: Things) -> None:
    """Everything that has happened before the table begins."""
    await _the_band(stage, things)
    await _the_venue(stage, things)
    await _the_others(stage)
    await _its_diary(stage, things)
    await _the_nights(stage, things)
    missing = [each.name for each in fields(things) if not getattr(things, each.name)]
    assert missing == []


async def _the_band(stage: Stage, things: Things) -> None:
    made = await say(stage, "Anaximander", "/band create The Foxes city: Leeds")
    things.band = made.result.band.id
    for name, what in (
        ("Bohumil", "part: drums role: booker"),
        ("Cyprian", "part: vocals"),
        ("Desdemona", "part: vocals dep: yes"),
    ):
        given = await say(stage, "Anaximander", f"/band invite {what}")
        await say(stage, name, f"/join {given.result.invited.code}")
    given = (await say(stage, "Anaximander", "/band invite")).result.invited
    things.invite, things.invite_code = given.invite, given.code
    async with stage.dispatcher.units.read() as unit:
        members = {each.name: each for each in await unit.bands.members(things.band)}
    things.booker = members["Bohumil"].id
    things.member, things.player = members["Cyprian"].id, members["Cyprian"].person
    await _bound(stage, "Anaximander", "/band bind", Where.BANDS)


async def _the_venue(stage: Stage, things: Things) -> None:
    made = await say(stage, "Danuta", "/venue create The Heron city: Leeds")
    things.venue = made.result.venue.id
    given = (await say(stage, "Danuta", "/venue invite")).result.invited
    await say(stage, "Prospero", f"/join {given.code}")
    things.venue_invite, things.venue_code = given.invite.id, given.code
    async with stage.dispatcher.units.read() as unit:
        there = {each.name: each for each in await unit.venues.promoters(things.venue)}
    things.promoter = there["Prospero"].id
    await _bound(stage, "Danuta", "/venue bind", Where.VENUES)


async def _bound(stage: Stage, name: str, command: str, where: Where) -> None:
    stage.manage[name] = frozenset({BindingKind.CHANNEL})
    await say(stage, name, command, where)
    del stage.manage[name]


async def _the_others(stage: Stage) -> None:
    await say(stage, "Hesperia", "/band create The Hares city: Leeds")
    await say(stage, "Cressida", "/venue create The Crane city: Leeds")
    await say(stage, "Sylvester", "/timezone London")


async def _its_diary(stage: Stage, things: Things) -> None:
    found = await say(stage, "Anaximander", "/rehearse Tue 1 Dec hours: 3")
    card = await stage.presses("Anaximander", found, "Propose 1", on=Platform.DISCORD)
    things.rehearsal = card.result.standing.commitment.id
    for name, words in (("gig", "Sat 26 Dec 20:00-23:00"), ("called_off", "Sun 27 Dec 20:00-23:00")):
        made = await say(stage, "Anaximander", f"/gig {words} place: The Crown")
        setattr(things, name, made.result.standing.commitment.id)
    await press(stage, "Anaximander", CallOff(things.called_off))


async def _the_nights(stage: Stage, things: Things) -> None:
    things.draft = await _posted(stage, "Sat 19 Dec", publish=False)
    things.discarded = await _posted(stage, "Sun 20 Dec", publish=False)
    await press(stage, "Danuta", DiscardPost(things.discarded))
    things.open = await _posted(stage, "Fri 4 Dec")
    things.counted = await _posted(stage, "Fri 8 Jan")
    await press(stage, "Danuta", ShowCounts(things.counted))
    await say(stage, "Danuta", "https://pretix.eu/heron/friday")
    await say(stage, "Danuta", "a-token-of-the-venue-0123456789")
    things.cancelled = await _posted(stage, "Sun 3 Jan")
    asked = await press(stage, "Danuta", CancelNight(things.cancelled))
    await stage.presses("Danuta", asked, "Without a reason", on=Platform.DISCORD)
    things.looking_night = await _posted(stage, "Sat 5 Dec")
    things.looking = await _applied(stage, "5 Dec", send=False)
    for name, day in (
        ("pending", "Fri 11 Dec"),
        ("accepted", "Sat 12 Dec"),
        ("booked", "Fri 18 Dec"),
        ("withdrawn", "Sat 2 Jan"),
    ):
        await _posted(stage, day)
        setattr(things, name, await _applied(stage, day, send=True))
    given = await press(stage, "Danuta", AcceptApplication(things.accepted))
    things.gig_code = given.result.code
    await press(stage, "Danuta", AcceptApplication(things.booked))
    await press(stage, "Anaximander", ConfirmGig(things.booked, keep_others=True))
    await press(stage, "Anaximander", WithdrawApplication(things.withdrawn))


async def _posted(stage: Stage, day: str, *, publish: bool = True) -> int:
    words = f"/post {day}, need 1 support, doors 7:30, indie, 30 min, 200 cap, £150 each"
    drafted = await say(stage, "Danuta", words)
    [night] = drafted.result.events
    if publish:
        await press(stage, "Danuta", PublishPost(night.id))
    return night.id


async def _applied(stage: Stage, day: str, *, send: bool) -> int:
    made = await say(stage, "Anaximander", f"/apply {day}")
    which = made.result.application.id
    if send:
        await press(stage, "Anaximander", GoOnWithout(which))
    return which
