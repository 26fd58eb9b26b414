"""What is shown, asked and told about bands and their members."""

from dataclasses import dataclass
from enum import StrEnum

from bots.chat.turn import InviteLinks
from core.bands import Band, Membership
from core.bands.creation import BandCard
from core.bands.invites import Invited


@dataclass(frozen=True, slots=True)
class HomeUnknown:
    """A band is being made, and neither its city nor its founder's zone is known."""


@dataclass(frozen=True, slots=True)
class RoleUnclear:
    """An invite was asked for a dep and for another role at once."""


@dataclass(frozen=True, slots=True)
class BandUnclear:
    """The person plays in several bands."""


@dataclass(frozen=True, slots=True)
class MembershipNews:
    """Somebody has changed the reader's membership."""

    band: Band
    by: str
    member: Membership
    """The reader's membership as it is now."""


@dataclass(frozen=True, slots=True)
class HeirNews:
    """Somebody has handed a band over to the reader."""

    band: Band
    by: str
    left: bool
    """The person who handed it over has left the band."""


@dataclass(frozen=True, slots=True)
class RemovedNews:
    """Somebody has taken the reader out of a band."""

    band: Band
    by: str


@dataclass(frozen=True, slots=True)
class MembersShown:
    """The members of a band, asked for as a list."""

    card: BandCard


@dataclass(frozen=True, slots=True)
class InviteGiven:
    """An invite, with the links that open it."""

    invited: Invited
    links: InviteLinks


class ClockChoice(StrEnum):
    """Whether a band's zone follows it to another city."""

    MOVE = "move"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class ValueAsked:
    """A field was named without a value."""

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
    """The command was run for the band last used, and could be run for others."""

    band: Band
    """The one last used."""
    others: tuple[Band, ...]
    verb: str
    """The verb of the command that was run: a button with it and a band's id runs it for that band."""


@dataclass(frozen=True, slots=True)
class MemberUnclear:
    """Several members have the name that was typed."""


@dataclass(frozen=True, slots=True)
class PartAsked:
    """Somebody is asked which part a member plays."""

    member: Membership
    you: bool


@dataclass(frozen=True, slots=True)
class NewMember:
    """Somebody has joined the reader's band."""

    band: Band
    member: Membership
    members: int
