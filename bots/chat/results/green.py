"""What is shown and told about green zones."""

from dataclasses import dataclass
from datetime import date, datetime

from core.bands import Band
from core.scheduling.green.zones import GreenZones


@dataclass(frozen=True, slots=True)
class MonthsAsked:
    """The reader's band wants to know about some months."""

    band: Band
    by: str
    months: tuple[date, ...]
    last: datetime | None
    """When the reader last touched the diary (aware, UTC)."""


@dataclass(frozen=True, slots=True)
class GreenPicture:
    """Green zones, asked for as a picture."""

    greens: GreenZones

    @property
    def band(self) -> Band:
        """Whose they are."""
        return self.greens.band


@dataclass(frozen=True, slots=True)
class ToCopy:
    """Green zones for people outside the band."""

    greens: GreenZones
