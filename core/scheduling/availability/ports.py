"""What scheduling needs of the store: people's diaries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.bands.store import BandUnit
from core.ids import AvailabilityId, BandId, PersonId
from core.scheduling.calendars.feeds import Feeds
from core.scheduling.kinds import CommitmentKind, Kind
from core.scheduling.recurrence.rules import Rule
from core.scheduling.recurrence.spans import Span


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
    said_by: PersonId | None = None
    """Who entered it for the person; None: the person."""


class Diaries(Protocol):
    """Where availabilities are kept. Removed ones stay as rows, so that Undo finds them."""

    async def add(
        self,
        person: PersonId,
        kind: Kind,
        rule: Rule,
        *,
        words: str,
        at: datetime,
        by: PersonId | None = None,
    ) -> AvailabilityId:
        """Write one rule down, above all that was said before; `by` is who enters it for the person."""
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

    async def set_exceptions(self, rule: AvailabilityId, exceptions: Sequence[datetime]) -> None:
        """That rule leaves out these of its instances (wall times, rising), and no others."""
        ...

    async def set_zones(self, zones: Mapping[AvailabilityId, str]) -> None:
        """The wall times of those rules are now meant in these zones."""
        ...


@dataclass(frozen=True, slots=True)
class Occupied:
    """Time that a commitment takes from a player. POSIX seconds."""

    span: Span
    band: BandId
    kind: CommitmentKind


@dataclass(frozen=True, slots=True)
class TakenTime:
    """What fills a person's time beside what was said: imported calendars below it, commitments above."""

    imported: tuple[Span, ...] = ()
    """POSIX seconds, tidy."""
    held: tuple[Occupied, ...] = ()


@dataclass(frozen=True, slots=True)
class LastLook:
    """How fresh a person's diary is."""

    last: datetime | None = None
    """When something was last said or confirmed (aware, UTC); None: never."""
    months: frozenset[date] = frozenset()
    """The months (their first days) that were confirmed in so many words."""


class TakenTimes(Protocol):
    """Reads what calendars and commitments take."""

    async def of(
        self, people: Sequence[PersonId], *, start: datetime, end: datetime
    ) -> Mapping[PersonId, TakenTime]:
        """What is taken between two instants (aware, UTC), for each of these people."""
        ...

    async def with_touches(
        self, people: Sequence[PersonId], *, start: datetime, end: datetime
    ) -> Mapping[PersonId, tuple[TakenTime, LastLook]]:
        """The same and `Confirmations.touches` in one look: whoever asks for a band's time wants both."""
        ...


class Confirmations(Protocol):
    """Where it is kept which months people have said to be right."""

    async def last_looks(self, people: Sequence[PersonId]) -> Mapping[PersonId, LastLook]:
        """How fresh each of these diaries is."""
        ...

    async def standing(self, person: PersonId, months: Sequence[date]) -> dict[date, datetime | None]:
        """When each of these months was confirmed; None: it is not."""
        ...

    async def set(self, person: PersonId, months: Mapping[date, datetime | None]) -> None:
        """Confirm months as of an instant, or with None not any more."""
        ...


class Nudges(Protocol):
    """Where it is kept who was last nudged by which band."""

    async def last(self, band: BandId, people: Sequence[PersonId]) -> Mapping[PersonId, datetime]:
        """When each of these people was last nudged by the band (aware, UTC)."""
        ...

    async def note(self, band: BandId, person: PersonId, *, by: PersonId, at: datetime) -> None:
        """The person is being nudged now."""
        ...


class DiaryUnit(BandUnit, Protocol):
    """A unit that reaches diaries."""

    @property
    def diaries(self) -> Diaries:
        """The diaries."""
        ...

    @property
    def taken(self) -> TakenTimes:
        """What calendars and commitments take."""
        ...

    @property
    def nudges(self) -> Nudges:
        """Who was nudged when."""
        ...

    @property
    def feeds(self) -> Feeds:
        """The imported calendars."""
        ...

    @property
    def confirmations(self) -> Confirmations:
        """Which months are confirmed."""
        ...
