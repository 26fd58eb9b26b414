"""A search for open dates on a button: what comes back is what was asked, or there is no button."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.buttons.market import FindPicture
from bots.chat.views.market.searches import packed_search, unpacked_search
from core.habits import Habits
from core.marketplace.matching.search import DatesWanted
from core.marketplace.posts.vocabularies import all_vocabularies, spelt
from core.scheduling import cities
from core.scheduling.phrases.day_ranges import DayRange, days_of
from core.scheduling.phrases.understanding import Context
from presentation.tokens import LIMIT, Tokens

NOW = Context(now=datetime(2026, 11, 23, 14, 5), zone="Europe/London", locale="en-GB", habits=Habits())
WHOLE_DAYS = ("January", "weekends till Easter", "Tuesdays and Fridays in March", "next week")
CITIES = ("Leeds", "York", "A Coruña", "Łódź", "St. Louis", "São Paulo")


def days(words):
    found = days_of(words, NOW)
    assert isinstance(found, DayRange)
    return found


@given(
    st.sampled_from(WHOLE_DAYS),
    st.booleans(),
    st.none() | st.sampled_from(sorted(spelt(all_vocabularies().genres))),
    st.none() | st.sampled_from(CITIES),
    st.integers(0, 4095),
)
def test_a_search_comes_back_as_it_was_asked(words, amber, genre, near, skip):
    wanted = DatesWanted(days(words), amber, genre, cities.find(near)[0] if near else None)
    ids = packed_search(wanted, skip)
    assert ids is not None
    assert unpacked_search(*ids) == (wanted, skip)
    button = FindPicture(999_999, *ids)
    assert len(Tokens(b"secret").encode(button.verb, button.ids)) <= LIMIT


def test_a_night_is_searched_by_its_day_whatever_hours_were_named():
    ids = packed_search(DatesWanted(days("Saturday evenings in December")), 0)
    assert ids is not None
    found, _ = unpacked_search(*ids)
    assert found.days.windows == days("Saturdays in December").windows


def test_music_that_no_list_names_has_no_button():
    assert packed_search(DatesWanted(days("January"), genre="yak throat polka"), 0) is None


@pytest.mark.parametrize("change", [1, 1 << 14])
def test_a_city_that_the_data_has_elsewhere_by_now_is_not_taken_for_another(change):
    number = cities.number_of(cities.find("Leeds")[0])
    assert cities.numbered(number).name == "Leeds"
    assert cities.numbered(number + change) is None


def test_a_button_for_an_unknown_city_finds_nothing():
    wanted = DatesWanted(days("January"), near=cities.find("Leeds")[0])
    range_, rest = packed_search(wanted, 0)
    assert unpacked_search(range_, rest + (1 << 13)) is None
    assert unpacked_search(range_, rest) == (wanted, 0)


@given(st.integers(0, 2**63 - 1), st.integers(0, 2**63 - 1))
def test_whatever_a_button_says_is_some_search_or_none(range_, rest):
    found = unpacked_search(range_, rest)
    assert found is None or found[0].days.windows
