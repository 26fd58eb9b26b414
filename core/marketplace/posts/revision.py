"""A post revised: the facts of a fragment take the place of those it had."""

import re
from dataclasses import replace

from core.marketplace.posts.missing import missing_facts
from core.marketplace.posts.notes import MOST_NOTES
from core.marketplace.posts.revised_pay import is_about_some, is_length_alone, revised_pay, settles_pay
from core.marketplace.posts.revised_points import TimedPoint, revised_points
from core.marketplace.posts.values import Post, PostAssumed, PostAssumption, Tickets
from core.money import figure
from core.scheduling.phrases.understanding import Assumed, Assumption, Problem, Trouble

_OF_DATES = (
    Assumed.UNTIL, Assumed.BEFORE, Assumed.DATE, Assumed.WEEK, Assumed.PHASE, PostAssumed.BOUNDED,
    PostAssumed.NIGHTS, PostAssumed.EITHER,
)  # fmt: skip
_OF_SLOTS = (PostAssumed.ONE_SLOT, PostAssumed.SUPPORT)
_OF_PAY = (
    PostAssumed.FEE_PER, PostAssumed.CURRENCY, PostAssumed.OTHER_SUM, PostAssumed.SHARE, PostAssumed.VERSUS,
)  # fmt: skip
_FIGURE = re.compile(r"\d[\d.,]*")
_OF_TIMES = (Trouble.IMPOSSIBLE_TIME, Trouble.END_BEFORE_START)
"""Problems that a new time may settle; a new date settles all but the first."""


def merged(old: Post, new: Post) -> Post:
    """The old post with every fact that the new one gives.

    Points are replaced by their kind. A set length or a fee without slots is for all slots that there are.
    What the old post assumed about a fact goes with it, and what is missing is worked out again.
    """
    dated = _gives_dates(new)
    dates = new.dates if dated else old.dates
    points = revised_points(old, new, dates)
    slots, fee = revised_pay(old, new)
    post = Post(
        dates=dates,
        either=new.either if dated else old.either,
        points=tuple(each.point for each in points),
        slots=slots,
        bands=old.bands if new.bands is None else new.bands,
        capacity=old.capacity if new.capacity is None else new.capacity,
        sold=old.sold if new.sold is None else new.sold,
        draw=old.draw if new.draw is None else new.draw,
        genres=new.genres if _gives_genres(new) else old.genres,
        any_genre=new.any_genre if _gives_genres(new) else old.any_genre,
        fee=fee,
        tickets=_tickets(old.tickets, new.tickets),
        age_from=old.age_from if new.age_from is None else new.age_from,
        notes=tuple(dict.fromkeys((*old.notes, *new.notes)))[:MOST_NOTES],
        place=new.place or old.place,
        town=new.town if new.place or new.town else old.town,
        headlining=old.headlining or new.headlining,
        problems=_problems(old, new),
    )
    return replace(post, missing=missing_facts(post), assumptions=_assumptions(old, new, points, post))


def _gives_dates(post: Post) -> bool:
    return bool(post.dates) or any(each.code not in _OF_TIMES for each in post.problems)


def _gives_genres(post: Post) -> bool:
    return bool(post.genres) or post.any_genre


def _tickets(old: Tickets | None, new: Tickets | None) -> Tickets | None:
    """The prices; "£12 on the door" leaves the price in advance, and no price says where tickets are sold."""
    if old is None or new is None:
        return old if new is None else new
    if new.free:
        return replace(old, advance=None, door=None, advance_most=None, free=True)
    most = old.advance_most if new.advance is None else new.advance_most
    return replace(
        old,
        advance=new.advance or old.advance,
        door=new.door or old.door,
        advance_most=most,
        free=False,
    )


def _problems(old: Post, new: Post) -> tuple[Problem, ...]:
    """The problems of the new post, and those of the old one that it does not touch."""
    dated = _gives_dates(new)
    kept = []
    for each in old.problems:
        of_times = each.code in _OF_TIMES
        settled = (of_times and new.points) or (dated and each.code is not Trouble.IMPOSSIBLE_TIME)
        if not settled:
            kept.append(each)
    return tuple(dict.fromkeys((*kept, *new.problems)))


def _assumptions(
    old: Post, new: Post, points: list[TimedPoint], post: Post
) -> tuple[Assumption | PostAssumption, ...]:
    """The assumptions about the facts that stand."""
    gone = _settled(old, new)
    kept = [each for each in old.assumptions if each.what not in gone or _is_price(each, post.tickets)]
    told = [each for each in (*kept, *new.assumptions) if each.what is not Assumed.CLOCK]
    if len(post.slots) == 1 and post.slots[0].count == 1:
        told = [each for each in told if each.what is not PostAssumed.FEE_PER]
    clocks = (each.clock for each in points if each.clock is not None)
    return tuple(dict.fromkeys((*told, *clocks)))


def _settled(old: Post, new: Post) -> set[Assumed | PostAssumed]:
    """The kinds of assumption about facts that the new post gives."""
    some = is_about_some(old, new)
    gone: set[Assumed | PostAssumed] = set()
    if _gives_dates(new):
        gone |= set(_OF_DATES)
    if new.slots and not some and not is_length_alone(new.slots):
        gone |= set(_OF_SLOTS)
    if settles_pay(new.fee) and not some:
        gone |= set(_OF_PAY)
    return gone


def _is_price(assumption: Assumption | PostAssumption, tickets: Tickets | None) -> bool:
    """Whether it is the currency of a ticket, and not of a fee."""
    if assumption.what is not PostAssumed.CURRENCY or tickets is None:
        return False
    said = _FIGURE.search(assumption.words)
    prices = [each.amount for each in (tickets.advance, tickets.door) if each is not None]
    return said is not None and figure(said[0].rstrip(".,")) in prices
