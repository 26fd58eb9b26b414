"""The ways in which a band says no."""

from dataclasses import dataclass

from core.bands import NAME_LIMIT
from core.errors import Refusal


@dataclass(frozen=True)
class NameNotUsable(Refusal):
    """A band's name is empty or longer than NAME_LIMIT."""

    limit: int = NAME_LIMIT


@dataclass(frozen=True)
class NoSuchBand(Refusal):
    """No band of that name that the person plays in."""

    words: str
    yours: tuple[str, ...]


@dataclass(frozen=True)
class NoBand(Refusal):
    """The person plays in no band yet."""


@dataclass(frozen=True)
class NotAMember(Refusal):
    """The person does not play in the band that this place is bound to."""

    band: str


@dataclass(frozen=True)
class NoSuchMember(Refusal):
    """Nobody of that name plays in the band."""

    words: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class NoSuchInvite(Refusal):
    """The code opens nothing."""


@dataclass(frozen=True)
class InviteOver(Refusal):
    """The invite was real, but has expired, is used up, or was revoked."""

    band: str
    why: str
    """One of "expired", "used_up", "revoked"."""
