"""A night's tickets changed, and asked about, by two at the same moment: nothing lost, nothing twice."""

import asyncio
from functools import partial

import pytest

from core.marketplace.applications import nights
from core.marketplace.applications import tickets as selling
from core.marketplace.events import EventState
from core.marketplace.posts.values import TicketSale
from core.marketplace.tickets import CountsSource, TicketCounts
from core.marketplace.tickets import counting as counts
from storage.market.counting_claims import SqlCountStore
from tests.races.market_scenes import MarketScene
from tests.races.scenes import kinds

SOURCE = CountsSource("pretix", "https://pretix.eu", "heron/friday")
LINK = "https://pretix.eu/heron/friday"


@pytest.fixture
async def scene(units, engine, clock) -> MarketScene:
    return MarketScene(units, engine, clock)


@pytest.fixture
async def heron(scene):
    return await scene.venue("The Heron", "Dana", "Eve")


def says(night, edit):
    return lambda unit, act: selling.edit_tickets(unit, act, night.id, edit)


def enters(night, token):
    return lambda unit, act: counts.enter(unit, act, night.id, SOURCE, token)


async def test_two_promoters_who_say_different_things_at_once_have_both_said(scene, heron, meeting):
    night = await scene.night(heron, by="Dana")
    outcomes = await meeting.all_at_once(
        scene.turn("Dana", says(night, selling.with_link(LINK))),
        scene.turn("Eve", says(night, selling.sold_as(TicketSale.PRESALE))),
    )
    assert kinds(outcomes) == ["TicketsEdited", "TicketsEdited"]
    found = (await scene.event(night.id)).terms.tickets
    assert (found.link, found.sale) == (LINK, TicketSale.PRESALE)


async def test_two_tokens_at_once_are_one_counted_night(scene, heron, meeting, units):
    night = await scene.night(heron, by="Dana")
    outcomes = await meeting.all_at_once(
        scene.turn("Dana", enters(night, "d" * 20)), scene.turn("Eve", enters(night, "e" * 20))
    )
    assert kinds(outcomes) == ["CountsAsked", "CountsAsked"]
    async with units.read() as unit:
        assert len(await unit.countings.of_events([night.id])) == 1


@pytest.mark.parametrize("first", ["calling off", "selling"])
async def test_a_night_that_is_called_off_that_moment_keeps_what_was_said_before(
    scene, heron, meeting, first
):
    night = await scene.night(heron, by="Dana")
    acts = [
        scene.turn("Dana", lambda unit, act: nights.cancel_night(unit, act, night.id)),
        scene.turn("Eve", says(night, selling.with_link(LINK))),
    ]
    outcomes = await meeting.one_behind_the_other(*(acts if first == "calling off" else acts[::-1]))
    after = await scene.event(night.id)
    assert after.state is EventState.CANCELLED
    if first == "calling off":
        assert kinds(outcomes) == ["NightCard", "NoTicketsThen"]
        assert after.terms.tickets is None
    else:
        assert after.terms.tickets.link == LINK


async def test_what_is_counted_is_claimed_by_one_worker(scene, heron, engine, clock):
    night = await scene.night(heron, by="Dana")
    await scene.turn("Dana", enters(night, "d" * 20))
    store = SqlCountStore(engine, secret=b"only for tests")
    claim = partial(store.claim, now=clock.now(), lease_seconds=60, limit=5)
    claims = await asyncio.gather(claim(worker="one"), claim(worker="two"))
    assert sorted(len(each) for each in claims) == [0, 1]


async def test_forgotten_while_the_provider_is_asked_it_stays_forgotten(scene, heron, engine, clock, units):
    night = await scene.night(heron, by="Dana")
    await scene.turn("Dana", enters(night, "d" * 20))
    store = SqlCountStore(engine, secret=b"only for tests")
    (due,) = await store.claim(worker="one", now=clock.now(), lease_seconds=60, limit=5)
    await asyncio.gather(
        scene.turn("Dana", lambda unit, act: counts.forget(unit, act, night.id)),
        store.keep(due, worker="one", now=clock.now(), due_at=clock.now(), found=TicketCounts(1, 0, 1, None)),
    )
    async with units.read() as unit:
        assert await unit.countings.of_events([night.id]) == {}
