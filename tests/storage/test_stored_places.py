"""The contract of core.bands.store.Bands about places in a band, profiles, bindings and open invites."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from core.bands import Band, Binding, BindingKind, Invite, OpenInvite, Role
from core.bands.edits import edit_band
from core.bands.members import MemberEdit, change_member, hand_over
from core.bands.refusals import LastOwner, OwnersOnly
from core.bands.store import NewInvite
from core.ids import MembershipId
from core.journal import Act
from core.unit import Conflict, ReadOnlyUnit
from tests.storage.makings import NOW, band, person

CHANNEL = Binding(BindingKind.CHANNEL, "discord:1")
SERVER = Binding(BindingKind.SERVER, "discord:1")


async def test_a_place_is_found_by_its_id_even_when_its_person_has_left(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        foxes = await band(unit, "Foxes", ann)
        mine = await unit.bands.membership(foxes, ann.id)
        await unit.bands.set_membership(mine.id, role=Role.BOOKER, part="drums, vocals", required=False)
        await unit.bands.remove_member(mine.id, at=NOW)
    async with units.read() as unit:
        found = await unit.bands.member(mine.id)
        assert found == replace(mine, role=Role.BOOKER, part="drums, vocals", required=False)
        assert await unit.bands.member(MembershipId(mine.id + 99)) is None


async def test_a_profile_changes_and_the_rest_stays(units):
    async with units.write() as unit:
        foxes, owls = await band(unit, "Foxes"), await band(unit, "Owls")
        old, other = await unit.bands.get(foxes), await unit.bands.get(owls)
        links = {"website": "https://foxes.example"}
        new = Band(foxes, "Wolves", "Leeds", "Europe/London", ("folk",), old.habits, links)
        await unit.bands.set_profile(new)
    async with units.read() as unit:
        assert await unit.bands.get(foxes) == new
        assert await unit.bands.get(owls) == other
    async with units.write() as unit:
        await unit.bands.set_profile(old)
        assert await unit.bands.get(foxes) == old


async def test_a_profile_stands_wherever_the_band_is_looked_up(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        foxes = await band(unit, "Foxes", ann)
        await unit.bands.bind(foxes, CHANNEL)
        new = replace(await unit.bands.get(foxes), links={"facebook": "https://www.facebook.com/x"})
        await unit.bands.set_profile(new)
        bound, mine = await unit.bands.here(ann.id, [CHANNEL])
        assert (bound, mine[0][0]) == (new, new)
        assert [found for found, _ in await unit.bands.of(ann.id)] == [new]
        assert await unit.bands.bound_to([CHANNEL]) == new


async def test_a_place_is_unbound_by_kind_and_key(units):
    async with units.write() as unit:
        foxes = await band(unit, "Foxes")
        await unit.bands.bind(foxes, CHANNEL)
        await unit.bands.bind(foxes, SERVER)
        await unit.bands.unbind(CHANNEL)
        await unit.bands.unbind(CHANNEL)
        assert await unit.bands.bound_to([CHANNEL]) is None
        assert (await unit.bands.bound_to([SERVER])).id == foxes


async def test_open_invites_are_those_that_still_open_the_band(units):
    async with units.write() as unit:
        ann, bob = await person(unit, "Ann"), await person(unit, "Bob")
        foxes, owls = await band(unit, "Foxes", ann), await band(unit, "Owls", bob)

        async def made(code, *, by=ann, of=foxes, days=14, uses=3):
            end = NOW + timedelta(days=days)
            return await unit.bands.add_invite(
                NewInvite(of, by.id, code, Role.BOOKER, "bass", end, uses, NOW)
            )

        first, second = await made("A"), await made("B", by=bob, uses=1)
        revoked, _, used, _ = (
            await made("C"),
            await made("D", days=0),
            await made("E", uses=1),
            await made("F", of=owls),
        )
        await unit.bands.revoke_invite(revoked, at=NOW)
        await unit.bands.use_invite(used)
        await unit.bands.use_invite(first)
        end = NOW + timedelta(days=14)
        assert await unit.bands.open_invites(foxes, now=NOW) == [
            OpenInvite(Invite(first, foxes, Role.BOOKER, "bass", end, 2, revoked=False, uses=3), "Ann"),
            OpenInvite(Invite(second, foxes, Role.BOOKER, "bass", end, 1, revoked=False, uses=1), "Bob"),
        ]
        assert await unit.bands.open_invites(foxes, now=end) == []


async def test_a_reading_unit_changes_none_of_it(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        foxes = await band(unit, "Foxes", ann)
        mine, now = await unit.bands.membership(foxes, ann.id), await unit.bands.get(foxes)
    async with units.read() as unit:
        for call in (
            unit.bands.set_membership(mine.id, role=Role.DEP, part=None, required=False),
            unit.bands.set_profile(now),
            unit.bands.unbind(CHANNEL),
        ):
            with pytest.raises(ReadOnlyUnit):
                await call


# Use cases in each other's way, on both databases


async def two_owners(units):
    async with units.write() as unit:
        ann, bob = await person(unit, "Ann"), await person(unit, "Bob")
        foxes = await band(unit, "Foxes", ann, bob)
        places = {}
        for each in (ann, bob):
            places[each.name] = await unit.bands.membership(foxes, each.id)
            await unit.bands.set_membership(places[each.name].id, role=Role.OWNER, part=None, required=True)
        return await unit.bands.get(foxes), ann, bob, places


async def tried(units, act, do):
    while True:
        try:
            async with units.write() as unit:
                return await do(unit, act)
        except Conflict:
            continue
        except (OwnersOnly, LastOwner) as refusal:
            return refusal


async def test_two_owners_who_demote_each_other_at_once_leave_one(units):
    foxes, ann, bob, places = await two_owners(units)

    def demote(whom):
        wanted = MemberEdit(role=Role.MEMBER)
        return lambda unit, act: change_member(unit, act, foxes, places[whom].id, wanted)

    for turn in range(5):
        answers = await asyncio.gather(
            tried(units, Act(ann.id, NOW, f"a{turn}"), demote("Bob")),
            tried(units, Act(bob.id, NOW, f"b{turn}"), demote("Ann")),
        )
        assert [isinstance(each, OwnersOnly) for each in answers].count(True) == 1
        async with units.write() as unit:
            members = await unit.bands.members(foxes.id)
            assert [each.role for each in members].count(Role.OWNER) == 1
            for each in members:
                await unit.bands.set_membership(each.id, role=Role.OWNER, part=None, required=True)


async def test_two_owners_who_step_down_at_once_leave_one(units):
    foxes, ann, bob, places = await two_owners(units)
    wanted = MemberEdit(role=Role.MEMBER)
    answers = await asyncio.gather(
        *(
            tried(
                units,
                Act(each.id, NOW, each.name),
                lambda unit, act, which=places[each.name].id: change_member(unit, act, foxes, which, wanted),
            )
            for each in (ann, bob)
        )
    )
    assert [isinstance(each, LastOwner) for each in answers].count(True) == 1


async def test_handing_over_twice_at_once_makes_one_owner_of_it(units):
    foxes, ann, _, places = await two_owners(units)
    async with units.write() as unit:
        await unit.bands.set_membership(places["Bob"].id, role=Role.MEMBER, part=None, required=True)
    answers = await asyncio.gather(
        *(
            tried(
                units,
                Act(ann.id, NOW, f"{n}"),
                lambda unit, act: hand_over(unit, act, foxes, places["Bob"].id),
            )
            for n in range(4)
        )
    )
    assert [each.before for each in answers].count(False) == 1
    async with units.read() as unit:
        roles = {each.name: each.role for each in await unit.bands.members(foxes.id)}
    assert roles == {"Ann": Role.MEMBER, "Bob": Role.OWNER}


async def test_edits_of_different_fields_at_once_are_all_kept(units):
    foxes, ann, bob, _ = await two_owners(units)
    new = [{"name": "Wolves"}, {"genres": ["folk"]}, {"website": "https://x.example"}, {"length": 60}]
    await asyncio.gather(
        *(
            tried(
                units,
                Act((ann, bob)[n % 2].id, NOW, f"{n}"),
                lambda unit, act, each=each: edit_band(unit, act, foxes.id, each),
            )
            for n, each in enumerate(new)
        )
    )
    async with units.read() as unit:
        found = await unit.bands.get(foxes.id)
    assert (found.name, found.genres, found.habits.min_minutes) == ("Wolves", ("folk",), 60)
    assert found.links == {"website": "https://x.example"}
