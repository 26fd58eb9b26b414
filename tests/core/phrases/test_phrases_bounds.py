"""From, until, before, after and back."""

import pytest

BOUNDS = [
    ("busy until Friday", ["busy 2026-10-07 11:20-00:00+3"]),
    ("free from 3 Nov", ["free 2026-11-03..."]),
    ("away till December", ["busy 2026-10-07 11:20-00:00+55"]),
    ("can't do anything before the 20th", ["busy 2026-10-07 11:20-00:00+13"]),
    ("free after 3 Nov", ["free 2026-11-04..."]),
    ("back on the 12th", ["busy 2026-10-07 11:20-00:00+5"]),
    ("no Tuesdays until mid November", ["busy 2026-10-13 FREQ=WEEKLY;UNTIL=20261115;BYDAY=TU"]),
    ("Fridays from 6 Nov to 4 Dec", ["- 2026-11-06 FREQ=WEEKLY;UNTIL=20261204;BYDAY=FR"]),
    ("Fridays till Christmas", ["- 2026-10-09 FREQ=WEEKLY;UNTIL=20261225;BYDAY=FR"]),
    ("from December I'm free on Mondays", ["free 2026-12-07 FREQ=WEEKLY;BYDAY=MO"]),
    ("busy until Friday 5pm", ["busy 2026-10-07 11:20-17:00+2"]),
    ("unavailable until further notice", ["busy 2026-10-07..."]),
    ("busy till after the 12th", ["busy 2026-10-07 11:20-00:00+6"]),
    ("back from tour on the 12th", ["busy 2026-10-07 11:20-00:00+5"]),
    ("away until Wednesday", ["busy 2026-10-07 11:20-00:00+8"]),
    ("mid November onwards", ["- 2026-11-15..."]),
]


@pytest.mark.parametrize(("words", "expected"), BOUNDS)
def test_a_bound_limits(rules, words, expected):
    assert rules(words) == expected
