"""Days that come again."""

import pytest

REPEATED = [
    ("every Tuesday", ["- 2026-10-13 FREQ=WEEKLY;BYDAY=TU"]),
    ("Mondays and Thursdays", ["- 2026-10-08 FREQ=WEEKLY;BYDAY=MO,TH"]),
    ("weekdays", ["- 2026-10-07 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
    ("weekends in November", ["- 2026-11-01 FREQ=WEEKLY;UNTIL=20261130;BYDAY=SA,SU"]),
    ("Mon-Wed 9-5", ["- 2026-10-07 09:00-17:00 FREQ=WEEKLY;BYDAY=MO,TU,WE"]),
    ("every day", ["- 2026-10-07 FREQ=DAILY"]),
    ("alternate Sundays", ["- 2026-10-11 FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"]),
    ("every 3 weeks on Friday from 16 Oct", ["- 2026-10-16 FREQ=WEEKLY;INTERVAL=3;BYDAY=FR"]),
    ("fortnightly on Mondays, next one 19 Oct", ["- 2026-10-19 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"]),
    ("first Monday of the month", ["- 2026-11-02 FREQ=MONTHLY;BYDAY=1MO"]),
    ("2nd and 4th Tuesdays", ["- 2026-10-13 FREQ=MONTHLY;BYDAY=2TU,4TU"]),
    ("last Friday of every month", ["- 2026-10-30 FREQ=MONTHLY;BYDAY=-1FR"]),
    ("the 20th of every month", ["- 2026-10-20 FREQ=MONTHLY;BYMONTHDAY=20"]),
    ("next 5 Sundays", ["- 2026-10-11 FREQ=WEEKLY;COUNT=5;BYDAY=SU"]),
    ("every Saturday for 4 weeks from 7 Nov", ["- 2026-11-07 FREQ=WEEKLY;UNTIL=20261204;BYDAY=SA"]),
    (
        "Tuesdays and Thursdays in January and February",
        [
            "- 2027-01-05 FREQ=WEEKLY;UNTIL=20270131;BYDAY=TU,TH",
            "- 2027-02-02 FREQ=WEEKLY;UNTIL=20270228;BYDAY=TU,TH",
        ],
    ),
    ("every 25 December", ["- 2026-12-25 FREQ=YEARLY"]),
    ("every other year on 25 December", ["- 2026-12-25 FREQ=YEARLY;INTERVAL=2"]),
    ("Tuesdays, from 3 Nov to 1 Dec", ["- 2026-11-03 FREQ=WEEKLY;UNTIL=20261201;BYDAY=TU"]),
    ("every other Friday and Saturday from 16 Oct", ["- 2026-10-16 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,SA"]),
    ("weekdays (Mon to Fri) from 12 Oct", ["- 2026-10-12 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
    ("every Friday, 3 days each", ["- 2026-10-09..2026-10-11 FREQ=WEEKLY;BYDAY=FR"]),
    ("second Tuesday and fourth Tuesday of every month", ["- 2026-10-13 FREQ=MONTHLY;BYDAY=2TU,4TU"]),
    ("second to last day of every month", ["- 2026-10-30 FREQ=MONTHLY;BYMONTHDAY=-2"]),
    ("7 till 10 on a Monday", ["- 2026-10-12 19:00-22:00 FREQ=WEEKLY;BYDAY=MO"]),
    (
        "Mon-Thu after 7, Fri after 5",
        [
            "- 2026-10-07 19:00-00:00+1 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH",
            "- 2026-10-09 17:00-00:00+1 FREQ=WEEKLY;BYDAY=FR",
        ],
    ),
    (
        "Tuesdays 6-8, 10 weeks from 12 Jan",
        ["- 2027-01-12 18:00-20:00 FREQ=WEEKLY;UNTIL=20270322T235900;BYDAY=TU"],
    ),
    ("4-8 Jan, 10-6 each day", ["- 2027-01-04 10:00-18:00 FREQ=DAILY;UNTIL=20270108T235900"]),
    ("evenings during the week", ["- 2026-10-07 18:00-23:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
    ("once a month on the last Friday", ["- 2026-10-30 FREQ=MONTHLY;BYDAY=-1FR"]),
    ("third Friday of every other month", ["- 2026-10-16 FREQ=MONTHLY;INTERVAL=2;BYDAY=3FR"]),
    ("every 25 December", ["- 2026-12-25 FREQ=YEARLY"]),
]


@pytest.mark.parametrize(("words", "expected"), REPEATED)
def test_days_that_come_again_make_a_rule(rules, words, expected):
    assert rules(words) == expected
