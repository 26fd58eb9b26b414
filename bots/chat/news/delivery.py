"""A notice on its way to somebody, with everything needed to look up its facts."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.ids import PersonId
from core.outbox import Notice
from core.personal_data.store import PersonalDataUnit


@dataclass(frozen=True, slots=True)
class NoticeDelivery:
    """A notice on its way to somebody."""

    unit: PersonalDataUnit
    to: PersonId
    now: datetime
    """Aware, UTC."""
    due_at: datetime
    """When it should have gone; earlier than `now` when it is late."""


News = Mapping[type[Notice], Callable[[Any, NoticeDelivery], Awaitable[object | None]]]
"""For each kind of notice, how its facts become a result for a view; None: nothing is left to tell."""
