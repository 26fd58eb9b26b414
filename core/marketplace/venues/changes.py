"""The changes of a venue as they are recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.bands import BindingKind
from core.ids import PersonId, PromoterId, VenueId, VenueInviteId
from core.journal import ChangeFacts, Whose


@dataclass(frozen=True, slots=True)
class VenueFacts(ChangeFacts):
    """The base of all of these: they belong to the venue."""

    whose = Whose.BAND

    venue: VenueId


@dataclass(frozen=True, slots=True)
class VenueMadeFacts(VenueFacts):
    """A venue was made."""

    kind = "venue.made"


@dataclass(frozen=True, slots=True)
class VenueEditedFacts(VenueFacts):
    """Some of its profile was changed."""

    kind = "venue.edited"

    old: Mapping[str, Any]
    """Only the changed values, by the fields of core.marketplace.venues.state."""
    new: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class VenueInvited(VenueFacts):
    """An invite for promoters was made."""

    kind = "venue.invited"

    invite: VenueInviteId


@dataclass(frozen=True, slots=True)
class VenueInviteRevokedFacts(VenueFacts):
    """An invite was made void."""

    kind = "venue.invite_revoked"

    invite: VenueInviteId


@dataclass(frozen=True, slots=True)
class VenueJoinedFacts(VenueFacts):
    """A person became a promoter."""

    kind = "venue.joined"

    promoter: PromoterId


@dataclass(frozen=True, slots=True)
class VenueLeftFacts(VenueFacts):
    """A promoter left, or was removed."""

    kind = "venue.left"

    promoter: PersonId
    closed: bool
    """The only one: the venue is closed."""


@dataclass(frozen=True, slots=True)
class VenueBoundFacts(VenueFacts):
    """The venue was bound to a server, channel or group."""

    kind = "venue.bound"

    place: BindingKind


@dataclass(frozen=True, slots=True)
class VenueUnboundFacts(VenueFacts):
    """The venue is no longer bound to a server, channel or group."""

    kind = "venue.unbound"

    place: BindingKind


CHANGES = (
    VenueMadeFacts,
    VenueEditedFacts,
    VenueInvited,
    VenueInviteRevokedFacts,
    VenueJoinedFacts,
    VenueLeftFacts,
    VenueBoundFacts,
    VenueUnboundFacts,
)
"""The kinds of change of this area."""
