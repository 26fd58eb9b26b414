"""Venues, the promoters who speak for them, and how one becomes a promoter.

A promoter comes and goes as a member of a band does: (invited) -> promoter -> left -> (invited again).
A venue's: open -> closed, when its only promoter leaves.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from core.access import VenueRole
from core.ids import PersonId, PromoterId, VenueId, VenueInviteId

INVITE_LIFETIME = timedelta(days=14)
INVITE_USES = 20
NAME_LIMIT = 80


class Requirement(StrEnum):
    """What a band has to tell with its application."""

    LINKS = "links"
    """Somewhere to listen: one of its links at least."""
    DRAW = "draw"
    """How many people come because of it."""
    LINE = "line"
    """A line of its own."""


@dataclass(frozen=True, slots=True)
class Room:
    """One of the rooms of a venue."""

    name: str
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class VenueProfile:
    """What a venue says of itself; of all that it need not say, None and empty mean: not said."""

    name: str
    city: str
    """As `core.scheduling.cities` knows it: distances are reckoned from there."""
    zone: str
    """The IANA zone of its city: all points of its days are wall time there."""
    address: str | None = None
    capacity: int | None = None
    rooms: tuple[Room, ...] = ()
    genres: tuple[str, ...] = ()
    """Empty: whatever is good."""
    age_from: int | None = None
    """The least age of the audience; 0: all ages."""
    backline: str | None = None
    house_terms: str | None = None
    """What goes for every night: curfew, deposits, how sound is paid."""
    requires: tuple[Requirement, ...] = ()
    links: dict[str, str] = field(default_factory=dict, hash=False)
    """Addresses (https) by the names in core.bands.SERVICES."""


@dataclass(frozen=True, slots=True)
class Venue:
    """A place that puts on nights."""

    id: VenueId
    profile: VenueProfile

    @property
    def name(self) -> str:
        """What it is called."""
        return self.profile.name

    @property
    def zone(self) -> str:
        """The IANA zone of its city."""
        return self.profile.zone


@dataclass(frozen=True, slots=True)
class Promoter:
    """One person who speaks for one venue."""

    id: PromoterId
    venue: VenueId
    person: PersonId
    name: str
    """The person's name."""
    role: VenueRole = VenueRole.PROMOTER


@dataclass(frozen=True, slots=True)
class VenueInvite:
    """A way to become a promoter, used by its code or its button."""

    id: VenueInviteId
    venue: VenueId
    expires_at: datetime
    """Aware, UTC; from then on the invite is void."""
    uses_left: int
    revoked: bool
