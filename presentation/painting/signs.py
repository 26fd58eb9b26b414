"""The shape of each mark, so that no meaning depends on colour: distinct when small, grey or upside down."""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from presentation.painting.lettering import font
from presentation.picture import Mark

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_FINER = 4
"""Drawn so many times larger, then made smaller, for soft edges."""
_FULL, _NONE = 255, 0

Draw = Callable[["ImageDraw", int], None]


@lru_cache(128)
def sign(mark: Mark, size: int) -> "Image":
    """Where the sign covers a square of `size` pixels, as a mask. Not to be changed: it is kept."""
    from PIL import Image, ImageDraw

    large = size * _FINER
    mask = Image.new("L", (large, large), _NONE)
    _SIGNS[mark](ImageDraw.Draw(mask), large)
    return mask.resize((size, size), Image.Resampling.BOX)


def _tick_in_disc(draw: "ImageDraw", size: int) -> None:
    draw.ellipse(_at(size, 0.02, 0.02, 0.98, 0.98), fill=_FULL)
    points = [(0.26, 0.53), (0.44, 0.71), (0.75, 0.33)]
    draw.line(_points(size, points), fill=_NONE, width=round(size * 0.13), joint="curve")


def _warning(draw: "ImageDraw", size: int) -> None:
    draw.polygon(_points(size, [(0.5, 0.02), (1.0, 0.95), (0.0, 0.95)]), fill=_FULL)
    draw.rectangle(_at(size, 0.44, 0.33, 0.56, 0.66), fill=_NONE)
    draw.ellipse(_at(size, 0.43, 0.72, 0.57, 0.86), fill=_NONE)


def _cross(draw: "ImageDraw", size: int) -> None:
    for ends in ([(0.14, 0.14), (0.86, 0.86)], [(0.86, 0.14), (0.14, 0.86)]):
        draw.line(_points(size, ends), fill=_FULL, width=round(size * 0.2))


def _ring(draw: "ImageDraw", size: int) -> None:
    draw.ellipse(_at(size, 0.06, 0.06, 0.94, 0.94), outline=_FULL, width=round(size * 0.15))


def _asking(draw: "ImageDraw", size: int) -> None:
    draw.polygon(_points(size, [(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)]), fill=_FULL)
    draw.text((size * 0.5, size * 0.5), "?", font=font(round(size * 0.6), bold=True), fill=_NONE, anchor="mm")


def _no_entry(draw: "ImageDraw", size: int) -> None:
    draw.rectangle(_at(size, 0.06, 0.06, 0.94, 0.94), fill=_FULL)
    draw.rectangle(_at(size, 0.22, 0.42, 0.78, 0.58), fill=_NONE)


def _half(draw: "ImageDraw", size: int) -> None:
    draw.rectangle(_at(size, 0.06, 0.06, 0.94, 0.94), outline=_FULL, width=round(size * 0.11))
    draw.rectangle(_at(size, 0.06, 0.5, 0.94, 0.94), fill=_FULL)


def _star(draw: "ImageDraw", size: int) -> None:
    turns = [(math.pi * (number / 5 - 0.5), 0.52 if number % 2 == 0 else 0.22) for number in range(10)]
    points = [(0.5 + far * math.cos(turn), 0.53 + far * math.sin(turn)) for turn, far in turns]
    draw.polygon(_points(size, points), fill=_FULL)


def _note(draw: "ImageDraw", size: int) -> None:
    draw.ellipse(_at(size, 0.06, 0.6, 0.5, 0.98), fill=_FULL)
    draw.rectangle(_at(size, 0.38, 0.02, 0.52, 0.8), fill=_FULL)
    draw.polygon(_points(size, [(0.38, 0.02), (0.96, 0.2), (0.96, 0.48), (0.52, 0.32)]), fill=_FULL)


def _dot(draw: "ImageDraw", size: int) -> None:
    draw.ellipse(_at(size, 0.37, 0.37, 0.63, 0.63), fill=_FULL)


_SIGNS: dict[Mark, Draw] = {
    Mark.GREEN: _tick_in_disc,
    Mark.AMBER: _warning,
    Mark.RED: _cross,
    Mark.FREE: _ring,
    Mark.MAYBE: _asking,
    Mark.BUSY: _no_entry,
    Mark.PARTLY: _half,
    Mark.TAKEN: _star,
    Mark.OPEN: _note,
    Mark.PAST: _dot,
}


def _at(size: int, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    return left * size, top * size, right * size - 1, bottom * size - 1


def _points(size: int, shares: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(across * size, down * size) for across, down in shares]
