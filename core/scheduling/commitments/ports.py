"""What scheduling needs of the store: people's diaries and bands' commitments."""

from typing import Protocol

from core.scheduling.availability.ports import DiaryUnit
from core.scheduling.commitments.commitment import Commitments


class SchedulingUnit(DiaryUnit, Protocol):
    """A unit that reaches both."""

    @property
    def commitments(self) -> Commitments:
        """Bands' commitments."""
        ...
