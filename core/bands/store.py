"""What the use cases of bands need of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.bands import Band, Binding, Invite, Membership, OpenInvite, Role
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
        """The bands a person plays in, by name."""
        ...

    async def members(self, band: BandId) -> list[Membership]:
        """Who plays in the band, in the order of joining."""
        ...

    async def membership(self, band: BandId, person: PersonId) -> Membership | None:
        """The person's place in the band."""
        ...

    async def reach(self, band: BandId, person: PersonId) -> tuple[Band, Membership | None] | None:
        """The band, unless it is dissolved, and the person's place in it."""
        ...

    async def add_member(
        self, band: BandId, person: PersonId, *, role: Role, part: str | None, required: bool, at: datetime
    ) -> MembershipId:
        """Let a person in (again)."""
        ...

    async def member(self, membership: MembershipId) -> Membership | None:
        """The place with that id, even if its person has left; None when there never was one."""
        ...

    async def set_membership(
        self, membership: MembershipId, *, role: Role, part: str | None, required: bool
    ) -> None:
        """Change somebody's place in the band."""
        ...

    async def remove_member(self, membership: MembershipId, *, at: datetime) -> None:
        """Take somebody out; the row stays as history."""
        ...

    async def set_habits(self, band: BandId, habits: Habits) -> None:
        """Change the band's habits."""
        ...

    async def set_profile(self, band: Band) -> None:
        """Change the band's name, city, zone, genres and links to those given here."""
        ...

    async def dissolve(self, band: BandId, *, at: datetime) -> None:
        """The band plays no more: its invites and bindings are void."""
        ...

    async def lock(self, band: BandId) -> None:
        """Make every other writing unit that locks this band wait (docs/mechanisms/locking.md)."""
        ...

    async def bound_to(self, places: Sequence[Binding]) -> Band | None:
        """The band bound to the first of these places that has one."""
        ...

    async def here(
        self, person: PersonId, places: Sequence[Binding]
    ) -> tuple[Band | None, list[tuple[Band, Membership]]]:
        """`bound_to` these places and `of` this person, in one look."""
        ...

    async def bind(self, band: BandId, place: Binding) -> None:
        """Bind a free place to the band."""
        ...

    async def unbind(self, place: Binding) -> None:
        """The place is bound to no band any more."""
        ...

    async def move_binding(self, old: str, new: str) -> None:
        """A place has got a new key (a Telegram group became a supergroup)."""
        ...

    async def add_invite(self, invite: NewInvite) -> InviteId:
        """Keep an invite; only the code's hash is stored."""
        ...

    async def invite_by_code(self, code: str) -> Invite | None:
        """The invite that this code opens, whatever its state."""
        ...

    async def invite(self, invite: InviteId) -> Invite | None:
        """The invite with that id, whatever its state."""
        ...

    async def open_invites(self, band: BandId, *, now: datetime) -> list[OpenInvite]:
        """The invites that still open the band, in the order of making."""
        ...

    async def use_invite(self, invite: InviteId) -> None:
        """One use less."""
        ...

    async def revoke_invite(self, invite: InviteId, *, at: datetime) -> None:
        """The invite opens nothing any more."""
        ...


class BandUnit(PeopleUnit, Protocol):
    """A unit that reaches bands."""

    @property
    def bands(self) -> Bands:
        """The bands."""
        ...
