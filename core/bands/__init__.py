"""Bands, who plays in them, and how one joins and leaves.

A membership's states: (invited) -> member -> left -> (invited again) -> member. A band's: alive ->
dissolved, when its only member leaves.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from core.habits import Habits
from core.ids import BandId, InviteId, MembershipId, PersonId

INVITE_LIFETIME = timedelta(days=14)
INVITE_USES = 20
NAME_LIMIT = 80
SERVICES = ("website", "instagram", "tiktok", "youtube", "spotify", "soundcloud", "bandcamp", "facebook")
"""Where a band can be found elsewhere; core/bands/links.py knows what an address there looks like."""


class Role(StrEnum):
    """What somebody is in a band."""

    OWNER = "owner"
    BOOKER = "booker"
    MEMBER = "member"
    DEP = "dep"


@dataclass(frozen=True, slots=True)
class Band:
    """An act."""

    id: BandId
    name: str
    city: str | None
    zone: str
    """An IANA name: its city's, else its founder's when it was made."""
    genres: tuple[str, ...]
    habits: Habits = field(default_factory=Habits)
    """What "evening" and its like mean in this band, and when it plays."""
    links: dict[str, str] = field(default_factory=dict, hash=False)
    """Addresses (https) by the names in SERVICES."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's place in a band."""

    id: MembershipId
    band: BandId
    person: PersonId
    name: str
    """The person's name."""
    role: Role
    part: str | None
    """Drums, vocals ...; None: not said."""
    required: bool
    """The band is not playable without this person."""
    free_by_default: bool = True
    """The person is free where the diary says nothing."""


@dataclass(frozen=True, slots=True)
class Invite:
    """An open door into a band."""

    id: InviteId
    band: BandId
    role: Role
    part: str | None
    expires_at: datetime
    """Aware, UTC; from then on the invite is void."""
    uses_left: int
    revoked: bool
    uses: int | None = None
    """How many uses it was made with; None: made before that was kept."""


@dataclass(frozen=True, slots=True)
class OpenInvite:
    """An invite that still opens something, and whose it is."""

    invite: Invite
    by: str
    """The name of who made it."""


class BindingKind(StrEnum):
    """What a conversation is, as far as bands are concerned."""

    SERVER = "server"
    CHANNEL = "channel"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Binding:
    """A server, channel or group that a band can be bound to."""

    kind: BindingKind
    key: str
    """The platform and the platform's id, such as `discord:123`."""


def parts_of(part: str | None) -> frozenset[str]:
    """What somebody plays, each part by itself and without capitals ("Drums, vocals" are two)."""
    return frozenset(filter(None, (each.strip().casefold() for each in (part or "").split(","))))
