"""Every answer has the headers that keep a browser to what the page is for, errors included."""

import pytest
from starlette.responses import Response
from starlette.routing import Route

from presentation.addresses import MINI_APP, MY
from tests.fakes.sites import a_site, asking
from web.app import ROUTES
from web.limits import BURST, RequestBuckets

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'"
)
EVERYWHERE = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}


async def broken(_):
    raise RuntimeError("oh")


async def own(_):
    return Response("{}", headers={"Cache-Control": "private, max-age=60"})


WITH_A_BUG = (*ROUTES, Route("/broken", broken), Route("/own", own))


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        *(
            ("GET", each.path, 200)
            for each in ROUTES
            if "{" not in each.path and not each.path.startswith((MY, MINI_APP))
        ),
        ("GET", MINI_APP, 404),
        ("GET", f"{MINI_APP}/calendar", 404),
        ("GET", MY, 404),
        ("GET", "/my/sign-out", 405),
        ("HEAD", "/", 200),
        ("GET", "/no-such-page", 404),
        ("GET", "/static/page.css", 404),
        ("POST", "/", 405),
        ("GET", "/broken", 500),
    ],
)
async def test_every_answer_has_them(method, path, status, units):
    async with asking(a_site(units=units), routes=WITH_A_BUG) as client:
        found = await client.request(method, path)
    assert found.status_code == status
    assert {name: found.headers.get_list(name) for name in EVERYWHERE} == {
        name: [value] for name, value in EVERYWHERE.items()
    }
    assert "camera=()" in found.headers["permissions-policy"]
    assert "strict-transport-security" not in found.headers


async def test_an_answer_to_one_who_asks_too_often_has_them(site):
    async with asking(site, buckets=RequestBuckets(now=lambda: 0.0)) as reader:
        answers = [await reader.get("/healthz") for _ in range(BURST + 1)]
    assert answers[-1].status_code == 429
    assert {name: answers[-1].headers[name] for name in EVERYWHERE} == EVERYWHERE


@pytest.mark.parametrize(
    ("public_url", "kept"),
    [("https://example.org", True), ("http://example.org", False), (None, False)],
)
async def test_browsers_are_kept_to_https_only_where_they_come_by_it(public_url, kept):
    async with asking(a_site(public_url=public_url)) as client:
        for path in ("/", "/no-such-page"):
            assert ("strict-transport-security" in (await client.get(path)).headers) is kept


async def test_a_page_is_not_kept_anywhere_unless_it_says_so():
    async with asking(a_site(), routes=WITH_A_BUG) as client:
        assert (await client.get("/")).headers.get_list("cache-control") == ["no-store"]
        assert (await client.get("/own")).headers.get_list("cache-control") == ["private, max-age=60"]


async def test_search_engines_may_list_the_front_page_and_no_other(reader):
    assert (await reader.get("/")).headers["x-robots-tag"] == "all"
    assert (await reader.get("/healthz")).headers["x-robots-tag"] == "noindex"


async def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere():
    assert "unsafe" not in POLICY
    sources = {each for part in POLICY.split("; ") for each in part.split()[1:]}
    assert sources == {"'none'", "'self'"}
