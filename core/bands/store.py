"""The store of bands, as the use cases need it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.bands import Band, Binding, Invite, Membership, OpenInvite, Role
from core.bands.kits.store import Kits
from core.habits import Habits
from core.ids import BandId, InviteId, MembershipId, PersonId
from core.people.store import PeopleUnit


@dataclass(frozen=True, slots=True)
class NewInvite:
    """An invite about to be made."""

    band: BandId
    by: PersonId
    code: str
    role: Role
    part: str | None
    expires_at: datetime
    uses: int
    at: datetime


class Bands(Protocol):
    """Where bands, memberships, invites and bindings are kept."""

    async def make(
        self, *, name: str, city: str | None, zone: str, genres: Sequence[str], at: datetime
    ) -> BandId:
        """Make a band without members."""
        ...

    async def get(self, band: BandId) -> Band | None:
        """The band, unless it is dissolved."""
        ...

    async def of(self, person: PersonId) -> list[tuple[Band, Membership]]:
        """The bands of a person, by name."""
        ...

    async def members(self, band: BandId) -> list[Membership]:
        """The members of the band, in the order of joining."""
        ...

    async def members_of(self, bands: Sequence[BandId]) -> Mapping[BandId, Sequence[Membership]]:
        """The same for several bands."""
        ...

    async def page(self, after: BandId, limit: int) -> list[Band]:
        """The bands with the next higher ids, none that is dissolved."""
        ...

    async def freed(self, limit: int) -> list[Band]:
        """Take up to so many bands whose players may have time now that they did not have before.

        The mark is taken off, and whoever else looks at the same moment gets others.
        """
        ...

    async def any_freed(self) -> bool:
        """Whether there is such a band."""
        ...

    async def called(self, name: str) -> list[Band]:
        """The bands of that name, whatever its capital letters, none that is dissolved."""
        ...

    async def membership(self, band: BandId, person: PersonId) -> Membership | None:
        """The person's membership of the band."""
        ...

    async def reach(self, band: BandId, person: PersonId) -> tuple[Band, Membership | None] | None:
        """The band, unless it is dissolved, and the person's membership of it."""
        ...

    async def add_member(
        self, band: BandId, person: PersonId, *, role: Role, part: str | None, required: bool, at: datetime
    ) -> MembershipId:
        """Add a person, or add them again."""
        ...

    async def member(self, membership: MembershipId) -> Membership | None:
        """The membership with that id, even if the person has left; None when there never was one."""
        ...

    async def set_membership(
        self, membership: MembershipId, *, role: Role, part: str | None, required: bool
    ) -> None:
        """Change a membership."""
        ...

    async def remove_member(self, membership: MembershipId, *, at: datetime) -> None:
        """End a membership; the row stays as history."""
        ...

    async def set_habits(self, band: BandId, habits: Habits) -> None:
        """Change the band's habits."""
        ...

    async def set_profile(self, band: Band) -> None:
        """Change the band's name, city, zone, genres and links to those of `band`."""
        ...

    async def dissolve(self, band: BandId, *, at: datetime) -> None:
        """End the band; its invites and bindings become void, its press kit and files are deleted."""
        ...

    async def lock(self, band: BandId) -> None:
        """Make every other writing unit that locks this band wait (docs/mechanisms/locking.md)."""
        ...

    async def lock_all(self, bands: Sequence[BandId]) -> None:
        """Lock several with one statement, in the order of their ids."""
        ...

    async def bound_to(self, bindings: Sequence[Binding]) -> Band | None:
        """The band of the first of these bindings that has one."""
        ...

    async def here(
        self, person: PersonId, bindings: Sequence[Binding]
    ) -> tuple[Band | None, list[tuple[Band, Membership]]]:
        """The results of `bound_to` and `of`, read together."""
        ...

    async def bind(self, band: BandId, binding: Binding) -> None:
        """Bind the band to a server, channel or group that no band is bound to."""
        ...

    async def unbind(self, binding: Binding) -> None:
        """Remove whatever band is bound there."""
        ...

    async def move_binding(self, old: str, new: str) -> None:
        """Follow a chat whose key has changed (a Telegram group became a supergroup)."""
        ...

    async def add_invite(self, invite: NewInvite) -> InviteId:
        """Store an invite, with only the hash of its code."""
        ...

    async def invite_by_code(self, code: str) -> Invite | None:
        """The invite with this code, whatever its state."""
        ...

    async def invite(self, invite: InviteId) -> Invite | None:
        """The invite with that id, whatever its state."""
        ...

    async def open_invites(self, band: BandId, *, now: datetime) -> list[OpenInvite]:
        """The invites that can still be used, in the order in which they were made."""
        ...

    async def use_invite(self, invite: InviteId) -> None:
        """Count one use."""
        ...

    async def revoke_invite(self, invite: InviteId, *, at: datetime) -> None:
        """Make an invite void."""
        ...


class BandUnit(PeopleUnit, Protocol):
    """A unit that reaches bands."""

    @property
    def bands(self) -> Bands:
        """The bands."""
        ...

    @property
    def kits(self) -> Kits:
        """Their press kits."""
        ...
