"""Tokens to items: at each place the first reader that applies wins, longest forms first."""

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import Item
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.reading.dates import read_day
from core.scheduling.phrases.reading.idioms import read_idiom
from core.scheduling.phrases.reading.lengths import read_length
from core.scheduling.phrases.reading.marks import read_mark
from core.scheduling.phrases.reading.months import in_company
from core.scheduling.phrases.reading.periods import read_period
from core.scheduling.phrases.reading.quantities import past_quantity
from core.scheduling.phrases.reading.repeats import read_repeat
from core.scheduling.phrases.reading.seasons import read_year
from core.scheduling.phrases.reading.source import Source
from core.scheduling.phrases.reading.times import read_time

_DATED = {
    Tag.DATE,
    Tag.SLASHED,
    Tag.RELATIVE_DAY,
    Tag.NEXT_DAY,
    Tag.TONIGHT,
    Tag.HOLIDAY,
    Tag.WEEKDAY,
    Tag.DAY_SET,
    Tag.OFTEN,
    Tag.EVEN_WEEKS,
    Tag.ODD_WEEKS,
}


_READERS = (read_year, read_repeat, read_period, read_day, read_time)


def read_items(source: Source) -> list[Item]:
    """The whole sentence as items; words that mean nothing here are left out."""
    source.dated = any(_is_dated(source, i, token) for i, token in enumerate(source.tokens))
    source.month_first = _month_first(source)
    items: list[Item] = []
    i = 0
    while i < len(source.tokens):
        i = _next(source, i, items)
    return items


def _is_dated(source: Source, i: int, token: Token) -> bool:
    """Whether the token, which stands at `i`, is surely a day."""
    match token.tag:
        case Tag.MONTH:
            return in_company(source, i)
        case Tag.ORDINAL:
            return token.key == "figure"
        case Tag.DOTTED:
            return token.key == "date"
        case Tag.UNIT:
            return token.key == "weekend"
    return token.tag in _DATED


def _month_first(source: Source) -> bool:
    """The order of day and month: the locale's, unless one date shows that the writer uses the other."""
    pairs = [(t.number, t.second) for t in source.tokens if t.tag is Tag.SLASHED]
    pairs += [(t.second, t.third) for t in source.tokens if t.tag is Tag.DATE and t.key != "iso"]
    day_first = any(a > 12 for a, _ in pairs)
    month_first = any(b > 12 for _, b in pairs)
    return month_first if day_first != month_first else source.month_first


def _next(source: Source, i: int, items: list[Item]) -> int:
    """Add the items that begin at token `i`, and return the index after them."""
    behind = past_quantity(source, i)
    if behind is not None:
        return behind
    found = read_length(source, i) or read_idiom(source, i, items)
    if found is not None:
        items += found[0]
        return found[1]
    for read in _READERS:
        found = read(source, i)
        if found is not None:
            items += found[0]
            return max(found[1], i + 1)
    items += read_mark(source, i, items)
    return i + 1
