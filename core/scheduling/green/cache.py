"""A band's time worked out from its members' diaries, and kept: the same is often asked again soon."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from functools import lru_cache, partial
from itertools import combinations, islice

from core.bands import Membership, parts_of
from core.habits import Habits, PlayableHours
from core.moments import DAY, exact_seconds, to_exact, to_wall, wall_seconds
from core.scheduling.availability.diary import Diary, Layer, diary
from core.scheduling.availability.layers import layers_of
from core.scheduling.availability.ports import Availability, TakenTime
from core.scheduling.green.manager import Amber, AvailabilityManager, MemberId, Player
from core.scheduling.kinds import Kind
from core.scheduling.phrases.day_ranges import DayRange
from core.scheduling.recurrence.expansion import expanded
from core.scheduling.recurrence.playable import playable_spans
from core.scheduling.recurrence.rules import Rule
from core.scheduling.recurrence.spans import Span, clipped, difference, intersection, meets, merged

Found = tuple[Sequence[Span], Sequence[Amber]]
"""Green stretches, and amber ones without a green part."""


def from_now_on(
    members: tuple[Player, ...],
    habits: Habits,
    zone: str,
    days: DayRange,
    now: datetime,
    taken: Sequence[Span] = (),
) -> Found:
    """The rest of the days' green and amber stretches: nothing before `now`, nor in `taken` (tidy).

    They are worked out for whole days and kept, since the next question, or [More], asks for the same.
    Only the playable stretch that is under way is worked out from this very second.
    """
    second = exact_seconds(now)
    today = datetime.combine(to_wall(now, zone).date(), time())
    asked = (members, habits.playable, habits.min_minutes, zone)
    clear, nearly = _zones(*asked, _outside(days_from(days, zone, to_exact(today, zone)), taken))
    later = _end_of_stretch(habits.playable, zone, second)
    now_clear, now_nearly = _zones.__wrapped__(
        *asked, tuple(clipped(_outside(days_from(days, zone, now), taken), (second, later)))
    )
    return (
        [*now_clear, *clear[bisect_left(clear, (later,)) :]],
        [*now_nearly, *nearly[bisect_left(nearly, later, key=_start) :]],
    )


def _start(amber: Amber) -> int:
    return amber.start


def _end_of_stretch(hours: tuple[PlayableHours, ...], zone: str, second: int) -> int:
    """The end of the playable stretch that is under way; `second` itself if there is none."""
    day = second // DAY * DAY
    for start, end in _playable(hours, zone, (day - _LOOK, day + _LOOK)):
        if start < second < end:
            return end if end < day + _LOOK else _NEVER
    return second


_LOOK = 8 * DAY
"""A band that plays without a break for so long always plays."""
_NEVER = 2**62


def forget() -> None:
    """Drop all that is kept of people's diaries, since one of them wants their data erased."""
    _zones.cache_clear()
    _diary.cache_clear()


@lru_cache(maxsize=128)
def _zones(
    members: tuple[Player, ...],
    hours: tuple[PlayableHours, ...],
    minutes: int,
    zone: str,
    within: tuple[Span, ...],
) -> Found:
    if not within or not any(member.required for member in members):
        return (), ()
    manager = AvailabilityManager(
        members,
        # Whole days, so that a question asked a minute later finds the same diaries.
        window=(within[0][0] // DAY * DAY, within[-1][1]),
        habits=Habits(playable=hours, min_minutes=minutes),
        zone=zone,
        within=within,
        diary_of=partial(_diary, hours, zone),
    )
    zones = manager.zones()
    clear = tuple((each.start, each.end) for each in zones.green)
    apart = [each for each in zones.amber if not meets(clear, (each.start, each.end))]
    return clear, tuple(_plainest(apart))


@lru_cache(maxsize=16)
def _playable(hours: tuple[PlayableHours, ...], zone: str, window: Span) -> tuple[Span, ...]:
    return tuple(playable_spans(hours, zone, window))


@lru_cache(maxsize=256)
def _diary(
    hours: tuple[PlayableHours, ...], zone: str, layers: tuple[Layer, ...], window: Span, *, base: Kind
) -> Diary:
    """A diary in the hours in which the band plays: no others are ever asked about.

    Kept for a while, since the next question, or [More], asks about the same diaries.
    """
    whole = diary(layers, window, base=base)
    playable = _playable(hours, zone, window)
    busy, maybe = intersection(whole.busy, playable), intersection(whole.maybe, playable)
    return Diary(window, tuple(busy), tuple(maybe))


def player_of(member: Membership, rules: Sequence[Availability], taken: TakenTime) -> Player:
    """A member and what fills their time, for the arithmetic; the player's id is the person's."""
    return Player(
        member.person,
        layers=layers_of(rules, taken),
        required=member.required,
        base=Kind.FREE if member.free_by_default else Kind.BUSY,
        parts=parts_of(member.part),
    )


def may_be_freed(member: Player) -> bool:
    """Whether any of somebody's rules could free them from another one (`freed`)."""
    for layer in member.layers:
        if layer.kind is Kind.FREE:
            return True
        for rule in layer.rules:
            if rule.exceptions:
                return True
    return False


def freed(member: Player, span: Span) -> bool:
    """Whether somebody is free then only because of an exception or of a later rule."""
    freeing = False
    for layer in reversed(member.layers):
        for rule in layer.rules:
            if layer.kind is Kind.FREE:
                freeing = freeing or _meets(rule, span)
                continue
            lifted = layer.kind is Kind.BUSY and (freeing or (rule.exceptions and _leaves_out(rule, span)))
            if lifted and _meets(replace(rule, exceptions=()), span):
                return True
    return False


def _leaves_out(rule: Rule, span: Span) -> bool:
    """Whether the rule leaves out an instance near the span."""
    return any(span[0] - 2 * DAY < wall_seconds(each) < span[1] + 2 * DAY for each in rule.exceptions)


def _meets(rule: Rule, span: Span) -> bool:
    return meets(merged(expanded(rule, span)), span)


def manager_of(
    members: tuple[Player, ...], habits: Habits, zone: str, window: Span, within: Sequence[Span]
) -> AvailabilityManager:
    """The arithmetic of one window, asked of whole diaries: for questions about one day."""
    return AvailabilityManager(members, window=window, habits=habits, zone=zone, within=within)


LineUpSpan = tuple[Span, tuple[MemberId, ...]]
"""A stretch, and the required members who are left out of the line-up that could play in it."""
MOST_LINE_UPS = 500


def line_ups(members: tuple[Player, ...], size: int) -> list[tuple[MemberId, ...]] | None:
    """The members left out, for each line-up of so many required ones; None: there are too many."""
    required = [member.id for member in members if member.required]
    left = len(required) - size
    if left < 1:
        return [()]
    found = list(islice(combinations(required, left), MOST_LINE_UPS + 1))
    return found if len(found) <= MOST_LINE_UPS else None


def line_up_spans(
    members: tuple[Player, ...],
    out: Sequence[tuple[MemberId, ...]],
    habits: Habits,
    zone: str,
    days: DayRange,
    now: datetime,
    taken: Sequence[Span] = (),
) -> list[LineUpSpan]:
    """The green stretches of smaller line-ups, those within longer ones of other line-ups left out."""
    found: list[LineUpSpan] = []
    # The whole line-up first: where everybody can, nobody is named as left out.
    for left_out in dict.fromkeys(((), *out)):
        those = tuple(member for member in members if member.id not in left_out)
        clear, _ = from_now_on(those, habits, zone, days, now, taken)
        found += [(span, left_out) for span in clear]
    found.sort(key=lambda each: (each[0][0], -each[0][1]))
    kept: list[LineUpSpan] = []
    reached = 0
    for span, left_out in found:
        if span[1] > reached:
            kept.append((span, left_out))
            reached = span[1]
    return kept


def days_from(days: DayRange, zone: str, now: datetime) -> tuple[Span, ...]:
    """The days that are asked about as exact time, nothing of it before `now`."""
    begin = exact_seconds(now)
    spans = [
        (max(begin, exact_seconds(to_exact(start, zone))), exact_seconds(to_exact(end, zone)))
        for start, end in days.windows
    ]
    return tuple((start, end) for start, end in spans if start < end)


def _outside(within: tuple[Span, ...], taken: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(difference(within, taken)) if taken else within


def _plainest(near_misses: list[Amber]) -> list[Amber]:
    """One near miss for each stretch: one that hangs on maybes alone replaces those that lack somebody."""
    hopeful = {(each.start, each.end) for each in near_misses if each.missing is None}
    return [each for each in near_misses if each.missing is None or (each.start, each.end) not in hopeful]
