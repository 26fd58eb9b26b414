"""The notices about open dates that fit a band."""

from dataclasses import dataclass

from core.ids import BandId, EventId
from core.outbox import Notice


@dataclass(frozen=True, slots=True)
class OpenDateFits(Notice):
    """A night fits the band; told to those who book for it."""

    kind = "open_date_fits"

    event: EventId
    band: BandId


@dataclass(frozen=True, slots=True)
class MatchDigest(Notice):
    """The nights beyond a band's messages of the day, in one; told to those who book for it."""

    kind = "match_digest"

    band: BandId
    since: str
    """ISO 8601, aware: nights that were kept from then on."""


NOTICES = (OpenDateFits, MatchDigest)
"""The kinds of notice of this area."""
