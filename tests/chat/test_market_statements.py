"""How many statements the market takes: none is run for each applicant, player, band or night."""

from datetime import timedelta

import pytest

from bots.chat.buttons.market import (
    AcceptApplication,
    AnswerLook,
    ApplyForDate,
    ConfirmGig,
    PublishPost,
    ShowMatch,
)
from bots.chat.turn import PressedButton
from core.bands import Role
from core.marketplace.applications import bookings, nights
from core.marketplace.applications.parties import ApplicationCard
from core.marketplace.events import EventState
from jobs.matching import MatchingWorker
from tests.chat.test_statements import band_of, counted
from tests.races.market_scenes import ACCEPTED, FRIDAY, LOOKING, SUPPORT, MarketScene

APPLYING, CONFIRMING, ACCEPTING, PUBLISHING, LOOKING_AHEAD = 20, 20, 16, 14, 14
SEARCHING = 16
"""A batch of either sort, with the look at what there is to do."""
FINDING = 14
MARKING = 6
SATURDAY = FRIDAY + timedelta(days=1)
THREE_BOOKED = 24
"""Three bands that are booked are seen to one by one: a bill is short."""


@pytest.fixture
def scene(units, engine, clock) -> MarketScene:
    return MarketScene(units, engine, clock)


@pytest.fixture
async def heron(scene):
    return await scene.venue("The Heron", "Dana", "Eve")


async def foxes_of(scene, people):
    """A band in Leeds of so many; Ana owns it."""
    foxes = await scene.line_up(
        "Foxes", Ana=Role.OWNER, **{f"P{number}": Role.MEMBER for number in range(1, people)}
    )
    await scene.at_home(foxes)
    return foxes


async def applicants(scene, night, count, state=None):
    for number in range(count):
        await scene.applies(await scene.duo(number), night, *([state] if state else []))


def pressed(stage, name, payload):
    return stage.does(name, PressedButton(stage.dispatcher.tokens.encode(payload.verb, payload.ids)))


@pytest.mark.parametrize("people", [4, 9])
@pytest.mark.parametrize("others", [0, 9, 39])
async def test_applying_takes_as_much_whoever_has_applied_and_however_many_play(
    stage, scene, heron, people, others
):
    foxes = await foxes_of(scene, people)
    night = await scene.night(heron, by="Dana")
    await applicants(scene, night, others)
    done, applying = await counted(pressed(stage, "Ana", ApplyForDate(night.id, foxes.band.id)))
    assert isinstance(done.result, ApplicationCard)
    assert applying <= APPLYING
    for number in range(1, people):
        done, answering = await counted(pressed(stage, f"P{number}", AnswerLook(night.id, foxes.band.id, 0)))
        assert answering <= APPLYING
    assert done.result.sent


@pytest.mark.parametrize("people", [4, 9])
@pytest.mark.parametrize("others", [0, 9, 39])
async def test_confirming_takes_as_much_whoever_is_closed_out_and_however_many_play(
    stage, scene, heron, people, others
):
    foxes = await foxes_of(scene, people)
    night = await scene.night(heron, by="Dana")
    which = await scene.applies(foxes, night)
    await applicants(scene, night, others)
    _, accepting = await counted(pressed(stage, "Dana", AcceptApplication(which)))
    done, confirming = await counted(pressed(stage, "Ana", ConfirmGig(which, keep_others=False)))
    assert isinstance(done.result, bookings.Booked)
    assert await scene.notices("slot_filled") == others
    assert accepting <= ACCEPTING
    assert confirming <= CONFIRMING


@pytest.mark.parametrize("elsewhere", [1, 10])
async def test_confirming_takes_as_much_wherever_else_the_band_has_applied(stage, scene, heron, elsewhere):
    foxes = await foxes_of(scene, 4)
    which = await scene.applies(foxes, await scene.night(heron, by="Dana"), ACCEPTED)
    for number in range(elsewhere):
        other = await scene.venue(f"Room {number}", f"Promoter{number}")
        await scene.applies(foxes, await scene.night(other, by=f"Promoter{number}"))
    done, confirming = await counted(pressed(stage, "Ana", ConfirmGig(which, keep_others=False)))
    assert len(done.result.withdrawn) == await scene.notices("withdrawn_by_booking") == elsewhere
    assert confirming <= CONFIRMING


@pytest.mark.parametrize("others", [1, 30])
async def test_a_booking_that_is_called_off_takes_as_much_however_many_bands_hear_of_it(scene, heron, others):
    foxes = await foxes_of(scene, 4)
    night = await scene.night(heron, by="Dana")
    which = await scene.applies(foxes, night, ACCEPTED)
    await applicants(scene, night, others)
    await scene.turn("Ana", lambda unit, act: bookings.confirm(unit, act, which))

    def call_off(unit, act):
        return bookings.call_off_booking(unit, act, which, bookings.Side.VENUE, reason=None)

    _, calling = await counted(scene.turn("Dana", call_off))
    assert await scene.notices("slot_open_again") == others
    assert calling <= CONFIRMING


@pytest.mark.parametrize("others", [1, 30])
async def test_a_night_that_is_called_off_takes_as_much_however_many_have_applied(scene, heron, others):
    night = await scene.night(heron, *[SUPPORT] * 3, by="Dana")
    for number in range(3):
        which = await scene.applies(await scene.duo(100 + number), night, ACCEPTED, slot=number)
        await scene.turn(
            f"Owner{100 + number}", lambda unit, act, which=which: bookings.confirm(unit, act, which)
        )
    await applicants(scene, night, others)
    _, calling = await counted(scene.turn("Dana", lambda unit, act: nights.cancel_night(unit, act, night.id)))
    assert calling <= THREE_BOOKED


@pytest.mark.parametrize("others", [1, 30])
async def test_a_night_that_moves_takes_as_much_however_many_have_applied(scene, heron, others):
    night = await scene.night(heron, SUPPORT, SUPPORT, by="Dana")
    which = await scene.applies(await scene.duo(100), night, ACCEPTED)
    await scene.turn("Owner100", lambda unit, act: bookings.confirm(unit, act, which))
    await scene.applies(await scene.duo(101), night, ACCEPTED, slot=1)
    await applicants(scene, night, others)
    _, moving = await counted(
        scene.turn(
            "Dana", lambda unit, act: nights.edit_night(unit, act, night.id, night.terms, day=SATURDAY)
        )
    )
    assert await scene.notices("night_changed") == others + 2
    assert moving <= THREE_BOOKED


@pytest.mark.parametrize("bands", [1, 30])
@pytest.mark.parametrize("dates", [1, 12])
async def test_publishing_takes_as_much_however_many_bands_and_dates_there_are(
    stage, scene, heron, bands, dates
):
    for number in range(bands):
        await scene.at_home(await scene.duo(number))
    first = await scene.night(heron, by="Dana", state=EventState.DRAFT)
    for number in range(1, dates):
        day = FRIDAY + timedelta(days=number)
        await scene.night(heron, by="Dana", day=day, state=EventState.DRAFT, post=first.id)
    done, publishing = await counted(pressed(stage, "Dana", PublishPost(first.id)))
    assert len(done.result.events) == dates
    assert publishing <= PUBLISHING


@pytest.mark.parametrize("bands", [1, 30])
async def test_a_search_takes_as_much_however_many_bands_fit(scene, heron, units, clock, bands):
    for number in range(bands):
        await scene.at_home(await scene.duo(number))
    await scene.settled()
    night = await scene.night(heron, by="Dana")
    await scene.wanted(night)
    done, searching = await counted(MatchingWorker(units, clock).run_once())
    assert (done, await scene.notices("open_date_fits")) == (1, bands)
    assert searching <= SEARCHING


@pytest.mark.parametrize("bands", [1, 15])
@pytest.mark.parametrize("dates", [1, 30])
async def test_freed_bands_take_as_much_however_many_nights_fit(scene, heron, units, clock, bands, dates):
    for number in range(dates):
        await scene.night(heron, by="Dana", day=FRIDAY + timedelta(days=number))
    for number in range(bands):
        await scene.at_home(await scene.duo(number))
    done, searching = await counted(MatchingWorker(units, clock).run_once())
    assert done == bands
    assert await scene.notices("open_date_fits") == bands * min(dates, 3)
    assert searching <= SEARCHING


@pytest.mark.parametrize("dates", [1, 60])
async def test_finding_takes_as_much_however_many_dates_are_open(stage, scene, heron, dates):
    foxes = await foxes_of(scene, 4)
    opened = [
        await scene.night(heron, by="Dana", day=FRIDAY + timedelta(days=number)) for number in range(dates)
    ]
    await scene.applies(foxes, opened[0], LOOKING)
    found, finding = await counted(stage.says("Ana", "/find"))
    assert len(found.result.found.dates) == dates
    assert finding <= FINDING
    _, looking = await counted(pressed(stage, "Ana", ShowMatch(opened[0].id, foxes.band.id)))
    assert looking <= LOOKING_AHEAD


async def test_marking_takes_no_more_than_before_there_was_a_market(stage):
    await band_of(stage, 4)
    _, first = await counted(stage.says("P1", "/busy Tue 1 Dec"))
    _, again = await counted(stage.says("P1", "/busy Wed 2 Dec"))
    assert (first, again) == (MARKING, MARKING)
