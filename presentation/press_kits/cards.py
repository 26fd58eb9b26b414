"""The picture that stands beside a kit's address in a chat, where the band has sent no photo: its name."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from core import formats
from core.bands import Band
from presentation.painting import lettering
from presentation.painting.painter import drawn
from presentation.painting.palette import INK, MARK_STYLES, PAPER, SOFT
from presentation.painting.sheet import Box, Fill, Sheet
from presentation.picture import Mark

WIDTH, HEIGHT = 1200, 630
"""The size that previews of pages have nearly everywhere."""
_MARGIN = 90
_BAR = 26
_SIZES = (112, 92, 74, 60)
_MOST_LINES = 3
_LOCALE = "en-GB"
_thread = ThreadPoolExecutor(1, "cards")


async def drawn_card(band: Band) -> bytes:
    """The picture as a PNG, drawn beside the event loop."""
    genres = formats.listing(band.genres, _LOCALE)
    about = " · ".join(filter(None, (band.city, genres)))
    return await asyncio.get_running_loop().run_in_executor(_thread, _card, band.name, about)


@lru_cache(64)
def _card(name: str, about: str) -> bytes:
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.fills.append(Fill(Box(0, HEIGHT - _BAR, WIDTH, HEIGHT), MARK_STYLES[Mark.GREEN].fill))
    room = WIDTH - 2 * _MARGIN
    size, lines = _laid_out(lettering.readable(name, bold=True), room)
    high = round(size * lettering.LEADING)
    top = (HEIGHT - _BAR - high * len(lines) - (80 if about else 0)) // 2
    for each in lines:
        sheet.write(
            each, Box(_MARGIN, top, WIDTH - _MARGIN, top + high), size, ink=INK, ground=PAPER, bold=True
        )
        top += high
    if about:
        box = Box(_MARGIN, top + 24, WIDTH - _MARGIN, top + 80)
        sheet.write(lettering.readable(about), box, 40, ink=SOFT, ground=PAPER)
    return drawn(sheet)


def _laid_out(name: str, room: int) -> tuple[int, list[str]]:
    """The largest size in which the name takes few lines, and these."""
    for size in _SIZES:
        lines = lettering.wrapped(name, room, size, most=_MOST_LINES + 1, bold=True)
        if len(lines) <= _MOST_LINES:
            return size, lines
    return _SIZES[-1], lettering.wrapped(name, room, _SIZES[-1], most=_MOST_LINES, bold=True)
