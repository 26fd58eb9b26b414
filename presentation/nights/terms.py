"""What a night offers, in words: its slots, its points of the day, its fee, its music, its conditions."""

from core import formats
from core.marketplace.posts import Post, pays_to_play
from core.marketplace.posts.values import (
    Fee,
    FeeShape,
    InKind,
    MissingFact,
    PayToPlay,
    Per,
    Point,
    PointOfDay,
    SlotKind,
    WantedSlot,
)
from core.money import Money
from presentation.nights.tickets import ticket_facts
from presentation.venues import ages
from presentation.wording import Wording

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
_SET = {
    (False, False): "{slots}, {minutes} min",
    (False, True): "{slots}, {minutes} to {most} min",
    (True, False): "{slots}, {sets} sets of {minutes} min",
    (True, True): "{slots}, {sets} sets of {minutes} to {most} min",
}
"""The set of one slot, by whether there are several sets, and whether their length may vary."""
_SETS = {
    (False, False): "{slots}, {minutes} min each",
    (False, True): "{slots}, {minutes} to {most} min each",
    (True, False): "{slots}, {sets} sets of {minutes} min each",
    (True, True): "{slots}, {sets} sets of {minutes} to {most} min each",
}
"""The same for several slots."""
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
    FeeShape.BUY_ON: "you pay for the slot",
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
    None: "{least}",
    Per.EACH: "{least} each",
    Per.IN_ALL: "{least} in all",
    Per.NOT_SAID: "{least} (not said if each or in all)",
}
_GUARANTEES_UP_TO = {
    None: "{least} to {most}",
    Per.EACH: "{least} to {most} each",
    Per.IN_ALL: "{least} to {most} in all",
    Per.NOT_SAID: "{least} to {most} (not said if each or in all)",
}


def genres_words(post: Post, reader: Wording) -> str:
    """The genres; empty where none was named."""
    if post.any_genre:
        return reader.label("any")
    return formats.listing(post.genres, reader.locale) if post.genres else ""


def slot_words(slot: WantedSlot, reader: Wording) -> str:
    """So many slots of a sort, with their sets."""
    if slot.count is None:
        slots = reader.label(_UNCOUNTED_SLOTS[slot.kind])
    else:
        slots = reader.counted(slot.count, _SLOT[slot.kind], _SLOTS[slot.kind])
    if not slot.minutes:
        return slots
    sets = _SET if slot.count == 1 else _SETS
    return reader.label(
        sets[slot.sets > 1, bool(slot.minutes_most)],
        slots=slots,
        sets=str(slot.sets),
        minutes=str(slot.minutes),
        most=str(slot.minutes_most),
    )


def point_label(point: Point, reader: Wording) -> str:
    """What a point of the day is called."""
    return reader.label(_POINTS[point])


def point_words(point: PointOfDay, reader: Wording) -> str:
    """A point of the day."""
    whose = f"{point.of}: " if point.of else ""
    if point.at is None:
        return whose + reader.label("{n} min", n=str(point.minutes)) if point.minutes else ""
    if point.until is not None:
        return whose + formats.hours(point.at, point.until, reader.locale)
    return whose + formats.clock(point.at, reader.locale)


def fee_words(fee: Fee, reader: Wording, *, alone: bool = False) -> str:
    """The fee in money and in kind: the first two parts joined by the shape, the others after them.

    `alone`: there is one slot, so there is nothing to say of each or of all.
    """
    parts = [*_sums(fee, reader, alone=alone), *(reader.label(_IN_KIND[each]) for each in fee.in_kind)]
    if len(parts) > 1:
        joint = _JOINTS[fee.shape if fee.shape in _JOINTS else None]
        parts[:2] = [reader.label(joint, one=parts[0], other=parts[1])]
    return ", ".join(parts)


_JOINTS = {
    FeeShape.VERSUS: "{one} or, if more, {other}",
    FeeShape.PLUS: "{one} and {other}",
    None: "{one}, {other}",
}


def _sums(fee: Fee, reader: Wording, *, alone: bool) -> list[str]:
    """The sums of money; the shape alone if no sum is said."""
    sums: list[str] = []
    if fee.guarantee is not None:
        sums.append(_guarantee(fee.guarantee, fee, reader, alone=alone))
    if fee.share is not None:
        sums.append(reader.label("{share} % of the door", share=str(fee.share)))
    if fee.own_share is not None:
        sums.append(reader.label("{share} % of your own tickets", share=str(fee.own_share)))
    if fee.hire is not None:
        sums.append(reader.label("hire {sum}", sum=money_words(fee.hire, reader)))
    if fee.buy_on is not None:
        sums.append(reader.label("you pay {sum} for the slot", sum=money_words(fee.buy_on, reader)))
    sums += [
        reader.label("you pay {sum} for {what}", sum=money_words(each.money, reader), what=each.words)
        for each in fee.charges
    ]
    by_tickets = fee.shape is FeeShape.BUY_ON and fee.must_sell is not None
    if not sums and fee.shape in _SHAPES and not by_tickets:
        sums.append(reader.label(_SHAPES[fee.shape]))
    return sums


def _guarantee(least: Money, fee: Fee, reader: Wording, *, alone: bool) -> str:
    per = None if alone else fee.per
    if fee.guarantee_most is None:
        return reader.label(_GUARANTEES[per], least=money_words(least, reader))
    most = money_words(fee.guarantee_most, reader)
    return reader.label(_GUARANTEES_UP_TO[per], least=money_words(least, reader), most=most)


def money_words(money: Money, reader: Wording) -> str:
    """A sum as the reader writes it."""
    return formats.money(money.amount, money.currency, reader.locale)


def offer_facts(post: Post, reader: Wording) -> tuple[tuple[str, str], ...]:
    """All that a post says of its nights, but for where and when they are; nothing twice."""
    label = reader.label
    facts = [
        (label("Wanted"), "; ".join(slot_words(each, reader) for each in post.slots)),
        (label("Genres"), genres_words(post, reader)),
        *((label(_POINTS[each.point]), point_words(each, reader)) for each in post.points),
        (label("Fee"), fees_words(post, reader)),
        *ticket_facts(post.tickets, reader),
        (label("Capacity"), str(post.capacity) if post.capacity else ""),
        (label("Ages"), "" if post.age_from is None else ages(post.age_from, reader)),
        (label("Notes"), "; ".join(post.notes)),
    ]
    return tuple((name, words) for name, words in dict.fromkeys(facts) if words)


def fees_words(post: Post, reader: Wording) -> str:
    """The fee; where the slots have their own, each with its slot."""
    own = [each for each in post.slots if each.fee is not None]
    alone = sum(each.count or 2 for each in post.slots) == 1
    if not own:
        return fee_words(post.fee, reader, alone=alone)
    named = [
        reader.label("{sum} {slot}", sum=money_words(each.fee, reader), slot=kind_words(each.kind, reader))
        for each in own
        if each.fee is not None
    ]
    rest = fee_words(post.fee, reader, alone=alone)
    return ", ".join([*named, rest] if rest else named)


def paying_words(post: Post, reader: Wording) -> str:
    """That the act pays to play, where it does: said to every band. Empty where it does not."""
    how = pays_to_play(post)
    if how is None:
        return ""
    if how is PayToPlay.TICKETS_TO_SELL and post.fee.must_sell:
        return reader.counted(post.fee.must_sell, _MUST_SELL_ONE, _MUST_SELL)
    return reader.label(_PAYING[how])


def missing_words(missing: tuple[MissingFact, ...], reader: Wording) -> str:
    """What a post leaves out, as a list."""
    return formats.listing([reader.label(_MISSING[each]) for each in missing], reader.locale)


def kind_words(kind: SlotKind, reader: Wording) -> str:
    """A sort of slot as a word."""
    return reader.label(_KINDS[kind])


def kind_label(kind: SlotKind, reader: Wording) -> str:
    """The same on a button."""
    return reader.label(_KINDS_FIRST[kind])


_PAYING = {
    PayToPlay.BUY_ON: "⚠ Pay to play: the band pays for its slot.",
    PayToPlay.TICKETS_TO_SELL: "⚠ Pay to play: the band must sell tickets.",
    PayToPlay.HIRE: "⚠ Pay to play: the band pays for the room or somebody in it.",
}
_MUST_SELL_ONE = "⚠ Pay to play: the band must sell 1 ticket."
_MUST_SELL = "⚠ Pay to play: the band must sell {n} tickets."
_KINDS = {
    SlotKind.HEADLINER: "headliner",
    SlotKind.MAIN_SUPPORT: "main support",
    SlotKind.SUPPORT: "support",
    SlotKind.OPENER: "opener",
    SlotKind.ANY: "slot",
}
_KINDS_FIRST = {
    SlotKind.HEADLINER: "Headliner",
    SlotKind.MAIN_SUPPORT: "Main support",
    SlotKind.SUPPORT: "Support",
    SlotKind.OPENER: "Opener",
    SlotKind.ANY: "Any slot",
}
