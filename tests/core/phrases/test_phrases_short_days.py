"""Weekdays in one or two letters."""

import pytest

SHORT = [
    ("busy Tu/Th evenings", ["busy 2026-10-08 18:00-23:00 FREQ=WEEKLY;BYDAY=TU,TH"]),
    (
        "busy Mon, Wed, Th 6-8pm",
        ["busy 2026-10-12 18:00-20:00", "busy 2026-10-07 18:00-20:00", "busy 2026-10-08 18:00-20:00"],
    ),
    ("busy M/W/F evenings", ["busy 2026-10-07 18:00-23:00 FREQ=WEEKLY;BYDAY=MO,WE,FR"]),
    ("busy T, Th evenings", ["busy 2026-10-08 18:00-23:00 FREQ=WEEKLY;BYDAY=TU,TH"]),
    ("busy Tue & Th", ["busy 2026-10-13", "busy 2026-10-08"]),
    ("Mo-Fr 9-5", ["- 2026-10-07 09:00-17:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
    ("busy M-Th evenings", ["busy 2026-10-07 18:00-23:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"]),
    ("every Th evening", ["- 2026-10-08 18:00-23:00 FREQ=WEEKLY;BYDAY=TH"]),
    ("free Sa and Su", ["free 2026-10-10", "free 2026-10-11"]),
    ("busy Mo 7th and We 9th Dec", ["busy 2026-12-07", "busy 2026-12-09"]),
    ("Tu, We and Th work", ["free 2026-10-13", "free 2026-10-07", "free 2026-10-08"]),
    ("busy th evening", ["busy 2026-10-08 18:00-23:00"]),
    ("busy every M/W/F", ["busy 2026-10-07 FREQ=WEEKLY;BYDAY=MO,WE,FR"]),
]
WORDS = [
    ("busy th 5th", ["busy 2026-11-05"]),
    ("busy th 6th", ["busy 2026-11-06"]),
    ("busy th 5th Dec", ["busy 2026-12-05"]),
    ("busy th 7 and 8 Dec", ["busy 2026-12-07", "busy 2026-12-08"]),
    ("busy Tue & th 5th Nov", ["busy 2026-10-13", "busy 2026-11-05"]),
    ("busy Mon th 7th Dec", ["busy 2026-12-07"]),
    ("free th weekend", ["free 2026-10-10..2026-10-11"]),
    ("on th Friday", ["- 2026-10-09"]),
    ("free th evening of th 5th", ["free 2026-11-05 18:00-23:00"]),
    ("Friday, we can do", ["free 2026-10-09"]),
    ("free Friday and we can't do Sat", ["free 2026-10-09", "busy 2026-10-10"]),
    ("we're out Friday", ["busy 2026-10-09"]),
    ("Mo can't do Friday", ["busy 2026-10-09"]),
    ("need m/f vocals for Friday", ["- 2026-10-09"]),
]
UNCLEAR = [("busy F/S evenings", "unsupported"), ("working f/t", "not_understood")]


@pytest.mark.parametrize(("words", "expected"), SHORT)
def test_days_in_one_or_two_letters_are_days(rules, words, expected):
    assert rules(words) == expected


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_words_that_look_like_them_are_none(rules, words, expected):
    assert rules(words) == expected


@pytest.mark.parametrize(("words", "code"), UNCLEAR)
def test_a_letter_of_two_days_is_not_guessed(rules, words, code):
    assert rules(words) == [f"!{code}"]
