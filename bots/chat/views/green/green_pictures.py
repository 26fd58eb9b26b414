"""Green zones as a calendar."""

from datetime import date, datetime, timedelta

from bots.chat.reply import plain
from bots.chat.turn import Reader
from bots.chat.views.asked import beside_days
from bots.chat.views.calendars import LONGEST, OF_A_BAND, calendar, short_hours
from bots.chat.views.gigs.wording import what
from bots.chat.views.green.freshness import freshness_line
from core import formats
from core.scheduling.green.zones import GreenZones
from presentation.picture import CalendarPicture, DayCell, Mark
from presentation.words import plural


def green_calendar(result: GreenZones, reader: Reader) -> CalendarPicture:
    """A band's days: green, amber, red, over; with the band's own gigs and rehearsals above that."""
    first, last = result.asked.days.first, result.asked.days.last
    asked = {day for start, end in result.asked.days.windows for day in _days_in(start, end)}
    cells: dict[date, DayCell] = {}
    for number in range(min((last - first), LONGEST).days + 1):
        day = first + timedelta(days=number)
        over = day < result.today or day not in asked
        cells[day] = DayCell(Mark.PAST if over else Mark.RED)
    for near in result.near_misses:
        day = near.night.start.date()
        note = reader.say("no {name}", name=near.missing) if near.missing else reader.say("maybe")
        if day in cells and cells[day].mark is Mark.RED:
            cells[day] = DayCell(Mark.AMBER, plain(note))
    for night in result.stretches:
        day = night.start.date()
        if day in cells and cells[day].mark is not Mark.GREEN:
            cells[day] = DayCell(Mark.GREEN, short_hours(night.start, night.end))
    for own in result.own:
        day = own.start.date()
        if day in cells and cells[day].mark is not Mark.PAST:
            cells[day] = DayCell(Mark.TAKEN, f"{what(own)} {short_hours(own.start, own.end)}")
    size = result.asked.size
    meanings = (
        OF_A_BAND if size is None else {**OF_A_BAND, Mark.GREEN: plural(size, "1 can play", "{n} can play")}
    )
    footer = f"{plain(freshness)} " if (freshness := freshness_line(result.freshness, reader)) else ""
    as_of = reader.say("As of {day}.", day=formats.day(result.today, reader.locale, today=result.today))
    return calendar(
        result.band.name,
        result.band.zone,
        sorted(cells.items()),
        tuple(meanings.items()),
        reader,
        first=first,
        last=last,
        asked=beside_days(result, reader),
        footer=footer + plain(as_of),
    )


def _days_in(start: datetime, end: datetime) -> list[date]:
    last = (end - timedelta(seconds=1)).date()
    return [start.date() + timedelta(days=number) for number in range((last - start.date()).days + 1)]
