"""The layout of a calendar: heading, months in one column or small in two, legend, footer."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from presentation.painting import lettering
from presentation.painting.days import LARGE, MARGIN, MIDDLE, SMALL, Style, draw_day, draw_outside
from presentation.painting.palette import INK, MARK_STYLES, PAPER, SOFT
from presentation.painting.sheet import Box, Fill, Sheet, Sign
from presentation.picture import CalendarPicture, DayCell, Mark

WIDTH = 1080
"""Three pixels for each point of a narrow phone."""
LARGE_MONTHS, MIDDLE_MONTHS = 2, 6
"""More are drawn smaller, two beside each other and without notes."""
_TITLE, _TITLE_LEAST, _RANGE, _ASKED, _ZONE = 58, 46, 40, 34, 32
_LEGEND, _SWATCH, _FOOTER = 32, 48, 30
_DAYS = 7


def laid_out(calendar: CalendarPicture) -> Sheet:
    """The sheet, as high as it must be."""
    sheet = Sheet(WIDTH)
    down = _asked(sheet, calendar.asked, _heading(sheet, calendar, MARGIN - 4)) + 14
    months = list(_months(calendar.first, calendar.last))
    named = list(zip(months, calendar.months, strict=False))
    style = LARGE if len(months) <= LARGE_MONTHS else MIDDLE if len(months) <= MIDDLE_MONTHS else SMALL
    cells = dict(calendar.days)
    for start in range(0, len(named), style.columns):
        row = named[start : start + style.columns]
        ends = [
            _month(sheet, calendar, cells, first, name, style, (style.left(number), down))
            for number, (first, name) in enumerate(row)
        ]
        down = max(ends) + style.between
    down = _legend(sheet, calendar.legend, down)
    down = _footer(sheet, calendar.footer, down)
    sheet.height = down + MARGIN - 8
    return sheet


def _heading(sheet: Sheet, calendar: CalendarPicture, down: int) -> int:
    """Name, days and zone. Where the font lacks the script of the name, the days are the title."""
    room = WIDTH - 2 * MARGIN
    title, range_ = (
        lettering.readable(calendar.title, bold=True),
        lettering.readable(calendar.range, bold=True),
    )
    if title.strip(" …"):
        fits = lettering.width(title, _TITLE, bold=True) <= room
        down = _lines(sheet, [title], down, _TITLE if fits else _TITLE_LEAST, bold=True)
        size = _RANGE
    else:
        size = _TITLE_LEAST
    zone = lettering.readable(calendar.zone)
    beside = lettering.width(range_, size, bold=True) + 24 + lettering.width(zone, _ZONE)
    if zone and beside <= room:
        box = Box(MARGIN, down + lettering.baseline(size) - lettering.baseline(_ZONE), WIDTH - MARGIN, 0)
        box = Box(box.left, box.top, box.right, box.top + lettering.height(_ZONE))
        sheet.write(zone, box, _ZONE, ink=SOFT, ground=PAPER, share=1.0)
        room = room - 24 - lettering.width(zone, _ZONE)
        box = Box(MARGIN, down, MARGIN + room, down + lettering.height(size))
        sheet.write(range_, box, size, ink=INK, ground=PAPER, bold=True)
        return box.bottom
    down = _lines(sheet, lettering.wrapped(range_, room, size, most=2, bold=True), down, size, bold=True)
    return _lines(sheet, [zone] if zone else [], down, _ZONE)


def _asked(sheet: Sheet, asked: str, down: int) -> int:
    """The rest of the question, so that nobody takes the picture for the whole band's."""
    words = lettering.readable(asked, bold=True)
    lines = lettering.wrapped(words, WIDTH - 2 * MARGIN, _ASKED, most=2, bold=True)
    return _lines(sheet, lines, down, _ASKED, bold=True)


def _lines(sheet: Sheet, lines: Sequence[str], down: int, size: int, *, bold: bool = False) -> int:
    for each in lines:
        box = Box(MARGIN, down, WIDTH - MARGIN, down + lettering.height(size))
        sheet.write(each, box, size, ink=INK if bold else SOFT, ground=PAPER, bold=bold)
        down = box.bottom
    return down


def _month(
    sheet: Sheet,
    calendar: CalendarPicture,
    cells: dict[date, DayCell],
    first: date,
    name: str,
    style: Style,
    corner: tuple[int, int],
) -> int:
    """One month; its lower end."""
    left, down = corner
    if len(calendar.months) > 1 or name != calendar.range:
        box = Box(left + 2, down, left + style.width, down + lettering.height(style.name))
        sheet.write(lettering.readable(name, bold=True), box, style.name, ink=INK, ground=PAPER, bold=True)
        down = box.bottom
    for column, weekday in enumerate(calendar.weekdays):
        start = left + style.edge(column)
        box = Box(start, down, start + style.cell_width, down + lettering.height(style.weekday))
        sheet.write(lettering.readable(weekday), box, style.weekday, ink=SOFT, ground=PAPER, share=0.5)
    down += lettering.height(style.weekday) + style.gap
    for week in _weeks(first, calendar.week_start):
        inside = any(calendar.first <= day <= calendar.last for _, day in week)
        high = style.cell_height if inside else style.outside_height
        for column, day in week:
            start = left + style.edge(column)
            box = Box(start, down, start + style.cell_width, down + high)
            if calendar.first <= day <= calendar.last:
                draw_day(sheet, box, day.day, cells.get(day), style)
            else:
                draw_outside(sheet, box, day.day, style)
        down += high + style.gap
    return down


def _legend(sheet: Sheet, legend: tuple[tuple[Mark, str], ...], down: int) -> int:
    """Each mark as it looks on a day, and its words; as many in a line as fit."""
    across, line = MARGIN, _SWATCH + 12
    for mark, words in legend:
        text = lettering.readable(words)
        room = WIDTH - 2 * MARGIN - _SWATCH - 14
        wide = min(lettering.width(text, _LEGEND), room)
        if across > MARGIN and across + _SWATCH + 14 + wide > WIDTH - MARGIN:
            across, down = MARGIN, down + line
        box, look = Box(across, down, across + _SWATCH, down + _SWATCH), MARK_STYLES[mark]
        sheet.fills.append(Fill(box, look.fill))
        sheet.signs.append(
            Sign(Box(box.left + 8, box.top + 8, box.right - 8, box.bottom - 8), mark, look.sign, look.fill)
        )
        top = down + (_SWATCH - lettering.height(_LEGEND)) // 2
        beside = Box(box.right + 14, top, box.right + 14 + wide, top + lettering.height(_LEGEND))
        sheet.write(text, beside, _LEGEND, ink=INK, ground=PAPER)
        across = beside.right + 36
    return down + line if legend else down


def _footer(sheet: Sheet, footer: str, down: int) -> int:
    lines = lettering.wrapped(lettering.readable(footer), WIDTH - 2 * MARGIN, _FOOTER, most=3)
    return _lines(sheet, lines, down, _FOOTER)


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = _next(month)


def _weeks(first: date, week_start: int) -> Iterator[list[tuple[int, date]]]:
    """The weeks of a month: its days, each with its column."""
    week: list[tuple[int, date]] = []
    day, end = first, _next(first)
    while day < end:
        column = (day.weekday() - week_start) % _DAYS
        if column == 0 and week:
            yield week
            week = []
        week.append((column, day))
        day += timedelta(days=1)
    yield week


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
