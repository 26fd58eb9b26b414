"""A demo can be run on any day of any year: its dates are ahead, and the whole tour can be done."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bandwidth.demo.dates import dated, day_of, written

DAYS = (
    "2026-12-31 23:45",
    "2028-02-29 09:00",
    "2027-03-28 00:30",  # the clocks go forward at 01:00
    "2027-10-31 00:30",  # the clocks go back at 01:00
    "2027-10-31 01:15",
    "2027-07-02 23:30",  # the day after is there already, in the town
)
TOUR = """\
Ana: can't do Wednesday evenings
Ana: /green
Ana: /find
Ana: [1]
Ana: [Apply]
Ana: /as Dana
Dana: [Accept]
Dana: /as Ana
Ana: [Open the invite]
Ana: [Confirm]
"""


@pytest.mark.parametrize("day", DAYS)
def test_the_tour_can_be_done_on_any_day(played_in_town, day):
    seen = played_in_town(f"@ {day}\n{TOUR}")
    assert seen.startswith(f"@ {day}\n")
    assert "🟢 Bo can" not in seen.split("🧭 5 of 9")[0]
    assert "🎸 That was the tour" in seen.splitlines()[-6]
    assert "Something broke" not in seen


@given(
    day=st.dates(date(2024, 1, 1), date(2100, 1, 1)),
    weekday=st.sampled_from(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
    week=st.integers(1, 9),
)
def test_a_day_of_the_town_is_that_weekday_and_ahead(day, weekday, week):
    found = day_of(weekday, week, day)
    assert f"{found:%a}" == weekday
    assert timedelta(weeks=week - 1) < found - day < timedelta(weeks=week + 1)
    assert datetime.strptime(written(found), "%a %d %b %Y").date() == found


@given(day=st.dates(date(2024, 1, 1), date(2100, 1, 1)))
def test_the_days_of_a_week_are_in_order(day):
    days = [day_of(each, 2, day) for each in ("Mon", "Thu", "Fri", "Sat", "Sun")]
    assert days == sorted(days)
    assert day_of("Mon", 3, day) - days[-1] == timedelta(days=1)


def test_all_days_in_a_line_are_filled_in():
    assert dated("{Thu 4} - {Mon 5}", date(2026, 11, 23)) == "Thu 24 Dec 2026 - Mon 28 Dec 2026"
    assert dated("{code} {Tue}", date(2026, 11, 23)) == "{code} {Tue}"
