"""Months and weeks that come again every year."""

import pytest

EVEN = ",".join(str(number) for number in range(2, 53, 2))
ODD = ",".join(str(number) for number in range(1, 54, 2))
SEASONS = [
    ("every August", ["- 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("busy every August", ["busy 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("away every August and December", ["busy 2026-12-01 FREQ=DAILY;BYMONTH=8,12"]),
    ("every June to August", ["- 2027-06-01 FREQ=DAILY;BYMONTH=6,7,8"]),
    ("every November to February", ["- 2026-11-01 FREQ=DAILY;BYMONTH=1,2,11,12"]),
    ("every year in August", ["- 2027-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("from June to August every year", ["- 2027-06-01 FREQ=DAILY;BYMONTH=6,7,8"]),
    ("every Friday from June to August each year", ["- 2027-06-04 FREQ=WEEKLY;BYMONTH=6,7,8;BYDAY=FR"]),
    ("Mondays in December every year", ["- 2026-12-07 FREQ=WEEKLY;BYMONTH=12;BYDAY=MO"]),
    ("Fridays every August", ["- 2027-08-06 FREQ=WEEKLY;BYMONTH=8;BYDAY=FR"]),
    ("every August evening", ["- 2027-08-01 18:00-23:00 FREQ=DAILY;BYMONTH=8"]),
    ("every August weekend", ["- 2027-08-01 FREQ=WEEKLY;BYMONTH=8;BYDAY=SA,SU"]),
    ("every first Monday in May", ["- 2027-05-03 FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"]),
    ("the first Monday in May every year", ["- 2027-05-03 FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"]),
    (
        "every last Friday of November from 8pm",
        ["- 2026-11-27 20:00-00:00+1 FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR"],
    ),
    ("every second and fourth Tuesday in March", ["- 2027-03-09 FREQ=YEARLY;BYMONTH=3;BYDAY=2TU,4TU"]),
    ("the last Saturday of June and July every year", ["- 2027-06-26 FREQ=YEARLY;BYMONTH=6,7;BYDAY=-1SA"]),
    (
        "every year from 20 to 31 December",
        ["- 2026-12-20 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20,21,22,23,24,25,26,27,28,29,30,31"],
    ),
    (
        "every 10-20 August",
        ["- 2027-08-10 FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=10,11,12,13,14,15,16,17,18,19,20"],
    ),
    ("every 24 and 31 December", ["- 2026-12-24 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,31"]),
    ("every 29 February", ["- 2028-02-29 FREQ=YEARLY"]),
    (
        "every two years in August",
        ["- 2027-08-01 FREQ=YEARLY;INTERVAL=2;BYMONTH=8;BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    ("every August until 2029", ["- 2027-08-01 FREQ=DAILY;UNTIL=20281231;BYMONTH=8"]),
    ("every August from 2028", ["- 2028-08-01 FREQ=DAILY;BYMONTH=8"]),
    ("every August except the 15th", ["- 2027-08-01 FREQ=DAILY;BYMONTH=8 not 2027-08-15"]),
    ("every August except Mondays", ["- 2027-08-01 FREQ=WEEKLY;BYMONTH=8;BYDAY=TU,WE,TH,FR,SA,SU"]),
    ("every August for 3 years", ["- 2027-08-01 FREQ=DAILY;UNTIL=20291006;BYMONTH=8"]),
    (
        "every Tuesday except every August",
        ["- 2026-10-13 FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=TU"],
    ),
    ("even weeks", [f"- 2026-10-12 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU"]),
    ("busy in odd weeks", [f"busy 2026-10-07 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=MO,TU,WE,TH,FR,SA,SU"]),
    ("every even week", [f"- 2026-10-12 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU"]),
    ("Tuesdays in even weeks", [f"- 2026-10-13 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU"]),
    ("Tuesdays, in even weeks", [f"- 2026-10-13 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU"]),
    (
        "in even weeks on Tuesday and Thursday 7-9pm",
        [f"- 2026-10-13 19:00-21:00 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU,TH"],
    ),
    ("weekends in odd weeks", [f"- 2026-10-10 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=SA,SU"]),
    ("even weeks Mon-Wed 6-8pm", [f"- 2026-10-12 18:00-20:00 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE"]),
    (
        "Tuesdays in even weeks until Easter",
        [f"- 2026-10-13 FREQ=YEARLY;UNTIL=20270328;BYWEEKNO={EVEN};BYDAY=TU"],
    ),
    (
        "Tuesdays in even weeks, not in week 12",
        [f"- 2026-10-13 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU not 2027-03-23"],
    ),
    ("Fridays in uneven weeks", [f"- 2026-10-09 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=FR"]),
    ("the first Monday of every May", ["- 2027-05-03 FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"]),
    ("Tue and Thu (even weeks)", [f"- 2026-10-13 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU,TH"]),
    ("every Tuesday except in even weeks", [f"- 2026-10-20 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=TU"]),
    (
        "even weeks in December",
        [f"- 2026-12-07 FREQ=YEARLY;UNTIL=20261231;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ),
    (
        "Tuesdays in even weeks in December every year",
        [f"- 2026-12-08 FREQ=YEARLY;BYMONTH=12;BYWEEKNO={EVEN};BYDAY=TU"],
    ),
    (
        "free in even weeks, busy in odd weeks",
        [
            f"free 2026-10-12 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=MO,TU,WE,TH,FR,SA,SU",
            f"busy 2026-10-07 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=MO,TU,WE,TH,FR,SA,SU",
        ],
    ),
    (
        "Tuesdays in even weeks and Thursdays in odd weeks",
        [
            f"- 2026-10-13 FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=TU",
            f"- 2026-10-08 FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=TH",
        ],
    ),
    (
        "busy every August and every Friday",
        ["busy 2027-08-01 FREQ=DAILY;BYMONTH=8", "busy 2026-10-09 FREQ=WEEKLY;BYDAY=FR"],
    ),
    ("every Tuesday, not in week 12", ["- 2026-10-13 FREQ=WEEKLY;BYDAY=TU not 2027-03-23"]),
    ("busy in week 12", ["busy 2027-03-22..2027-03-28"]),
    ("in August", ["- 2027-08-01..2027-08-31"]),
    ("every Friday from June to August", ["- 2027-06-04 FREQ=WEEKLY;UNTIL=20270831;BYDAY=FR"]),
    ("first Monday in May", ["- 2027-05-03"]),
]
REFUSED = [
    ("every August from the 10th", "ambiguous"),
    ("every August from 10 to 20", "ambiguous"),
    ("every August 3 times", "ambiguous"),
    ("in even weeks, Tuesdays", "ambiguous"),
    ("even and odd weeks", "unsupported"),
    ("Tuesdays in even and Thursdays in odd weeks", "unsupported"),
    ("the odd week", "unsupported"),
    ("every other Tuesday in even weeks", "unsupported"),
    ("every other Friday from June to August every year", "unsupported"),
    ("Fridays every August and Mondays every December", "ambiguous"),
    ("first Monday of the month in even weeks", "ambiguous"),
    ("5 December in even weeks", "ambiguous"),
    ("even weeks except Tuesday evening", "unsupported"),
    ("every Tuesday in even weeks except the 15th", "not_an_occurrence"),
    ("every 30 February", "impossible_date"),
    ("every summer", "unsupported"),
    ("every Tuesday in summer", "unsupported"),
    ("every Christmas", "unsupported"),
    ("every year from 20 December to 3 January", "unsupported"),
    ("Tuesdays in school weeks", "unsupported"),
    ("I can't even do weeks like that", "not_understood"),
    ("I can't even", "not_understood"),
]


@pytest.mark.parametrize(("words", "expected"), SEASONS)
def test_months_and_weeks_of_every_year_make_a_rule(rules, words, expected):
    assert rules(words) == expected


@pytest.mark.parametrize(("words", "code"), REFUSED)
def test_seasons_that_are_not_clear_are_asked_about(rules, words, code):
    assert rules(words) == [f"!{code}"]
