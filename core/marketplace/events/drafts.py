"""A post that was understood becomes drafts, one a date: kept, published together, changed, discarded."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.access import VenueRight
from core.ids import EventId
from core.journal import Act, Gone
from core.marketplace.events import Event, EventState, NewEvent
from core.marketplace.events.changes import EventsDiscarded, EventsDrafted, EventsPublished, EventsRestored
from core.marketplace.events.from_posts import as_post, missing_in, slots_of, terms_of
from core.marketplace.events.refusals import FactUnclear, NightPast, TooManyNights
from core.marketplace.events.store import EventUnit
from core.marketplace.events.times import doors_at, night_times
from core.marketplace.posts import Post, merged
from core.marketplace.posts.values import MissingFact
from core.marketplace.venues import Venue
from core.marketplace.venues.creation import reached_venue

MOST_NIGHTS = 40


@dataclass(frozen=True, slots=True)
class PostDrafted:
    """What was understood, as drafts that nobody else sees yet."""

    venue: Venue
    events: tuple[Event, ...]
    """By date."""
    missing: tuple[MissingFact, ...] = ()
    """What the post leaves out."""
    post: Post | None = None
    """As it was just read, with its assumptions; None: the drafts are shown again later."""
    doubled: tuple[date, ...] = ()
    """Dates on which the venue has another night posted."""


@dataclass(frozen=True, slots=True)
class PostPublished:
    """Dates that every band that fits is told of from now on."""

    venue: Venue
    events: tuple[Event, ...]
    before: bool = False
    """They were published already; nothing changed now."""


@dataclass(frozen=True, slots=True)
class PostDiscarded:
    """Drafts were thrown away."""

    venue: Venue
    events: tuple[Event, ...]
    before: bool = False


async def draft_post(unit: EventUnit, act: Act, venue: Venue, post: Post) -> PostDrafted:
    """Keep a post as drafts, one for each of its dates. Raises TooManyNights, NightPast.

    The post has a date, and no problems are left in it.
    """
    if len(post.dates) > MOST_NIGHTS:
        raise TooManyNights(MOST_NIGHTS)
    made: list[Event] = []
    new = [_night(act, venue, post, day) for day in post.dates]
    for each in new:
        _still_ahead(act, each)
    doubled = await _doubled(unit, venue, new)
    for each in new:
        first = made[0].id if made else None
        made.append(await unit.events.add(each, slots_of(post), post=first))
    await unit.journal.record(act, EventsDrafted(venue.id, tuple(each.id for each in made)))
    return PostDrafted(venue, tuple(made), missing_in(made[0]), post, doubled)


async def show_drafts(unit: EventUnit, act: Act, post: EventId) -> PostDrafted:
    """The drafts of a post. Raises Gone, NotAPromoter."""
    venue, events = await _post(unit, act, post)
    drafts = tuple(each for each in events if each.state is EventState.DRAFT)
    if not drafts:
        raise Gone
    return PostDrafted(venue, drafts, missing_in(drafts[0]))


async def revise_drafts(unit: EventUnit, act: Act, post: EventId, facts: Post) -> PostDrafted:
    """Change all drafts of a post by the facts of a fragment; other dates take the place of those it had.

    Raises Gone, NotAPromoter, NightPast, TooManyNights, FactUnclear.
    """
    await unit.events.lock(post)
    venue, events = await _post(unit, act, post)
    drafts = [each for each in events if each.state is EventState.DRAFT]
    if not drafts:
        raise Gone
    before = as_post(drafts)
    revised = merged(before, facts)
    if _same(before, revised) or not revised.dates:
        raise FactUnclear("")
    if len(revised.dates) > MOST_NIGHTS:
        raise TooManyNights(MOST_NIGHTS)
    new = [_night(act, venue, revised, day) for day in revised.dates]
    for each in new:
        _still_ahead(act, each)
    for draft, each in zip(drafts, new, strict=False):
        await unit.events.replace(replace(draft, day=each.day, terms=each.terms), at=act.at)
        await unit.events.set_slots(draft.id, slots_of(revised))
    kept = [await unit.events.add(each, slots_of(revised), post=post) for each in new[len(drafts) :]]
    surplus = drafts[len(new) :]
    await unit.events.set_state([replace(each, state=EventState.DISCARDED) for each in surplus], at=act.at)
    ids = [each.id for each in (*drafts[: len(new)], *kept)]
    await unit.journal.record(act, EventsDrafted(venue.id, tuple(ids)))
    now = tuple(await unit.events.some(ids))
    return PostDrafted(venue, now, missing_in(now[0]), revised)


async def publish(unit: EventUnit, act: Act, post: EventId) -> PostPublished:
    """Publish all drafts of a post, and have the bands that fit them looked for.

    Raises Gone, NotAPromoter, NightPast.
    """
    await unit.events.lock(post)
    venue, events = await _post(unit, act, post)
    drafts = [each for each in events if each.state is EventState.DRAFT]
    if not drafts:
        published = tuple(each for each in events if each.state is EventState.PUBLISHED)
        if not published:
            raise Gone
        return PostPublished(venue, published, before=True)
    for each in drafts:
        _still_ahead(act, each)
    now = [replace(each, state=EventState.PUBLISHED, published_at=act.at) for each in drafts]
    await unit.events.set_state(now, at=act.at)
    ids = tuple(each.id for each in now)
    await unit.events.ask_for_matches(ids, at=act.at)
    await unit.journal.record(act, EventsPublished(venue.id, ids))
    return PostPublished(venue, tuple(now))


async def discard(unit: EventUnit, act: Act, post: EventId) -> PostDiscarded:
    """Throw the drafts of a post away. Raises Gone, NotAPromoter."""
    return await _moved(unit, act, post, EventState.DRAFT, EventState.DISCARDED)


async def restore(unit: EventUnit, act: Act, post: EventId) -> PostDrafted:
    """Make discarded drafts drafts again. Raises Gone, NotAPromoter."""
    done = await _moved(unit, act, post, EventState.DISCARDED, EventState.DRAFT)
    return PostDrafted(done.venue, done.events, missing_in(done.events[0]))


async def _moved(unit: EventUnit, act: Act, post: EventId, old: EventState, new: EventState) -> PostDiscarded:
    await unit.events.lock(post)
    venue, events = await _post(unit, act, post)
    found = [each for each in events if each.state is old]
    if not found:
        there = tuple(each for each in events if each.state is new)
        if not there:
            raise Gone
        return PostDiscarded(venue, there, before=True)
    now = [replace(each, state=new) for each in found]
    await unit.events.set_state(now, at=act.at)
    kind = EventsDiscarded if new is EventState.DISCARDED else EventsRestored
    await unit.journal.record(act, kind(venue.id, tuple(each.id for each in now)))
    return PostDiscarded(venue, tuple(now))


async def _post(unit: EventUnit, act: Act, post: EventId) -> tuple[Venue, Sequence[Event]]:
    events = await unit.events.of_post(post)
    if not events:
        raise Gone
    venue, _ = await reached_venue(unit, act, events[0].venue, VenueRight.POST)
    return venue, events


def _night(act: Act, venue: Venue, post: Post, day: date) -> NewEvent:
    terms = terms_of(post, venue, day)
    return NewEvent(venue.id, day, venue.zone, EventState.DRAFT, terms, act.person, act.at)


def _still_ahead(act: Act, event: NewEvent) -> None:
    if doors_at(event) <= act.at:
        raise NightPast(event.day)


async def _doubled(unit: EventUnit, venue: Venue, new: Sequence[NewEvent]) -> tuple[date, ...]:
    times = [night_times(each) for each in new]
    start, end = min(each.starts_at for each in times), max(each.ends_at for each in times)
    there = {
        each.day
        for each in await unit.events.of_venue(venue.id, start=start, end=end)
        if each.state is EventState.PUBLISHED
    }
    return tuple(each.day for each in new if each.day in there)


def _same(before: Post, after: Post) -> bool:
    """Whether an edit has changed nothing."""
    return _offered(before) == _offered(after)


def _offered(post: Post) -> Post:
    return replace(post, missing=(), assumptions=(), problems=())
