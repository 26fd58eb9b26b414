"""The colours of pictures: colour-blind people can tell them apart, and words stand out from each.

The ten marks take their hues from Okabe and Ito's set, moved in lightness so that dark, middle and pale tell
the marks of one picture apart in grey as well. A shape stands beside each colour all the same (signs.py).
"""

from dataclasses import dataclass

from presentation.picture import Mark

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

PAPER: Colour = (246, 246, 242)
"""Opaque: what surrounds the picture is dark to some and light to others."""
BORDER: Colour = (128, 132, 142)
"""Three to one and more against a white and against a dark surround."""
INK: Colour = (26, 27, 30)
SOFT: Colour = (84, 88, 96)
"""Words that come second."""
FAINT: Colour = (104, 108, 115)
"""The numbers of days that are not asked about."""
BLANK: Colour = (255, 255, 255)
"""A day with nothing on it."""
LINE: Colour = (201, 204, 209)

_WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """How a day with a mark looks."""

    fill: Colour
    ink: Colour
    """Of the number and the note on the fill."""
    sign: Colour


MARK_STYLES: dict[Mark, MarkStyle] = {
    Mark.GREEN: MarkStyle((0, 112, 82), _WHITE, _WHITE),
    Mark.AMBER: MarkStyle((240, 178, 50), INK, INK),
    Mark.RED: MarkStyle((248, 224, 214), INK, (176, 58, 0)),
    Mark.FREE: MarkStyle((218, 238, 250), INK, (0, 96, 158)),
    Mark.MAYBE: MarkStyle((232, 190, 214), INK, (104, 26, 74)),
    Mark.BUSY: MarkStyle((150, 52, 0), _WHITE, _WHITE),
    Mark.PARTLY: MarkStyle((250, 196, 158), INK, (142, 46, 0)),
    Mark.TAKEN: MarkStyle((0, 72, 128), _WHITE, _WHITE),
    Mark.OPEN: MarkStyle((138, 58, 152), _WHITE, _WHITE),
    Mark.PAST: MarkStyle((230, 230, 225), (84, 88, 96), (120, 124, 132)),
}


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(each / 255) for each in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
