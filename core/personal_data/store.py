"""The store of all personal data, as merging, exporting and erasing need it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from core.bands import Role
from core.ids import BandId, MembershipId, PersonId
from core.publications.store import PublicationUnit
from core.web_sessions.store import WebSessionUnit


@dataclass(frozen=True, slots=True)
class DataSummary:
    """How much data there is about a person."""

    rules: int
    """The diary's standing rules."""
    bands: int
    calendars: int
    venues: int = 0
    """Those that the person speaks for."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing that could get mixed up with another person's data."""
        return not (self.rules or self.bands or self.calendars or self.venues)


@dataclass(frozen=True, slots=True)
class HeldMembership:
    """A person's membership of a band, current or past."""

    id: MembershipId
    band: BandId
    role: Role
    part: str | None
    required: bool
    playing: bool
    """False: the person has left."""


class PersonalData(Protocol):
    """Reaches all data about a person, in every table."""

    async def summarise(self, person: PersonId) -> DataSummary:
        """Count it."""
        ...

    async def shared_memberships(
        self, one: PersonId, other: PersonId
    ) -> Sequence[tuple[HeldMembership, HeldMembership]]:
        """Pairs of memberships of the same band, current or past: the first person's, the other's."""
        ...

    async def merge_memberships(self, kept: HeldMembership, gone: HeldMembership) -> None:
        """Store the merged membership, and delete the other."""
        ...

    async def hand_over(self, gone: PersonId, to: PersonId, *, at: datetime) -> None:
        """Give everything of the person `gone` to the person `to`; of `gone` only a row that says so stays.

        Their shared memberships must have been merged. Where only one of two rows may exist, the newer stays.
        """
        ...

    async def erase(self, person: PersonId, *, at: datetime) -> None:
        """Delete the person's own data; a band's data stay, and no longer name the person."""
        ...

    async def everything(self, person: PersonId) -> dict[str, Any]:
        """All of it as JSON values; instants in ISO 8601 with their offsets."""
        ...


class PersonalDataUnit(PublicationUnit, WebSessionUnit, Protocol):
    """A unit that reaches all that is held about a person."""

    @property
    def personal_data(self) -> PersonalData:
        """All that is held about a person."""
        ...
