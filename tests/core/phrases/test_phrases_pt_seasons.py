"""Months and weeks that come again every year, in Portuguese."""

import pytest

EVEN = ",".join(str(number) for number in range(2, 53, 2))
ODD = ",".join(str(number) for number in range(1, 54, 2))
SEASONS = [
    ("cada agosto", ["- 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("estou fora todos os agostos", ["busy 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("todo mês de agosto", ["- 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("em agosto todos os anos não posso", ["busy 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    (
        "a cada dois anos em agosto",
        ["- 2027-08-01 FREQ=YEARLY;INTERVAL=2;BYMONTH=8;BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    ("todas as sextas de junho a agosto todos os anos", ["- 2027-06-04 FREQ=WEEKLY;BYMONTH=6,7,8;BYDAY=FR"]),
    ("segundas de dezembro todos os anos", ["- 2026-12-07 FREQ=WEEKLY;BYMONTH=12;BYDAY=MO"]),
    ("toda primeira segunda-feira de maio", ["- 2027-05-03 FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"]),
    ("toda última sexta de novembro", ["- 2026-11-27 FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR"]),
    (
        "todo ano de 20 a 31 de dezembro",
        ["- 2026-12-20 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20,21,22,23,24,25,26,27,28,29,30,31"],
    ),
    ("todo 29 de fevereiro", ["- 2028-02-29 FREQ=YEARLY"]),
    ("semanas pares", [f"- 2026-10-12 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU"]),
    (
        "não posso nas semanas ímpares",
        [f"busy 2026-10-07 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    ("toda semana par", [f"- 2026-10-12 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU"]),
    ("terças à noite em semanas pares", [f"- 2026-10-13 19:00-00:00+1 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU"]),
    (
        "nas semanas impares das 19h às 21h",
        [f"- 2026-10-07 19:00-21:00 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    (
        "terças em semanas pares e quintas em semanas ímpares",
        [
            f"- 2026-10-13 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU",
            f"- 2026-10-08 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=TH",
        ],
    ),
    ("todas as terças exceto nas semanas pares", [f"- 2026-10-20 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=TU"]),
    ("em agosto", ["- 2027-08-01..2027-08-31"]),
]
REFUSED = [
    ("semanas pares e ímpares", "unsupported"),
    ("nos dias pares não posso", "unsupported"),
    ("no verão não posso", "unsupported"),
    ("todas as terças no verão", "unsupported"),
]


@pytest.mark.parametrize(("words", "expected"), SEASONS)
def test_portuguese_months_and_weeks_of_every_year_make_a_rule(rules, words, expected):
    assert rules(words, locale="pt-BR") == expected


@pytest.mark.parametrize(("words", "code"), REFUSED)
def test_portuguese_seasons_that_are_not_clear_are_asked_about(rules, words, code):
    assert rules(words, locale="pt-BR") == [f"!{code}"]
