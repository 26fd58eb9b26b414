"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

EVENING = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
"""A Monday."""


class FrozenClock:
    """Implements core.clock.Clock."""

    def __init__(self, at: datetime = EVENING) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def advance(self, **span: float) -> datetime:
        """Move on by a timedelta, such as `advance(hours=3)`; the new present."""
        self.at += timedelta(**span)
        return self.at
