"""What is shown, asked and told about bands and their members."""

from dataclasses import dataclass
from enum import StrEnum

from core.bands import Band, Membership
from core.bands.creation import BandCard
from core.bands.invites import Invited


@dataclass(frozen=True, slots=True)
class HomeUnknown:
    """A band is being made, and neither its city nor its founder's zone is known."""


@dataclass(frozen=True, slots=True)
class RoleUnclear:
    """An invite for a dep, and for another role in the same breath."""


@dataclass(frozen=True, slots=True)
class BandUnclear:
    """The person plays in several bands."""


@dataclass(frozen=True, slots=True)
class MembershipNews:
    """Somebody has changed the reader's place."""

    band: Band
    by: str
    member: Membership
    """The reader's place as it is now."""


@dataclass(frozen=True, slots=True)
class HeirNews:
    """Somebody has handed a band over to the reader."""

    band: Band
    by: str
    left: bool
    """Who handed it over plays in it no more."""


@dataclass(frozen=True, slots=True)
class RemovedNews:
    """Somebody has taken the reader out of a band."""

    band: Band
    by: str


@dataclass(frozen=True, slots=True)
class MembersShown:
    """Who plays in a band, asked for as a list."""

    card: BandCard


@dataclass(frozen=True, slots=True)
class InviteGiven:
    """An invite, with the links that open it."""

    invited: Invited
    telegram: str | None


class ClockChoice(StrEnum):
    """Whether a band's clock goes with it to another city."""

    MOVE = "move"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class ValueAsked:
    """A field was named, and no value."""

    band: Band
    field: str


@dataclass(frozen=True, slots=True)
class ClockAsked:
    """The band moves to a city with another zone."""

    band: Band
    city: str
    zone: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same could be asked about these."""

    band: Band
    """The one last used."""
    others: tuple[Band, ...]
    verb: str
    """Of the command that was run; with a band's id it runs for that band."""


@dataclass(frozen=True, slots=True)
class MemberUnclear:
    """Several members of that name."""


@dataclass(frozen=True, slots=True)
class PartAsked:
    """A part is about to be said."""

    member: Membership
    you: bool


@dataclass(frozen=True, slots=True)
class NewMember:
    """Somebody has joined the reader's band."""

    band: Band
    member: Membership
    members: int
