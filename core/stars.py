"""What a band or a venue was rated, as far as everybody may read it."""

from dataclasses import dataclass

MOST_STARS = 5
ENOUGH = 3
"""From fewer ratings than that no average is shown: it would say what one single night was like."""


@dataclass(frozen=True, slots=True)
class RatingSummary:
    """Ratings that are open, added up."""

    count: int = 0
    total: int = 0
    """All stars together."""

    @property
    def average(self) -> float | None:
        """The mean of the stars; None: there are too few ratings for one."""
        return self.total / self.count if self.count >= ENOUGH else None
