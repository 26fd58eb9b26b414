"""Words as a font can show them: cleaned, shaped, measured, cut, and put in the order of drawing.

Nothing here depends on what the system has: the fonts lie beside this file, and Arabic shapes and
right-to-left order are worked out in Python (Pillow's own way needs a library that not every build has).
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_FONTS = Path(__file__).parent / "fonts"
_NOWHERE = "\U0010fffe"
"""No character: every font draws its box for missing ones."""
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_TURNED = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_NIQQUD = re.compile(r"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
"""Vowel points of Hebrew: names do without them, and in visual order they would land on other letters."""
_JOINER = "\u200c"
"""Separates Persian letters; the shaper needs it."""
_GAP = "…"
_GAPS = re.compile(r"…(?:[\s…]*…)?")
_SPACES = re.compile(r"\s+")
LEADING = 1.25
"""The height of a line, by the size of its letters."""
_BASELINE = 0.95


@lru_cache(64)
def font(size: int, *, bold: bool = False) -> "FreeTypeFont":
    """The font; `size` in pixels."""
    from PIL import ImageFont

    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(str(_FONTS / name), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(4096)
def readable(text: str, *, bold: bool = False) -> str:
    """The words in reading order, with nothing in them that the font lacks, Arabic letters joined.

    Letters that it lacks become an ellipsis, one for a whole run; pictograms and marks are left out.
    """
    text = _seen(text)
    if _ARABIC.search(text):
        text = _shaper().reshape(text)
    return _with_glyphs(_NIQQUD.sub("", text.replace(_JOINER, "")), bold=bold)


@lru_cache(4096)
def known(text: str, *, bold: bool = False) -> str:
    """The same for a program that joins and orders letters itself: each is as it was written."""
    text = _seen(text)
    return _with_glyphs(text if _ARABIC.search(text) else text.replace(_JOINER, ""), bold=bold)


def _seen(text: str) -> str:
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", text)).strip()
    return "".join(each for each in text if each == _JOINER or unicodedata.category(each) not in _UNSEEN)


def _with_glyphs(text: str, *, bold: bool) -> str:
    shown = "".join(each if _has(each, bold) else _instead(each, bold=bold) for each in text)
    return _SPACES.sub(" ", _GAPS.sub(_GAP, shown)).strip()


_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))


def visual(words: str) -> str:
    """Readable words in the order in which they are drawn, from the left."""
    if not _TURNED.search(words):
        return words
    from bidi import get_display  # type: ignore[import-untyped]

    return str(get_display(words))


@lru_cache(8192)
def width(words: str, size: int, *, bold: bool = False) -> int:
    """How wide readable words are, in pixels."""
    return -int(-font(size, bold=bold).getlength(visual(words)) // 1)


def cut(words: str, room: int, size: int, *, bold: bool = False) -> str:
    """Readable words, with an ellipsis at their end where they are wider than the room."""
    if width(words, size, bold=bold) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if width(_shortened(words, middle), size, bold=bold) <= room:
            low = middle
        else:
            high = middle - 1
    return _shortened(words, low)


def wrapped(words: str, room: int, size: int, *, most: int, bold: bool = False) -> list[str]:
    """Readable words in at most so many lines, the last one cut where they do not fit."""
    lines: list[str] = []
    rest = words
    while rest and len(lines) < most - 1 and width(rest, size, bold=bold) > room:
        at = _last_break(rest, room, size, bold=bold)
        if at == 0:
            break
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*lines, cut(rest, room, size, bold=bold)] if rest else lines


def height(size: int) -> int:
    """The height of one line, in pixels."""
    return round(size * LEADING)


def baseline(size: int) -> int:
    """How far below the top of its line the letters stand, in pixels."""
    return round(size * _BASELINE)


_BREAKS = re.compile(r" |(?<=[-–—/,])")


def _last_break(words: str, room: int, size: int, *, bold: bool) -> int:
    """After which character a line may end; 0: nowhere."""
    best = 0
    for found in _BREAKS.finditer(words):
        if found.start() and width(words[: found.start()].rstrip(), size, bold=bold) <= room:
            best = found.end()
    return best


def _shortened(words: str, length: int) -> str:
    kept = words[:length].rstrip(" …")
    while kept and unicodedata.combining(words[len(kept) : len(kept) + 1] or " "):
        kept = kept[:-1]
    return kept + _GAP


def _instead(missing: str, *, bold: bool) -> str:
    """The replacement for a character that the font lacks."""
    simpler = unicodedata.normalize("NFKC", missing)
    if simpler != missing and all(_has(each, bold) for each in simpler):
        return simpler
    return _GAP if unicodedata.category(missing)[0] in "LN" else ""


@lru_cache(4096)
def _has(character: str, bold: bool) -> bool:  # noqa: FBT001 - a key of the cache
    return _mask(character, bold=bold) != _box(bold=bold)


@lru_cache(2)
def _box(*, bold: bool) -> bytes:
    return _mask(_NOWHERE, bold=bold)


def _mask(character: str, *, bold: bool) -> bytes:
    drawn = font(32, bold=bold).getmask(character)
    return bytes(f"{drawn.size}", "ascii") + bytes(drawn)


@lru_cache(1)
def _shaper() -> Any:
    from arabic_reshaper import ArabicReshaper  # type: ignore[import-untyped]

    # A font seldom has the ligature of this word, and ours has not.
    return ArabicReshaper({"ARABIC LIGATURE ALLAH": False})
