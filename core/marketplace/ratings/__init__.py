"""After a gig that was played, its two sides rate each other.

Ratings are sealed: neither side reads the other's until both have rated, or until the time to rate is over.
From then on nothing of them changes, but for one reply to each.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from core.ids import ApplicationId, BandId, PersonId, RatingId, VenueId
from core.marketplace.applications import Side

RATE_FOR = timedelta(days=14)
"""How long after the night ratings are taken, and how long a single one is sealed."""
LINE_LIMIT = 300


class RatingFact(StrEnum):
    """Something that was so or was not; said beside the stars."""

    PAID_AS_AGREED = "paid_as_agreed"
    ON_TIME = "on_time"
    DETAILS_EARLY = "details_early"


FACTS: Mapping[Side, tuple[RatingFact, ...]] = MappingProxyType(
    {
        Side.BAND: (RatingFact.PAID_AS_AGREED, RatingFact.ON_TIME, RatingFact.DETAILS_EARLY),
        Side.VENUE: (RatingFact.ON_TIME, RatingFact.DETAILS_EARLY),
    }
)
"""What each side says of the other."""


@dataclass(frozen=True, slots=True)
class NewRating:
    """What one side of a booking says of the other, before it has an id."""

    application: ApplicationId
    by: Side
    band: BandId
    venue: VenueId
    stars: int
    """1 to MOST_STARS."""
    person: PersonId
    """The one who said it for their side."""
    made_at: datetime
    """Aware, UTC, as are all its instants."""
    ends_at: datetime
    """When the night was over."""
    facts: Mapping[RatingFact, bool] = field(default_factory=dict, hash=False)
    """As far as they were said."""
    line: str | None = None


@dataclass(frozen=True, slots=True)
class Rating(NewRating):
    """What one side of a booking says of the other."""

    id: RatingId = field(kw_only=True)
    reply: str | None = None
    """What the other side answers; once."""


def rated_until(ends_at: datetime) -> datetime:
    """From then on nobody rates that night any longer, and what was said of it is open."""
    return ends_at + RATE_FOR


def are_sealed(ratings: Iterable[NewRating], ends_at: datetime, now: datetime) -> bool:
    """Whether ratings of one booking may not be read yet by the side that they are about."""
    return now < rated_until(ends_at) and {each.by for each in ratings} != set(Side)
