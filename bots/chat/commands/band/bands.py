"""/band create, show, members and leave."""

from dataclasses import dataclass, replace
from typing import Annotated

from bots.chat.arguments import KeptField, PickField, TextField
from bots.chat.bandchoice import reachable
from bots.chat.buttons.band import DissolveBand, LeaveTo
from bots.chat.commands.person.cities import Settled, settle
from bots.chat.conversations import Ask, Option
from bots.chat.results.band import BandUnclear, HomeUnknown, MembersShown
from bots.chat.turn import Turn
from core.access import Right
from core.bands import creation, departure
from core.bands.names import tidy_genres
from core.marketplace.applications.endings import end_with_bands, hold_for_bands
from core.scheduling.diary.zones import settle_guesses

_BAND = PickField("For which band?", "band")


@dataclass(frozen=True, slots=True)
class BandCreateArguments:
    """A new band."""

    name: Annotated[str, TextField("What is the band called?", "The Foxes", limit=200)]
    city: Annotated[str | None, TextField("Its home city", "Leeds", source="city")] = None
    genres: Annotated[str | None, TextField("What it plays", "indie, punk", limit=200)] = None
    zone: Annotated[str | None, KeptField()] = None
    """The zone of the city that was picked, where several share the name."""


@dataclass(frozen=True, slots=True)
class OneBandArguments:
    """A command about one band, which takes nothing else."""

    band: Annotated[str | None, _BAND] = None


async def create(ask: BandCreateArguments, turn: Turn) -> creation.BandMade | Ask:
    """Make a band and bind it to the chat where it was made."""
    home = _home(ask, turn)
    if isinstance(home, Ask):
        return home
    made = await creation.make_band(
        turn.unit,
        turn.act,
        name=ask.name,
        city=home.city,
        zone=home.zone,
        genres=tidy_genres(ask.genres) if ask.genres else (),
        here=turn.chat.bindings,
        managed=turn.chat.managed,
    )
    if made.zone_taken:
        await settle_guesses(turn.unit, turn.person.id, made.zone_taken)
    return made


async def show(_: OneBandArguments, turn: Turn) -> creation.BandCard:
    """Show the band."""
    card = await _card(turn)
    rated = await turn.unit.ratings.of_bands([card.band.id], now=turn.now)
    return replace(card, rated=rated.get(card.band.id, card.rated))


async def members(_: OneBandArguments, turn: Turn) -> MembersShown:
    """Show who plays in it."""
    return MembersShown(await _card(turn))


async def leave(_: OneBandArguments, turn: Turn) -> departure.Left | departure.LeaveAsked | Ask:
    """Leave the band, or be asked who takes over. Where the band was not named, ask which one."""
    if turn.other_bands:
        bands = (turn.the_band, *turn.other_bands)
        return Ask("", BandUnclear(), tuple(Option(each, {"band": str(each.id)}) for each in bands))
    return await departure.leave(turn.unit, turn.act, turn.the_band)


async def _card(turn: Turn) -> creation.BandCard:
    """The band's card; nobody is marked "you" where others see it too."""
    you = turn.person if turn.chat.private else None
    return await creation.show(turn.unit, turn.the_band, you)


def _home(ask: BandCreateArguments, turn: Turn) -> Settled | Ask:
    if ask.zone is not None:
        return Settled(ask.zone, ask.city)
    if ask.city:
        return settle(ask.city, "city")
    if turn.person.zone:
        return Settled(turn.person.zone, None)
    return Ask("city", HomeUnknown())


async def heir(press: LeaveTo, turn: Turn) -> departure.Left:
    """Somebody was picked under "Who takes over?"."""
    found = await reachable(turn.unit, turn.person, press.band, Right.SEE)
    return await departure.leave_to(turn.unit, turn.act, found, press.heir)


async def dissolve(press: DissolveBand, turn: Turn) -> departure.Left | departure.LeaveAsked:
    """[End the band] for its only member."""
    found = await reachable(turn.unit, turn.person, press.band, Right.SEE)
    standing = await hold_for_bands(turn.unit, turn.act, [found.id])
    left = await departure.dissolve(turn.unit, turn.act, found)
    if isinstance(left, departure.Left):
        await end_with_bands(turn.unit, turn.act, standing)
    return left
