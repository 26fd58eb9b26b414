"""Months and weeks that come again every year, in French."""

import pytest

EVEN = ",".join(str(number) for number in range(2, 53, 2))
ODD = ",".join(str(number) for number in range(1, 54, 2))
SEASONS = [
    ("chaque août", ["- 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("je suis pas là chaque août", ["busy 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("tous les mois d'août", ["- 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("en août chaque année", ["- 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("tous les ans en août pas dispo", ["busy 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    (
        "tous les deux ans en août",
        ["- 2027-08-01 FREQ=YEARLY;INTERVAL=2;BYMONTH=8;BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    ("tous les vendredis de juin à août chaque année", ["- 2027-06-04 FREQ=WEEKLY;BYMONTH=6,7,8;BYDAY=FR"]),
    ("les lundis de décembre tous les ans", ["- 2026-12-07 FREQ=WEEKLY;BYMONTH=12;BYDAY=MO"]),
    ("chaque premier lundi de mai", ["- 2027-05-03 FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"]),
    ("tous les derniers vendredis de novembre", ["- 2026-11-27 FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR"]),
    (
        "chaque année du 20 au 31 décembre",
        ["- 2026-12-20 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20,21,22,23,24,25,26,27,28,29,30,31"],
    ),
    ("chaque 29 février", ["- 2028-02-29 FREQ=YEARLY"]),
    ("les semaines paires", [f"- 2026-10-12 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU"]),
    (
        "pas dispo les semaines impaires",
        [f"busy 2026-10-07 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    ("le mardi soir en semaine paire", [f"- 2026-10-13 18:00-23:00 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU"]),
    (
        "les mardis des semaines paires de 19h à 21h",
        [f"- 2026-10-13 19:00-21:00 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU"],
    ),
    (
        "le mardi les semaines paires et le jeudi les semaines impaires",
        [
            f"- 2026-10-13 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU",
            f"- 2026-10-08 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=TH",
        ],
    ),
    ("tous les mardis sauf les semaines paires", [f"- 2026-10-20 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=TU"]),
    ("semaine 12 pas dispo", ["busy 2027-03-22..2027-03-28"]),
    ("en août", ["- 2027-08-01..2027-08-31"]),
]
REFUSED = [
    ("semaines paires et impaires", "unsupported"),
    ("les jours pairs je peux pas", "unsupported"),
    ("en été je peux pas", "unsupported"),
    ("tous les mardis en été", "unsupported"),
]


@pytest.mark.parametrize(("words", "expected"), SEASONS)
def test_french_months_and_weeks_of_every_year_make_a_rule(rules, words, expected):
    assert rules(words, locale="fr-FR") == expected


@pytest.mark.parametrize(("words", "code"), REFUSED)
def test_french_seasons_that_are_not_clear_are_asked_about(rules, words, code):
    assert rules(words, locale="fr-FR") == [f"!{code}"]
