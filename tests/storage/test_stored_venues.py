"""The contract of core.marketplace.venues.store.Venues."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from core.bands import SERVICES, Binding, BindingKind
from core.ids import VenueId, VenueInviteId
from core.marketplace.venues import Promoter, Requirement, Room, Venue, VenueInvite, VenueProfile
from core.marketplace.venues.state import profile_with, venue_state
from core.marketplace.venues.store import NewVenueInvite
from core.typed_json import object_from_json, object_to_json
from core.unit import Conflict, ReadOnlyUnit
from storage.unit import SqlUnits
from tests.storage.makings import NOW, band, person, venue

SERVER = Binding(BindingKind.SERVER, "discord:1")
CHANNEL = Binding(BindingKind.CHANNEL, "discord:2")
FIRST_CHANNEL = Binding(BindingKind.CHANNEL, "discord:1")
GROUP = Binding(BindingKind.GROUP, "telegram:-5")
NEW_GROUP = Binding(BindingKind.GROUP, "telegram:-1005")
CODE = "K7QM-10XR-4T"
LATER = NOW + timedelta(minutes=5)

ALL_OF_IT = VenueProfile(
    "Zum Löwen",
    "Leipzig",
    "Europe/Berlin",
    address="Karl-Heine-Str. 1",
    capacity=220,
    rooms=(Room("Saal", 220), Room("Keller")),
    genres=("punk", "indie"),
    age_from=16,
    backline="Drums, 2 amps",
    house_terms="Curfew 23:00",
    requires=(Requirement.LINKS, Requirement.DRAW),
    links={"website": "https://loewen.example", "instagram": "https://example.org/loewen"},
)
WORDS = st.text(min_size=1, max_size=20)
NUMBERS = st.none() | st.integers(0, 100_000)
PROFILES = st.builds(
    VenueProfile,
    name=WORDS,
    city=WORDS,
    zone=st.sampled_from(["Europe/London", "America/New_York"]),
    address=st.none() | WORDS,
    capacity=NUMBERS,
    rooms=st.lists(st.builds(Room, WORDS, NUMBERS), max_size=3).map(tuple),
    genres=st.lists(WORDS, max_size=3).map(tuple),
    age_from=NUMBERS,
    backline=st.none() | WORDS,
    house_terms=st.none() | WORDS,
    requires=st.lists(st.sampled_from(Requirement), unique=True).map(tuple),
    links=st.dictionaries(st.sampled_from(SERVICES), WORDS),
)


@pytest.fixture
async def people(units):
    async with units.write() as unit:
        return [await person(unit, name) for name in ("Ann", "Bob", "Cy")]


@pytest.mark.parametrize("profile", [ALL_OF_IT, VenueProfile("Y", "York", "Europe/London")])
async def test_a_venue_is_kept_as_it_was_made_and_changed(units, profile):
    async with units.write() as unit:
        made = await unit.venues.make(profile, at=NOW)
        other = await unit.venues.make(replace(profile, name="Other"), at=NOW)
    async with units.read() as unit:
        assert await unit.venues.get(made) == Venue(made, profile)
        assert await unit.venues.get(VenueId(other + 1)) is None
        assert [each.id for each in await unit.venues.all_open()] == [made, other]
    moved = Venue(made, replace(profile, name="The Lion", city="Berlin", rooms=(), links={}))
    async with units.write() as unit:
        await unit.venues.set_profile(moved)
        assert await unit.venues.get(made) == moved
        assert (await unit.venues.get(other)).name == "Other"


async def test_the_name_and_the_city_have_columns_that_follow(units, engine):
    async with units.write() as unit:
        made = await unit.venues.make(ALL_OF_IT, at=NOW)
        await unit.venues.set_profile(Venue(made, replace(ALL_OF_IT, name="The Lion", city="Berlin")))
    async with engine.connect() as connection:
        row = (await connection.execute(text("SELECT name, city FROM venue"))).one()
    assert tuple(row) == ("The Lion", "Berlin")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PROFILES)
def test_any_profile_survives_json_and_the_flat_table_of_edits(profile):
    assert object_from_json(VenueProfile, object_to_json(profile)) == profile
    state = venue_state(profile)
    assert set(state) == {*VenueProfile.__dataclass_fields__} - {"links"} | {*SERVICES}
    assert profile_with(profile, {}) == profile
    assert venue_state(profile_with(profile, state)) == state


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PROFILES, PROFILES, st.data())
def test_an_edit_of_some_fields_and_its_way_back_leave_no_trace(profile, other, data):
    old, target = venue_state(profile), venue_state(other)
    fields = data.draw(st.lists(st.sampled_from(sorted(old)), unique=True))
    edited = profile_with(profile, {field: target[field] for field in fields})
    after = venue_state(edited)
    assert after == {**old, **{field: target[field] for field in fields}}
    assert profile_with(edited, {field: old[field] for field in fields}) == profile


@pytest.mark.parametrize("profile", [ALL_OF_IT, VenueProfile("Y", "York", "Europe/London")])
async def test_the_flat_table_is_the_same_when_the_profile_has_been_in_the_database(units, profile):
    async with units.write() as unit:
        made = await unit.venues.make(profile, at=NOW)
    async with units.read() as unit:
        kept = await unit.venues.get(made)
    assert venue_state(kept.profile) == venue_state(profile)


async def test_a_profile_of_an_older_release_lacks_keys_and_is_read(units, engine):
    async with units.write() as unit:
        made = await venue(unit, "The Lexington")
    plain = '{"name": "The Lexington", "city": "London", "zone": "Europe/London", "of a later one": 1}'
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE venue SET profile = :plain"), {"plain": plain})
    async with units.read() as unit:
        expected = VenueProfile("The Lexington", "London", "Europe/London")
        assert await unit.venues.get(made) == Venue(made, expected)


async def test_promoters_are_told_in_the_order_of_joining(units, people):
    ann, bob, cy = people
    async with units.write() as unit:
        place = await venue(unit, "The Lexington", bob, ann)
        await unit.venues.add_promoter(place, cy.id, at=NOW - timedelta(1))
        empty = await venue(unit, "The Windmill")
    async with units.read() as unit:
        found = await unit.venues.promoters(place)
        assert [each.name for each in found] == ["Cy", "Bob", "Ann"]
        assert found[0] == Promoter(found[0].id, place, cy.id, "Cy")
        assert await unit.venues.promoters(empty) == []
        assert await unit.venues.promoters_of([empty, place]) == {empty: [], place: found}
        assert await unit.venues.promoters_of([]) == {}


async def test_a_venue_and_one_s_place_there_are_one_look(units, people):
    ann, bob, _ = people
    async with units.write() as unit:
        place = await venue(unit, "The Lexington", ann, bob)
        other = await venue(unit, "The Windmill", bob)
        mine = (await unit.venues.promoters(place))[0]
        assert mine.person == ann.id
        assert await unit.venues.reach(place, ann.id) == (await unit.venues.get(place), mine)
        assert await unit.venues.reach(other, ann.id) == (await unit.venues.get(other), None)
        assert await unit.venues.reach(VenueId(other + 1), ann.id) is None
        await unit.venues.remove_promoter(mine.id, at=NOW)
        assert await unit.venues.reach(place, ann.id) == (await unit.venues.get(place), None)
        await unit.venues.close(place, at=NOW)
        assert await unit.venues.reach(place, ann.id) is None


async def test_a_promoter_who_comes_back_keeps_the_id(units, people):
    ann, bob, _ = people
    async with units.write() as unit:
        place = await venue(unit, "The Lexington", ann, bob)
        first = (await unit.venues.promoters(place))[0]
        await unit.venues.remove_promoter(first.id, at=NOW)
        assert [each.name for each in await unit.venues.promoters(place)] == ["Bob"]
        assert await unit.venues.of(ann.id) == []
        again = await unit.venues.add_promoter(place, ann.id, at=LATER)
        assert again == first.id
        assert [each.name for each in await unit.venues.promoters(place)] == ["Bob", "Ann"]
        assert await unit.venues.of(ann.id) == [(await unit.venues.get(place), first)]


async def test_the_venues_of_a_person_are_told_by_name(units, people):
    ann, bob, _ = people
    async with units.write() as unit:
        for name in ("the Windmill", "Émile's", "Lexington", "The Anchor"):
            await venue(unit, name, ann, bob)
        await venue(unit, "Others", bob)
        closed = await venue(unit, "Closed", ann)
        await unit.venues.close(closed, at=NOW)
        found = await unit.venues.of(ann.id)
    assert [place.name for place, _ in found] == ["Lexington", "The Anchor", "the Windmill", "Émile's"]
    assert all((mine.person, mine.venue) == (ann.id, place.id) for place, mine in found)


async def test_the_narrowest_bound_place_decides(units):
    async with units.write() as unit:
        wide, narrow = await venue(unit, "Wide"), await venue(unit, "Narrow")
        await unit.venues.bind(wide, SERVER)
        await unit.venues.bind(narrow, CHANNEL)
        assert (await unit.venues.bound_to([CHANNEL, SERVER])).id == narrow
        assert (await unit.venues.bound_to([GROUP, SERVER])).id == wide
        assert await unit.venues.bound_to([GROUP]) is None
        assert await unit.venues.bound_to([]) is None
        assert await unit.venues.bound_to([FIRST_CHANNEL]) is None
        await unit.venues.bind(narrow, FIRST_CHANNEL)
        assert (await unit.venues.bound_to([FIRST_CHANNEL, SERVER])).id == narrow
        await unit.venues.unbind(CHANNEL)
        assert (await unit.venues.bound_to([CHANNEL, SERVER])).id == wide


async def test_a_place_that_is_bound_to_a_venue_is_not_free_for_another(units):
    async with units.write() as unit:
        one, other = await venue(unit, "One"), await venue(unit, "Other")
        await unit.venues.bind(one, GROUP)
    with pytest.raises(Conflict):
        async with units.write() as unit:
            await unit.venues.bind(other, GROUP)


async def test_a_band_and_a_venue_may_be_bound_to_the_same_place(units):
    async with units.write() as unit:
        foxes, place = await band(unit, "Foxes"), await venue(unit, "The Lexington")
        await unit.bands.bind(foxes, GROUP)
        await unit.venues.bind(place, GROUP)
        assert (await unit.bands.bound_to([GROUP])).id == foxes
        assert (await unit.venues.bound_to([GROUP])).id == place


async def test_a_binding_follows_its_group_and_is_told_so_twice(units):
    async with units.write() as unit:
        place = await venue(unit, "The Lexington")
        await unit.venues.bind(place, GROUP)
        for _ in range(2):
            await unit.venues.move_binding(GROUP.key, NEW_GROUP.key)
            assert await unit.venues.bound_to([GROUP]) is None
            assert (await unit.venues.bound_to([NEW_GROUP])).id == place


async def test_a_binding_does_not_move_onto_another(units):
    async with units.write() as unit:
        one, other = await venue(unit, "One"), await venue(unit, "Other")
        await unit.venues.bind(one, GROUP)
        await unit.venues.bind(other, NEW_GROUP)
        await unit.venues.move_binding(GROUP.key, NEW_GROUP.key)
        assert (await unit.venues.bound_to([NEW_GROUP])).id == other
        assert (await unit.venues.bound_to([GROUP])).id == one


async def test_a_closed_venue_is_gone_and_its_invites_and_places_are_void(units, people):
    ann, _, _ = people
    async with units.write() as unit:
        place, other = await venue(unit, "The Lexington", ann), await venue(unit, "The Windmill", ann)
        invites = [await unit.venues.add_invite(invite(each, ann, f"{each}")) for each in (place, other)]
        await unit.venues.bind(place, SERVER)
        await unit.venues.bind(other, GROUP)
        await unit.venues.close(place, at=NOW)
        assert await unit.venues.get(place) is None
        assert [each.id for each in await unit.venues.all_open()] == [other]
        assert [each.id for each, _ in await unit.venues.of(ann.id)] == [other]
        assert [(await unit.venues.invite(each)).revoked for each in invites] == [True, False]
        assert await unit.venues.bound_to([SERVER]) is None
        assert (await unit.venues.bound_to([GROUP])).id == other
        await unit.venues.bind(other, SERVER)


async def test_one_look_finds_the_bound_venue_one_s_own_and_the_one_last_used(units, people):
    ann, bob, cy = people
    async with units.write() as unit:
        one, other = await venue(unit, "One", ann, bob), await venue(unit, "other", ann)
        await unit.venues.bind(one, SERVER)
        await unit.venues.bind(other, CHANNEL)
        await unit.venues.set_last(ann.id, other)
        await unit.venues.set_last(bob.id, one)
        await unit.venues.set_last(bob.id, None)
    async with units.read() as unit:
        for places in ((CHANNEL, SERVER), (SERVER,), (GROUP,), ()):
            for who, last in ((ann, other), (bob, None), (cy, None)):
                bound, mine, latest = await unit.venues.here(who.id, places)
                assert bound == await unit.venues.bound_to(places)
                assert mine == await unit.venues.of(who.id)
                assert latest == last


async def test_a_venue_is_locked_in_writing_units_only(units):
    async with units.write() as unit:
        place = await venue(unit, "The Lexington")
        await unit.venues.lock(place)
    async with units.read() as unit:
        with pytest.raises(ReadOnlyUnit):
            await unit.venues.lock(place)


# Invites


def invite(place, by, code=CODE, *, uses=20):
    return NewVenueInvite(place, by.id, code, NOW + timedelta(days=14), uses, NOW)


async def test_an_invite_is_found_by_id_and_by_code_as_people_write_it(units, people):
    ann, _, _ = people
    async with units.write() as unit:
        place = await venue(unit, "The Lexington", ann)
        made = await unit.venues.add_invite(invite(place, ann))
    async with units.read() as unit:
        expected = VenueInvite(made, place, NOW + timedelta(days=14), 20, revoked=False)
        assert await unit.venues.invite(made) == expected
        for typed in (CODE, "k7qm10xr4t", " K7QM 10XR 4T ", "k7qm-loxr-4t"):
            assert await unit.venues.invite_by_code(typed) == expected
        assert await unit.venues.invite(VenueInviteId(made + 1)) is None
        assert await unit.venues.invite_by_code("K7QM-10XR-4U") is None


async def test_the_database_does_not_know_an_invite_s_code(units, people, engine):
    ann, _, _ = people
    async with units.write() as unit:
        await unit.venues.add_invite(invite(await venue(unit, "The Lexington", ann), ann))
    async with engine.connect() as connection:
        stored = (await connection.execute(text("SELECT code FROM venue_invite"))).scalar_one()
    assert len(stored) == 64
    assert "K7QM" not in stored
    async with SqlUnits(engine, secret=b"another").read() as unit:
        assert await unit.venues.invite_by_code(CODE) is None


async def test_the_uses_of_an_invite_run_out(units, people):
    ann, _, _ = people
    async with units.write() as unit:
        made = await unit.venues.add_invite(invite(await venue(unit, "The Lexington"), ann, uses=2))
        await unit.venues.use_invite(made)
        await unit.venues.use_invite(made)
        assert (await unit.venues.invite(made)).uses_left == 0
        with pytest.raises(Conflict):
            await unit.venues.use_invite(made)


async def test_a_revoked_invite_is_still_found(units, people):
    ann, _, _ = people
    async with units.write() as unit:
        place = await venue(unit, "The Lexington")
        made = await unit.venues.add_invite(invite(place, ann))
        other = await unit.venues.add_invite(invite(place, ann, "OTHER"))
        await unit.venues.revoke_invite(made, at=NOW)
        await unit.venues.revoke_invite(made, at=LATER)
        assert (await unit.venues.invite_by_code(CODE)).revoked
        assert not (await unit.venues.invite(other)).revoked
