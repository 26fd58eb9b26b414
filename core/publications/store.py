"""The store of what is read by a secret address."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.ids import BandId, EventId, PersonId, PublicationId
from core.marketplace.matching.store import MarketUnit
from core.publications import NewPublication, Publication, PublicationKind


@dataclass(frozen=True, slots=True)
class Show:
    """A night that the band plays, or has played: booked by both sides, and public."""

    event: EventId
    day: date
    """The local date on which it begins."""
    venue: str
    city: str
    ends_at: datetime
    """Aware, UTC."""
    published_at: datetime
    """Since when the night has been public; aware, UTC."""


class Publications(Protocol):
    """Where these are kept."""

    async def add(self, new: NewPublication) -> PublicationId:
        """Keep a new one. Raises Conflict where it is there already."""
        ...

    async def get(self, publication: PublicationId) -> Publication | None:
        """The one with that id."""
        ...

    async def of_person(self, person: PersonId) -> list[Publication]:
        """The person's calendars, in the order in which they were made."""
        ...

    async def of_band(self, kind: PublicationKind, band: BandId) -> Publication | None:
        """What a band has made public of that kind, revoked or not."""
        ...

    async def shows(self, band: BandId) -> list[Show]:
        """The public nights for which the band is booked, the latest first: a hundred at most."""
        ...

    async def replace(self, publication: Publication) -> None:
        """Write its generation, alarm and end."""
        ...

    async def state_of(self, publication: Publication, *, since: datetime) -> str:
        """A few characters that change with everything that a calendar of commitments shows.

        `since`: commitments that ended before do not count.
        """
        ...


class PublicationUnit(MarketUnit, Protocol):
    """A unit that reaches what is read outside the chats, too."""

    @property
    def publications(self) -> Publications:
        """The publications."""
        ...
