"""One pass over all changes, to find the time when nobody is busy and when only one person is."""

from collections.abc import Sequence
from typing import TypeAlias

from core.scheduling.recurrence.spans import Span, Spans

Alone: TypeAlias = tuple[int, int, int, tuple[Span, ...]]
"""Start, end, the number of a person, and when in between they are busy."""

_ONE = 1 << 32
_TWO = 2 << 32
_OUTSIDE = 1 << 60


def sweep(playable: Sequence[Span], taken: Sequence[Sequence[Span]]) -> tuple[Spans, list[Alone]]:
    """The time when nobody is busy, and for each person when nobody *else* is; all inside `playable`.

    Takes tidy lists, one for each person; gives the first as a tidy list, the second by start, end and
    number: maximal stretches in some part of which that person is busy.

    One pass over the instants at which anything changes, with the number of busy people in the high
    half of an int and the sum of their numbers in the low half: if the number is one, the sum is
    theirs. Being outside the playable hours weighs more than any number of people.
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
    alone.sort()
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
