"""The contract of core.scheduling.commitments.commitment.Commitments."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.bands import Role
from core.ids import AccountRef, CommitmentId, Platform
from core.scheduling.commitments.commitment import Answered, NewCommitment
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp
from core.unit import ReadOnlyUnit
from tests.storage.makings import NOW, band, person

EVENING = datetime(2026, 12, 1, 19)
EVER = {"start": datetime(2026, 1, 1, tzinfo=UTC), "end": datetime(2028, 1, 1, tzinfo=UTC)}


def rehearsal(of, by, *, start=EVENING, hours=3, state=CommitmentState.PROPOSED, **more):
    values = {
        "band": of,
        "kind": CommitmentKind.REHEARSAL,
        "state": state,
        "start": start,
        "end": start + timedelta(hours=hours),
        "zone": "Europe/London",
        "location": None,
        "made_by": by.id,
        "made_at": NOW,
        "answer_by": NOW + timedelta(hours=48),
    }
    return NewCommitment(**{**values, **more})


@pytest.fixture
async def made(units):
    """Ann and Bob in the Foxes and the Owls, Cy in the Foxes alone."""
    async with units.write() as unit:
        ann, bob, cy = [await person(unit, name) for name in ("Ann", "Bob", "Cy")]
        foxes, owls = await band(unit, "Foxes", ann, bob, cy), await band(unit, "Owls", ann, bob)
    return ann, bob, cy, foxes, owls


async def test_a_commitment_is_kept_as_it_was_made_and_changed(units, made):
    ann, _, _, foxes, _ = made
    new = rehearsal(foxes, ann, location="Unit 4")
    async with units.write() as unit:
        which = await unit.commitments.add(new)
    async with units.read() as unit:
        kept = await unit.commitments.get(which)
        assert await unit.commitments.get(CommitmentId(which + 1)) is None
    assert {name: getattr(kept, name) for name in NewCommitment.__slots__} == {
        name: getattr(new, name) for name in NewCommitment.__slots__
    }
    assert kept.revision == 0
    moved = replace(
        kept,
        state=CommitmentState.CONFIRMED,
        start=EVENING + timedelta(days=200),
        end=EVENING + timedelta(days=200, hours=2),
        location="Unit 5",
        answer_by=None,
        revision=3,
    )
    async with units.write() as unit:
        await unit.commitments.replace(moved, at=NOW)
    moved = replace(moved, changed_at=NOW, changes=1)
    async with units.read() as unit:
        assert await unit.commitments.get(which) == moved
        # June: the instants have moved along with the wall times.
        at = datetime(2027, 6, 19, 18, tzinfo=UTC)
        found = await unit.commitments.of_band(foxes, start=at, end=at + timedelta(minutes=1))
        assert found == [moved]


async def test_a_band_s_time_is_read_half_open_and_without_what_was_called_off(units, made):
    ann, _, _, foxes, owls = made
    async with units.write() as unit:
        second = await unit.commitments.add(rehearsal(foxes, ann, start=EVENING + timedelta(days=1)))
        first = await unit.commitments.add(rehearsal(foxes, ann))
        await unit.commitments.add(rehearsal(foxes, ann, state=CommitmentState.CANCELLED))
        await unit.commitments.add(rehearsal(owls, ann))
    begin, end = datetime(2026, 12, 1, 19, tzinfo=UTC), datetime(2026, 12, 1, 22, tzinfo=UTC)
    async with units.read() as unit:
        has = unit.commitments.of_band
        assert [each.id for each in await has(foxes, **EVER)] == [first, second]
        assert await has(foxes, start=begin - timedelta(hours=1), end=begin) == []
        assert await has(foxes, start=end, end=end + timedelta(hours=1)) == []
        assert [each.id for each in await has(foxes, start=begin, end=begin + timedelta(seconds=1))] == [
            first
        ]


async def test_only_confirmed_rehearsals_are_a_habit(units, made):
    ann, _, _, foxes, _ = made
    confirmed = CommitmentState.CONFIRMED
    async with units.write() as unit:
        for start, more in (
            (EVENING, {"state": confirmed}),
            (EVENING - timedelta(days=300), {"state": confirmed}),
            (EVENING + timedelta(days=1), {}),
            (EVENING + timedelta(days=2), {"state": confirmed, "kind": CommitmentKind.GIG}),
        ):
            await unit.commitments.add(rehearsal(foxes, ann, start=start, **more))
    async with units.read() as unit:
        assert await unit.commitments.rehearsed(foxes, since=NOW) == [EVENING]


async def test_the_last_answer_counts_and_can_be_taken_away(units, made):
    ann, bob, _, foxes, _ = made
    later = NOW + timedelta(minutes=5)
    async with units.write() as unit:
        which = await unit.commitments.add(rehearsal(foxes, ann))
        other = await unit.commitments.add(rehearsal(foxes, ann, start=EVENING + timedelta(days=1)))
        await unit.commitments.answer(which, ann.id, Rsvp.NO, at=NOW)
        await unit.commitments.answer(which, ann.id, Rsvp.YES, at=later)
        await unit.commitments.answer(which, bob.id, Rsvp.MAYBE, at=NOW)
        await unit.commitments.answer(other, bob.id, Rsvp.NO, at=NOW)
    async with units.read() as unit:
        said = await unit.commitments.answers([which, other])
        assert said == {which: {ann.id: Rsvp.YES, bob.id: Rsvp.MAYBE}, other: {bob.id: Rsvp.NO}}
        assert await unit.commitments.answers([]) == {}
    async with units.write() as unit:
        await unit.commitments.answer(which, bob.id, None, at=later)
        await unit.commitments.forget_answers(other)
    async with units.read() as unit:
        assert await unit.commitments.answers([which, other]) == {which: {ann.id: Rsvp.YES}, other: {}}


async def test_a_new_commitment_gets_several_answers_at_once(units, made):
    ann, bob, cy, foxes, _ = made
    async with units.write() as unit:
        which = await unit.commitments.add(rehearsal(foxes, ann))
        said = {ann.id: Rsvp.YES, bob.id: Rsvp.NO, cy.id: Rsvp.MAYBE}
        await unit.commitments.answer_all(which, said, at=NOW)
        await unit.commitments.answer_all(which, {}, at=NOW)
        assert await unit.commitments.answers([which]) == {which: said}
        answered = [each for _, each in await unit.commitments.players(foxes, which)]
    assert answered == [Answered(each, NOW) for each in (Rsvp.YES, Rsvp.NO, Rsvp.MAYBE)]


async def test_what_is_agreed_with_a_venue_stays_so_when_it_moves(units, made):
    ann, _, _, foxes, _ = made
    new = rehearsal(
        foxes, ann, kind=CommitmentKind.GIG, state=CommitmentState.CONFIRMED, agreed=True, answer_by=None
    )
    async with units.write() as unit:
        which, other = await unit.commitments.add(new), await unit.commitments.add(rehearsal(foxes, ann))
        assert not (await unit.commitments.get(other)).agreed
        moved = replace(await unit.commitments.get(which), start=EVENING + timedelta(hours=1), revision=1)
        await unit.commitments.replace(moved, at=NOW)
        moved = replace(moved, changed_at=NOW, changes=1)
        assert moved.agreed
        assert await unit.commitments.get(which) == moved
        assert (await unit.commitments.reach(which, ann.id))[0] == moved
        assert moved in await unit.commitments.of_band(foxes, **EVER)


async def test_players_and_their_answers_are_one_look(units, made):
    ann, bob, _, foxes, owls = made
    later = NOW + timedelta(minutes=5)
    async with units.write() as unit:
        gone = await person(unit, "Gone")
        left = await unit.bands.add_member(foxes, gone.id, role=Role.MEMBER, part=None, required=True, at=NOW)
        await unit.bands.remove_member(left, at=NOW)
        which = await unit.commitments.add(rehearsal(foxes, ann))
        other = await unit.commitments.add(rehearsal(foxes, ann, start=EVENING + timedelta(days=1)))
        await unit.commitments.answer(which, ann.id, Rsvp.NO, at=NOW)
        await unit.commitments.answer(which, ann.id, Rsvp.YES, at=later)
        await unit.commitments.answer(which, gone.id, Rsvp.YES, at=NOW)
        await unit.commitments.answer(other, bob.id, Rsvp.MAYBE, at=NOW)
    async with units.read() as unit:
        members = await unit.bands.members(foxes)
        assert await unit.commitments.players(foxes, which) == [
            (each, Answered(Rsvp.YES, later) if each.person == ann.id else None) for each in members
        ]
        assert await unit.commitments.players(foxes, CommitmentId(0)) == [(each, None) for each in members]
        assert [each.person for each, _ in await unit.commitments.players(owls, which)] == [
            each.person for each in await unit.bands.members(owls)
        ]


async def test_a_commitment_its_band_and_one_s_place_there_are_one_look(units, made):
    ann, _, _, foxes, _ = made
    async with units.write() as unit:
        stranger = await person(unit, "Eve")
        which = await unit.commitments.add(rehearsal(foxes, ann, location="Unit 4"))
    async with units.read() as unit:
        commitment, band_ = await unit.commitments.get(which), await unit.bands.get(foxes)
        mine = await unit.bands.membership(foxes, ann.id)
        assert mine is not None
        assert await unit.commitments.reach(which, ann.id) == (commitment, band_, mine)
        assert await unit.commitments.reach(which, stranger.id) == (commitment, band_, None)
        assert await unit.commitments.reach(CommitmentId(which + 1), ann.id) is None
    async with units.write() as unit:
        await unit.bands.dissolve(foxes, at=NOW)
        assert await unit.commitments.reach(which, ann.id) is None


async def test_what_concerns_a_player_is_read_across_all_bands(units, made):
    ann, bob, _, foxes, owls = made
    async with units.write() as unit:
        one = await unit.commitments.add(rehearsal(foxes, ann))
        two = await unit.commitments.add(rehearsal(owls, ann, start=EVENING + timedelta(hours=1)))
        off = await unit.commitments.add(rehearsal(owls, ann, start=EVENING + timedelta(days=1)))
        await unit.commitments.add(rehearsal(owls, ann, state=CommitmentState.CANCELLED))
        await unit.commitments.answer(two, bob.id, Rsvp.YES, at=NOW)
        await unit.commitments.answer(off, bob.id, Rsvp.NO, at=NOW)
        dep = await person(unit, "Dep")
        await unit.bands.add_member(foxes, dep.id, role=Role.DEP, part=None, required=False, at=NOW)
        drawn = await unit.commitments.add(rehearsal(foxes, ann, start=EVENING + timedelta(days=2)))
        await unit.commitments.answer(drawn, dep.id, Rsvp.MAYBE, at=NOW)
    async with units.read() as unit:
        found = await unit.commitments.clashes(bob.id, **EVER)
        assert [(each.commitment.id, each.band, each.answer) for each in found] == [
            (one, "Foxes", None),
            (two, "Owls", Rsvp.YES),
            (drawn, "Foxes", None),
        ]
        assert [each.commitment.id for each in await unit.commitments.clashes(dep.id, **EVER)] == [drawn]


async def test_who_has_an_account_somewhere(units, made):
    ann, bob, _, _, _ = made
    async with units.write() as unit:
        tess = await unit.people.register(
            AccountRef(Platform.TELEGRAM, "7"), name="Tess", locale=None, at=NOW
        )
    async with units.read() as unit:
        people = [ann.id, tess.id]
        assert await unit.commitments.on_platform(people, Platform.DISCORD) == {ann.id}
        assert await unit.commitments.on_platform(people, Platform.TELEGRAM) == {tess.id}
        assert await unit.commitments.on_platform([], Platform.TELEGRAM) == frozenset()
    assert bob.id not in people


async def test_players_are_locked_in_writing_units_only(units, made):
    ann, _, _, _, _ = made
    async with units.read() as unit:
        with pytest.raises(ReadOnlyUnit):
            await unit.commitments.lock_players([ann.id])


async def test_two_bands_that_lock_the_same_players_wait_for_each_other(units, made):
    ann, bob, _, foxes, owls = made
    seen = []

    async def take(of, players):
        async with units.write() as unit:
            await unit.bands.lock(of)
            await unit.commitments.lock_players(players)
            held = [each.commitment for each in await unit.commitments.clashes(bob.id, **EVER)]
            await asyncio.sleep(0)
            seen.append(len(held))
            await unit.commitments.add(rehearsal(of, ann, state=CommitmentState.CONFIRMED))
            # What only points at a player can be written meanwhile, and waits for nobody.
            await unit.commitments.answer(CommitmentId(1), ann.id, Rsvp.YES, at=NOW)

    async with units.write() as unit:
        await unit.commitments.add(rehearsal(foxes, ann, state=CommitmentState.CANCELLED))
    await asyncio.gather(take(foxes, [ann.id, bob.id]), take(owls, [bob.id, ann.id]))
    assert sorted(seen) == [0, 1]
