"""Which venue a command is about, and whether the caller may ask that there."""

from collections.abc import Sequence

from bots.chat.conversations import Ask, Option
from bots.chat.results.venues import VenueUnclear
from bots.chat.turn import Turn, VenueMeant
from core.access import NotAPromoter, VenueRight, may_at_venue
from core.ids import VenueId
from core.marketplace.venues import Promoter, Venue
from core.marketplace.venues.refusals import NoSuchVenue, NoVenue

Spoken = tuple[Venue, Promoter]


async def choose_venue(turn: Turn, *, said: str, right: VenueRight) -> tuple[Venue | None, VenueMeant | Ask]:
    """The venue that the chat is bound to, and the one that is meant.

    That is the one that was named, the chat's, the last one used in private, or the only one.
    Raises NoVenue, NoSuchVenue, NotAPromoter; asks when several are left.
    """
    here = () if turn.chat.private else turn.chat.bindings
    bound, mine, last = await turn.unit.venues.here(turn.person.id, here)
    chosen = _by_name(mine, said) if said else _by_chat(mine, bound, last if turn.chat.private else None)
    if isinstance(chosen, VenueMeant) and not may_at_venue(chosen.promoter.role, right):
        raise NotAPromoter(chosen.venue.name)
    return bound, chosen


def _by_name(mine: Sequence[Spoken], said: str) -> VenueMeant | Ask:
    found = [each for each in mine if str(each[0].id) == said]  # a button's, or a suggestion's
    found = found or [each for each in mine if each[0].name.casefold() == said.casefold()]
    found = found or [each for each in mine if each[0].name.casefold().startswith(said.casefold())]
    if not found:
        raise NoSuchVenue(said, tuple(venue.name for venue, _ in mine))
    return VenueMeant(*found[0]) if len(found) == 1 else _which(found)


def _by_chat(mine: Sequence[Spoken], bound: Venue | None, last: VenueId | None) -> VenueMeant | Ask:
    if bound is not None:
        here = [each for each in mine if each[0].id == bound.id]
        if not here:
            raise NotAPromoter(bound.name)
        return VenueMeant(*here[0], remembered=True)
    if not mine:
        raise NoVenue
    if len(mine) == 1:
        return VenueMeant(*mine[0], remembered=mine[0][0].id == last)
    lately = [each for each in mine if each[0].id == last]
    if not lately:
        return _which(mine)
    others = tuple(venue for venue, _ in mine if venue.id != last)
    return VenueMeant(*lately[0], others=others, remembered=True)


def _which(found: Sequence[Spoken]) -> Ask:
    options = tuple(Option(venue, {"venue": str(venue.id)}) for venue, _ in found)
    return Ask("", VenueUnclear(), options)
