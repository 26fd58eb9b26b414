"""A batch of claimed things, each settled by itself, and how long one waits that could not be settled."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

T = TypeVar("T")

FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=5), timedelta(hours=6)
"""How soon something that failed is tried again: at first, and at the longest. In between, the pause is as
long as it has been failing."""


async def settle_all(
    batch: Sequence[T], settle: Callable[[T], Awaitable[None]], *, unsettled: Callable[[T, str], None]
) -> int:
    """Settle all of a batch side by side, and return how many they are.

    One that raises stays claimed until its lease runs out. `unsettled` is told of it, with the name of the
    error alone: an error's text may contain somebody's address or token.
    """
    results = await asyncio.gather(*(settle(each) for each in batch), return_exceptions=True)
    for each, result in zip(batch, results, strict=True):
        if isinstance(result, BaseException):
            unsettled(each, type(result).__name__)
    return len(batch)


def pause_after(failing_since: datetime | None, now: datetime) -> timedelta:
    """How long to wait after a failure; `failing_since` None: it is the first one."""
    failing = timedelta(0) if failing_since is None else now - failing_since
    return spread(min(max(failing, FIRST_PAUSE), LONGEST_PAUSE))


def spread(pause: timedelta) -> timedelta:
    """Vary a pause, so that what was entered together is not done together for ever."""
    return pause * random.uniform(0.8, 1.2)
