"""A band as one flat table: nothing is lost on the way there and back, and an edit changes what it names."""

import json
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.bands import SERVICES, Band, Membership, Role
from core.bands.member_labels import labels, meant
from core.bands.names import tidy_genres, tidy_parts
from core.bands.refusals import ValueUnclear
from core.bands.state import WISHES, state_of, with_state
from core.bands.wishes import GigWishes, Position, wishes_from_json, wishes_to_json
from core.habits import DAY_PARTS, DayPart, Habits, PlayableHours
from core.ids import BandId, MembershipId, PersonId
from core.money import Money

TIMES = st.times().map(lambda at: time(at.hour, at.minute))
HOURS = st.builds(PlayableHours, st.frozensets(st.integers(0, 6), min_size=1), TIMES, TIMES)
ROOMS = st.none() | st.integers(1, 2000)
WISHED = st.builds(
    GigWishes,
    positions=st.sets(st.sampled_from(Position), min_size=1).map(
        lambda said: tuple(each for each in Position if each in said)
    ),
    radius_km=st.integers(1, 2000),
    least_fee=st.none() | st.builds(Money, st.integers(1, 10**6), st.sampled_from(["GBP", "EUR", "JPY"])),
    least_room=ROOMS,
    most_room=ROOMS,
    messages=st.integers(0, 20),
)
BANDS = st.builds(
    Band,
    id=st.just(BandId(1)),
    name=st.text(min_size=1, max_size=20),
    city=st.none() | st.text(min_size=1, max_size=20),
    zone=st.sampled_from(["Europe/London", "Asia/Kolkata"]),
    genres=st.lists(st.text(min_size=1, max_size=8), max_size=3).map(tuple),
    habits=st.builds(
        Habits,
        st.dictionaries(st.sampled_from(sorted(DAY_PARTS)), st.builds(DayPart, TIMES, TIMES)).map(
            lambda said: {**DAY_PARTS, **said}
        ),
        st.lists(HOURS, min_size=1, max_size=3).map(tuple),
        st.integers(15, 1440),
    ),
    links=st.dictionaries(st.sampled_from(SERVICES), st.just("https://x.example")),
    wishes=WISHED,
)


@given(before=BANDS, after=BANDS)
def test_what_an_edit_records_is_enough_to_take_it_back_exactly(before, after):
    old, new = state_of(before), state_of(after)
    changed = {field: value for field, value in new.items() if old[field] != value}
    edited = with_state(before, changed)
    assert edited == after
    assert with_state(edited, {field: old[field] for field in changed}) == before


@given(before=BANDS, after=BANDS)
def test_one_wish_is_changed_without_the_others(before, after):
    new = state_of(after)
    for field in WISHES:
        edited = state_of(with_state(before, {field: new[field]}))
        assert edited == {**state_of(before), field: new[field]}


@given(wishes=WISHED)
def test_wishes_survive_as_json(wishes):
    assert wishes_from_json(json.loads(json.dumps(wishes_to_json(wishes)))) == wishes
    assert set(wishes_to_json(wishes)) == set(WISHES)


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("drums", "drums"),
        (" Drums ,  vocals,", "Drums, vocals"),
        ("guitar/vocals", "guitar, vocals"),
        ("guitar & vocals and keys", "guitar, vocals, keys"),
        ("bass; Bass; BASS", "bass"),
        ("lead  guitar", "lead guitar"),
        ("bandoneon", "bandoneon"),
    ],
)
def test_parts_are_divided_however_they_are_typed(typed, tidy):
    assert tidy_parts(typed) == tidy


@given(typed=st.text(max_size=100))
def test_whatever_is_typed_as_parts_or_genres_is_refused_or_can_be_shown(typed):
    for tidy in (tidy_parts, lambda words: ", ".join(tidy_genres(words))):
        try:
            said = tidy(typed)
        except ValueUnclear:
            continue
        assert said == said.strip() != ""
        assert said.isprintable() or "\n" not in said
        assert tidy(said) == said


NAMES = st.sampled_from(["Bo", "bo", "Bo (drums)", "Cy", "Bo (drums, member)", "Bo (member)"])
MEMBERS = st.lists(
    st.tuples(NAMES, st.sampled_from(Role), st.sampled_from([None, "drums", "bass"])), min_size=1, max_size=6
).map(
    lambda several: [
        Membership(MembershipId(n), BandId(1), PersonId(n), name, role, part, required=True)
        for n, (name, role, part) in enumerate(several)
    ]
)


@given(members=MEMBERS)
def test_no_two_members_have_the_same_label_and_each_is_found_by_it(members):
    own = labels(members)
    assert len({label.casefold() for label in own.values()}) == len(members)
    for each in members:
        assert meant(members, own[each.id]) == [each]
