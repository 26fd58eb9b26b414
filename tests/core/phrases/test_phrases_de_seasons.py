"""Months and weeks that come again every year, in German."""

import pytest

EVEN = ",".join(str(number) for number in range(2, 53, 2))
ODD = ",".join(str(number) for number in range(1, 54, 2))
SEASONS = [
    ("jeden August", ["- 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("jeden August bin ich weg", ["busy 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("im August jedes Jahr keine Zeit", ["busy 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("jährlich im August weg", ["busy 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("jeden Juni bis August", ["- 2027-06-01 FREQ=DAILY;BYMONTH=6,7,8"]),
    ("jeden Freitag von Juni bis August jedes Jahr", ["- 2027-06-04 FREQ=WEEKLY;BYMONTH=6,7,8;BYDAY=FR"]),
    (
        "montags im Dezember jedes Jahr bis 2029",
        ["- 2026-12-07 FREQ=WEEKLY;UNTIL=20281231;BYMONTH=12;BYDAY=MO"],
    ),
    ("jeden letzten Freitag im November", ["- 2026-11-27 FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR"]),
    ("jedes Jahr am ersten Montag im Mai", ["- 2027-05-03 FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"]),
    (
        "jedes Jahr vom 20. bis 31. Dezember",
        ["- 2026-12-20 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20,21,22,23,24,25,26,27,28,29,30,31"],
    ),
    ("jeden 29. Februar", ["- 2028-02-29 FREQ=YEARLY"]),
    (
        "alle zwei Jahre im August",
        ["- 2027-08-01 FREQ=YEARLY;INTERVAL=2;BYMONTH=8;BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    ("gerade Wochen", [f"- 2026-10-12 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU"]),
    (
        "in ungeraden Wochen keine Zeit",
        [f"busy 2026-10-07 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    ("in geraden KW dienstags keine Zeit", [f"busy 2026-10-13 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU"]),
    (
        "in den geraden Kalenderwochen abends",
        [f"- 2026-10-12 18:00-23:00 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    (
        "dienstags in ungeraden Wochen ab 19 Uhr",
        [f"- 2026-10-20 19:00-00:00+1 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=TU"],
    ),
    ("freitags nur in ungeraden Wochen", [f"free 2026-10-09 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=FR"]),
    ("jeden Dienstag außer in geraden Wochen", [f"- 2026-10-20 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=TU"]),
    ("Di und Do 19 Uhr (gerade KW)", [f"- 2026-10-13 19:00-? FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU,TH"]),
    (
        "dienstags in geraden Wochen, aber nicht in KW 12",
        [f"- 2026-10-13 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU not 2027-03-23"],
    ),
    ("erster Montag im Mai", ["- 2027-05-03"]),
    ("im August", ["- 2027-08-01..2027-08-31"]),
]
REFUSED = [
    ("gerade und ungerade Wochen", "unsupported"),
    ("dienstags in geraden und donnerstags in ungeraden Wochen", "unsupported"),
    ("an geraden Tagen kann ich nicht", "unsupported"),
    ("ich kann gerade nicht", "not_understood"),
    ("jeden Sommer keine Zeit", "unsupported"),
]


@pytest.mark.parametrize(("words", "expected"), SEASONS)
def test_german_months_and_weeks_of_every_year_make_a_rule(rules, words, expected):
    assert rules(words, locale="de-DE") == expected


@pytest.mark.parametrize(("words", "code"), REFUSED)
def test_german_seasons_that_are_not_clear_are_asked_about(rules, words, code):
    assert rules(words, locale="de-DE") == [f"!{code}"]
