"""Green zones as a calendar."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bots.chat.reply import plain
from bots.chat.turn import Reader
from bots.chat.views.asked import beside_days
from bots.chat.views.calendars import LONGEST, OF_A_BAND, calendar, short_hours
from bots.chat.views.green.freshness import freshness_line
from core import formats
from core.scheduling.green.zones import GreenZones, NearMiss
from presentation.commitments import what
from presentation.picture import CalendarPicture, DayCell, Mark


def green_calendar(
    result: GreenZones, reader: Reader, *, open_dates: Sequence[tuple[date, str]] = ()
) -> CalendarPicture:
    """A band's days: green, amber, red, over; with the band's own gigs and rehearsals above that.

    `open_dates`: days on which a venue has an open date that fits, with its name.
    """
    as_of = reader.label("As of {day}.", day=formats.day(result.today, reader.locale, today=result.today))
    fresh = freshness_line(result.freshness, reader)
    return calendar(
        result.band.name,
        result.band.zone,
        sorted(_with_open_dates(_cells(result, reader), open_dates).items()),
        _legend(result, reader),
        reader,
        first=result.asked.days.first,
        last=result.asked.days.last,
        asked=beside_days(result, reader),
        footer=" ".join((plain(fresh), as_of)) if fresh else as_of,
    )


def _legend(result: GreenZones, reader: Reader) -> tuple[tuple[Mark, str], ...]:
    """The meaning of each mark; if a smaller line-up was asked for, green means that one."""
    size = result.asked.size
    if size is None:
        return tuple(OF_A_BAND.items())
    can = plain(reader.plural(size, "1 can play", "{n} can play"))
    return tuple({**OF_A_BAND, Mark.GREEN: can}.items())


def _cells(result: GreenZones, reader: Reader) -> dict[date, DayCell]:
    """A cell for each day, each sort of mark over those before it."""
    cells = _bare(result)
    for miss in result.near_misses:
        day = miss.stretch.start.date()
        if day in cells and cells[day].mark is Mark.RED:
            cells[day] = DayCell(Mark.AMBER, _near_miss_note(miss, reader))
    for stretch in result.stretches:
        day = stretch.start.date()
        if day in cells and cells[day].mark is not Mark.GREEN:
            cells[day] = DayCell(Mark.GREEN, short_hours(stretch.start, stretch.end))
    for own in result.own:
        day = own.start.date()
        if day in cells and cells[day].mark is not Mark.PAST:
            hours = short_hours(own.start, own.end)
            note = reader.label("{what} {hours}", what=what(own, reader), hours=hours)
            cells[day] = DayCell(Mark.TAKEN, note)
    return cells


def _with_open_dates(
    cells: dict[date, DayCell], open_dates: Sequence[tuple[date, str]]
) -> dict[date, DayCell]:
    """Green and amber days with an open date say where it is; the best of a day comes first."""
    found = dict(cells)
    for day, venue in reversed(open_dates):
        if day in found and found[day].mark in (Mark.GREEN, Mark.AMBER, Mark.OPEN):
            found[day] = DayCell(Mark.OPEN, venue)
    return found


def _bare(result: GreenZones) -> dict[date, DayCell]:
    """Every day without its zones: red, or out of the question."""
    first, last = result.asked.days.first, result.asked.days.last
    asked = {day for start, end in result.asked.days.windows for day in _days_in(start, end)}
    days = (first + timedelta(days=number) for number in range(min(last - first, LONGEST).days + 1))
    return {day: DayCell(Mark.PAST if day < result.today or day not in asked else Mark.RED) for day in days}


def _near_miss_note(miss: NearMiss, reader: Reader) -> str:
    return reader.label("no {name}", name=miss.missing) if miss.missing else reader.label("maybe")


def _days_in(start: datetime, end: datetime) -> list[date]:
    last = (end - timedelta(seconds=1)).date()
    return [start.date() + timedelta(days=number) for number in range((last - start.date()).days + 1)]
