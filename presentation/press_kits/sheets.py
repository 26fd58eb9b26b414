"""A press kit on paper: what the page says, with the photo, and a code that leads back to the page."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import TYPE_CHECKING

from core.publications.press_kit import PressKitPage
from presentation.free_days.paper import BOLD, INK_ON_PAPER, MARGIN, PLAIN, WIDTH, new_paper
from presentation.painting.lettering import known
from presentation.painting.palette import SOFT
from presentation.press_kits.words import PressKitWords
from presentation.qr_codes import qr_modules
from presentation.words import translate

if TYPE_CHECKING:
    from fpdf import FPDF

_LINE = 5.4
_PHOTO = 90.0
"""The highest that a photo is, in millimetres."""
_CODE = 28.0
_thread = ThreadPoolExecutor(1, "press kits")


async def kit_sheets(page: PressKitPage, locale: str, *, address: str | None, photo: bytes | None) -> bytes:
    """The pages as a PDF, written beside the event loop."""
    return await asyncio.get_running_loop().run_in_executor(_thread, _written, page, locale, address, photo)


def _written(page: PressKitPage, locale: str, address: str | None, photo: bytes | None) -> bytes:
    words = PressKitWords(page, locale)
    name = known(page.band.name, bold=True) or "…"
    pdf = new_paper(translate("{band}: press kit", locale).format(band=name), locale)
    pdf.set_auto_page_break(auto=True, margin=MARGIN)
    pdf.add_page()
    if photo is not None:
        _photo(pdf, photo)
    pdf.set_font(*BOLD, 24)
    pdf.multi_cell(0, 11, name, new_x="LMARGIN", new_y="NEXT", align="L")
    if about := known(words.about()):
        pdf.set_text_color(*SOFT)
        _line(pdf, about, 12)
        pdf.set_text_color(*INK_ON_PAPER)
    pdf.ln(3)
    for each in words.paragraphs():
        _line(pdf, each, 11)
        pdf.ln(2)
    for title, lines in _sections(page, words):
        _section(pdf, title, lines)
    links = [(each.name, each.page) for each in (*page.filled.kit.video, *page.music)] + words.links()
    _linked(pdf, translate("Links", locale), links)
    if address is not None:
        _foot(pdf, translate("Always as it stands, with players and files:", locale), address)
    return bytes(pdf.output())


def _sections(page: PressKitPage, words: PressKitWords) -> list[tuple[str, list[str]]]:
    kit, locale = page.filled.kit, words.locale
    return [
        (translate("Draw", locale), [kit.draw] if kit.draw else []),
        (translate("Line-up", locale), [words.line_up()]),
        (translate("Followers, as the band says", locale), words.followers()),
        (translate("Contact", locale), [kit.contact] if kit.contact else []),
        (translate("Upcoming shows", locale), [words.show(each) for each in page.upcoming]),
        (translate("Past shows", locale), words.past()),
    ]


def _photo(pdf: "FPDF", photo: bytes) -> None:
    shown = pdf.image(BytesIO(photo), x=MARGIN, y=MARGIN, w=WIDTH, h=_PHOTO, keep_aspect_ratio=True)
    pdf.set_y(MARGIN + min(_PHOTO, shown.rendered_height) + 6)


def _section(pdf: "FPDF", title: str, lines: list[str]) -> None:
    if not lines:
        return
    _heading(pdf, title)
    for each in lines:
        _line(pdf, each, 11)


def _linked(pdf: "FPDF", title: str, links: list[tuple[str, str]]) -> None:
    if not links:
        return
    _heading(pdf, title)
    for name, url in dict.fromkeys(links):
        pdf.set_font(*PLAIN, 10)
        pdf.multi_cell(0, _LINE, f"{name}: {url}", new_x="LMARGIN", new_y="NEXT", align="L", link=url)


def _heading(pdf: "FPDF", title: str) -> None:
    pdf.ln(3)
    pdf.set_font(*BOLD, 11)
    pdf.multi_cell(0, _LINE, title, new_x="LMARGIN", new_y="NEXT", align="L")


def _line(pdf: "FPDF", text: str, size: float) -> None:
    pdf.set_font(*PLAIN, size)
    pdf.multi_cell(0, _LINE, known(text) or "…", new_x="LMARGIN", new_y="NEXT", align="L")


def _foot(pdf: "FPDF", said: str, address: str) -> None:
    """The address in words and as a code, together on one page."""
    if pdf.get_y() + _CODE + 8 > pdf.h - MARGIN:
        pdf.add_page()
    pdf.ln(6)
    top = pdf.get_y()
    pdf.set_font(*PLAIN, 9.5)
    pdf.multi_cell(WIDTH - _CODE - 6, _LINE, said, new_x="LMARGIN", new_y="NEXT", align="L")
    pdf.set_font(*PLAIN, 8)
    pdf.multi_cell(WIDTH - _CODE - 6, 4, address, new_x="LMARGIN", new_y="NEXT", align="L", link=address)
    rows = qr_modules(address)
    size, left = _CODE / len(rows), MARGIN + WIDTH - _CODE
    pdf.set_fill_color(0, 0, 0)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                pdf.rect(left + across * size, top + down * size, size, size, style="F")
