"""The store of people's diaries, as scheduling needs it."""

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
    """One rule of one person's diary."""

    id: AvailabilityId
    """Rising in the order of entry: where two rules overlap, the one with the higher id wins."""
    person: PersonId
    kind: Kind
    rule: Rule
    words: str
    """The whole sentence it came from; shown to nobody but the person."""
    said_at: datetime
    """Aware, UTC."""
    said_by: PersonId | None = None
    """The person who entered it for them; None: they did so themselves."""


class Diaries(Protocol):
    """Where availabilities are kept. Removed ones stay as rows, so that they can be restored."""

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
        """Add a rule on top of all earlier ones; `by` is the person who enters it for somebody else."""
        ...

    async def of(self, people: Sequence[PersonId]) -> Mapping[PersonId, list[Availability]]:
        """The standing rules of each of these people, in the order of entry."""
        ...

    async def some(self, ids: Sequence[AvailabilityId]) -> list[Availability]:
        """The rules with those ids in the order of entry, standing or removed."""
        ...

    async def standing(self, ids: Sequence[AvailabilityId]) -> frozenset[AvailabilityId]:
        """Those of the ids whose rules still stand."""
        ...

    async def remove(self, ids: Sequence[AvailabilityId], *, at: datetime) -> None:
        """Remove those rules."""
        ...

    async def restore(self, ids: Sequence[AvailabilityId]) -> None:
        """Put those rules back in their old order."""
        ...

    async def set_exceptions(self, rule: AvailabilityId, exceptions: Sequence[datetime]) -> None:
        """Make a rule leave out exactly these of its instances (wall times, rising)."""
        ...

    async def set_zones(self, zones: Mapping[AvailabilityId, str]) -> None:
        """Change the zones in which the wall times of those rules are read."""
        ...


@dataclass(frozen=True, slots=True)
class Occupied:
    """Time that a commitment takes from a player. POSIX seconds."""

    span: Span
    band: BandId
    kind: CommitmentKind


@dataclass(frozen=True, slots=True)
class TakenTime:
    """A person's time taken by imported calendars (below their rules) and by commitments (above them)."""

    imported: tuple[Span, ...] = ()
    """POSIX seconds, tidy."""
    occupied: tuple[Occupied, ...] = ()


@dataclass(frozen=True, slots=True)
class LastLook:
    """How fresh a person's diary is."""

    last: datetime | None = None
    """When a rule was last entered or a month confirmed (aware, UTC); None: never."""
    months: frozenset[date] = frozenset()
    """The months (their first days) that were expressly confirmed."""


class TakenTimes(Protocol):
    """Reads the time taken by calendars and commitments."""

    async def of(
        self, people: Sequence[PersonId], *, start: datetime, end: datetime
    ) -> Mapping[PersonId, TakenTime]:
        """The time taken between two instants (aware, UTC), for each of these people."""
        ...

    async def with_last_looks(
        self, people: Sequence[PersonId], *, start: datetime, end: datetime
    ) -> Mapping[PersonId, tuple[TakenTime, LastLook]]:
        """The results of `of` and of `Confirmations.last_looks` in one query: a band's time needs both."""
        ...


class Confirmations(Protocol):
    """Where people's confirmations of months are kept."""

    async def last_looks(self, people: Sequence[PersonId]) -> Mapping[PersonId, LastLook]:
        """How fresh each of these diaries is."""
        ...

    async def standing(self, person: PersonId, months: Sequence[date]) -> dict[date, datetime | None]:
        """When each of these months was confirmed; None: it was not."""
        ...

    async def set(self, person: PersonId, months: Mapping[date, datetime | None]) -> None:
        """Confirm months as of an instant; None withdraws a confirmation."""
        ...


class Nudges(Protocol):
    """Where the last nudge of each person by each band is kept."""

    async def last(self, band: BandId, people: Sequence[PersonId]) -> Mapping[PersonId, datetime]:
        """When each of these people was last nudged by the band (aware, UTC)."""
        ...

    async def note(self, band: BandId, person: PersonId, *, by: PersonId, at: datetime) -> None:
        """Record a nudge."""
        ...


class DiaryUnit(BandUnit, Protocol):
    """A unit that reaches diaries."""

    @property
    def diaries(self) -> Diaries:
        """The diaries."""
        ...

    @property
    def taken(self) -> TakenTimes:
        """The time taken by calendars and commitments."""
        ...

    @property
    def nudges(self) -> Nudges:
        """The nudges."""
        ...

    @property
    def feeds(self) -> Feeds:
        """The imported calendars."""
        ...

    @property
    def confirmations(self) -> Confirmations:
        """The confirmed months."""
        ...
