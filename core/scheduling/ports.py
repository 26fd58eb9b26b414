"""What scheduling needs of the store: people's diaries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.bands.store import BandUnit
from core.ids import AvailabilityId, PersonId
from core.scheduling.kinds import Kind
from core.scheduling.rules import Rule


@dataclass(frozen=True, slots=True)
class Availability:
    """One rule of one person, as it was said."""

    id: AvailabilityId
    """Rising in the order of saying: of two that touch, the one with the higher id wins."""
    person: PersonId
    kind: Kind
    rule: Rule
    words: str
    """The whole sentence it came from; the person's own, shown to nobody else."""
    said_at: datetime
    """Aware, UTC."""


class Diaries(Protocol):
    """Where availabilities are kept. Removed ones stay as rows, so that Undo finds them."""

    async def add(
        self, person: PersonId, kind: Kind, rule: Rule, *, words: str, at: datetime
    ) -> AvailabilityId:
        """Write one rule down, above all that was said before."""
        ...

    async def of(self, people: Sequence[PersonId]) -> Mapping[PersonId, list[Availability]]:
        """The standing rules of each of these people, in the order of saying."""
        ...

    async def some(self, ids: Sequence[AvailabilityId]) -> list[Availability]:
        """The rules with those ids in the order of saying, standing or removed."""
        ...

    async def standing(self, ids: Sequence[AvailabilityId]) -> frozenset[AvailabilityId]:
        """Which of those ids still stand."""
        ...

    async def remove(self, ids: Sequence[AvailabilityId], *, at: datetime) -> None:
        """Those rules hold no more."""
        ...

    async def restore(self, ids: Sequence[AvailabilityId]) -> None:
        """Those rules hold again, in their old places."""
        ...

    async def set_zones(self, zones: Mapping[AvailabilityId, str]) -> None:
        """The wall times of those rules are now meant in these zones."""
        ...


class SchedulingUnit(BandUnit, Protocol):
    """A unit that reaches diaries."""

    @property
    def diaries(self) -> Diaries:
        """The diaries."""
        ...
