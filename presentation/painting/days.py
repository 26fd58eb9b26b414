"""One day of a month: its number, the sign of its mark, and its note where there is room."""

from dataclasses import dataclass

from presentation.painting import lettering
from presentation.painting.palette import BLANK, FAINT, INK, LINE, MARK_STYLES, PAPER, Colour
from presentation.painting.sheet import Box, Fill, Sheet, Sign
from presentation.picture import DayCell

MARGIN = 28
"""Around everything."""
_DAYS = 7


@dataclass(frozen=True, slots=True)
class Style:
    """The measures of a month, in pixels."""

    columns: int
    """Months beside each other."""
    width: int
    """Of a month."""
    apart: int
    """Between two months beside each other."""
    between: int
    """Below a month."""
    gap: int
    """Between days."""
    cell_height: int
    outside_height: int
    """Of a week that is not asked about."""
    name: int
    """The size of letters: the month's name; likewise the next ones."""
    weekday: int
    number: int
    sign: int
    pad: int
    number_top: int
    """How far below the day's edge its number begins."""
    sign_top: int
    """Likewise, its sign: beside the number, or below it."""
    notes: tuple[int, ...] = ()
    """Sizes of a note, the largest first; none: there is no room for notes."""

    @property
    def cell_width(self) -> int:
        """Of a day."""
        return (self.width - (_DAYS - 1) * self.gap) // _DAYS

    def edge(self, column: int) -> int:
        """Where a day's column begins, from the month's left."""
        return column * (self.cell_width + self.gap)

    def left(self, column: int) -> int:
        """Where a month's column begins."""
        return MARGIN + column * (self.width + self.apart)


LARGE = Style(
    columns=1,
    width=1024,
    apart=0,
    between=18,
    gap=6,
    cell_height=136,
    outside_height=68,
    name=42,
    weekday=32,
    number=48,
    sign=44,
    pad=10,
    number_top=4,
    sign_top=14,
    notes=(32, 28, 25),
)
MIDDLE = Style(
    columns=2,
    width=502,
    apart=20,
    between=20,
    gap=2,
    cell_height=80,
    outside_height=46,
    name=36,
    weekday=26,
    number=34,
    sign=32,
    pad=5,
    number_top=2,
    sign_top=44,
)
SMALL = Style(
    columns=2,
    width=502,
    apart=20,
    between=20,
    gap=2,
    cell_height=46,
    outside_height=40,
    name=36,
    weekday=25,
    number=28,
    sign=22,
    pad=3,
    number_top=5,
    sign_top=12,
)


def draw_day(sheet: Sheet, box: Box, number: int, cell: DayCell | None, style: Style) -> None:
    """A day of the range; without a cell nothing is on it."""
    if cell is None:
        sheet.fills.append(Fill(box, BLANK, LINE))
        _number(sheet, box, number, style, INK, BLANK)
        return
    look = MARK_STYLES[cell.mark]
    sheet.fills.append(Fill(box, look.fill))
    _number(sheet, box, number, style, look.ink, look.fill)
    top, right = box.top + style.sign_top, box.right - style.pad
    place = Box(right - style.sign, top, right, top + style.sign)
    sheet.signs.append(Sign(place, cell.mark, look.sign, look.fill))
    if style.notes and cell.note:
        _note(sheet, box, cell.note, style, look.ink, look.fill)


def draw_outside(sheet: Sheet, box: Box, number: int, style: Style) -> None:
    """A day that is not asked about."""
    _number(sheet, box, number, style, FAINT, PAPER, bold=False)


def _number(
    sheet: Sheet, box: Box, number: int, style: Style, ink: Colour, ground: Colour, *, bold: bool = True
) -> None:
    high = lettering.height(style.number)
    whole = box.bottom - box.top == style.cell_height
    top = box.top + (style.number_top if whole else (box.bottom - box.top - high) // 2)
    beside = style.sign if style.sign_top < style.number_top + high else 0
    room = Box(box.left + style.pad, top, box.right - style.pad - beside, top + high)
    sheet.write(str(number), room, style.number, ink=ink, ground=ground, bold=bold)


def _note(sheet: Sheet, box: Box, note: str, style: Style, ink: Colour, ground: Colour) -> None:
    """Below the number: in one line as large as fits, else in two small ones."""
    text, room = lettering.readable(note), box.right - box.left - 2 * style.pad + 4
    size = next((each for each in style.notes if lettering.width(text, each) <= room), style.notes[-1])
    lines = lettering.wrapped(text, room, size, most=2)
    bottom = box.bottom - 6
    for line in reversed(lines):
        place = Box(
            box.left + style.pad - 2, bottom - lettering.height(size), box.right - style.pad + 2, bottom
        )
        sheet.write(line, place, size, ink=ink, ground=ground)
        bottom = place.top
