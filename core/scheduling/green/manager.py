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
from typing import TypeAlias

from core.habits import Habits
from core.scheduling.availability.diary import Diary, DiaryOf, Layer, diary
from core.scheduling.kinds import Kind
from core.scheduling.recurrence.playable import playable_spans
from core.scheduling.recurrence.spans import (
    Span,
    Spans,
    at_least,
    clipped,
    intersection,
    meets,
    merged,
)
from core.scheduling.recurrence.sweep import sweep

MemberId: TypeAlias = int | str
"""The caller's own id for a member; it comes back in the results."""


@dataclass(frozen=True, slots=True)
class Player:
    """A member of the band, and what their diary holds."""

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
    """A member who said maybe, and to which parts of a window. POSIX seconds, tidy."""

    member: MemberId
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Green:
    """A maximal stretch in which every required member is free. POSIX seconds, half-open."""

    start: int
    end: int


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
    deps: tuple[MemberId, ...] = ()
    """Members who are not required, are free throughout, and share a part with `missing` or with a maybe."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """A required member who is not free for all of a window, and when. POSIX seconds, tidy."""

    member: MemberId
    busy: tuple[Span, ...]
    maybe: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ZonesInWindow:
    """A band's green and amber windows, each sorted by start, end, and the id that is missing."""

    green: tuple[Green, ...]
    amber: tuple[Amber, ...]


class AvailabilityManager:
    """The arithmetic of a band's time in one window: diaries are expanded once, and asked many times."""

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

    def zones(self) -> ZonesInWindow:
        """Every green and every amber window that is no shorter than the habits' `min_minutes`.

        Amber windows may overlap each other and hold green ones: each says how far it would reach.
        """
        diaries = [self.diaries[member.id] for member in self._required]
        clear, alone = sweep(self.playable, [each.taken if each.maybe else each.busy for each in diaries])
        amber = [
            self._without(start, end, number, parts)
            for start, end, number, parts in alone
            if end - start >= self._shortest
            and (not diaries[number].maybe or meets(diaries[number].busy, (start, end)))
        ]
        if any(each.maybe for each in diaries):
            amber = sorted([*self._hopeful(diaries), *amber], key=lambda each: (each.start, each.end))
        green = tuple(Green(start, end) for start, end in at_least(clear, self._shortest))
        return ZonesInWindow(green=green, amber=tuple(amber))

    def _hopeful(self, diaries: Sequence[Diary]) -> list[Amber]:
        """The windows that are green if every maybe is a yes, where there is one."""
        clear, _ = sweep(self.playable, [each.busy for each in diaries])
        return [
            self._hanging_on(window, maybes)
            for window in at_least(clear, self._shortest)
            if (maybes := self._unsure(self._required, window))
        ]

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
        """The window in which the required member of that number alone is not free."""
        member = self._required[number]
        unsure = self.diaries[member.id].maybe
        if not unsure and not self._others:
            return Amber(start, end, member.id, parts)
        window = (start, end)
        maybes: tuple[Unsure, ...] = ()
        if unsure:
            maybes = self._unsure([member], window)
            parts = tuple(clipped(self.diaries[member.id].busy, window))
        return Amber(start, end, member.id, parts, maybes, self._deps(window, member.parts))

    def _hanging_on(self, window: Span, maybes: tuple[Unsure, ...]) -> Amber:
        """The window that is green if these maybes are a yes."""
        unsure = {each.member for each in maybes}
        parts = frozenset().union(*(member.parts for member in self._required if member.id in unsure))
        return Amber(window[0], window[1], None, (), maybes, self._deps(window, parts))

    def _unsure(self, members: Sequence[Player], window: Span) -> tuple[Unsure, ...]:
        return tuple(
            Unsure(member.id, tuple(spans))
            for member in members
            if (spans := clipped(self.diaries[member.id].maybe, window))
        )

    def _deps(self, window: Span, parts: frozenset[str]) -> tuple[MemberId, ...]:
        """Members who are not required, are free throughout, and play one of the parts."""
        return tuple(
            member.id
            for member in self._others
            if member.parts & parts
            and not meets(self.diaries[member.id].busy, window)
            and not meets(self.diaries[member.id].maybe, window)
        )


def _by_id(member: Player) -> tuple[bool, MemberId]:
    """Numbers before texts, texts by code point."""
    return isinstance(member.id, str), member.id
