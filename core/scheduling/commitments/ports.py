"""What scheduling needs of the store: people's diaries, and what bands have in theirs."""

from typing import Protocol

from core.scheduling.availability.ports import DiaryUnit
from core.scheduling.commitments.commitment import Commitments


class SchedulingUnit(DiaryUnit, Protocol):
    """A unit that reaches both."""

    @property
    def commitments(self) -> Commitments:
        """What bands have in their diaries."""
        ...
