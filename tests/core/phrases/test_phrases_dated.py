"""Dates behind a weekday that comes again: they are what is said."""

import pytest

DATED = [
    ("busy weekends 12/13 and 19/20 Dec", ["busy 2026-12-12..2026-12-13", "busy 2026-12-19..2026-12-20"]),
    (
        "weekends 12-13 and 19-20 December are out",
        ["busy 2026-12-12..2026-12-13", "busy 2026-12-19..2026-12-20"],
    ),
    (
        "the weekends of 12 and 19 Dec I'm away",
        ["busy 2026-12-12..2026-12-13", "busy 2026-12-19..2026-12-20"],
    ),
    ("free Fridays 4 & 18 Dec", ["free 2026-12-04", "free 2026-12-18"]),
    ("free Fridays (4 and 18 Dec) and 8 Jan", ["free 2026-12-04", "free 2026-12-18", "free 2027-01-08"]),
    ("every Friday in December: 4, 11, 18", ["- 2026-12-04", "- 2026-12-11", "- 2026-12-18"]),
    ("Tuesdays 1 & 8 Dec, 7-9pm", ["- 2026-12-01 19:00-21:00", "- 2026-12-08 19:00-21:00"]),
    ("maybe Sundays 6 and 13 Dec", ["maybe 2026-12-06", "maybe 2026-12-13"]),
    ("can't do Fridays, 4, 11 and 18 Dec", ["busy 2026-12-04", "busy 2026-12-11", "busy 2026-12-18"]),
    ("busy Fri evenings 4/12, 11/12", ["busy 2026-12-04 18:00-23:00", "busy 2026-12-11 18:00-23:00"]),
    (
        "Mon and Wed evenings 7, 9, 14, 16 Dec",
        [
            "- 2026-12-07 18:00-23:00",
            "- 2026-12-09 18:00-23:00",
            "- 2026-12-14 18:00-23:00",
            "- 2026-12-16 18:00-23:00",
        ],
    ),
    ("first Friday of the month: 4 Dec, 1 Jan", ["- 2026-12-04", "- 2027-01-01"]),
    ("every Wed in Feb (3, 10, 17, 24)", ["- 2027-02-03 FREQ=WEEKLY;UNTIL=20270228;BYDAY=WE"]),
    ("Wednesdays 2-16 Dec", ["- 2026-12-02 FREQ=WEEKLY;UNTIL=20261216;BYDAY=WE"]),
    ("every other Friday (4 Dec)", ["- 2026-12-04 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"]),
    (
        "can't do Mondays, 4 and 11 Dec",
        ["busy 2026-10-12 FREQ=WEEKLY;BYDAY=MO", "busy 2026-12-04", "busy 2026-12-11"],
    ),
    (
        "Fridays I'm busy, 4 and 11 Dec free",
        ["busy 2026-10-09 FREQ=WEEKLY;BYDAY=FR", "free 2026-12-04", "free 2026-12-11"],
    ),
    ("every Friday and 20 Dec busy", ["busy 2026-10-09 FREQ=WEEKLY;BYDAY=FR", "busy 2026-12-20"]),
    ("every Friday 4 Dec", ["!ambiguous"]),
    ("busy Fridays 4 & 19 Dec", ["!weekday_mismatch"]),
]


@pytest.mark.parametrize(("words", "expected"), DATED)
def test_dates_behind_a_weekday_are_the_statement_unless_a_stretch_says_more(rules, words, expected):
    assert rules(words) == expected


def test_one_date_behind_a_weekday_is_asked_about(offered):
    assert offered("busy every Friday 4 Dec") == [
        ["busy 2026-12-04"],
        ["busy 2026-12-04 FREQ=WEEKLY;BYDAY=FR"],
    ]


def test_a_date_that_is_not_on_the_weekday_is_asked_about(offered):
    assert offered("busy Fridays 4 & 19 Dec") == [["busy 2026-12-04", "busy 2026-12-18"]]
