"""A gig post read: each reader takes its words from the text, and the days are read from the rest."""

from dataclasses import replace

from core.marketplace.posts import gate
from core.marketplace.posts.days import Dates, read_dates
from core.marketplace.posts.fees import Pay, fee_of, read_pay, tickets_of
from core.marketplace.posts.genres import read_genres
from core.marketplace.posts.lengths import read_lengths
from core.marketplace.posts.notes import read_notes
from core.marketplace.posts.points import PointFound, read_points, settled
from core.marketplace.posts.room import read_place, read_room
from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.slots import Bill, read_slots
from core.marketplace.posts.values import (
    FeeShape,
    MissingFact,
    NotAPost,
    Otherwise,
    Point,
    PointOfDay,
    Post,
    SlotKind,
    WantedSlot,
)
from core.marketplace.posts.vocabularies import compiled
from core.scheduling.phrases.understanding import Context, Problem, Trouble

LIMIT = 4096
"""Characters: the longest message of Telegram; a longer text is refused unread."""

LONGEST_SET = 90
"""Minutes: a shorter time without a label is the set time of the only slot, a longer one the whole event."""


def read_post(words: str, context: Context) -> Post | NotAPost:
    """The offer in a gig post, or the reason why the message is none.

    Pure and bounded: no clock, no input or output, no exception on any text; work grows with the length
    of the text, and texts longer than LIMIT are refused unread.
    """
    if not words.strip():
        return NotAPost(Otherwise.EMPTY)
    if len(words) > LIMIT:
        return NotAPost(Otherwise.TOO_LONG)
    sheet = PostSheet(words, context)
    refused = gate.early(sheet)
    if refused is not None:
        return refused
    headlining = sheet.first(compiled("{0}", sheet.vocabulary.headlining)) is not None
    notes = read_notes(sheet)
    room = read_room(sheet)
    pay = read_pay(sheet)
    found = read_points(sheet)
    lengths = read_lengths(sheet)
    bill = read_slots(sheet, lengths)
    place, town = read_place(sheet)
    genres, any_genre = read_genres(sheet)
    dates = _dates(sheet)
    tickets = tickets_of(pay)
    facts = (
        lengths,
        tickets,
        room.age_from is not None,
        genres or any_genre,
        room.draw or room.sold,
        place,
        bill.named,
    )
    evidence = gate.Evidence(
        asked=bill.asked,
        slots=bool(bill.mentions) or bill.bands is not None,
        dated=bool(dates.days or dates.problems),
        fee=pay.offered,
        deal=pay.deal,
        capacity=room.capacity is not None,
        doors=any(each.point is Point.DOORS for each in found),
        points=sum(each.point is not Point.EVENT for each in found),
        others=sum(map(bool, facts)),
        headlining=headlining,
    )
    refused = gate.other(sheet, evidence)
    if refused is not None:
        return refused
    slots, own_fees = _slots(sheet, bill, pay, found)
    total = sum(slot.count or 2 for slot in slots) if slots else None
    post = Post(
        dates=dates.days,
        either=dates.either,
        points=_points(sheet, found, dates),
        slots=slots,
        bands=bill.bands,
        capacity=room.capacity,
        sold=room.sold,
        draw=room.draw,
        genres=genres,
        any_genre=any_genre,
        fee=fee_of(sheet, pay, slots=total, own_fees=own_fees),
        tickets=tickets,
        age_from=room.age_from,
        notes=notes,
        place=place,
        town=town,
        headlining=headlining,
        problems=(*dates.problems, *sheet.problems),
    )
    assumptions = (*dates.assumptions, *sheet.frame.assumptions, *sheet.assumptions)
    return replace(post, missing=_missing(post), assumptions=assumptions)


def _dates(sheet: PostSheet) -> Dates:
    try:
        return read_dates(sheet)
    except (OverflowError, ValueError):  # arithmetic that left the calendar
        return Dates(problems=(Problem(Trouble.IMPOSSIBLE_DATE),))


def _slots(
    sheet: PostSheet, bill: Bill, pay: Pay, found: list[PointFound]
) -> tuple[tuple[WantedSlot, ...], bool]:
    """The slots, each with its own fee if there are as many fees, and whether there are."""
    slots = bill.slots
    if len(slots) == 1 and bill.mentions and slots[0].minutes is None:
        slots = (replace(slots[0], minutes=_minutes_on(sheet, slots[0], bill.mentions[0][0], found)),)
    if len(slots) < 2 or len(pay.fees) != len(slots):
        return slots, False
    return tuple(replace(slot, fee=fee.money) for slot, fee in zip(slots, pay.fees, strict=True)), True


def _minutes_on(sheet: PostSheet, slot: WantedSlot, start: int, found: list[PointFound]) -> int | None:
    """The set length of the only slot, named at `start`, by its hours: "opener 8-8.30"."""
    spans = [
        (each, each.until - each.minutes)
        for each in found
        if each.until is not None and each.point in (Point.EVENT, Point.SET)
    ]
    own = [length for each, length in spans if each.of and sheet.low.startswith(each.of.lower(), start)]
    if not own and slot.count == 1:
        own = [length for each, length in spans if each.point is Point.EVENT and length <= LONGEST_SET]
    return own[0] if len(own) == 1 else None


def _points(sheet: PostSheet, found: list[PointFound], dates: Dates) -> tuple[PointOfDay, ...]:
    """The points in wall time; a point given for one weekday is on that date only."""
    points = settled(sheet, found)
    for i, each in enumerate(found):
        days = [day for day in dates.days if day.weekday() == each.weekday]
        if len(dates.days) > 1 and len(days) == 1:
            points[i] = replace(points[i], on=days[0])
    return tuple(points)


def _missing(post: Post) -> tuple[MissingFact, ...]:
    """The facts that the post leaves out."""
    said = {
        MissingFact.DATE: bool(post.dates or post.problems),
        MissingFact.DOORS: any(each.point is Point.DOORS for each in post.points),
        MissingFact.SLOTS: any(slot.count or slot.kind is not SlotKind.ANY for slot in post.slots),
        MissingFact.SET_LENGTH: bool(post.slots) and all(slot.minutes for slot in post.slots),
        MissingFact.FEE: post.fee.shape is not FeeShape.NOT_SAID,
        MissingFact.CAPACITY: post.capacity is not None,
        MissingFact.GENRES: bool(post.genres) or post.any_genre,
    }
    return tuple(what for what, there in said.items() if not there)
