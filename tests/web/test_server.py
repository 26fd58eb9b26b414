"""The web server itself, on a socket: what it says of itself, and whom it believes."""

import asyncio

import httpx
import pytest

from tests.fakes.sites import a_site
from web.limits import BURST
from web.server import WebServer


@pytest.fixture
async def client():
    server = WebServer(a_site(), host="127.0.0.1", port=0)
    serving = asyncio.create_task(server.serve())
    async with httpx.AsyncClient(base_url=server.address) as client:
        yield client
    await server.stop()
    await asyncio.wait_for(serving, 10)


async def test_it_does_not_say_what_it_is_made_with(client):
    for path in ("/", "/no-such-page"):
        found = await client.get(path)
        assert "server" not in found.headers
        assert "default-src 'none'" in found.headers["content-security-policy"]


async def test_what_is_not_there_is_the_same_to_the_byte_on_the_wire(client):
    paths = (
        "/no-such-page",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/static/%2e%2e/app.py",
        "/static/",
        "/caf%C3%A9?a=b",
    )
    found = [await client.get(path) for path in paths]
    assert {each.status_code for each in found} == {404}
    assert len({each.content for each in found}) == 1
    plain = [[pair for pair in each.headers.raw if pair[0].lower() != b"date"] for each in found]
    assert plain.count(plain[0]) == len(plain)


async def test_only_the_head_of_a_page_may_be_asked_for(client):
    whole, head = await client.get("/"), await client.head("/")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.content))


async def test_without_a_public_address_nobody_is_believed_to_ask_for_others(client):
    found = [
        await client.get("/robots.txt", headers={"x-forwarded-for": f"198.51.100.{number % 250}"})
        for number in range(2 * BURST)
    ]
    assert 429 in {each.status_code for each in found}
