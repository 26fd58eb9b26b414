"""When a band is playable: BandFree = User_A ∩ User_B ∩ User_C, inside the hours it plays.

Pure arithmetic on half-open spans of POSIX seconds: no database, no clock. RFC 5545 gives the rules
their meaning (recurrence/expansion.py), availability/diary.py the order in which they lie.

**Green**: every required member is free; a maybe counts as busy. **Amber**: green but for exactly one
required member, or green if the maybes are free after all. Everything else is red. Members who are
not required (deps, optional players) change none of it; they are named where they could help.
To leave somebody out, or to ask for a smaller line-up, pass fewer members.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from core.habits import Habits
from core.moments import from_seconds
from core.scheduling.availability.diary import Diary, DiaryOf, Layer, diary
from core.scheduling.kinds import Kind
from core.scheduling.recurrence.playable import playable_spans
from core.scheduling.recurrence.spans import (
    Span,
    Spans,
    at_least,
    clipped,
    complement,
    intersection,
    meets,
    merged,
)
from core.scheduling.recurrence.sweep import sweep

MemberId: TypeAlias = int | str
"""Whatever the caller calls a member by; it comes back in the results."""


@dataclass(frozen=True, slots=True)
class Player:
    """One person's place in the band and their diary."""

    id: MemberId
    layers: tuple[Layer, ...] = ()
    """Lowest first: imported calendars, statements as said (the last word wins), commitments."""
    required: bool = True
    """False for deps and optional players."""
    base: Kind = Kind.FREE
    """Where no layer says anything; BUSY for somebody who is free only when they say so."""
    parts: frozenset[str] = frozenset()
    """The parts they play; a dep can stand in for a member who shares a part with them."""


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
    """The maybes, and in which parts: of `missing` alone, or with `missing` None one or more."""
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
class ZonesInWindow:
    """What a band has of green and amber in a window, each by start, end, and the id that is missing."""

    green: tuple[Green, ...]
    amber: tuple[Amber, ...]

    def green_inside(self, amber: Amber) -> tuple[Green, ...]:
        """The green windows that an amber window holds: there, nobody needs to be asked."""
        return tuple(each for each in self.green if amber.start <= each.start and each.end <= amber.end)


class AvailabilityManager:
    """The arithmetic of a band's time in one window; expand once, ask as often as needed."""

    def __init__(
        self,
        members: Sequence[Player],
        *,
        window: Span,
        habits: Habits,
        zone: str,
        within: Sequence[Span] | None = None,
        diary_of: DiaryOf = diary,
    ) -> None:
        """Work out everybody's diary; `ZoneUnknown` when a zone is unknown.

        Args:
            members: With ids that are all different.
            window: POSIX seconds, half-open; see `window_of`.
            habits: `playable` and `min_minutes` (elapsed) are used.
            zone: IANA name of the zone in which the playable hours are wall time.
            within: When given, only this time counts (an open night, "only weekends"): POSIX seconds,
                in any order.
            diary_of: Works out one diary, or remembers it.
        """
        self.window = window
        self.members = tuple(members)
        self.diaries: dict[MemberId, Diary] = {
            member.id: diary_of(member.layers, window, base=member.base) for member in self.members
        }
        """Every member's time in the window, required or not."""
        self.playable: Spans = playable_spans(habits.playable, zone, window)
        """The playable hours in the window, tidy."""
        if within is not None:
            self.playable = intersection(self.playable, merged(within))
        self._shortest = habits.min_minutes * 60
        self._required = sorted((member for member in self.members if member.required), key=_by_id)
        self._others = [member for member in self.members if not member.required]

    def band_free(self) -> Spans:
        """User_A ∩ User_B ∩ ... over the required members, playable hours or not, tidy."""
        taken = [pair for member in self._required for pair in self.diaries[member.id].taken]
        return complement(merged(taken), self.window)

    def zones(self) -> ZonesInWindow:
        """Every green and every amber window that is no shorter than the habits' `min_minutes`.

        Amber windows may overlap each other and hold green ones: each says how far it would reach.
        """
        diaries = [self.diaries[member.id] for member in self._required]
        taken = [each.taken if each.maybe else each.busy for each in diaries]
        clear, alone = sweep(self.playable, taken)
        clear = at_least(clear, self._shortest)
        amber = [
            self._without(start, end, number, parts)
            for start, end, number, parts in alone
            if end - start >= self._shortest
            and (not diaries[number].maybe or meets(diaries[number].busy, (start, end)))
        ]
        if any(each.maybe for each in diaries):
            hopeful, _ = sweep(self.playable, [each.busy for each in diaries])
            hoping = [
                self._hoping(window, maybes)
                for window in at_least(hopeful, self._shortest)
                if (maybes := self._unsure(self._required, window))
            ]
            amber = sorted([*hoping, *amber], key=lambda each: (each.start, each.end))
        green = tuple(Green(start, end, self._also_free((start, end))) for start, end in clear)
        return ZonesInWindow(green=green, amber=tuple(amber))

    def blockers(self, window: Span) -> tuple[Blocker, ...]:
        """Which required members are not free for all of a window, in the order of their ids."""
        found = []
        for member in self._required:
            mine = self.diaries[member.id]
            busy, maybe = clipped(mine.busy, window), clipped(mine.maybe, window)
            if busy or maybe:
                found.append(Blocker(member.id, tuple(busy), tuple(maybe)))
        return tuple(found)

    def _without(self, start: int, end: int, number: int, parts: tuple[Span, ...]) -> Amber:
        member = self._required[number]
        unsure = self.diaries[member.id].maybe
        if not unsure and not self._others:
            return Amber(start, end, member.id, parts)
        window = (start, end)
        maybes: tuple[Unsure, ...] = ()
        if unsure:
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

    def _unsure(self, members: Sequence[Player], window: Span) -> tuple[Unsure, ...]:
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


def _by_id(member: Player) -> tuple[bool, MemberId]:
    """Numbers before texts, texts by code point."""
    return isinstance(member.id, str), member.id
