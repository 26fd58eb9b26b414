"""Nights whose tickets are counted, in the store, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from core.marketplace.events import EventState
from core.marketplace.tickets import CountsSource, CountsTrouble, NewCounting, TicketCounts, Viewers
from core.marketplace.tickets.counting import BETWEEN, hasten
from core.marketplace.tickets.hooks import HookSecrets, behind
from core.marketplace.tickets.nights import counts_for
from core.marketplace.tickets.notices import CountsFailing
from core.unit import Conflict
from storage.market.counting_claims import SqlCountStore
from storage.market.tables import counting
from storage.outbox.tables import outbox
from storage.program.upkeep import SqlUpkeep
from tests.storage.makings import NOW, night, person, venue

SECRET = b"only for tests"
TOKEN = "a-token-of-the-venue-0123456789"
SOURCE = CountsSource("pretix", "https://pretix.eu", "heron/friday")
COUNTS = TicketCounts(sold=80, pending=3, left=17, checked_in=12)


@pytest.fixture
def store(engine):
    return SqlCountStore(engine, secret=SECRET)


@pytest.fixture
async def dana(units):
    async with units.write() as unit:
        return await person(unit, "Dana")


@pytest.fixture
async def friday(units, dana):
    """A published night, from 19:30 to 23:00 on 11 December."""
    async with units.write() as unit:
        return (await night(unit, await venue(unit, "The Heron", dana), dana)).id


async def entered(units, event, dana, *, token=TOKEN, at=NOW):
    async with units.write() as unit:
        return await unit.countings.add(NewCounting(event, SOURCE, dana.id, at), token=token)


@pytest.fixture
async def counted(units, friday, dana):
    return await entered(units, friday, dana)


async def claimed(store, now=NOW, worker="one"):
    return await store.claim(worker=worker, now=now, lease_seconds=600, limit=5)


async def kept(store, due, *, now=NOW, worker="one", found=COUNTS):
    due_at = now + timedelta(minutes=10)
    await store.keep(due, worker=worker, now=now, due_at=due_at, found=found)


async def failed(store, due, *, now=NOW, rests=None, tell=None):
    await store.failed(
        due,
        worker="one",
        now=now,
        due_at=now + timedelta(hours=1),
        why=CountsTrouble.REFUSED,
        rests_until=rests,
        tell=tell,
    )


async def shown(units, which):
    async with units.read() as unit:
        return await unit.countings.get(which)


async def test_counts_are_there_again_with_their_age(units, store, friday, counted):
    (due,) = await claimed(store)
    assert (due.id, due.event, due.source, due.token) == (counted, friday, SOURCE, TOKEN)
    await kept(store, due)
    found = await shown(units, counted)
    assert (found.counts, found.counted_at, found.asked_at) == (COUNTS, NOW, NOW)
    assert (found.why, found.failing_since, found.due_at) == (None, None, NOW + timedelta(minutes=10))
    assert await claimed(store) == []
    assert await claimed(store, NOW + timedelta(minutes=10)) != []


async def test_no_limit_is_no_number_and_nobody_checked_in_is_not_zero(units, store, counted):
    (due,) = await claimed(store)
    await kept(store, due, found=TicketCounts(5, 0, None, None))
    assert (await shown(units, counted)).counts == TicketCounts(5, 0, None, None)


async def test_a_failure_leaves_the_last_counts(units, store, counted):
    (due,) = await claimed(store)
    await kept(store, due)
    later = NOW + timedelta(minutes=10)
    (due,) = await claimed(store, later)
    await failed(store, due, now=later)
    found = await shown(units, counted)
    assert (found.counts, found.counted_at) == (COUNTS, NOW)
    assert (found.why, found.failing_since, found.asked_at) == (CountsTrouble.REFUSED, later, later)


async def test_the_token_is_in_no_row_as_it_is_and_no_object_shows_it(units, store, counted, engine):
    async with engine.connect() as connection:
        (row,) = (await connection.execute(select(counting))).all()
    assert TOKEN not in repr(row)
    (due,) = await claimed(store)
    assert TOKEN not in repr(due)
    assert TOKEN not in repr(await shown(units, counted))


async def test_with_another_key_the_token_does_not_open(engine, counted):
    (due,) = await claimed(SqlCountStore(engine, secret=b"another key, long"))
    assert due.token is None


async def test_a_token_does_not_open_in_the_row_of_another_night(units, store, engine, dana, friday, counted):
    async with units.write() as unit:
        other = await night(unit, await venue(unit, "The Owl", dana), dana)
    which = await entered(units, other.id, dana, token="b" * 20)
    async with engine.begin() as connection:
        sealed = await connection.scalar(select(counting.c.token).where(counting.c.id == counted))
        await connection.execute(counting.update().where(counting.c.id == which).values(token=sealed))
    tokens = {each.event: each.token for each in await claimed(store)}
    assert tokens == {friday: TOKEN, other.id: None}


async def test_a_night_is_counted_once(units, friday, dana, counted):
    with pytest.raises(Conflict):
        await entered(units, friday, dana)


async def test_only_published_nights_that_are_not_over_are_asked_about(units, store, friday, counted):
    assert await claimed(store, NOW + timedelta(days=30)) == []
    async with units.write() as unit:
        event = await unit.events.get(friday)
        await unit.events.set_state([replace(event, state=EventState.CANCELLED)], at=NOW)
    assert await claimed(store) == []
    async with units.write() as unit:
        await unit.events.set_state([event], at=NOW)
    assert len(await claimed(store)) == 1


async def test_another_token_takes_the_place_of_the_first_and_of_what_came_by_it(
    units, store, friday, dana, counted
):
    (late,) = await claimed(store)
    other = CountsSource("pretix", "https://tickets.example.org", "heron/late")
    async with units.write() as unit:
        await unit.countings.renew(counted, NewCounting(friday, other, dana.id, NOW), token="c" * 20)
    await kept(store, late)
    assert (await shown(units, counted)).counts is None
    (due,) = await claimed(store)
    assert (due.source, due.token) == (other, "c" * 20)


async def test_what_a_hook_says_while_the_provider_is_asked_has_it_asked_again(units, store, counted):
    (due,) = await claimed(store)
    async with units.write() as unit:
        await hasten(unit, counted, now=NOW)
    assert await claimed(store, worker="two") == []
    await kept(store, due)
    assert len(await claimed(store)) == 1


async def test_hooks_have_a_provider_asked_no_oftener_than_it_likes(units, store, counted):
    (due,) = await claimed(store)
    await kept(store, due)
    async with units.write() as unit:
        await hasten(unit, counted, now=NOW + timedelta(seconds=1))
    assert (await shown(units, counted)).due_at == NOW + BETWEEN
    (due,) = await claimed(store, NOW + BETWEEN)
    rest = NOW + timedelta(hours=1)
    await failed(store, due, now=NOW + BETWEEN, rests=rest)
    async with units.write() as unit:
        await hasten(unit, counted, now=NOW + timedelta(minutes=5))
    assert (await shown(units, counted)).due_at == rest


async def test_a_hook_never_makes_it_later(units, store, counted):
    async with units.write() as unit:
        await hasten(unit, counted, now=NOW + timedelta(hours=1))
    assert (await shown(units, counted)).due_at == NOW


async def test_a_claim_that_is_put_back_is_due_again(store, counted):
    (due,) = await claimed(store)
    assert await claimed(store, worker="two") == []
    await store.put_back(due, worker="one", now=NOW)
    assert len(await claimed(store, worker="two")) == 1


async def test_a_claim_that_nobody_settles_runs_out(store, counted):
    (lost,) = await claimed(store)
    (due,) = await claimed(store, NOW + timedelta(minutes=10), worker="two")
    await kept(store, lost)
    await store.put_back(due, worker="two", now=NOW)


async def test_a_promoter_is_told_in_the_unit_that_fails(store, engine, counted, dana, friday):
    (due,) = await claimed(store)
    await failed(store, due, tell=CountsFailing(counted, friday, "refused"))
    async with engine.connect() as connection:
        (row,) = (await connection.execute(select(outbox))).all()
    assert (row.kind, row.person) == ("counts_failing", dana.id)
    (due,) = await claimed(store, NOW + timedelta(hours=1))
    assert due.told_at == NOW


@pytest.mark.parametrize(
    ("viewers", "sees"),
    [
        (Viewers.PROMOTERS, [True, False, False]),
        (Viewers.BANDS, [True, True, False]),
        (Viewers.EVERYBODY, [True, True, True]),
    ],
)
async def test_each_sees_what_is_shown_to_them(units, store, friday, counted, viewers, sees):
    async with units.write() as unit:
        await unit.countings.set_viewers(counted, viewers)
    async with units.read() as unit:
        assert [bool(await counts_for(unit, each, [friday])) for each in Viewers] == [False] * 3
    (due,) = await claimed(store)
    await kept(store, due)
    async with units.read() as unit:
        assert [bool(await counts_for(unit, each, [friday, 999])) for each in Viewers] == sees


async def test_the_counts_of_many_nights_are_one_statement(units, friday, counted):
    async with units.read() as unit:
        assert set(await unit.countings.of_events([friday, 77, 78])) == {friday}
        assert await unit.countings.of_events([]) == {}


async def test_forgotten_is_forgotten_with_the_token(units, store, engine, counted):
    async with units.write() as unit:
        await unit.countings.forget(counted)
    async with engine.connect() as connection:
        assert (await connection.execute(select(counting))).all() == []
    assert await claimed(store) == []


async def test_a_hook_opens_its_own_night_until_it_is_forgotten(units, friday, dana, counted):
    secrets = HookSecrets(SECRET)
    secret = secrets.path(counted).rpartition("/")[2]
    async with units.read() as unit:
        assert (await behind(unit, secrets, secret)).id == counted
        number, _, proof = secret.partition("-")
        for wrong in (f"{int(number) + 1}-{proof}", f"{number}-{'a' * 32}", "", "x", f"{10**18}-{proof}"):
            assert await behind(unit, secrets, wrong) is None
        assert await behind(unit, HookSecrets(b"another key"), secret) is None
    async with units.write() as unit:
        await unit.countings.forget(counted)
    again = await entered(units, friday, dana)
    assert again != counted
    async with units.read() as unit:
        assert await behind(unit, secrets, secret) is None


async def test_tokens_of_nights_long_over_are_deleted(engine, counted):
    upkeep = SqlUpkeep(engine)
    assert await upkeep.purge(now=NOW + timedelta(days=32), limit=100) == 0
    assert await upkeep.purge(now=NOW + timedelta(days=33), limit=100) == 1
    async with engine.connect() as connection:
        assert await connection.scalar(select(counting.c.token)) == ""
    assert await upkeep.purge(now=NOW + timedelta(days=34), limit=100) == 0
