"""Points of the day in a post: load-in, doors, set times, curfew, and times without a name."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import time

from core.marketplace.posts.sheet import TAKEN, PostSheet
from core.marketplace.posts.values import MissingFact, Point, PointOfDay
from core.marketplace.posts.vocabularies import Small, Words, compiled, spelt
from core.scheduling.lexicons import Tag, language_of, lexicon_for
from core.scheduling.phrases.forms import ClockForm, EntryForm, Shape, Time
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.reading.source import UnclearWords
from core.scheduling.phrases.reading.times import read_clock
from core.scheduling.phrases.resolving.clocks import MIDNIGHT, NOON, Window, minutes_of
from core.scheduling.phrases.resolving.windows import windows_of
from core.scheduling.phrases.understanding import Assumed, Assumption, Problem

_SMALL_HOURS, _LATE = NOON + 300, NOON + 480
"""Minutes: with doors after eight in the evening a bare hour before five is in the night."""
MOST_POINTS = 24
"""Points of one post; more are not read."""
_MOST_JOINING = 2
"""Words between a label and its time: "Einlass doch erst um 8"."""
_BETWEEN = (Tag.AT, Tag.COLON, Tag.FROM, Tag.DASH, Tag.THE, Tag.BEFORE)
_HOURS = (
    Tag.NUMBER,
    Tag.CARDINAL,
    Tag.CLOCK,
    Tag.DOTTED,
    Tag.CLOCK_WORD,
    Tag.HALF,
    Tag.QUARTER,
)
_COUNTED = (
    Tag.MONTH, Tag.UNIT, Tag.QUANTITY_UNIT, Tag.NUMBER, Tag.QUANTITY, Tag.ORDINAL, Tag.TIMES,
    Tag.SLASH, Tag.CARDINAL, Tag.OF, Tag.WEEKDAY,
)  # fmt: skip
_ENDS = (
    Tag.END,
    Tag.COMMA,
    Tag.STOP,
    Tag.SEMICOLON,
    Tag.CLOSE,
    Tag.DASH,
    Tag.AND,
    Tag.LABEL,
    Tag.NOISE,
)


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


def read_points(sheet: PostSheet) -> list[PointFound]:
    """All points, in the order of the text; their words are taken."""
    found = [*_changeovers(sheet), *_labelled(sheet), *_alone(sheet)]
    if sheet.about is MissingFact.DOORS:
        found = _doors_asked(sheet, found)
    return sorted(found[:MOST_POINTS], key=lambda each: each.start)


def _doors_asked(sheet: PostSheet, found: list[PointFound]) -> list[PointFound]:
    """The points with doors: if they have no label, the first time without one is theirs ("7:30", "7")."""
    if any(each.point is Point.DOORS for each in found):
        return found
    for i, each in enumerate(found):
        if each.point is Point.EVENT:
            return [*found[:i], replace(each, point=Point.DOORS), *found[i + 1 :]]
    for j, token in enumerate(sheet.source.tokens):
        if token.tag in _HOURS and TAKEN not in sheet.left[token.start : token.end]:
            read = _time(sheet, j, Point.DOORS)
            if read is not None:
                sheet.take(read.start, read.end)
                return [*found, read]
    return found


def settled(sheet: PostSheet, found: list[PointFound]) -> list[PointOfDay]:
    """The points in wall time; bare hours are put in the order of a night."""
    doors = next((f.minutes for f in found if f.point is Point.DOORS), None)
    anchor = next((f.minutes for f in found if f.point in (Point.ON_STAGE, Point.EVENT)), None)
    opens = doors if doors is not None else anchor
    points = []
    for each in found:
        if each.point is Point.CHANGEOVER:
            points.append(PointOfDay(each.point, minutes=each.length))
            continue
        minutes = _in_order(each, opens)
        at = _wall(minutes)
        if each.bare and each.until is None:
            sheet.frame.assume(Assumption(Assumed.CLOCK, sheet.words(each.start, each.end), at=at))
        until = None if each.until is None else _wall(each.until)
        points.append(PointOfDay(each.point, at, until, each.length, each.of))
    return points


def _in_order(each: PointFound, opens: int | None) -> int:
    if not each.bare or each.until is not None:
        return each.minutes
    before = each.point in (Point.LOAD_IN, Point.SOUNDCHECK, Point.LINE_CHECK)
    if before and opens is not None and each.minutes > opens > each.minutes - NOON:
        return each.minutes - NOON
    if each.point is Point.CURFEW and each.minutes < (opens or NOON + 300):
        return each.minutes + NOON  # midnight and after
    if each.point in (Point.ON_STAGE, Point.SET) and opens and each.minutes < _SMALL_HOURS < _LATE <= opens:
        return each.minutes + NOON
    return each.minutes


def _wall(minutes: int) -> time:
    return time(minutes % MIDNIGHT // 60, minutes % 60)


def _changeovers(sheet: PostSheet) -> list[PointFound]:
    words = sheet.vocabulary
    pattern = compiled(
        r"(?P<a>\d{{1,2}})[ -]?(?:{1:bare}|')[ ]{0}"
        r"|{0}(?: {2:bare}|:)?[ ]{{0,2}}(?P<b>\d{{1,2}})[ -]?(?:{1:bare}|')(?!\w)",
        words.points[Point.CHANGEOVER],
        words.minutes,
        words.small[Small.FIGURE],
    )
    found = []
    for match in sheet.find(pattern):
        sheet.take(match.start(), match.end())
        minutes = int(match["a"] or match["b"])
        found.append(PointFound(Point.CHANGEOVER, match.start(), match.end(), length=minutes))
    return found


def _labelled(sheet: PostSheet) -> list[PointFound]:
    starts = [token.start for token in sheet.source.tokens]
    labels = []
    words = sheet.vocabulary
    for point, spellings in words.points.items():
        labels += [(m.start(), -m.end(), point) for m in sheet.find(compiled("{0}", spellings))]
    labels += [(m.start(), -m.end(), Point.SET) for m in sheet.find(compiled("{0}", words.acts))]
    found: list[PointFound] = []
    slots = "|".join(words.slots.values())
    for start, minus_end, point in sorted(labels):
        end = -minus_end
        if TAKEN in sheet.left[start:end] or (point is Point.DOORS and _is_in_slot(sheet, slots, start, end)):
            continue
        read = _beside(sheet, starts, start, end, point)
        if read is None:
            continue
        read.of = sheet.words(start, end) if point is Point.SET else ""
        wished = compiled(r"{0}[ ](?:{1:bare} )?$", words.asks_before, words.small[Small.ARTICLE])
        if point is Point.SET and wished.search(sheet.low[max(0, start - 24) : start]):
            sheet.take(end, read.end)  # the act itself is a slot that is wanted
        else:
            sheet.take(read.start, read.end)
        found.append(read)
        second = _second(sheet, starts, read)
        if second is not None:
            sheet.take(second.start, second.end)
            found.append(second)
    return found


def _is_in_slot(sheet: PostSheet, slots: Words, start: int, end: int) -> bool:
    """Whether a label is the end of the name of a slot: "banda de abertura"."""
    before = compiled(r"{0}$", slots).search(sheet.low[max(0, start - 20) : end])
    return before is not None and before.end() - before.start() > end - start


def _second(sheet: PostSheet, starts: list[int], first: PointFound) -> PointFound | None:
    """The other time of "on 7.30 and 8.15"."""
    source = sheet.source
    j = bisect_left(starts, first.end)
    clocks = (Tag.CLOCK, Tag.DOTTED)
    if first.point is not Point.ON_STAGE or source.tag(j) is not Tag.AND or source.tag(j + 1) not in clocks:
        return None
    return _time(sheet, j + 1, first.point)


def _beside(sheet: PostSheet, starts: list[int], start: int, end: int, point: Point) -> PointFound | None:
    """The time before a label or after it: "7pm doors", "doors 7"."""
    before = None if point is Point.SET else _time_before(sheet, starts, start, point)
    if before is not None:
        return replace(before, end=end)
    j = _behind(sheet, bisect_left(starts, end))
    source = sheet.source
    if source.tag(j) not in _HOURS or TAKEN in sheet.left[end : source.at(j).end]:
        return None
    read = _time(sheet, j, point)
    if read is None or not (_is_sure(sheet, j, read) or _is_hour(sheet, sheet.low[start:end], read)):
        return None
    return replace(read, start=start)


def _time_before(sheet: PostSheet, starts: list[int], start: int, point: Point) -> PointFound | None:
    """The time that ends right before a label which begins at `start`."""
    first = _backwards(sheet, bisect_left(starts, start) - 1, start)
    read = None if first is None else _time(sheet, first, point)
    return read if read is not None and read.end <= start else None


def _behind(sheet: PostSheet, j: int) -> int:
    """The token after a label, past what joins it to its time: "doors are at 7", "curfew: strict 11"."""
    source = sheet.source
    joining = spelt(sheet.vocabulary.before_times)
    j = source.skip(j, *_BETWEEN)
    for _ in range(_MOST_JOINING):
        if source.at(j).text not in joining:
            break
        j = source.skip(j + 1, *_BETWEEN)
    return j


def _is_sure(sheet: PostSheet, j: int, read: PointFound) -> bool:
    """Whether what begins at token `j` can only be a time: "7pm", "7.30", "7-9"."""
    bare = read.bare and sheet.source.tag(j) in (Tag.NUMBER, Tag.CARDINAL)
    return not bare or read.until is not None


def _is_hour(sheet: PostSheet, label: str, read: PointFound) -> bool:
    """Whether a bare figure after a label is an hour ("doors 7"); "support 2" is the second act."""
    if read.point is Point.SET:
        return False
    return label not in spelt(sheet.vocabulary.weak_points) or _ends_clause(sheet, read.end)


def _ends_clause(sheet: PostSheet, end: int) -> bool:
    following = sheet.low[end : end + 2].strip()
    return not following or following[0] in ",.;/\n)-|+&"


def _backwards(sheet: PostSheet, j: int, start: int) -> int | None:
    """The first token of a time that stands right before a label: "7pm doors", "7-8 soundcheck"."""
    source = sheet.source
    token = source.at(j)
    if token.tag not in (Tag.CLOCK, Tag.CLOCK_WORD, Tag.NUMBER, Tag.DOTTED) or start - token.end > 1:
        return None
    if TAKEN in sheet.left[token.start : start]:
        return None
    k = j
    if source.tag(j - 1) in (Tag.DASH, Tag.TO) and source.tag(j - 2) in _HOURS:
        k = j - 2
    if token.tag is Tag.NUMBER and (
        k == j and (source.tag(j - 1) not in (*_ENDS, Tag.SLASH, Tag.AT) or source.tag(j + 2) in _HOURS)
    ):
        return None
    return k


def _time(sheet: PostSheet, j: int, point: Point) -> PointFound | None:
    """A time, or from one to another, that begins at token `j`."""
    source = sheet.source
    try:
        read = _clock(sheet, j)
        if read is None:
            return None
        clock, k = read
        last, until = None, source.skip(k + 1, Tag.AT)
        if source.tag(k) in (Tag.DASH, Tag.TO, Tag.UNTIL) and source.tag(until) in _HOURS:
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
        sheet.frame.assume(Assumption(Assumed.CLOCK, words, at=_wall(taken.start)))
        return taken


def _alone(sheet: PostSheet) -> list[PointFound]:
    """Times without a label."""
    source = sheet.source
    found: list[PointFound] = []
    for j, token in enumerate(source.tokens):
        if TAKEN in sheet.left[token.start : token.end]:
            continue
        sure = token.tag in (Tag.CLOCK, Tag.CLOCK_WORD) or (
            token.tag in (Tag.NUMBER, Tag.CARDINAL) and source.tag(j + 1) is Tag.OCLOCK
        )
        if not sure and not _range_of_hours(sheet, j):
            continue
        read = _time(sheet, j, Point.EVENT)
        if read is None or (not sure and read.until is None):
            continue
        day = source.at(_day_before(sheet, j))
        if day.tag is Tag.WEEKDAY:
            read = replace(read, weekday=day.number)
            sheet.take(day.start, day.end)
        sheet.take(read.start, read.end)
        found.append(read)
    return found


def _day_before(sheet: PostSheet, j: int) -> int:
    """The one day of several that a time at token `j` is for: "on the Sunday from 1pm"; -1 if it is for none."""
    source = sheet.source
    at = j - 1
    while source.tag(at) in (Tag.FROM, Tag.AT) and at > j - 3:
        at -= 1
    if source.tag(at - 1) is Tag.THE:
        return at
    dated = any(token.tag in (Tag.MONTH, Tag.DATE, Tag.SLASHED) for token in source.tokens[: max(0, at)])
    habitual = "|".join(lexicon_for(language_of(sheet.context.locale)).habitual)
    pointed = source.tag(at - 1) in (Tag.ON, Tag.IN) or source.at(at).text in spelt(habitual)
    return at if dated and pointed else -1


def _range_of_hours(sheet: PostSheet, j: int) -> bool:
    """Whether "9-11" is a range of hours: nothing countable or dated on either side."""
    source = sheet.source
    first, last = source.at(j), source.at(j + 2)
    if source.tag(j + 1) not in (Tag.DASH, Tag.TO) or not (first.number and last.number):
        return False
    kinds = (Tag.NUMBER, Tag.DOTTED, Tag.CLOCK)
    if first.tag not in kinds[:2] or last.tag not in kinds or (first.tag, first.key) == (Tag.DOTTED, "date"):
        return False
    if last.tag is Tag.CLOCK or source.tag(j + 3) is Tag.OCLOCK or (first.tag is Tag.DOTTED and last.tag is Tag.DOTTED):
        return True
    before, after = source.at(j - 1), source.at(j + 3)
    if before.tag in (
        Tag.MONTH,
        Tag.WEEKDAY,
        Tag.NUMBER,
        Tag.SLASH,
        Tag.THE,
        Tag.AND,
        Tag.ORDINAL,
    ):
        return False
    with_acts = after.tag is Tag.WORD and after.text in spelt(sheet.vocabulary.small[Small.WITH])
    lone = after.tag in _ENDS or with_acts
    return lone and first.number <= 12 and last.number <= 12
