"""What the people of a band are told of it without asking."""

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
    """What those have in common that tell of somebody's doing in a band."""

    band: BandId
    by: PersonId


@dataclass(frozen=True, slots=True)
class MembershipChanged(DoneInBand):
    """Somebody else has changed a person's place in a band (role, part, required); told to that person."""

    kind = "place_changed"

    change: ChangeId
    back: bool
    """The change was taken back, rather than made."""


@dataclass(frozen=True, slots=True)
class BandHandedOver(DoneInBand):
    """Somebody handed a band over; told to the heir."""

    kind = "band_handed_over"


@dataclass(frozen=True, slots=True)
class MemberRemoved(DoneInBand):
    """An owner took a person out of a band; told to that person."""

    kind = "member_removed"


NOTICES = (
    MemberJoined,
    MembershipChanged,
    BandHandedOver,
    MemberRemoved,
)
"""What this area tells."""
