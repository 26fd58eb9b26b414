"""The palette of a picture: a pixel takes one byte, and packing takes a third of the time.

Everything is drawn with one ink on one ground. Each such pair has a run of colours in the palette: the ground
first, the ink last, the shades for soft edges between them. The index of a pixel's colour is where the run of
its pair begins, plus how far the ink covers the pixel.
"""

from functools import cache

from presentation.painting.palette import BLANK, BORDER, FAINT, INK, LINE, MARK_STYLES, PAPER, SOFT, Colour

STEPS = 10
"""From ground to ink."""

_PAIRS = tuple(
    dict.fromkeys(
        [
            *((ink, PAPER) for ink in (INK, SOFT, FAINT)),
            (INK, BLANK),
            *((ink, look.fill) for look in MARK_STYLES.values() for ink in (look.ink, look.sign)),
            (BORDER, BORDER),
            (LINE, LINE),
        ]
    )
)
_INDICES = {pair: number * STEPS for number, pair in enumerate(_PAIRS)}
_GROUNDS = {ground: _INDICES[ink, ground] for ink, ground in reversed(_PAIRS)}


def index(ink: Colour, ground: Colour) -> int:
    """Where the run of the pair begins in the palette."""
    return _INDICES[ink, ground]


def ground_index(ground: Colour) -> int:
    """Where the run of some pair with this ground begins: bare ground."""
    return _GROUNDS[ground]


@cache
def colours() -> bytes:
    """The whole palette: red, green and blue of each colour."""
    return bytes(
        round(under + (over - under) * step / (STEPS - 1))
        for ink, ground in _PAIRS
        for step in range(STEPS)
        for under, over in zip(ground, ink, strict=True)
    )


@cache
def covered() -> tuple[int, ...]:
    """For each share of 255 that the ink covers, how many steps into the run of its pair the colour is."""
    return tuple(round(share * (STEPS - 1) / 255) for share in range(256))
