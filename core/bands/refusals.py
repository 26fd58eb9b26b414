"""The ways in which a band says no."""

from dataclasses import dataclass

from core.bands import NAME_LIMIT, BindingKind
from core.errors import Refusal


@dataclass(eq=False)
class NameNotUsable(Refusal):
    """A band's name is empty or longer than NAME_LIMIT."""

    limit: int = NAME_LIMIT


@dataclass(eq=False)
class NoSuchBand(Refusal):
    """No band of that name that the person plays in."""

    words: str
    yours: tuple[str, ...]


@dataclass(eq=False)
class NoBand(Refusal):
    """The person plays in no band yet."""


@dataclass(eq=False)
class NotAMember(Refusal):
    """The person does not play in the band that this place is bound to."""

    band: str


@dataclass(eq=False)
class NoSuchMember(Refusal):
    """Nobody of that name plays in the band."""

    words: str
    members: tuple[str, ...]


@dataclass(eq=False)
class OwnersOnly(Refusal):
    """Only owners of the band do that."""

    band: str
    owners: tuple[str, ...]
    """Names of those who may, to be asked."""


@dataclass(eq=False)
class LastOwner(Refusal):
    """The band would be left without an owner."""

    band: str


@dataclass(eq=False)
class DepNotRequired(Refusal):
    """A dep is asked for one gig only, so that a band never hangs on one."""

    name: str


@dataclass(eq=False)
class ValueUnclear(Refusal):
    """The words are nothing that this field of a band or of a member could hold."""

    field: str
    words: str


@dataclass(eq=False)
class BindingTaken(Refusal):
    """The place is bound to another band."""

    band: str


@dataclass(eq=False)
class NothingBound(Refusal):
    """The place is bound to no band."""


@dataclass(eq=False)
class NothingToBind(Refusal):
    """A private chat: no band can be bound to it."""


@dataclass(eq=False)
class ManagersOnly(Refusal):
    """A place is bound by those only who manage it."""

    place: BindingKind
    """What was to be bound."""
    narrower: bool
    """The channel alone may be bound."""


@dataclass(eq=False)
class NoSuchInvite(Refusal):
    """The code opens nothing."""


@dataclass(eq=False)
class InviteOver(Refusal):
    """The invite was real, but has expired, is used up, or was revoked."""

    band: str
    why: str
    """One of "expired", "used_up", "revoked"."""
