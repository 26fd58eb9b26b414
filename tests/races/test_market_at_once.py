"""A venue's promoters and bands at the same moment: a slot goes to one, a player plays once, all are told once."""

from datetime import datetime

import pytest

from core.bands import Role
from core.marketplace.applications import (
    ApplicationStage,
    LookAnswer,
    Side,
    bookings,
    decisions,
    last_look,
    submission,
)
from core.marketplace.applications.refusals import ApplicationOver, PlayersTaken, SlotGone
from core.marketplace.applications.submission import Pitch
from core.scheduling.commitments import rehearsals
from core.scheduling.commitments.rehearsals import Times
from tests.races.market_scenes import ACCEPTED, LOOKING, PENDING, SUPPORT, MarketScene
from tests.races.scenes import kinds

PROMOTERS = ("Dana", "Eve", "Fay", "Gus", "Hal")
MANY = 50
EVENING = Times(datetime(2026, 12, 11, 20), datetime(2026, 12, 11, 22))


@pytest.fixture
async def scene(units, engine, clock) -> MarketScene:
    return MarketScene(units, engine, clock)


@pytest.fixture
async def heron(scene):
    return await scene.venue("The Heron", *PROMOTERS)


def accept(which):
    return lambda unit, act: decisions.accept(unit, act, which, code=f"CODE{which}")


def confirm(which):
    return lambda unit, act: bookings.confirm(unit, act, which)


async def everybody_accepted(scene, heron, meeting, *slots):
    night = await scene.night(heron, *slots, by="Dana")
    which = [await scene.applies(await scene.duo(n), night) for n in range(MANY)]
    outcomes = await meeting.all_at_once(
        *(scene.turn(PROMOTERS[n % len(PROMOTERS)], accept(each)) for n, each in enumerate(which))
    )
    return night, which, outcomes


async def test_of_fifty_bands_accepted_at_once_one_gets_the_slot(scene, heron, meeting):
    night, which, outcomes = await everybody_accepted(scene, heron, meeting, SUPPORT)
    assert kinds(outcomes) == ["ApplicationCard"] + ["SlotGone"] * (MANY - 1)
    assert {(each.venue, each.more) for each in outcomes if isinstance(each, SlotGone)} == {
        ("The Heron", False)
    }
    (won,) = [each for each in outcomes if not isinstance(each, SlotGone)]
    assert won.application.slot == night.slots[0].id
    for each in which:
        stands = await scene.application(each)
        if each == won.application.id:
            assert (stands.state, stands.slot) == (ACCEPTED, night.slots[0].id)
        else:
            assert (stands.state.value, stands.slot, stands.keeps_until, stands.revision) == (
                "pending",
                None,
                None,
                0,
            )
    assert await scene.changes("application.accepted") == 1
    assert await scene.notices("application_news") == 1 + len(PROMOTERS) - 1
    async with scene.units.read() as unit:
        opened = [await unit.applications.by_code(f"CODE{each}") for each in which]
    assert [each for each in opened if each is not None] == [won.application.id]


async def test_of_fifty_bands_accepted_at_once_two_get_the_two_slots(scene, heron, meeting):
    night, which, outcomes = await everybody_accepted(scene, heron, meeting, SUPPORT, SUPPORT)
    assert kinds(outcomes) == ["ApplicationCard"] * 2 + ["SlotGone"] * (MANY - 2)
    kept = [(await scene.application(each)).slot for each in which]
    assert sorted(each for each in kept if each is not None) == sorted(each.id for each in night.slots)
    assert await scene.changes("application.accepted") == 2


async def test_of_fifty_bands_that_share_a_player_one_books_that_evening(scene, heron, meeting):
    bands = [await scene.duo(n, "Cy") for n in range(MANY)]
    nights = [await scene.night(heron, by="Dana") for _ in bands]
    which = [await scene.applies(*each, ACCEPTED) for each in zip(bands, nights, strict=True)]
    outcomes = await meeting.all_at_once(
        *(scene.turn(f"Owner{n}", confirm(each)) for n, each in enumerate(which))
    )
    assert kinds(outcomes) == ["Booked"] + ["PlayersTaken"] * (MANY - 1)
    assert {each.names for each in outcomes if isinstance(each, PlayersTaken)} == {("Cy",)}
    assert sorted(await scene.states(*which)) == ["accepted"] * (MANY - 1) + ["confirmed"]
    booked = [await scene.gigs(each.band) for each in bands]
    assert sorted(booked, reverse=True) == [["confirmed"]] + [[]] * (MANY - 1)
    filled = [(await scene.event(each.id)).slots[0].band for each in nights]
    assert [each is not None for each in filled].count(True) == 1
    assert await scene.changes("booking.made") == 1


async def foxes_at(scene, heron, state=PENDING):
    """The Foxes with two owners, a night, and their application to it."""
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.OWNER)
    night = await scene.night(heron, by="Dana")
    return foxes, night, await scene.applies(foxes, night, state)


@pytest.mark.parametrize("first", ["accepting", "withdrawing"])
async def test_an_application_that_is_withdrawn_while_it_is_accepted_keeps_no_slot(
    scene, heron, meeting, first
):
    _, _, which = await foxes_at(scene, heron)
    acts = [
        scene.turn("Dana", accept(which)),
        scene.turn("Ana", lambda unit, act: submission.withdraw(unit, act, which)),
    ]
    outcomes = await meeting.one_behind_the_other(*(acts if first == "accepting" else reversed(acts)))
    stands = await scene.application(which)
    assert (stands.state.value, stands.slot, stands.keeps_until) == ("withdrawn", None, None)
    if first == "accepting":
        assert kinds(outcomes) == ["ApplicationCard", "ApplicationCard"]
        assert (stands.revision, stands.seen_at is not None) == (1, True)
        assert await scene.notices("application_news") == 2 + 4 + 1 + 5
    else:
        assert outcomes[1].stage is ApplicationStage.WITHDRAWN
        assert await scene.changes("application.accepted") == 0


@pytest.mark.parametrize("first", ["confirming", "revoking"])
async def test_an_invite_is_confirmed_or_revoked_never_both(scene, heron, meeting, first):
    foxes, night, which = await foxes_at(scene, heron, ACCEPTED)
    acts = [
        scene.turn("Ana", confirm(which)),
        scene.turn("Dana", lambda unit, act: decisions.take_back(unit, act, which)),
    ]
    outcomes = await meeting.one_behind_the_other(*(acts if first == "confirming" else reversed(acts)))
    booked = first == "confirming"
    assert isinstance(outcomes[1], ApplicationOver)
    assert outcomes[1].stage is (ApplicationStage.CONFIRMED if booked else ApplicationStage.CANCELLED)
    assert await scene.gigs(foxes.band) == (["confirmed"] if booked else [])
    assert (await scene.event(night.id)).slots[0].band == (foxes.band.id if booked else None)
    assert await scene.changes("booking.made") == booked
    assert await scene.changes("application.revoked") == (not booked)


async def test_two_bookers_who_confirm_book_once(scene, heron, meeting):
    foxes, _, which = await foxes_at(scene, heron, ACCEPTED)
    outcomes = await meeting.all_at_once(scene.turn("Ana", confirm(which)), scene.turn("Bo", confirm(which)))
    assert kinds(outcomes) == ["Booked", "Booked"]
    assert sorted(each.card.before for each in outcomes) == [False, True]
    assert await scene.gigs(foxes.band) == ["confirmed"]
    assert await scene.changes("booking.made") == 1
    assert await scene.notices("application_news") == 1 + len(PROMOTERS)


async def test_two_bookers_who_apply_for_one_night_apply_once(scene, heron, meeting):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.OWNER, Cy=Role.MEMBER)
    night = await scene.night(heron, by="Dana")

    def apply(unit, act):
        return submission.apply(unit, act, foxes.band, night.id, SUPPORT, Pitch())

    outcomes = await meeting.all_at_once(scene.turn("Ana", apply), scene.turn("Bo", apply))
    assert kinds(outcomes) == ["ApplicationCard", "ApplicationCard"]
    assert sorted(each.before for each in outcomes) == [False, True]
    assert outcomes[0].application.id == outcomes[1].application.id
    assert await scene.changes("application.made") == 1
    assert await scene.notices("last_look_asked") == 2


async def test_two_promoters_who_offer_one_slot_offer_it_to_one_band(scene, heron, meeting):
    night = await scene.night(heron, by="Dana")
    bands = [await scene.duo(n) for n in range(2)]

    def offer(line):
        return lambda unit, act: decisions.offer(
            unit, act, line.band, night.id, SUPPORT, code=f"CODE{line.band.id}"
        )

    outcomes = await meeting.all_at_once(
        scene.turn("Dana", offer(bands[0])), scene.turn("Eve", offer(bands[1]))
    )
    assert kinds(outcomes) == ["ApplicationCard", "SlotGone"]
    assert await scene.changes("application.offered") == 1


async def test_of_the_last_two_players_who_say_yes_one_sends_the_application(scene, heron, meeting):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.MEMBER, Cy=Role.MEMBER)
    night = await scene.night(heron, by="Dana")
    which = await scene.applies(foxes, night, LOOKING)
    await scene.asked(foxes, night, Ana=LookAnswer.YES, Bo=None, Cy=None)

    def yes(unit, act):
        return last_look.answer_look(unit, act, foxes.band, night.id, LookAnswer.YES)

    outcomes = await meeting.all_at_once(scene.turn("Bo", yes), scene.turn("Cy", yes))
    assert kinds(outcomes) == ["LookCard", "LookCard"]
    assert sorted(each.sent for each in outcomes) == [False, True]
    assert await scene.states(which) == ["pending"]
    assert await scene.notices("application_came") == len(PROMOTERS)


async def test_two_bookers_who_ask_one_player_ask_once(scene, heron, meeting):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.OWNER, Cy=Role.MEMBER)
    night = await scene.night(heron, by="Dana")

    def ask(unit, act):
        return last_look.ask_player(unit, act, foxes.band, night.id, foxes.people["Cy"])

    outcomes = await meeting.all_at_once(scene.turn("Ana", ask), scene.turn("Bo", ask))
    assert kinds(outcomes) == ["PlayerAsked", "PlayerAsked"]
    assert sorted(each.before for each in outcomes) == [False, True]


async def elsewhere(scene, heron):
    """The Foxes are accepted for one night, and have applied for another one of that evening."""
    foxes, _, which = await foxes_at(scene, heron, ACCEPTED)
    wren = await scene.venue("The Wren", "Wim")
    there = await scene.night(wren, by="Wim")
    return foxes, which, there, await scene.applies(foxes, there)


@pytest.mark.parametrize("first", ["confirming", "accepting"])
async def test_what_is_accepted_elsewhere_while_a_band_confirms_is_withdrawn(scene, heron, meeting, first):
    _, which, there, other = await elsewhere(scene, heron)
    acts = [scene.turn("Ana", confirm(which)), scene.turn("Wim", accept(other))]
    outcomes = await meeting.one_behind_the_other(*(acts if first == "confirming" else reversed(acts)))
    assert await scene.states(which, other) == ["confirmed", "withdrawn"]
    stands = await scene.application(other)
    assert (stands.slot, stands.keeps_until) == (None, None)
    if first == "confirming":
        assert outcomes[1].stage is ApplicationStage.WITHDRAWN
    else:
        assert kinds(outcomes) == ["ApplicationCard", "Booked"]
        assert (stands.revision, stands.seen_at is not None) == (1, True)
    assert (await scene.event(there.id)).slots[0].open
    assert await scene.notices("withdrawn_by_booking") == 1


async def test_what_is_declined_elsewhere_while_a_band_confirms_stays_declined(scene, heron, meeting):
    _, which, _, other = await elsewhere(scene, heron)
    outcomes = await meeting.one_behind_the_other(
        scene.turn("Wim", lambda unit, act: decisions.decline(unit, act, other, line="Next time")),
        scene.turn("Ana", confirm(which)),
    )
    assert kinds(outcomes) == ["ApplicationCard", "Booked"]
    stands = await scene.application(other)
    assert (stands.state.value, stands.line) == ("declined", "Next time")
    assert outcomes[1].withdrawn == ()
    assert await scene.notices("withdrawn_by_booking") == 0


async def test_what_is_applied_for_while_a_band_confirms_is_withdrawn_as_well(scene, heron, meeting):
    foxes, _, which = await foxes_at(scene, heron, ACCEPTED)
    wren = await scene.venue("The Wren", "Wim")
    there = await scene.night(wren, by="Wim")
    outcomes = await meeting.one_behind_the_other(
        scene.turn(
            "Bo", lambda unit, act: submission.apply(unit, act, foxes.band, there.id, SUPPORT, Pitch())
        ),
        scene.turn("Ana", confirm(which)),
    )
    assert kinds(outcomes) == ["ApplicationCard", "Booked"]
    assert await scene.states(which, outcomes[0].application.id) == ["confirmed", "withdrawn"]


async def test_two_bookers_who_confirm_two_nights_of_one_evening_book_one(scene, heron, meeting):
    foxes, _, which = await foxes_at(scene, heron, ACCEPTED)
    wren = await scene.venue("The Wren", "Wim")
    other = await scene.applies(foxes, await scene.night(wren, by="Wim"), ACCEPTED)
    outcomes = await meeting.all_at_once(scene.turn("Ana", confirm(which)), scene.turn("Bo", confirm(other)))
    assert kinds(outcomes) == ["ApplicationOver", "Booked"]
    assert sorted(await scene.states(which, other)) == ["confirmed", "withdrawn"]
    assert await scene.gigs(foxes.band) == ["confirmed"]


def rehearse(line):
    return lambda unit, act: rehearsals.propose(unit, act, line.band, EVENING, seen_on=None)


async def test_a_rehearsal_proposed_while_a_band_confirms_finds_its_evening_taken(scene, heron, meeting):
    foxes, _, which = await foxes_at(scene, heron, ACCEPTED)
    outcomes = await meeting.one_behind_the_other(
        scene.turn("Ana", confirm(which)), scene.turn("Bo", rehearse(foxes))
    )
    assert kinds(outcomes) == ["BandTaken", "Booked"]


async def test_a_rehearsal_proposed_while_a_booking_is_called_off_has_its_evening(scene, heron, meeting):
    foxes, night, which = await foxes_at(scene, heron, ACCEPTED)
    await scene.turn("Ana", confirm(which))
    outcomes = await meeting.one_behind_the_other(
        scene.turn(
            "Ana", lambda unit, act: bookings.call_off_booking(unit, act, which, Side.BAND, reason=None)
        ),
        scene.turn("Bo", rehearse(foxes)),
    )
    assert kinds(outcomes) == ["ApplicationCard", "Standing"]
    assert (await scene.event(night.id)).slots[0].open


async def test_two_sides_that_call_one_booking_off_call_it_off_once(scene, heron, meeting):
    _, _, which = await foxes_at(scene, heron, ACCEPTED)
    await scene.turn("Ana", confirm(which))

    def call_off(side):
        return lambda unit, act: bookings.call_off_booking(unit, act, which, side, reason=None)

    outcomes = await meeting.all_at_once(
        scene.turn("Ana", call_off(Side.BAND)), scene.turn("Dana", call_off(Side.VENUE))
    )
    assert kinds(outcomes) == ["ApplicationCard", "ApplicationCard"]
    assert sorted(each.before for each in outcomes) == [False, True]
    assert await scene.changes("booking.cancelled") == 1
