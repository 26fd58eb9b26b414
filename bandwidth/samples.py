"""Sample calendars to paint: ordinary ones, and ones that are hard to paint."""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from bots.chat.views.calendars import OF_A_BAND, OF_A_DIARY
from presentation.picture import CalendarPicture, DayCell, Mark

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MEANING = {mark: (OF_A_BAND | OF_A_DIARY)[mark] for mark in Mark}
BAND = (Mark.GREEN, Mark.AMBER, Mark.RED, Mark.TAKEN)
DIARY = (Mark.FREE, Mark.MAYBE, Mark.BUSY, Mark.PARTLY, Mark.TAKEN)
NOTES = {
    Mark.GREEN: ("18-23:30", "14-23:30", "18:00-23:30"),
    Mark.AMBER: ("no Jo", "without Ana-Maria", "Bo: maybe"),
    Mark.RED: ("", "2 away"),
    Mark.TAKEN: ("gig 20-23", "rehearsal 19-22"),
    Mark.MAYBE: ("evening",),
    Mark.PARTLY: ("18-23",),
    Mark.BUSY: ("",),
    Mark.FREE: ("",),
    Mark.OPEN: ("The Heron",),
    Mark.PAST: ("",),
}
FOOTER = "3 of 4 have confirmed March; Jo last looked on 4 Oct. As of Mon 23 Nov 2026, 14:05."

Cells = Mapping[date, DayCell]


def calendar(
    first: date,
    last: date,
    days: Cells | None = None,
    *,
    title: str = "The Foxes",
    zone: str = "London time",
    week_start: int = 0,
    footer: str = "",
    **more: Any,
) -> CalendarPicture:
    """A calendar from plain parts; `days` by date, words in English."""
    months, month = [], first.replace(day=1)
    while month <= last:
        months.append(f"{MONTHS[month.month - 1]} {month.year}")
        month = (month + timedelta(days=31)).replace(day=1)
    days = days or {}
    used = {cell.mark for cell in days.values()}
    parts: dict[str, Any] = {
        "title": title,
        "range": months[0] if len(months) == 1 else f"{months[0]} - {months[-1]}",
        "zone": zone,
        "first": first,
        "last": last,
        "days": tuple(sorted(days.items())),
        "legend": tuple((mark, words) for mark, words in MEANING.items() if mark in used),
        "weekdays": WEEKDAYS[week_start:] + WEEKDAYS[:week_start],
        "week_start": week_start,
        "months": tuple(months),
        "footer": footer,
    }
    return CalendarPicture(**(parts | more))


def month(year: int, number: int, **named: Any) -> CalendarPicture:
    """A whole month."""
    return calendar(date(year, number, 1), date(year, number, monthrange(year, number)[1]), **named)


def mixed(first: date, last: date, marks: Sequence[Mark] = BAND, past: int = 0, seed: int = 1) -> Cells:
    """A mark on each day; the first `past` days are over."""
    rnd = Random(seed)
    found = {}
    for number, day in enumerate(_each(first, last)):
        mark = Mark.PAST if number < past else rnd.choice(marks)
        found[day] = DayCell(mark, rnd.choice(NOTES[mark]))
    return found


def alike(first: date, last: date, mark: Mark, note: str = "") -> Cells:
    """The same mark on each day."""
    return {day: DayCell(mark, note) for day in _each(first, last)}


def noted(name: str) -> Cells:
    """March with somebody's name on some days."""
    days = mixed(_MARCH, date(2027, 3, 31), (Mark.GREEN, Mark.AMBER))
    return {
        day: replace(cell, note=f"no {name}") if cell.mark is Mark.AMBER else cell
        for day, cell in days.items()
    }


def _each(first: date, last: date) -> list[date]:
    """The days, both included."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _whole(year: int, number: int, filled: Callable[[date, date], Cells], **named: Any) -> CalendarPicture:
    plain = month(year, number)
    return month(year, number, **named, days=filled(plain.first, plain.last))


def _range(first: date, last: date, *marks: Mark, past: int = 0, **named: Any) -> CalendarPicture:
    return calendar(first, last, mixed(first, last, marks or BAND, past=past), **named)


def _forty(first: date, last: date) -> Cells:
    marks = Mark.AMBER, Mark.RED
    return {d: DayCell(marks[d.day % 3 > 0], f"{d.day} of 40 away") for d in _each(first, last)}


_JANUARY, _MARCH, _NEW_YEARS_EVE = date(2027, 1, 1), date(2027, 3, 1), date(2027, 12, 31)

SAMPLES: dict[str, CalendarPicture] = {
    "month": _whole(2027, 3, lambda a, b: mixed(a, b, past=4), footer=FOOTER),
    "asked": _whole(
        2027,
        3,
        lambda a, b: mixed(a, b, past=4),
        asked="without Jo · 3 h or longer",
        footer=FOOTER,
    ),
    "open_dates": _whole(
        2027,
        3,
        lambda a, b: mixed(a, b, (*BAND, Mark.OPEN), past=4),
        footer=FOOTER,
    ),
    "diary": _whole(
        2027,
        3,
        lambda a, b: mixed(a, b, DIARY, past=2),
        title="Ana",
        footer="You last confirmed March on 4 Oct.",
    ),
    "empty_band": month(2027, 3, title="Nobody Yet", footer="Nobody is in the band yet."),
    "forty_members": _whole(
        2027,
        3,
        _forty,
        title="The Municipal Wind Orchestra of Leeds and Surroundings",
        footer="12 of 40 have confirmed March; "
        + ", ".join(f"Member {n}" for n in range(28))
        + " have not looked since October.",
    ),
    "long_names": month(
        2027,
        3,
        title="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
        " & The Very Long Name Band",
        zone="Argentina/ComodRivadavia and Buenos Aires time",
        days=noted("Wolfeschlegelsteinhausenbergerdorff-Montgomery"),
    ),
    "hebrew": month(2027, 3, title="להקת השועלים", zone="Tel Aviv time", days=noted("יעל")),
    "arabic": month(2027, 3, title="فرقة الثعالب السلام عليكم", zone="Cairo time", days=noted("محمد لؤي")),
    "cjk_and_emoji": month(2027, 3, title="東京事変 🎸 The Foxes 🦊👨‍👩‍👧", days=noted("花子🥁")),
    "cjk_alone": month(2027, 3, title="東京事変", days=noted("花子")),
    "six_weeks": _whole(2026, 8, mixed),
    "four_weeks": _whole(2027, 2, mixed),
    "one_day": calendar(
        date(2027, 3, 13),
        date(2027, 3, 13),
        {date(2027, 3, 13): DayCell(Mark.GREEN, "14-23:30")},
        range="Sat 13 March 2027",
    ),
    "two_months": _range(
        date(2027, 3, 20), date(2027, 4, 18), range="Sat 20 March - Sun 18 April 2027", footer=FOOTER
    ),
    "three_months": _range(_JANUARY, date(2027, 3, 31), past=9, footer=FOOTER),
    "six_months": _range(_JANUARY, date(2027, 6, 30), footer=FOOTER),
    "seven_months_of_every_mark": _range(_JANUARY, date(2027, 7, 31), *Mark),
    "twelve_months": _range(date(2026, 11, 23), date(2027, 10, 31), footer=FOOTER),
    "a_year_of_mine": _range(_JANUARY, _NEW_YEARS_EVE, *DIARY, title="Ana"),
    "everything_green": _whole(2027, 3, lambda a, b: alike(a, b, Mark.GREEN, "18-23:30")),
    "everything_past": _whole(2026, 3, lambda a, b: alike(a, b, Mark.PAST)),
    "sunday_first": _whole(2027, 5, mixed, week_start=6, title="The Foxes of Brooklyn", zone="New York time"),
    "every_mark": calendar(
        _MARCH,
        date(2027, 3, 9),
        {date(2027, 3, n): DayCell(mark, "18-23") for n, mark in enumerate(Mark, 1)},
    ),
    "every_mark_small": calendar(
        _MARCH, date(2027, 5, 9), {date(2027, 3, n): DayCell(mark) for n, mark in enumerate(Mark, 11)}
    ),
}
