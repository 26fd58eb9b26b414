"""When a band is playable: BandFree = User_A ∩ User_B ∩ User_C, inside the hours it plays.

Pure arithmetic on half-open spans of POSIX seconds: no database, no clock. RFC 5545 gives the rules
their meaning (core/scheduling/expansion.py), core/scheduling/diary.py the order in which they lie.

**Green**: every required member is free; a maybe counts as busy. **Amber**: green but for exactly one
required member, or green if the maybes are free after all. Everything else is red. Members who are
not required (deps, optional players) change none of it; they are named where they could help.
To leave somebody out, or to ask for a smaller line-up, leave him out of the members.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from core.moments import exact_seconds, from_seconds
from core.scheduling.diary import Diary, Layer, diary
from core.scheduling.habits import Habits
from core.scheduling.kinds import Kind
from core.scheduling.playable import playable_spans
from core.scheduling.spans import (
    Span,
    Spans,
    at_least,
    clipped,
    complement,
    intersection,
    meets,
    merged,
    span,
)

MemberId: TypeAlias = int | str
"""Whatever the caller calls a member by; it comes back in the results."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person's place in the band and what he said."""

    id: MemberId
    layers: tuple[Layer, ...] = ()
    """Lowest first: imported calendars, statements as said (the last word wins), commitments."""
    required: bool = True
    """False for deps and optional players."""
    base: Kind = Kind.FREE
    """Where no layer says anything; BUSY for somebody who is free only when he says so."""
    parts: frozenset[str] = frozenset()
    """What he plays; a dep can stand in for a member with whom he shares a part."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """Somebody who said maybe, and to which parts of a window. POSIX seconds, tidy."""

    member: MemberId
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Green:
    """A maximal stretch in which every required member is free. POSIX seconds, half-open."""

    start: int
    end: int
    also_free: tuple[MemberId, ...] = ()
    """Members who are not required and are free throughout."""

    @property
    def starts_at(self) -> datetime:
        """`start` as an aware UTC `datetime`."""
        return from_seconds(self.start)

    @property
    def ends_at(self) -> datetime:
        """`end` as an aware UTC `datetime`."""
        return from_seconds(self.end)


@dataclass(frozen=True, slots=True)
class Amber:
    """A maximal stretch that is green but for one member, or but for maybes. POSIX seconds, half-open."""

    start: int
    end: int
    missing: MemberId | None
    """The one required member who is busy in some part of it, all others being free throughout.

    None: nobody is busy, it is green if those in `maybes` are free.
    """
    blocked: tuple[Span, ...] = ()
    """The parts in which `missing` is busy, tidy."""
    maybes: tuple[Unsure, ...] = ()
    """Who said maybe to which parts: `missing` himself at most, or with `missing` None one or more."""
    also_free: tuple[MemberId, ...] = ()
    """Members who are not required and are free throughout."""
    deps: tuple[MemberId, ...] = ()
    """Those of `also_free` who share a part with `missing`, or with one of `maybes`."""

    @property
    def starts_at(self) -> datetime:
        """`start` as an aware UTC `datetime`."""
        return from_seconds(self.start)

    @property
    def ends_at(self) -> datetime:
        """`end` as an aware UTC `datetime`."""
        return from_seconds(self.end)


@dataclass(frozen=True, slots=True)
class Blocker:
    """A required member who is not free for all of a window, and when. POSIX seconds, tidy."""

    member: MemberId
    busy: tuple[Span, ...]
    maybe: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GreenZones:
    """What a band has of green and amber in a window, each by start, then end, then member."""

    green: tuple[Green, ...]
    amber: tuple[Amber, ...]

    def green_inside(self, amber: Amber) -> tuple[Green, ...]:
        """The green windows that an amber window holds: there, nobody needs to be asked."""
        return tuple(each for each in self.green if amber.start <= each.start and each.end <= amber.end)


def window_of(start: datetime, end: datetime) -> Span:
    """Two aware instants as a window; `ValueError` when the end comes before the start."""
    return span(exact_seconds(start), exact_seconds(end))


class AvailabilityManager:
    """The arithmetic of a band's time in one window; expand once, ask as often as needed."""

    def __init__(
        self,
        members: Sequence[Member],
        *,
        window: Span,
        habits: Habits,
        zone: str,
        within: Sequence[Span] | None = None,
    ) -> None:
        """Work out everybody's diary; `ZoneUnknown` when a zone is unknown.

        Args:
            members: With ids that are all different.
            window: POSIX seconds, half-open; see `window_of`.
            habits: `playable` and `min_minutes` (elapsed) are used.
            zone: IANA name of the zone in which the playable hours are wall time.
            within: When given, only this time counts (an open night, "only weekends"): POSIX seconds,
                in any order.
        """
        self.window = window
        self.members = tuple(members)
        self.diaries: dict[MemberId, Diary] = {
            member.id: diary(member.layers, window, base=member.base) for member in self.members
        }
        """Every member's time in the window, required or not."""
        self.playable: Spans = playable_spans(habits.playable, zone, window)
        """The playable hours in the window, tidy."""
        if within is not None:
            self.playable = intersection(self.playable, merged(within))
        self._shortest = habits.min_minutes * 60
        self._required = [member for member in self.members if member.required]
        self._others = [member for member in self.members if not member.required]

    def band_free(self) -> Spans:
        """User_A ∩ User_B ∩ ... over the required members, playable hours or not, tidy."""
        taken = [pair for member in self._required for pair in self.diaries[member.id].taken]
        return complement(merged(taken), self.window)

    def zones(self) -> GreenZones:
        """Every green and every amber window that is no shorter than the habits' `min_minutes`.

        Amber windows may overlap each other and hold green ones: each says how far it would reach.
        """
        diaries = [self.diaries[member.id] for member in self._required]
        taken = [each.taken if each.maybe else each.busy for each in diaries]
        clear, alone = sweep(self.playable, taken)
        clear = at_least(clear, self._shortest)
        amber = [
            self._without((start, end), number, parts)
            for start, end, number, parts in alone
            if end - start >= self._shortest
            and (not diaries[number].maybe or meets(diaries[number].busy, (start, end)))
        ]
        if any(each.maybe for each in diaries):
            hopeful, _ = sweep(self.playable, [each.busy for each in diaries])
            amber += [
                self._hoping(window, maybes)
                for window in at_least(hopeful, self._shortest)
                if (maybes := self._unsure(self._required, window))
            ]
        place = {member.id: at for at, member in enumerate(sorted(self._required, key=_by_id))}
        amber.sort(
            key=lambda each: (each.start, each.end, -1 if each.missing is None else place[each.missing])
        )
        green = tuple(Green(start, end, self._also_free((start, end))) for start, end in clear)
        return GreenZones(green=green, amber=tuple(amber))

    def blockers(self, window: Span) -> tuple[Blocker, ...]:
        """Which required members are not free for all of a window, in the members' order."""
        found = []
        for member in self._required:
            mine = self.diaries[member.id]
            busy, maybe = clipped(mine.busy, window), clipped(mine.maybe, window)
            if busy or maybe:
                found.append(Blocker(member.id, tuple(busy), tuple(maybe)))
        return tuple(found)

    def _without(self, window: Span, number: int, parts: tuple[Span, ...]) -> Amber:
        member = self._required[number]
        maybes: tuple[Unsure, ...] = ()
        if self.diaries[member.id].maybe:
            maybes = self._unsure([member], window)
            parts = tuple(clipped(self.diaries[member.id].busy, window))
        also_free = self._also_free(window)
        deps = self._deps(also_free, member.parts)
        return Amber(window[0], window[1], member.id, parts, maybes, also_free, deps)

    def _hoping(self, window: Span, maybes: tuple[Unsure, ...]) -> Amber:
        unsure = {each.member for each in maybes}
        parts = frozenset().union(*(member.parts for member in self._required if member.id in unsure))
        also_free = self._also_free(window)
        return Amber(window[0], window[1], None, (), maybes, also_free, self._deps(also_free, parts))

    def _unsure(self, members: Sequence[Member], window: Span) -> tuple[Unsure, ...]:
        return tuple(
            Unsure(member.id, tuple(spans))
            for member in members
            if (spans := clipped(self.diaries[member.id].maybe, window))
        )

    def _also_free(self, window: Span) -> tuple[MemberId, ...]:
        if not self._others:
            return ()
        return tuple(
            member.id
            for member in self._others
            if not meets(self.diaries[member.id].busy, window)
            and not meets(self.diaries[member.id].maybe, window)
        )

    def _deps(self, free: tuple[MemberId, ...], parts: frozenset[str]) -> tuple[MemberId, ...]:
        if not free or not parts:
            return ()
        return tuple(member.id for member in self._others if member.id in free and member.parts & parts)


Alone: TypeAlias = tuple[int, int, int, tuple[Span, ...]]
"""Start, end, the number of a person, and where in between he is taken."""

_ONE = 1 << 32
_TWO = 2 << 32
_OUTSIDE = 1 << 60


def sweep(playable: Sequence[Span], taken: Sequence[Sequence[Span]]) -> tuple[Spans, list[Alone]]:
    """Where nobody is taken, and for each person alone where nobody *else* is; all inside `playable`.

    Takes tidy lists, one for each person; gives the first as a tidy list, the second by end: maximal
    stretches in some part of which that person is taken.

    One pass over the instants at which anything changes, with the number of people taken in the high
    half of an int and the sum of their numbers in the low half: when the number is one, the sum says
    who. Being outside the playable hours weighs more than any number of people.
    """
    changes = _changes(playable, taken)
    clear: Spans = []
    alone: list[Alone] = []
    parts: Spans = []
    state = _OUTSIDE
    since = alone_since = 0
    who = -1
    for at in sorted(changes):
        before = state
        state += changes[at]
        if (before >= _TWO and state >= _TWO) or state == before:
            continue
        if before == 0:
            clear.append((since, at))
        elif before < _TWO:
            parts.append((since, at))
        if 0 < state != _ONE + who:
            if who >= 0:
                alone.append((alone_since, at, who, tuple(parts)))
            who = state - _ONE if state < _TWO else -1
            alone_since = since if before == 0 else at
            parts = []
        since = at
    return clear, alone


def _changes(playable: Sequence[Span], taken: Sequence[Sequence[Span]]) -> dict[int, int]:
    """By how much the state of the sweep changes, and when."""
    changes: dict[int, int] = {}
    get = changes.get
    for number, spans in enumerate(taken):
        weight = _ONE + number
        for start, end in spans:
            changes[start] = get(start, 0) + weight
            changes[end] = get(end, 0) - weight
    for start, end in playable:
        changes[start] = get(start, 0) - _OUTSIDE
        changes[end] = get(end, 0) + _OUTSIDE
    return changes


def _by_id(member: Member) -> tuple[bool, MemberId]:
    """Numbers before texts, texts by code point."""
    return isinstance(member.id, str), member.id
