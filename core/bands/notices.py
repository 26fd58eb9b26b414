"""The notices that members of a band get about it."""

from dataclasses import dataclass

from core.ids import BandId, ChangeId, PersonId
from core.outbox import Notice


@dataclass(frozen=True, slots=True)
class MemberJoined(Notice):
    """Somebody joined a band; told to its owners."""

    kind = "member_joined"

    band: BandId
    member: PersonId


@dataclass(frozen=True, slots=True)
class DoneInBand(Notice):
    """The base of notices about something that somebody did in a band."""

    band: BandId
    by: PersonId


@dataclass(frozen=True, slots=True)
class MembershipChanged(DoneInBand):
    """Somebody else changed a person's membership (role, part, required); told to that person."""

    kind = "place_changed"

    change: ChangeId
    back: bool
    """The change was undone, rather than made."""


@dataclass(frozen=True, slots=True)
class BandHandedOver(DoneInBand):
    """Somebody handed a band over; told to the heir."""

    kind = "band_handed_over"


@dataclass(frozen=True, slots=True)
class MemberRemoved(DoneInBand):
    """An owner removed a person from a band; told to that person."""

    kind = "member_removed"


NOTICES = (
    MemberJoined,
    MembershipChanged,
    BandHandedOver,
    MemberRemoved,
)
"""The kinds of notice of this area."""
