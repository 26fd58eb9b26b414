"""Two people change one band's diary at the same moment, or two bands take one player's evening."""

from datetime import timedelta

import pytest

from core import undo
from core.bands import Role
from core.ids import ChangeId
from core.journal import Act, Superseded
from core.scheduling.commitments import rehearsals, rescheduling
from core.scheduling.commitments.card import CommitmentOutcome, Note
from core.scheduling.commitments.commitment import BandTaken, CalledOff
from core.scheduling.commitments.rehearsals import Times
from core.scheduling.green import nudges
from core.scheduling.kinds import CommitmentKind, Rsvp
from tests.races.scenes import CANCELLED, CONFIRMED, EVENING, PROPOSED, Scene, kinds

NIGHT = Times(EVENING, EVENING + timedelta(hours=3))
OTHER_DAY = Times(EVENING + timedelta(days=1), EVENING + timedelta(days=1, hours=3))


@pytest.fixture
async def scene(units, engine, clock) -> Scene:
    return Scene(units, engine, clock)


@pytest.fixture
async def foxes(scene):
    return await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.OWNER, Cy=Role.MEMBER)


@pytest.fixture
async def owls(scene, foxes):
    """Another band, whose only other player is the Foxes' Cy."""
    return await scene.line_up("Owls", Di=Role.OWNER, Cy=Role.MEMBER)


async def test_two_owners_who_propose_one_evening_propose_one_rehearsal(scene, foxes, meeting):
    def propose(unit, act):
        return rehearsals.propose(unit, act, foxes.band, NIGHT, seen_on=None)

    outcomes = await meeting.all_at_once(scene.turn("Ana", propose), scene.turn("Bo", propose))
    assert kinds(outcomes) == ["BandTaken", "Standing"]
    assert await scene.changes("rehearsal.proposed") == 1


async def test_of_the_last_two_who_say_yes_one_makes_it_everybody(scene, foxes, meeting):
    which = await scene.has(foxes, PROPOSED)

    def answer(unit, act):
        return rehearsals.respond(unit, act, foxes.band, which, Rsvp.YES, revision=0)

    await scene.turn("Ana", answer)
    outcomes = await meeting.all_at_once(scene.turn("Bo", answer), scene.turn("Cy", answer))
    assert kinds(outcomes) == ["CommitmentOutcome", "CommitmentOutcome"]
    assert sorted(str(each.note) for each in outcomes) == sorted([str(Note.EVERYBODY), "None"])
    assert await scene.notices("everybody_can") == 1


async def test_an_answer_undone_while_it_moves_to_another_day_is_no_answer_to_that_day(scene, foxes, meeting):
    which = await scene.has(foxes, PROPOSED)
    for said in (Rsvp.YES, Rsvp.NO):
        await scene.turn(
            "Cy",
            lambda unit, act, said=said: rehearsals.respond(unit, act, foxes.band, which, said, revision=0),
        )
    last = ChangeId(await scene.changes("commitment.answered"))
    outcomes = await meeting.one_behind_the_other(
        scene.turn(
            "Ana",
            lambda unit, act: rescheduling.move(unit, act, foxes.band, which, OTHER_DAY, anyway=False),
        ),
        scene.turn("Cy", lambda unit, act: undo.undo(unit, act, last)),
    )
    assert kinds(outcomes) == ["Moved", "Superseded"]
    assert isinstance(outcomes[1], Superseded)
    async with scene.units.read() as unit:
        assert foxes.people["Cy"] not in (await unit.commitments.answers([which]))[which]


async def test_two_who_confirm_confirm_once(scene, foxes, meeting):
    which = await scene.has(foxes, PROPOSED)

    def confirm(unit, act):
        return rehearsals.confirm(unit, act, foxes.band, which)

    outcomes = await meeting.all_at_once(scene.turn("Ana", confirm), scene.turn("Bo", confirm))
    assert kinds(outcomes) == ["CommitmentOutcome", "CommitmentOutcome"]
    assert sorted(each.note for each in outcomes) == sorted([Note.ALREADY, Note.TAKES])
    assert await scene.changes("commitment.confirmed") == 1


async def test_two_bands_that_confirm_one_evening_share_no_player_unawares(scene, foxes, owls, meeting):
    of_foxes, of_owls = await scene.has(foxes, PROPOSED), await scene.has(owls, PROPOSED)
    outcomes = await meeting.all_at_once(
        scene.turn("Ana", lambda unit, act: rehearsals.confirm(unit, act, foxes.band, of_foxes)),
        scene.turn("Di", lambda unit, act: rehearsals.confirm(unit, act, owls.band, of_owls)),
    )
    assert kinds(outcomes) == ["CommitmentOutcome", "ConfirmAsked"]
    (asked,) = [each for each in outcomes if not isinstance(each, CommitmentOutcome)]
    assert [worry.person for worry in asked.standing.worries] == [foxes.people["Cy"]]
    states = [(await scene.commitment(each)).state for each in (of_foxes, of_owls)]
    assert sorted(states) == sorted([CONFIRMED, PROPOSED])


async def test_two_owners_who_enter_gigs_of_one_evening_enter_one(scene, foxes, meeting):
    def enter(unit, act):
        return rescheduling.enter_gig(unit, act, foxes.band, NIGHT, anyway=False)

    outcomes = await meeting.all_at_once(scene.turn("Ana", enter), scene.turn("Bo", enter))
    assert kinds(outcomes) == ["BandTaken", "CommitmentOutcome"]
    assert await scene.changes("commitment.confirmed") == 1


async def test_two_bands_that_enter_gigs_share_no_player_unawares(scene, foxes, owls, meeting):
    def enter(line):
        return lambda unit, act: rescheduling.enter_gig(unit, act, line.band, NIGHT, anyway=False)

    outcomes = await meeting.all_at_once(scene.turn("Ana", enter(foxes)), scene.turn("Di", enter(owls)))
    assert kinds(outcomes) == ["CommitmentOutcome", "Doubled"]


async def test_two_things_moved_to_one_evening_do_not_both_get_there(scene, foxes, meeting):
    first = await scene.has(foxes, PROPOSED, start=EVENING + timedelta(days=7))
    second = await scene.has(foxes, PROPOSED, start=EVENING + timedelta(days=8))

    def move(which):
        return lambda unit, act: rescheduling.move(unit, act, foxes.band, which, NIGHT, anyway=False)

    outcomes = await meeting.all_at_once(scene.turn("Ana", move(first)), scene.turn("Bo", move(second)))
    assert kinds(outcomes) == ["BandTaken", "Moved"]


async def test_two_bands_that_move_to_one_evening_share_no_player_unawares(scene, foxes, owls, meeting):
    of_foxes = await scene.has(foxes, CONFIRMED, start=EVENING + timedelta(days=7))
    of_owls = await scene.has(owls, CONFIRMED, start=EVENING + timedelta(days=8))

    def move(line, which):
        return lambda unit, act: rescheduling.move(unit, act, line.band, which, NIGHT, anyway=False)

    outcomes = await meeting.all_at_once(
        scene.turn("Ana", move(foxes, of_foxes)), scene.turn("Di", move(owls, of_owls))
    )
    assert kinds(outcomes) == ["Doubled", "Moved"]


@pytest.mark.parametrize("first", ["move", "place"])
async def test_the_time_that_one_says_and_the_place_that_another_says_are_both_kept(
    scene, foxes, meeting, first
):
    which = await scene.has(foxes, PROPOSED)
    move = scene.turn(
        "Ana", lambda unit, act: rescheduling.move(unit, act, foxes.band, which, OTHER_DAY, anyway=False)
    )
    place = scene.turn(
        "Bo", lambda unit, act: rescheduling.set_location(unit, act, foxes.band, which, "Unit 4")
    )
    outcomes = await meeting.one_behind_the_other(*((move, place) if first == "move" else (place, move)))
    assert kinds(outcomes) == ["Moved", "Moved"]
    stands = await scene.commitment(which)
    assert (stands.start, stands.location) == (OTHER_DAY.start, "Unit 4")


async def test_what_is_called_off_stays_so_while_somebody_says_where_it_is(scene, foxes, meeting):
    which = await scene.has(foxes, CONFIRMED)
    outcomes = await meeting.one_behind_the_other(
        scene.turn("Ana", lambda unit, act: rescheduling.call_off(unit, act, foxes.band, which)),
        scene.turn("Bo", lambda unit, act: rescheduling.set_location(unit, act, foxes.band, which, "Unit 4")),
    )
    assert isinstance(outcomes[1], CalledOff)
    assert (await scene.commitment(which)).state is CANCELLED


async def test_two_who_call_it_off_call_it_off_once(scene, foxes, meeting):
    which = await scene.has(foxes, CONFIRMED)

    def call_off(unit, act):
        return rescheduling.call_off(unit, act, foxes.band, which)

    outcomes = await meeting.all_at_once(scene.turn("Ana", call_off), scene.turn("Bo", call_off))
    assert kinds(outcomes) == ["CommitmentOutcome", "CommitmentOutcome"]
    assert await scene.changes("commitment.called_off") == 1
    assert await scene.notices("commitment_told") == 2, "Bo and Cy, or Ana and Cy"


async def test_what_is_put_back_finds_its_evening_taken_by_a_proposal_of_that_moment(scene, foxes, meeting):
    which = await scene.has(foxes, CANCELLED)
    outcomes = await meeting.one_behind_the_other(
        scene.turn("Ana", lambda unit, act: rehearsals.propose(unit, act, foxes.band, NIGHT, seen_on=None)),
        scene.turn("Bo", lambda unit, act: rescheduling.put_back(unit, act, foxes.band, which)),
    )
    assert isinstance(outcomes[1], BandTaken)
    assert (await scene.commitment(which)).state is CANCELLED


async def test_two_bands_that_put_gigs_back_share_no_player_unawares(scene, foxes, owls, meeting):
    which = [
        await scene.has(line, CANCELLED, kind=CommitmentKind.GIG, was_confirmed=True)
        for line in (foxes, owls)
    ]

    def put_back(line, gig):
        return lambda unit, act: rescheduling.put_back(unit, act, line.band, gig)

    outcomes = await meeting.all_at_once(
        scene.turn("Ana", put_back(foxes, which[0])), scene.turn("Di", put_back(owls, which[1]))
    )
    assert kinds(outcomes) == ["CommitmentOutcome", "CommitmentOutcome"]
    states = [(await scene.commitment(each)).state for each in which]
    assert sorted(states) == sorted([CONFIRMED, PROPOSED])


async def test_two_owners_who_nudge_ask_each_member_once(scene, meeting):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.OWNER, Cy=Role.MEMBER, Di=Role.MEMBER)
    months = (EVENING.date().replace(day=1),)

    def nudge(unit, act: Act):
        return nudges.nudge(unit, act, foxes.band, months)

    outcomes = await meeting.all_at_once(scene.turn("Ana", nudge), scene.turn("Bo", nudge))
    assert kinds(outcomes) == ["Nudged", "Nudged"]
    asked = [name for each in outcomes for name in each.names]
    assert [asked.count(name) for name in ("Cy", "Di")] == [1, 1]
