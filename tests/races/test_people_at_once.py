"""A person with two accounts, and others who deal with them at the same moment: one person, one truth."""

import pytest

from core import undo
from core.bands import Role
from core.bands.departure import leave
from core.bands.members import MemberEdit, change_member
from core.ids import AccountRef, Platform
from core.people import account_links as linking
from core.people import profile
from core.personal_data import erasure, merge
from core.scheduling.diary import importing, marking
from core.scheduling.phrases.understanding import Kind, Statement
from core.scheduling.recurrence.rules import Rule
from tests.races.scenes import EVENING, Scene, kinds

RULE = Rule(EVENING, "Europe/London")


@pytest.fixture
async def scene(units, engine, clock) -> Scene:
    return Scene(units, engine, clock)


def says(kind=Kind.BUSY):
    """Words into one's own diary."""

    async def work(unit, act):
        person = await unit.people.get(act.person)
        return await marking.mark(
            unit, act, person, [Statement(RULE, None)], kind=kind, words="", assumptions=()
        )

    return work


async def two_accounts(scene, name="Ana"):
    """One person, at the console and on Telegram."""
    async with scene.units.write() as unit:
        await scene.person(unit, name)
        await scene.person(unit, name, Platform.TELEGRAM)
        owner, _ = await unit.people.by_account(AccountRef(Platform.CONSOLE, name))
        await unit.link_codes.offer(owner.id, "AAAABBBB", at=scene.clock.now())
    joined = await scene.turn(name, lambda unit, act: merge.redeem(unit, act, "AAAABBBB"), Platform.TELEGRAM)
    assert len(joined.accounts) == 2
    return joined.person


async def diary(scene, person):
    async with scene.units.read() as unit:
        return (await unit.diaries.of([person])).get(person, [])


async def test_one_person_on_two_platforms_says_the_same_once(scene, meeting):
    ana = await two_accounts(scene)
    outcomes = await meeting.all_at_once(
        scene.turn("Ana", says()), scene.turn("Ana", says(), Platform.TELEGRAM)
    )
    assert kinds(outcomes) == ["AlreadySo", "Marked"]
    assert len(await diary(scene, ana.id)) == 1


async def test_one_person_on_two_platforms_undoes_a_change_once(scene, meeting):
    ana = await two_accounts(scene)
    for kind in (Kind.MAYBE, Kind.BUSY):
        await scene.turn("Ana", says(kind))
    outcomes = await meeting.all_at_once(
        scene.turn("Ana", undo.undo_last), scene.turn("Ana", undo.undo_last, Platform.TELEGRAM)
    )
    assert kinds(outcomes) == ["Undone", "Undone"]
    assert await diary(scene, ana.id) == []


async def test_one_person_on_two_platforms_imports_no_calendar_too_many(scene, meeting, monkeypatch):
    monkeypatch.setattr(importing, "MOST", 1)
    await two_accounts(scene)

    def add(number):
        async def work(unit, act):
            person = await unit.people.get(act.person)
            return await importing.import_calendar(unit, act, person, f"https://x.example/{number}.ics")

        return work

    outcomes = await meeting.all_at_once(
        scene.turn("Ana", add(1)), scene.turn("Ana", add(2), Platform.TELEGRAM)
    )
    assert kinds(outcomes) == ["Imported", "TooManyFeeds"]


@pytest.mark.parametrize("first", ["telegram", "console"])
async def test_an_account_parted_while_the_other_speaks_takes_nothing_along(scene, meeting, first):
    ana = await two_accounts(scene)
    here, there = ana_accounts = (await accounts(scene, ana.id))[:2]
    assert len(ana_accounts) == 2

    def part(unit, act):
        return linking.unlink(unit, act, there.id, asking=here.id)

    acts = [scene.turn("Ana", part), scene.turn("Ana", says(), Platform.TELEGRAM)]
    await meeting.one_behind_the_other(*(acts if first == "console" else reversed(acts)))
    async with scene.units.read() as unit:
        parted, _ = await unit.people.by_account(AccountRef(Platform.TELEGRAM, "Ana"))
    assert parted.id != ana.id
    speaker = ana.id if first == "telegram" else parted.id
    assert [len(await diary(scene, each)) for each in (ana.id, parted.id)] == [
        int(speaker == ana.id),
        int(speaker == parted.id),
    ]


async def accounts(scene, person):
    async with scene.units.read() as unit:
        return await unit.people.accounts(person)


async def test_what_the_maker_of_a_code_says_while_it_is_used_is_kept(scene, meeting):
    async with scene.units.write() as unit:
        maker, user = await scene.person(unit, "Ana"), await scene.person(unit, "Ann", Platform.TELEGRAM)
        await unit.link_codes.offer(maker, "AAAABBBB", at=scene.clock.now())
    # The one who uses the code has something, its maker nothing yet: the maker is the one who goes.
    await scene.turn("Ann", says(Kind.MAYBE), Platform.TELEGRAM)
    outcomes = await meeting.one_behind_the_other(
        scene.turn("Ana", says()),
        scene.turn("Ann", lambda unit, act: merge.redeem(unit, act, "AAAABBBB"), Platform.TELEGRAM),
    )
    assert kinds(outcomes) in (["LinkShown", "Marked"], ["Linked", "Marked"])
    async with scene.units.read() as unit:
        found, _ = await unit.people.by_account(AccountRef(Platform.CONSOLE, "Ana"))
        other, _ = await unit.people.by_account(AccountRef(Platform.TELEGRAM, "Ann"))
    assert maker != user
    said = {each.id: [one.kind for one in await diary(scene, each.id)] for each in (found, other)}
    assert sorted(kind for kinds_of in said.values() for kind in kinds_of) == sorted([Kind.BUSY, Kind.MAYBE])


async def test_a_name_that_the_maker_of_a_code_chooses_while_it_is_used_is_kept(scene, meeting):
    async with scene.units.write() as unit:
        maker = await scene.person(unit, "Ana")
        await scene.person(unit, "Ann", Platform.TELEGRAM)
        await unit.link_codes.offer(maker, "AAAABBBB", at=scene.clock.now())
    outcomes = await meeting.one_behind_the_other(
        scene.turn("Ana", lambda unit, act: profile.set_profile(unit, act, name="Anastasia")),
        scene.turn("Ann", lambda unit, act: merge.redeem(unit, act, "AAAABBBB"), Platform.TELEGRAM),
    )
    assert isinstance(outcomes[1], merge.Linked)
    async with scene.units.read() as unit:
        assert (await unit.people.get(maker)).name == "Anastasia"


async def test_a_role_given_while_two_accounts_become_one_is_kept(scene, meeting):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.MEMBER, Bob=Role.MEMBER)
    async with scene.units.write() as unit:
        await unit.link_codes.offer(foxes.people["Bo"], "AAAABBBB", at=scene.clock.now())
    code = await scene.turn("Bob", lambda unit, act: unit.link_codes.by_code("AAAABBBB"))
    outcomes = await meeting.one_behind_the_other(
        scene.turn(
            "Ana",
            lambda unit, act: change_member(
                unit, act, foxes.band, foxes.places["Bob"], MemberEdit(role=Role.OWNER)
            ),
        ),
        scene.turn("Bob", lambda unit, act: merge.link_up(unit, act, code.id)),
    )
    assert kinds(outcomes) == ["Linked", "MemberChanged"]
    assert sorted((await scene.roles(foxes)).values()) == ["owner", "owner"]


@pytest.mark.parametrize("first", ["deleting", "leaving"])
async def test_a_band_keeps_an_owner_while_one_deletes_everything_and_the_other_leaves(scene, meeting, first):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.OWNER, Cy=Role.MEMBER)
    acts = [
        scene.turn("Ana", lambda unit, act: erasure.erase(unit, act, act.person)),
        scene.turn("Bo", lambda unit, act: leave(unit, act, foxes.band)),
    ]
    outcomes = await meeting.one_behind_the_other(*(acts if first == "deleting" else reversed(acts)))
    assert kinds(outcomes) in (["Erased", "LeaveAsked"], ["Left", "StillOwner"])
    assert [role for role in (await scene.roles(foxes)).values() if role == "owner"] == ["owner"]


@pytest.mark.parametrize("first", ["deleting", "entering"])
async def test_nothing_that_is_entered_for_them_outlives_somebody_who_deletes_everything(
    scene, meeting, first
):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.MEMBER)
    async with scene.units.read() as unit:
        bo = await unit.bands.membership(foxes.band.id, foxes.people["Bo"])

    def enter(unit, act):
        return marking.enter(unit, act, bo, [Statement(RULE, None)], kind=Kind.BUSY, words="", assumptions=())

    acts = [
        scene.turn("Bo", lambda unit, act: erasure.erase(unit, act, act.person)),
        scene.turn("Ana", enter),
    ]
    outcomes = await meeting.one_behind_the_other(*(acts if first == "deleting" else reversed(acts)))
    assert kinds(outcomes) == (["Erased", "Gone"] if first == "deleting" else ["Erased", "Marked"])
    assert await diary(scene, foxes.people["Bo"]) == []


async def test_two_who_undo_what_one_entered_for_the_other_undo_it_once(scene, meeting):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.MEMBER)
    async with scene.units.read() as unit:
        bo = await unit.bands.membership(foxes.band.id, foxes.people["Bo"])
    entered = await scene.turn(
        "Ana",
        lambda unit, act: marking.enter(
            unit, act, bo, [Statement(RULE, None)], kind=Kind.BUSY, words="", assumptions=()
        ),
    )

    def take_back(unit, act):
        return undo.undo(unit, act, entered.change)

    outcomes = await meeting.all_at_once(scene.turn("Ana", take_back), scene.turn("Bo", take_back))
    assert kinds(outcomes) == ["Undone", "Undone"]
    assert sorted(each.before for each in outcomes) == [False, True]
    assert await scene.changes("journal.undone") == 1
