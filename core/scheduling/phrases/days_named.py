"""The words of a message that name a day or a time, told by their tokens alone."""

from core.scheduling.lexicons import Tag, language_of
from core.scheduling.lexicons.talk import talk_for
from core.scheduling.phrases.lexing.dictionary import dictionary_for
from core.scheduling.phrases.lexing.normalise import even
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.lexing.tokens import tokenise
from core.scheduling.phrases.understanding import Context

_DAYS = frozenset(
    {
        Tag.WEEKDAY,
        Tag.MONTH,
        Tag.DAY_SET,
        Tag.UNIT,
        Tag.RELATIVE_DAY,
        Tag.NEXT_DAY,
        Tag.HOLIDAY,
        Tag.WEEK_OF,
        Tag.PART,
        Tag.TONIGHT,
        Tag.NUMBER,
        Tag.ORDINAL,
        Tag.DATE,
        Tag.SLASHED,
        Tag.DOTTED,
        Tag.MONTH_YEAR,
        Tag.OFTEN,
        Tag.EVEN_WEEKS,
        Tag.ODD_WEEKS,
        Tag.REST,
    }
)
_HOURS = frozenset({Tag.CLOCK, Tag.CLOCK_WORD, Tag.OCLOCK, Tag.MERIDIEM})
_LEADING = frozenset(
    {
        Tag.THIS,
        Tag.NEXT,
        Tag.LAST,
        Tag.EVERY,
        Tag.ANY,
        Tag.ALL,
        Tag.EARLY,
        Tag.MID,
        Tag.LATE,
        Tag.BEGINNING,
        Tag.ENDING,
        Tag.FROM,
        Tag.UNTIL,
        Tag.BEFORE,
        Tag.AFTER,
        Tag.BETWEEN,
        Tag.THE,
        Tag.CARDINAL,
        Tag.OF,
    }
)


def days_in(bare: str, language: str, *, hours: bool = False) -> str:
    """The stretch of a question that names days; with `hours`, also the hours beside them."""
    tokens = tokenise(bare, dictionary_for(language))
    meant = _DAYS | _HOURS if hours else _DAYS
    at = [i for i, token in enumerate(tokens) if token.tag in meant]
    if not any(tokens[i].tag in _DAYS for i in at):
        return ""
    first, last = _first_run(tokens, at)
    start = tokens[first].start
    led = talk_for(language).led
    before = led.search(bare[:start]) if led is not None else None
    return bare[before.start() if before else start : tokens[last].end]


def _first_run(tokens: list[Token], at: list[int]) -> tuple[int, int]:
    """The first and last token of the run that begins the question's days: "the 5th or 6th"."""
    first = last = at[0]
    while first and tokens[first - 1].tag in _LEADING:
        first -= 1
    for i in at[1:]:
        if not _together(tokens[last + 1 : i]):
            break
        last = i
    return first, last


def _together(between: list[Token]) -> bool:
    """Whether two tokens of days belong to one stretch, by the tokens between them."""
    return len(between) <= _BETWEEN and all(
        token.tag not in (Tag.WORD, Tag.FREE, Tag.BUSY) for token in between
    )


_BETWEEN = 3


def names_day(words: str, context: Context) -> bool:
    """Whether the words name a day for certain: "7.30" may be one, "Wednesday" is."""
    tokens = tokenise(even(words)[1], dictionary_for(language_of(context.locale)))
    return any(token.tag in _DAYS - {Tag.NUMBER, Tag.PART, Tag.DOTTED} for token in tokens)


_TIMES = frozenset({Tag.CLOCK, Tag.CLOCK_WORD, Tag.CARDINAL, Tag.OCLOCK, Tag.HALF, Tag.QUARTER})


def has_figures(words: str, language: str) -> bool:
    """Whether any word of a day or a time is among the words: "so loud" has none."""
    tokens = tokenise(even(words)[1], dictionary_for(language))
    return any(token.tag in _DAYS or token.tag in _TIMES for token in tokens)


def judges(words: str, language: str) -> bool:
    """Whether the words judge a day: "not free the 5th, free the 6th" corrects nothing."""
    tokens = tokenise(even(words)[1], dictionary_for(language))
    return any(token.tag in (Tag.FREE, Tag.BUSY, Tag.MAYBE) for token in tokens)
