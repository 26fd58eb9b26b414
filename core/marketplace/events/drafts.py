"""A post that was understood becomes drafts, one a date: kept, published together, changed, discarded."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.access import VenueRight
from core.ids import EventId
from core.journal import Act, Gone
from core.marketplace.events import Event, EventState, NewEvent, NewSlot, Terms
from core.marketplace.events.changes import EventsDiscarded, EventsDrafted, EventsPublished, EventsRestored
from core.marketplace.events.refusals import NightPast, TooManyNights
from core.marketplace.events.store import EventUnit
from core.marketplace.events.times import doors_at, night_times
from core.marketplace.posts import Post
from core.marketplace.posts.values import MissingFact, SlotKind, WantedSlot
from core.marketplace.venues import Venue
from core.marketplace.venues.creation import reached_venue

MOST_NIGHTS = 40
MOST_SLOTS = 12


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
    await unit.events.set_state(now)
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
    await unit.events.set_state(now)
    kind = EventsDiscarded if new is EventState.DISCARDED else EventsRestored
    await unit.journal.record(act, kind(venue.id, tuple(each.id for each in now)))
    return PostDiscarded(venue, tuple(now))


def terms_of(post: Post, venue: Venue, day: date) -> Terms:
    """What a post offers on one of its dates; what it leaves out is the venue's own."""
    own = venue.profile
    return Terms(
        points=tuple(replace(each, on=None) for each in post.points if each.on in (None, day)),
        capacity=post.capacity if post.capacity is not None else own.capacity,
        sold=post.sold,
        draw=post.draw,
        genres=post.genres,
        any_genre=post.any_genre,
        fee=post.fee,
        tickets=post.tickets,
        age_from=post.age_from if post.age_from is not None else own.age_from,
        notes=post.notes,
        bands=post.bands,
    )


def slots_of(post: Post) -> tuple[NewSlot, ...]:
    """The places on the bill that a post offers; one act, where it names none."""
    wanted = post.slots or (WantedSlot(SlotKind.ANY, count=post.bands or 1),)
    each = [slot for slot in wanted for _ in range(slot.count or 1)]
    return tuple(
        NewSlot(number, slot.kind, slot.minutes, slot.minutes_most, slot.sets, slot.position, slot.fee)
        for number, slot in enumerate(each[:MOST_SLOTS], 1)
    )


def missing_in(event: Event) -> tuple[MissingFact, ...]:
    """What a night leaves open that bands would like to know."""
    terms = event.terms
    said = {
        MissingFact.DOORS: any(each.at is not None for each in terms.points),
        MissingFact.SET_LENGTH: all(each.minutes for each in event.slots),
        MissingFact.FEE: terms.fee.shape != "not_said" or any(each.fee for each in event.slots),
        MissingFact.CAPACITY: terms.capacity is not None,
        MissingFact.GENRES: bool(terms.genres) or terms.any_genre,
    }
    return tuple(fact for fact, there in said.items() if not there)


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
