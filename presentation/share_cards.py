"""The picture that a link to a night or a venue shows where it is shared, in the size that Open Graph has."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from presentation.painting import lettering
from presentation.painting.painter import drawn, in_turn
from presentation.painting.palette import INK, LINE, MARK_STYLES, PAPER, SOFT, MarkStyle
from presentation.painting.sheet import Box, Fill, Sheet
from presentation.picture import Mark

WIDTH, HEIGHT = 1200, 630
_BAR = 24
"""The coloured edge on the left."""
_LEFT, _RIGHT = 96, WIDTH - 72
_ROOM = _RIGHT - _LEFT
_TITLES = (84, 72, 60, 52)
"""Sizes of the title, the largest first: the first in which it fits is taken."""
_MOST_LINES = 3
_DAY, _PLACE, _FOOT = 44, 44, 32
_KEPT = 64
_STRONG = ("L", "R", "AL")


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What is on it, all words ready to be read."""

    above: str
    """The day; or the city."""
    title: str
    below: str
    """Where it is, or what else is to be said."""
    foot: str
    site: str
    """Whose page it is."""
    off: str = ""
    """That it was called off, or is over."""


async def share_card(card: ShareCard) -> bytes:
    """The picture as a PNG, drawn beside the event loop."""
    return await in_turn(lambda: painted_card(card))


@lru_cache(_KEPT)
def painted_card(card: ShareCard) -> bytes:
    """The picture as a PNG."""
    sheet = Sheet(WIDTH, HEIGHT)
    accent = MARK_STYLES[Mark.BUSY if card.off else Mark.GREEN]
    sheet.fills.append(Fill(Box(0, 0, _BAR, HEIGHT), accent.fill))
    top = 72
    free = _badge(sheet, card.off, top, accent) if card.off else _RIGHT
    _line(sheet, card.above, top, _DAY, right=free)
    top += lettering.height(_DAY) + 28
    for line, size in _title(card.title):
        box = Box(_LEFT, top, _RIGHT, top + lettering.height(size))
        sheet.write(line, box, size, ink=INK, ground=PAPER, bold=True, share=_side(line))
        top = box.bottom
    _line(sheet, card.below, top + 24, _PLACE)
    sheet.fills.append(Fill(Box(_LEFT, HEIGHT - 118, _RIGHT, HEIGHT - 115), LINE))
    foot = HEIGHT - 92
    site = lettering.readable(card.site, bold=True)
    own = lettering.width(site, _FOOT, bold=True)
    _line(sheet, card.foot, foot, _FOOT, right=_RIGHT - own - 32)
    box = Box(_RIGHT - own, foot, _RIGHT, foot + lettering.height(_FOOT))
    sheet.write(site, box, _FOOT, ink=SOFT, ground=PAPER, bold=True, share=1.0)
    return drawn(sheet)


def _line(sheet: Sheet, words: str, top: int, size: int, *, right: int = _RIGHT) -> None:
    box = Box(_LEFT, top, right, top + lettering.height(size))
    shown = lettering.readable(words)
    sheet.write(shown, box, size, ink=SOFT, ground=PAPER, share=_side(shown))


def _badge(sheet: Sheet, off: str, top: int, look: MarkStyle) -> int:
    """That the night was called off or is over, on the right; where the room to its left ends."""
    words = lettering.readable(off, bold=True)
    wide = min(lettering.width(words, _FOOT, bold=True) + 48, _ROOM // 2)
    box = Box(_RIGHT - wide, top - 6, _RIGHT, top + 54)
    sheet.fills.append(Fill(box, look.fill))
    inside = Box(box.left + 1, box.top + 10, box.right - 1, box.bottom - 1)
    sheet.write(words, inside, _FOOT, ink=look.ink, ground=look.fill, bold=True, share=0.5)
    return box.left - 32


def _side(words: str) -> float:
    """On which side a line begins: on the right where its first letter is one that is read from there."""
    strong = (unicodedata.bidirectional(each) for each in words)
    first = next((each for each in strong if each in _STRONG), "L")
    return 0.0 if first == "L" else 1.0


def _title(title: str) -> list[tuple[str, int]]:
    """The lines of the title, each with its size; in the smallest size the last line is cut."""
    words = lettering.readable(title, bold=True)
    for size in _TITLES:
        lines = lettering.wrapped(words, _ROOM, size, most=_MOST_LINES, bold=True)
        if "".join(lines).replace(" ", "") == words.replace(" ", ""):
            break
    return [(each, size) for each in lines]
