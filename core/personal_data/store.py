"""What joining, giving out and erasing need of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from core.bands import Role
from core.ids import BandId, MembershipId, PersonId
from core.scheduling.commitments.ports import SchedulingUnit


@dataclass(frozen=True, slots=True)
class DataSummary:
    """How much there is of a person."""

    rules: int
    """Standing rules of the diary."""
    bands: int
    calendars: int

    @property
    def empty(self) -> bool:
        """There is nothing that could get mixed up with another's."""
        return not (self.rules or self.bands or self.calendars)


@dataclass(frozen=True, slots=True)
class HeldMembership:
    """A person's place in a band, now or once."""

    id: MembershipId
    band: BandId
    role: Role
    part: str | None
    required: bool
    playing: bool
    """False: the person has left."""


class PersonalData(Protocol):
    """Reaches whatever is kept about a person, wherever it is kept."""

    async def summarise(self, person: PersonId) -> DataSummary:
        """How much there is."""
        ...

    async def shared_memberships(
        self, one: PersonId, other: PersonId
    ) -> Sequence[tuple[HeldMembership, HeldMembership]]:
        """The places that both have, or had, in the same band: the first one's, the other's."""
        ...

    async def merge_memberships(self, kept: HeldMembership, gone: HeldMembership) -> None:
        """Write down what is kept, and take the other away."""
        ...

    async def hand_over(self, gone: PersonId, to: PersonId, *, at: datetime) -> None:
        """Whatever is of `gone` is of `to` from now on; of `gone` nothing stays but a row that says so.

        Their shared memberships must have been merged. Where only one of two can be, the newer stays.
        """
        ...

    async def erase(self, person: PersonId, *, at: datetime) -> None:
        """Take away what is the person's own; what is a band's stays, and names nobody any more."""
        ...

    async def everything(self, person: PersonId) -> dict[str, Any]:
        """All that is held, as JSON values; instants in ISO 8601 with their offsets."""
        ...


class PersonalDataUnit(SchedulingUnit, Protocol):
    """A unit that reaches all that is held about a person."""

    @property
    def personal_data(self) -> PersonalData:
        """All that is held about a person."""
        ...
