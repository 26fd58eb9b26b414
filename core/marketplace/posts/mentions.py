"""The acts and slots that a post names, and whether it asks for them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from core.marketplace.posts.answers import bare_figure, number_in_words
from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.values import MissingFact, PostAssumed, SlotKind
from core.marketplace.posts.vocabularies import Small, Words, compiled, spelt, vocabulary_for
from core.scheduling.lexicons import Tag, language_of, lexicon_for

_TIMES = re.compile(r"[ ](?:\w+ )?x ?(\d)(?!\d)")
_SUM = re.compile(r"[ ]?[:=-]?[ ]?[£$€\0]")
_FAR = 60
"""Characters between a wish and what is wished for."""
_BEHIND = 14
"""Characters after a slot that are searched for words about it."""


_NUMBERED = r"(?:(?<![\w.,:/£$€])(?P<n>\d{{1,2}}[ ]?x?|{2}|{3})[ -]{{1,2}}(?:(?:{1})[ /,&-]{{1,3}}){{0,4}})?"
"""A number or an article, and what describes the slot."""
_FEW = 5
"""Words between acts and what is wished of them: "2 bands *from Leeds* to support us"."""
_MOST_OF_A_KIND = 40
"""Acts of one kind; a greater number counts something else."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A slot that was named, with its place in the text."""

    start: int
    end: int
    kind: SlotKind
    count: int | None
    asked: bool
    """A word of wishing stands beside it."""
    given: bool = False
    """It belongs to another act ("with support from"), or is named in passing."""
    offered: bool = False
    """A slot or a sum stands with it ("main support slot", "opener £60")."""
    position: int | None = None


@dataclass(frozen=True, slots=True)
class BandsNamed:
    """The number of acts on a night."""

    start: int
    end: int
    count: int
    asked: bool
    """They are all still to be found."""


def read_bands(sheet: PostSheet) -> BandsNamed | None:
    """The number of acts on a night ("4 bands a night", "4 band bill"), and whether they are wanted."""
    words = sheet.vocabulary
    number = r"(?P<n>\d{{1,2}}|{2})"
    pattern = compiled(
        r"(?<![\w.,:/£$€])"
        + number
        + r"[ -]?{0}[ -]{{0,2}}{1}|{3}[ ]"
        + number.replace("n>", "m>")
        + "[ ]{0}",
        words.slots[SlotKind.ANY],
        words.per_night,
        "|".join(_numbers(sheet)),
        words.bill_of,
    )
    match = sheet.first(pattern)
    if match is None:
        return None
    sheet.take(match.start(), match.end())
    count = _number(sheet, match["n"] or match["m"]) or 1
    return BandsNamed(match.start(), match.end(), count, _asked_before(sheet, match.start()))


def read_mentions(sheet: PostSheet) -> list[Wanted]:
    """All acts and slots that are named, in the order of the text; their words are taken."""
    placed, openings = [*_positions(sheet), *_more(sheet)], _openings(sheet)
    named = [*placed, *_opening_acts(sheet, _with_places(sheet, _named(sheet)), openings)]
    return sorted(named or _number_asked(sheet), key=lambda each: each.start)


def _opening_acts(sheet: PostSheet, named: list[Wanted], openings: list[Wanted]) -> list[Wanted]:
    """The acts that are named and the wishes for openers; in "2 bands to support us" they are the same."""
    for opening in openings:
        acts = next((each for each in named if _is_just_before(sheet, each, opening)), None)
        if acts is None:
            named = [*named, opening]
        else:
            count = acts.count or (None if _is_plural(sheet.low[acts.start : acts.end]) else opening.count)
            both = replace(acts, end=opening.end, kind=opening.kind, count=count, asked=True, given=False)
            named = [both if each is acts else each for each in named]
    return named


def _is_just_before(sheet: PostSheet, acts: Wanted, opening: Wanted) -> bool:
    if acts.kind is not SlotKind.ANY or acts.end > opening.start:
        return False
    between = sheet.low[acts.end : opening.start]
    if not between.strip():
        return True
    broken = re.search(r"[,.;:!?\n]", between) or compiled("{0}", sheet.vocabulary.asks_before).search(
        between
    )
    return acts.asked and not broken and len(between.split()) <= _FEW


def _with_places(sheet: PostSheet, named: list[Wanted]) -> list[Wanted]:
    """The acts named, "two bands as support" being two supports."""
    pattern = compiled(r"[ ]{0:bare}[ ]", sheet.vocabulary.small[Small.AS])
    found: list[Wanted] = []
    for each in sorted(named, key=lambda one: one.start):
        acts = found[-1] if found else None
        if (
            acts is not None
            and acts.kind is SlotKind.ANY is not each.kind
            and pattern.fullmatch(sheet.low[acts.end : each.start])
        ):
            asked = acts.asked or each.asked
            found[-1] = replace(each, start=acts.start, count=acts.count, asked=asked, given=False)
        else:
            found.append(each)
    return found


def _number_asked(sheet: PostSheet) -> list[Wanted]:
    """The bare number that answers a question for the slots."""
    numbers = _numbers(sheet)
    bare = bare_figure(sheet, MissingFact.SLOTS) or number_in_words(sheet, MissingFact.SLOTS, numbers)
    if bare is None or not 1 <= bare.number <= _MOST_OF_A_KIND:
        return []
    sheet.take(bare.start, bare.end)
    return [Wanted(bare.start, bare.end, SlotKind.ANY, bare.number, asked=True)]


def _positions(sheet: PostSheet) -> list[Wanted]:
    """A place on the bill by number: "need 3rd on"."""
    words = sheet.vocabulary
    positions = {word: n for n, spellings in words.places_on_bill.items() for word in spelt(spellings)}
    pattern = compiled(
        r"(?<![\d.,/])(?P<n>{0})[ -](?:{1:bare}(?!\w)|{2:bare}|{3:bare} \d)",
        "|".join(words.places_on_bill.values()),
        words.behind_places,
        words.places_begin,
        words.places_of,
    )
    found = []
    for match in sheet.find(pattern):
        if not _asked_before(sheet, match.start()) and not _asked_after(sheet, match.end()):
            continue
        sheet.take(match.start(), match.end())
        position = positions[match["n"]]
        kind = SlotKind.OPENER if position == 1 else SlotKind.ANY
        found.append(Wanted(match.start(), match.end(), kind, 1, asked=True, position=position))
    return found


def _more(sheet: PostSheet) -> list[Wanted]:
    """A number still to be found: "need one more", "still need 4"."""
    words = sheet.vocabulary
    pattern = compiled(
        r"(?<![\w.,:/£$€])(?P<n>\d{{1,2}}|{1})(?![.,:]\d)"
        r"(?:[ ]{0}(?![ ](?!{2:bare})\w)|(?=[ ]?[,.;!\n]))",
        words.more,
        "|".join(_numbers(sheet)),
        words.more_followed_by,
    )
    wished = compiled(r"{0}[ ]$", words.asks_before)
    unwished = compiled(r"{0:bare} $", words.not_asked)
    found = []
    for match in sheet.find(pattern):
        before = sheet.low[max(0, match.start() - 24) : match.start()]
        if wished.search(before) and not unwished.search(before):
            sheet.take(match.start(), match.end())
            count = _number(sheet, match["n"])
            found.append(Wanted(match.start(), match.end(), SlotKind.ANY, count, asked=True))
    return found


def _named(sheet: PostSheet) -> list[Wanted]:
    """Acts and slots by their kind: "two local supports", "headliner needed"."""
    found: list[Wanted] = []
    before = _before_slots(sheet.context.locale)
    patterns = [(kind, _kind_pattern(words, before)) for kind, words in sheet.vocabulary.slots.items()]
    if sheet.vocabulary.glued:
        patterns.append((SlotKind.ANY, _glued_pattern(sheet)))
    for kind, pattern in patterns:
        for match in sheet.find(pattern):
            each = _mention(sheet, match, kind)
            if each is None or _is_alternative(sheet, found, each) or _says_again(found, each):
                continue
            found.append(each)
            if match["n"] and each.start < match.start("tag"):
                sheet.take(match.start("n"), match.end("n"))
            sheet.take(match.start("tag"), match.end())
    return found


def _kind_pattern(spelt: Words, before: tuple[Words, Words, Words]) -> re.Pattern[str]:
    """A kind of slot, with a number or an article before it where one stands there."""
    return compiled(_NUMBERED + "(?P<tag>{0})", spelt, *before)


def _glued_pattern(sheet: PostSheet) -> re.Pattern[str]:
    """An act in one word with its genre: "two Punkbands"; the genre is not the tag's."""
    words = sheet.vocabulary
    acts = spelt(words.glued) & spelt(words.slots[SlotKind.ANY])
    genres = f"{words.genres}|{words.manners}|{words.genre_modifiers}"
    pattern = _NUMBERED + r"(?<!\w){4:bare}(?P<tag>{0:bare})(?!\w)"
    return compiled(pattern, "|".join(sorted(acts)), *_before_slots(sheet.context.locale), genres)


@cache
def _before_slots(locale: str) -> tuple[Words, Words, Words]:
    """What may stand before a slot: its description, a number, an article."""
    words = vocabulary_for(locale)
    described = (words.slot_fillers, words.genres, words.genre_modifiers, words.manners)
    return "|".join(filter(None, described)), "|".join(_numbers_in(locale)), words.articles


def _is_alternative(sheet: PostSheet, found: list[Wanted], each: Wanted) -> bool:
    """Whether it is another word for the slot before it ("an opener or a band")."""
    small = sheet.vocabulary.small
    between = compiled(r"\W*{0:bare}\W*(?:{1:bare} )?", small[Small.OR], small[Small.ARTICLE])
    return bool(found) and between.fullmatch(sheet.low[found[-1].end : each.start]) is not None


def _says_again(found: list[Wanted], each: Wanted) -> bool:
    """Whether "bands" without a number follows "bands" without a number: the same acts."""
    return (
        each.kind is SlotKind.ANY
        and each.count is None
        and any(other.kind is each.kind and not other.count for other in found)
    )


def _mention(sheet: PostSheet, match: re.Match[str], kind: SlotKind) -> Wanted | None:
    """The slot that a match names; None if it is filled already, or its number counts no acts."""
    start, end = match.span()
    if _is_settled(sheet, end) or (kind is SlotKind.ANY and _is_each(sheet, start)):
        return None
    text = match["n"]
    if text and text[0].isdigit() and _is_day(sheet, match.start("n")):
        text, start = None, match.start("tag")
    given = _is_given(sheet, start, end, kind)
    asked = not given and _is_asked(sheet, start, end)
    count = _number(sheet, None if given and kind is SlotKind.ANY else text)
    if count is None:
        count = _times_behind(sheet, end)
    each = Wanted(start, end, kind, count, asked, given, _is_offered(sheet, match, kind))
    if _is_one(each, match["tag"]):
        sheet.assume(PostAssumed.ONE_SLOT, match.start("tag"), end)
        return replace(each, count=1)
    return each if count is None or 1 <= count <= _MOST_OF_A_KIND else None


def _is_one(each: Wanted, tag: str) -> bool:
    """Whether a slot without a number is a single one: "opener wanted", not "openers wanted"."""
    pointed = each.asked or each.offered or each.kind is not SlotKind.ANY
    return each.count is None and pointed and not _is_plural(tag) and not each.given


def _is_plural(tag: str) -> bool:
    """Whether the words for a slot are plural: "openers", "bandas de abertura", "Vorgruppen"."""
    return any(
        word.endswith(("s", "en")) and not word.endswith("ss") for word in (tag, tag.split(maxsplit=1)[0])
    )


def _is_settled(sheet: PostSheet, end: int) -> bool:
    """Whether the act was found already: "opener is confirmed"."""
    after = sheet.low[end : end + _BEHIND]
    words = sheet.vocabulary
    pattern = compiled(r"[ ]?(?:{1:bare} )?{0}", words.settled, words.small[Small.SETTLED])
    return pattern.match(after) is not None


def _is_each(sheet: PostSheet, start: int) -> bool:
    """Whether an act that begins at `start` stands for every one: "per band"."""
    pattern = compiled(r"(?:(?<!\w){0:bare}[ ]|[£$€\d]/)$", sheet.vocabulary.of_each)
    return pattern.search(sheet.low[max(0, start - 12) : start]) is not None


def _is_given(sheet: PostSheet, start: int, end: int, kind: SlotKind) -> bool:
    """Whether it is named in passing: "with support from"; not so in "need a band and an opener"."""
    before = sheet.low[max(0, start - 24) : start]
    words = sheet.vocabulary
    if compiled(r"{0}[ ]$", words.asks_before).search(before):
        return False
    acts = words.small[Small.FOR_ACT] if kind is SlotKind.ANY else ""
    passing = compiled(r"(?<!\w)(?:{0:bare}|{1:bare}) $", words.small[Small.IN_PASSING], acts)
    if not passing.search(before):
        return False
    shared = compiled(r"(?<!\w)(?:{0:bare}|&) $", words.small[Small.AND])
    return not shared.search(sheet.low[max(0, start - 5) : start]) and not _asked_after(sheet, end)


def _is_offered(sheet: PostSheet, match: re.Match[str], kind: SlotKind) -> bool:
    """Whether a sum or the word "slot" stands with it: "opener £60", "main support slot"."""
    if _SUM.match(sheet.low[match.end() : match.end() + _BEHIND]):
        return True
    nouns = tuple(spelt(sheet.vocabulary.slot_nouns))
    return kind is not SlotKind.ANY and match["tag"].endswith(nouns)


def _times_behind(sheet: PostSheet, end: int) -> int | None:
    """The number in "support x2"."""
    behind = _TIMES.match(sheet.low[end : end + _BEHIND])
    return int(behind[1]) if behind else None


def _is_day(sheet: PostSheet, at: int) -> bool:
    """Whether the number at `at` is the day of a date before it ("Feb 20 support needed")."""
    tokens = sheet.source.tokens
    index = next((i for i, token in enumerate(tokens) if token.start >= at), len(tokens))
    return sheet.source.tag(index - 1) in (Tag.MONTH, Tag.WEEKDAY) or (
        index < len(tokens) and tokens[index].tag in (Tag.SLASHED, Tag.DOTTED, Tag.DATE, Tag.CLOCK)
    )


def _is_asked(sheet: PostSheet, start: int, end: int) -> bool:
    return _asked_before(sheet, start) or _asked_after(sheet, end) or _dropped(sheet, start, end)


def _asked_before(sheet: PostSheet, start: int) -> bool:
    begin = max(0, start - _FAR)
    stretch = re.split(r"[;\n!?]|\.(?!\d)", sheet.low[begin:start])[-1]
    return compiled("{0}", sheet.vocabulary.asks_before).search(stretch) is not None


def _asked_after(sheet: PostSheet, end: int) -> bool:
    stretch = re.split(r"[;\n!?,]|\.(?!\d)", sheet.low[end : end + 24])[0]
    return compiled("{0}", sheet.vocabulary.asks_after).search(stretch) is not None


def _dropped(sheet: PostSheet, start: int, end: int) -> bool:
    """Whether this act must be replaced: "headliner's van died", "se ha caído el telonero"."""
    words = sheet.vocabulary.dropped
    before = sheet.low[max(0, start - 30) : start]
    behind = compiled(r"(?:'?s)?[ ](?:\w+[ ]){{0,2}}{0}", words).match(sheet.low, end)
    return behind is not None or compiled(r"{0}[ ](?:\w+[ ])?$", words).search(before) is not None


def _openings(sheet: PostSheet) -> list[Wanted]:
    """A wish that names no slot: "somebody to open for us"."""
    match = sheet.first(compiled("{0}", sheet.vocabulary.opening))
    if match is None:
        return []
    sheet.take(match.start(), match.end())
    supporting = any(word in match.group() for word in spelt(sheet.vocabulary.supporting))
    kind = SlotKind.SUPPORT if supporting else SlotKind.OPENER
    return [Wanted(match.start(), match.end(), kind, 1, asked=True)]


def _numbers(sheet: PostSheet) -> Mapping[str, int]:
    return _numbers_in(sheet.context.locale)


@cache
def _numbers_in(locale: str) -> Mapping[str, int]:
    """Numbers in words: those of the sentences, and the vocabulary's own ("a couple of")."""
    lexicon = lexicon_for(language_of(locale))
    found = {w: n for n, words in lexicon.cardinals.items() if n < 13 for w in words.split("|")}
    own = vocabulary_for(locale).numbers
    return {**found, **{word: n for n, words in own.items() for word in spelt(words)}}


def _number(sheet: PostSheet, text: str | None) -> int | None:
    if not text:
        return None
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    return _numbers(sheet).get(text.strip(), 1)
