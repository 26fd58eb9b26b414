"""The items on both sides of a range mark."""

from dataclasses import dataclass

from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import Item, item_at, tag_of


@dataclass(frozen=True, slots=True)
class Sides:
    """A range mark with its neighbours: in "Fri 5pm - 8pm Sun" two on either side."""

    mark: Tag
    """TO, DASH or UNTIL."""
    left2: Item | None
    left: Item | None
    right: Item | None
    right2: Item | None
    right3: Item | None


def sides_of(mark: Tag, out: list[Item], items: list[Item], i: int) -> Sides:
    """The neighbours of a mark: the last items of `out`, and the items after index `i`."""
    return Sides(
        mark,
        item_at(out, len(out) - 2),
        item_at(out, len(out) - 1),
        item_at(items, i + 1),
        item_at(items, i + 2),
        item_at(items, i + 3),
    )


def drop_opener(out: list[Item], back: int = 2) -> None:
    """Take away the "from" or "between" that opened the range, `back` items from the end."""
    if len(out) >= back and tag_of(out[-back]) in (Tag.FROM, Tag.BETWEEN):
        del out[-back]
