"""The contract of core.marketplace.events.store.Events."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from core.ids import ApplicationId, EventId, SlotId
from core.marketplace.applications import ApplicationState, NewApplication
from core.marketplace.events import EventState, NewEvent, NewSlot, Slot, Terms
from core.marketplace.posts.values import (
    Charge,
    Fee,
    FeeShape,
    InKind,
    Per,
    Point,
    PointOfDay,
    SlotKind,
    Tickets,
)
from core.money import Money
from core.typed_json import object_from_json, object_to_json
from core.unit import ReadOnlyUnit
from storage import schema as tables
from tests.storage.makings import FRIDAY, NOW, band, night, person, venue

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
STARTS = datetime(2026, 12, 11, 19, 30, tzinfo=UTC)
ENDS = datetime(2026, 12, 11, 23, tzinfo=UTC)
LATER = NOW + HOUR

SUMS = st.none() | st.builds(Money, st.integers(0, 10**9), st.sampled_from(["GBP", "EUR", "JPY"]))
NUMBERS = st.none() | st.integers(0, 10**6)
WORDS = st.text(max_size=12)
POINTS = st.builds(
    PointOfDay,
    point=st.sampled_from(Point),
    at=st.none() | st.times(),
    until=st.none() | st.times(),
    minutes=NUMBERS,
    of=WORDS,
    on=st.none() | st.dates(),
)
FEES = st.builds(
    Fee,
    shape=st.sampled_from(FeeShape),
    guarantee=SUMS,
    guarantee_most=SUMS,
    per=st.sampled_from(Per),
    share=NUMBERS,
    costs=SUMS,
    after_costs=st.booleans(),
    after_tickets=NUMBERS,
    after_money=SUMS,
    after_break_even=st.booleans(),
    own_share=NUMBERS,
    per_ticket=SUMS,
    in_kind=st.lists(st.sampled_from(InKind), max_size=3).map(tuple),
    guest_list=NUMBERS,
    worth=SUMS,
    expenses=st.booleans(),
    hire=SUMS,
    charges=st.lists(st.builds(Charge, WORDS, SUMS.filter(bool)), max_size=2).map(tuple),
)
TERMS = st.builds(
    Terms,
    points=st.lists(POINTS, max_size=4).map(tuple),
    capacity=NUMBERS,
    sold=NUMBERS,
    draw=NUMBERS,
    genres=st.lists(WORDS, max_size=3).map(tuple),
    any_genre=st.booleans(),
    fee=FEES,
    tickets=st.none() | st.builds(Tickets, SUMS, SUMS, st.booleans()),
    age_from=NUMBERS,
    notes=st.lists(WORDS, max_size=2).map(tuple),
    bands=NUMBERS,
)
ALL_OF_IT = Terms(
    points=(
        *(PointOfDay(each, time(17 + number // 2, 30 * (number % 2))) for number, each in enumerate(Point)),
        PointOfDay(Point.CHANGEOVER, minutes=20),
        PointOfDay(Point.SET, time(23, 30), time(0, 15), of="HL", on=FRIDAY),
    ),
    capacity=180,
    sold=60,
    draw=20,
    genres=("indie", "post-punk"),
    any_genre=True,
    fee=Fee(
        FeeShape.PLUS,
        Money(15000, "GBP"),
        Money(20000, "GBP"),
        Per.EACH,
        share=70,
        costs=Money(5000, "GBP"),
        after_costs=True,
        after_tickets=40,
        after_money=Money(30000, "GBP"),
        after_break_even=True,
        own_share=50,
        per_ticket=Money(200, "GBP"),
        in_kind=tuple(InKind),
        guest_list=4,
        worth=Money(3000, "GBP"),
        expenses=True,
        hire=Money(0, "GBP"),
        charges=(Charge("engineer", Money(4000, "GBP")),),
    ),
    tickets=Tickets(Money(800, "GBP"), Money(1000, "GBP"), free=False),
    age_from=0,
    notes=("backline shared", "no smoke"),
    bands=4,
)
SLOTS = (
    NewSlot(1, SlotKind.HEADLINER, 60, 75, fee=Money(20000, "GBP")),
    NewSlot(2, SlotKind.MAIN_SUPPORT, 45, sets=2, position=3),
    NewSlot(3, SlotKind.ANY),
)


@pytest.fixture
async def made(units):
    """Ann, who speaks for the Lexington and for the Windmill."""
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        return ann, await venue(unit, "The Lexington", ann), await venue(unit, "The Windmill", ann)


def of_slots(event):
    """What the slots are, without what has become of them."""
    return [NewSlot(*(getattr(each, name) for name in NewSlot.__slots__)) for each in event.slots]


async def test_a_night_is_kept_as_it_was_made(units, made):
    ann, place, _ = made
    new = NewEvent(place, FRIDAY, "Europe/London", EventState.DRAFT, ALL_OF_IT, ann.id, NOW)
    async with units.write() as unit:
        event = await unit.events.add(new, SLOTS, post=None)
        bare = await unit.events.add(replace(new, terms=Terms()), (), post=None)
    async with units.read() as unit:
        assert await unit.events.get(event.id) == event
        assert await unit.events.get(bare.id) == bare
        assert await unit.events.get(EventId(bare.id + 1)) is None
    assert {name: getattr(event, name) for name in NewEvent.__slots__} == {
        name: getattr(new, name) for name in NewEvent.__slots__
    }
    assert of_slots(event) == list(SLOTS)
    assert all(each.open for each in event.slots)
    assert (event.post, event.published_at) == (event.id, None)
    assert bare.slots == ()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TERMS)
def test_any_terms_survive_json(terms):
    assert object_from_json(Terms, json.loads(json.dumps(object_to_json(terms)))) == terms


@pytest.mark.parametrize("shape", FeeShape)
async def test_each_shape_of_a_fee_survives(units, made, shape):
    ann, place, _ = made
    terms = replace(ALL_OF_IT, fee=replace(ALL_OF_IT.fee, shape=shape))
    async with units.write() as unit:
        event = await night(unit, place, ann, terms=terms)
    async with units.read() as unit:
        assert (await unit.events.get(event.id)).terms == terms


async def test_a_night_of_an_older_release_lacks_keys_and_is_read(units, made, engine):
    ann, place, _ = made
    async with units.write() as unit:
        event = await night(unit, place, ann)
    plain = {"points": [{"point": "doors", "at": "19:30:00"}], "fee": {"shape": "tips"}, "of a later one": 1}
    async with engine.begin() as connection:
        await connection.execute(update(tables.event).values(terms=plain, post=None))
    async with units.read() as unit:
        read = await unit.events.get(event.id)
    points = (PointOfDay(Point.DOORS, time(19, 30)),)
    assert read == replace(event, terms=Terms(points=points, fee=Fee(FeeShape.TIPS)))


async def test_nights_of_one_post_are_found_together_by_date(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        last = await night(unit, place, ann, day=FRIDAY + 7 * DAY)
        first = await night(unit, place, ann, post=last.id)
        other = await night(unit, place, ann, day=FRIDAY + DAY)
    async with units.read() as unit:
        assert await unit.events.of_post(last.id) == [first, last]
        assert await unit.events.of_post(other.id) == [other]
        assert await unit.events.of_post(EventId(other.id + 1)) == []
        assert await unit.events.some([last.id, other.id, first.id]) == [first, other, last]
        assert await unit.events.some([]) == []


async def test_a_night_its_venue_and_one_s_place_there_are_one_look(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        eve = await person(unit, "Eve")
        event = await night(unit, place, ann)
    async with units.read() as unit:
        at_venue, (mine,) = await unit.venues.get(place), await unit.venues.promoters(place)
        assert await unit.events.reach(event.id, ann.id) == (event, at_venue, mine)
        assert await unit.events.reach(event.id, eve.id) == (event, at_venue, None)
        assert await unit.events.reach(EventId(event.id + 1), ann.id) is None
    async with units.write() as unit:
        await unit.venues.remove_promoter(mine.id, at=NOW)
        await unit.venues.close(place, at=NOW)
        assert await unit.events.reach(event.id, ann.id) == (event, at_venue, None)


async def test_a_venue_s_nights_are_read_half_open_and_without_what_was_discarded(units, made):
    ann, place, other = made
    async with units.write() as unit:
        second = await night(unit, place, ann, day=FRIDAY + DAY, state=EventState.CANCELLED)
        first = await night(unit, place, ann, state=EventState.DRAFT)
        await night(unit, place, ann, state=EventState.DISCARDED)
        await night(unit, other, ann)
    async with units.read() as unit:
        has = unit.events.of_venue
        assert await has(place, start=NOW, end=NOW + 99 * DAY) == [first, second]
        assert await has(place, start=STARTS - HOUR, end=STARTS) == []
        assert await has(place, start=ENDS, end=ENDS + HOUR) == []
        assert await has(place, start=ENDS - HOUR, end=ENDS) == [first]
        assert await has(place, start=STARTS, end=STARTS + HOUR) == [first]


async def test_open_dates_are_published_and_ahead_and_of_open_venues(units, made):
    ann, place, other = made
    ever = NOW, NOW + 99 * DAY
    async with units.write() as unit:
        second = await night(unit, other, ann, day=FRIDAY + DAY)
        first = await night(unit, place, ann)
        for state in set(EventState) - {EventState.PUBLISHED}:
            await night(unit, place, ann, state=state)
        await night(unit, place, ann, slots=())
        expected = [(first, await unit.venues.get(place)), (second, await unit.venues.get(other))]
    async with units.read() as unit:
        between = unit.events.open_between
        assert await between(*ever) == expected
        assert await between(STARTS, STARTS + HOUR) == expected[:1]
        assert await between(STARTS + timedelta(seconds=1), STARTS + HOUR) == []
        assert await between(STARTS - HOUR, STARTS) == []
        assert await between(*ever, only=[second.id]) == expected[1:]
        assert await between(*ever, only=[second.id, first.id]) == expected
        assert await between(*ever, only=[]) == []
    async with units.write() as unit:
        await unit.venues.close(place, at=NOW)
        assert await unit.events.open_between(*ever) == expected[1:]


async def test_a_night_whose_slots_are_all_filled_is_no_open_date(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        foxes = await band(unit, "Foxes", ann)
        event = await night(unit, place, ann)
        one, other = event.slots
        between = unit.events.open_between
        await unit.events.fill(one.id, foxes, None)
        assert [len(each.slots) for each, _ in await between(NOW, NOW + 99 * DAY)] == [2]
        await unit.events.set_taken([other.id], taken=True)
        assert await between(NOW, NOW + 99 * DAY) == []
        await unit.events.set_taken([other.id], taken=False)
        assert [each.id for each, _ in await between(NOW, NOW + 99 * DAY)] == [event.id]


async def test_a_night_moves_with_its_instants(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        event = await night(unit, place, ann)
        moved = replace(event, day=date(2027, 6, 18), terms=ALL_OF_IT, state=EventState.CANCELLED)
        await unit.events.replace(moved, at=NOW)
        assert await unit.events.get(event.id) == moved
        # June: an hour ahead of UTC, and load-in is at 17:00.
        at = datetime(2027, 6, 18, 16, tzinfo=UTC)
        assert await unit.events.of_venue(place, start=at, end=at + HOUR) == [moved]
        assert await unit.events.of_venue(place, start=at - HOUR, end=at) == []


async def test_states_change_together_and_publishing_is_dated(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        events = [await night(unit, place, ann, state=EventState.DRAFT) for _ in range(3)]
        now = [replace(each, state=EventState.PUBLISHED, published_at=LATER) for each in events[:2]]
        await unit.events.set_state(now, at=NOW)
        await unit.events.set_state([], at=NOW)
        assert await unit.events.some([each.id for each in events]) == [*now, events[2]]


# Slots


async def test_a_slot_is_filled_and_open_again(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        foxes = await band(unit, "Foxes", ann)
        event = await night(unit, place, ann)
        headline, support = event.slots
        await unit.events.fill(headline.id, foxes, ApplicationId(7))
        filled = replace(headline, band=foxes, application=ApplicationId(7))
        assert (await unit.events.get(event.id)).slots == (filled, support)
        assert (await unit.events.get(event.id)).open_slots == (support,)
        await unit.events.fill(headline.id, None, None)
        await unit.events.set_taken([support.id], taken=True)
        assert (await unit.events.get(event.id)).slots == (headline, replace(support, taken=True))
        await unit.events.set_taken([], taken=True)
        await unit.events.set_taken([support.id], taken=False)
        assert (await unit.events.get(event.id)).slots == event.slots


async def test_rows_that_are_there_become_the_new_slots(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        event = await night(unit, place, ann)
        neighbour = await night(unit, place, ann)
        ids = [each.id for each in event.slots]
        await unit.events.set_slots(event.id, SLOTS)
        longer = await unit.events.get(event.id)
        assert of_slots(longer) == list(SLOTS)
        assert [each.id for each in longer.slots[:2]] == ids
        await unit.events.set_slots(event.id, (NewSlot(1, SlotKind.SUPPORT, 30),))
        shorter = await unit.events.get(event.id)
        assert of_slots(shorter) == [NewSlot(1, SlotKind.SUPPORT, 30)]
        assert shorter.slots[0].id in {each.id for each in longer.slots}
        await unit.events.set_slots(event.id, ())
        assert (await unit.events.get(event.id)).slots == ()
        assert await unit.events.get(neighbour.id) == neighbour


async def test_a_row_becomes_a_slot_of_its_own_sort(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        event = await night(unit, place, ann)
        headline, support = event.slots
        await unit.events.set_slots(event.id, (NewSlot(1, SlotKind.SUPPORT, 30), NewSlot(2, SlotKind.OPENER)))
        kept = {each.id: each for each in (await unit.events.get(event.id)).slots}
        assert kept[support.id].kind is SlotKind.SUPPORT
        assert kept[headline.id].kind is SlotKind.OPENER


async def test_slots_that_somebody_plays_stay(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        foxes = await band(unit, "Foxes", ann)
        event = await night(unit, place, ann, slots=SLOTS)
        booked, taken, left = event.slots
        await unit.events.fill(booked.id, foxes, None)
        await unit.events.set_taken([taken.id], taken=True)
        await unit.events.set_slots(event.id, (NewSlot(3, SlotKind.OPENER, 25),))
        now = (await unit.events.get(event.id)).slots
        opener = Slot(3, SlotKind.OPENER, 25, id=left.id)
        assert now == (replace(booked, band=foxes), replace(taken, taken=True), opener)
        await unit.events.set_slots(event.id, ())
        assert (await unit.events.get(event.id)).slots == now[:2]


async def test_a_slot_that_is_kept_for_a_band_is_the_last_to_go(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        foxes = await band(unit, "Foxes", ann)
        event = await night(unit, place, ann, slots=[NewSlot(n, SlotKind.SUPPORT) for n in (1, 2, 3)])
        kept = event.slots[2].id
        new = NewApplication(
            event.id, foxes, SlotKind.SUPPORT, ApplicationState.ACCEPTED, ann.id, NOW, STARTS, ENDS, slot=kept
        )
        await unit.applications.add(new)
        await unit.events.set_slots(event.id, (NewSlot(1, SlotKind.SUPPORT, 30),))
        assert (await unit.events.get(event.id)).slots == (Slot(1, SlotKind.SUPPORT, 30, id=kept),)


async def test_slots_are_told_in_their_order(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        event = await night(unit, place, ann, slots=(SLOTS[2], SLOTS[0], SLOTS[1]))
    assert [each.number for each in event.slots] == [1, 2, 3]
    assert event.slot(event.slots[1].id) == event.slots[1]
    assert event.slot(SlotId(0)) is None


# Locks, and searches for bands


async def test_nights_are_locked_in_writing_units_only(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        one, other = await night(unit, place, ann), await night(unit, place, ann)
        await unit.events.lock(other.id, one.id, other.id)
    async with units.read() as unit:
        with pytest.raises(ReadOnlyUnit):
            await unit.events.lock(one.id)


async def test_two_units_that_lock_the_same_nights_wait_for_each_other(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        one, other = await night(unit, place, ann), await night(unit, place, ann)
    seen = []

    async def take(*events):
        async with units.write() as unit:
            await unit.events.lock(*events)
            seen.append((await unit.events.get(one.id)).open_slots)
            await asyncio.sleep(0)
            await unit.events.set_taken([each.id for each in seen[-1][:1]], taken=True)

    await asyncio.gather(take(one.id, other.id), take(other.id, one.id))
    assert [len(each) for each in seen] == [2, 1]


async def searches(engine):
    async with engine.connect() as connection:
        return [
            tuple(row)[1:]
            for row in await connection.execute(select(tables.search).order_by(tables.search.c.event))
        ]


async def test_asking_for_matches_begins_a_search_and_begins_it_again(units, made, engine):
    ann, place, _ = made
    async with units.write() as unit:
        events = [(await night(unit, place, ann)).id for _ in range(2)]
        await unit.events.ask_for_matches(events, at=NOW)
    assert await searches(engine) == [(each, 0, NOW) for each in events]
    async with engine.begin() as connection:
        await connection.execute(update(tables.search).values(after=40))
    async with units.write() as unit:
        await unit.events.ask_for_matches(events[:1], at=LATER)
    assert await searches(engine) == [(events[0], 0, LATER), (events[1], 40, NOW)]


async def test_who_looks_for_bands_is_woken_after_the_commit(units, made):
    ann, place, _ = made
    woken = []
    units.when_matches_are_wanted(lambda: woken.append("woken"))
    async with units.write() as unit:
        event = await night(unit, place, ann)
        await unit.events.ask_for_matches([], at=NOW)
    assert woken == []
    async with units.write() as unit:
        await unit.events.ask_for_matches([event.id], at=NOW)
        assert woken == []
    assert woken == ["woken"]
    async with units.read() as unit:
        with pytest.raises(ReadOnlyUnit):
            await unit.events.ask_for_matches([event.id], at=NOW)
