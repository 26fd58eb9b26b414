"""The notices about months that a member has not confirmed."""

from dataclasses import dataclass

from core.ids import BandId, PersonId
from core.outbox import Notice


@dataclass(frozen=True, slots=True)
class MonthsQuestion(Notice):
    """A band wants to know whether some months are right as they stand in a member's diary."""

    kind = "look_at_months"

    band: BandId
    by: PersonId
    first: str
    """The first day of the first month (ISO 8601)."""
    count: int


NOTICES = (MonthsQuestion,)
"""All notices of this area."""
