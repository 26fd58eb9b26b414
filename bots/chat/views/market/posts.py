"""A gig post as it was understood: what is offered, what was taken for granted, what is missing."""

from bots.chat.reply import Block, Facts, Line, Listing, Paragraph, Reply, line
from bots.chat.results.market import PostRead
from bots.chat.turn import Reader
from bots.chat.views.diary.troubles import trouble_line
from core import formats
from core.marketplace.posts.values import (
    Fee,
    FeeShape,
    MissingFact,
    Per,
    Point,
    PointOfDay,
    Post,
    SlotKind,
    WantedSlot,
)
from core.money import Money
from presentation.words import plural

_DAYS_SHOWN = 6
_SLOTS = {
    SlotKind.HEADLINER: ("headliner", "headliners"),
    SlotKind.MAIN_SUPPORT: ("main support", "main supports"),
    SlotKind.SUPPORT: ("support", "supports"),
    SlotKind.OPENER: ("opener", "openers"),
    SlotKind.ANY: ("act", "acts"),
}
_POINTS = {
    Point.LOAD_IN: "Load-in",
    Point.SOUNDCHECK: "Soundcheck",
    Point.LINE_CHECK: "Line check",
    Point.DOORS: "Doors",
    Point.ON_STAGE: "On stage",
    Point.SET: "Set",
    Point.EVENT: "Time",
    Point.CHANGEOVER: "Changeover",
    Point.CURFEW: "Curfew",
}
_MISSING = {
    MissingFact.DATE: "the date",
    MissingFact.DOORS: "doors",
    MissingFact.SLOTS: "which slots",
    MissingFact.SET_LENGTH: "set length",
    MissingFact.FEE: "the fee",
    MissingFact.CAPACITY: "capacity",
    MissingFact.GENRES: "genres",
}
_SHAPES = {
    FeeShape.UNPAID: "unpaid",
    FeeShape.DOOR_SPLIT: "a share of the door",
    FeeShape.OWN_TICKETS: "a share of your own tickets",
    FeeShape.IN_KIND: "in kind",
    FeeShape.EXPENSES: "expenses",
    FeeShape.TIPS: "tips",
    FeeShape.HIRE: "you hire the room",
}


def post_read(result: PostRead, reader: Reader) -> Reply:
    """What the post says, and that it is not published."""
    post = result.post
    blocks: list[Block] = []
    if facts := _facts(post, reader):
        blocks.append(Facts(facts))
    if post.problems:
        blocks.append(Listing(tuple(trouble_line(each, reader) for each in post.problems)))
    if post.missing:
        missing = formats.listing([_MISSING[each] for each in post.missing], reader.locale)
        blocks.append(Paragraph(reader.say("Not said: {missing}.", missing=missing)))
    unsaved = "I can read open dates, but not publish them yet. Nothing was saved."
    blocks.append(Paragraph(reader.say(unsaved)))
    title = reader.say("🎤 That reads like a gig post: {days}", days=_days(post, reader))
    return Reply(title, tuple(blocks))


def _days(post: Post, reader: Reader) -> str:
    days = [formats.day(each, reader.locale, today=reader.today) for each in post.dates]
    if not days:
        return "no date"
    if len(days) > _DAYS_SHOWN:
        days = [*days[: _DAYS_SHOWN - 1], f"{len(days) - _DAYS_SHOWN + 1} more"]
    return " or ".join(days) if post.either else formats.listing(days, reader.locale)


def _facts(post: Post, reader: Reader) -> tuple[tuple[str, Line], ...]:
    where = ", ".join(filter(None, (post.place, post.town)))
    facts = [
        ("Where", where),
        ("Wanted", "; ".join(_slot(each) for each in post.slots)),
        (
            "Genres",
            "any" if post.any_genre else formats.listing(post.genres, reader.locale) if post.genres else "",
        ),
        *((_POINTS[each.point], _point(each, reader)) for each in post.points),
        ("Fee", _fee(post.fee, reader)),
        ("Capacity", str(post.capacity) if post.capacity else ""),
    ]
    return tuple((label, line(words)) for label, words in facts if words)


def _slot(slot: WantedSlot) -> str:
    one, many = _SLOTS[slot.kind]
    words = many if slot.count is None else plural(slot.count, f"1 {one}", f"{{n}} {many}")
    if slot.minutes:
        most = f" to {slot.minutes_most}" if slot.minutes_most else ""
        sets = f"{slot.sets} sets of " if slot.sets > 1 else ""
        words += f", {sets}{slot.minutes}{most} min each"
    return words


def _point(point: PointOfDay, reader: Reader) -> str:
    whose = f"{point.of}: " if point.of else ""
    if point.at is None:
        return f"{whose}{point.minutes} min" if point.minutes else ""
    if point.until is not None:
        return whose + formats.hours(point.at, point.until, reader.locale)
    return whose + formats.clock(point.at, reader.locale)


def _fee(fee: Fee, reader: Reader) -> str:
    parts: list[str] = []
    if fee.guarantee is not None:
        most = f" to {_money(fee.guarantee_most, reader)}" if fee.guarantee_most else ""
        per = {Per.EACH: " each", Per.IN_ALL: " in all", Per.NOT_SAID: " (each or in all was not said)"}
        parts.append(_money(fee.guarantee, reader) + most + per[fee.per])
    if fee.share is not None:
        parts.append(f"{fee.share} % of the door")
    if fee.own_share is not None:
        parts.append(f"{fee.own_share} % of your own tickets")
    if fee.hire is not None:
        parts.append(f"hire {_money(fee.hire, reader)}")
    if not parts and fee.shape in _SHAPES:
        parts.append(_SHAPES[fee.shape])
    parts += [each.value.replace("_", " ") for each in fee.in_kind]
    joint = {FeeShape.VERSUS: " or, if more, ", FeeShape.PLUS: " and "}.get(fee.shape, ", ")
    return joint.join(parts[:2]) + "".join(f", {each}" for each in parts[2:])


def _money(money: Money, reader: Reader) -> str:
    return formats.money(money.amount, money.currency, reader.locale)
