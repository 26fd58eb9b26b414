"""A band's free days on paper: a page a month, which says the same in colour and in grey."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from core.moments import to_exact
from core.publications.availability import DayState, PublicAvailability, PublicDay, PublicMonth
from presentation.free_days.paper import BOLD, INK_ON_PAPER, MARGIN, PLAIN, WIDTH, new_paper
from presentation.free_days.shapes import draw_shape
from presentation.free_days.words import FreeDayWords, weekends
from presentation.painting.lettering import known
from presentation.painting.palette import LINE, MARK_STYLES, SOFT
from presentation.picture import Mark
from presentation.qr_codes import qr_modules
from presentation.words import translate

if TYPE_CHECKING:
    from fpdf import FPDF

MARKS = {DayState.FREE: Mark.GREEN, DayState.MAYBE: Mark.AMBER, DayState.NO: Mark.RED}
_COLUMN, _ROW = WIDTH / 7, 21.0
_RIGHT = MARGIN + WIDTH / 2
_FOOT = 252.0
_CODE = 30.0
_LINE = 5.2
_MOST_HOURS = 2
_KEPT = 16
_thread = ThreadPoolExecutor(1, "sheets")
"""A single thread: writing holds the interpreter anyway, and a second request finds the pages written."""


async def sheets(page: PublicAvailability, locale: str, *, address: str | None) -> bytes:
    """The pages as a PDF, written beside the event loop."""
    return await asyncio.get_running_loop().run_in_executor(_thread, _sheets, page, locale, address)


@lru_cache(_KEPT)
def _sheets(page: PublicAvailability, locale: str, address: str | None) -> bytes:
    words = FreeDayWords(page, locale)
    name = known(page.band, bold=True) or "…"
    pdf = new_paper(translate("{band}: days free to play", locale).format(band=name), locale)
    pdf.set_creation_date(to_exact(page.as_of, page.zone))
    for month in page.months:
        pdf.add_page()
        _heading(pdf, name, month, words)
        _grid(pdf, month, words)
        _below(pdf, month, words)
        _foot(pdf, words, address)
    return bytes(pdf.output())


def _heading(pdf: "FPDF", name: str, month: PublicMonth, words: FreeDayWords) -> None:
    pdf.set_font(*BOLD, 22 if _fits(pdf, name, 22) else 14)
    pdf.multi_cell(0, 9, name, new_x="LMARGIN", new_y="NEXT", align="L")
    pdf.set_text_color(*SOFT)
    if about := known(words.about()):
        _written(pdf, about, 11)
    pdf.set_text_color(*INK_ON_PAPER)
    pdf.ln(2)
    pdf.set_font(*BOLD, 16)
    pdf.cell(0, 8, words.month(month.first), new_x="LMARGIN", new_y="NEXT")
    pdf.ln(2)


def _fits(pdf: "FPDF", text: str, size: float) -> bool:
    pdf.set_font(*BOLD, size)
    return pdf.get_string_width(text) <= WIDTH


def _grid(pdf: "FPDF", month: PublicMonth, words: FreeDayWords) -> None:
    pdf.set_font(*BOLD, 9)
    for each in words.weekdays():
        pdf.cell(_COLUMN, 6, each, align="L")
    pdf.ln(6)
    for week in words.weeks(month):
        top = pdf.get_y()
        for column, cell in enumerate(week):
            if cell is not None:
                _cell(pdf, MARGIN + column * _COLUMN, top, *cell, words)
        pdf.set_xy(MARGIN, top + _ROW)


def _cell(
    pdf: "FPDF", left: float, top: float, day: date, shown: PublicDay | None, words: FreeDayWords
) -> None:
    pdf.set_draw_color(*LINE)
    pdf.set_line_width(0.3)
    if shown is None:
        pdf.set_text_color(*SOFT)
        pdf.rect(left, top, _COLUMN, _ROW)
        _put(pdf, left, top, str(day.day), PLAIN, 11)
        pdf.set_text_color(*INK_ON_PAPER)
        return
    style = MARK_STYLES[MARKS[shown.state]]
    pdf.set_fill_color(*style.fill)
    pdf.rect(left, top, _COLUMN, _ROW, style="DF")
    pdf.set_text_color(*style.ink)
    _put(pdf, left, top, str(day.day), BOLD, 12)
    draw_shape(pdf, shown.state, (left + _COLUMN - 7, top + 1.6), 5.2, ink=style.sign, ground=style.fill)
    _put(pdf, left, top + 6.5, words.state(shown.state), BOLD, 9)
    hours = [words.hours(each) for each in shown.hours]
    for number, each in enumerate(_few(hours)):
        _put(pdf, left, top + 11.4 + number * 4, each, PLAIN, 8)
    pdf.set_text_color(*INK_ON_PAPER)


def _few(hours: list[str]) -> list[str]:
    return hours if len(hours) <= _MOST_HOURS else [hours[0], f"{hours[1]} …"]


def _put(pdf: "FPDF", left: float, top: float, text: str, face: tuple[str, str], size: float) -> None:
    """One line in a cell, smaller where it is too wide."""
    room = _COLUMN - 3
    pdf.set_font(*face, size)
    wide = pdf.get_string_width(text)
    if wide > room:
        pdf.set_font(*face, size * room / wide)
    pdf.set_xy(left + 1, top + 1)
    pdf.cell(room + 1, 5, text)


def _below(pdf: "FPDF", month: PublicMonth, words: FreeDayWords) -> None:
    """On the left the meaning of each shape, on the right the weekends."""
    top = pdf.get_y() + 4
    there = {each.state for each in month.days}
    for number, state in enumerate(each for each in DayState if each in there):
        style = MARK_STYLES[MARKS[state]]
        down = top + number * 6
        pdf.set_fill_color(*style.fill)
        pdf.set_draw_color(*LINE)
        pdf.set_line_width(0.3)
        pdf.rect(MARGIN, down, 5, 5, style="DF")
        draw_shape(pdf, state, (MARGIN + 0.7, down + 0.7), 3.6, ink=style.sign, ground=style.fill)
        pdf.set_xy(MARGIN + 7, down)
        said = translate("{state}: {meaning}", words.locale)
        _written(pdf, said.format(state=words.state(state), meaning=words.meaning(state)), 9.5)
    free = weekends(month.days)
    if not free:
        return
    pdf.set_xy(_RIGHT, top)
    pdf.set_font(*BOLD, 9.5)
    pdf.cell(0, _LINE, translate("Weekends", words.locale))
    for number, each in enumerate(free, 1):
        pdf.set_xy(_RIGHT, top + number * _LINE)
        _written(pdf, words.run(each), 9.5)


def _foot(pdf: "FPDF", words: FreeDayWords, address: str | None) -> None:
    month = words.page.months[pdf.page_no() - 1]
    room = WIDTH - (_CODE + 6 if address else 0)
    pdf.set_xy(MARGIN, _FOOT)
    for each in filter(None, (words.fresh(month), words.clock(), words.as_of())):
        _written(pdf, each, 9.5, room=room)
    if address is None:
        return
    _written(pdf, translate("Always as it stands:", words.locale), 9.5, room=room)
    pdf.set_font(*PLAIN, 8)
    pdf.multi_cell(room, 4, address, new_x="LMARGIN", new_y="NEXT", align="L", link=address)
    _code(pdf, address, MARGIN + WIDTH - _CODE, _FOOT - 1)


def _code(pdf: "FPDF", address: str, left: float, top: float) -> None:
    """The QR code; the paper around it is its quiet zone."""
    rows = qr_modules(address)
    size = _CODE / len(rows)
    pdf.set_fill_color(0, 0, 0)
    for down, row in enumerate(rows):
        for first, last in _dark(row):
            pdf.rect(left + first * size, top + down * size, (last - first) * size, size, style="F")


def _dark(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """From where to where a row is dark, half-open."""
    padded = (False, *row, False)
    edges = [at for at in range(len(row) + 1) if padded[at] != padded[at + 1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _written(pdf: "FPDF", text: str, size: float, *, room: float = 0) -> None:
    pdf.set_font(*PLAIN, size)
    pdf.multi_cell(room, _LINE, text, new_x="LMARGIN", new_y="NEXT", align="L")
