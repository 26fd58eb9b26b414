"""/band bind and /band unbind: where nobody has to name the band."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import ChoiceField, PickField
from bots.chat.turn import Turn
from core.bands import BindingKind
from core.bands.binding import BandBound, BandUnbound, bind_band, unbind_here

_PLACES = (("channel", "channel"), ("server", "server"))


@dataclass(frozen=True, slots=True)
class BandBindArguments:
    """Which band, and whether to bind the channel or the whole server."""

    band: Annotated[str | None, PickField("Which band?", "band")] = None
    to: Annotated[str | None, ChoiceField("This channel, or the whole server?", _PLACES)] = None


@dataclass(frozen=True, slots=True)
class BandUnbindArguments:
    """Nothing: the chat says it all."""


async def bind(ask: BandBindArguments, turn: Turn) -> BandBound:
    """Bind a band to this chat."""
    wanted = BindingKind(ask.to) if ask.to else None
    if any(place.kind is BindingKind.GROUP for place in turn.chat.bindings):
        wanted = None  # a Telegram group is bound as a whole
    places, managed = turn.chat.bindings, turn.chat.managed
    return await bind_band(turn.unit, turn.act, turn.the_band, places, managed=managed, wanted=wanted)


async def unbind(_: BandUnbindArguments, turn: Turn) -> BandUnbound:
    """Unbind the band that has this chat."""
    return await unbind_here(turn.unit, turn.act, turn.chat.bindings, managed=turn.chat.managed)
