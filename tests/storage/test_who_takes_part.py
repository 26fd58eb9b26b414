"""Whose time a commitment takes is said twice, and both say the same.

In Python by `core.scheduling.commitments.commitment.takes_part`, in SQL by `storage.scheduling.taken.TAKES_PART`.
"""

from datetime import datetime, timedelta
from itertools import product

import pytest

from core.bands import Role
from core.scheduling.commitments.commitment import NewCommitment, takes_part
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp
from tests.storage.makings import NOW, band, person

PLAYERS = list(product(Role, (True, False), (None, *Rsvp)))
COMMITMENTS = list(product(CommitmentKind, CommitmentState))
EVER = {"start": NOW, "end": NOW + timedelta(days=60)}


@pytest.fixture
async def scene(units):
    """A band with a player of every kind, and a commitment of every kind that each has answered their way."""
    async with units.write() as unit:
        foxes = await band(unit, "Foxes")
        answers = {}
        for number, (role, required, answer) in enumerate(PLAYERS):
            who = (await person(unit, f"Player {number}")).id
            await unit.bands.add_member(foxes, who, role=role, part=None, required=required, at=NOW)
            answers[who] = answer
        which = []
        for number, (kind, state) in enumerate(COMMITMENTS):
            start = datetime(2026, 12, 1 + number, 19)
            new = NewCommitment(
                band=foxes,
                kind=kind,
                state=state,
                start=start,
                end=start + timedelta(hours=3),
                zone="Europe/London",
                location=None,
                made_by=who,
                made_at=NOW,
                answer_by=None,
            )
            which.append(await unit.commitments.add(new))
        for one, (player, answer) in product(which, answers.items()):
            if answer is not None:
                await unit.commitments.answer(one, player, answer, at=NOW)
    return foxes, answers, which


async def test_the_rule_in_python_and_the_rule_in_sql_take_the_same_people_s_time(units, scene):
    foxes, answers, which = scene
    async with units.read() as unit:
        members = await unit.bands.members(foxes)
        commitments = [await unit.commitments.get(each) for each in which]
        taken = await unit.taken.of(list(answers), **EVER)
        together = await unit.taken.with_last_looks(list(answers), **EVER)
    assert len(members) == len(PLAYERS)
    assert {(each.role, each.required, answers[each.person]) for each in members} == set(PLAYERS)
    assert {(each.kind, each.state) for each in commitments} == set(COMMITMENTS)
    confirmed = [each for each in commitments if each.state is CommitmentState.CONFIRMED]
    for member in members:
        expected = confirmed if takes_part(member, answers[member.person]) else []
        held = [(each.span, each.band, each.kind) for each in taken[member.person].occupied]
        assert held == [(each.span, foxes, each.kind) for each in expected], member
        assert together[member.person][0] == taken[member.person]


async def test_nothing_takes_the_time_of_a_player_who_has_left(units, scene):
    foxes, answers, _ = scene
    async with units.write() as unit:
        for member in await unit.bands.members(foxes):
            await unit.bands.remove_member(member.id, at=NOW)
    async with units.read() as unit:
        taken = await unit.taken.of(list(answers), **EVER)
    assert not any(each.occupied for each in taken.values())
