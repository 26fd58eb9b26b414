"""The tokens being read, and the refusals that reading can end in."""

from dataclasses import dataclass
from datetime import date

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import DayForm, DayStretch, Item
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.understanding import Trouble

Choice = object
"""The value that a reading puts in an unclear place; the place's own reader knows the type."""


class UnclearWords(Exception):
    """Reading cannot go on; becomes a Problem, with a reading for every choice that holds."""

    def __init__(
        self,
        code: Trouble,
        *,
        start: int = 0,
        end: int = 0,
        day: date | None = None,
        key: str = "",
        choices: tuple[Choice, ...] = (),
        partly: bool = False,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.start = start
        self.end = end
        self.day = day
        self.key = key
        """Names the unclear place, for Choices."""
        self.choices = choices
        self.partly = partly
        """The first choice also stands for the part understood so far."""


Read = tuple[list[Item], int]
"""The items read, and the index of the next token; the heading of a list ("January: 8, 9") has no items."""


def single_day(found: Read | None) -> DayForm | None:
    """The day that was read, if it is one day and nothing else."""
    if found is None or len(found[0]) != 1:
        return None
    day = found[0][0]
    return day if isinstance(day, DayForm) else None


MOST_SKIPPED = 6
"""Tokens that are passed over in one go; keeps reading linear."""
_NOTHING = Token(Tag.END, 0, 0, "")


@dataclass(slots=True)
class Source:
    """Tokens with what reading them depends on."""

    tokens: list[Token]
    today: date
    month_first: bool = False
    dated: bool = False
    """Some token is surely a day, so that a figure beside it may be a time."""
    last_stretch: DayStretch | None = None
    """The latest week or weekend, for "the weekend after"."""
    header: tuple[int, int | None] | None = None
    """Month and year that bare figures belong to ("Jan: 8, 9")."""
    month: tuple[int, int] | None = None
    """Year and month of the latest month named; "the weekend of the 17th" is in it."""
    no_run_before: int = 0
    """Lists of days that begin before this token are known to lead to no month; keeps reading linear."""
    hours_24: bool = False
    """The language's clock times are on the 24-hour clock; see Lexicon."""
    half_is_before: bool = False
    """"Half eight" is 7:30; see Lexicon."""
    adjectives_behind: bool = False
    """Adjectives stand after their noun; see Lexicon."""
    nameable: frozenset[str] = frozenset()
    """Parts of the day that a word beside them names; see Lexicon."""
    unnaming: frozenset[str] = frozenset()
    """Words beside these that name nothing."""
    suiting: frozenset[str] = frozenset()
    """Words for work that, after days, say that these suit; see Lexicon."""
    late_sunday: bool = False
    """The weekend is nearly over: "this weekend" is the next one."""

    def at(self, i: int) -> Token:
        """The token at `i`; END outside."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else _NOTHING

    def tag(self, i: int) -> Tag:
        """The tag of the token at `i`."""
        return self.at(i).tag

    def unit(self, i: int) -> str:
        """The key of the unit at `i`; empty where there is none, as at "monthly", which has the same key."""
        token = self.at(i)
        return token.key if token.tag is Tag.UNIT else ""

    def skip(self, i: int, *tags: Tag) -> int:
        """The first index from `i` on whose tag is none of these, after at most MOST_SKIPPED tokens."""
        end = i + MOST_SKIPPED
        while i < end and self.tag(i) in tags:
            i += 1
        return i

    def count(self, i: int) -> int | None:
        """The number in a figure, a word or "a"."""
        token = self.at(i)
        if token.tag in (Tag.NUMBER, Tag.CARDINAL):
            return token.number
        return 1 if token.tag is Tag.A else None

    def year(self, i: int) -> int | None:
        """The year at `i`: four figures that are not more likely a time."""
        token = self.at(i)
        if token.tag is not Tag.NUMBER or len(token.text) != 4:
            return None
        near = abs(token.number - self.today.year) <= 6
        return token.number if near or token.key == "year" else None
