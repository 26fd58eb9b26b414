"""The colours of a picture as one short list, so that a pixel takes one byte: a third of the time to pack.

Whatever is drawn is one ink on one ground. Each such pair has its place in the list: the ground first, the
ink last, the shades for soft edges between them. A pixel's colour is then the place of its pair, and how far
the ink covers it.
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
_PLACES = {pair: number * STEPS for number, pair in enumerate(_PAIRS)}
_GROUNDS = {ground: _PLACES[ink, ground] for ink, ground in reversed(_PAIRS)}


def place(ink: Colour, ground: Colour) -> int:
    """Where the pair begins in the list."""
    return _PLACES[ink, ground]


def place_of(ground: Colour) -> int:
    """Where a pair begins that has this ground."""
    return _GROUNDS[ground]


@cache
def colours() -> bytes:
    """The whole list: red, green and blue of each."""
    return bytes(
        round(under + (over - under) * step / (STEPS - 1))
        for ink, ground in _PAIRS
        for step in range(STEPS)
        for under, over in zip(ground, ink, strict=True)
    )


@cache
def covered() -> tuple[int, ...]:
    """For each share of 255 that the ink covers, how far behind its pair's place the colour stands."""
    return tuple(round(share * (STEPS - 1) / 255) for share in range(256))
