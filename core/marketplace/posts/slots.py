"""The slots that a post wants filled."""

import re
from dataclasses import dataclass, replace

from core.marketplace.posts.lengths import Length
from core.marketplace.posts.sheet import Sheet
from core.marketplace.posts.values import SlotKind, Taken, WantedSlot
from core.marketplace.posts.vocabularies import compiled
from core.scheduling.lexicons import Role, language_of, lexicon_for

MOST_SLOTS = 12
"""Kinds of slot in one post."""
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "5th": 5,
}
_ALTERNATIVE = re.compile(r"\W*or\W*(?:an? )?")
_SUM = re.compile(r"[ ]?[:=-]?[ ]?[£$€\0]")
_FAR = 60
"""Characters between a wish and what is wished for."""


@dataclass(slots=True)
class Wanted:
    """A slot that was named, with its place in the text."""

    start: int
    end: int
    kind: SlotKind
    count: int | None
    asked: bool
    """A word of wishing stands beside it."""
    given: bool = False
    """It is somebody else's ("with support from"), or named in passing."""
    offered: bool = False
    """A slot or a sum stands with it ("main support slot", "opener £60")."""
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """What a post says of the acts of a night."""

    slots: tuple[WantedSlot, ...]
    mentions: tuple[tuple[int, int], ...]
    """Where each of `slots` was named."""
    bands: int | None
    asked: bool
    """Some act is wished for in words."""
    named: bool
    """Acts or slots are spoken of at all."""


def read_slots(sheet: Sheet, lengths: list[Length]) -> Bill:
    """The slots wanted, with their set lengths."""
    bands = _bands(sheet)
    named = [*_positions(sheet), *_more(sheet), *_named(sheet), *_openings(sheet)]
    named.sort(key=lambda each: each.start)
    counted = [each for each in named if each.count is not None and each.kind is not SlotKind.HEADLINER]
    wanted = _wanted(named, counted)
    if bands is None and wanted is not counted:
        rest = [
            each for each in counted if not each.asked and each.kind is SlotKind.ANY and (each.count or 0) > 1
        ]
        bands = (rest[0].start, rest[0].end, rest[0].count or 1, False) if rest else None
    special = [each for each in wanted if each.kind is not SlotKind.ANY or each.position]
    if special:
        wanted = special
    if not wanted and bands is not None:
        wanted = [Wanted(bands[0], bands[1], SlotKind.ANY, bands[2], asked=bands[3])]
    elif bands is not None and bands[3] and not special:
        wanted = [Wanted(bands[0], bands[1], SlotKind.ANY, bands[2], asked=True)]
    wanted = wanted[:MOST_SLOTS]
    for each in wanted:
        if each.kind is SlotKind.ANY and each.count is None and bands is not None:
            each.count = bands[2]
    for each in wanted:
        if each.kind is SlotKind.SUPPORT:
            sheet.assume(Taken.SUPPORT, each.start, each.end)
    slots = _with_lengths(wanted, lengths)
    mentions = tuple((each.start, each.end) for each in wanted)
    asked = any(each.asked for each in named) or (bands is not None and bands[3])
    return Bill(tuple(slots), mentions, None if bands is None else bands[2], asked, bool(named))


def _wanted(named: list[Wanted], counted: list[Wanted]) -> list[Wanted]:
    """Those that are wished for; else those on offer; else those that are counted; else any that is named."""
    asked = [each for each in named if each.asked]
    offered = [each for each in named if each.offered and not each.given and each.kind is not SlotKind.ANY]
    if asked and any(each.kind is not SlotKind.ANY or each.count for each in asked):
        return asked
    plain = [e for e in named if e.kind not in (SlotKind.ANY, SlotKind.HEADLINER) and not e.given]
    return offered or asked or counted or plain


def _numbers(sheet: Sheet) -> dict[str, int]:
    lexicon = lexicon_for(language_of(sheet.context.locale))
    found = {w: n for n, words in lexicon.cardinals.items() if n < 13 for w in words.split("|")}
    return {**found, "two": 2, "three": 3, "four": 4, "couple of": 2, "a couple of": 2, "couple": 2}


def _number(sheet: Sheet, text: str | None) -> int | None:
    if not text:
        return None
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    return _numbers(sheet).get(text.strip(), 1)


def _bands(sheet: Sheet) -> tuple[int, int, int, bool] | None:
    """How many acts there are on a night ("4 bands a night", "4 band bill"), and whether they are wanted."""
    words = sheet.vocabulary
    number = r"(?P<n>\d{{1,2}}|{2})"
    pattern = compiled(
        r"(?<![\w.,:£$€])" + number + r"[ -]?{0}[ -]{{0,2}}{1}",
        words.slots[SlotKind.ANY],
        words.per_night,
        "|".join(_numbers(sheet)),
    )
    match = sheet.first(pattern)
    if match is None:
        return None
    sheet.take(match.start(), match.end())
    return match.start(), match.end(), _number(sheet, match["n"]) or 1, _asked_before(sheet, match.start())


def _positions(sheet: Sheet) -> list[Wanted]:
    """A place on the bill by number: "need 3rd on"."""
    pattern = compiled(r"(?P<n>{0})[ -](?:on(?: the bill)?(?!\w)|slot|band on|of \d)", "|".join(_ORDINALS))
    found = []
    for match in sheet.find(pattern):
        if not _asked_before(sheet, match.start()) and not _asked_after(sheet, match.end()):
            continue
        sheet.take(match.start(), match.end())
        position = _ORDINALS[match["n"]]
        kind = SlotKind.OPENER if position == 1 else SlotKind.ANY
        found.append(Wanted(match.start(), match.end(), kind, 1, asked=True, position=position))
    return found


def _more(sheet: Sheet) -> list[Wanted]:
    """A number still to be found: "need one more", "still need 4"."""
    words = sheet.vocabulary
    pattern = compiled(
        r"(?<![\w.,:/£$€])(?P<n>\d{{1,2}}|{1})(?![.,:]\d)"
        r"(?:[ ]{0}(?![ ](?!for|to|on|at|in|pls|please)\w)|(?=[ ]?[,.;!\n]))",
        words.more,
        "|".join(_numbers(sheet)),
    )
    wished = compiled(r"{0}[ ]$", words.asks_before)
    found = []
    for match in sheet.find(pattern):
        before = sheet.low[max(0, match.start() - 24) : match.start()]
        if wished.search(before) and not before.endswith("after "):
            sheet.take(match.start(), match.end())
            count = _number(sheet, match["n"])
            found.append(Wanted(match.start(), match.end(), SlotKind.ANY, count, asked=True))
    return found


def _named(sheet: Sheet) -> list[Wanted]:
    words = sheet.vocabulary
    fillers = "|".join(filter(None, (words.slot_fillers, words.genres, words.genre_modifiers, words.manners)))
    found: list[Wanted] = []
    for kind, spelt in words.slots.items():
        pattern = compiled(
            r"(?:(?<![\w.,:/£$€])(?P<n>\d{{1,2}}[ ]?x?|{2}|{3})[ -]{{1,2}}"
            r"(?:(?:{1})[ /,&-]{{1,3}}){{0,4}})?(?P<role>{0})",
            spelt,
            fillers,
            "|".join(_numbers(sheet)),
            words.articles,
        )
        for match in sheet.find(pattern):
            each = _mention(sheet, match, kind)
            if each is None or (found and _ALTERNATIVE.fullmatch(sheet.low[found[-1].end : each.start])):
                continue
            if (
                kind is SlotKind.ANY
                and each.count is None
                and any(e.kind is kind and not e.count for e in found)
            ):
                continue
            found.append(each)
            if each.start < match.start("role"):
                sheet.take(match.start("n"), match.end("n"))
            sheet.take(match.start("role"), match.end())
    return found


def _mention(sheet: Sheet, match: re.Match[str], kind: SlotKind) -> Wanted | None:
    start, end = match.span()
    text = match["n"]
    if text and text[0].isdigit() and _is_day(sheet, match.start("n")):
        text, start = None, match.start("role")
    after = sheet.low[match.end() : match.end() + 14]
    if compiled(r"[ ]?(?:is |are |now )?{0}", sheet.vocabulary.settled).match(after):
        return None
    asked = _asked_before(sheet, start) or _asked_after(sheet, end) or _dropped(sheet, end)
    given = False
    before = sheet.low[max(0, start - 24) : start]
    wished = compiled(r"{0}[ ]$", sheet.vocabulary.asks_before).search(before)
    if not wished and re.search(r"(?<!\w)(?:with|for|w/|from|of|and|the|to|supporting) $", before):
        shared = re.search(r"(?<!\w)(?:and|or|&) $", sheet.low[max(0, start - 5) : start])
        if not shared and not _asked_after(sheet, end):
            asked, given = False, True
            text = None if kind is SlotKind.ANY else text
    count = _number(sheet, text)
    behind = re.match(r"[ ](?:\w+ )?x ?(\d)(?!\d)", after)
    if count is None and behind:
        count = int(behind[1])
    plural = match["role"].endswith("s") and not match["role"].endswith("ss")
    offered = bool(_SUM.match(after)) or (
        match["role"].endswith(("slot", "spot")) and kind is not SlotKind.ANY
    )
    if count is None and (asked or offered or kind is not SlotKind.ANY) and not plural and not given:
        count = 1
        sheet.assume(Taken.ONE_SLOT, match.start("role"), end)
    if count is not None and (count < 1 or count > 40):
        return None
    return Wanted(start, end, kind, count, asked, given, offered)


def _is_day(sheet: Sheet, at: int) -> bool:
    """Whether the number at `at` is the day of a date before it ("Feb 20 support needed")."""
    tokens = sheet.source.tokens
    index = next((i for i, token in enumerate(tokens) if token.start >= at), len(tokens))
    return sheet.source.role(index - 1) in (Role.MONTH, Role.WEEKDAY) or (
        index < len(tokens) and tokens[index].role in (Role.SLASHED, Role.DOTTED, Role.DATE, Role.CLOCK)
    )


def _asked_before(sheet: Sheet, start: int) -> bool:
    begin = max(0, start - _FAR)
    stretch = re.split(r"[;\n!?]|\.(?!\d)", sheet.low[begin:start])[-1]
    return compiled("{0}", sheet.vocabulary.asks_before).search(stretch) is not None


def _asked_after(sheet: Sheet, end: int) -> bool:
    stretch = re.split(r"[;\n!?,]|\.(?!\d)", sheet.low[end : end + 24])[0]
    return compiled("{0}", sheet.vocabulary.asks_after).search(stretch) is not None


def _dropped(sheet: Sheet, end: int) -> bool:
    """Whether this act must be replaced: "headliner's van died"."""
    return (
        compiled(r"(?:'?s)?[ ](?:\w+[ ]){{0,2}}{0}", sheet.vocabulary.dropped).match(sheet.low, end)
        is not None
    )


def _openings(sheet: Sheet) -> list[Wanted]:
    """A wish that names no slot: "somebody to open for us"."""
    match = sheet.first(compiled("{0}", sheet.vocabulary.opening))
    if match is None:
        return []
    sheet.take(match.start(), match.end())
    kind = SlotKind.SUPPORT if "support" in match.group() else SlotKind.OPENER
    return [Wanted(match.start(), match.end(), kind, 1, asked=True)]


def _with_lengths(wanted: list[Wanted], lengths: list[Length]) -> list[WantedSlot]:
    """Each slot with the length said behind it; the only length is everybody's but a headliner's."""
    slots = []
    for i, each in enumerate(wanted):
        until = wanted[i + 1].start if i + 1 < len(wanted) else 10**6
        own = [length for length in lengths if each.start <= length.start < until]
        if len(lengths) == len(wanted):
            own = [lengths[i]]
        shared = len(lengths) == 1 and (len(wanted) == 1 or each.kind is not SlotKind.HEADLINER)
        length = own[0] if own else (lengths[0] if shared or (lengths and len(wanted) == 1) else None)
        slot = WantedSlot(each.kind, each.count, position=each.position)
        if length is not None:
            slot = replace(slot, minutes=length.minutes, minutes_most=length.most, sets=length.sets)
        slots.append(slot)
    if not slots and lengths:
        length = next((length for length in lengths if length.slots), lengths[0])
        slots.append(
            WantedSlot(SlotKind.ANY, length.slots, length.minutes, minutes_most=length.most, sets=length.sets)
        )
    return slots
