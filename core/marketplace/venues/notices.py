"""The notices that a venue's promoters get about it."""

from dataclasses import dataclass

from core.ids import PersonId, VenueId
from core.outbox import Notice


@dataclass(frozen=True, slots=True)
class PromoterJoined(Notice):
    """Somebody became a promoter; told to the others."""

    kind = "promoter_joined"

    venue: VenueId
    promoter: PersonId


@dataclass(frozen=True, slots=True)
class PromoterRemoved(Notice):
    """A promoter took somebody off the venue; told to that person."""

    kind = "promoter_removed"

    venue: VenueId
    by: PersonId


NOTICES = (PromoterJoined, PromoterRemoved)
"""The kinds of notice of this area."""
