"""What the readers find in a text about a gig, and the post made of it."""

from dataclasses import dataclass, replace

from core.marketplace.posts.days import Dates, read_dates
from core.marketplace.posts.fees import Pay, fee_of, read_pay, tickets_of
from core.marketplace.posts.genres import read_genres
from core.marketplace.posts.lengths import read_length_asked, read_lengths
from core.marketplace.posts.missing import missing_facts
from core.marketplace.posts.notes import read_notes
from core.marketplace.posts.pay_to_play import read_must_sell
from core.marketplace.posts.point_times import PointFound
from core.marketplace.posts.points import read_points, settled
from core.marketplace.posts.room import RoomFigures, read_place, read_room
from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.slots import Bill, read_slots
from core.marketplace.posts.values import Point, PointOfDay, Post, Tickets, WantedSlot
from core.marketplace.posts.vocabularies import compiled
from core.scheduling.phrases.understanding import Problem, Trouble

LONGEST_SET = 90
"""Minutes: a shorter time without a label is the set time of the only slot, a longer one the whole event."""


@dataclass(frozen=True, slots=True)
class PostFindings:
    """Everything found in a text, before it is known to be a post."""

    room: RoomFigures
    must_sell: int | None
    pay: Pay
    points: list[PointFound]
    bill: Bill
    dates: Dates
    tickets: Tickets | None
    genres: tuple[str, ...]
    any_genre: bool
    notes: tuple[str, ...]
    place: str | None
    town: str | None
    headlining: bool
    lengths: bool
    """Set lengths are named."""


def read_findings(sheet: PostSheet) -> PostFindings:
    """Let each reader take its words from the text; the days are read from the rest."""
    headlining = sheet.first(compiled("{0}", sheet.vocabulary.headlining)) is not None
    must_sell = read_must_sell(sheet)
    lengths = read_length_asked(sheet)
    room = read_room(sheet)
    pay = read_pay(sheet)
    points = read_points(sheet)
    lengths += read_lengths(sheet)
    bill = read_slots(sheet, lengths)
    place, town = read_place(sheet)
    genres, any_genre = read_genres(sheet)
    return PostFindings(
        room=room,
        must_sell=must_sell,
        pay=pay,
        points=points,
        bill=bill,
        dates=_dates(sheet),
        tickets=tickets_of(pay),
        genres=genres,
        any_genre=any_genre,
        notes=read_notes(sheet),
        place=place,
        town=town,
        headlining=headlining,
        lengths=bool(lengths),
    )


def post_of(sheet: PostSheet, found: PostFindings) -> Post:
    """The post that the findings make, with its assumptions and what it leaves out."""
    slots, own_fees = _slots(sheet, found)
    total = sum(slot.count or 2 for slot in slots) if slots else None
    fee = fee_of(sheet, found.pay, slots=total, own_fees=own_fees)
    room = found.room
    post = Post(
        dates=found.dates.days,
        either=found.dates.either,
        points=_points(sheet, found),
        slots=slots,
        bands=found.bill.bands,
        capacity=room.capacity,
        sold=room.sold,
        draw=room.draw,
        genres=found.genres,
        any_genre=found.any_genre,
        fee=replace(fee, must_sell=found.must_sell),
        tickets=found.tickets,
        age_from=room.age_from,
        notes=found.notes,
        place=found.place,
        town=found.town,
        headlining=found.headlining,
        problems=(*found.dates.problems, *sheet.problems),
    )
    assumptions = (*found.dates.assumptions, *sheet.frame.assumptions, *sheet.assumptions)
    return replace(post, missing=missing_facts(post), assumptions=assumptions)


def _dates(sheet: PostSheet) -> Dates:
    try:
        return read_dates(sheet)
    except (OverflowError, ValueError):  # arithmetic that left the calendar
        return Dates(problems=(Problem(Trouble.IMPOSSIBLE_DATE),))


def _slots(sheet: PostSheet, found: PostFindings) -> tuple[tuple[WantedSlot, ...], bool]:
    """The slots, each with its own fee if there are as many fees, and whether there are."""
    slots, mentions, fees = found.bill.slots, found.bill.mentions, found.pay.fees
    if len(slots) == 1 and mentions and slots[0].minutes is None:
        slots = (replace(slots[0], minutes=_minutes_on(sheet, slots[0], mentions[0][0], found.points)),)
    if len(slots) < 2 or len(fees) != len(slots):
        return slots, False
    return tuple(replace(slot, fee=fee.money) for slot, fee in zip(slots, fees, strict=True)), True


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


def _points(sheet: PostSheet, found: PostFindings) -> tuple[PointOfDay, ...]:
    """The points in wall time; a point given for one weekday is on that date only."""
    points = settled(sheet, found.points)
    for i, each in enumerate(found.points):
        days = [day for day in found.dates.days if day.weekday() == each.weekday]
        if len(found.dates.days) > 1 and len(days) == 1:
            points[i] = replace(points[i], on=days[0])
    return tuple(points)
