"""Signing in by a link from a bot: asked first, once, for ten minutes; and signing out."""

import re
from html import unescape

import pytest

from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher, text_of
from web.limits import guess_buckets


@pytest.fixture
def stage(units, clock):
    return Stage(make_dispatcher(units, clock))


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock)


@pytest.fixture
async def reader(site):
    async with asking(site, guesses=guess_buckets(now=lambda: 0.0)) as client:
        yield client


async def link(stage, name="Ana"):
    """The path of a fresh link."""
    return re.search(r"/enter/[A-Za-z0-9_-]+", text_of((await stage.says(name, "/web")).reply)).group()


def fields(page):
    """The hidden fields of the first form on a page."""
    form = page.partition("<form")[2].partition("</form>")[0]
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', unescape(form)))


async def enters(stage, reader, name="Ana"):
    """Sign somebody in."""
    path = await link(stage, name)
    asked = await reader.get(path)
    return await reader.post(path, data=fields(asked.text))


async def test_a_link_asks_first_and_signs_in_by_its_button(stage, reader):
    path = await link(stage)
    for _ in range(3):
        asked = await reader.get(path)
        assert asked.status_code == 200
        assert "Sign in on this device?" in asked.text
    assert (await reader.get("/my")).status_code == 404
    entered = await reader.post(path, data=fields(asked.text))
    assert (entered.status_code, entered.headers["location"]) == (303, "/my")
    assert "My bands" in (await reader.get("/my")).text
