"""Blank A4 pages: their margins, fonts and language."""

from pathlib import Path
from typing import TYPE_CHECKING

from presentation.painting import lettering
from presentation.painting.palette import INK

if TYPE_CHECKING:
    from fpdf import FPDF

MARGIN = 15.0
WIDTH = 210 - 2 * MARGIN
"""Between the margins, in millimetres."""
PLAIN, BOLD = ("DejaVu", ""), ("DejaVu", "B")
INK_ON_PAPER = INK
_FONTS = Path(lettering.__file__).parent / "fonts"


def new_paper(title: str, locale: str) -> "FPDF":
    """A document without pages. Letters are joined and ordered as their scripts ask for."""
    from fpdf import FPDF

    pdf = FPDF(format="A4", unit="mm")
    pdf.set_margins(MARGIN, MARGIN, MARGIN)
    pdf.set_auto_page_break(False)
    pdf.add_font(*PLAIN, _FONTS / "DejaVuSans.ttf")
    pdf.add_font(*BOLD, _FONTS / "DejaVuSans-Bold.ttf")
    pdf.set_text_shaping(True)
    pdf.set_text_color(*INK_ON_PAPER)
    pdf.set_title(title)
    pdf.set_lang(locale)
    return pdf
