"""The parts of a sentence between its separators."""

from dataclasses import dataclass, field

from core.scheduling.kinds import Kind
from core.scheduling.lexicons import Role
from core.scheduling.phrases.forms import Bound, Item, Length, Number, Several, Time, item_at, role_of

_SPLIT = (
    Role.COMMA, Role.AND, Role.OR, Role.SEMICOLON, Role.STOP, Role.BUT, Role.INSTEAD, Role.OPEN, Role.CLOSE,
    Role.SLASH, Role.OTHERWISE,
)  # fmt: skip
WEAK = (Role.COMMA, Role.AND, Role.OR, Role.SLASH, Role.OPEN, Role.CLOSE)


@dataclass(slots=True)
class Chunk:
    """What stands between two separators."""

    joined: Role
    items: list[Item] = field(default_factory=list)
    kind: Kind | None = None
    leaning: Kind | None = None
    said: bool = False
    postfix: bool = False
    """The kind was said behind the days."""
    negated: bool = False
    """"not the 5th": the opposite of the kind before, or something left out of it."""

    instead: bool = False
    """"Not the 5th, but the 6th": free, where what stood before was busy."""
    rest: bool = False
    """"Otherwise free": of the time that the rest of the message leaves."""

    def timely(self) -> bool:
        """Whether anything about time is in it."""
        return any(isinstance(item, (Several, Time, Bound, Length, Number)) for item in self.items)

    def dated(self) -> bool:
        """Whether it says days."""
        return any(isinstance(item, (Several, Bound)) for item in self.items)


def chunks_of(items: list[Item]) -> list[Chunk]:
    """The items between separators; a "not" before days begins a part of its own."""
    chunks = [Chunk(Role.END)]
    for at, item in enumerate(items):
        role, last = role_of(item), chunks[-1]
        if role is Role.OTHERWISE and last.items and not last.timely():
            last.rest = True  # "free otherwise"
        elif role is not None and role in _SPLIT:
            _separate(chunks, role)
        else:
            if role is Role.NOT and last.dated() and isinstance(item_at(items, at + 1), Several):
                chunks.append(Chunk(Role.BUT))
            chunks[-1].items.append(item)
    return [chunk for chunk in chunks if chunk.items]


def _separate(chunks: list[Chunk], separator: Role) -> None:
    """Begin another part; of separators side by side, the one that says most counts: "free, but"."""
    joined = Role.BUT if separator in (Role.OTHERWISE, Role.INSTEAD) else separator
    last = chunks[-1]
    if last.items:
        last = Chunk(joined)
        chunks.append(last)
    elif joined not in WEAK or last.joined is Role.END or joined is Role.OPEN:
        last.joined = joined
    last.instead = separator is Role.INSTEAD
    last.rest = last.rest or separator is Role.OTHERWISE
