"""A calendar as a PNG: the same bytes for the same calendar, each drawn once and beside the event loop."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from io import BytesIO

from bots.chat.painting import lettering
from bots.chat.painting.layout import laid_out
from bots.chat.painting.palette import BORDER, PAPER
from bots.chat.painting.sheet import Sheet
from bots.chat.painting.signs import sign
from bots.chat.picture import Calendar

log = logging.getLogger(__name__)

KEPT = 64
"""Pictures; each has some ten thousand bytes."""
_COMPRESSION = 2
"""Of nine: more makes it little smaller, and much slower."""
_thread = ThreadPoolExecutor(1, "painting")
"""One alone: drawing holds the interpreter anyway, and whoever asks second finds the picture drawn."""


async def painting(calendar: Calendar | None) -> bytes | None:
    """The picture; None where there is none, or none can be drawn: the words say the same, and are enough."""
    if calendar is None:
        return None
    try:
        return await asyncio.get_running_loop().run_in_executor(_thread, painted, calendar)
    except Exception:
        log.exception("a picture of %s to %s could not be drawn", calendar.first, calendar.last)
        return None


@lru_cache(KEPT)
def painted(calendar: Calendar) -> bytes:
    """The picture as a PNG."""
    return drawn(laid_out(calendar))


def drawn(sheet: Sheet) -> bytes:
    """A sheet as a PNG."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (sheet.width, sheet.height), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, sheet.width - 1, sheet.height - 1), outline=BORDER, width=3)
    for fill in sheet.fills:
        box = fill.box
        edges = (box.left, box.top, box.right - 1, box.bottom - 1)
        draw.rectangle(edges, fill=fill.colour, outline=fill.outline, width=2 if fill.outline else 0)
    for each in sheet.signs:
        image.paste(
            each.colour, (each.box.left, each.box.top), sign(each.mark, each.box.right - each.box.left)
        )
    for words in sheet.words:
        font = lettering.font(words.size, bold=words.bold)
        draw.text(words.start, lettering.visual(words.text), fill=words.ink, font=font, anchor="ls")
    out = BytesIO()
    image.save(out, "PNG", compress_level=_COMPRESSION)
    return out.getvalue()
