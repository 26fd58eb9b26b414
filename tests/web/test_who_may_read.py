"""Every address there is, and what it answers to whom: written by hand, never worked out.

The pages of somebody signed in have a table of their own (tests/web/test_who_may_on_pages.py), and so has the
door of the Mini App (tests/web/test_mini_app.py); the first test here holds all of them against the routes.

A row's words are for a stranger, a member of The Foxes, the owner of another band and a promoter, each of whom
has the address; then for an address that was taken back, one that has run out or was replaced, and one that is
guessed. 404 is the page that never was, to the byte.
"""

import re
from datetime import timedelta

import pytest

from bots.chat.buttons.publications import MakeOpenDatesPage
from bots.chat.turn import PressedButton
from core.marketplace.tickets import CountsSource, NewCounting
from core.marketplace.tickets.hooks import HookSecrets
from core.publications import PublicationKind
from tests.fakes.entering import enters, form, link
from tests.fakes.signed_in_town import the_foxes, the_heron
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher
from tests.fakes.web import SECRETS, WEB
from tests.web.test_who_may_on_pages import TABLE as OF_PEOPLE
from web.app import ROUTES
from web.limits import RequestBuckets, guess_buckets
from web.sessions import COOKIE

WHO = ("stranger", "member", "other band", "promoter", "taken back", "over", "guessed")
NAMES = {"member": "Bo", "other band": "Zoe", "promoter": "Dana"}
OPEN = {
    "/": "200 200 200 200 200 200 200",
    "/zone": "200 200 200 200 200 200 200",
    "/signed-out": "200 200 200 200 200 200 200",
    "/robots.txt": "200 200 200 200 200 200 200",
    "/healthz": "200 200 200 200 200 200 200",
    "/health": "200 200 200 200 200 200 200",
    "/venues": "200 200 200 200 200 200 200",
    "/events/open": "200 200 200 200 200 200 200",
    "/events/open.json": "200 200 200 200 200 200 200",
    "/events/open.atom": "200 200 200 200 200 200 200",
    "/telegram": "200 200 200 200 200 200 200",
}
"""Anybody may read them, whatever their cookie is; the last three columns are sessions that are no more."""
NUMBERED = {
    "/events/{name}": "200 200 200 200 404 200 404",
    "/events/{name}.ics": "200 200 200 200 404 200 404",
    "/events/{name}.png": "200 200 200 200 404 200 404",
    "/venues/{name}": "200 200 200 200 404 200 404",
    "/venues/{name}.atom": "200 200 200 200 404 200 404",
    "/venues/{name}.png": "200 200 200 200 404 200 404",
    "/static/{name:path}": "200 200 200 200 404 200 404",
}
"""Anybody may read what is public. Taken back: a draft, a venue that has closed. Over: the same once it is past."""
SECRET = {
    "/free/{secret}": "200 200 200 200 404 404 404",
    "/free/{secret}.txt": "200 200 200 200 404 404 404",
    "/free/{secret}.pdf": "200 200 200 200 404 404 404",
    "/free/{secret}.svg": "200 200 200 200 404 404 404",
    "/free/{secret}.png": "200 200 200 200 404 404 404",
    "/calendar/{secret}.ics": "200 200 200 200 404 404 404",
    "/epk/{secret}": "200 200 200 200 404 404 404",
    "/epk/{secret}.pdf": "200 200 200 200 404 404 404",
    "/epk/{secret}.atom": "200 200 200 200 404 404 404",
    "/epk/{secret}/{name}": "200 200 200 200 404 404 404",
    "/events/open/for/{secret}": "200 200 200 200 404 404 404",
    "/events/open/for/{secret}.json": "200 200 200 200 404 404 404",
    "/events/open/for/{secret}.atom": "200 200 200 200 404 404 404",
}
"""Whoever has the address may read it. Over: the address before [New address]."""
CODES = {
    "/join/{code}": "200 200 200 200 404 404 404",
    "/gig/{code}": "200 200 200 200 404 404 404",
    "/enter/{token}": "200 200 200 200 404 404 404",
}
"""Whoever has the code may read what it opens. Taken back: revoked, or used."""
HOOK = ("/hooks/tickets/{secret}", "204 204 204 204 404 404 404")
"""Taken back and over: the counts are forgotten."""
CALENDAR = ("/calendar", "/calendar/entries.json")
CHANGED = tuple(f"/calendar/{each}" for each in ("mark", "words", "move", "remove", "undo"))
OWN = "404 200 200 200 404 404 404"
"""One's own calendar, by one's own session alone; the last three columns are sessions that are no more."""
NEVER = "404 404 404 404 404 404 404"
"""The Mini App's calendar takes no browser's session, and no form is taken without its token."""


def test_every_route_has_its_row():
    mine = {("GET", path) for path in (*OPEN, *NUMBERED, *SECRET, *CODES)}
    mine |= {("POST", HOOK[0]), ("POST", "/enter/{token}"), ("POST", "/telegram")}
    for door in ("/my", "/telegram"):
        mine |= {("GET", f"{door}{path}") for path in CALENDAR} | {
            ("POST", f"{door}{path}") for path in CHANGED
        }
    names = re.compile(r"\{\w+\}")
    theirs = {(method, names.sub("{}", path)) for method, path, _ in OF_PEOPLE}
    for route in ROUTES:
        for method in route.methods - {"HEAD"}:
            found = (method, route.path) in mine or (method, names.sub("{}", route.path)) in theirs
            assert found, (method, route.path)
    assert {path for _, path in mine} <= {route.path for route in ROUTES}


async def test_neither_metrics_nor_readiness_are_on_this_port(site):
    async with asking(site) as client:
        never = await client.get("/no-such-page")
        for path in ("/metrics", "/readyz", "/metrics/", "/my/metrics"):
            found = await client.get(path)
            assert (found.status_code, found.content) == (404, never.content)


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock, public_url=WEB.pages.public_url, mini_app_key=b"a key")


@pytest.fixture
async def stage(units, clock):
    stage = Stage(make_dispatcher(units, clock))
    await the_foxes(stage)
    await stage.says("Zoe", "/band create The Crows city: Leeds")
    await the_heron(stage, "Fri 11 Dec")
    return stage


def patient(site):
    """A client that is not held up for asking much."""
    client = asking(site, buckets=RequestBuckets(burst=10_000), guesses=guess_buckets(now=lambda: 0.0))
    client.base_url = "https://pages.test"  # cookies of ours are for https alone
    return client


async def browsers(stage, site, clock):
    """A browser for each column: the last three have sessions that were signed out, have run out, are guessed."""
    found = {"stranger": patient(site)}
    for who, name in NAMES.items():
        found[who] = patient(site)
        await enters(stage, found[who], name)
    found["over"] = patient(site)
    at = clock.at
    clock.at = at - timedelta(days=31)
    await enters(stage, found["over"], "Bo")
    clock.at = at
    for who in ("taken back", "guessed"):
        found[who] = patient(site)
        await enters(stage, found[who], "Bo")
        token = found[who].cookies[COOKIE]
        if who == "taken back":
            await found[who].post(
                "/my/sign-out", data=form((await found[who].get("/my")).text, "/my/sign-out")
            )
        found[who].cookies.clear()
        guess = f"{token.partition('-')[0]}-{'A' * 43}"
        found[who].cookies.set(COOKIE, token if who == "taken back" else guess)
    return found


async def holds(rows, path_for, browsers_, *, method="GET", **sent):
    """Each row against what is answered; `path_for(pattern, who)` is the address that this column has."""
    never = await browsers_["stranger"].get("/no-such-page")
    for pattern, words in rows:
        for who, word in zip(WHO, words.split(), strict=True):
            found = await browsers_[who].request(method, path_for(pattern, who), **sent)
            assert (pattern, who, found.status_code) == (pattern, who, int(word))
            if found.status_code == 404:
                assert (found.content, found.headers.multi_items()) == (
                    never.content,
                    never.headers.multi_items(),
                ), (pattern, who)


async def test_what_is_open_is_open_to_all(stage, site, clock):
    await holds(OPEN.items(), lambda pattern, _: pattern, await browsers(stage, site, clock))


async def test_ones_own_calendar_is_ones_own(stage, site, clock):
    there = await browsers(stage, site, clock)

    def path_for(pattern, _):
        return pattern + ("?from=2026-12-01&to=2026-12-08" if pattern.endswith("json") else "")

    await holds([(f"/my{path}", OWN) for path in CALENDAR], path_for, there)
    await holds([(f"/telegram{path}", NEVER) for path in CALENDAR], path_for, there)
    for door in ("/my", "/telegram"):
        await holds([(f"{door}{path}", NEVER) for path in CHANGED], path_for, there, method="POST")


async def test_public_things_have_numbers_and_nothing_else_has(stage, site, clock, units):
    draft = (await stage.says("Dana", "/post Sat 12 Dec, need 1 support, doors 7:30")).result.events[0]
    await stage.says("Lee", "/venue create The Lanes city: Leeds")
    there = await browsers(stage, site, clock)
    async with units.read() as unit:
        venues = {each.name: each.id for each in await unit.venues.all_open()}
        (night,) = [
            each
            for each in await unit.events.of_venue(
                venues["The Heron"], start=clock.at, end=clock.at + timedelta(days=60)
            )
            if each.id != draft.id
        ]
    left = await stage.says("Lee", "/venue leave")
    if "Lanes" in str([each.name for each in await _open_venues(units)]):
        await stage.presses("Lee", left, left.reply.buttons[0][0].label)
    pages = there["stranger"]
    right = {
        "/events/": (await pages.get(f"/events/{night.id}-x")).headers["location"].rpartition("/")[2],
        "/venues/": (await pages.get(f"/venues/{venues['The Heron']}-x"))
        .headers["location"]
        .rpartition("/")[2],
        "/static/": re.search(r"/static/([^\"]+\.css)", (await pages.get("/")).text)[1],
    }
    gone = {
        "/events/": f"{draft.id}-x",
        "/venues/": f"{venues['The Lanes']}-the-lanes",
        "/static/": "gone.css",
    }
    guessed = {"/events/": "999-x", "/venues/": "999-x", "/static/": "../app.py"}

    def path_for(pattern, who):
        begins = pattern.partition("{")[0]
        names = {"taken back": gone, "guessed": guessed}.get(who, right)
        return re.sub(r"\{.*\}", names[begins], pattern)

    rows = list(NUMBERED.items())
    now = clock.at
    await holds([(each, words.replace("200", "200")) for each, words in rows], path_for, there)
    clock.at = now + timedelta(days=30)
    for pattern, words in rows:
        found = await pages.get(path_for(pattern, "over"))
        assert found.status_code == int(words.split()[WHO.index("over")]), pattern


async def _open_venues(units):
    async with units.read() as unit:
        return await unit.venues.all_open()


async def test_secrets_open_until_they_are_replaced_or_taken_back(stage, site, clock, units):
    public = await stage.presses("Ana", await stage.says("Ana", "/share"), "Public page")
    kit = await stage.presses("Ana", await stage.says("Ana", "/epk"), "Switch on")
    calendars = await stage.says("Ana", "/calendar")
    mine = await stage.presses("Ana", calendars, "All your bands")
    async with units.read() as unit:
        (foxes,) = await unit.bands.called("The Foxes")
    dates = MakeOpenDatesPage(foxes.id)
    token = stage.dispatcher.tokens.encode(dates.verb, dates.ids)
    listed = await stage.does("Ana", PressedButton(token))
    cards = {"/free/": public, "/epk/": kit, "/calendar/": mine, "/events/open/for/": listed}
    kinds = {each.result.card.publication.kind for each in cards.values()}
    assert kinds == {
        PublicationKind.AVAILABILITY,
        PublicationKind.PRESS_KIT,
        PublicationKind.MY_CALENDAR,
        PublicationKind.OPEN_DATES,
    }
    old = {begins: _secret(card, begins) for begins, card in cards.items()}
    fresh = {begins: await stage.presses("Ana", card, "New address") for begins, card in cards.items()}
    now = {begins: _secret(card, begins) for begins, card in fresh.items()}
    there = await browsers(stage, site, clock)

    def path_for(pattern, who):
        begins = pattern.partition("{")[0]
        secret = {"over": old, "guessed": {each: _guess(now[each]) for each in now}}.get(who, now)[begins]
        return pattern.replace("{secret}", secret).replace("{name}", "card.png")

    valid = [(each, " ".join(["200"] * 5 + words.split()[5:])) for each, words in SECRET.items()]
    await holds(valid, path_for, there)
    for card in fresh.values():
        await stage.presses("Ana", card, "Switch off")
    gone = [(each, " ".join([words.split()[4]] * 7)) for each, words in SECRET.items()]
    await holds(gone, path_for, there)


def _secret(card, begins):
    return re.search(rf"{begins}([0-9a-z-]+)", card.result.address)[1]


def _guess(secret):
    return secret[:-1] + ("a" if secret[-1] != "a" else "b")


async def test_codes_open_until_they_are_used_up_or_over(stage, site, clock):
    invite = await stage.says("Ana", "/band invite")
    invited = invite.result.invited
    given = await stage.says("Dana", "/offer The Foxes date: Fri 11 Dec")
    there = await browsers(stage, site, clock)
    used = await link(stage, "Zoe")
    asked = await there["stranger"].get(used)
    await there["stranger"].post(used, data=form(asked.text, used))
    there["stranger"].cookies.clear()
    entering = await link(stage, "Ana")
    begins = {"/join/": invited.code, "/gig/": given.result.code, "/enter/": entering.removeprefix("/enter/")}
    guessed = {"/join/": "K7QXMP2D", "/gig/": "K7QXMP2D", "/enter/": f"1-{'A' * 43}"}

    def path_for(pattern, who):
        start = pattern.partition("{")[0]
        return start + (guessed if who == "guessed" else begins)[start]

    valid = [(each, "200 200 200 200 200 200 404") for each in CODES]
    await holds(valid, path_for, there)
    await there["stranger"].get("/")
    assert (await there["stranger"].get(used)).status_code == 404, "a link signs in once"
    await stage.presses("Ana", invite, "Revoke")
    await stage.presses("Dana", given, "Revoke")
    for start in ("/join/", "/gig/"):
        assert (await there["member"].get(start + begins[start])).status_code == 404, start
    again = (await stage.says("Ana", "/band invite part: keys")).result.invited
    offered = (await stage.says("Dana", "/offer The Foxes date: Fri 11 Dec")).result.code
    late = [("/join/", again.code), ("/gig/", offered), ("/enter/", begins["/enter/"])]
    clock.at += timedelta(days=15)
    for start, code in late:
        assert (await there["member"].get(start + code)).status_code == 404, start


async def test_where_providers_call_nobody_else_gets_an_answer(stage, site, clock, units):
    async with units.write() as unit:
        (heron,) = await unit.venues.all_open()
        (night,) = await unit.events.of_venue(heron.id, start=clock.at, end=clock.at + timedelta(days=60))
        source = CountsSource("pretix", "https://pretix.eu", "heron/friday")
        new = NewCounting(night.id, source, night.made_by, clock.at)
        which = await unit.countings.add(new, token="t" * 20)
    right = HookSecrets(SECRETS.key).path(which)
    there = await browsers(stage, site, clock)

    def path_for(_, who):
        return _guess(right) if who == "guessed" else right

    pattern, words = HOOK
    valid = " ".join(["204"] * 6 + words.split()[6:])
    await holds([(pattern, valid)], path_for, there, method="POST", content=b"{}")
    async with units.write() as unit:
        await unit.countings.forget(which)
    await holds([(pattern, NEVER)], path_for, there, method="POST", content=b"{}")
