"""A post and the nights that it becomes, turned into each other."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.marketplace.events import Event, NewSlot, Terms
from core.marketplace.posts import Post
from core.marketplace.posts.values import Fee, FeeShape, MissingFact, Per, SlotKind, WantedSlot
from core.marketplace.venues import Venue

MOST_SLOTS = 12


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
        fee=_settled(post.fee),
        tickets=post.tickets,
        age_from=post.age_from if post.age_from is not None else own.age_from,
        notes=post.notes,
        bands=post.bands,
    )


def _settled(fee: Fee) -> Fee:
    """A guarantee of which nothing else was said is for each act; the card says so, and offers the other."""
    open_ = fee.guarantee is not None and fee.per is Per.NOT_SAID
    return replace(fee, per=Per.EACH) if open_ else fee


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
        MissingFact.FEE: terms.fee.shape is not FeeShape.NOT_SAID or any(each.fee for each in event.slots),
        MissingFact.CAPACITY: terms.capacity is not None,
        MissingFact.GENRES: bool(terms.genres) or terms.any_genre,
    }
    return tuple(fact for fact, there in said.items() if not there)


def as_post(events: Sequence[Event]) -> Post:
    """Nights of one post as the post that would draft them again: what an edit is merged with."""
    first = events[0]
    terms = first.terms
    wanted: list[WantedSlot] = []
    for slot in first.slots:
        one = WantedSlot(slot.kind, 1, slot.minutes, slot.minutes_most, slot.sets, slot.position, slot.fee)
        if wanted and replace(wanted[-1], count=1) == one:
            wanted[-1] = replace(one, count=(wanted[-1].count or 0) + 1)
        else:
            wanted.append(one)
    return Post(
        dates=tuple(each.day for each in events),
        points=terms.points,
        slots=tuple(wanted),
        bands=terms.bands,
        capacity=terms.capacity,
        sold=terms.sold,
        draw=terms.draw,
        genres=terms.genres,
        any_genre=terms.any_genre,
        fee=terms.fee,
        tickets=terms.tickets,
        age_from=terms.age_from,
        notes=terms.notes,
    )
