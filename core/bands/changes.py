"""The changes of a band as they are recorded: made, edited, bound, joined, left, nudged."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.bands import BindingKind
from core.ids import BandId, InviteId, MembershipId, PersonId
from core.journal import ChangeFacts, Whose


@dataclass(frozen=True, slots=True)
class BandFacts(ChangeFacts):
    """The base of all of these: they belong to the band."""

    whose = Whose.BAND

    band: BandId


@dataclass(frozen=True, slots=True)
class BandMadeFacts(BandFacts):
    """A band was made."""

    kind = "band.made"

    bound: BindingKind | None
    """The kind of chat that it was bound to at once."""


@dataclass(frozen=True, slots=True)
class BandInvited(BandFacts):
    """An invite was made."""

    kind = "band.invited"

    invite: InviteId


@dataclass(frozen=True, slots=True)
class BandInviteRevoked(BandFacts):
    """An invite was made void."""

    kind = "band.invite_revoked"

    invite: InviteId


@dataclass(frozen=True, slots=True)
class BandJoined(BandFacts):
    """A person joined."""

    kind = "band.joined"

    membership: MembershipId


@dataclass(frozen=True, slots=True)
class BandLeft(BandFacts):
    """A person left."""

    kind = "band.left"

    heir: PersonId | None
    """The person to whom the band was handed over."""
    dissolved: bool


@dataclass(frozen=True, slots=True)
class BandHandedOverFacts(BandFacts):
    """An owner made another the owner."""

    kind = "band.handed_over"

    to: MembershipId
    from_: MembershipId


@dataclass(frozen=True, slots=True)
class BandHabitsSet(BandFacts):
    """The meaning of "evening" and its like was changed, or when the band plays."""

    kind = "band.habits_set"

    old: Mapping[str, Any]
    """Only the changed values, by the fields of core.bands.state.State."""
    new: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BandEditedFacts(BandFacts):
    """The name, city, zone, genres or links were changed."""

    kind = "band.edited"

    old: Mapping[str, Any]
    """As in BandHabitsSet."""
    new: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BandKitEdited(BandFacts):
    """The press kit was changed."""

    kind = "band.kit_edited"

    old: Mapping[str, Any]
    """Only the changed values, by the names in core.bands.kits.KIT_FIELDS; files by their ids."""
    new: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BandMemberChanged(BandFacts):
    """A membership was changed."""

    kind = "band.member_changed"

    member: MembershipId
    old: Mapping[str, Any]
    """Only the changed values, of role, part and required."""
    new: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BandMemberRemoved(BandFacts):
    """An owner removed somebody."""

    kind = "band.member_removed"

    member: MembershipId


@dataclass(frozen=True, slots=True)
class BandBoundFacts(BandFacts):
    """The band was bound to a server, channel or group."""

    kind = "band.bound"

    place: BindingKind


@dataclass(frozen=True, slots=True)
class BandUnboundFacts(BandFacts):
    """The band is no longer bound to a server, channel or group."""

    kind = "band.unbound"

    place: BindingKind


@dataclass(frozen=True, slots=True)
class BandNudged(BandFacts):
    """Members were asked to check some months in their diaries."""

    kind = "band.nudged"

    told: int
    """How many members."""


CHANGES = (
    BandMadeFacts,
    BandInvited,
    BandInviteRevoked,
    BandJoined,
    BandLeft,
    BandHandedOverFacts,
    BandHabitsSet,
    BandEditedFacts,
    BandKitEdited,
    BandMemberChanged,
    BandMemberRemoved,
    BandBoundFacts,
    BandUnboundFacts,
    BandNudged,
)
"""The kinds of change of a band."""
