"""What is left out."""

import pytest

from tests.core.phrases.tables import LOCALES

EXCEPTIONS = [
    ("every Friday except the 23rd", ["- 2026-10-09 FREQ=WEEKLY;BYDAY=FR not 2026-10-23"]),
    ("every Friday except 23 Oct and 6 Nov", ["- 2026-10-09 FREQ=WEEKLY;BYDAY=FR not 2026-10-23 2026-11-06"]),
    ("weekdays except Wednesdays", ["- 2026-10-08 FREQ=WEEKLY;BYDAY=MO,TU,TH,FR"]),
    ("any night but Monday", ["free 2026-10-07 19:00-00:00+1 FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU"]),
    ("away all November apart from the 14th", ["busy 2026-11-01..2026-11-13", "busy 2026-11-15..2026-11-30"]),
    ("Tuesdays bar the first one of the month", ["- 2026-10-13 FREQ=MONTHLY;BYDAY=2TU,3TU,4TU,5TU"]),
    (
        "Saturdays in November but not the 14th",
        ["- 2026-11-07 FREQ=WEEKLY;UNTIL=20261130;BYDAY=SA not 2026-11-14"],
    ),
    (
        "every day next week except Thursday",
        ["- 2026-10-12 FREQ=WEEKLY;UNTIL=20261018;BYDAY=MO,TU,WE,FR,SA,SU"],
    ),
    ("daily in November except weekends", ["- 2026-11-02 FREQ=WEEKLY;UNTIL=20261130;BYDAY=MO,TU,WE,TH,FR"]),
    ("busy all day Friday except 2-4pm", ["busy 2026-10-09 00:00-14:00", "busy 2026-10-09 16:00-00:00+1"]),
    (
        "no Fridays, not the 11th of November either",
        ["busy 2026-10-09 FREQ=WEEKLY;BYDAY=FR", "busy 2026-11-11"],
    ),
    (
        "all weekend except Sunday evening",
        ["- 2026-10-10", "- 2026-10-11 00:00-18:00", "- 2026-10-11 23:00-00:00+1"],
    ),
    (
        "busy every day except Monday evenings",
        [
            "busy 2026-10-07 FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU",
            "busy 2026-10-12 00:00-18:00 FREQ=WEEKLY;BYDAY=MO",
            "busy 2026-10-12 23:00-00:00+1 FREQ=WEEKLY;BYDAY=MO",
        ],
    ),
    (
        "weeknights except Friday night",
        [
            "- 2026-10-07 18:00-23:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH",
            "- 2026-10-09 18:00-19:00 FREQ=WEEKLY;BYDAY=FR",
        ],
    ),
    (
        "free evenings except Wednesday evening",
        ["free 2026-10-08 18:00-23:00 FREQ=WEEKLY;BYDAY=MO,TU,TH,FR,SA,SU"],
    ),
    (
        "away 2-4 Nov except the 3rd pm",
        [
            "busy 2026-11-02",
            "busy 2026-11-04",
            "busy 2026-11-03 00:00-12:00",
            "busy 2026-11-03 23:00-00:00+1",
        ],
    ),
    (
        "Mondays except 19 Oct evening",
        [
            "- 2026-10-12 FREQ=WEEKLY;BYDAY=MO not 2026-10-19",
            "- 2026-10-19 00:00-18:00",
            "- 2026-10-19 23:00-00:00+1",
        ],
    ),
    (
        "all weekend except Sunday 2-5pm",
        ["- 2026-10-10", "- 2026-10-11 00:00-14:00", "- 2026-10-11 17:00-00:00+1"],
    ),
    (
        "free Saturday except Saturday morning",
        ["free 2026-10-10 00:00-08:00", "free 2026-10-10 12:00-00:00+1"],
    ),
    (
        "Mondays, from 12 Oct to 2 Nov, not on 19 and 26 Oct",
        [
            "- 2026-10-12 FREQ=WEEKLY;UNTIL=20261102;BYDAY=MO not 2026-10-19 2026-10-26",
        ],
    ),
    ("every Monday except 12 Oct, until 2 Nov", ["- 2026-10-19 FREQ=WEEKLY;UNTIL=20261102;BYDAY=MO"]),
    ("free Friday but not Saturday", ["free 2026-10-09", "busy 2026-10-10"]),
    (
        "free after 6 except on Tuesdays and Fridays",
        ["free 2026-10-07 18:00-00:00+1 FREQ=WEEKLY;BYDAY=MO,WE,TH,SA,SU"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), EXCEPTIONS)
def test_what_is_left_out_is_taken_out(rules, words, expected):
    assert rules(words) == expected


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Tuesdays except the first, second, third, fourth and fifth Tuesday of the month"),
        (
            "en",
            "Tuesdays except the last, 2nd to last, 3rd to last, 4th to last, 5th to last Tuesday of the month",
        ),
        ("de", "dienstags außer am ersten, zweiten, dritten, vierten und fünften Dienstag im Monat"),
        ("fr", "le mardi sauf le premier, deuxième, troisième, quatrième et cinquième mardi du mois"),
        ("es", "los martes excepto el primer, segundo, tercer, cuarto y quinto martes del mes"),
        ("pt", "sábados exceto o primeiro, segundo, terceiro, quarto e quinto sábado do mês"),
    ],
)
def test_leaving_out_every_one_of_a_weekday_is_asked_about(rules, language, words):
    assert rules(words, locale=LOCALES[language]) == ["!not_an_occurrence"]
