"""The front page, what search engines are told, and whether the program works."""

import pytest

from core.ids import Platform
from tests.fakes.sites import a_site, answers, asking

DISCORD, TELEGRAM = "https://discord.com/oauth2/authorize?client_id=1&scope=bot", "https://t.me/bandwidth_bot"


async def test_the_front_page_says_what_this_is(reader):
    page = (await reader.get("/")).text
    assert "The chat bot that gets a band on stage" in page
    assert "/busy every Tuesday evening" in page


@pytest.mark.parametrize(
    ("bots", "links"),
    [
        ({}, []),
        ({Platform.DISCORD: DISCORD}, ["Add it to Discord"]),
        ({Platform.TELEGRAM: TELEGRAM}, ["Open it in Telegram"]),
        (
            {Platform.DISCORD: DISCORD, Platform.TELEGRAM: TELEGRAM},
            ["Add it to Discord", "Open it in Telegram"],
        ),
    ],
)
async def test_the_front_page_leads_to_the_bots_that_are_known(bots, links):
    async with asking(a_site(bots=bots)) as client:
        page = (await client.get("/")).text
    assert [each for each in ("Add it to Discord", "Open it in Telegram") if each in page] == links
    for link in bots.values():
        assert f'href="{link.replace("&", "&amp;")}"' in page


@pytest.mark.parametrize("path", ["/healthz", "/health"])
async def test_health_says_for_each_thing_whether_it_answers(path):
    async def silent():
        return False

    async with asking(a_site()) as client:
        well = await client.get(path)
    async with asking(a_site(checks={"database": answers, "mail": silent})) as client:
        sick = await client.get(path)
    assert (well.status_code, well.json()) == (200, {"ok": True, "database": True})
    assert (sick.status_code, sick.json()) == (503, {"ok": False, "database": True, "mail": False})


async def test_search_engines_are_kept_from_secret_paths(site, monkeypatch):
    monkeypatch.setattr("web.app.SECRET", ())
    async with asking(site) as client:
        nothing_secret = await client.get("/robots.txt")
    monkeypatch.setattr("web.app.SECRET", ("/feed/", "/free/"))
    async with asking(a_site(public_url="https://example.org/band")) as client:
        some = await client.get("/robots.txt")
    assert nothing_secret.headers["content-type"] == "text/plain; charset=utf-8"
    assert nothing_secret.text == "User-agent: *\nDisallow: \n"
    assert some.text == "User-agent: *\nDisallow: /band/feed/\nDisallow: /band/free/\n"
