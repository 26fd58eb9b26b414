"""`bandwidth doctor`: notices that only another release can tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.clock import SystemClock
from core.notices import KNOWN
from storage.engine.engines import open_engine
from storage.outbox.claims import SqlOutboxStore, Unknown


@dataclass(frozen=True, slots=True)
class WaitingNotices:
    """Waiting notices, described for the operator."""

    overdue: bool
    """Some of them should have been told by now."""
    words: str
    todo: str


async def kept_for_another_release(url: str) -> WaitingNotices | None:
    """The notices in the outbox that this release does not know, if any. Raises StorageError."""
    engine = open_engine(url)
    try:
        unknown = await SqlOutboxStore(engine, KNOWN).unknown(now=SystemClock().now())
    finally:
        await engine.dispose()
    return in_words(unknown) if unknown else None


def in_words(unknown: Sequence[Unknown]) -> WaitingNotices:
    """Describe them: how many, of which kinds, and what to do."""
    waiting, overdue = sum(each.waiting for each in unknown), any(each.due for each in unknown)
    kinds = ", ".join(f"{each.waiting} x {each.kind} (version {each.version})" for each in unknown)
    words = f"{waiting} waiting of a kind that only a newer release knows: {kinds}"
    todo = (
        "People have not been told. Run the newer release again and it tells them; nothing is lost."
        if overdue
        else "None of them is due yet. Keep the newer release running, and it tells them in time."
    )
    return WaitingNotices(overdue, words, todo)
