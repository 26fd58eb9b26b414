"""The changes of ratings as they are recorded."""

from dataclasses import dataclass

from core.ids import ApplicationId, BandId
from core.journal import ChangeFacts, Whose
from core.marketplace.applications import Side


@dataclass(frozen=True, slots=True)
class NightRated(ChangeFacts):
    """One side has rated the other; what it said is not repeated here: it is sealed."""

    kind = "rating.made"
    whose = Whose.BAND

    application: ApplicationId
    band: BandId
    by: Side


@dataclass(frozen=True, slots=True)
class RatingAnswered(ChangeFacts):
    """One side has replied to what the other said of it."""

    kind = "rating.answered"
    whose = Whose.BAND

    application: ApplicationId
    band: BandId
    by: Side


CHANGES = (NightRated, RatingAnswered)
"""The kinds of change of this area."""
