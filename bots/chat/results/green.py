"""Results and notices about green zones, as chat shows them."""

from dataclasses import dataclass
from datetime import date, datetime

from bots.chat.results.shown import Offers, Paged
from core.bands import Band
from core.ids import PersonId
from core.scheduling.green.why import Explanation
from core.scheduling.green.zones import GreenZones


@dataclass(frozen=True, slots=True)
class MonthsAsked:
    """The reader's band wants to know about some months."""

    band: Band
    by: str
    months: tuple[date, ...]
    last: datetime | None
    """When the reader last said or confirmed something in the diary (aware, UTC)."""


@dataclass(frozen=True, slots=True)
class GreenShown(Paged):
    """Green zones as a list."""

    zones: GreenZones
    offers: Offers

    @property
    def band(self) -> Band:
        """The band that they are about."""
        return self.zones.band


@dataclass(frozen=True, slots=True)
class GreenPicture:
    """Green zones, asked for as a picture."""

    zones: GreenZones
    open_dates: tuple[tuple[date, str], ...] = ()
    """Days of open dates that fit, each with its venue's name."""

    @property
    def band(self) -> Band:
        """The band that they are about."""
        return self.zones.band


@dataclass(frozen=True, slots=True)
class ToCopy:
    """Green zones for people outside the band."""

    zones: GreenZones
    you: PersonId
    """The asker."""


@dataclass(frozen=True, slots=True)
class ExplanationShown:
    """Why a day is green or not, with what the asker may do about it."""

    explanation: Explanation
    offers: Offers

    @property
    def band(self) -> Band:
        """The band that it is about."""
        return self.explanation.band
