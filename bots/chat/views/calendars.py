"""Calendars to be drawn: the frame of all of them, and a person's own diary."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby

from bots.chat.reply import Block, Line, Listing, Paragraph, Strong
from bots.chat.turn import Reader
from core import formats
from core.scheduling.diary.overview import DiaryDay, DiaryOverview
from core.scheduling.kinds import Kind
from presentation.picture import CalendarPicture, DayCell, Mark

OF_A_BAND = {
    Mark.GREEN: "all can play",
    Mark.AMBER: "short by one, or a maybe",
    Mark.RED: "not playable",
    Mark.TAKEN: "rehearsal or gig",
    Mark.OPEN: "an open date that fits",
    Mark.PAST: "over, or not asked about",
}
OF_A_DIARY = {
    Mark.FREE: "free",
    Mark.PARTLY: "busy part of the day",
    Mark.BUSY: "busy",
    Mark.MAYBE: "maybe",
    Mark.TAKEN: "rehearsal or gig",
}
"""What each mark means, in every picture there is."""
LONGEST = timedelta(days=366)
"""No picture shows more."""
Cells = Sequence[tuple[date, DayCell]]


def calendar(
    title: str,
    zone: str,
    cells: Cells,
    legend: Sequence[tuple[Mark, str]],
    reader: Reader,
    *,
    first: date,
    last: date,
    asked: str = "",
    footer: str = "",
) -> CalendarPicture:
    """A calendar of whole months around the days from first to last, in the reader's words."""
    last = min(last, first + LONGEST)
    there = {cell.mark for day, cell in cells if day <= last}
    return CalendarPicture(
        title=title,
        range=range_words(first, last, reader),
        zone=reader.label("{city} time", city=formats.city_of(zone)),
        first=first,
        last=last,
        days=tuple((day, cell) for day, cell in cells if day <= last),
        legend=tuple((mark, words) for mark, words in legend if mark in there),
        weekdays=tuple(formats.short_weekdays(reader.locale)),
        week_start=formats.first_weekday(reader.locale),
        months=tuple(
            f"{formats.month(month.month, reader.locale)} {month.year}" for month in _months(first, last)
        ),
        asked=asked,
        footer=footer,
    )


def diary_calendar(result: DiaryOverview, reader: Reader) -> CalendarPicture:
    """A person's own days."""
    cells = [(each.day, _cell(each)) for each in result.days]
    legend = tuple((mark, reader.label(OF_A_DIARY[mark])) for mark in OF_A_DIARY)
    return calendar(result.name, result.zone, cells, legend, reader, first=result.first, last=result.last)


def in_words(drawn: CalendarPicture, reader: Reader) -> list[Block]:
    """A picture as text: for each mark its days; the commonest mark comes last, without its days.

    Over more than a few months, the days are listed month by month.
    """
    by_mark = {mark: [day for day, cell in drawn.days if cell.mark is mark] for mark, _ in drawn.legend}
    labels = dict(drawn.legend)
    order = sorted(by_mark, key=lambda mark: len(by_mark[mark]))
    rest = order.pop() if order and len(by_mark[order[-1]]) > _MANY else None
    blocks: list[Block] = []
    for mark in order:
        label = Strong(labels[mark].capitalize())
        if len(drawn.months) <= _FEW_MONTHS:
            days = ", ".join(_run_words(*run, reader) for run in _runs(by_mark[mark]))
            blocks.append(Paragraph(reader.say("{label}: {days}", label=label, days=days)))
        else:
            blocks.append(Paragraph(reader.say("{label}:", label=label)))
            blocks.append(Listing(tuple(_by_month(by_mark[mark], reader))))
    if rest is not None:
        sentence = "Every other day: {label}" if order else "Every day: {label}"
        blocks.append(Paragraph(reader.say(sentence, label=Strong(labels[rest]))))
    return blocks


def _by_month(days: Sequence[date], reader: Reader) -> Iterator[Line]:
    for month, some in groupby(days, key=lambda day: day.replace(day=1)):
        numbers = (
            str(first.day)
            if first == last
            else reader.label("{first} to {last}", first=str(first.day), last=str(last.day))
            for first, last in _runs(list(some))
        )
        name = formats.month_of(month, reader.locale, today=reader.today)
        yield reader.say("{month}: {days}", month=name, days=", ".join(numbers))


def _runs(days: Sequence[date]) -> list[tuple[date, date]]:
    """First and last of days that follow each other ("Tue 1 Dec, Thu 3 to Sun 6 Dec")."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return [(run[0], run[-1]) for run in runs]


def _run_words(first: date, last: date, reader: Reader) -> str:
    begin = formats.day(first, reader.locale, today=reader.today)
    if first == last:
        return begin
    end = formats.day(last, reader.locale, today=reader.today)
    return reader.label("{first} to {last}", first=begin, last=end)


_MANY = 8
_FEW_MONTHS = 3


def short_hours(start: datetime, end: datetime) -> str:
    """From when to when in as few characters as a cell holds ("18-23", "19:30-22")."""
    return f"{_short(start)}-{'24' if end.time() == time(0) else _short(end)}"


def _cell(day: DiaryDay) -> DayCell:
    note = "" if day.whole else ", ".join(short_hours(*each) for each in day.stretches[:2])
    if day.committed:
        return DayCell(Mark.TAKEN, note)
    if day.kind is Kind.BUSY:
        return DayCell(Mark.BUSY if day.whole else Mark.PARTLY, note)
    return DayCell(Mark.MAYBE if day.kind is Kind.MAYBE else Mark.FREE, note)


def _short(at: datetime) -> str:
    return f"{at.hour}:{at.minute:02}" if at.minute else str(at.hour)


def range_words(first: date, last: date, reader: Reader) -> str:
    """A range of days with its years; whole months by name."""
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first.replace(day=1) == last.replace(day=1):
        return f"{formats.month(first.month, reader.locale)} {first.year}"
    days = [f"{formats.day(day, reader.locale, today=day)} {day.year}" for day in (first, last)]
    return days[0] if first == last else " – ".join(days)


def _months(first: date, last: date) -> list[date]:
    found = []
    month = first.replace(day=1)
    while month <= last:
        found.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return found
