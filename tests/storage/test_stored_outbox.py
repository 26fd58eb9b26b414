"""The contracts of core.outbox.Outbox and jobs.ports.OutboxStore, and of jobs.ports.Upkeep."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import bindparam, text

from core.bands.notices import MemberJoined
from core.ids import AccountRef, BandId, PersonId, Platform
from core.notices import KNOWN
from core.outbox import Due, Letter, Reach
from core.scheduling.diary.notices import FeedRead
from core.unit import ReadOnlyUnit
from storage.engine.engines import open_engine
from storage.outbox.claims import EACH, SqlOutboxStore, Unknown
from storage.program.upkeep import SqlUpkeep
from storage.scheduling.tables import feed as table
from storage.unit import SqlUnits
from tests.storage.makings import NOW, person

DISCORD, TELEGRAM, CONSOLE = (Reach(each) for each in (Platform.DISCORD, Platform.TELEGRAM, Platform.CONSOLE))
ALL = [DISCORD, TELEGRAM, CONSOLE]
NOTICE = MemberJoined(BandId(3), PersonId(4))
MINUTE = timedelta(minutes=1)
SOON = NOW + timedelta(seconds=30)


@pytest.fixture
def store(engine):
    return SqlOutboxStore(engine, KNOWN)


@pytest.fixture
async def ann(units):
    async with units.write() as unit:
        return (await person(unit, "Ann")).id


async def left(units, to, *keys, due=NOW):
    async with units.write() as unit:
        for key in keys:
            await unit.outbox.put(NOTICE, to=to, key=key, due=due)


async def also(engine, who, platform, key, *, seen=NOW, opened=True):
    """Another account of a person; linking accounts is not a use case yet."""
    async with engine.begin() as connection:
        await connection.execute(
            text(
                "INSERT INTO account (person, platform, key, name, opened, seen_at) "
                "SELECT person, CAST(:platform AS text), :key, name, :opened, seen_at "
                "FROM account WHERE person = :who LIMIT 1"
            ),
            {"platform": platform, "key": key, "who": who, "opened": opened},
        )
    async with SqlUnits(engine, secret=b"").write() as unit:
        ref = AccountRef(Platform(platform), key)
        await unit.people.seen(ref, name="Ann", locale=None, opened=opened, at=seen)


async def claim(store, reaches=ALL, *, worker="me", now=NOW, limit=10):
    return await store.claim(reaches, worker=worker, now=now, lease_seconds=60, limit=limit)


async def _left_and_undone(units, ann):
    async with units.write() as unit:
        await unit.outbox.put(NOTICE, to=ann, key="taken back", due=NOW)
        1 / 0  # noqa: B018


async def test_notices_are_announced_once_they_are_committed_and_not_before(engine, ann):
    units, calls = SqlUnits(engine, secret=b""), []
    units.when_notices_wait(lambda: calls.append("now"))
    async with units.write() as unit:
        await unit.outbox.put(NOTICE, to=ann, key="told", due=NOW)
        assert calls == []
    assert calls == ["now"]
    with pytest.raises(ZeroDivisionError):
        await _left_and_undone(units, ann)
    async with units.write() as unit:
        await unit.people.set_zone(ann, "Europe/London")
    assert calls == ["now"]


async def rows(engine):
    async with engine.connect() as connection:
        found = await connection.execute(text("SELECT key, state, tries, why FROM outbox ORDER BY id"))
        return [tuple(row) for row in found]


async def test_a_notice_is_claimed_as_it_was_left(units, store, ann):
    await left(units, ann, "a", due=NOW - MINUTE)
    [due] = await claim(store)
    assert due == Due(
        due.id,
        ann,
        AccountRef(Platform.DISCORD, "key of Ann"),
        "member_joined",
        1,
        {"band": 3, "member": 4},
        NOW - MINUTE,
        tries=1,
    )


async def test_the_same_key_is_the_same_notice(units, store, ann):
    await left(units, ann, "a", "a")
    await left(units, ann, "a")
    assert len(await claim(store)) == 1


async def test_several_are_left_at_once_each_to_its_person(units, store, ann):
    async with units.write() as unit:
        bob = (await person(unit, "Bob")).id
        await unit.outbox.put(NOTICE, to=ann, key="a", due=NOW)
        await unit.outbox.put_all(
            [
                Letter(NOTICE, ann, "a", NOW),
                Letter(NOTICE, bob, "b", NOW - MINUTE),
                Letter(NOTICE, bob, "b", NOW),
                Letter(NOTICE, ann, "c", NOW + MINUTE),
            ]
        )
        await unit.outbox.put_all([])
    due = await claim(store)
    assert [(each.person, each.account.key, each.due_at) for each in due] == [
        (bob, "key of Bob", NOW - MINUTE),
        (ann, "key of Ann", NOW),
    ]
    async with units.read() as unit:
        with pytest.raises(ReadOnlyUnit):
            await unit.outbox.put_all([])


async def test_a_notice_is_left_with_the_fact_or_not_at_all(units, store, ann):
    async def fail():
        async with units.write() as unit:
            await unit.outbox.put(NOTICE, to=ann, key="a", due=NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await claim(store) == []


async def test_what_is_not_due_waits(units, store, ann):
    await left(units, ann, "later", due=NOW + MINUTE)
    assert await claim(store) == []
    assert len(await claim(store, now=NOW + MINUTE)) == 1


async def test_the_oldest_are_claimed_first(units, store, ann):
    await left(units, ann, "second", due=NOW - MINUTE)
    await left(units, ann, "first", due=NOW - 2 * MINUTE)
    await left(units, ann, "third")
    claimed = await claim(store, limit=2)
    assert [each.due_at for each in claimed] == [NOW - 2 * MINUTE, NOW - MINUTE]
    assert [each.due_at for each in await claim(store, limit=2)] == [NOW]


async def test_who_has_much_to_be_told_keeps_nobody_waiting(units, store, ann):
    async with units.write() as unit:
        bob = await person(unit, "Bob")
    await left(units, ann, *(f"ann {number}" for number in range(40)), due=NOW - MINUTE)
    await left(units, bob.id, "bob")
    assert [each.person for each in await claim(store)] == [ann] * EACH + [bob.id]
    assert [each.person for each in await claim(store)] == [ann] * EACH


async def test_what_is_not_in_reach_stays(units, engine, store, ann):
    async with units.write() as unit:
        bob = await person(unit, "Bob", platform=Platform.CONSOLE)
        cy = await person(unit, "Cy", platform=Platform.CONSOLE)
        await unit.outbox.put(NOTICE, to=ann, key="ann", due=NOW)
        await unit.outbox.put(NOTICE, to=bob.id, key="bob", due=NOW)
        await unit.outbox.put(NOTICE, to=cy.id, key="cy", due=NOW)
    assert await claim(store, []) == []
    assert await claim(store, [TELEGRAM]) == []
    console = [Reach(Platform.CONSOLE, frozenset({"key of Bob"}))]
    assert [each.person for each in await claim(store, console)] == [bob.id]
    assert await claim(store, console) == []
    assert [each.person for each in await claim(store, [DISCORD, *console])] == [ann]
    assert [each[:3] for each in await rows(engine)] == [
        ("ann", "leased", 1),
        ("bob", "leased", 1),
        ("cy", "waiting", 0),
    ]


async def test_a_lease_that_has_run_out_is_claimed_by_another(units, store, ann):
    await left(units, ann, "a")
    [first] = await claim(store, worker="me")
    assert await claim(store, worker="you", now=NOW + timedelta(seconds=59)) == []
    [second] = await claim(store, worker="you", now=NOW + MINUTE)
    assert (second.id, second.tries) == (first.id, 2)


async def test_only_who_holds_the_claim_can_mark(units, engine, store, ann):
    await left(units, ann, "a")
    [due] = await claim(store, worker="me")
    await claim(store, worker="you", now=NOW + MINUTE)
    await store.mark_sent(due.id, worker="me", now=NOW)
    await store.put_back(due.id, worker="me", due_at=NOW)
    await store.bury(due.id, worker="me", now=NOW, why="mine")
    assert await store.reroute(due.id, worker="me", now=NOW, why="mine")
    assert await rows(engine) == [("a", "leased", 2, None)]
    await store.mark_sent(due.id, worker="you", now=NOW)
    assert await rows(engine) == [("a", "sent", 2, None)]
    assert await claim(store, now=NOW + 99 * MINUTE) == []


async def test_what_is_put_back_is_due_again_then(units, store, ann):
    await left(units, ann, "a")
    [due] = await claim(store)
    await store.put_back(due.id, worker="me", due_at=NOW + MINUTE)
    assert await claim(store, now=NOW + MINUTE - timedelta(seconds=1)) == []
    [again] = await claim(store, worker="you", now=NOW + MINUTE)
    assert (again.id, again.tries) == (due.id, 2)


async def test_what_is_buried_stays_with_its_reason(units, engine, store, ann):
    await left(units, ann, "a")
    [due] = await claim(store)
    await store.bury(due.id, worker="me", now=NOW, why="nothing to tell")
    assert await claim(store, now=NOW + 99 * MINUTE) == []
    assert await rows(engine) == [("a", "buried", 1, "nothing to tell")]


async def left_by_a_newer_release(engine, who, key, *, kind="digest", version=1, due=NOW):
    async with engine.begin() as connection:
        await connection.execute(
            text(
                "INSERT INTO outbox (person, account, kind, version, facts, key, due_at, tried) "
                "SELECT :who, id, :kind, :version, '{}', CAST(:key AS text), :due, '[]' FROM account "
                "WHERE person = :who"
            ).bindparams(bindparam("due", type_=table.c.due_at.type)),
            {"who": who, "kind": kind, "version": version, "key": key, "due": due},
        )


async def test_a_kind_or_version_of_another_release_waits_for_who_knows_it(units, engine, store, ann):
    for number in range(EACH):  # before the others, whose turn they must not take
        await left_by_a_newer_release(engine, ann, f"digest {number}", due=NOW - MINUTE)
    await left_by_a_newer_release(engine, ann, "joined", kind="member_joined", version=2)
    await left(units, ann, "known")
    [known] = await claim(store)
    await store.mark_sent(known.id, worker="me", now=NOW)
    assert await claim(store, now=NOW + 99 * MINUTE) == []
    await SqlUpkeep(engine).purge(now=NOW + timedelta(days=3650), limit=10)
    waiting = [(key, "waiting", 0, None) for key in ("digest 0", "digest 1", "digest 2", "joined")]
    assert await rows(engine) == waiting
    newer = SqlOutboxStore(engine, {*KNOWN, ("digest", 1), ("member_joined", 2)})
    claimed = [each.kind for _ in range(2) for each in await claim(newer)]
    assert claimed == ["digest"] * EACH + ["member_joined"]


async def test_what_waits_for_another_release_is_counted(units, engine, store, ann):
    assert await store.unknown(now=NOW) == []
    await left(units, ann, "known")
    await left_by_a_newer_release(engine, ann, "a")
    await left_by_a_newer_release(engine, ann, "b", due=NOW + MINUTE)
    await left_by_a_newer_release(engine, ann, "c", kind="member_joined", version=2, due=NOW + MINUTE)
    assert await store.unknown(now=NOW) == [Unknown("digest", 1, 2, 1), Unknown("member_joined", 2, 1, 0)]


async def test_two_workers_never_claim_the_same_notice(units, db_url, ann):
    await left(units, ann, *(str(number) for number in range(100)))
    engines = [open_engine(db_url) for _ in range(3)]

    async def work(engine, name):
        mine, store = [], SqlOutboxStore(engine, KNOWN)
        while claimed := await claim(store, worker=name, limit=7):
            mine += [each.id for each in claimed]
            for each in claimed:
                await store.mark_sent(each.id, worker=name, now=NOW)
        return mine

    claimed = await asyncio.gather(*(work(each, str(n)) for n, each in enumerate(engines * 2)))
    ids = [each for mine in claimed for each in mine]
    assert len(ids) == len(set(ids)) == 100
    for each in engines:
        await each.dispose()


async def test_a_notice_goes_to_the_account_seen_last(units, engine, store, ann):
    await also(engine, ann, "console", "later", seen=NOW + MINUTE)
    await also(engine, ann, "console", "before", seen=NOW - MINUTE)
    await left(units, ann, "a")
    [due] = await claim(store)
    assert due.account.key == "later"


async def test_a_telegram_account_that_never_wrote_is_the_last_choice(units, engine, store, ann):
    await also(engine, ann, "telegram", "shy", seen=NOW + MINUTE, opened=False)
    await left(units, ann, "a")
    [due] = await claim(store)
    assert due.account.platform is Platform.DISCORD
    assert not await store.reroute(due.id, worker="me", now=NOW, why="blocked")


async def test_an_unreachable_account_hands_over_to_the_next(units, engine, store, ann):
    await also(engine, ann, "telegram", "1", seen=NOW - MINUTE)
    await also(engine, ann, "console", "1", seen=NOW - 2 * MINUTE)
    await left(units, ann, "a")
    met = []
    for number in range(3):
        [due] = await claim(store)
        met.append(due.account.platform)
        assert await store.reroute(due.id, worker="me", now=NOW, why="blocked") == (number < 2)
    assert met == [Platform.DISCORD, Platform.TELEGRAM, Platform.CONSOLE]
    assert await rows(engine) == [("a", "buried", 3, "blocked")]


async def test_three_failures_in_a_row_make_an_account_unreachable_until_it_writes(units, engine, store, ann):
    await also(engine, ann, "telegram", "1", seen=NOW - MINUTE)

    async def platform_of(key):
        await left(units, ann, key)
        [due] = await claim(store)
        await store.reroute(due.id, worker="me", now=NOW, why="blocked")
        [rerouted] = [each for each in await claim(store) if each.id == due.id] or [due]
        await store.mark_sent(due.id, worker="me", now=NOW)
        return due.account.platform, rerouted.account.platform

    for key in "abc":
        assert await platform_of(key) == (Platform.DISCORD, Platform.TELEGRAM)
    assert (await platform_of("d"))[0] is Platform.TELEGRAM
    async with units.write() as unit:
        ref = AccountRef(Platform.DISCORD, "key of Ann")
        await unit.people.seen(ref, name="Ann", locale=None, opened=True, at=NOW)
    assert (await platform_of("e"))[0] is Platform.DISCORD


async def test_a_success_forgives_earlier_failures(units, engine, store, ann):
    for key in "abcd":
        await left(units, ann, key)
        [due] = await claim(store)
        if key == "c":
            await store.mark_sent(due.id, worker="me", now=NOW)
        else:
            await store.reroute(due.id, worker="me", now=NOW, why="blocked")
    async with engine.connect() as connection:
        found = (await connection.execute(text("SELECT failures, unreachable_at FROM account"))).one()
    assert tuple(found) == (1, None)


async def test_upkeep_clears_what_is_over_and_nothing_else(units, engine, store, ann):
    upkeep = SqlUpkeep(engine)
    async with units.write() as unit:
        for place, at in (("old", NOW), ("older", NOW - MINUTE), ("new", NOW + timedelta(days=31))):
            await unit.pending.open(ann, place, command="busy", answers={}, asking="when", choices=[], at=at)
    await left(units, ann, "sent", "buried", "waiting")
    sent, buried, waiting = await claim(store)
    await store.mark_sent(sent.id, worker="me", now=NOW)
    await store.bury(buried.id, worker="me", now=NOW, why="")
    await store.put_back(waiting.id, worker="me", due_at=NOW)
    later = NOW + timedelta(days=31)
    assert await upkeep.purge(now=NOW, limit=10) == 0
    assert await upkeep.purge(now=later, limit=1) == 2
    assert await upkeep.purge(now=later, limit=1) == 1
    assert await upkeep.purge(now=later, limit=1) == 0
    assert [each[0] for each in await rows(engine)] == ["buried", "waiting"]
    async with units.read() as unit:
        assert (await unit.arrivals.meet("", ann, ["new"], now=later)).pending


async def test_what_waits_for_somebody_is_put_off_by_its_kind_until_it_is_taken(units, store, ann):
    await left(units, ann, "first")
    async with units.write() as unit:
        bob = await person(unit, "Bob")
        await unit.outbox.put(NOTICE, to=bob.id, key="another's", due=NOW)
        assert not await unit.outbox.put_off(FeedRead, to=ann, until=SOON)
        assert await unit.outbox.put_off(MemberJoined, to=ann, until=SOON)
    assert [each.person for each in await claim(store)] == [bob.id]
    [taken] = await claim(store, now=SOON)
    assert (taken.person, taken.due_at) == (ann, SOON)
    async with units.write() as unit:
        assert not await unit.outbox.put_off(MemberJoined, to=ann, until=NOW + MINUTE)
