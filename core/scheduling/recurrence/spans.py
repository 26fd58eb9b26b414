"""Half-open stretches of exact time, and what can be done with sets of them.

A span is a pair of ints `(start, end)`: it holds `start` and does not hold `end`, so that what ends
at 20:00 and what begins at 20:00 do not meet. The unit is up to the caller (everywhere in
Bandwidth: POSIX seconds). A list of spans is *tidy* when it is sorted and no two of its spans
overlap or touch, and none is empty; `merged` makes any list tidy, and the other functions take tidy
lists and give tidy lists.

Where a span begins is looked up with a tuple of one: `(t,)` sorts before every `(t, end)`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeAlias

from core.moments import exact_seconds

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = list[Span]


def span(start: int, end: int) -> Span:
    """The span from `start` up to and not including `end`; `ValueError` when it ends before it starts."""
    if end < start:
        raise ValueError(f"a span cannot end ({end}) before it starts ({start})")
    return (start, end)


def window_of(start: datetime, end: datetime) -> Span:
    """Two aware instants as a window, in POSIX seconds; `ValueError` when the end comes before the start."""
    return span(exact_seconds(start), exact_seconds(end))


def merged(spans: Iterable[Span]) -> Spans:
    """The same time as a tidy list; empty and reversed pairs hold no time and are dropped."""
    result: Spans = []
    pairs = iter(sorted(spans))
    for start, end in pairs:
        if start < end:
            break
    else:
        return result
    append = result.append
    for next_start, next_end in pairs:
        if next_start > end:
            if next_start < next_end:
                append((start, end))
                start, end = next_start, next_end
        elif next_end > end:
            end = next_end
    append((start, end))
    return result


def clipped(spans: Sequence[Span], window: Span) -> Spans:
    """The part of a tidy list inside one span."""
    low, high = window
    if low >= high:
        return []
    first = bisect_left(spans, (low + 1,))
    if first and spans[first - 1][1] > low:
        first -= 1
    last = bisect_left(spans, (high,), first)
    result = list(spans[first:last])
    if result:
        start, end = result[0]
        result[0] = (max(start, low), end)
        start, end = result[-1]
        result[-1] = (start, min(end, high))
    return result


def union(one: Sequence[Span], other: Sequence[Span]) -> Spans:
    """The time in either."""
    if not one:
        return list(other)
    if not other:
        return list(one)
    return merged([*one, *other])


def intersection(one: Sequence[Span], other: Sequence[Span]) -> Spans:
    """The time in both."""
    result: Spans = []
    i = j = 0
    while i < len(one) and j < len(other):
        start = max(one[i][0], other[j][0])
        end = min(one[i][1], other[j][1])
        if start < end:
            result.append((start, end))
        if one[i][1] <= other[j][1]:
            i += 1
        else:
            j += 1
    return result


def complement(spans: Sequence[Span], window: Span) -> Spans:
    """The time of the window that is in none of the spans."""
    result: Spans = []
    at, end = window
    for start, stop in clipped(spans, window):
        if at < start:
            result.append((at, start))
        at = stop
    if at < end:
        result.append((at, end))
    return result


def difference(one: Sequence[Span], other: Sequence[Span]) -> Spans:
    """The time in `one` that is not in `other`."""
    if not one or not other:
        return list(one)
    return intersection(one, complement(other, (one[0][0], one[-1][1])))


def at_least(spans: Iterable[Span], length: int) -> Spans:
    """The spans that are no shorter than `length`."""
    return [(start, end) for start, end in spans if end - start >= length]


def covers(spans: Sequence[Span], window: Span) -> bool:
    """Whether all of the window lies in the tidy list."""
    at = bisect_left(spans, (window[0] + 1,)) - 1
    return window[0] >= window[1] or (at >= 0 and spans[at][1] >= window[1])


def meets(spans: Sequence[Span], window: Span) -> bool:
    """Whether any of the window lies in the tidy list."""
    low, high = window
    at = bisect_left(spans, (high,)) - 1
    return low < high and at >= 0 and spans[at][1] > low
