"""The parts of a sentence between its separators."""

from dataclasses import dataclass, field

from core.scheduling.kinds import Kind
from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import Boundary, Item, LengthForm, Number, Several, Time, item_at, tag_of

_SPLIT = (
    Tag.COMMA, Tag.AND, Tag.OR, Tag.SEMICOLON, Tag.STOP, Tag.BUT, Tag.INSTEAD, Tag.OPEN, Tag.CLOSE,
    Tag.SLASH, Tag.OTHERWISE,
)  # fmt: skip
WEAK = (Tag.COMMA, Tag.AND, Tag.OR, Tag.SLASH, Tag.OPEN, Tag.CLOSE)


@dataclass(slots=True)
class Chunk:
    """The items between two separators."""

    joined: Tag
    items: list[Item] = field(default_factory=list)
    kind: Kind | None = None
    leaning: Kind | None = None
    said: bool = False
    postfix: bool = False
    """The word for the kind stands after the days."""
    negated: bool = False
    """"not the 5th": the opposite of the kind before, or something left out of it."""

    instead: bool = False
    """"Not the 5th, but the 6th": free, after days that are busy."""
    rest: bool = False
    """"Otherwise free": of the time that the rest of the message leaves."""

    def timely(self) -> bool:
        """Whether it holds anything about time."""
        return any(isinstance(item, (Several, Time, Boundary, LengthForm, Number)) for item in self.items)

    def dated(self) -> bool:
        """Whether it names days."""
        return any(isinstance(item, (Several, Boundary)) for item in self.items)


def chunks_of(items: list[Item]) -> list[Chunk]:
    """The items between separators; a "not" before days begins a part of its own."""
    chunks = [Chunk(Tag.END)]
    for at, item in enumerate(items):
        tag, last = tag_of(item), chunks[-1]
        if tag is Tag.OTHERWISE and last.items and not last.timely():
            last.rest = True  # "free otherwise"
        elif tag is not None and tag in _SPLIT:
            _separate(chunks, tag)
        else:
            if tag is Tag.NOT and last.dated() and isinstance(item_at(items, at + 1), Several):
                chunks.append(Chunk(Tag.BUT))
            chunks[-1].items.append(item)
    return [chunk for chunk in chunks if chunk.items]


def _separate(chunks: list[Chunk], separator: Tag) -> None:
    """Begin another part; of adjacent separators the strongest counts: "free, but"."""
    joined = Tag.BUT if separator in (Tag.OTHERWISE, Tag.INSTEAD) else separator
    last = chunks[-1]
    if last.items:
        last = Chunk(joined)
        chunks.append(last)
    elif joined not in WEAK or last.joined is Tag.END or joined is Tag.OPEN:
        last.joined = joined
    last.instead = separator is Tag.INSTEAD
    last.rest = last.rest or separator is Tag.OTHERWISE
