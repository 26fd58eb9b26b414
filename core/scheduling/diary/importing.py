"""Importing calendars: adding, showing, removing and restoring a feed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.ids import FeedId
from core.journal import Act, Gone, NotYours
from core.people import Person
from core.scheduling.calendars.addresses import host_of, tail_of
from core.scheduling.calendars.feeds import MOST, Feed, TooManyFeeds
from core.scheduling.calendars.outcome import FeedTrouble
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.diary.changes import FeedAdded, FeedRemovedFacts
from core.scheduling.diary.zones import zone_of


@dataclass(frozen=True, slots=True)
class FeedCard:
    """The facts of a feed that may be shown: never its address."""

    feed: FeedId
    host: str
    tail: str
    """A few characters that tell it from others on the same host; may be empty."""
    times: int | None
    """How many busy times lie ahead; None: it was never read."""
    read_at: datetime | None
    """Aware, UTC, like the next one."""
    failing_since: datetime | None
    why: FeedTrouble | None


@dataclass(frozen=True, slots=True)
class Imported:
    """A calendar was added; it will be read soon, and its person told."""

    card: FeedCard


@dataclass(frozen=True, slots=True)
class AlreadyImported:
    """This address was already imported; nothing changed."""

    card: FeedCard


@dataclass(frozen=True, slots=True)
class Imports:
    """A person's imported calendars."""

    cards: tuple[FeedCard, ...]


@dataclass(frozen=True, slots=True)
class FeedRemoved:
    """A calendar was removed, and its times no longer count."""

    card: FeedCard
    before: bool
    """It was already removed."""


@dataclass(frozen=True, slots=True)
class FeedRestored:
    """A removed calendar counts again."""

    card: FeedCard
    before: bool
    """It was already there."""


@dataclass(frozen=True, slots=True)
class ReadingAgain:
    """A calendar will be read again soon."""

    card: FeedCard


async def import_calendar(
    unit: SchedulingUnit, act: Act, person: Person, address: str
) -> Imported | AlreadyImported:
    """Add a calendar by its address, in the form of `feed_address`. Raises TooManyFeeds."""
    standing = await unit.feeds.of(person.id)
    same = next((each for each in standing if each.address == address), None)
    if same is not None:
        return AlreadyImported(card_of(same, person, act.at))
    if len(standing) >= MOST:
        raise TooManyFeeds
    feed = await unit.feeds.add(person.id, address, at=act.at)
    await unit.journal.record(act, FeedAdded(feed))
    return Imported(FeedCard(feed, host_of(address), tail_of(address), None, None, None, None))


async def imports(unit: SchedulingUnit, person: Person, *, now: datetime) -> Imports:
    """The person's imported calendars, each with the number of its coming busy times."""
    return Imports(tuple(card_of(each, person, now) for each in await unit.feeds.of(person.id)))


async def remove(unit: SchedulingUnit, act: Act, person: Person, feed: FeedId) -> FeedRemoved:
    """Stop counting and fetching a calendar. Raises Gone, NotYours."""
    found = await _own(unit, act, feed)
    if not found.removed:
        await unit.feeds.remove(feed, at=act.at)
        await unit.journal.record(act, FeedRemovedFacts(feed))
    return FeedRemoved(card_of(found, person, act.at), before=found.removed)


async def restore(unit: SchedulingUnit, act: Act, person: Person, feed: FeedId) -> FeedRestored:
    """Restore a removed calendar with its known times. Raises Gone, NotYours, TooManyFeeds."""
    found = await _own(unit, act, feed)
    standing = await unit.feeds.of(person.id)
    if found.removed and not _among(found, standing):
        if len(standing) >= MOST:
            raise TooManyFeeds
        await unit.feeds.restore(feed, at=act.at)
        await unit.journal.record(act, FeedAdded(feed))
        return FeedRestored(card_of(found, person, act.at), before=False)
    return FeedRestored(card_of(found, person, act.at), before=True)


async def read_again(unit: SchedulingUnit, act: Act, person: Person, feed: FeedId) -> ReadingAgain:
    """Have a calendar read now. Raises Gone, NotYours."""
    found = await _own(unit, act, feed)
    if found.removed:
        raise Gone
    await unit.feeds.ask_again(feed, at=act.at)
    return ReadingAgain(card_of(found, person, act.at))


def card_of(feed: Feed, person: Person, now: datetime) -> FeedCard:
    """The facts of a feed that may be shown to its person."""
    times = len(feed.coming(now, zone_of(person))) if feed.busy else None
    return FeedCard(
        feed=feed.id,
        host=host_of(feed.address),
        tail=tail_of(feed.address),
        times=times,
        read_at=feed.read_at,
        failing_since=feed.failing_since,
        why=feed.why,
    )


def _among(feed: Feed, standing: Sequence[Feed]) -> bool:
    return any(each.address == feed.address for each in standing)


async def _own(unit: SchedulingUnit, act: Act, feed: FeedId) -> Feed:
    found = await unit.feeds.find(feed)
    if found is None:
        raise Gone
    if found.person != act.person:
        raise NotYours
    return found
