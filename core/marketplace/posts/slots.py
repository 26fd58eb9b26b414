"""The slots that a post wants filled, chosen among those that it names."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.marketplace.posts.lengths import SetLength
from core.marketplace.posts.mentions import BandsNamed, Wanted, read_bands, read_mentions
from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.values import PostAssumed, SlotKind, WantedSlot

MOST_SLOTS = 12
"""Kinds of slot in one post."""


@dataclass(frozen=True, slots=True)
class Bill:
    """The acts of a night in a post."""

    slots: tuple[WantedSlot, ...]
    mentions: tuple[tuple[int, int], ...]
    """The places in the text where each of `slots` is named."""
    bands: int | None
    asked: bool
    """Some act is wished for in words."""
    named: bool
    """Acts or slots are spoken of at all."""


def read_slots(sheet: PostSheet, lengths: list[SetLength]) -> Bill:
    """The slots wanted, with their set lengths."""
    bands = read_bands(sheet)
    named = read_mentions(sheet)
    counted = _counted(named)
    wanted = (_all_named(named) if sheet.fragment else []) or _wanted(named, counted)
    if bands is None and wanted != counted:
        bands = _bands_beside(counted)
    wanted = _of_the_night(wanted, bands)[:MOST_SLOTS]
    if bands is not None:
        wanted = [_numbered(each, bands) for each in wanted]
    for each in wanted:
        if each.kind is SlotKind.SUPPORT:
            sheet.assume(PostAssumed.SUPPORT, each.start, each.end)
    return Bill(
        slots=tuple(_with_lengths(wanted, lengths)),
        mentions=tuple((each.start, each.end) for each in wanted),
        bands=None if bands is None else bands.count,
        asked=any(each.asked for each in named) or (bands is not None and bands.asked),
        named=bool(named),
    )


def _wanted(named: list[Wanted], counted: list[Wanted]) -> list[Wanted]:
    """The slots asked for, else those on offer, else those counted, else any that are named."""
    asked = [each for each in named if each.asked]
    if _says_which(asked):
        return asked
    offered = [each for each in named if each.offered and not each.given and each.kind is not SlotKind.ANY]
    return offered or asked or counted or _plainly_named(named)


def _counted(named: Iterable[Wanted]) -> list[Wanted]:
    """The acts with a number."""
    return [each for each in named if each.count is not None and not each.given]


def _all_named(named: Iterable[Wanted]) -> list[Wanted]:
    """In a fragment whatever is named is wanted: "1 headliner, 2 openers"; not "with support from"."""
    return [each for each in named if not each.given and (each.kind is not SlotKind.ANY or each.count)]


def _says_which(asked: Iterable[Wanted]) -> bool:
    """Whether a wish says which slot or how many: "need an opener", "need two bands"."""
    return any(each.kind is not SlotKind.ANY or each.count for each in asked)


def _plainly_named(named: Iterable[Wanted]) -> list[Wanted]:
    """Openers and supports that are the post's own ("Opener, Fri 5 Dec")."""
    return [e for e in named if e.kind not in (SlotKind.ANY, SlotKind.HEADLINER) and not e.given]


def _bands_beside(counted: Iterable[Wanted]) -> BandsNamed | None:
    """The number of acts, given beside the wish: "4 bands, opener needed"."""
    for each in counted:
        if not each.asked and each.kind is SlotKind.ANY and (each.count or 0) > 1:
            return BandsNamed(each.start, each.end, each.count or 1, asked=False)
    return None


def _of_the_night(wanted: list[Wanted], bands: BandsNamed | None) -> list[Wanted]:
    """Places on the bill where any are wanted; else all acts of the night, where those are wanted."""
    places = [each for each in wanted if each.kind is not SlotKind.ANY or each.position]
    if places:
        return places
    if bands is not None and (bands.asked or not wanted):
        return [Wanted(bands.start, bands.end, SlotKind.ANY, bands.count, asked=bands.asked)]
    return wanted


def _numbered(each: Wanted, bands: BandsNamed) -> Wanted:
    """Acts without a number are all acts of the night."""
    uncounted = each.kind is SlotKind.ANY and each.count is None
    return replace(each, count=bands.count) if uncounted else each


def _with_lengths(wanted: list[Wanted], lengths: list[SetLength]) -> list[WantedSlot]:
    """Each slot with its length; lengths without a slot tell of one ("3 x 20 min slots")."""
    if wanted:
        return [_slot(each, _length_of(i, wanted, lengths)) for i, each in enumerate(wanted)]
    if not lengths:
        return []
    length = next((length for length in lengths if length.slots), lengths[0])
    return [_timed(WantedSlot(SlotKind.ANY, length.slots), length)]


def _slot(each: Wanted, length: SetLength | None) -> WantedSlot:
    slot = WantedSlot(each.kind, each.count, position=each.position)
    return slot if length is None else _timed(slot, length)


def _timed(slot: WantedSlot, length: SetLength) -> WantedSlot:
    return replace(slot, minutes=length.minutes, minutes_most=length.most, sets=length.sets)


def _length_of(i: int, wanted: list[Wanted], lengths: list[SetLength]) -> SetLength | None:
    """The length after a slot; a single length is that of all acts except a headliner."""
    if len(lengths) == len(wanted):
        return lengths[i]
    each = wanted[i]
    until = wanted[i + 1].start if i + 1 < len(wanted) else None
    for length in lengths:
        if each.start <= length.start and (until is None or length.start < until):
            return length
    only = len(lengths) == 1 and each.kind is not SlotKind.HEADLINER
    return lengths[0] if only or (lengths and len(wanted) == 1) else None
