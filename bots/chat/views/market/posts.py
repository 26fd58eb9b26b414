"""A gig post as it was understood: what is offered, what was taken for granted, what is missing."""

from bots.chat.reply import Block, Facts, Line, Listing, Paragraph, Reply, line, plain
from bots.chat.results.market import PostRead
from bots.chat.turn import Reader
from bots.chat.views.diary.troubles import trouble_line
from core import formats
from core.marketplace.posts.values import (
    Fee,
    FeeShape,
    InKind,
    MissingFact,
    Per,
    Point,
    PointOfDay,
    Post,
    SlotKind,
    WantedSlot,
)
from core.money import Money

_DAYS_SHOWN = 6
_SLOT = {
    SlotKind.HEADLINER: "1 headliner",
    SlotKind.MAIN_SUPPORT: "1 main support",
    SlotKind.SUPPORT: "1 support",
    SlotKind.OPENER: "1 opener",
    SlotKind.ANY: "1 act",
}
_SLOTS = {
    SlotKind.HEADLINER: "{n} headliners",
    SlotKind.MAIN_SUPPORT: "{n} main supports",
    SlotKind.SUPPORT: "{n} supports",
    SlotKind.OPENER: "{n} openers",
    SlotKind.ANY: "{n} acts",
}
_UNCOUNTED_SLOTS = {
    SlotKind.HEADLINER: "headliners",
    SlotKind.MAIN_SUPPORT: "main supports",
    SlotKind.SUPPORT: "supports",
    SlotKind.OPENER: "openers",
    SlotKind.ANY: "acts",
}
_SETS = {
    (False, False): "{slots}, {minutes} min each",
    (False, True): "{slots}, {minutes} to {most} min each",
    (True, False): "{slots}, {sets} sets of {minutes} min each",
    (True, True): "{slots}, {sets} sets of {minutes} to {most} min each",
}
"""By whether there are several sets, and whether their length may vary."""
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


_IN_KIND = {
    InKind.RIDER: "rider",
    InKind.FOOD: "food",
    InKind.DRINKS: "drinks",
    InKind.CRATE: "crate",
    InKind.GUEST_LIST: "guest list",
    InKind.BED: "bed",
    InKind.TRAVEL: "travel",
    InKind.RECORDING: "recording",
}
_GUARANTEES = {
    Per.EACH: "{least} each",
    Per.IN_ALL: "{least} in all",
    Per.NOT_SAID: "{least} (not said if each or in all)",
}
_GUARANTEES_UP_TO = {
    Per.EACH: "{least} to {most} each",
    Per.IN_ALL: "{least} to {most} in all",
    Per.NOT_SAID: "{least} to {most} (not said if each or in all)",
}


def post_read(result: PostRead, reader: Reader) -> Reply:
    """The facts of the post, and that it is not published."""
    post = result.post
    blocks: list[Block] = []
    if facts := _facts(post, reader):
        blocks.append(Facts(facts))
    if post.problems:
        blocks.append(Listing(tuple(trouble_line(each, reader) for each in post.problems)))
    if post.missing:
        missing = formats.listing([reader.label(_MISSING[each]) for each in post.missing], reader.locale)
        blocks.append(Paragraph(reader.say("Not said: {missing}.", missing=missing)))
    unsaved = "I can read open dates, but not publish them yet. Nothing was saved."
    blocks.append(Paragraph(reader.say(unsaved)))
    title = reader.say("🎤 That reads like a gig post: {days}", days=_days(post, reader))
    return Reply(title, tuple(blocks))


def _days(post: Post, reader: Reader) -> str:
    days = [formats.day(each, reader.locale, today=reader.today) for each in post.dates]
    if not days:
        return reader.label("no date")
    if len(days) > _DAYS_SHOWN:
        more = reader.label("{n} more", n=str(len(days) - _DAYS_SHOWN + 1))
        days = [*days[: _DAYS_SHOWN - 1], more]
    return formats.listing(days, reader.locale, style="or" if post.either else "standard")


def _facts(post: Post, reader: Reader) -> tuple[tuple[str, Line], ...]:
    label = reader.label
    facts = [
        (label("Where"), ", ".join(filter(None, (post.place, post.town)))),
        (label("Wanted"), "; ".join(_slot(each, reader) for each in post.slots)),
        (label("Genres"), _genres(post, reader)),
        *((label(_POINTS[each.point]), _point(each, reader)) for each in post.points),
        (label("Fee"), _fee(post.fee, reader)),
        (label("Capacity"), str(post.capacity) if post.capacity else ""),
    ]
    return tuple((name, line(words)) for name, words in facts if words)


def _genres(post: Post, reader: Reader) -> str:
    if post.any_genre:
        return reader.label("any")
    return formats.listing(post.genres, reader.locale) if post.genres else ""


def _slot(slot: WantedSlot, reader: Reader) -> str:
    if slot.count is None:
        slots = reader.say(_UNCOUNTED_SLOTS[slot.kind])
    else:
        slots = reader.plural(slot.count, _SLOT[slot.kind], _SLOTS[slot.kind])
    if not slot.minutes:
        return plain(slots)
    return reader.label(
        _SETS[slot.sets > 1, bool(slot.minutes_most)],
        slots=slots,
        sets=str(slot.sets),
        minutes=str(slot.minutes),
        most=str(slot.minutes_most),
    )


def _point(point: PointOfDay, reader: Reader) -> str:
    whose = f"{point.of}: " if point.of else ""
    if point.at is None:
        return whose + reader.label("{n} min", n=str(point.minutes)) if point.minutes else ""
    if point.until is not None:
        return whose + formats.hours(point.at, point.until, reader.locale)
    return whose + formats.clock(point.at, reader.locale)


def _fee(fee: Fee, reader: Reader) -> str:
    """The fee in money and in kind: the first two parts joined by the shape, the others after them."""
    parts = [*_sums(fee, reader), *(reader.label(_IN_KIND[each]) for each in fee.in_kind)]
    if len(parts) > 1:
        joint = _JOINTS[fee.shape if fee.shape in _JOINTS else None]
        parts[:2] = [reader.label(joint, one=parts[0], other=parts[1])]
    return ", ".join(parts)


_JOINTS = {
    FeeShape.VERSUS: "{one} or, if more, {other}",
    FeeShape.PLUS: "{one} and {other}",
    None: "{one}, {other}",
}


def _sums(fee: Fee, reader: Reader) -> list[str]:
    """The sums of money; the shape alone if no sum is said."""
    sums: list[str] = []
    if fee.guarantee is not None:
        sums.append(_guarantee(fee.guarantee, fee, reader))
    if fee.share is not None:
        sums.append(reader.label("{share} % of the door", share=str(fee.share)))
    if fee.own_share is not None:
        sums.append(reader.label("{share} % of your own tickets", share=str(fee.own_share)))
    if fee.hire is not None:
        sums.append(reader.label("hire {sum}", sum=_money(fee.hire, reader)))
    if not sums and fee.shape in _SHAPES:
        sums.append(reader.label(_SHAPES[fee.shape]))
    return sums


def _guarantee(least: Money, fee: Fee, reader: Reader) -> str:
    if fee.guarantee_most is None:
        return reader.label(_GUARANTEES[fee.per], least=_money(least, reader))
    most = _money(fee.guarantee_most, reader)
    return reader.label(_GUARANTEES_UP_TO[fee.per], least=_money(least, reader), most=most)


def _money(money: Money, reader: Reader) -> str:
    return formats.money(money.amount, money.currency, reader.locale)
