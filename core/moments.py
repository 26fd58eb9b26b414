"""Where wall time meets exact time: one table of offsets per zone, one policy for gaps and folds.

*Wall time* is what a clock on the wall shows, *exact time* is an instant. Inside the arithmetic both
are ints, in whole seconds since 1970-01-01T00:00:00: on the wall for wall time, in UTC for exact time
(POSIX seconds). At the edges wall time is a naive `datetime` and exact time an aware one in UTC.

The policy, written here and nowhere else (RFC 5545, section 3.3.5; the same as `fold=0`):

- a wall time that does not exist is read with the offset in force before the gap;
- a wall time that occurs twice is its first occurrence.

Both follow from one table: a transition at the instant `u` splits the wall times at
`u + max(offset before, offset after)`. The tables come from `zoneinfo` for the years that were asked
for, and grow when other years are asked for. core/zonedata.py chooses which zone data are used.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from core.zonedata import use_newer

use_newer()

DAY = 86_400
"""Seconds on a wall clock from one midnight to the next."""

_EPOCH = datetime(1970, 1, 1)
_EPOCH_UTC = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)

FIRST_SECOND = (datetime(1, 1, 1) - _EPOCH) // _SECOND
"""0001-01-01T00:00:00, the first second that a `datetime` can hold."""
LAST_SECOND = (datetime(9999, 12, 31, 23, 59, 59) - _EPOCH) // _SECOND
"""9999-12-31T23:59:59, the last one."""

_YEAR = 366 * DAY
_STEP = 3 * DAY
"""Nowhere in the tz database does an offset go and come back within less (Freetown, 1939: four days)."""

_FOREIGN = ("posix/", "right/")
_ALIASES = frozenset({"localtime", "posixrules", "Factory"})


class UnknownZone(ValueError):
    """A name that is not a zone of the IANA database, as this machine has it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Zone:
    """The offsets of one IANA zone; made by `zone`, shared, and safe to use from several threads."""

    __slots__ = ("_info", "_table", "name")

    def __init__(self, name: str, info: ZoneInfo) -> None:
        self.name = name
        self._info = info
        self._table = _Table(first=0, last=-1, thresholds=[], instants=[], offsets=[])

    def table(self, first: int, last: int) -> tuple[list[int], list[int]]:
        """Thresholds and offsets that are right for the wall times `first` to `last`, both included.

        The offset of a wall time `w` is `offsets[bisect_right(thresholds, w)]`, in seconds east of UTC;
        the lists are not to be changed. Outside years 1 to 9999 the nearest offset stands in.
        """
        table = self._covering(first, last)
        return table.thresholds, table.offsets

    def exact(self, wall: int) -> int:
        """The instant of a wall time, both in seconds, under the policy above."""
        table = self._table
        if table.first <= wall <= table.last:
            return wall - table.offsets[bisect_right(table.thresholds, wall)]
        return wall - self._offset(min(max(wall, FIRST_SECOND), LAST_SECOND))

    def wall(self, instant: int) -> int:
        """What the wall clock shows at an instant, both in seconds."""
        table = self._table
        if table.first + DAY <= instant <= table.last - DAY:
            return instant + table.offsets[bisect_right(table.instants, instant)]
        near = min(max(instant, FIRST_SECOND + DAY), LAST_SECOND - DAY)
        shown = (_EPOCH_UTC + timedelta(seconds=near)).astimezone(self._info)
        return instant + wall_seconds(shown.replace(tzinfo=None)) - near

    def _covering(self, first: int, last: int) -> "_Table":
        table = self._table
        first = max(first, FIRST_SECOND)
        last = min(last, LAST_SECOND)
        if first < table.first or last > table.last:
            table = self._table = self._extended(table, first, last)
        return table

    def _extended(self, table: "_Table", first: int, last: int) -> "_Table":
        first = max(FIRST_SECOND, min(first, LAST_SECOND) - _YEAR)
        last = min(LAST_SECOND, max(last, FIRST_SECOND) + _YEAR)
        if table.first > table.last:
            steps = self._steps(first, last)
            offsets = [self._offset(first)]
        else:
            first = min(first, table.first)
            last = max(last, table.last)
            known = list(zip(table.thresholds, table.offsets[1:], strict=True))
            steps = [*self._steps(first, table.first), *known, *self._steps(table.last, last)]
            offsets = [self._offset(first)]
        thresholds = [step[0] for step in steps]
        offsets += [step[1] for step in steps]
        instants = [
            threshold - max(before, after)
            for threshold, before, after in zip(thresholds, offsets, offsets[1:], strict=False)
        ]
        return _Table(first=first, last=last, thresholds=thresholds, instants=instants, offsets=offsets)

    def _offset(self, wall: int) -> int:
        offset = self._info.utcoffset(_EPOCH + timedelta(seconds=wall))
        return 0 if offset is None else offset // _SECOND

    def _steps(self, first: int, last: int) -> list[tuple[int, int]]:
        """Where the offset of wall times changes after `first` and up to `last`, and to what."""
        offset_of = self._info.utcoffset
        steps: list[tuple[int, int]] = []
        at = first
        moment = _EPOCH + timedelta(seconds=first)
        stride = timedelta(seconds=_STEP)
        offset = offset_of(moment)
        while at < last:
            then = min(at + _STEP, last)
            moment = moment + stride if then == at + _STEP else _EPOCH + timedelta(seconds=then)
            found = offset_of(moment)
            while found != offset:
                at, offset = self._change(at, then, offset)
                steps.append((at, 0 if offset is None else offset // _SECOND))
            at = then
        return steps

    def _change(self, low: int, high: int, offset: timedelta | None) -> tuple[int, timedelta | None]:
        """A wall time in (low, high] at which the offset stops being `offset`, as it is at `low`."""
        while high - low > 1:
            middle = (low + high) // 2
            if self._info.utcoffset(_EPOCH + timedelta(seconds=middle)) == offset:
                low = middle
            else:
                high = middle
        return high, self._info.utcoffset(_EPOCH + timedelta(seconds=high))


class _Table:
    """The offsets of a zone in the wall times `first` to `last`; never changed once made."""

    __slots__ = ("first", "instants", "last", "offsets", "thresholds")

    def __init__(
        self, *, first: int, last: int, thresholds: list[int], instants: list[int], offsets: list[int]
    ) -> None:
        self.first = first
        self.last = last
        self.thresholds = thresholds
        self.instants = instants
        self.offsets = offsets


@lru_cache(maxsize=1024)
def zone(name: str) -> Zone:
    """The zone of that IANA name ("Europe/London"); `UnknownZone` when there is none."""
    if not name or name in _ALIASES or name.startswith(_FOREIGN):
        raise UnknownZone(name)
    try:
        return Zone(name, ZoneInfo(name))
    except (OSError, ValueError, KeyError) as problem:
        raise UnknownZone(name) from problem


def walls_of(span: tuple[int, int], clock: Zone) -> tuple[datetime, datetime]:
    """What the zone's clock shows (naive) at the two ends of a span, which are in POSIX seconds."""
    return from_wall_seconds(clock.wall(span[0])), from_wall_seconds(clock.wall(span[1]))


def exact_run(
    walls: Sequence[int], table: tuple[list[int], list[int]], *, shift: int = 0, extra: int = 0
) -> Sequence[int]:
    """The instants of `wall + shift`, `+ extra`, for each of a rising sequence of wall times, all in seconds.

    `table` comes from `Zone.table`. A `range` is cut where the offset changes and moved as a whole: that
    is what makes a year of a weekly rule cost three additions.
    """
    thresholds, offsets = table
    at = bisect_right(thresholds, walls[0] + shift)
    if at == len(thresholds) or walls[-1] + shift < thresholds[at]:
        change = shift + extra - offsets[at]
        if isinstance(walls, range):
            return range(walls.start + change, walls.stop + change, walls.step)
        return [wall + change for wall in walls]
    if not isinstance(walls, range):
        return [wall + shift + extra - offsets[bisect_right(thresholds, wall + shift)] for wall in walls]
    found: list[int] = []
    rest = range(walls.start + shift, walls.stop + shift, walls.step)
    while rest:
        here = len(rest)
        if at < len(thresholds):
            here = min(here, max(0, -((rest.start - thresholds[at]) // rest.step)))
        change = extra - offsets[at]
        part = rest[:here]
        found += range(part.start + change, part.stop + change, part.step)
        rest = rest[here:]
        at += 1
    return found


def to_exact(wall: datetime, zone_name: str) -> datetime:
    """The instant (aware, UTC) of a naive wall time in a zone; a fraction of a second is dropped."""
    return from_seconds(zone(zone_name).exact(wall_seconds(wall)))


def to_wall(instant: datetime, zone_name: str) -> datetime:
    """What a clock in the zone shows (naive) at an aware instant; a fraction of a second is dropped."""
    return from_wall_seconds(zone(zone_name).wall(exact_seconds(instant)))


def wall_seconds(wall: datetime) -> int:
    """A naive wall time as an int."""
    return (wall - _EPOCH) // _SECOND


def weekday_of(wall: int) -> int:
    """The weekday of a wall time, 0 being Monday, as in `date.weekday`."""
    return (wall // DAY + 3) % 7


def from_wall_seconds(seconds: int) -> datetime:
    """An int as a naive wall time; a time outside years 1 to 9999 becomes their first or last second."""
    if not FIRST_SECOND <= seconds <= LAST_SECOND:
        seconds = min(max(seconds, FIRST_SECOND), LAST_SECOND)
    return _EPOCH + timedelta(0, seconds)


def exact_seconds(instant: datetime) -> int:
    """An aware instant as an int; a naive `datetime` is a `TypeError`."""
    return (instant - _EPOCH_UTC) // _SECOND


def from_seconds(seconds: int) -> datetime:
    """An int as an aware UTC instant; a time outside years 1 to 9999 becomes their first or last second."""
    if not FIRST_SECOND <= seconds <= LAST_SECOND:
        seconds = min(max(seconds, FIRST_SECOND), LAST_SECOND)
    return _EPOCH_UTC + timedelta(0, seconds)
