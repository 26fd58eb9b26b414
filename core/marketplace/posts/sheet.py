"""The text of a post while it is read: words that a reader has taken are hidden from the next."""

import re
from collections.abc import Iterator

from core.marketplace.posts.values import MissingFact, PostAssumed, PostAssumption
from core.marketplace.posts.vocabularies import Vocabulary, vocabulary_for
from core.scheduling.lexicons import language_of
from core.scheduling.phrases.lexing.dictionary import dictionary_for
from core.scheduling.phrases.lexing.normalise import even
from core.scheduling.phrases.lexing.tokens import tokenise
from core.scheduling.phrases.reading.source import Source
from core.scheduling.phrases.resolving.frame import Frame
from core.scheduling.phrases.understanding import Context, Problem

TAKEN = "\0"
"""The sign for taken words in `PostSheet.left`; no pattern matches across it."""
_CLAUSE_ENDS = re.compile(r"[;\n!?]|\.(?!\d)|,(?!\d{3}(?!\d))")


class PostSheet:
    """A post being read."""

    __slots__ = (
        "about",
        "assumptions",
        "context",
        "fragment",
        "frame",
        "left",
        "low",
        "problems",
        "source",
        "typed",
        "vocabulary",
    )

    def __init__(
        self, words: str, context: Context, *, about: MissingFact | None = None, fragment: bool = False
    ) -> None:
        self.typed, self.low = even(words)
        self.context = context
        self.about = about
        """The fact that was asked for; a bare figure is its."""
        self.fragment = fragment
        """It is about a post that is there already, and need not wish for anything."""
        self.vocabulary: Vocabulary = vocabulary_for(context.locale)
        dictionary = dictionary_for(language_of(context.locale))
        lexicon = dictionary.lexicon
        self.source = Source(
            tokenise(self.low, dictionary),
            context.now.date(),
            hours_24=lexicon.hours_24,
            half_is_before=lexicon.half_is_before,
        )
        self.frame = Frame(context, self.typed)
        """Clock faces are settled in it; its assumptions are the post's too."""
        self.left = self.low
        self.assumptions: list[PostAssumption] = []
        self.problems: list[Problem] = []

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches in what is left now; taking some of them does not disturb the search."""
        return pattern.finditer(self.left)

    def first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match in what is left."""
        return pattern.search(self.left)

    def take(self, start: int, end: int) -> None:
        """Keep a stretch from all later readers."""
        self.left = self.left[:start] + TAKEN * (end - start) + self.left[end:]

    def words(self, start: int, end: int) -> str:
        """A stretch as typed, without blanks around it."""
        return self.typed[start:end].strip()

    def assume(self, what: PostAssumed, start: int = 0, end: int = 0) -> None:
        """Keep an assumption, once for each stretch."""
        found = PostAssumption(what, self.words(start, end))
        if found not in self.assumptions:
            self.assumptions.append(found)

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The beginning and end of the clause around a stretch; commas and full stops end clauses."""
        low = max((m.end() for m in _CLAUSE_ENDS.finditer(self.low, max(0, start - 120), start)), default=0)
        after = _CLAUSE_ENDS.search(self.low, end)
        return max(low, start - 120), min(after.start() if after else len(self.low), end + 120)
