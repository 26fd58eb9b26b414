"""Posts about gigs, full of figures that are no dates."""

import pytest

POSTS = [
    ("Fri 6 Nov, doors 7.30, £60, 150 cap", ["- 2026-11-06 19:30-?"]),
    ("need 2 supports Sat 14 Nov, 30 min sets, 70/30 split", ["- 2026-11-14"]),
    ("soundcheck 5, doors 8pm, curfew 11, Sat 14 Nov", ["- 2026-11-14 20:00-?"]),
    ("open slot 14 Nov 9-10pm, 4 bands, 18+", ["- 2026-11-14 21:00-22:00"]),
    ("14 & 21 Nov free at ours, doors 20:00", ["free 2026-11-14 20:00-?", "free 2026-11-21 20:00-?"]),
    ("gigging with the other band 12 Dec", ["busy 2026-12-12"]),
    ("Band 1 on 19:30, doors 7, Sat 14 Nov", ["- 2026-11-14 19:00-?"]),
]


@pytest.mark.parametrize(("words", "expected"), POSTS)
def test_only_the_night_is_read_from_a_post(rules, words, expected):
    assert rules(words) == expected
