"""Headings that name the month of the lines below them, as band leaders ask and players answer."""

import pytest

from core.marketplace.posts import NotAPost, Post, read_post
from core.scheduling.phrases.understanding import Context
from tests.core.phrases.conftest import NOW
from tests.core.phrases.tables import LOCALES

HEADINGS = [
    ("December availability:\n4th - no\n5th - yes", ["busy 2026-12-04", "free 2026-12-05"]),
    (
        "Dec dates:\n4th no\n5th yes\n6th maybe\n11th no",
        ["busy 2026-12-04", "free 2026-12-05", "maybe 2026-12-06", "busy 2026-12-11"],
    ),
    ("January dates\n9 yes\n16 no", ["free 2027-01-09", "busy 2027-01-16"]),
    (
        "My dates for December: free 5, 6, 12; busy 19, 20",
        ["free 2026-12-05", "free 2026-12-06", "free 2026-12-12", "busy 2026-12-19", "busy 2026-12-20"],
    ),
    ("Availability Jan\nFri 8 - yes\nSat 9 - no", ["free 2027-01-08", "busy 2027-01-09"]),
    ("January: 9 yes, 16 no", ["free 2027-01-09", "busy 2027-01-16"]),
    (
        "Dates for Jan 2028:\n8 - yes\n9, 10 - no\n15-17 maybe",
        ["free 2028-01-08", "busy 2028-01-09", "busy 2028-01-10", "maybe 2028-01-15..2028-01-17"],
    ),
    (
        "December:\n4 no\n5 yes\nJanuary:\n9 yes\n10 no",
        ["busy 2026-12-04", "free 2026-12-05", "free 2027-01-09", "busy 2027-01-10"],
    ),
    ("Dec:\n4th 7-9pm no\n5th yes", ["busy 2026-12-04 19:00-21:00", "free 2026-12-05"]),
    ("Available in December:\n4\n5", ["free 2026-12-04", "free 2026-12-05"]),
    ("Free in Jan: 9, 10 and 16", ["free 2027-01-09", "free 2027-01-10", "free 2027-01-16"]),
    ("December: Mondays no", ["busy 2026-12-07 FREQ=WEEKLY;UNTIL=20261231;BYDAY=MO"]),
]
OTHERS = [
    ("de", "Verfügbarkeit Dezember:\n4. nein\n5. ja\n6. vielleicht", "busy free maybe", "4 5 6"),
    ("de", "Termine im Januar\n9. ja\n16. nein", "free busy", "9 16"),
    ("fr", "Dispos janvier :\nsam 9 oui\ndim 10 non", "free busy", "9 10"),
    ("fr", "Mes dates pour décembre : libre 5, 6 ; pas dispo 19, 20", "free free busy busy", "5 6 19 20"),
    ("es", "Disponibilidad diciembre:\n4 no\n5 sí\n6 quizás", "busy free maybe", "4 5 6"),
    ("es", "Mis fechas de enero: libre 9; ocupado 15, 16", "free busy busy", "9 15 16"),
    ("pt", "Disponibilidade de janeiro:\n9 sim\n16 não", "free busy", "9 16"),
    ("pt", "Minhas datas para dezembro: livre 5, 6; ocupado 19", "free free busy", "5 6 19"),
]


@pytest.mark.parametrize(("words", "expected"), HEADINGS)
def test_a_heading_gives_the_month_and_says_nothing_of_its_own(rules, words, expected):
    assert rules(words) == expected


@pytest.mark.parametrize(("language", "words", "kinds", "days"), OTHERS)
def test_headings_in_other_languages(reading, language, words, kinds, days):
    found = reading(words, locale=LOCALES[language])
    assert found.problem is None
    assert " ".join(each.kind.value for each in found.statements) == kinds
    assert " ".join(str(each.rule.start.day) for each in found.statements) == days


@pytest.mark.parametrize(
    ("language", "words"),
    [*(("en", words) for words, _ in HEADINGS), *((each[0], each[1]) for each in OTHERS)],
)
def test_what_players_answer_is_no_gig_post(language, words):
    assert isinstance(read_post(words, Context(NOW, "Europe/London", LOCALES[language])), NotAPost)


@pytest.mark.parametrize(
    "words",
    [
        "Open dates December: 4th, 5th, 11th. 150 cap, get in touch with links",
        "Free dates in January: 9, 16, 23",
        "December dates:\n4th need 2 support, £100\n5th headliner wanted",
    ],
)
def test_open_dates_under_a_heading_stay_a_gig_post(words):
    assert isinstance(read_post(words, Context(NOW, "Europe/London", "en-GB")), Post)
