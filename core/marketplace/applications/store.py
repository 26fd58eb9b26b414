"""The store of applications and of players' answers, as the use cases need it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.access import Right, VenueRight, may, may_at_venue
from core.bands import Band, Membership
from core.ids import ApplicationId, BandId, CommitmentId, EventId, PersonId
from core.marketplace.applications import Application, NewApplication, PlayerLook
from core.marketplace.events import Event
from core.marketplace.tickets.store import TicketUnit
from core.marketplace.venues import Promoter, Venue


@dataclass(frozen=True, slots=True)
class ApplicationReach:
    """An application with all that stands around it, and what the person who asks is there."""

    application: Application
    event: Event
    venue: Venue
    band: Band
    """Even if it is dissolved."""
    member: Membership | None
    """The caller's membership of the band."""
    promoter: Promoter | None
    """The caller's place at the venue."""

    @property
    def books(self) -> bool:
        """Whether the caller acts for the band."""
        return self.member is not None and may(self.member.role, Right.BOOK)

    @property
    def chooses(self) -> bool:
        """Whether the caller acts for the venue."""
        return self.promoter is not None and may_at_venue(self.promoter.role, VenueRight.CHOOSE)


class Applications(Protocol):
    """Where applications are kept, and what players have answered."""

    async def add(self, new: NewApplication) -> ApplicationId:
        """Keep a new one."""
        ...

    async def get(self, application: ApplicationId) -> Application | None:
        """The application with that id."""
        ...

    async def replace(self, applications: Sequence[Application]) -> None:
        """Write the states, slots, deadlines, marks and lines of these."""
        ...

    async def reach(self, application: ApplicationId, person: PersonId) -> ApplicationReach | None:
        """The application with all around it."""
        ...

    async def by_code(self, code: str) -> ApplicationId | None:
        """The application whose invite has this code."""
        ...

    async def of_commitment(self, commitment: CommitmentId) -> ApplicationId | None:
        """The application that has led to this gig."""
        ...

    async def set_code(self, application: ApplicationId, code: str | None) -> None:
        """Keep the hash of its invite's code; None: no code opens it any longer."""
        ...

    async def of_events(self, events: Sequence[EventId]) -> list[tuple[Application, str]]:
        """All applications to these nights with their bands' names, in the order in which they were made."""
        ...

    async def of_band(self, band: BandId, *, after: datetime) -> list[tuple[Application, Event, Venue]]:
        """The band's applications to nights that end after an instant, by date."""
        ...

    async def played(self, person: PersonId, *, after: datetime, until: datetime) -> list[ApplicationReach]:
        """The bookings of somebody and their venues, of nights that ended in that time, the last first."""
        ...

    async def beside(self, application: ApplicationId) -> list[Application]:
        """That application, and whatever else its band has under way."""
        ...

    async def looks(self, event: EventId, band: BandId) -> list[PlayerLook]:
        """The players whom the band has asked about that night, with their answers."""
        ...

    async def looks_of_band(self, band: BandId, events: Sequence[EventId]) -> list[PlayerLook]:
        """The same for several nights."""
        ...

    async def looks_of(self, person: PersonId, *, after: datetime) -> list[PlayerLook]:
        """What one player was asked about nights that end after an instant, by night."""
        ...

    async def forget_looks(self, event: EventId) -> None:
        """Drop all players' answers about that night: it is on another day now."""
        ...

    async def set_looks(self, looks: Sequence[PlayerLook]) -> None:
        """Keep these, in place of earlier ones of the same player about the same night."""
        ...


class ApplicationUnit(TicketUnit, Protocol):
    """A unit that reaches applications."""

    @property
    def applications(self) -> Applications:
        """The applications."""
        ...
