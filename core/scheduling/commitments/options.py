"""When a band could rehearse: the best stretches of a given length, really different ones first.

Pure arithmetic: no database, no clock. Best is where the most players can, a maybe counting as half of
one; then where the most of those who have to be there can; then by habit: the weekday and hour at which
the band has rehearsed, else its evening; then the soonest from tomorrow on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.bands import Membership
from core.habits import Habits
from core.moments import DAY, Zone, from_wall_seconds, wall_seconds
from core.moments import zone as zone_named
from core.scheduling.availability.diary import Diary
from core.scheduling.commitments.commitment import ending
from core.scheduling.recurrence.playable import playable_spans
from core.scheduling.recurrence.spans import Span, Spans, intersection, meets, merged

STEP = 1800
"""Seconds: options begin on the half hour of the wall clock."""
_EARLIEST, _LATEST = time(8), time(22)
"""If the band's own hours have no room, options begin between these."""
_SAME_HOUR = 45 * 60
"""Seconds: rehearsals that begin no further apart count as being at the same hour."""


@dataclass(frozen=True, slots=True)
class OptionPlayer:
    """A member who counts (a dep does not), and their time in the window."""

    member: Membership
    diary: Diary


@dataclass(frozen=True, slots=True)
class RehearsalOption:
    """A stretch in which the band could rehearse."""

    start: datetime
    """Naive wall time in the band's zone, as is `end`."""
    end: datetime
    can: tuple[str, ...]
    """Names of players who are free for all of it."""
    maybe: tuple[str, ...]
    """Names of players who are not busy in it, and said maybe to some of it."""
    cannot: tuple[str, ...]
    """Names of players who are busy in some of it."""
    span: Span
    """POSIX seconds."""
    usual: bool = True
    """Inside the band's playable hours, or hours that were named."""


@dataclass(frozen=True, slots=True)
class OptionSearch:
    """The time to search for options, and their length."""

    within: Sequence[Span]
    """POSIX seconds, tidy: the days or hours that were named, nothing of them past."""
    named_hours: bool
    """The words named hours: then these count, and not the band's playable hours."""
    taken: Sequence[Span]
    """Tidy: when the band has something already."""
    seconds: int
    """Elapsed."""
    zone: str
    """The band's."""
    habits: Habits
    soon: int = 0
    """POSIX seconds: options that begin earlier, today, come after equally good ones that begin later."""
    rehearsed: Sequence[datetime] = ()
    """When it has rehearsed: wall times."""


def best_options(players: Sequence[OptionPlayer], search: OptionSearch) -> list[RehearsalOption]:
    """All options worth proposing, the best first; the best of every day come before the second best of any.

    An option is worth proposing if at least half of the players can. The hours outside the band's playable
    ones are searched only if these have no such option.
    """
    clock = zone_named(search.zone)
    if search.named_hours or not search.within:
        return _ranked(players, search, search.within, clock)
    window = search.within[0][0], search.within[-1][1]
    playable = playable_spans(search.habits.playable, search.zone, window)
    inside = _ranked(players, search, intersection(playable, search.within), clock)
    if inside:
        return inside
    outside = _ranked(players, search, _by_day(search.within, clock), clock)
    return [replace(each, usual=False) for each in outside]


def _ranked(
    players: Sequence[OptionPlayer], search: OptionSearch, within: Sequence[Span], clock: Zone
) -> list[RehearsalOption]:
    scored: list[tuple[tuple[int, ...], RehearsalOption]] = []
    for span, start, end in _candidates(search, within, clock):
        worth = [_worth(each.diary, span) for each in players]
        if not any(worth) or sum(worth) < len(players):
            continue
        required = sum(each for each, player in zip(worth, players, strict=True) if player.member.required)
        names = [
            tuple(player.member.name for player, each in zip(players, worth, strict=True) if each == value)
            for value in (_CAN, _MAYBE, _CANNOT)
        ]
        option = RehearsalOption(start, end, names[0], names[1], names[2], span)
        score = (-sum(worth), -required, -_habit(option, search), span[0] < search.soon, span[0])
        scored.append((score, option))
    scored.sort(key=lambda each: each[0])
    return _different([option for _, option in scored])


def _candidates(
    search: OptionSearch, within: Sequence[Span], clock: Zone
) -> Iterator[tuple[Span, datetime, datetime]]:
    length = timedelta(seconds=search.seconds)
    for low, high in within:
        wall = clock.wall(low)
        wall += -wall % STEP
        while (begin := clock.exact(wall)) + search.seconds <= high:
            span = begin, begin + search.seconds
            start = from_wall_seconds(wall)
            wall += STEP
            end = ending(start, search.zone, length)
            if begin < low or clock.wall(begin) != wall - STEP or meets(search.taken, span):
                continue
            if clock.exact(wall_seconds(end)) == span[1]:
                yield span, start, end


_CAN, _MAYBE, _CANNOT = 2, 1, 0
"""The worth of a player in an option."""


def _worth(diary: Diary, span: Span) -> int:
    if meets(diary.busy, span):
        return _CANNOT
    return _MAYBE if meets(diary.maybe, span) else _CAN


def _habit(option: RehearsalOption, search: OptionSearch) -> int:
    """How much it is like the band's earlier rehearsals, or else whether it is in the evening."""
    day, second = option.start.weekday(), _second(option.start.time())
    alike = 0
    for each in search.rehearsed:
        apart = abs(_second(each.time()) - second)
        if apart <= _SAME_HOUR:
            alike += 3 if each.weekday() == day else 1
            alike += apart == 0 and each.weekday() == day
    if search.rehearsed:
        return alike
    evening = search.habits.day_parts["evening"]
    first = _second(evening.start)
    last = _second(evening.end)
    last += DAY if last <= first else 0
    return int(first <= second and second + search.seconds <= last)


def _different(options: Sequence[RehearsalOption]) -> list[RehearsalOption]:
    """The best of each day, then those that share no time with any before them."""
    chosen: list[RehearsalOption] = []
    filled: Spans = []
    for once_a_day in (True, False):
        days: set[date] = set()
        for option in options:
            day = option.start.date()
            if (once_a_day and day in days) or meets(filled, option.span):
                continue
            chosen.append(option)
            days.add(day)
            filled = merged([*filled, option.span])
    return chosen


def _by_day(within: Sequence[Span], clock: Zone) -> list[Span]:
    """The waking hours of the days."""
    found: list[Span] = []
    for low, high in within:
        day = clock.wall(low) // DAY * DAY
        while day < clock.wall(high):
            begin, end = clock.exact(day + _second(_EARLIEST)), clock.exact(day + DAY)
            found.append((max(begin, low), min(end, high)))
            day += DAY
    return merged(found)


def _second(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second
