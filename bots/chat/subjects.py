"""What a command is about, found from what was said and where: one resolver for each subject there is."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bots.chat.bandchoice import choose, reachable
from bots.chat.conversations import Ask, Given
from bots.chat.definition import OfBand, OfVenue, Subject
from bots.chat.turn import BandMeant, Turn, VenueMeant
from bots.chat.venuechoice import choose_venue


@dataclass(frozen=True, slots=True)
class Resolved:
    """A command's subject, as far as it could be told."""

    subject: BandMeant | VenueMeant | Ask | None
    """An Ask: which of several is meant. None: the command is about nothing in particular."""
    bound_here: bool = False
    """Everybody in this chat has to do with it, and may see the answer."""


Resolver = Callable[[Any, Turn, Given], Awaitable[Resolved]]


async def resolve(subject: Subject | None, turn: Turn, given: Given) -> Resolved:
    """What is meant. Raises what the subject's resolver raises for what cannot or may not be meant."""
    return Resolved(None) if subject is None else await RESOLVERS[type(subject)](subject, turn, given)


async def remember(turn: Turn) -> None:
    """Keep in mind what was meant, where it may be left unsaid the next time: in private."""
    if not turn.chat.private:
        return
    match turn.subject:
        case BandMeant(band=band) if turn.person.last_band != band.id:
            await turn.unit.people.set_last_band(turn.person.id, band.id)
        case VenueMeant(venue=venue, remembered=False):
            await turn.unit.venues.set_last(turn.person.id, venue.id)


async def _band(subject: OfBand, turn: Turn, given: Given) -> Resolved:
    """Raises Gone, NoBand, NoSuchBand, NotAMember, NotAllowed."""
    if given.pressed_for is not None:
        await reachable(turn.unit, turn.person, given.pressed_for, subject.right)
    said = given.values.get("band", "")
    bound, chosen = await choose(turn.unit, turn.person, turn.chat, said=said, right=subject.right)
    here = isinstance(chosen, BandMeant) and bound is not None and chosen.band.id == bound.id
    return Resolved(chosen, here)


async def _venue(subject: OfVenue, turn: Turn, given: Given) -> Resolved:
    """Raises NoVenue, NoSuchVenue, NotAPromoter."""
    said = given.values.get("venue", "")
    bound, chosen = await choose_venue(turn, said=said, right=subject.right)
    here = isinstance(chosen, VenueMeant) and bound is not None and chosen.venue.id == bound.id
    return Resolved(chosen, here)


RESOLVERS: Mapping[type[Subject], Resolver] = {OfBand: _band, OfVenue: _venue}
"""Each subject that a definition can name; a test fails when one has no resolver."""
