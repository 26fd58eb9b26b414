"""How many requests one client may make, and who counts as one."""

import math

import pytest

from tests.fakes.sites import a_site, asking
from web.limits import A_SECOND, BURST, ENOUGH, MOST_CLIENTS, RequestBuckets, client_of

WAIT = math.ceil(ENOUGH / A_SECOND)
"""What one is told to wait whose bucket is empty, in seconds."""


class Seconds:
    """A clock that counts seconds, and stands still until it is told to move."""

    def __init__(self):
        self.at = 1000.0

    def __call__(self):
        return self.at


@pytest.fixture
def seconds():
    return Seconds()


@pytest.fixture
def buckets(seconds):
    return RequestBuckets(now=seconds)


async def test_one_who_asks_too_often_is_told_when_to_come_back_and_is_answered_then(buckets, seconds):
    async with asking(a_site(), buckets=buckets) as client:
        assert {(await client.get("/healthz")).status_code for _ in range(BURST)} == {200}
        refused = await client.get("/healthz")
        assert refused.status_code == 429
        assert refused.headers["retry-after"] == str(WAIT)
        assert f"Wait {WAIT} seconds, then load the page again." in refused.text
        seconds.at += WAIT
        again = int(WAIT * A_SECOND)
        assert again >= ENOUGH
        assert {(await client.get("/healthz")).status_code for _ in range(again)} == {200}
        assert (await client.get("/healthz")).status_code == 429


async def test_one_client_does_not_use_up_what_another_has(buckets):
    async with asking(a_site(), buckets=buckets) as greedy:
        for _ in range(BURST + 1):
            last = await greedy.get("/healthz")
    async with asking(a_site(), buckets=buckets, client="203.0.113.8") as other:
        assert (last.status_code, (await other.get("/healthz")).status_code) == (429, 200)


def test_a_bucket_is_never_fuller_than_full(buckets, seconds):
    buckets.wait("a")
    seconds.at += 10_000
    assert [buckets.wait("a") for _ in range(BURST)] == [0] * BURST
    assert buckets.wait("a") == WAIT


def test_a_refused_request_costs_nothing(buckets, seconds):
    for _ in range(3 * BURST):
        buckets.wait("a")
    seconds.at += 1
    assert buckets.wait("a") == 0


def test_no_more_clients_are_remembered_than_there_is_room_for():
    buckets = RequestBuckets(now=lambda: 0.0, most=3)
    for _ in range(BURST):
        buckets.wait("a")
    for other in ("b", "c"):
        buckets.wait(other)
    assert buckets.wait("a") > 0
    for other in ("b", "c", "d", "e"):
        buckets.wait(other)
    assert len(buckets._left) == 3
    assert buckets.wait("a") == 0
    assert MOST_CLIENTS == 10_000


def scope(peer, *forwarded):
    return {
        "type": "http",
        "client": (peer, 1234) if peer else None,
        "headers": [(b"x-forwarded-for", each.encode()) for each in forwarded],
    }


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxied", "client"),
    [
        ("203.0.113.7", [], True, "203.0.113.7"),
        ("203.0.113.7", ["198.51.100.1"], True, "203.0.113.7"),
        ("127.0.0.1", ["198.51.100.1"], False, "127.0.0.1"),
        ("127.0.0.1", ["198.51.100.1"], True, "198.51.100.1"),
        ("::1", ["198.51.100.1"], True, "198.51.100.1"),
        ("192.168.1.2", ["198.51.100.1"], True, "198.51.100.1"),
        ("::ffff:10.0.0.1", ["198.51.100.1"], True, "198.51.100.1"),
        ("127.0.0.1", ["8.8.8.8, 198.51.100.1"], True, "198.51.100.1"),
        ("127.0.0.1", ["8.8.8.8", "198.51.100.1"], True, "198.51.100.1"),
        ("127.0.0.1", ["198.51.100.1:5123"], True, "198.51.100.1"),
        ("127.0.0.1", ["[2001:db8::1]:5123"], True, "20010db800000000/64"),
        ("127.0.0.1", ["unknown"], True, "127.0.0.1"),
        ("127.0.0.1", ["\xff"], True, "127.0.0.1"),
        ("127.0.0.1", [], True, "127.0.0.1"),
        ("2001:db8::1", [], True, "20010db800000000/64"),
        ("2001:db8::ffff:2", [], True, "20010db800000000/64"),
        (None, ["198.51.100.1"], True, "None"),
        ("testclient", [], True, "None"),
    ],
)
def test_a_client_is_who_asks_or_whom_a_proxy_nearby_asks_for(peer, forwarded, proxied, client):
    assert client_of(scope(peer, *forwarded), proxied=proxied) == client


async def test_behind_a_proxy_each_reader_has_a_bucket_of_their_own(buckets):
    site = a_site(public_url="https://example.org")
    async with asking(site, buckets=buckets, client="127.0.0.1") as proxy:
        for _ in range(BURST):
            await proxy.get("/healthz", headers={"x-forwarded-for": "198.51.100.1"})
        greedy = await proxy.get("/healthz", headers={"x-forwarded-for": "8.8.8.8, 198.51.100.1"})
        other = await proxy.get("/healthz", headers={"x-forwarded-for": "198.51.100.2"})
    assert (greedy.status_code, other.status_code) == (429, 200)
