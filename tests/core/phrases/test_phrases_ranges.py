"""Stretches of days."""

import pytest

from tests.core.phrases.tables import LOCALES

STRETCHES = [
    ("away 5-9 Nov", ["busy 2026-11-05..2026-11-09"]),
    ("5th to 9th November", ["- 2026-11-05..2026-11-09"]),
    ("Nov 5 - 9", ["- 2026-11-05..2026-11-09"]),
    ("from Thu 5 until Mon 9 Nov", ["- 2026-11-05..2026-11-09"]),
    ("28 Dec - 3 Jan", ["- 2026-12-28..2027-01-03"]),
    ("28/12-3/1", ["- 2026-12-28..2027-01-03"]),
    ("away 1 Oct to 20 Oct", ["busy 2026-10-01..2026-10-20"]),
    ("Thursday to Sunday", ["- 2026-10-08..2026-10-11"]),
    ("Fri 6pm to Sun 4pm", ["- 2026-10-09 18:00-16:00+2"]),
    ("from 9pm Friday until noon Sunday", ["- 2026-10-09 21:00-12:00+2"]),
    ("next week", ["- 2026-10-12..2026-10-18"]),
    ("this week", ["- 2026-10-07..2026-10-11"]),
    ("all weekend", ["- 2026-10-10..2026-10-11"]),
    ("next weekend", ["- 2026-10-17..2026-10-18"]),
    ("weekend of the 21st Nov", ["- 2026-11-21..2026-11-22"]),
    ("w/c 16 Nov", ["- 2026-11-16..2026-11-22"]),
    ("November", ["- 2026-11-01..2026-11-30"]),
    ("early December", ["- 2026-12-01..2026-12-10"]),
    ("first two weeks of November", ["- 2026-11-01..2026-11-14"]),
    ("second half of January", ["- 2027-01-16..2027-01-31"]),
    ("rest of the month", ["- 2026-10-07..2026-10-31"]),
    ("for 2 weeks from 2 Nov", ["- 2026-11-02..2026-11-15"]),
    ("between Christmas and New Year", ["- 2026-12-26..2026-12-31"]),
    ("in the studio 4-8 Jan", ["- 2027-01-04..2027-01-08"]),
    ("school holidays 19 Dec to 3 Jan", ["- 2026-12-19..2027-01-03"]),
    ("from the 20th to the 3rd", ["- 2026-10-20..2026-11-03"]),
    ("3pm on the 4th until noon on the 6th", ["- 2026-11-04 15:00-12:00+2"]),
]


@pytest.mark.parametrize(("words", "expected"), STRETCHES)
def test_a_stretch_is_found(rules, words, expected):
    assert rules(words) == expected


@pytest.mark.parametrize(
    ("language", "weekday", "last"),
    [
        *(("en", "Mon", 14), ("en", "Tue", 15), ("de", "Mo", 14), ("de", "Di", 15)),
        *(("fr", "lun", 14), ("fr", "mer", 16), ("es", "lun", 14), ("es", "mié", 16)),
        *(("pt", "seg", 14), ("pt", "ter", 15)),
    ],
)
def test_a_figure_before_a_date_begins_a_range_whatever_its_weekday(rules, language, weekday, last):
    expected = [f"- 2026-12-12..2026-12-{last}"]
    assert rules(f"12 - {weekday} {last}.12.", locale=LOCALES[language]) == expected


def test_a_figure_is_asked_about_where_its_range_may_end_at_another_day(reading):
    problem = reading("12 - 15.12. 5pm 20.12.").problem
    assert (problem.code, problem.words) == ("ambiguous", "12")


EXCEPT_SATURDAY = {
    "en": "except Saturday",
    "de": "außer Samstag",
    "fr": "sauf samedi",
    "es": "excepto sábado",
    "pt": "exceto sábado",
}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Fri 5pm to 8pm Sunday"),
        ("en", "5pm Fri to 8pm Sunday"),
        ("en", "8pm Fri - Sun 6pm"),
        ("de", "Fr 17 Uhr bis 20 Uhr Sonntag"),
        ("fr", "ven 17h à 20h dimanche"),
        ("es", "vie 17h a 20h domingo"),
        ("pt", "sex 17h às 20h domingo"),
    ],
)
def test_a_range_is_quoted_with_both_its_days_and_hours(reading, language, words):
    found = reading(f"{words} {EXCEPT_SATURDAY[language]}", locale=LOCALES[language])
    assert found.problem.words == words
