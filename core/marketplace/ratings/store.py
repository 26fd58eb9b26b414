"""The store of ratings."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from core.ids import ApplicationId, BandId, RatingId, VenueId
from core.marketplace.applications.store import ApplicationUnit
from core.marketplace.ratings import NewRating, Rating
from core.stars import RatingSummary


class Ratings(Protocol):
    """Where ratings are kept."""

    async def add(self, new: NewRating) -> RatingId:
        """Keep a new one. Raises Conflict where that side has rated the booking already."""
        ...

    async def replace(self, rating: Rating) -> None:
        """Write its stars, facts, line and reply."""
        ...

    async def of(self, applications: Collection[ApplicationId]) -> dict[ApplicationId, list[Rating]]:
        """What was said of these bookings."""
        ...

    async def of_bands(self, bands: Collection[BandId], *, now: datetime) -> dict[BandId, RatingSummary]:
        """What venues have said of these bands, without what is sealed; bands without any are left out."""
        ...

    async def of_venues(self, venues: Collection[VenueId], *, now: datetime) -> dict[VenueId, RatingSummary]:
        """What bands have said of these venues, in the same way."""
        ...

    async def about_band(self, band: BandId, *, now: datetime, most: int) -> list[Rating]:
        """The newest of what may be read about a band."""
        ...

    async def about_venue(self, venue: VenueId, *, now: datetime, most: int) -> list[Rating]:
        """The newest of what may be read about a venue."""
        ...


class RatingUnit(ApplicationUnit, Protocol):
    """A unit that reaches ratings."""

    @property
    def ratings(self) -> Ratings:
        """The ratings."""
        ...
