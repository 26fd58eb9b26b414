"""Spans as sets of integers: every function against the sets themselves."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.scheduling.recurrence.spans import (
    at_least,
    clipped,
    complement,
    covers,
    difference,
    intersection,
    meets,
    merged,
    span,
    union,
)

pairs = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)
tidy = pairs.map(merged)
windows = st.tuples(st.integers(-5, 65), st.integers(0, 30)).map(lambda it: (it[0], it[0] + it[1]))


def points(spans):
    return {point for start, end in spans for point in range(start, end)}


def is_tidy(spans):
    ends = [edge for pair in spans for edge in pair]
    return all(one < other for one, other in pairwise(ends))


def test_a_span_does_not_end_before_it_starts():
    assert span(1, 1) == (1, 1)
    with pytest.raises(ValueError, match="end"):
        span(2, 1)


def test_spans_are_half_open():
    assert intersection([(0, 20)], [(20, 30)]) == []
    assert merged([(0, 20), (20, 30)]) == [(0, 30)]
    assert not meets([(0, 20)], (20, 30))


@given(pairs)
def test_merged_is_the_same_time_tidy(spans):
    assert points(merged(spans)) == points(spans)
    assert is_tidy(merged(spans))


@given(tidy, tidy)
def test_two_lists_make_what_sets_make(one, other):
    for found, expected in (
        (union(one, other), points(one) | points(other)),
        (intersection(one, other), points(one) & points(other)),
        (difference(one, other), points(one) - points(other)),
    ):
        assert points(found) == expected
        assert is_tidy(found)


@given(tidy, windows)
def test_a_list_in_a_window(spans, window):
    inside = set(range(*window))
    assert points(clipped(spans, window)) == points(spans) & inside
    assert points(complement(spans, window)) == inside - points(spans)
    assert is_tidy(clipped(spans, window))
    assert is_tidy(complement(spans, window))
    assert covers(spans, window) == (inside <= points(spans))
    assert meets(spans, window) == bool(inside & points(spans))


@given(tidy, st.integers(0, 20))
def test_short_ones_are_left_out(spans, length):
    assert at_least(spans, length) == [pair for pair in spans if pair[1] - pair[0] >= length]
