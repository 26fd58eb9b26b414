"""The shape of each state of a day on paper, so that none depends on colour: those of the pictures."""

from typing import TYPE_CHECKING

from core.publications.availability import DayState
from presentation.painting.palette import Colour

if TYPE_CHECKING:
    from fpdf import FPDF

Point = tuple[float, float]


def draw_shape(
    pdf: "FPDF", state: DayState, corner: Point, size: float, *, ink: Colour, ground: Colour
) -> None:
    """Draw it into a square with that upper left corner."""
    pdf.set_fill_color(*ink)
    left, top = corner
    if state is DayState.FREE:
        pdf.ellipse(left, top, size, size, style="F")
        _lines(pdf, corner, size, [(0.26, 0.53), (0.44, 0.71), (0.75, 0.33)], ground, 0.13)
    elif state is DayState.MAYBE:
        pdf.polygon(_points(corner, size, [(0.5, 0.02), (1.0, 0.95), (0.0, 0.95)]), style="F")
        _lines(pdf, corner, size, [(0.5, 0.36), (0.5, 0.64)], ground, 0.12)
        _lines(pdf, corner, size, [(0.5, 0.79), (0.5, 0.8)], ground, 0.14)
    else:
        _lines(pdf, corner, size, [(0.16, 0.16), (0.84, 0.84)], ink, 0.18)
        _lines(pdf, corner, size, [(0.84, 0.16), (0.16, 0.84)], ink, 0.18)


def _lines(
    pdf: "FPDF", corner: Point, size: float, shares: list[Point], colour: Colour, width: float
) -> None:
    pdf.set_draw_color(*colour)
    pdf.set_line_width(width * size)
    pdf.polyline(_points(corner, size, shares))


def _points(corner: Point, size: float, shares: list[Point]) -> list[Point]:
    return [(corner[0] + across * size, corner[1] + down * size) for across, down in shares]
