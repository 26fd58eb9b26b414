"""The time of day that begins at a token of a post, or from one to another."""

from dataclasses import dataclass, replace
from datetime import time

from core.marketplace.posts.sheet import TAKEN, PostSheet
from core.marketplace.posts.values import Point
from core.scheduling.lexicons import Tag
from core.scheduling.phrases.forms import ClockForm, EntryForm, Shape, Time
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.reading.source import UnclearWords
from core.scheduling.phrases.reading.times import read_clock
from core.scheduling.phrases.resolving.clocks import MIDNIGHT, Window, minutes_of
from core.scheduling.phrases.resolving.windows import windows_of
from core.scheduling.phrases.understanding import Assumed, Assumption, Problem

HOURS = (
    Tag.NUMBER,
    Tag.CARDINAL,
    Tag.CLOCK,
    Tag.DOTTED,
    Tag.CLOCK_WORD,
    Tag.HALF,
    Tag.QUARTER,
)
"""Tags that a time of day may begin with."""
_COUNTED = (
    Tag.MONTH, Tag.UNIT, Tag.QUANTITY_UNIT, Tag.NUMBER, Tag.QUANTITY, Tag.ORDINAL, Tag.TIMES,
    Tag.SLASH, Tag.CARDINAL, Tag.OF, Tag.WEEKDAY,
)  # fmt: skip


@dataclass(slots=True)
class PointFound:
    """A point whose time is settled once all points and dates are known."""

    point: Point
    start: int
    end: int
    minutes: int = 0
    """From midnight of the day."""
    until: int | None = None
    bare: bool = False
    """Morning or afternoon is left open."""
    length: int | None = None
    of: str = ""
    weekday: int | None = None
    """Only on this day of several ("on the Sunday from 1pm")."""


def time_at(sheet: PostSheet, j: int, point: Point) -> PointFound | None:
    """A time, or from one to another, that begins at token `j`."""
    source = sheet.source
    try:
        read = _clock(sheet, j)
        if read is None:
            return None
        clock, k = read
        last, until = None, source.skip(k + 1, Tag.AT)
        if source.tag(k) in (Tag.DASH, Tag.TO, Tag.UNTIL) and source.tag(until) in HOURS:
            last = _clock(sheet, until)
            if last is None and source.tag(k) is Tag.TO and source.tag(j) is Tag.NUMBER:
                return None  # days: "from 11 to 13 December"
        start = source.at(j).start
        if last is not None:
            end = source.at(last[1] - 1).end
            window = _window(sheet, Time(start, end, Shape.RANGE, first=clock, last=last[0]))
            bare = not clock.half and not last[0].half and clock.hour <= 12
            return PointFound(point, start, end, window.start, window.end, bare=bare)
        end = source.at(k - 1).end
        return PointFound(
            point,
            start,
            end,
            minutes_of(sheet.frame, clock, "evening"),
            bare=not clock.half and clock.hour <= 12,
        )
    except UnclearWords as unclear:
        words = sheet.words(unclear.start, unclear.end)
        problem = Problem(unclear.code, words)
        if problem not in sheet.problems:
            sheet.problems.append(problem)
        return None


def _clock(sheet: PostSheet, j: int) -> tuple[ClockForm, int] | None:
    source = sheet.source
    token = source.at(j)
    if TAKEN in sheet.left[token.start : token.end]:
        return None
    read = read_clock(source, j)
    if read is not None:
        return _of_the_night(read[0]), read[1]
    if token.tag not in (Tag.NUMBER, Tag.CARDINAL) or not _hour(token):
        return None
    if source.tag(j + 1) in _COUNTED and not _time_follows(sheet, j + 1):
        return None
    hour, minute = (token.number, 0) if token.number < 25 else divmod(token.number, 100)
    return ClockForm(token.start, token.end, hour, minute, "24" if hour > 12 else ""), j + 1


def _of_the_night(clock: ClockForm) -> ClockForm:
    """A clock time of a night: 0 and 24 are midnight, other hours below 13 leave their half open."""
    if clock.hour in (0, 24):
        return replace(clock, half="24")
    return replace(clock, half="") if clock.half == "said" else clock


def _time_follows(sheet: PostSheet, j: int) -> bool:
    """Whether a slash goes on with another label ("doors 7 / show 8"), so that no date is meant."""
    return sheet.source.tag(j) is Tag.SLASH and sheet.source.tag(j + 1) in (
        Tag.LABEL,
        Tag.WORD,
        Tag.CLOCK,
    )


def _hour(token: Token) -> bool:
    if token.tag is Tag.CARDINAL:
        return 0 < token.number < 13
    if len(token.text) < 3:
        return 0 < token.number < 25
    return len(token.text) == 4 and token.number // 100 < 24 and token.number % 100 < 60


def _window(sheet: PostSheet, item: Time) -> Window:
    """The stretch of a range; the evening's where morning and evening are possible."""
    entry = EntryForm(item.start, item.end, times=[item])
    try:
        return windows_of(sheet.frame, entry)[0]
    except UnclearWords as unclear:
        choices = [choice for choice in unclear.choices if isinstance(choice, Window)]
        if not choices:
            raise
        taken = max(choices, key=lambda window: window.start)
        words = sheet.words(item.start, item.end)
        sheet.frame.assume(Assumption(Assumed.CLOCK, words, at=wall(taken.start)))
        return taken


def wall(minutes: int) -> time:
    """The time so many minutes after midnight, of this day or the next."""
    return time(minutes % MIDNIGHT // 60, minutes % 60)
