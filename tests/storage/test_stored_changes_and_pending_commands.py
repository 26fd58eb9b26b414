"""The contracts of core.journal.Journal, core.pending.PendingCommands and core.arrivals.Arrivals."""

from datetime import datetime, timedelta, timezone

import pytest

from core.bands.changes import BandJoined
from core.ids import ChangeId
from core.journal import Act, Change
from core.pending import LIFETIME, PendingCommand
from core.people.changes import PersonZoneSet
from core.scheduling.diary.changes import DiaryMarked
from core.unit import Conflict
from tests.storage.makings import NOW, person, waiting


async def test_a_change_is_found_by_id_and_by_cause(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        facts = DiaryMarked((1, 2), (3,))
        made = await unit.journal.record(Act(ann.id, NOW, "dc:1"), facts)
        expected = Change(made, ann.id, "dc:1", NOW, facts, undone=False)
        assert await unit.journal.find(made) == expected
        assert await unit.journal.by_cause("dc:1") == expected
        assert await unit.journal.find(ChangeId(made + 1)) is None
        assert await unit.journal.by_cause("dc:2") is None


async def test_a_cause_is_used_once(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        await unit.journal.record(Act(ann.id, NOW, "dc:1"), DiaryMarked(()))

    async def again():
        async with units.write() as unit:
            await unit.people.set_zone(ann.id, "UTC")
            await unit.journal.record(Act(ann.id, NOW, "dc:1"), PersonZoneSet(None, "UTC", ()))

    with pytest.raises(Conflict):
        await again()
    async with units.read() as unit:
        assert (await unit.people.get(ann.id)).zone is None


async def test_changes_from_one_on_are_a_person_s_own_and_of_the_same_origin(units):
    async with units.write() as unit:
        ann, bob = await person(unit, "Ann"), await person(unit, "Bob")
        made = [
            await unit.journal.record(Act(who.id, NOW, cause), DiaryMarked(()))
            for who, cause in (
                (ann, "web:1:a"),
                (ann, "web:1:b"),
                (ann, "dc:web:1"),
                (bob, "web:2:a"),
                (ann, "web:3:a"),
            )
        ]
        found = await unit.journal.since(made[1], ann.id, causes="web:")
        assert [each.id for each in found] == [made[1], made[4]]
        assert await unit.journal.since(ChangeId(made[4] + 1), ann.id, causes="web:") == []


async def test_the_last_undoable_change_is_ones_own_and_standing(units):
    async with units.write() as unit:
        ann, bob = await person(unit, "Ann"), await person(unit, "Bob")

        async def record(who, cause, facts):
            return await unit.journal.record(Act(who.id, NOW, cause), facts)

        assert await unit.journal.last_undoable(ann.id) is None
        first = await record(ann, "1", PersonZoneSet(None, "UTC", ()))
        second = await record(ann, "2", DiaryMarked(()))
        await record(ann, "3", BandJoined(1, 1))
        await record(bob, "4", DiaryMarked(()))
        assert (await unit.journal.last_undoable(ann.id)).id == second
        await unit.journal.set_undone(second, undone=True)
        assert (await unit.journal.find(second)).undone
        assert (await unit.journal.last_undoable(ann.id)).id == first
        await unit.journal.set_undone(second, undone=False)
        assert (await unit.journal.last_undoable(ann.id)).id == second


@pytest.mark.parametrize("at", [datetime(2026, 1, 1), NOW.astimezone(timezone(timedelta(hours=1)))])
async def test_an_instant_that_is_not_utc_is_a_bug(units, at):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        with pytest.raises(Exception, match="not an instant in UTC"):
            await unit.journal.record(Act(ann.id, at, "1"), DiaryMarked(()))


async def opened(unit, ann, *, place="discord:1", command="busy", at=NOW):
    choices = [{"zone": "Europe/London"}, {"zone": None}]
    return await unit.pending.open(
        ann.id, place, command=command, answers={"when": "Tue"}, asking="zone", choices=choices, at=at
    )


async def test_a_draft_waits_for_its_person_in_its_place(units):
    async with units.write() as unit:
        ann, bob = await person(unit, "Ann"), await person(unit, "Bob")
        made = await opened(unit, ann)
        expected = PendingCommand(
            made,
            ann.id,
            "discord:1",
            "busy",
            {"when": "Tue"},
            "zone",
            [{"zone": "Europe/London"}, {"zone": None}],
            NOW,
        )
        assert await unit.pending.find(made, now=NOW) == expected
        assert await waiting(unit, ann.id, "discord:1") == expected
        assert await waiting(unit, ann.id, "discord:2") is None
        assert await waiting(unit, bob.id, "discord:1") is None
        await unit.pending.close(made)
        assert await unit.pending.find(made, now=NOW) is None
        assert await waiting(unit, ann.id, "discord:1") is None


async def test_a_new_draft_sets_the_old_one_of_that_place_aside(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        elsewhere = await opened(unit, ann, place="discord:2")
        old = await opened(unit, ann)
        new = await opened(unit, ann, command="free")
        assert new > old
        assert await unit.pending.find(old, now=NOW) is None
        assert (await unit.pending.find(new, now=NOW)).command == "free"
        assert (await waiting(unit, ann.id, "discord:1")).id == new
        assert await unit.pending.find(elsewhere, now=NOW)


async def test_a_drafts_id_is_never_another_drafts(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        seen = set()
        for number in range(6):
            made = await opened(unit, ann)
            assert made not in seen
            seen.add(made)
            if number % 2:
                await unit.pending.close(made)


async def test_a_draft_expires(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        made = await opened(unit, ann)
        last = NOW + LIFETIME - timedelta(seconds=1)
        assert await unit.pending.find(made, now=last)
        assert await waiting(unit, ann.id, "discord:1", now=last)
        assert await unit.pending.find(made, now=NOW + LIFETIME) is None
        assert await waiting(unit, ann.id, "discord:1", now=NOW + LIFETIME) is None


async def test_what_comes_in_meets_what_was_done_for_it_and_the_drafts_of_its_places(units):
    async with units.write() as unit:
        ann, bob = await person(unit, "Ann"), await person(unit, "Bob")
        for who, place in ((ann, "discord:1"), (ann, "discord:2"), (ann, "discord:3"), (bob, "discord:4")):
            await opened(unit, who, place=place)
        change = await unit.journal.record(Act(ann.id, NOW, "dc:1"), DiaryMarked((1,)))
        places = ["discord:3", "discord:1", "discord:4"]
        met = await unit.arrivals.meet("dc:1", ann.id, places, now=NOW)
        assert met.change == await unit.journal.find(change)
        assert [each.chat for each in met.pending] == ["discord:3", "discord:1"]
        assert {each.person for each in met.pending} == {ann.id}
        none = await unit.arrivals.meet("dc:2", ann.id, ["discord:4"], now=NOW)
        assert (none.change, none.pending) == (None, ())
        assert (await unit.arrivals.meet("dc:1", bob.id, [], now=NOW)).change == met.change
