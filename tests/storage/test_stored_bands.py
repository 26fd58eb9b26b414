"""The contract of core.bands.store.Bands, but for invites."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.bands import Band, Binding, BindingKind, Membership, Role
from core.bands.wishes import GigWishes, Position
from core.ids import BandId
from core.money import Money
from core.unit import Conflict
from tests.storage.makings import NOW, band, person

SERVER = Binding(BindingKind.SERVER, "discord:1")
CHANNEL = Binding(BindingKind.CHANNEL, "discord:2")
FIRST_CHANNEL = Binding(BindingKind.CHANNEL, "discord:1")
GROUP = Binding(BindingKind.GROUP, "telegram:-5")


async def test_a_band_is_kept_as_it_was_made(units):
    async with units.write() as unit:
        made = await unit.bands.make(
            name="Die Füchse", city=None, zone="Europe/Berlin", genres=["punk", "indie"], at=NOW
        )
    async with units.read() as unit:
        expected = Band(made, "Die Füchse", None, "Europe/Berlin", ("punk", "indie"))
        assert await unit.bands.get(made) == expected
        assert await unit.bands.get(BandId(made + 1)) is None


async def test_members_are_told_in_the_order_of_joining(units):
    async with units.write() as unit:
        ann, bob = await person(unit, "Ann"), await person(unit, "Bob")
        foxes = await band(unit, "Foxes", bob, ann)
        dep = await person(unit, "Cy")
        await unit.bands.add_member(
            foxes, dep.id, role=Role.DEP, part="drums", required=False, at=NOW - timedelta(1)
        )
    async with units.read() as unit:
        members = await unit.bands.members(foxes)
        mine = await unit.bands.membership(foxes, dep.id)
    assert [m.name for m in members] == ["Cy", "Bob", "Ann"]
    assert members[0] == mine == Membership(mine.id, foxes, dep.id, "Cy", Role.DEP, "drums", required=False)


async def test_a_band_and_one_s_place_in_it_are_one_look(units):
    async with units.write() as unit:
        ann, bob = await person(unit, "Ann"), await person(unit, "Bob")
        foxes, owls = await band(unit, "Foxes", ann, bob), await band(unit, "Owls", bob)
        mine = await unit.bands.membership(foxes, ann.id)
        assert mine is not None
        assert await unit.bands.reach(foxes, ann.id) == (await unit.bands.get(foxes), mine)
        assert await unit.bands.reach(owls, ann.id) == (await unit.bands.get(owls), None)
        await unit.bands.remove_member(mine.id, at=NOW)
        assert await unit.bands.reach(foxes, ann.id) == (await unit.bands.get(foxes), None)
        await unit.bands.dissolve(foxes, at=NOW)
        assert await unit.bands.reach(foxes, ann.id) is None


async def test_who_comes_back_gets_the_old_membership_with_the_new_facts(units):
    async with units.write() as unit:
        ann, bob = await person(unit, "Ann"), await person(unit, "Bob")
        foxes = await band(unit, "Foxes", ann, bob)
        first = await unit.bands.membership(foxes, ann.id)
        await unit.bands.remove_member(first.id, at=NOW)
        assert await unit.bands.membership(foxes, ann.id) is None
        assert [m.name for m in await unit.bands.members(foxes)] == ["Bob"]
        assert await unit.bands.of(ann.id) == []
        again = await unit.bands.add_member(
            foxes, ann.id, role=Role.DEP, part="bass", required=False, at=NOW + timedelta(1)
        )
        assert again == first.id
        assert await unit.bands.membership(foxes, ann.id) == Membership(
            first.id, foxes, ann.id, "Ann", Role.DEP, "bass", required=False
        )
        assert [m.name for m in await unit.bands.members(foxes)] == ["Bob", "Ann"]


async def test_the_bands_of_a_person_are_told_by_name(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        for name in ("the Owls", "Émile", "Foxes", "The Ants"):
            await band(unit, name, ann)
        await band(unit, "Others", await person(unit, "Bob"))
        bands = await unit.bands.of(ann.id)
    assert [found.name for found, _ in bands] == ["Foxes", "The Ants", "the Owls", "Émile"]
    assert all(mine.person == ann.id and mine.band == found.id for found, mine in bands)


async def test_the_members_of_several_bands_are_one_look(units):
    async with units.write() as unit:
        ann, bob = await person(unit, "Ann"), await person(unit, "Bob")
        foxes, owls, empty = (
            await band(unit, "Foxes", bob, ann),
            await band(unit, "Owls", ann),
            await band(unit, "E"),
        )
        gone = await unit.bands.membership(foxes, bob.id)
        await unit.bands.remove_member(gone.id, at=NOW)
    async with units.read() as unit:
        found = await unit.bands.members_of([owls, foxes, empty])
        assert found == {each: await unit.bands.members(each) for each in (owls, foxes, empty)}
        assert list(found) == [owls, foxes, empty]
        assert await unit.bands.members_of([]) == {}


async def test_all_bands_are_gone_through_page_by_page(units):
    async with units.write() as unit:
        ids = [await band(unit, f"Band {number}") for number in range(5)]
        await unit.bands.dissolve(ids[1], at=NOW)
    async with units.read() as unit:
        pages, after = [], BandId(0)
        while page := await unit.bands.page(after, 2):
            pages.append([each.id for each in page])
            after = page[-1].id
    assert pages == [[ids[0], ids[2]], [ids[3], ids[4]]]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("The Foxes", ["The Foxes", "the foxes", "THE FOXES"]),
        ("Émile", ["Émile", "émile", "ÉMILE"]),
        ("Die Füße", ["Die Füße", "die füße", "DIE FÜSSE"]),
        ("Kiss", ["kiss", "KISS"]),
        ("100% Wool_", ["100% wool_"]),
        ("AC\\DC", ["ac\\dc"]),
    ],
)
async def test_a_band_is_called_whatever_its_capital_letters(units, name, typed):
    async with units.write() as unit:
        await band(unit, "100x WoolX")
        await band(unit, "The Foxes of York")
        one = await band(unit, name)
        other = await band(unit, name.upper())
        gone = await band(unit, name)
        await unit.bands.dissolve(gone, at=NOW)
    async with units.read() as unit:
        for words in typed:
            assert [each.id for each in await unit.bands.called(words)] == [one, other], words
        assert await unit.bands.called("") == []
        assert await unit.bands.called("%") == []


async def test_the_gigs_that_a_band_looks_for_are_kept(units):
    async with units.write() as unit:
        foxes, owls = await band(unit, "Foxes"), await band(unit, "Owls")
        before = await unit.bands.get(foxes)
        assert before.wishes == GigWishes()
        for wishes in (
            GigWishes((Position.OPENER,), 20, Money(15000, "GBP"), 50, 300, 0),
            GigWishes((), 0, Money(0, "EUR"), 0, 0, 9),
            GigWishes(),
        ):
            await unit.bands.set_profile(replace(before, wishes=wishes))
            assert await unit.bands.get(foxes) == replace(before, wishes=wishes)
        assert (await unit.bands.get(owls)).wishes == GigWishes()


async def test_a_role_changes(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        foxes = await band(unit, "Foxes", ann)
        mine = await unit.bands.membership(foxes, ann.id)
        await unit.bands.set_membership(mine.id, role=Role.OWNER, part="bass, vocals", required=False)
        assert (await unit.bands.membership(foxes, ann.id)).role is Role.OWNER


async def test_the_first_bound_place_decides(units):
    async with units.write() as unit:
        foxes, owls = await band(unit, "Foxes"), await band(unit, "Owls")
        await unit.bands.bind(foxes, SERVER)
        await unit.bands.bind(owls, CHANNEL)
        assert (await unit.bands.bound_to([CHANNEL, SERVER])).id == owls
        assert (await unit.bands.bound_to([GROUP, SERVER])).id == foxes
        assert await unit.bands.bound_to([GROUP]) is None
        assert await unit.bands.bound_to([]) is None


async def test_a_channel_with_its_servers_id_is_another_place(units):
    async with units.write() as unit:
        foxes, owls = await band(unit, "Foxes"), await band(unit, "Owls")
        await unit.bands.bind(foxes, SERVER)
        assert await unit.bands.bound_to([FIRST_CHANNEL]) is None
        await unit.bands.bind(owls, FIRST_CHANNEL)
        assert (await unit.bands.bound_to([FIRST_CHANNEL, SERVER])).id == owls


async def test_a_bound_place_is_not_free(units):
    async with units.write() as unit:
        foxes, owls = await band(unit, "Foxes"), await band(unit, "Owls")
        await unit.bands.bind(foxes, SERVER)
    with pytest.raises(Conflict):
        async with units.write() as unit:
            await unit.bands.bind(owls, SERVER)


async def test_a_binding_follows_its_group_and_is_told_so_twice(units):
    async with units.write() as unit:
        foxes = await band(unit, "Foxes")
        await unit.bands.bind(foxes, GROUP)
        for _ in range(2):
            await unit.bands.move_binding(GROUP.key, "telegram:-1005")
            assert await unit.bands.bound_to([GROUP]) is None
            assert (await unit.bands.bound_to([Binding(BindingKind.GROUP, "telegram:-1005")])).id == foxes


async def test_a_binding_does_not_move_onto_another(units):
    new = Binding(BindingKind.GROUP, "telegram:-1005")
    async with units.write() as unit:
        foxes, owls = await band(unit, "Foxes"), await band(unit, "Owls")
        await unit.bands.bind(foxes, GROUP)
        await unit.bands.bind(owls, new)
        await unit.bands.move_binding(GROUP.key, new.key)
        assert (await unit.bands.bound_to([new])).id == owls


async def test_a_dissolved_band_is_gone_and_its_places_are_free(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        foxes, owls = await band(unit, "Foxes", ann), await band(unit, "Owls")
        await unit.bands.bind(foxes, SERVER)
        await unit.bands.dissolve(foxes, at=NOW)
        assert await unit.bands.get(foxes) is None
        assert await unit.bands.of(ann.id) == []
        assert await unit.bands.bound_to([SERVER]) is None
        await unit.bands.bind(owls, SERVER)
        assert (await unit.bands.bound_to([SERVER])).id == owls


async def test_one_look_finds_the_bound_band_and_ones_own(units):
    async with units.write() as unit:
        ann, bob, cy = await person(unit, "Ann"), await person(unit, "Bob"), await person(unit, "Cy")
        foxes, owls = await band(unit, "Foxes", ann, bob), await band(unit, "owls", ann)
        await unit.bands.bind(owls, CHANNEL)
        await unit.bands.bind(foxes, SERVER)
        await unit.bands.bind(owls, FIRST_CHANNEL)
    async with units.read() as unit:
        for places in ((CHANNEL, SERVER), (FIRST_CHANNEL, SERVER), (SERVER,), (GROUP,), ()):
            for who in (ann, bob, cy):
                bound, mine = await unit.bands.here(who.id, places)
                assert bound == await unit.bands.bound_to(places)
                assert mine == await unit.bands.of(who.id)
