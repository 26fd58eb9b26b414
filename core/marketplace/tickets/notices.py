"""The notices about counted tickets."""

from dataclasses import dataclass

from core.ids import CountingId, EventId
from core.outbox import Notice


@dataclass(frozen=True, slots=True)
class CountsFailing(Notice):
    """A provider tells no counts until a promoter helps; told to the one who gave the token."""

    kind = "counts_failing"

    counting: CountingId
    event: EventId
    why: str
    """A core.marketplace.tickets.CountsTrouble."""


NOTICES = (CountsFailing,)
"""The kinds of notice of this area."""
