"""Two people become one, or one is no more, and venues, last looks and applications follow."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.bands import Role
from core.ids import AccountRef, ApplicationId, EventId, Platform
from core.journal import Act
from core.marketplace.applications import LookAnswer, PlayerLook
from core.marketplace.applications.changes import ApplicationSent
from core.marketplace.venues.changes import VenueLeftFacts
from core.marketplace.venues.promoters import leave_venue
from core.personal_data import erasure, merge
from core.scheduling.phrases.understanding import Kind
from core.scheduling.recurrence.rules import Rule
from core.unit import Conflict
from tests.storage.makings import NOW, band, night, person, venue

HOUR = timedelta(hours=1)
_EVENING = Kind.BUSY, Rule(datetime(2026, 12, 1, 18), "Europe/London", timedelta(hours=3))


def act(who, cause):
    return Act(who.id, NOW, cause)


@pytest.fixture
async def two(units):
    """Ann on Discord, who has made a code; Ann on Telegram; Bo, who knows both."""
    async with units.write() as unit:
        ann, phone = await person(unit, "Ann"), await person(unit, "Ann T", platform=Platform.TELEGRAM)
        bo = await person(unit, "Bo")
        await unit.link_codes.offer(ann.id, "AAAABBBB", at=NOW)
    return ann, phone, bo


async def joined(units, phone):
    async with units.write() as unit:
        code = await unit.link_codes.by_code("AAAABBBB")
        return await merge.link_up(unit, act(phone, "join"), code.id)


@pytest.mark.parametrize("left", ["nobody", "the one who stays", "the one who goes", "both"])
async def test_of_two_who_speak_for_a_venue_one_who_has_not_left_stays(units, two, left):
    ann, phone, bo = two
    async with units.write() as unit:
        place = await venue(unit, "The Lexington", bo)
        mine = await unit.venues.add_promoter(place, ann.id, at=NOW)
        other = await unit.venues.add_promoter(place, phone.id, at=NOW + timedelta(minutes=1))
        if left in ("the one who stays", "both"):
            await unit.venues.remove_promoter(mine, at=NOW + HOUR)
        if left in ("the one who goes", "both"):
            await unit.venues.remove_promoter(other, at=NOW + HOUR)
    linked = await joined(units, phone)
    async with units.read() as unit:
        speaking = {each.person for each in await unit.venues.promoters(place)}
    assert speaking == ({bo.id} if left == "both" else {bo.id, linked.person.id})


async def test_somebody_who_only_speaks_for_a_venue_has_something_to_lose(units, two):
    ann, phone, bo = two
    async with units.write() as unit:
        await venue(unit, "The Lexington", phone)
        closed = await venue(unit, "The Windmill", bo)
        await unit.venues.close(closed, at=NOW)
        brought = await unit.personal_data.summarise(phone.id)
        assert (brought.venues, brought.empty) == (1, False)
        assert (await unit.personal_data.summarise(bo.id)).empty
        await unit.diaries.add(ann.id, *_EVENING, words="", at=NOW)
        shown = await merge.redeem(unit, act(phone, "typed"), "AAAABBBB")
    assert isinstance(shown, merge.LinkShown)


async def test_the_venue_last_used_follows(units, two):
    ann, phone, _ = two
    async with units.write() as unit:
        place, other = await venue(unit, "The Lexington", phone), await venue(unit, "The Windmill", ann)
        await unit.venues.set_last(phone.id, place)
    stays = (await joined(units, phone)).person
    async with units.write() as unit:
        assert (await unit.venues.here(stays.id, ()))[2] == place
        assert {each.id for each, _ in await unit.venues.of(stays.id)} == {place, other}
        gone = phone if stays.id == ann.id else ann
        assert (await unit.venues.here(gone.id, ()))[1:] == ([], None)


@pytest.mark.parametrize("first", [True, False])
async def test_of_two_looks_the_one_that_was_answered_stays(units, two, first):
    ann, phone, bo = two
    async with units.write() as unit:
        foxes = await band(unit, "Foxes", ann, phone, bo)
        event = await night(unit, await venue(unit, "The Lexington", bo), bo)
        elsewhere = await night(unit, event.venue, bo)
        asked = [PlayerLook(event.id, foxes, each.id, NOW) for each in (ann, phone)]
        which = 0 if first else 1
        asked[which] = replace(asked[which], answer=LookAnswer.NO, answered_at=NOW + HOUR)
        apart = [
            PlayerLook(elsewhere.id, foxes, ann.id, NOW),
            PlayerLook(event.id, await band(unit, "Owls", phone), phone.id, NOW),
        ]
        await unit.applications.set_looks([*asked, *apart])
    stays = (await joined(units, phone)).person.id
    async with units.read() as unit:
        assert await unit.applications.looks(event.id, foxes) == [replace(asked[which], person=stays)]
        assert await unit.applications.looks(elsewhere.id, foxes) == [replace(apart[0], person=stays)]
        assert await unit.applications.looks(event.id, apart[1].band) == [replace(apart[1], person=stays)]


async def test_lists_of_people_in_facts_name_the_one_who_stays_once(units, two):
    ann, phone, bo = two
    lists = ((phone.id,), (bo.id, phone.id), (phone.id, ann.id), (bo.id,), ())
    async with units.write() as unit:
        ids = []
        for number, people in enumerate(lists):
            facts = ApplicationSent(ApplicationId(phone.id), EventId(phone.id), 1, people)
            ids.append(await unit.journal.record(act(bo, f"sent {number}"), facts))
        left = await unit.journal.record(act(bo, "left"), VenueLeftFacts(phone.id, phone.id, closed=False))
    stays = (await joined(units, phone)).person.id
    assert stays == ann.id
    expected = ((ann.id,), (bo.id, ann.id), (ann.id,), (bo.id,), ())
    async with units.read() as unit:
        for number, people in zip(ids, expected, strict=True):
            facts = (await unit.journal.find(number)).facts
            assert facts == ApplicationSent(ApplicationId(phone.id), EventId(phone.id), 1, people)
        assert (await unit.journal.find(left)).facts == VenueLeftFacts(phone.id, ann.id, closed=False)


# Erasing


async def test_with_its_only_promoter_a_venue_is_closed_and_the_others_go_on(units, two):
    ann, _, bo = two
    async with units.write() as unit:
        alone, shared = await venue(unit, "Alone", bo), await venue(unit, "Shared", bo, ann)
        await unit.venues.set_last(bo.id, alone)
        asked = await erasure.ask_erase(unit, act(bo, "ask"))
        assert asked.closing == ("Alone",)
        assert await unit.venues.get(alone) is not None
        done = await erasure.erase(unit, act(bo, "erase"), bo.id)
        assert (done.ended, done.closed) == ((), ("Alone",))
        assert await unit.venues.get(alone) is None
        assert [each.name for each in await unit.venues.promoters(shared)] == ["Ann"]
        assert await unit.venues.promoters(alone) == []
        assert (await unit.venues.here(bo.id, ()))[1:] == ([], None)


async def test_what_a_player_said_to_a_last_look_goes_with_the_player(units, two):
    ann, _, bo = two
    async with units.write() as unit:
        foxes = await band(unit, "Foxes", ann, bo, role=Role.OWNER)
        event = await night(unit, await venue(unit, "The Lexington", ann), ann)
        looks = [
            PlayerLook(event.id, foxes, each.id, NOW, LookAnswer.MAYBE, "when the sitter calls", NOW)
            for each in (ann, bo)
        ]
        await unit.applications.set_looks(looks)
        await erasure.erase(unit, act(bo, "erase"), bo.id)
        assert await unit.applications.looks(event.id, foxes) == looks[:1]


async def tried(units, work, attempts=4):
    """The work in a unit of its own, again when another was in the way: as the dispatcher does."""
    for left in reversed(range(attempts)):
        try:
            async with units.write() as unit:
                return await work(unit)
        except Conflict:
            if not left:
                raise
    raise AssertionError


async def test_of_two_promoters_who_go_at_once_the_last_closes_the_venue(units, two):
    ann, _, bo = two
    async with units.write() as unit:
        place = await venue(unit, "The Lexington", ann, bo)
    keys = {each.id: AccountRef(Platform.DISCORD, f"key of {each.name}") for each in (ann, bo)}

    def going(who, way):
        async def work(unit):
            await unit.people.by_account(keys[who.id])
            await asyncio.sleep(0.01)
            return await way(unit, who)

        return tried(units, work)

    async def erased(unit, who):
        return await erasure.erase(unit, act(who, "erase"), who.id)

    async def leaving(unit, who):
        return await leave_venue(unit, act(who, "leave"), place, sure=True)

    done = await asyncio.gather(going(ann, erased), going(bo, leaving))
    assert [bool(each.closed) for each in done].count(True) == 1
    async with units.read() as unit:
        assert await unit.venues.get(place) is None
