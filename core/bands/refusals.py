"""The ways in which a band says no."""

from dataclasses import dataclass

from core.bands import NAME_LIMIT
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
class NoSuchInvite(Refusal):
    """The code opens nothing."""


@dataclass(eq=False)
class InviteOver(Refusal):
    """The invite was real, but has expired, is used up, or was revoked."""

    band: str
    why: str
    """One of "expired", "used_up", "revoked"."""
