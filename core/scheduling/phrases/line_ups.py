"""The line-up in a sentence: "as a three-piece", "zu dritt", "without Jo"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from core.scheduling.lexicons.asides import LineUps, all_asides
from core.scheduling.lexicons.lexicon import Words


@dataclass(frozen=True, slots=True)
class LineUpWords:
    """The line-up in a sentence, and the rest of its words."""

    rest: str
    size: int | None
    """The number of players, without names."""
    without: str
    """Names of players who are not needed; empty if none is named."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of all languages, ready to be looked for."""

    sizes: dict[str, int]
    sized: re.Pattern[str]
    without: re.Pattern[str]
    joining: re.Pattern[str]
    owners: re.Pattern[str]
    players: dict[str, str]
    """From a word for a player to the part: drummer to drums."""


def read_line_up(words: str) -> LineUpWords:
    """Take the words about the line-up out of a sentence about days."""
    known = _patterns()
    size = None
    if found := known.sized.search(words):
        said = next(filter(None, found.groups())).casefold()
        size = int(said) if said.isdigit() else known.sizes[said]
        words = words[: found.start()] + " " + words[found.end() :]
    without = ""
    if left := known.without.search(words):
        bare = [known.owners.sub("", name) for name in known.joining.split(left["names"].strip())]
        without = ", ".join(known.players.get(name.casefold(), name) for name in bare)
        words = words[: left.start()] + " " + words[left.end() :]
    return LineUpWords(" ".join(words.split()), size, without)


@cache
def _patterns() -> _Patterns:
    languages = [asides.line_ups for asides in all_asides()]
    without = _either(each.without for each in languages)
    ends = _either(each.ends for each in languages)
    joining = _either(each.joining for each in languages)
    owners = _either(each.owners for each in languages)
    return _Patterns(
        sizes={
            word: number
            for each in languages
            for table in (each.sizes, each.counts)
            for number, words in table.items()
            for word in words.split("|")
        },
        sized=re.compile("|".join(_ways_to_say_a_size(languages)), re.IGNORECASE),
        without=re.compile(
            rf"\s*\b{without}\s+(?P<names>[^,;.?!]+?)\s*(?=$|[?!.,;]|\b{ends}\b|\d)", re.IGNORECASE
        ),
        joining=re.compile(rf"\s*,\s*|\s+{joining}\s+"),
        owners=re.compile(rf"^{owners}\s+", re.IGNORECASE),
        players={
            word: part
            for each in languages
            for part, words in each.players.items()
            for word in words.split("|")
        },
    )


def _ways_to_say_a_size(languages: list[LineUps]) -> Iterator[str]:
    """Patterns with the size as their only group that matches, the likeliest first."""
    size = _either(table for each in languages for table in (*each.sizes.values(), *each.counts.values()))
    figure = rf"{size}|\d{{1,2}}"
    for each in languages:
        if each.pieces:  # "for a three-piece", "just 3 piece"
            before, articles = _either([each.before_pieces]), _either([each.piece_articles])
            pieces = _either([each.pieces])
            yield rf"\s*\b(?:{before}\s+)?(?:{articles}\s+)?({figure})[\s-]?{pieces}\b"
        if each.before_figures:  # "as three of us", "as a 3"
            articles, of_us = _either([each.articles]), _either([each.of_us])
            yield rf"\s*\b{_either([each.before_figures])}\s+(?:{articles}\s+)?({figure})\b(?:\s+{of_us})?"
        if each.before_sizes:  # "zu dritt", "en trio"
            yield rf"\s*\b{_either([each.before_sizes])}\s+({size})\b"
        if each.before_counts:  # "a tres"
            yield rf"\s*\b{_either([each.before_counts])}\s+({_either(each.counts.values())})\b"


def _either(words: Iterable[Words]) -> str:
    """A pattern for any of the words, the longest first; blanks may be of any width."""
    spelt = sorted({word for each in words for word in each.split("|") if word}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in spelt) + ")"
