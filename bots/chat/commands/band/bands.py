"""/band create, show, members, leave, and /join."""

from dataclasses import dataclass, replace
from typing import Annotated

from bots.chat.arguments import Pick, Text
from bots.chat.commands.person.places import Settled, settle
from bots.chat.conversations import Ask, Option
from bots.chat.turn import Turn
from bots.chat.views.band.bands import Members
from bots.chat.views.questions import BandUnclear, HomeUnknown
from core.bands import invites, leaving, making
from core.bands.naming import tidy_genres
from core.scheduling.commitments import reminders as announcing
from core.scheduling.diary.zones import settle_guesses

_BAND = Pick("For which band?", "band")


@dataclass(frozen=True, slots=True)
class Create:
    """A new band."""

    name: Annotated[str, Text("What is the band called?", "The Foxes", limit=200)]
    city: Annotated[str | None, Text("Its home city", "Leeds", source="place")] = None
    genres: Annotated[str | None, Text("What it plays", "indie, punk", limit=200)] = None


@dataclass(frozen=True, slots=True)
class OfBand:
    """One band."""

    band: Annotated[str | None, _BAND] = None


@dataclass(frozen=True, slots=True)
class Join:
    """An invite's code."""

    code: Annotated[str, Text("Which code were you given?", "K7QX-MP2D")]


async def create(ask: Create, turn: Turn) -> object:
    """Make a band and bind it to where it was made."""
    home = _home(ask, turn)
    if isinstance(home, Ask):
        return home
    made = await making.make_band(
        turn.unit,
        turn.act,
        name=ask.name,
        city=home.city,
        zone=home.zone,
        genres=tidy_genres(ask.genres) if ask.genres else (),
        places=turn.place.bindings,
        managed=turn.place.managed,
    )
    if made.zone_taken:
        await settle_guesses(turn.unit, turn.person.id, made.zone_taken)
    return made


async def show(_: OfBand, turn: Turn) -> making.BandCard:
    """Show the band."""
    return await _card(turn)


async def members(_: OfBand, turn: Turn) -> Members:
    """Show who plays in it."""
    return Members(await _card(turn))


async def leave(_: OfBand, turn: Turn) -> object:
    """Leave the band, or be asked who takes over; nobody leaves a band by an unclear name."""
    if turn.other_bands:
        bands = (turn.the_band, *turn.other_bands)
        return Ask("", BandUnclear(), tuple(Option(each, {"band": str(each.id)}) for each in bands))
    return await leaving.leave(turn.unit, turn.act, turn.the_band)


async def join(ask: Join, turn: Turn) -> invites.Joined:
    """Join by a code."""
    return await at_home(await invites.join_by_code(turn.unit, turn.act, ask.code), turn)


async def at_home(joined: invites.Joined, turn: Turn) -> invites.Joined:
    """Who took the band's zone means by it what was said before, too; and is asked to what is to come."""
    if joined.zone_taken:
        await settle_guesses(turn.unit, turn.person.id, joined.zone_taken)
    if joined.before:
        return joined
    ahead = await announcing.catch_up(turn.unit, turn.act, joined.band.id, turn.person.id)
    return replace(joined, ahead=ahead)


async def look(code: str, turn: Turn) -> invites.InviteShown:
    """What a link with a code shows: the band, and [Join]."""
    return await invites.look_at_invite(turn.unit, code, now=turn.now)


async def _card(turn: Turn) -> making.BandCard:
    """What others see too says "you" to nobody."""
    you = turn.person if turn.place.private else None
    return await making.show(turn.unit, turn.the_band, you)


def _home(ask: Create, turn: Turn) -> Settled | Ask:
    if "zone" in turn.raw:
        return Settled(turn.raw["zone"], ask.city)
    if ask.city:
        return settle(ask.city, "city")
    if turn.person.zone:
        return Settled(turn.person.zone, None)
    return Ask("city", HomeUnknown())
