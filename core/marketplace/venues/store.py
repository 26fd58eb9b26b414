"""The store of venues, as the use cases need it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.bands import Binding
from core.ids import PersonId, PromoterId, VenueId, VenueInviteId
from core.marketplace.venues import Promoter, Venue, VenueInvite, VenueProfile
from core.scheduling.commitments.ports import SchedulingUnit


@dataclass(frozen=True, slots=True)
class NewVenueInvite:
    """An invite for promoters about to be made."""

    venue: VenueId
    by: PersonId
    code: str
    expires_at: datetime
    uses: int
    at: datetime


class Venues(Protocol):
    """Where venues, their promoters, invites and bindings are kept."""

    async def make(self, profile: VenueProfile, *, at: datetime) -> VenueId:
        """Make a venue without promoters."""
        ...

    async def get(self, venue: VenueId) -> Venue | None:
        """The venue, unless it is closed."""
        ...

    async def of(self, person: PersonId) -> list[tuple[Venue, Promoter]]:
        """The venues of a person, by name."""
        ...

    async def all_open(self) -> list[Venue]:
        """Every venue that is not closed."""
        ...

    async def promoters(self, venue: VenueId) -> list[Promoter]:
        """Those who speak for the venue, in the order of joining."""
        ...

    async def promoters_of(self, venues: Sequence[VenueId]) -> Mapping[VenueId, Sequence[Promoter]]:
        """The same for several venues."""
        ...

    async def reach(self, venue: VenueId, person: PersonId) -> tuple[Venue, Promoter | None] | None:
        """The venue, unless it is closed, and the person's place there."""
        ...

    async def here(
        self, person: PersonId, bindings: Sequence[Binding]
    ) -> tuple[Venue | None, list[tuple[Venue, Promoter]], VenueId | None]:
        """The venue of the first of these bindings that has one, those of the person, the one last used."""
        ...

    async def set_last(self, person: PersonId, venue: VenueId | None) -> None:
        """Remember the venue that a person used last in private."""
        ...

    async def set_profile(self, venue: Venue) -> None:
        """Change the venue's profile to that of `venue`."""
        ...

    async def add_promoter(self, venue: VenueId, person: PersonId, *, at: datetime) -> PromoterId:
        """Add a person, or add them again."""
        ...

    async def remove_promoter(self, promoter: PromoterId, *, at: datetime) -> None:
        """End somebody's place at the venue; the row stays as history."""
        ...

    async def close(self, venue: VenueId, *, at: datetime) -> None:
        """End the venue; its invites and bindings become void."""
        ...

    async def lock(self, venue: VenueId) -> None:
        """Make every other writing unit that locks this venue wait (docs/mechanisms/locking.md)."""
        ...

    async def bound_to(self, bindings: Sequence[Binding]) -> Venue | None:
        """The venue of the first of these bindings that has one."""
        ...

    async def bind(self, venue: VenueId, binding: Binding) -> None:
        """Bind the venue to a server, channel or group that no venue is bound to."""
        ...

    async def unbind(self, binding: Binding) -> None:
        """Remove whatever venue is bound there."""
        ...

    async def move_binding(self, old: str, new: str) -> None:
        """Follow a chat whose key has changed (a Telegram group became a supergroup)."""
        ...

    async def add_invite(self, invite: NewVenueInvite) -> VenueInviteId:
        """Store an invite, with only the hash of its code."""
        ...

    async def invite_by_code(self, code: str) -> VenueInvite | None:
        """The invite with this code, whatever its state."""
        ...

    async def invite(self, invite: VenueInviteId) -> VenueInvite | None:
        """The invite with that id, whatever its state."""
        ...

    async def use_invite(self, invite: VenueInviteId) -> None:
        """Count one use. Raises Conflict when another unit has taken the last."""
        ...

    async def revoke_invite(self, invite: VenueInviteId, *, at: datetime) -> None:
        """Make an invite void."""
        ...


class VenueUnit(SchedulingUnit, Protocol):
    """A unit that reaches venues."""

    @property
    def venues(self) -> Venues:
        """The venues."""
        ...
