"""What holds of units, whichever stores are used in them."""

import asyncio
import random

import pytest
from sqlalchemy import text

from core.bands import Binding, BindingKind, Role
from core.bands.notices import MemberJoined
from core.bands.store import NewInvite
from core.ids import AccountRef, Platform
from core.journal import Act
from core.people.changes import PersonZoneSet
from core.scheduling.diary.changes import DiaryMarked
from core.scheduling.phrases.understanding import Kind
from core.scheduling.recurrence.rules import Rule
from core.unit import ReadOnlyUnit
from tests.storage.makings import NOW, band, person, waiting


async def count_up(units, who, *, lock=None, pause=0.0):
    """Read a number and write the next one: lost if another unit writes in between."""
    async with units.write() as unit:
        if lock is not None:
            await unit.bands.lock(lock)
        number = int((await unit.people.get(who)).zone)
        await asyncio.sleep(pause)
        await unit.people.set_zone(who, str(number + 1))


@pytest.fixture
async def foxes(units):
    """A person with a number for a zone, and a band to be locked."""
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        await unit.people.set_zone(ann.id, "0")
        return ann.id, await band(unit, "Foxes", ann)


async def number(units, who):
    async with units.read() as unit:
        return int((await unit.people.get(who)).zone)


async def test_twenty_units_that_read_and_then_write_lose_nothing(units, foxes):
    ann, locked = foxes
    await asyncio.gather(*(count_up(units, ann, lock=locked, pause=0.002) for _ in range(20)))
    assert await number(units, ann) == 20


async def test_an_exception_undoes_the_whole_unit(units, foxes):
    ann, _ = foxes

    async def fail():
        async with units.write() as unit:
            await unit.people.set_zone(ann, "1")
            await unit.bands.make(name="Owls", city=None, zone="UTC", genres=(), at=NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await number(units, ann) == 0
    await count_up(units, ann)
    assert await number(units, ann) == 1


async def test_a_read_unit_does_not_wait_for_a_write_unit(units, foxes):
    ann, _ = foxes
    async with units.write() as unit:
        await unit.people.set_zone(ann, "1")
        async with asyncio.timeout(2):
            assert await number(units, ann) == 0


async def test_a_read_unit_sees_one_state(units, foxes):
    ann, _ = foxes
    async with units.read() as unit:
        before = await unit.people.get(ann)
        await count_up(units, ann)
        assert await unit.people.get(ann) == before
    assert await number(units, ann) == 1


async def test_cancelling_undoes_the_unit_and_lets_the_next_one_in(units, engine, foxes):
    ann, _ = foxes
    inside = asyncio.Event()

    async def dawdle():
        async with units.write() as unit:
            await unit.people.set_zone(ann, "99")
            inside.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(dawdle())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(2):
        await count_up(units, ann)
    assert await number(units, ann) == 1
    assert engine.pool.checkedout() == 0


async def test_cancelling_who_waits_for_the_turn_harms_nobody(units, engine, foxes):
    ann, locked = foxes
    async with units.write() as unit:
        await unit.bands.lock(locked)
        waiting = asyncio.create_task(count_up(units, ann, lock=locked))
        await asyncio.sleep(0.05)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await unit.people.set_zone(ann, "5")
    assert await number(units, ann) == 5
    assert engine.pool.checkedout() == 0


async def test_cancelling_at_any_moment_leaves_all_or_nothing_and_no_connection_out(units, engine, foxes):
    ann, locked = foxes
    dice = random.Random(7)
    done = 0

    async def both():
        async with units.write() as unit:
            await unit.bands.lock(locked)
            found = int((await unit.people.get(ann)).zone)
            await unit.people.set_zone(ann, str(found + 1))
            await unit.journal.record(Act(ann, NOW, f"cause {found}"), PersonZoneSet(None, "UTC", ()))

    for _ in range(150):
        task = asyncio.create_task(both())
        await asyncio.sleep(dice.uniform(0, 0.004))
        task.cancel()
        # Who keeps the file locked makes the next one fail: SQLite waits for five seconds.
        results = await asyncio.gather(task, return_exceptions=True)
        assert results == [None] or isinstance(results[0], asyncio.CancelledError), results
        done += results == [None]
    reached = await number(units, ann)
    assert reached >= done
    async with engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM change"))).scalar_one() == reached
    assert engine.pool.checkedout() == 0


async def test_every_writing_call_says_no_in_a_read_unit(units, foxes):
    ann, foxes_band = foxes
    ref = AccountRef(Platform.DISCORD, "new")
    place = Binding(BindingKind.SERVER, "discord:1")
    rule = Rule(NOW.replace(tzinfo=None), "UTC")
    async with units.write() as unit:
        change = await unit.journal.record(Act(ann, NOW, "1"), DiaryMarked(()))
        mine = (await unit.bands.membership(foxes_band, ann)).id
        said = await unit.diaries.add(ann, Kind.BUSY, rule, words="", at=NOW)
    invite = NewInvite(foxes_band, ann, "CODE", Role.MEMBER, None, NOW, 1, NOW)
    async with units.read() as unit:
        people, bands, diaries = unit.people, unit.bands, unit.diaries
        calls = [
            people.register(ref, name="New", locale=None, at=NOW),
            people.seen(ref, name="New", locale=None, opened=True, at=NOW),
            people.set_zone(ann, "7"),
            people.set_last_band(ann, foxes_band),
            bands.make(name="Owls", city=None, zone="UTC", genres=(), at=NOW),
            bands.add_member(foxes_band, ann, role=Role.DEP, part=None, required=True, at=NOW),
            bands.set_membership(mine, role=Role.OWNER, part=None, required=True),
            bands.remove_member(mine, at=NOW),
            bands.dissolve(foxes_band, at=NOW),
            bands.lock(foxes_band),
            bands.bind(foxes_band, place),
            bands.move_binding("a", "b"),
            bands.add_invite(invite),
            bands.use_invite(1),
            bands.revoke_invite(1, at=NOW),
            diaries.add(ann, Kind.BUSY, rule, words="", at=NOW),
            diaries.remove([said], at=NOW),
            diaries.remove([], at=NOW),
            diaries.restore([said]),
            diaries.set_zones({said: "UTC"}),
            diaries.set_zones({}),
            unit.journal.record(Act(ann, NOW, "2"), DiaryMarked(())),
            unit.journal.set_undone(change, undone=True),
            unit.outbox.put(MemberJoined(foxes_band, ann), to=ann, key="k", due=NOW),
            unit.pending.open(ann, "p", command="busy", answers={}, asking="when", choices=[], at=NOW),
            unit.pending.close(1),
        ]
        for call in calls:
            with pytest.raises(ReadOnlyUnit):
                await call
        assert (await unit.people.get(ann)).zone == "0"
    assert await number(units, ann) == 0
    await count_up(units, ann)


async def test_two_strangers_with_one_account_become_one_person(units):
    ref = AccountRef(Platform.TELEGRAM, "1")

    async def meet():
        async with units.write() as unit:
            await asyncio.sleep(0.01)
            return await unit.people.register(ref, name="Ann", locale=None, at=NOW)

    met = await asyncio.gather(*(meet() for _ in range(5)))
    assert len({each.id for each in met}) == 1


async def test_two_drafts_at_once_leave_one(units, foxes):
    ann, _ = foxes

    async def ask():
        async with units.write() as unit:
            await asyncio.sleep(0.01)
            return await unit.pending.open(
                ann, "p", command="busy", answers={}, asking="when", choices=[], at=NOW
            )

    ids = await asyncio.gather(*(ask() for _ in range(5)))
    async with units.read() as unit:
        assert (await waiting(unit, ann, "p")).id in ids
        assert sum([bool(await unit.pending.find(each, now=NOW)) for each in ids]) == 1
