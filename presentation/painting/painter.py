"""A calendar as a PNG: the same bytes for the same calendar, each drawn once and beside the event loop."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from presentation.painting import lettering
from presentation.painting.inks import colours, covered, ground_index, index
from presentation.painting.layout import laid_out
from presentation.painting.palette import BORDER, PAPER
from presentation.painting.sheet import Box, Sheet
from presentation.painting.signs import sign
from presentation.picture import CalendarPicture

if TYPE_CHECKING:
    from PIL.Image import Image

log = logging.getLogger(__name__)

KEPT = 64
"""Pictures; each has some ten thousand bytes."""
MOST = 24
"""Months that are drawn; a picture of more is too high for a phone, and soon for Telegram."""
_COMPRESSION = 3
"""Of nine: more makes it little smaller, and much slower."""
_thread = ThreadPoolExecutor(1, "painting")
"""A single thread: drawing holds the interpreter anyway, and a second request finds the picture drawn."""


async def painting(calendar: CalendarPicture | None) -> bytes | None:
    """The picture; None where there is none, or none can be drawn: the words say the same, and are enough."""
    if calendar is None or len(calendar.months) > MOST:
        return None
    try:
        return await in_turn(lambda: painted(calendar))
    except Exception:
        log.exception("a picture of %s to %s could not be drawn", calendar.first, calendar.last)
        return None


async def in_turn(draw: Callable[[], bytes]) -> bytes:
    """Draw a picture beside the event loop, once those before it are drawn."""
    return await asyncio.get_running_loop().run_in_executor(_thread, draw)


@lru_cache(KEPT)
def painted(calendar: CalendarPicture) -> bytes:
    """The picture as a PNG."""
    return drawn(laid_out(calendar))


def drawn(sheet: Sheet) -> bytes:
    """A sheet as a PNG."""
    from PIL import Image, ImageChops, ImageDraw

    size = sheet.width, sheet.height
    # Which pair of ink and ground a pixel belongs to, and how far the ink covers it.
    pairs, cover = Image.new("L", size, ground_index(PAPER)), Image.new("L", size)
    ground = ImageDraw.Draw(pairs)
    ground.rectangle((0, 0, sheet.width - 1, sheet.height - 1), outline=ground_index(BORDER), width=3)
    for fill in sheet.fills:
        outline = None if fill.outline is None else ground_index(fill.outline)
        ground.rectangle(_edges(fill.box), fill=ground_index(fill.colour), outline=outline, width=2)
    for words in sheet.words:
        ground.rectangle(_edges(words.box), fill=index(words.ink, words.ground))
        written, left, top = _written(words.text, words.size, bold=words.bold)
        across, down = words.start
        cover.paste(written, (across + left, down + top))
    for each in sheet.signs:
        box = each.box
        ground.rectangle(_edges(box), fill=index(each.colour, each.ground))
        cover.paste(sign(each.mark, box.right - box.left), (box.left, box.top))
    image = ImageChops.add(pairs, cover.point(list(covered())))
    image.putpalette(colours())
    out = BytesIO()
    image.save(out, "PNG", compress_level=_COMPRESSION)
    return out.getvalue()


@lru_cache(1024)
def _written(text: str, size: int, *, bold: bool) -> tuple["Image", int, int]:
    """Words as a mask, and where it lies from where the base line begins: most come again every day."""
    from PIL import Image, ImageDraw

    font, shown = lettering.font(size, bold=bold), lettering.visual(text)
    left, top, right, bottom = map(int, font.getbbox(shown, anchor="ls"))
    mask = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
    ImageDraw.Draw(mask).text((-left, -top), shown, fill=255, font=font, anchor="ls")
    return mask, left, top


def _edges(box: Box) -> tuple[int, int, int, int]:
    """As Pillow counts: the last pixels inside."""
    return box.left, box.top, box.right - 1, box.bottom - 1
