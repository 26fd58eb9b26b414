"""Points of the day in a post: load-in, doors, set times, curfew, and times without a name."""

from bisect import bisect_left
from dataclasses import replace

from core.marketplace.posts.point_times import HOURS, PointFound, time_at, wall
from core.marketplace.posts.sheet import TAKEN, PostSheet
from core.marketplace.posts.values import MissingFact, Point, PointOfDay
from core.marketplace.posts.vocabularies import Small, Words, compiled, spelt
from core.scheduling.lexicons import Tag, language_of, lexicon_for
from core.scheduling.phrases.lexing.token import Token
from core.scheduling.phrases.resolving.clocks import NOON
from core.scheduling.phrases.understanding import Assumed, Assumption

_SMALL_HOURS, _LATE = NOON + 300, NOON + 480
"""Minutes: with doors after eight in the evening a bare hour before five is in the night."""
MOST_POINTS = 24
"""Points of one post; more are not read."""
_MOST_JOINING = 2
"""Words between a label and its time: "Einlass doch erst um 8"."""
_BETWEEN = (Tag.AT, Tag.COLON, Tag.FROM, Tag.DASH, Tag.THE, Tag.BEFORE)
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

_COUNTING = (Tag.MONTH, Tag.WEEKDAY, Tag.NUMBER, Tag.SLASH, Tag.THE, Tag.AND, Tag.ORDINAL)
"""Tags before a range that is none of hours."""


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
        if token.tag in HOURS and TAKEN not in sheet.left[token.start : token.end]:
            read = time_at(sheet, j, Point.DOORS)
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
        at = wall(minutes)
        if each.bare and each.until is None:
            sheet.frame.assume(Assumption(Assumed.CLOCK, sheet.words(each.start, each.end), at=at))
        until = None if each.until is None else wall(each.until)
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
    return time_at(sheet, j + 1, first.point)


def _beside(sheet: PostSheet, starts: list[int], start: int, end: int, point: Point) -> PointFound | None:
    """The time before a label or after it: "7pm doors", "doors 7"."""
    before = None if point is Point.SET else _time_before(sheet, starts, start, point)
    if before is not None:
        return replace(before, end=end)
    j = _behind(sheet, bisect_left(starts, end))
    source = sheet.source
    if source.tag(j) not in HOURS or TAKEN in sheet.left[end : source.at(j).end]:
        return None
    read = time_at(sheet, j, point)
    if read is None or not (_is_sure(sheet, j, read) or _is_hour(sheet, sheet.low[start:end], read)):
        return None
    return replace(read, start=start)


def _time_before(sheet: PostSheet, starts: list[int], start: int, point: Point) -> PointFound | None:
    """The time that ends right before a label which begins at `start`."""
    first = _backwards(sheet, bisect_left(starts, start) - 1, start)
    read = None if first is None else time_at(sheet, first, point)
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
    if source.tag(j - 1) in (Tag.DASH, Tag.TO) and source.tag(j - 2) in HOURS:
        k = j - 2
    if token.tag is Tag.NUMBER and (
        k == j and (source.tag(j - 1) not in (*_ENDS, Tag.SLASH, Tag.AT) or source.tag(j + 2) in HOURS)
    ):
        return None
    return k


def _alone(sheet: PostSheet) -> list[PointFound]:
    """Times without a label."""
    source = sheet.source
    found: list[PointFound] = []
    for j, token in enumerate(source.tokens):
        if TAKEN in sheet.left[token.start : token.end] or _is_length(sheet, j):
            continue
        sure = token.tag in (Tag.CLOCK, Tag.CLOCK_WORD) or (
            token.tag in (Tag.NUMBER, Tag.CARDINAL) and source.tag(j + 1) is Tag.OCLOCK
        )
        if not sure and not _range_of_hours(sheet, j):
            continue
        read = time_at(sheet, j, Point.EVENT)
        if read is None or (not sure and read.until is None):
            continue
        day = source.at(_day_before(sheet, j))
        if day.tag is Tag.WEEKDAY:
            read = replace(read, weekday=day.number)
            sheet.take(day.start, day.end)
        sheet.take(read.start, read.end)
        found.append(read)
    return found


def _is_length(sheet: PostSheet, j: int) -> bool:
    """Whether "1h" is the length of the set that is named before it."""
    text, before = sheet.source.at(j).text, sheet.source.at(j - 1).text
    return (
        text.endswith("h") and text[:1] in "123" and len(text) < 4 and before in spelt(sheet.vocabulary.sets)
    )


def _day_before(sheet: PostSheet, j: int) -> int:
    """The one day of several that the time at `j` is for: "on the Sunday from 1pm"; -1 if there is none."""
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
    if not _may_be_hours(first, last):
        return False
    dotted = first.tag is Tag.DOTTED and last.tag is Tag.DOTTED
    if dotted or last.tag is Tag.CLOCK or source.tag(j + 3) is Tag.OCLOCK:
        return True
    return source.tag(j - 1) not in _COUNTING and _stands_alone(sheet, j)


def _may_be_hours(first: Token, last: Token) -> bool:
    """Whether both ends of a range are figures, and no date is the first."""
    kinds = (Tag.NUMBER, Tag.DOTTED, Tag.CLOCK)
    return first.tag in kinds[:2] and last.tag in kinds and (first.tag, first.key) != (Tag.DOTTED, "date")


def _stands_alone(sheet: PostSheet, j: int) -> bool:
    """Whether a clause ends after the range at `j`, or acts follow: "9-11 with The Foxes"."""
    source = sheet.source
    first, last, after = source.at(j), source.at(j + 2), source.at(j + 3)
    with_acts = after.tag is Tag.WORD and after.text in spelt(sheet.vocabulary.small[Small.WITH])
    return (after.tag in _ENDS or with_acts) and first.number <= 12 and last.number <= 12
