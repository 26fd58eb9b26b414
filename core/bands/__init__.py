"""Bands, who plays in them, and how one joins and leaves.

A membership's states: (invited) -> member -> left -> (invited again) -> member. A band's: alive ->
dissolved, when its only member leaves.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from core.bands.wishes import GigWishes
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
    """An IANA name: its city's, or its founder's at the time when there is no city."""
    genres: tuple[str, ...]
    habits: Habits = field(default_factory=Habits)
    """What "evening" and its like mean in this band, and when it plays."""
    links: dict[str, str] = field(default_factory=dict, hash=False)
    """Addresses (https) by the names in SERVICES."""
    wishes: GigWishes = field(default_factory=GigWishes)
    """The gigs that it looks for."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One person in one band, with their part and role."""

    id: MembershipId
    band: BandId
    person: PersonId
    name: str
    """The person's name."""
    role: Role
    part: str | None
    """Drums, vocals ...; None: unknown."""
    required: bool
    """The band is not playable without this person."""
    free_by_default: bool = True
    """Times about which the diary says nothing count as free."""


@dataclass(frozen=True, slots=True)
class Invite:
    """A way into a band, used by its code or its button."""

    id: InviteId
    band: BandId
    role: Role
    part: str | None
    expires_at: datetime
    """Aware, UTC; from then on the invite is void."""
    uses_left: int
    revoked: bool
    uses: int | None = None
    """How many uses it was made with; None: it was made before this was recorded."""


@dataclass(frozen=True, slots=True)
class OpenInvite:
    """An invite that can still be used, and who made it."""

    invite: Invite
    by: str
    """The name of the person who made it."""


class BindingKind(StrEnum):
    """The kinds of chat that a band can be bound to."""

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
    """The parts that somebody plays, in lower case ("Drums, vocals" are two)."""
    return frozenset(filter(None, (each.strip().casefold() for each in (part or "").split(","))))
