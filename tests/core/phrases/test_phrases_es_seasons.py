"""Months and weeks that come again every year, in Spanish."""

import pytest

EVEN = ",".join(str(number) for number in range(2, 53, 2))
ODD = ",".join(str(number) for number in range(1, 54, 2))
SEASONS = [
    ("cada agosto", ["- 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("todos los agostos estoy fuera", ["busy 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("todos los meses de agosto", ["- 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("en agosto todos los años no puedo", ["busy 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("cada dos años en agosto", ["- 2027-08-01 FREQ=YEARLY;INTERVAL=2;BYMONTH=8;BYDAY=MO,TU,WE,TH,FR,SA,SU"]),
    ("todos los viernes de junio a agosto cada año", ["- 2027-06-04 FREQ=WEEKLY;BYMONTH=6,7,8;BYDAY=FR"]),
    ("los lunes de diciembre todos los años", ["- 2026-12-07 FREQ=WEEKLY;BYMONTH=12;BYDAY=MO"]),
    ("cada primer lunes de mayo", ["- 2027-05-03 FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"]),
    ("el último viernes de noviembre todos los años", ["- 2026-11-27 FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR"]),
    (
        "cada año del 20 al 31 de diciembre",
        ["- 2026-12-20 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20,21,22,23,24,25,26,27,28,29,30,31"],
    ),
    ("cada 29 de febrero", ["- 2028-02-29 FREQ=YEARLY"]),
    ("semanas pares", [f"- 2026-10-12 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU"]),
    (
        "no puedo las semanas impares",
        [f"busy 2026-10-07 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    ("cada semana par", [f"- 2026-10-12 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU"]),
    (
        "los martes por la noche en semanas pares",
        [f"- 2026-10-13 19:00-00:00+1 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU"],
    ),
    (
        "en semanas pares de 19 a 21h",
        [f"- 2026-10-12 19:00-21:00 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    (
        "los martes en semanas pares y los jueves en semanas impares",
        [
            f"- 2026-10-13 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU",
            f"- 2026-10-08 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=TH",
        ],
    ),
    ("todos los martes menos las semanas pares", [f"- 2026-10-20 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=TU"]),
    ("en agosto", ["- 2027-08-01..2027-08-31"]),
]
REFUSED = [
    ("semanas pares e impares", "unsupported"),
    ("los días pares no puedo", "unsupported"),
    ("en verano no puedo", "unsupported"),
    ("todos los martes en verano", "unsupported"),
]


@pytest.mark.parametrize(("words", "expected"), SEASONS)
def test_spanish_months_and_weeks_of_every_year_make_a_rule(rules, words, expected):
    assert rules(words, locale="es-ES") == expected


@pytest.mark.parametrize(("words", "code"), REFUSED)
def test_spanish_seasons_that_are_not_clear_are_asked_about(rules, words, code):
    assert rules(words, locale="es-ES") == [f"!{code}"]
