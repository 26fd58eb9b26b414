"""A question about a band's time on a button: what comes back is what was asked, or there is no button."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.views.pages import day_id, hours_of, packed, rest_of, unpacked
from core.habits import Habits
from core.ids import MembershipId
from core.scheduling.green.zones import ZonesAsked
from core.scheduling.phrases.day_ranges import DayRange, days_of
from core.scheduling.phrases.understanding import Context
from presentation.tokens import LIMIT, Tokens

NOW = Context(now=datetime(2026, 11, 23, 14, 5), zone="Europe/London", locale="en-GB", habits=Habits())
FIT = (
    "January",
    "evenings in January",
    "Saturday mornings in December",
    "weekends till Easter",
    "Sat 5 Dec 10:00-14:00",
    "Fri late",
    "Fridays 21:00-02:00 in December",
    "tonight",
    "5 and 12 Dec",
    "Tuesday and Thursday evenings until Easter",
    "5 to 9 Dec 18:00-22:00",
)
MEMBERS = st.frozensets(st.integers(1, 200).map(MembershipId), max_size=3)


@given(
    st.sampled_from(FIT),
    st.none() | st.integers(1, 1440),
    MEMBERS,
    st.none() | st.integers(1, 60),
    st.integers(0, 4095),
)
def test_a_question_comes_back_as_it_was_asked(words, minutes, without, size, skip):
    days = days_of(words, NOW)
    assert isinstance(days, DayRange)
    asked = ZonesAsked(days, minutes, without, size)
    range_, rest = packed(asked), rest_of(asked, skip)
    assert range_ is not None
    assert rest is not None
    assert unpacked(range_, rest) == (asked, skip)
    assert len(Tokens(b"secret").encode("greenpicture", (999_999, range_, rest))) <= LIMIT


@pytest.mark.parametrize("words", ["Sat 5 Dec 10:07-14:00", "until Friday 18:00", "5, 6, 13 and 20 March"])
def test_what_does_not_fit_has_no_button(words):
    days = days_of(words, NOW)
    assert isinstance(days, DayRange)
    assert packed(ZonesAsked(days)) is None


def test_more_members_than_fit_have_no_button():
    days = days_of("January", NOW)
    assert isinstance(days, DayRange)
    assert rest_of(ZonesAsked(days, without=frozenset(map(MembershipId, range(1, 12)))), 0) is None


@given(st.integers(0, 2**63 - 1), st.integers(0, 2**63 - 1))
def test_whatever_a_button_says_is_some_question(range_, rest):
    asked, skip = unpacked(range_, rest)
    assert asked.days.windows
    assert skip >= 0


OLD = [
    ("weekends in January", 6759767069398001),
    ("January", 4367622441362),
    ("Fridays till Easter", 1130267322830475),
]
"""As version 0.1 wrote them, before questions with hours had buttons: 3 h, without member 7, as a three-piece."""


@pytest.mark.parametrize(("words", "range_"), OLD)
def test_a_button_from_before_there_were_hours_on_buttons_is_read_as_ever(words, range_):
    asked, skip = unpacked(range_, 13510798882140168)
    assert asked == ZonesAsked(days_of(words, NOW), 180, frozenset({MembershipId(7)}), 3)
    assert skip == 8


@given(st.dates(date(2020, 1, 1)), st.integers(0, 287), st.integers(1, 287))
def test_a_day_and_its_hours_come_back(day, begin, length):
    midnight = datetime(day.year, day.month, day.day)
    if day > date.max - timedelta(days=3):
        return
    hours = ((midnight + timedelta(minutes=5 * begin), midnight + timedelta(minutes=5 * (begin + length))),)
    assert hours_of(day_id(day, hours)) == (day, hours)
    assert hours_of(day_id(day, ())) == (day, ())


@given(st.integers(0, 2**63 - 1))
def test_whatever_day_a_button_says_is_one_or_none(number):
    found = hours_of(number)
    assert found is None or all(start < end for start, end in found[1])
