"""The refusals about bands."""

from dataclasses import dataclass

from core.bands import NAME_LIMIT, BindingKind
from core.errors import Refusal


@dataclass(eq=False)
class NameNotUsable(Refusal):
    """A band's name is empty or longer than NAME_LIMIT."""

    limit: int = NAME_LIMIT


@dataclass(eq=False)
class NoSuchBand(Refusal):
    """The person is in no band of that name."""

    words: str
    yours: tuple[str, ...]


@dataclass(eq=False)
class NoBand(Refusal):
    """The person is in no band yet."""


@dataclass(eq=False)
class NotAMember(Refusal):
    """The person is not in the band that is bound here."""

    band: str


@dataclass(eq=False)
class NoSuchMember(Refusal):
    """Nobody of that name is in the band."""

    words: str
    members: tuple[str, ...]


@dataclass(eq=False)
class OwnersOnly(Refusal):
    """Only owners of the band may do that."""

    band: str
    owners: tuple[str, ...]
    """Names of those who may, to be asked."""


@dataclass(eq=False)
class LastOwner(Refusal):
    """The band would be left without an owner."""

    band: str


@dataclass(eq=False)
class DepNotRequired(Refusal):
    """A dep cannot be required: a dep is asked for one gig at a time, and no band depends on one."""

    name: str


@dataclass(eq=False)
class ValueUnclear(Refusal):
    """The words are not a value that this field of a band or of a member can have."""

    field: str
    words: str


@dataclass(eq=False)
class BindingTaken(Refusal):
    """Another band is bound here."""

    band: str


@dataclass(eq=False)
class NothingBound(Refusal):
    """No band is bound here."""


@dataclass(eq=False)
class NothingToBind(Refusal):
    """No band can be bound to a private chat."""


@dataclass(eq=False)
class ManagersOnly(Refusal):
    """A server, channel or group can be bound only by somebody who manages it."""

    place: BindingKind
    """The kind of chat that the band was to be bound to."""
    narrower: bool
    """The person may bind the channel alone."""


@dataclass(eq=False)
class NoSuchInvite(Refusal):
    """No invite has that code."""


@dataclass(eq=False)
class InviteOver(Refusal):
    """The invite exists, but has expired, is used up, or was revoked."""

    band: str
    why: str
    """One of "expired", "used_up", "revoked"."""
