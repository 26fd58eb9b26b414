"""Where pages are: with and without a path in front, whether or not a proxy takes it off."""

import re

import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from presentation.addresses import PageAddresses
from tests.fakes.sites import a_site, asking
from web.app import ROUTES

BAND = "https://example.org/band"


@pytest.mark.parametrize(
    ("public_url", "path", "address", "secure"),
    [
        (None, "/healthz", None, False),
        ("http://192.168.1.5:8000", "/healthz", "http://192.168.1.5:8000/healthz", False),
        ("https://example.org", "/healthz", "https://example.org/healthz", True),
        (BAND, "/band/healthz", "https://example.org/band/healthz", True),
    ],
)
def test_links_are_built_in_one_place(public_url, path, address, secure):
    addresses = PageAddresses(public_url)
    assert addresses.path("/healthz") == path
    assert addresses.address("/healthz") == address
    assert addresses.secure is secure
    site = a_site(public_url=public_url)
    assert (site.path("/healthz"), site.address("/healthz")) == (path, address)


@pytest.mark.parametrize("path", ["/", "/band", "/band/", "/healthz", "/band/healthz", "/band/health"])
async def test_a_proxy_may_take_the_prefix_off_or_leave_it(path):
    async with asking(a_site(public_url=BAND)) as client:
        assert (await client.get(path)).status_code == 200


@pytest.mark.parametrize(
    "path", ["/bandwagon", "/band/no-such-page", "/band/band", "/band/band/healthz", "/ban"]
)
async def test_nothing_is_found_where_there_is_nothing(path):
    async with asking(a_site(public_url=BAND)) as client:
        assert (await client.get(path)).status_code == 404


async def test_without_a_prefix_there_is_none():
    async with asking(a_site(public_url="https://example.org")) as client:
        assert (await client.get("/band/healthz")).status_code == 404


async def test_every_link_of_a_page_has_the_prefix():
    async with asking(a_site(public_url=BAND)) as client:
        for path in ("/", "/no-such-page"):
            links = re.findall(r'(?:href|src|action)="([^"]+)"', (await client.get(path)).text)
            assert links
            assert all(each.startswith("/band/") for each in links)


async def test_a_page_may_begin_with_the_same_word_as_the_prefix():
    async def a_band(request):
        return PlainTextResponse(request.path_params["token"])

    async with asking(a_site(public_url=BAND), routes=(*ROUTES, Route("/band/{token}", a_band))) as client:
        assert (await client.get("/band/foxes")).text == "foxes"
        assert (await client.get("/band/band/foxes")).text == "foxes"
        assert (await client.get("/band/healthz")).json()["ok"]


async def test_a_link_does_not_follow_the_host_that_somebody_claims(reader):
    usual = await reader.get("/")
    claimed = await reader.get("/", headers={"host": "evil.test", "x-forwarded-host": "evil.test"})
    assert claimed.content == usual.content
