"""One link and several browsers at the same moment, and sessions whose person becomes another or is gone."""

import pytest

from core.personal_data import erasure, merge
from core.unit import Conflict
from core.web_sessions.signing_in import (
    offer_link,
    own_turn,
    session_of,
    sign_in,
    sign_out_everywhere,
)
from core.web_sessions.tokens import new_secret
from tests.races.scenes import Scene, kinds

MANY = 20


@pytest.fixture
async def scene(units, engine, clock) -> Scene:
    return Scene(units, engine, clock)


async def ana_with_a_link(scene):
    """Ana, and the token of a link of hers."""
    async with scene.units.write() as unit:
        person = await scene.person(unit, "Ana")
    offered = await scene.turn("Ana", lambda unit, act: offer_link(unit, act, secret=new_secret()))
    return person, offered.token


async def enters(scene, token):
    """Sign in as a page does: again where another unit is in the way."""
    for _ in range(3):
        try:
            async with scene.units.write() as unit:
                return await sign_in(unit, token, secret=new_secret(), now=scene.clock.now())
        except Conflict:
            continue
    raise AssertionError(token)


async def sessions(scene, person):
    async with scene.units.read() as unit:
        return await unit.web_sessions.of(person)


async def test_of_twenty_browsers_that_open_one_link_at_once_one_is_signed_in(scene, meeting):
    ana, token = await ana_with_a_link(scene)
    outcomes = await meeting.all_at_once(*(enters(scene, token) for _ in range(MANY)))
    assert kinds(outcomes) == ["NoneType"] * (MANY - 1) + ["SessionBegun"]
    assert len(await sessions(scene, ana)) == 1


async def test_nobody_is_signed_in_as_somebody_who_has_just_had_everything_deleted(scene, meeting):
    ana, token = await ana_with_a_link(scene)
    outcomes = await meeting.one_behind_the_other(
        scene.turn("Ana", lambda unit, act: erasure.erase(unit, act, ana)), enters(scene, token)
    )
    assert kinds(outcomes) == ["Erased", "NoneType"]
    assert await sessions(scene, ana) == []


async def test_a_link_of_somebody_who_becomes_another_person_signs_in_as_that_person(scene, meeting):
    _, token = await ana_with_a_link(scene)
    async with scene.units.write() as unit:
        bo = await scene.person(unit, "Bo")
        await unit.link_codes.offer(bo, "AAAABBBB", at=scene.clock.now())
    joined, begun = await meeting.one_behind_the_other(
        scene.turn("Ana", lambda unit, act: merge.redeem(unit, act, "AAAABBBB")), enters(scene, token)
    )
    assert begun.person == joined.person.id
    assert [each.person for each in await sessions(scene, joined.person.id)] == [joined.person.id]


async def test_a_session_that_is_ended_meanwhile_does_nothing_more(scene, meeting):
    _, token = await ana_with_a_link(scene)
    begun = await enters(scene, token)

    async def acts():
        async with scene.units.write() as unit:
            return await own_turn(unit, begun.token, now=scene.clock.now())

    ended, found = await meeting.one_behind_the_other(scene.turn("Ana", sign_out_everywhere), acts())
    assert ended.ended == 1
    assert found is None
    async with scene.units.read() as unit:
        assert await session_of(unit, begun.token, now=scene.clock.now()) is None
