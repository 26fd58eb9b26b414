"""Parts of the day named by something other than a day: "quiz nights", "soirs de match"."""

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import Shape, Time
from core.scheduling.phrases.reading.source import Read, Source

_NAMES = (Tag.WORD, Tag.QUANTITY_UNIT, Tag.QUANTITY_BEFORE, Tag.ELSEWHERE, Tag.LABEL)
"""Tags of a word that says which evenings are meant."""
_OF_NAMES = (*_NAMES, Tag.NOISE, Tag.BUSY, Tag.WORK)
"""Tags of that word after an "of": "soirs de travail"."""
_ENDS = (
    Tag.END,
    Tag.COMMA,
    Tag.SEMICOLON,
    Tag.STOP,
    Tag.CLOSE,
    Tag.FREE,
    Tag.BUSY,
    Tag.MAYBE,
)


def read_part_of_day(source: Source, i: int) -> Read:
    """The part of the day at `i`, with the word that names it."""
    token = source.at(i)
    first, last = _naming(source, i)
    named = first < i or last > i
    start, end = source.at(first).start, source.at(last).end
    return [Time(start, end, Shape.PART, part=token.key, many=token.many, named=named)], last + 1


def _naming(source: Source, i: int) -> tuple[int, int]:
    """The first and the last token of a part of the day and its name; both are `i` where it has none."""
    token = source.at(i)
    last = _name_joined(source, i) if token.many else None
    if last is not None:
        return i, last
    if token.text.rpartition(" ")[2] not in source.nameable:
        return i, i
    if source.adjectives_behind:
        return (i, i + 1) if _is_name(source, i + 1) and source.tag(i + 2) in _ENDS else (i, i)
    before = i - 1 - (source.tag(i - 1) is Tag.DASH and source.at(i - 1).end == token.start)
    return (before, i) if _is_name(source, before) else (i, i)


def _name_joined(source: Source, i: int) -> int | None:
    """The last token of a name that a small word joins: "soirs de match", "las noches sin partido"."""
    joint = source.tag(i + 1)
    if joint is Tag.OF:
        name = source.skip(i + 1, Tag.OF, Tag.THE)
        return name if source.tag(name) in _OF_NAMES else None
    return i + 2 if joint is Tag.EXCEPT and _only_name(source, i + 2) else None


def _is_name(source: Source, i: int) -> bool:
    return source.tag(i) in _NAMES and source.at(i).text not in source.unnaming


def _only_name(source: Source, i: int) -> bool:
    """Whether nothing but a name stands after an "except": "las noches sin partido"."""
    return source.tag(i) in _NAMES and source.tag(i + 1) in _ENDS
