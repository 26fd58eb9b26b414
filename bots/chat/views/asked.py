"""A question about a band's time in words: an answer says what was asked, since others may read it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bots.chat.reply import Line, Strong, line, plain
from bots.chat.turn import Reader
from core import formats
from core.habits import PlayableHours
from core.scheduling.green.zones import GreenZones
from core.scheduling.phrases.day_ranges import DayRange
from presentation.words import some

_FEW = 3
_NAMED = 6


def days_asked(days: DayRange, reader: Reader) -> str:
    """The days, which of them, and the hours ("Tue 1 Dec to Thu 31 Dec, Sat and Sun, 18:00-23:00")."""
    first, last = _first_and_last(days)
    if not days.whole_days and _hours(days, reader) is None:
        return _from_to(
            formats.moment(days.windows[0][0], reader.locale, today=reader.today),
            formats.moment(days.windows[-1][1], reader.locale, today=reader.today),
            reader,
        )
    which = _which(days, reader)
    there = _dates(days) if which else []
    if which and len(there) <= (_FEW if _regular(days, there) else _NAMED):
        names = [formats.day(each, reader.locale, today=reader.today) for each in there]
        return ", ".join(filter(None, (formats.listing(names, reader.locale), _hours(days, reader))))
    ends = [formats.day(each, reader.locale, today=reader.today) for each in (first, last)]
    named = ends[0] if first == last else _from_to(ends[0], ends[1], reader)
    return ", ".join(filter(None, (named, which, _hours(days, reader))))


def band_asked(result: GreenZones, reader: Reader) -> Line:
    """Whose time it is ("The Foxes without Jo")."""
    band = Strong(result.band.name)
    if not result.left_out:
        return line(band)
    return reader.say("{band} without {names}", band=band, names=some(result.left_out, reader.locale))


def beside_days(result: GreenZones, reader: Reader) -> str:
    """All of the question but its first and last day, for where these stand already; empty: nothing more."""
    days, size = result.asked.days, result.asked.size
    names, hours = some(result.left_out, reader.locale), length(result.minutes, reader)
    parts = (
        reader.label("without {names}", names=names) if names else "",
        "" if size is None else plain(reader.plural(size, "any 1 of the band", "any {n} of the band")),
        _which(days, reader),
        "" if days.whole_days else _hours(days, reader) or days_asked(days, reader),
        "" if result.asked.minutes is None else reader.label("{hours} or longer", hours=hours),
    )
    return " · ".join(filter(None, parts))


def which_of(days: DayRange, reader: Reader) -> str:
    """Which of the days, and their hours; empty: all of each."""
    return ", ".join(filter(None, (_which(days, reader), _hours(days, reader))))


def length(minutes: int, reader: Reader) -> str:
    """So much time ("5.5 h")."""
    return reader.label("{hours} h", hours=f"{round(minutes / 60, 2):g}")


def weekly(hours: Sequence[PlayableHours], reader: Reader) -> str:
    """When a band plays, in short ("Mon to Fri 18:00-23:30; Sat and Sun 14:00-23:30")."""
    return "; ".join(
        f"{_weekdays(each.weekdays, reader)} {formats.hours(each.start, each.end, reader.locale)}"
        for each in hours
    )


def _which(days: DayRange, reader: Reader) -> str:
    """Which days from the first to the last are meant; empty: all of them."""
    if days.whole:
        return ""
    there = _dates(days)
    if there == _every(days):
        return ""
    weekdays = frozenset(each.weekday() for each in there)
    if _regular(days, there):
        names = _weekdays(weekdays, reader)
        return reader.label("every {weekday}", weekday=names) if len(weekdays) == 1 else names
    return reader.label("{n} of these days", n=str(len(there)))


def _regular(days: DayRange, there: Sequence[date]) -> bool:
    """All days of some weekdays, from the first to the last."""
    weekdays = {each.weekday() for each in there}
    return list(there) == [each for each in _every(days) if each.weekday() in weekdays]


def _every(days: DayRange) -> list[date]:
    first, last = _first_and_last(days)
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _weekdays(weekdays: frozenset[int], reader: Reader) -> str:
    numbers = sorted(weekdays)
    names = [formats.short_weekday(each, reader.locale) for each in numbers]
    running = len(numbers) >= _FEW and numbers == list(range(numbers[0], numbers[-1] + 1))
    return _from_to(names[0], names[-1], reader) if running else formats.listing(names, reader.locale)


def _from_to(first: str, last: str, reader: Reader) -> str:
    return reader.label("{first} to {last}", first=first, last=last)


def _first_and_last(days: DayRange) -> tuple[date, date]:
    """A night that goes on after midnight is the day's on which it began."""
    if days.whole_days:
        return days.first, days.last
    return days.windows[0][0].date(), days.windows[-1][0].date()


def _dates(days: DayRange) -> list[date]:
    if not days.whole_days:
        return list(dict.fromkeys(start.date() for start, _ in days.windows))
    return [
        start.date() + timedelta(days=number)
        for start, end in days.windows
        for number in range((end - start).days)
    ]


def _hours(days: DayRange, reader: Reader) -> str | None:
    """The hours of each day, if they are the same on each; empty: whole days; None: they differ."""
    if days.whole_days:
        return ""
    of_day: dict[date, list[tuple[datetime, datetime]]] = {}
    for start, end in days.windows:
        of_day.setdefault(start.date(), []).append((start, end))
    said = {
        tuple((start.time(), end.time(), (end - start)) for start, end in each) for each in of_day.values()
    }
    if len(said) > 1 or any(end - start >= timedelta(days=1) for start, end in days.windows):
        return None
    each_day = [formats.hours(start, end, reader.locale) for start, end, _ in said.pop()]
    return formats.listing(each_day, reader.locale)
