"""The stretches of a post that speak of days: "Fri 5 Dec", "every Tuesday from 5 Jan"."""

from dataclasses import replace

from core.marketplace.posts.sheet import TAKEN, PostSheet
from core.marketplace.posts.values import SlotKind
from core.marketplace.posts.vocabularies import spelt
from core.scheduling.lexicons import Tag
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.reading.source import Source

MOST_RUNS = 12
"""Stretches of days that are read apart; bounds the work."""
_SHORT = 4
"""Letters of a month that is shortened, so that a full stop after it ends no sentence."""

_ANCHORS = (
    Tag.WEEKDAY, Tag.MONTH, Tag.DATE, Tag.SLASHED, Tag.RELATIVE_DAY, Tag.TONIGHT, Tag.HOLIDAY,
    Tag.MONTH_YEAR, Tag.DAY_SET, Tag.ORDINAL, Tag.OFTEN,
)  # fmt: skip
_FIGURES = (Tag.NUMBER, Tag.DOTTED)
_JOINING = (
    Tag.COMMA, Tag.AND, Tag.OR, Tag.SLASH, Tag.DASH, Tag.TO, Tag.OF, Tag.IN, Tag.OPEN, Tag.ON,
    Tag.FOR, Tag.UNIT,
)  # fmt: skip
_LEADING = (
    Tag.EVERY, Tag.ANY, Tag.ALTERNATE, Tag.THIS, Tag.NEXT, Tag.LAST, Tag.FROM, Tag.STARTING,
    Tag.UNTIL, Tag.BETWEEN, Tag.THE, Tag.EXCEPT, Tag.EARLY, Tag.MID, Tag.LATE, Tag.BEGINNING,
    Tag.ENDING, Tag.REST, Tag.CARDINAL, Tag.ALL, Tag.WEEK_OF, Tag.BEFORE, Tag.HALF, Tag.NOT,
)  # fmt: skip
_TRAILING = (Tag.UNIT, Tag.CLOSE, Tag.ONWARDS, Tag.TIMES)
_LINKS = {
    *_JOINING, *_LEADING, *_TRAILING, Tag.AFTER_NEXT, Tag.COLON, Tag.ONES, Tag.BUT,
}  # fmt: skip
_ECHO = {
    Tag.WEEKDAY, Tag.DAY_SET, Tag.THE, Tag.ON, Tag.AND, Tag.OR, Tag.SLASH, Tag.COMMA, Tag.DASH,
    Tag.THIS, Tag.TO, Tag.COLON, Tag.ONLY,
}  # fmt: skip
_DAILY = (*_ANCHORS, *_FIGURES, Tag.THE)
"""Tags that a day may begin with."""
_SPEAKING = {*_ANCHORS, *_FIGURES, *_LINKS}
"""Tags that may be part of a stretch of days."""

Run = list[Token]
"""Neighbouring words that speak of days."""


def read_runs(sheet: PostSheet) -> list[Run]:
    """The stretches that name a day, in the order of the text."""
    return [run for run in _runs(sheet) if _anchored(run)][:MOST_RUNS]


def is_echo(run: Run) -> bool:
    """Whether a stretch has weekdays only, which repeat dates given elsewhere."""
    return all(token.tag in _ECHO and not (token.many and token.tag is Tag.WEEKDAY) for token in run)


def _runs(sheet: PostSheet) -> list[Run]:
    """Stretches of neighbouring words that speak of days."""
    runs: list[Run] = []
    run: Run = []
    for i in range(len(sheet.source.tokens)):
        token = _day_word(sheet, i, run)
        if token is not None:
            run.append(token)
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    return [trimmed for run in runs if (trimmed := _trimmed(run))]


def _day_word(sheet: PostSheet, i: int, run: Run) -> Token | None:
    """The token at `i` if it can be part of a stretch of days that goes on from `run`."""
    source = sheet.source
    token = source.at(i)
    if TAKEN in sheet.left[token.start : token.end]:
        return None
    daily = source.tag(i + 1) in _DAILY
    if daily and begins_series(sheet, token):
        return replace(token, tag=Tag.FROM)
    if token.tag is Tag.STOP:
        return token if run and daily and _shortens(source, i) else None
    if token.tag in (Tag.EXCEPT, Tag.NOT, Tag.BUT) and not daily:
        return None
    if _counts(source, i) or _is_place_in_row(sheet, i):
        return None
    return token if token.tag in _SPEAKING or _repeats(source, i) else None


def begins_series(sheet: PostSheet, token: Token) -> bool:
    """Whether it is the "start" of "start 17 Jan, every Saturday"; its tag is FROM once it is in a run."""
    labels = tuple(spelt(sheet.vocabulary.series_labels))
    return token.tag in (Tag.LABEL, Tag.FROM) and token.text.startswith(labels)


def _shortens(source: Source, i: int) -> bool:
    """Whether a full stop ends a shortened day or month, as in "Fri. 5 Dec"."""
    before = source.at(i - 1)
    if before.tag is Tag.MONTH and source.tag(i + 1) is Tag.WEEKDAY:
        return len(before.text) <= _SHORT
    return before.tag in (Tag.WEEKDAY, Tag.MONTH)


def _is_place_in_row(sheet: PostSheet, i: int) -> bool:
    """Whether an ordinal is no day of the month: "below the 4th line", "the 3rd band"."""
    source = sheet.source
    token, following = source.at(i), source.at(i + 1).text
    if token.tag is not Tag.ORDINAL and not (token.tag is Tag.WEEKDAY and token.text[0].isdigit()):
        return False
    words = sheet.vocabulary
    acts = following in spelt(words.slots[SlotKind.ANY]) and source.tag(i - 1) is Tag.THE
    return acts or following in spelt(words.not_days)


def _counts(source: Source, i: int) -> bool:
    """Whether a figure counts things ("3 bands"); "Dec 5" and "the 5th" do not."""
    if source.tag(i) is not Tag.NUMBER:
        return False
    before, following = source.tag(i - 1), source.tag(i + 1)
    if before in (Tag.MONTH, Tag.WEEKDAY, Tag.THE, Tag.DASH):
        return False
    return following is Tag.QUANTITY_UNIT or (following is Tag.WORD and before is Tag.COMMA)


def _repeats(source: Source, i: int) -> bool:
    """Whether it makes the day before it weekly: "Friday nights"."""
    token = source.at(i)
    return token.tag is Tag.PART and token.many and source.tag(i - 1) is Tag.WEEKDAY


def _trimmed(run: Run) -> Run:
    """The run without joining words at its ends, and without figures that belong to no day."""
    anchors = [i for i, token in enumerate(run) if token.tag in _ANCHORS or _dotted_date(token)]
    if not anchors:
        return []
    low, high = anchors[0], len(run) - 1
    while low > 0 and run[low - 1].tag in (*_LEADING, *_FIGURES, *_JOINING):
        low -= 1
    while low < anchors[0] and run[low].tag not in (*_LEADING, *_FIGURES):
        low += 1
    while high > anchors[-1] and run[high].tag not in (*_TRAILING, *_FIGURES):
        high -= 1
    return run[low : high + 1]


def _dotted_date(token: Token) -> bool:
    return token.tag is Tag.DOTTED and (token.key == "date" or token.number > 24 or token.second > 59)


def _anchored(run: Run) -> bool:
    """Whether a stretch names a day: an ordinal or a shy word ("march", "sat") only beside another."""
    tags = [token.tag for token in run]
    if any(tag in _ANCHORS and not token.shy for tag, token in zip(tags, run, strict=True)):
        return not (set(tags) <= {Tag.ORDINAL, Tag.THE, Tag.ON} and Tag.THE not in tags)
    pointed = (Tag.THIS, Tag.NEXT, Tag.EVERY, Tag.ANY)
    return any(tag in _FIGURES or tag in pointed for tag in tags) or tags.count(Tag.WEEKDAY) == len(tags) == 1
