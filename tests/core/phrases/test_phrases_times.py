"""Times of day."""

import pytest

TIMES = [
    ("Sat 7-9", ["- 2026-10-10 19:00-21:00"]),
    ("Sat 7-9am", ["- 2026-10-10 07:00-09:00"]),
    ("Sat 9-5", ["- 2026-10-10 09:00-17:00"]),
    ("Sat 10pm-1am", ["- 2026-10-10 22:00-01:00+1"]),
    ("Sat 11-1pm", ["- 2026-10-10 11:00-13:00"]),
    ("Sat 19:30-22:00", ["- 2026-10-10 19:30-22:00"]),
    ("Sat 1930-2200", ["- 2026-10-10 19:30-22:00"]),
    ("Sat 7.30pm", ["- 2026-10-10 19:30-?"]),
    ("Sat at half six", ["- 2026-10-10 18:30-?"]),
    ("Sat after 8", ["- 2026-10-10 20:00-00:00+1"]),
    ("Sat before noon", ["- 2026-10-10 00:00-12:00"]),
    ("Sat till 4", ["- 2026-10-10 00:00-16:00"]),
    ("Sat from 3pm till late", ["- 2026-10-10 15:00-02:00+1"]),
    ("Sat between 2 and 4", ["- 2026-10-10 14:00-16:00"]),
    ("Sat morning", ["- 2026-10-10 08:00-12:00"]),
    ("late Saturday afternoon", ["- 2026-10-10 14:00-18:00"]),
    ("Saturday nights", ["- 2026-10-10 19:00-00:00+1 FREQ=WEEKLY;BYDAY=SA"]),
    ("tonight", ["- 2026-10-07 19:00-00:00+1"]),
    ("tomorrow at 7 for 2 hours", ["- 2026-10-08 19:00-21:00"]),
    ("Sat evening at 8", ["- 2026-10-10 20:00-?"]),
    ("Sat 12-3", ["- 2026-10-10 12:00-15:00"]),
    ("every evening", ["- 2026-10-07 18:00-23:00 FREQ=DAILY"]),
    ("Fri and Sat evenings", ["- 2026-10-09 18:00-23:00 FREQ=WEEKLY;BYDAY=FR,SA"]),
    ("7-9 Nov evenings", ["- 2026-11-07 18:00-23:00 FREQ=DAILY;UNTIL=20261109T235900"]),
    ("Sat afternoon from 3", ["- 2026-10-10 15:00-18:00"]),
    ("early Saturday morning", ["- 2026-10-10 06:00-10:00"]),
    ("Sat pm", ["- 2026-10-10 12:00-23:00"]),
    ("Sat am", ["- 2026-10-10 08:00-12:00"]),
    ("Fri 9th pm and Sat 10th am", ["- 2026-10-09 12:00-23:00", "- 2026-10-10 08:00-12:00"]),
    ("Tuesdays pm", ["- 2026-10-13 12:00-23:00 FREQ=WEEKLY;BYDAY=TU"]),
    ("Sat 10:00-11:30", ["- 2026-10-10 10:00-11:30"]),
    ("Fri 10:30 to Sun 16:00", ["- 2026-10-09 10:30-16:00+2"]),
    ("Sat 21:00-07:30 the next day", ["- 2026-10-10 21:00-07:30+1"]),
    ("2nd Nov - 6th Nov, evenings", ["- 2026-11-02 18:00-23:00 FREQ=DAILY;UNTIL=20261106T235900"]),
    ("I finish work at 5 on Mondays", ["busy 2026-10-12 00:00-17:00 FREQ=WEEKLY;BYDAY=MO"]),
    ("I don't finish till 7 on Saturday", ["busy 2026-10-10 00:00-19:00"]),
    ("on Fridays I knock off at 4", ["busy 2026-10-09 00:00-16:00 FREQ=WEEKLY;BYDAY=FR"]),
    ("on nights Tues to Fri next week", ["busy 2026-10-13 19:00-00:00+1 FREQ=DAILY;UNTIL=20261016T235900"]),
    ("on nights until Saturday", ["busy 2026-10-07 19:00-00:00+1 FREQ=DAILY;UNTIL=20261010T235900"]),
    ("late Friday night", ["- 2026-10-09 21:00-02:00+1"]),
]


@pytest.mark.parametrize(("words", "expected"), TIMES)
def test_a_time_of_day_is_found(rules, words, expected):
    assert rules(words) == expected
