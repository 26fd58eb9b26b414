"""The bill of a night is changed while bands are booked for it: what is booked stays."""

import pytest

from core.bands import Role
from core.marketplace.applications import bookings, nights
from core.marketplace.events import NewSlot
from core.marketplace.events.refusals import SlotsBooked
from core.marketplace.posts.values import SlotKind
from tests.races.market_scenes import ACCEPTED, HEADLINER, SUPPORT, MarketScene, terms

OPENER = SlotKind.OPENER


@pytest.fixture
def scene(units, engine, clock):
    return MarketScene(units, engine, clock)


@pytest.fixture
async def booked(scene):
    """A headliner is wanted; of two supports one is booked."""
    heron = await scene.venue("The Heron", "Dana")
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER)
    night = await scene.night(heron, HEADLINER, SUPPORT, SUPPORT, by="Dana")
    which = await scene.applies(foxes, night, ACCEPTED, slot=1)
    await scene.turn("Ana", lambda unit, act: bookings.confirm(unit, act, which))
    return night


def edit(night, *kinds):
    slots = [NewSlot(number, kind) for number, kind in enumerate(kinds, 1)]
    return lambda unit, act: nights.edit_night(unit, act, night.id, terms(), slots=slots)


@pytest.mark.parametrize(
    ("bill", "still_open"),
    [
        ((HEADLINER, SUPPORT), [HEADLINER]),
        ((HEADLINER, SUPPORT, SUPPORT, OPENER), [HEADLINER, SUPPORT, OPENER]),
        ((SUPPORT,), []),
        ((OPENER, SUPPORT), [OPENER]),
    ],
)
async def test_a_booked_slot_is_one_of_its_sort_on_the_new_bill(scene, booked, bill, still_open):
    await scene.turn("Dana", edit(booked, *bill))
    event = await scene.event(booked.id)
    assert sorted(each.kind for each in event.open_slots) == sorted(still_open)
    (kept,) = [each for each in event.slots if each.band is not None]
    assert (kept.id, kept.kind) == (booked.slots[1].id, SUPPORT)


@pytest.mark.parametrize("bill", [(), (HEADLINER,), (HEADLINER, OPENER, OPENER)])
async def test_no_bill_leaves_out_what_is_booked(scene, booked, bill):
    with pytest.raises(SlotsBooked):
        await scene.turn("Dana", edit(booked, *bill))
    assert [each.kind for each in (await scene.event(booked.id)).open_slots] == [HEADLINER, SUPPORT]
