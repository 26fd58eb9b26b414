"""Bare answers to a question for one fact: "200", "about 200", "30-40"."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from core.marketplace.posts.sheet import PostSheet
from core.marketplace.posts.values import MissingFact
from core.marketplace.posts.vocabularies import Small, all_vocabularies, compiled
from core.money import figure
from core.scheduling.lexicons import Tag

_MOST_FIGURES = 20
"""Figures that are looked at; an answer has few."""
_COUNTED = (Tag.MONTH, Tag.UNIT, Tag.ORDINAL, Tag.SLASH, Tag.COLON, Tag.WEEKDAY)
"""Tags after a figure that is no bare one: "20 Dec"."""


@dataclass(frozen=True, slots=True)
class BareFigure:
    """A figure that opens a clause, with nothing that says what it counts."""

    begin: int
    """The start of the words before it: "*about* 200"."""
    start: int
    end: int
    first: int
    """The end of the figure itself, where an upper one follows."""
    number: int
    most: int | None = None
    """The upper end: "30-40"."""


def bare_figure(sheet: PostSheet, about: MissingFact) -> BareFigure | None:
    """The first such figure in what is left, if this fact was asked for."""
    if sheet.about is not about:
        return None
    small = sheet.vocabulary.small
    joints = ("-", small[Small.LENGTH_TO], "/" if about is MissingFact.SET_LENGTH else "")
    pattern = compiled(
        r"(?:^|[,;.!?\n(=:])[\s~]*(?P<w>(?:{0:bare}[ ])?)"
        r"(?P<n>\d{{1,3}}(?:[.,]\d{{3}})+|\d{{1,6}}(?:[.,]\d)?)"
        r"(?P<k>k?)(?:\s?{1:bare}\s?(?P<m>\d{{1,6}}))?(?:{2:bare})?(?![\w:%/£$€]|[.,]\d|\s?[£$€%:/])",
        small[Small.CAPACITY],
        "|".join(filter(None, joints)),
        sheet.vocabulary.roughly,
    )
    for match in islice(sheet.find(pattern), _MOST_FIGURES):
        number = figure(match["n"]) * (1000 if match["k"] else 1)
        if number != int(number) or _counts(sheet, match.end()):
            continue
        most = int(match["m"] or 0)
        first = match.end("k")
        upper = most if most > number else None
        return BareFigure(match.start("w"), match.start("n"), match.end(), first, int(number), upper)
    return None


def _counts(sheet: PostSheet, end: int) -> bool:
    """Whether the word behind a figure says what it counts: "20 Dec", "30 minutes", "2 bands"."""
    languages = all_vocabularies()
    counted = "|".join((*sheet.vocabulary.slots.values(), languages.minutes, languages.hours))
    if compiled(r"[ -]?{0}", counted).match(sheet.low, end):
        return True
    following = next((token for token in sheet.source.tokens if token.start >= end), None)
    return following is not None and following.tag in _COUNTED


def number_in_words(
    sheet: PostSheet, about: MissingFact, numbers: Mapping[str, int] | None = None
) -> BareFigure | None:
    """A number in words that is the whole answer ("two", "thirty"); `numbers` are more of them."""
    whole = sheet.left.strip(" .!")
    if sheet.about is not about or not whole:
        return None
    start = sheet.left.index(whole)
    token = next(iter(sheet.source.tokens), None)
    if token is not None and token.tag is Tag.CARDINAL and token.text == whole:
        return BareFigure(start, start, start + len(whole), start + len(whole), token.number)
    number = (numbers or {}).get(whole)
    end = start + len(whole)
    return None if number is None else BareFigure(start, start, end, end, number)
