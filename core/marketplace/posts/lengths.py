"""Set lengths in a post: "25 min set", "45-60 mins", "2 x 45", "half hour slot"."""

import re
from dataclasses import dataclass

from core.marketplace.posts.answers import bare_figure, number_in_words
from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.values import MissingFact
from core.marketplace.posts.vocabularies import Small, all_vocabularies, compiled

SHORTEST, LONGEST = 5, 240
"""Minutes of a set; a shorter or a longer time is no set length."""


@dataclass(frozen=True, slots=True)
class SetLength:
    """A length of a set, in minutes."""

    start: int
    end: int
    minutes: int
    most: int | None = None
    sets: int = 1
    slots: int | None = None
    """"3 x 20 min slots"."""


def read_lengths(sheet: PostSheet) -> list[SetLength]:
    """All set lengths, in the order of the text; their words are taken."""
    away = compiled(r"[ ]{{0,2}}{0}", sheet.vocabulary.away)
    found = []
    for match in sheet.find(_said()):
        if away.match(sheet.low, match.end()):
            continue
        length = _length(sheet, match)
        if length is not None:
            found.append(length)
            sheet.take(_begin(sheet, match.start()), match.end())
    return found


def _begin(sheet: PostSheet, start: int) -> int:
    """The beginning of the words read with a length that begins at `start`: "*set de* 25 min"."""
    pattern = compiled(r"(?<!\w){0:bare}[ ]$", sheet.vocabulary.before_lengths)
    before = pattern.search(sheet.left[max(0, start - 12) : start])
    return start if before is None else start - (before.end() - before.start())


def read_length_asked(sheet: PostSheet) -> list[SetLength]:
    """The bare figure that answers a question for the set length, before it is read as hours; it is taken."""
    asked = MissingFact.SET_LENGTH
    bare = bare_figure(sheet, asked) or number_in_words(sheet, asked)
    if bare is None or not SHORTEST <= bare.number <= LONGEST:
        return []
    sheet.take(bare.start, bare.end)
    return [SetLength(bare.start, bare.end, bare.number, bare.most)]


def _said() -> re.Pattern[str]:
    """A length in any language."""
    words = all_vocabularies()
    return compiled(
        r"(?<![\w.,:/£$€])(?:(?P<x>\d)(?:[ ]?x[ ]?|[ ]{8:bare}[ ])(?P<each>\d{{2}})"
        r"(?:[ -]?(?:{0:bare}|'))?(?![\w:])"
        r"|(?P<a>\d{{1,3}})(?:[ ]?(?:-|/|{1:bare})[ ]?(?P<b>\d{{1,3}}))?[ -]?(?:{0:bare}|')(?!\w)"
        r"|(?P<half>{2:bare})(?!\w)"
        r"|(?P<hours>\d(?:[.,]5)?)[ -]?{3:bare}(?!\w)"
        r"|(?:(?P<longer>{4:bare})|(?P<hour>{5:bare}|{6:bare}(?= {7:bare})))(?!\w))",
        words.minutes,
        words.small[Small.LENGTH_TO],
        words.half_hours,
        words.hours,
        words.longer_hours,
        words.whole_hours,
        words.slot_hours,
        words.sets,
        words.sets_of,
    )


def _length(sheet: PostSheet, match: re.Match[str]) -> SetLength | None:
    """The length in a match; None if it is too short or too long for a set."""
    if match["x"]:
        return _repeated(sheet, match)
    if match["a"]:
        minutes, most = int(match["a"]), int(match["b"] or 0)
        if not SHORTEST <= minutes <= LONGEST:
            return None
        return SetLength(*match.span(), minutes, most if most > minutes else None)
    if match["hours"]:
        minutes = int(float(match["hours"].replace(",", ".")) * 60)
        return SetLength(*match.span(), minutes) if minutes <= LONGEST else None
    return SetLength(*match.span(), 30 if match["half"] else 60 if match["hour"] else 90)


def _repeated(sheet: PostSheet, match: re.Match[str]) -> SetLength:
    """Several of a length: "2 x 45" is two sets, "3 x 20 min slots" three acts."""
    times, minutes = int(match["x"]), int(match["each"])
    after = sheet.low[match.end() : match.end() + 12]
    slots = compiled(r"\s?(?:{0:bare}\s)?{1:bare}", all_vocabularies().minutes, sheet.vocabulary.length_slots)
    if slots.match(after):
        return SetLength(*match.span(), minutes, slots=times)
    return SetLength(*match.span(), minutes, sets=times)
