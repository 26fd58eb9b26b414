"""The VTIMEZONE of a zone for some years: each of its changes by date, as zoneinfo knows them.

icalendar 7.3 can make one too, but its `Timezone.from_tzinfo` writes the onset of summer time in the new wall
time, where RFC 5545 (3.6.5) has it in the one before the change: an hour late.
Rules ("the last Sunday in March") would be shorter, but do not hold: Morocco changed its rules in 2026.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from core.moments import zone as known_zone

_MARGIN = 1
"""The years before the first and after the last that are described as well."""
_FIRST, _LAST = 2, 9998
"""Every zone's wall times of these years can be held by a `datetime`."""
_STEP = timedelta(days=3)
"""As in core/moments.py: nowhere does a zone change and change back within less."""
_SECOND = timedelta(seconds=1)
_NONE = timedelta()


@dataclass(frozen=True, slots=True)
class ZoneState:
    """What holds in a zone between two changes."""

    offset: timedelta
    saving: timedelta
    """How much of the offset is summer time; negative in winter where summer is standard, as in Ireland."""
    name: str


@dataclass(frozen=True, slots=True)
class Observance:
    """Changes of one kind."""

    before: timedelta
    after: timedelta
    """The offsets."""
    name: str
    summer: bool
    onsets: tuple[datetime, ...]
    """In the wall time before the change, rising."""


def timezone(zone: str, first: date, last: date) -> Timezone:
    """The zone's definition, which is right from `first` to `last`, and a year around. Raises UnknownZone."""
    return _made(zone, *_years(first, last))


def definition(zone: str, first: date, last: date) -> bytes:
    """The same as the lines of a file. Raises UnknownZone."""
    return _text(zone, *_years(first, last))


def _years(first: date, last: date) -> tuple[int, int]:
    return max(first.year - _MARGIN, _FIRST), min(last.year + _MARGIN, _LAST)


@lru_cache(maxsize=256)
def _text(zone: str, first: int, last: int) -> bytes:
    return bytes(_made(zone, first, last).to_ical())


def _made(zone: str, first: int, last: int) -> Timezone:
    made = Timezone()
    made.add("TZID", zone)
    for each in _observances(zone, first, last):
        part = TimezoneDaylight() if each.summer else TimezoneStandard()
        part.DTSTART = each.onsets[0]
        part.TZOFFSETFROM = each.before
        part.TZOFFSETTO = each.after
        part.add("TZNAME", each.name)
        # One line for each date, the first included: ical.js 2.2 reads the first date of a line, and has
        # no use for DTSTART where there is an RDATE. The same date twice is one onset.
        for onset in each.onsets if len(each.onsets) > 1 else ():
            part.add("RDATE", onset)
        made.add_component(part)
    return made


@lru_cache(maxsize=256)
def _observances(zone: str, first: int, last: int) -> tuple[Observance, ...]:
    """All changes in the years `first` to `last`, behind one to what holds at their beginning."""
    known_zone(zone)
    begin = datetime(first, 1, 1, tzinfo=UTC)
    changes = _changes(ZoneInfo(zone), begin, datetime(last + 1, 1, 1, tzinfo=UTC))
    states = [state for _, state in changes]
    groups: dict[tuple[timedelta, timedelta, str, bool], list[datetime]] = {}
    for number, (at, state) in enumerate(changes):
        before = states[max(number - 1, 0)]
        summer = _is_summer(state, states[max(number - 1, 0) : number + 2])
        onset = (at + before.offset).replace(tzinfo=None)
        groups.setdefault((before.offset, state.offset, state.name, summer), []).append(onset)
    return tuple(Observance(*key, tuple(onsets)) for key, onsets in groups.items())


def _is_summer(state: ZoneState, around: list[ZoneState]) -> bool:
    """Whether it is summer time, as most calendars say it: also where the law calls summer the standard."""
    if state.saving:
        return state.saving > _NONE
    return any(each.saving < _NONE for each in around)


def _changes(info: ZoneInfo, begin: datetime, end: datetime) -> list[tuple[datetime, ZoneState]]:
    """`begin`, and the instants up to `end` at which something changes; each with what holds from then on."""
    found = [(begin, _state(info, begin))]
    at = begin
    while at < end:
        then = min(at + _STEP, end)
        state = _state(info, then)
        if state == found[-1][1]:
            at = then
            continue
        low, high = at, then
        while high - low > _SECOND:
            middle = low + (high - low) // _SECOND // 2 * _SECOND
            if _state(info, middle) == found[-1][1]:
                low = middle
            else:
                high = middle
        found.append((high, _state(info, high)))
        at = high
    return found


def _state(info: ZoneInfo, at: datetime) -> ZoneState:
    there = at.astimezone(info)
    return ZoneState(there.utcoffset() or _NONE, there.dst() or _NONE, there.tzname() or info.key)
