"""Where a ticket provider says that something has changed: what it may do there, and what others may not."""

import pytest

from core.marketplace.tickets import CountsSource, NewCounting, TicketCounts
from core.marketplace.tickets.counting import BETWEEN
from core.marketplace.tickets.hooks import HookSecrets
from storage.market.counting_claims import SqlCountStore
from tests.fakes.sites import a_site, asking
from tests.fakes.web import SECRETS
from tests.storage.makings import night, person, venue
from web.areas.hooks import MOST_BYTES
from web.limits import RequestBuckets

# As pretix 2026.8 sends it when an order is paid; the code of the order is not looked at.
RECORDED = (
    b'{"notification_id": 123455, "organizer": "heron", "event": "friday", "code": "ABC23", '
    b'"action": "pretix.event.order.paid"}'
)
HEADERS = {"Content-Type": "application/json", "User-Agent": "pretix/2026.8.0 python-requests/2.32.5"}
GUESSED = "1-" + "a" * 32


@pytest.fixture
async def counted(units, engine, clock):
    """A counted night that was asked about just now."""
    async with units.write() as unit:
        dana = await person(unit, "Dana")
        made = await night(unit, await venue(unit, "The Heron", dana), dana)
        source = CountsSource("pretix", "https://pretix.eu", "heron/friday")
        which = await unit.countings.add(NewCounting(made.id, source, dana.id, clock.now()), token="t" * 20)
    store = SqlCountStore(engine, secret=b"only for tests")
    (due,) = await store.claim(worker="w", now=clock.now(), lease_seconds=60, limit=1)
    late = clock.now() + 60 * BETWEEN
    await store.keep(due, worker="w", now=clock.now(), due_at=late, found=TicketCounts(1, 0, 9, 0))
    return which


@pytest.fixture
async def pretix(units, clock):
    async with asking(a_site(units=units, clock=clock)) as client:
        yield client


@pytest.fixture
def path(counted):
    return HookSecrets(SECRETS.key).path(counted)


async def due(units, which):
    async with units.read() as unit:
        return (await unit.countings.get(which)).due_at


async def test_a_recorded_request_has_the_counts_asked_for_soon(pretix, units, clock, counted, path):
    soon = clock.now() + BETWEEN
    clock.advance(seconds=5)
    answer = await pretix.post(path, content=RECORDED, headers=HEADERS)
    assert (answer.status_code, answer.content) == (204, b"")
    assert await due(units, counted) == soon


@pytest.mark.parametrize("body", [b"", b"{", b"\x00\xff", b'{"sold": 9999}', b"a=b", b"x" * MOST_BYTES])
async def test_whatever_is_in_it_only_makes_it_ask(pretix, units, clock, counted, path, body):
    clock.advance(minutes=5)
    assert (await pretix.post(path, content=body)).status_code == 204
    assert await due(units, counted) == clock.now()
    async with units.read() as unit:
        assert (await unit.countings.get(counted)).counts == TicketCounts(1, 0, 9, 0)


async def test_a_flood_of_them_does_no_more_than_one(pretix, units, clock, counted, path):
    soon = clock.now() + BETWEEN
    clock.advance(seconds=1)
    for _ in range(20):
        assert (await pretix.post(path, content=RECORDED)).status_code == 204
    assert await due(units, counted) == soon


async def test_whatever_is_wrong_is_the_same_to_the_byte(pretix, units, counted, path):
    async def large():
        for _ in range(MOST_BYTES // 1024 + 1):
            yield b"x" * 1024

    nowhere = await pretix.get("/nowhere")
    proof = path.rpartition("-")[2]
    answers = [
        await pretix.post(f"/hooks/tickets/{GUESSED}", content=RECORDED),
        await pretix.post(f"/hooks/tickets/{counted + 1}-{proof}", content=RECORDED),
        await pretix.post(f"/hooks/tickets/{counted}-{proof[:-1]}", content=RECORDED),
        await pretix.post("/hooks/tickets/x", content=RECORDED),
        await pretix.post("/hooks/tickets/", content=RECORDED),
        await pretix.post("/hooks/", content=RECORDED),
        await pretix.post(path, content=b"x" * (MOST_BYTES + 1)),
        await pretix.post(path, content=large()),
    ]
    async with units.write() as unit:
        await unit.countings.forget(counted)
    answers.append(await pretix.post(path, content=RECORDED))
    assert nowhere.status_code == 404
    assert [(each.status_code, each.content) for each in answers] == [(404, nowhere.content)] * len(answers)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
async def test_it_is_posted_to_and_nothing_else(pretix, units, counted, path, method):
    before = await due(units, counted)
    answers = [await pretix.request(method, each) for each in (path, f"/hooks/tickets/{GUESSED}")]
    assert [each.status_code for each in answers] == [405, 405]
    assert answers[0].content == answers[1].content
    assert await due(units, counted) == before


async def test_one_client_cannot_ask_without_end(units, clock, path):
    buckets = RequestBuckets(burst=3)
    async with asking(a_site(units=units, clock=clock), buckets=buckets) as client:
        answers = [await client.post(path, content=RECORDED) for _ in range(5)]
    assert [each.status_code for each in answers] == [204, 204, 204, 429, 429]


async def test_behind_a_proxy_with_a_path_it_is_the_same(units, clock, counted, path):
    site = a_site(units=units, clock=clock, public_url="https://example.org/band")
    async with asking(site) as client:
        assert (await client.post(f"/band{path}", content=RECORDED)).status_code == 204


async def test_search_engines_are_told_to_leave_it_alone(pretix):
    robots = await pretix.get("/robots.txt")
    assert "/hooks/tickets/" in robots.text
