"""What is shown, asked and told about venues and their promoters."""

from dataclasses import dataclass

from bots.chat.turn import InviteLinks
from core.marketplace.matching.venue_search import VenueFound
from core.marketplace.venues import Venue
from core.marketplace.venues.promoters import PromoterInvited


@dataclass(frozen=True, slots=True)
class VenueUnclear:
    """The person speaks for several venues."""


@dataclass(frozen=True, slots=True)
class VenueValueAsked:
    """A field was named without a value."""

    venue: Venue
    field: str


@dataclass(frozen=True, slots=True)
class PromoterInviteGiven:
    """An invite for promoters, with the links that open it."""

    invited: PromoterInvited
    links: InviteLinks


@dataclass(frozen=True, slots=True)
class VenueList:
    """Venues by city, distance and genre, the nearest first."""

    venues: tuple[VenueFound, ...]
    near: str | None
    genre: str | None
    skip: int = 0


@dataclass(frozen=True, slots=True)
class NewPromoter:
    """Somebody has joined the reader's venue."""

    venue: Venue
    name: str
    promoters: int


@dataclass(frozen=True, slots=True)
class RemovedPromoterNews:
    """Somebody has taken the reader off a venue."""

    venue: Venue
    by: str
