"""The change recorded when a person confirms their diary for some months."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from core.journal import ChangeFacts


@dataclass(frozen=True, slots=True)
class MonthConfirmed(ChangeFacts):
    """Months were confirmed."""

    kind = "month.confirmed"
    undoable = True

    old: Mapping[date, datetime | None]
    """When each was confirmed before (aware, UTC), by the first day of the month; None: it was not."""
    new: Mapping[date, datetime | None]


CHANGES = (MonthConfirmed,)
"""The kinds of change of confirmed months."""
