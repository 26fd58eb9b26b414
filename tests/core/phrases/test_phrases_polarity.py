"""Busy, free or maybe, and for which days."""

import pytest

KINDS = [
    ("free Sat", ["free 2026-10-10"]),
    ("not free Sat", ["busy 2026-10-10"]),
    ("not busy Sat", ["free 2026-10-10"]),
    ("can do Sat", ["free 2026-10-10"]),
    ("can't do Sat", ["busy 2026-10-10"]),
    ("Sat's good", ["free 2026-10-10"]),
    ("Sat no good", ["busy 2026-10-10"]),
    ("might be away Sat", ["maybe 2026-10-10"]),
    ("Sat is a maybe", ["maybe 2026-10-10"]),
    ("Sat if I get a lift", ["maybe 2026-10-10"]),
    ("nothing on the last week of Oct", ["free 2026-10-25..2026-10-31"]),
    ("nothing doing Sat", ["busy 2026-10-10"]),
    ("out the rest of the week", ["busy 2026-10-07..2026-10-11"]),
    ("back Saturday", ["busy 2026-10-07 11:20-00:00+3"]),
    ("only free Sat", ["free 2026-10-10"]),
    ("choir on Sat", ["- 2026-10-10"]),
    ("I work Saturdays", ["busy 2026-10-10 FREQ=WEEKLY;BYDAY=SA"]),
    ("Saturdays work", ["free 2026-10-10 FREQ=WEEKLY;BYDAY=SA"]),
    ("Fri yes, Sat no, Sun maybe", ["free 2026-10-09", "busy 2026-10-10", "maybe 2026-10-11"]),
    ("free Fri, Sat maybe", ["free 2026-10-09", "maybe 2026-10-10"]),
    ("busy Fri and Sat, free Sun", ["busy 2026-10-09", "busy 2026-10-10", "free 2026-10-11"]),
    ("Fri, Sat and Sun all out", ["busy 2026-10-09", "busy 2026-10-10", "busy 2026-10-11"]),
    (
        "work Mon-Fri till 6, off Saturdays",
        [
            "busy 2026-10-07 00:00-18:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "free 2026-10-10 FREQ=WEEKLY;BYDAY=SA",
        ],
    ),
    ("Nov: 3 yes, 4 no, 9 yes", ["free 2026-11-03", "busy 2026-11-04", "free 2026-11-09"]),
    ("✅ 3/11 ❌ 4/11", ["free 2026-11-03", "busy 2026-11-04"]),
    (
        "football Mondays 6-7, free after 8",
        [
            "- 2026-10-12 18:00-19:00 FREQ=WEEKLY;BYDAY=MO",
            "free 2026-10-12 20:00-00:00+1 FREQ=WEEKLY;BYDAY=MO",
        ],
    ),
    ("free Friday but not Saturday", ["free 2026-10-09", "busy 2026-10-10"]),
    ("yes to the 9th, no to the 10th", ["free 2026-10-09", "busy 2026-10-10"]),
    ("busy 2-5 Nov, free after that", ["busy 2026-11-02..2026-11-05"]),
    ("back on the 12th, free after that", ["busy 2026-10-07 11:20-00:00+5"]),
    ("can do Saturday, Sunday maybe", ["free 2026-10-10", "maybe 2026-10-11"]),
]

NEITHER = [
    ("neither Friday nor Saturday can I do", ["busy 2026-10-09", "busy 2026-10-10"]),
    ("I can do neither Friday nor Saturday", ["busy 2026-10-09", "busy 2026-10-10"]),
    ("neither 4 Dec nor 11 Dec suits me", ["busy 2026-12-04", "busy 2026-12-11"]),
    ("Friday neither in the afternoon nor in the evening works", ["busy 2026-10-09 12:00-23:00"]),
    ("neither Friday afternoon nor Saturday works", ["busy 2026-10-09 12:00-18:00", "busy 2026-10-10"]),
    ("can make neither Tuesdays nor Thursdays", ["busy 2026-10-08 FREQ=WEEKLY;BYDAY=TU,TH"]),
    ("neither Fri nor Sat, Sunday is fine", ["busy 2026-10-09", "busy 2026-10-10", "free 2026-10-11"]),
    (
        "can't do Friday or Saturday, Sunday is fine",
        ["busy 2026-10-09", "busy 2026-10-10", "free 2026-10-11"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), [*KINDS, *NEITHER])
def test_each_day_gets_its_kind(rules, words, expected):
    assert rules(words) == expected
