"""The refusals about venues."""

from dataclasses import dataclass

from core.bands import BindingKind
from core.errors import Refusal
from core.marketplace.venues import NAME_LIMIT


@dataclass(eq=False)
class VenueNameNotUsable(Refusal):
    """A venue's name is empty or longer than NAME_LIMIT."""

    limit: int = NAME_LIMIT


@dataclass(eq=False)
class NoVenue(Refusal):
    """The person speaks for no venue yet."""


@dataclass(eq=False)
class NoSuchVenue(Refusal):
    """There is no venue of that name, or the person does not speak for it."""

    words: str
    yours: tuple[str, ...]


@dataclass(eq=False)
class VenueValueUnclear(Refusal):
    """The words are not a value that this field of a venue can have."""

    field: str
    words: str


@dataclass(eq=False)
class VenueBindingTaken(Refusal):
    """Another venue is bound here."""

    venue: str


@dataclass(eq=False)
class NoVenueBound(Refusal):
    """No venue is bound here."""


@dataclass(eq=False)
class NoChatForVenue(Refusal):
    """A venue cannot be bound to a private chat."""


@dataclass(eq=False)
class ChatManagersOnly(Refusal):
    """A server, channel or group can be bound to a venue only by somebody who manages it."""

    place: BindingKind


@dataclass(eq=False)
class VenueInviteOver(Refusal):
    """The invite exists, but has expired, is used up, or was revoked."""

    venue: str
    why: str
    """One of "expired", "used_up", "revoked"."""


@dataclass(eq=False)
class NightsAhead(Refusal):
    """The only promoter cannot close the venue while bands are booked there."""

    venue: str
    nights: int
