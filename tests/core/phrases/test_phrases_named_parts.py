"""Evenings that something else than a day names."""

import pytest

ASKED = [
    ("can't do quiz nights", "ambiguous"),
    ("busy choir nights", "ambiguous"),
    ("busy quiz-nights", "ambiguous"),
    ("no band nights until March", "ambiguous"),
    ("can't do darts evenings in December", "ambiguous"),
    ("busy the quiz night in December", "ambiguous"),
    ("busy the nights of the gigs", "ambiguous"),
    ("busy mornings and quiz nights", "ambiguous"),
    ("busy Fridays and quiz nights", "ambiguous"),
    ("free Fri, match nights out", "ambiguous"),
    ("free any evening but quiz nights", "ambiguous"),
    ("free every day except quiz nights", "ambiguous"),
    ("free evenings except choir", "ambiguous"),
]
SAID = [
    ("busy evenings", ["busy 2026-10-07 18:00-23:00 FREQ=DAILY"]),
    ("any evening", ["free 2026-10-07 18:00-23:00 FREQ=DAILY"]),
    ("I can only do evenings", ["free 2026-10-07 18:00-23:00 FREQ=DAILY"]),
    ("unfortunately our evenings are full", ["busy 2026-10-07 18:00-23:00 FREQ=DAILY"]),
    ("busy evenings with the kids", ["busy 2026-10-07 18:00-23:00 FREQ=DAILY"]),
    ("busy nights this week", ["busy 2026-10-07 19:00-00:00+1 FREQ=DAILY;UNTIL=20261011T235900"]),
    ("Tuesday quiz nights busy", ["busy 2026-10-13 19:00-00:00+1 FREQ=WEEKLY;BYDAY=TU"]),
    ("busy Fridays (quiz nights)", ["busy 2026-10-09 19:00-00:00+1 FREQ=WEEKLY;BYDAY=FR"]),
    ("busy quiz nights 4 & 11 Dec", ["busy 2026-12-04 19:00-00:00+1", "busy 2026-12-11 19:00-00:00+1"]),
]


@pytest.mark.parametrize(("words", "code"), ASKED)
def test_which_ones_are_meant_is_asked(rules, words, code):
    assert rules(words) == [f"!{code}"]


@pytest.mark.parametrize(("words", "expected"), SAID)
def test_days_beside_them_say_which(rules, words, expected):
    assert rules(words) == expected


def test_all_of_them_are_one_tap_away(offered):
    assert offered("can't do quiz nights") == [["busy 2026-10-07 19:00-00:00+1 FREQ=DAILY"]]
