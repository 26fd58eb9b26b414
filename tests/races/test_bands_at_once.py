"""Two people change who is what in a band at the same moment: it keeps an owner, and nobody is lost."""

import pytest

from core import undo
from core.bands import Role
from core.bands.departure import dissolve, leave, leave_to
from core.bands.edits import edit_band
from core.bands.invites import join_by_code
from core.bands.members import MemberEdit, change_member, hand_over, remove
from core.bands.store import NewInvite
from core.ids import ChangeId
from tests.races.scenes import Scene, kinds


@pytest.fixture
async def scene(units, engine, clock) -> Scene:
    return Scene(units, engine, clock)


@pytest.fixture
async def foxes(scene):
    return await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.OWNER)


@pytest.fixture
async def code(scene, foxes):
    """A code with one use left."""
    async with scene.units.write() as unit:
        now = scene.clock.now()
        await unit.bands.add_invite(
            NewInvite(
                foxes.band.id, foxes.people["Ana"], "CODE", Role.MEMBER, None, now.replace(year=2030), 1, now
            )
        )
    return "CODE"


async def newcomers(scene, *names):
    async with scene.units.write() as unit:
        for name in names:
            await scene.person(unit, name)


async def owners(scene, line):
    return [name for name, role in (await scene.roles(line)).items() if role == "owner"]


async def test_two_owners_who_demote_each_other_leave_one(scene, foxes, meeting):
    def demote(whom):
        wanted = MemberEdit(role=Role.MEMBER)
        return lambda unit, act: change_member(unit, act, foxes.band, foxes.places[whom], wanted)

    outcomes = await meeting.all_at_once(scene.turn("Ana", demote("Bo")), scene.turn("Bo", demote("Ana")))
    assert kinds(outcomes) == ["MemberChanged", "OwnersOnly"]
    assert len(await owners(scene, foxes)) == 1


async def test_two_owners_who_take_each_other_out_leave_one(scene, foxes, meeting):
    def take_out(whom):
        return lambda unit, act: remove(unit, act, foxes.band, foxes.places[whom])

    outcomes = await meeting.all_at_once(scene.turn("Ana", take_out("Bo")), scene.turn("Bo", take_out("Ana")))
    assert kinds(outcomes) == ["NotAMember", "Removed"]
    assert len(await owners(scene, foxes)) == 1


@pytest.mark.parametrize("first", ["handing over", "leaving"])
async def test_a_band_is_handed_to_nobody_who_is_just_leaving(scene, meeting, first):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.MEMBER, Cy=Role.MEMBER)
    acts = [
        scene.turn("Ana", lambda unit, act: hand_over(unit, act, foxes.band, foxes.places["Bo"])),
        scene.turn("Bo", lambda unit, act: leave(unit, act, foxes.band)),
    ]
    outcomes = await meeting.one_behind_the_other(*(acts if first == "handing over" else reversed(acts)))
    assert kinds(outcomes) in (["HandedOver", "LeaveAsked"], ["Left", "NoSuchMember"])
    assert len(await owners(scene, foxes)) == 1


async def test_two_owners_who_leave_do_not_both_go_without_a_word(scene, meeting):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.OWNER, Cy=Role.MEMBER)

    def go(unit, act):
        return leave(unit, act, foxes.band)

    outcomes = await meeting.all_at_once(scene.turn("Ana", go), scene.turn("Bo", go))
    assert kinds(outcomes) == ["LeaveAsked", "Left"]
    assert len(await owners(scene, foxes)) == 1


@pytest.mark.parametrize("first", ["leaving it to them", "going"])
async def test_a_band_is_left_to_nobody_who_is_going_too(scene, meeting, first):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.MEMBER, Cy=Role.MEMBER)
    acts = [
        scene.turn("Ana", lambda unit, act: leave_to(unit, act, foxes.band, foxes.places["Bo"])),
        scene.turn("Bo", lambda unit, act: leave(unit, act, foxes.band)),
    ]
    outcomes = await meeting.one_behind_the_other(*(acts if first != "going" else reversed(acts)))
    assert kinds(outcomes) in (["LeaveAsked", "Left"], ["Left", "NoSuchMember"])
    assert len(await owners(scene, foxes)) == 1


@pytest.mark.parametrize("first", ["joining", "ending"])
async def test_nobody_joins_a_band_that_is_just_ending(scene, meeting, first):
    solo = await scene.line_up("Solo", Ana=Role.OWNER)
    await newcomers(scene, "Di")
    async with scene.units.write() as unit:
        now = scene.clock.now()
        await unit.bands.add_invite(
            NewInvite(
                solo.band.id, solo.people["Ana"], "SOLO", Role.MEMBER, None, now.replace(year=2030), 9, now
            )
        )
    acts = [
        scene.turn("Di", lambda unit, act: join_by_code(unit, act, "SOLO")),
        scene.turn("Ana", lambda unit, act: dissolve(unit, act, solo.band)),
    ]
    outcomes = await meeting.one_behind_the_other(*(acts if first == "joining" else reversed(acts)))
    assert kinds(outcomes) in (["Joined", "LeaveAsked"], ["Left", "NoSuchInvite"])
    async with scene.units.read() as unit:
        alive = await unit.bands.get(solo.band.id)
    assert set(await scene.roles(solo)) == ({"Ana", "Di"} if alive else set())


async def test_the_last_use_of_an_invite_lets_one_in(scene, foxes, code, meeting):
    await newcomers(scene, "Di", "Ed")

    def join(unit, act):
        return join_by_code(unit, act, code)

    outcomes = await meeting.all_at_once(scene.turn("Di", join), scene.turn("Ed", join))
    assert kinds(outcomes) == ["InviteOver", "Joined"]


async def test_two_owners_edits_of_different_fields_are_both_kept(scene, foxes, meeting):
    def edit(new):
        return lambda unit, act: edit_band(unit, act, foxes.band.id, new)

    outcomes = await meeting.all_at_once(
        scene.turn("Ana", edit({"name": "Wolves"})), scene.turn("Bo", edit({"genres": ["folk"]}))
    )
    assert kinds(outcomes) == ["BandEdited", "BandEdited"]
    async with scene.units.read() as unit:
        found = await unit.bands.get(foxes.band.id)
    assert (found.name, found.genres) == ("Wolves", ("folk",))


async def test_a_role_given_back_by_undo_leaves_an_owner(scene, meeting):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.MEMBER)

    def make(whom, role):
        return lambda unit, act: change_member(
            unit, act, foxes.band, foxes.places[whom], MemberEdit(role=role)
        )

    made = await scene.turn("Ana", make("Bo", Role.OWNER))
    outcomes = await meeting.one_behind_the_other(
        scene.turn("Bo", make("Ana", Role.MEMBER)),
        scene.turn("Ana", lambda unit, act: undo.undo(unit, act, ChangeId(made.change))),
    )
    assert kinds(outcomes) == ["MemberChanged", "OwnersOnly"]
    assert await owners(scene, foxes) == ["Bo"]


async def test_two_owners_who_undo_one_edit_undo_it_once(scene, foxes, meeting):
    edited = await scene.turn(
        "Ana", lambda unit, act: edit_band(unit, act, foxes.band.id, {"name": "Wolves"})
    )

    def take_back(unit, act):
        return undo.undo(unit, act, edited.change)

    outcomes = await meeting.all_at_once(scene.turn("Ana", take_back), scene.turn("Bo", take_back))
    assert kinds(outcomes) == ["Undone", "Undone"]
    assert sorted(each.before for each in outcomes) == [False, True]
    assert await scene.changes("journal.undone") == 1
