"""What joining, giving out and erasing need of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from core.bands import Role
from core.ids import BandId, MembershipId, PersonId
from core.journal import ChangeKind
from core.scheduling.commitments.ports import SchedulingUnit

OF_ONESELF = (ChangeKind.ZONE_SET, ChangeKind.PROFILE_SET, ChangeKind.SETTINGS_SET)
"""Changes of the person as such: after a merge there is nothing left to take them back from, and they become
SET_ASIDE."""

OF_BANDS = (
    ChangeKind.BAND_MADE,
    ChangeKind.INVITED,
    ChangeKind.INVITE_REVOKED,
    ChangeKind.JOINED,
    ChangeKind.LEFT,
    ChangeKind.HABITS_SET,
    ChangeKind.HANDED_OVER,
    ChangeKind.NUDGED,
    ChangeKind.PROPOSED,
    ChangeKind.COMMITTED,
    ChangeKind.MOVED,
    ChangeKind.CALLED_OFF,
    ChangeKind.PUT_BACK,
    ChangeKind.MEMBER_CHANGED,
    ChangeKind.MEMBER_REMOVED,
    ChangeKind.BAND_EDITED,
    ChangeKind.BAND_BOUND,
    ChangeKind.BAND_UNBOUND,
)
"""Changes whose facts are a band's: they outlive the person who made them."""

OF_PEOPLE = (
    *OF_ONESELF,
    ChangeKind.MARKED,
    ChangeKind.ENTERED,
    ChangeKind.CONFIRMED,
    ChangeKind.SPARED,
    ChangeKind.ANSWERED,
    ChangeKind.FEED_ADDED,
    ChangeKind.FEED_REMOVED,
    ChangeKind.LINKED,
    ChangeKind.UNLINKED,
    ChangeKind.ERASED,
    ChangeKind.SET_ASIDE,
    ChangeKind.UNDONE,
    ChangeKind.REDONE,
)
"""Changes whose facts are a person's own, and are erased with the person."""

PEOPLE_IN_FACTS = ("of", "heir")
"""Where a change's facts hold the id of a person."""


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
