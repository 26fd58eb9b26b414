"""/band bind and /band unbind: where nobody has to name the band."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import Choice, Pick
from bots.chat.turn import Turn
from core.bands import PlaceKind
from core.bands.binding import BandBound, BandUnbound, bind_band, unbind_here

_PLACES = (("channel", "channel"), ("server", "server"))


@dataclass(frozen=True, slots=True)
class Bind:
    """Which band, and to how much of where one is."""

    band: Annotated[str | None, Pick("Which band?", "band")] = None
    to: Annotated[str | None, Choice("This channel, or the whole server?", _PLACES)] = None


@dataclass(frozen=True, slots=True)
class Unbind:
    """Nothing but where one is."""


async def bind(ask: Bind, turn: Turn) -> BandBound:
    """Bind a band to where this is said."""
    wanted = PlaceKind(ask.to) if ask.to else None
    if any(place.kind is PlaceKind.GROUP for place in turn.place.bindings):
        wanted = None  # a Telegram group is one place
    places, managed = turn.place.bindings, turn.place.managed
    return await bind_band(turn.unit, turn.act, turn.the_band, places, managed=managed, wanted=wanted)


async def unbind(_: Unbind, turn: Turn) -> BandUnbound:
    """Free the place where this is said."""
    return await unbind_here(turn.unit, turn.act, turn.place.bindings, managed=turn.place.managed)
