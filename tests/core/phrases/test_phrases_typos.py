"""Words as thumbs type them."""

import pytest

SLIPS = [
    ("busy thurdsay", ["busy 2026-10-08"]),
    ("cant do wendesday", ["busy 2026-10-07"]),
    ("free satruday", ["free 2026-10-10"]),
    ("away 3rd-5th Novmber", ["busy 2026-11-03..2026-11-05"]),
    ("free tomorow nite", ["free 2026-10-08 19:00-00:00+1"]),
    ("avaliable fri", ["free 2026-10-09"]),
    ("bsy 2moro", ["busy 2026-10-08"]),
]


@pytest.mark.parametrize(("words", "expected"), SLIPS)
def test_a_slip_of_the_keys_is_forgiven(rules, words, expected):
    assert rules(words) == expected
