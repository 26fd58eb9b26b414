"""Single days, however they are named."""

import pytest

DAYS = [
    ("busy Saturday", ["busy 2026-10-10"]),
    ("away this Friday", ["busy 2026-10-09"]),
    ("next Friday", ["- 2026-10-16"]),
    ("busy today", ["busy 2026-10-07"]),
    ("the day after tomorrow", ["- 2026-10-09"]),
    ("free on the 9th", ["free 2026-10-09"]),
    ("can't do the 3rd", ["busy 2026-11-03"]),
    ("14 Nov", ["- 2026-11-14"]),
    ("November 14th", ["- 2026-11-14"]),
    ("14/11", ["- 2026-11-14"]),
    ("14.11.", ["- 2026-11-14"]),
    ("14/11/2026", ["- 2026-11-14"]),
    ("2026-11-14", ["- 2026-11-14"]),
    ("Sat 14 Nov", ["- 2026-11-14"]),
    ("14 Nov, Saturday", ["- 2026-11-14"]),
    ("Tuesday evening Nov 24th", ["- 2026-11-24 18:00-23:00"]),
    ("in 10 days", ["- 2026-10-17"]),
    ("in a fortnight", ["- 2026-10-21"]),
    ("three weeks on Saturday", ["- 2026-10-31"]),
    ("Monday week", ["- 2026-10-19"]),
    ("Halloween", ["- 2026-10-31"]),
    ("Boxing Day 2027", ["- 2027-12-26"]),
    ("last Sunday of November", ["- 2026-11-29"]),
    ("7 Oct", ["- 2026-10-07"]),
    ("6 Oct", ["- 2027-10-06"]),
    ("the day before Halloween", ["- 2026-10-30"]),
    ("the day after the 5th", ["- 2026-11-06"]),
    ("Sat 10 - all day", ["- 2026-10-10"]),
]


@pytest.mark.parametrize(("words", "expected"), DAYS)
def test_a_day_is_found(rules, words, expected):
    assert rules(words) == expected


MONTH_FIRST = [
    ("11/14", ["- 2026-11-14"]),
    ("14/11", ["- 2026-11-14"]),
    ("3/4", ["- 2027-03-04"]),
]


@pytest.mark.parametrize(("words", "expected"), MONTH_FIRST)
def test_american_dates_are_month_first_unless_they_cannot_be(rules, words, expected):
    assert rules(words, locale="en-US") == expected
