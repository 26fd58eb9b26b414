"""Signing in by a link from a bot: asked first, once, for ten minutes; and signing out."""

import asyncio
import re
from datetime import timedelta

import pytest

from core.ids import AccountRef, Platform
from tests.chat.test_statements import counted
from tests.fakes.entering import enters, fills, form, forms, link, path_in
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher, text_of
from tests.web.test_doors import everything
from web.limits import GUESSES, guess_buckets
from web.sessions import COOKIE

BAND = "https://example.org/band"


@pytest.fixture
def stage(units, clock):
    return Stage(make_dispatcher(units, clock))


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock)


def never_slow(site, **more):
    return asking(site, guesses=guess_buckets(now=lambda: 0.0), **more)


@pytest.fixture
async def reader(site):
    async with never_slow(site) as client:
        yield client


async def never_was(client):
    found = await client.get("/no-such-page")
    return answer_of(found)


def answer_of(found):
    return found.status_code, found.headers.multi_items(), found.content


async def asked(client, path):
    """The page that asks, and the fields of its form."""
    page = await client.get(path)
    assert page.status_code == 200
    return form(page.text, path)


# The link


async def test_a_link_asks_first_and_signs_in_by_its_button(stage, reader):
    path = await link(stage)
    for _ in range(3):
        page = await reader.get(path)
        assert "Sign in on this device?" in page.text
        assert "as Ana, for 30 days" in page.text
    assert (await reader.get("/my")).status_code == 404
    entered = await reader.post(path, data=form(page.text, path))
    assert (entered.status_code, entered.headers["location"]) == (303, "/my")
    assert "<h1>My bands</h1>" in (await reader.get("/my")).text


async def test_opening_a_link_changes_nothing_in_the_store(stage, reader, engine):
    path = await link(stage)
    before = await everything(engine)
    for ask in (reader.get, reader.head):
        assert (await ask(path)).status_code == 200
    assert await everything(engine) == before


async def test_a_link_works_once(stage, site, reader):
    path = await link(stage)
    fields = await asked(reader, path)
    assert (await reader.post(path, data=fields)).status_code == 303
    reader.cookies.clear()
    never = await never_was(reader)
    assert answer_of(await reader.get(path)) == never
    async with never_slow(site) as other:
        await other.get(await link(stage))
        assert answer_of(await other.post(path, data=fields)) == never


async def test_the_same_form_sent_again_is_a_page_that_never_was(stage, reader):
    path = await link(stage)
    fields = await asked(reader, path)
    asked_cookie = dict(reader.cookies)
    await reader.post(path, data=fields)
    reader.cookies.clear()
    reader.cookies.update(asked_cookie)
    assert answer_of(await reader.post(path, data=fields)) == await never_was(reader)


async def test_a_link_is_over_after_ten_minutes(stage, reader, clock):
    path = await link(stage)
    clock.advance(minutes=9, seconds=59)
    fields = await asked(reader, path)
    clock.advance(seconds=1)
    never = await never_was(reader)
    assert answer_of(await reader.get(path)) == never
    assert answer_of(await reader.post(path, data=fields)) == never


async def test_a_newer_link_makes_the_older_one_void(stage, reader):
    old, new = await link(stage), await link(stage)
    assert answer_of(await reader.get(old)) == await never_was(reader)
    await asked(reader, new)


async def test_a_link_is_one_person_s_and_leaves_the_others_links_alone(stage, reader):
    anas, _ = await link(stage, "Ana"), await link(stage, "Bo")
    assert "as Ana" in (await reader.get(anas)).text


@pytest.mark.parametrize(
    "token",
    [
        "%00",
        "-",
        "1",
        "1-",
        "1-" + "A" * 43,
        "0-" + "A" * 43,
        "9" * 18 + "-" + "A" * 43,
        "9" * 40 + "-" + "A" * 43,
        "a" * 4000,
        "..%2F",
        "1-" + "A" * 42 + "%F0%9F%8E%B8",
    ],
)
async def test_what_is_no_link_is_a_page_that_never_was(stage, reader, token):
    await link(stage)
    never = await never_was(reader)
    assert answer_of(await reader.get(f"/enter/{token}")) == never
    fields = await asked(reader, await link(stage, "Bo"))
    assert answer_of(await reader.post(f"/enter/{token}", data=fields)) == never


async def test_as_much_is_looked_up_for_a_guess_as_for_a_link_that_is_over(stage, reader, clock):
    path = await link(stage)
    number = path.partition("/enter/")[2].partition("-")[0]
    clock.advance(minutes=10)
    looked = [
        (await counted(reader.get(each)))[1]
        for each in (path, f"/enter/{number}-{'A' * 43}", f"/enter/99-{'A' * 43}", "/enter/nonsense")
    ]
    assert looked[0] == looked[1] == looked[2] == looked[3]


async def test_the_secret_of_a_link_is_stored_nowhere(stage, engine, reader):
    path = await link(stage)
    secret = path.partition("-")[2]
    assert secret not in str(await everything(engine))
    fields = await asked(reader, path)
    await reader.post(path, data=fields)
    assert reader.cookies[COOKIE].partition("-")[2] not in str(await everything(engine))


async def test_one_who_guesses_links_is_slowed_down(stage, site):
    async with never_slow(site) as client:
        for _ in range(GUESSES):
            assert (await client.get(f"/enter/1-{'A' * 43}")).status_code == 404
        assert (await client.get(f"/enter/1-{'A' * 43}")).status_code == 429
        assert (await client.post(f"/enter/1-{'A' * 43}")).status_code == 429
        assert (await client.get("/healthz")).status_code == 200


async def test_a_link_that_is_right_costs_no_guess(stage, reader):
    path = await link(stage)
    for _ in range(GUESSES + 5):
        assert (await reader.get(path)).status_code == 200


# No other site signs anybody in


async def test_a_form_of_another_site_does_not_sign_in(stage, site, reader):
    """The other site knows a link of its own, and what its page carries; not what the browser was given."""
    async with never_slow(site) as attacker:
        path = await link(stage, "Mallory")
        theirs = await asked(attacker, path)
    assert (await reader.post(path, data=theirs)).status_code == 404
    await reader.get(await link(stage, "Ana"))
    assert (await reader.post(path, data=theirs)).status_code == 404
    assert COOKIE not in reader.cookies


async def test_what_the_browser_says_of_another_site_is_believed(stage, reader):
    path = await link(stage)
    fields = await asked(reader, path)
    for site_of_page in ("cross-site", "same-site"):
        sent = await reader.post(path, data=fields, headers={"Sec-Fetch-Site": site_of_page})
        assert sent.status_code == 404
    sent = await reader.post(path, data=fields, headers={"Sec-Fetch-Site": "same-origin", "Origin": "null"})
    assert sent.status_code == 303


async def test_a_form_without_its_token_signs_nobody_in(stage, reader):
    path = await link(stage)
    await asked(reader, path)
    for fields in ({}, {"csrf": ""}, {"csrf": "0" * 64}, {"csrf": "ü"}):
        assert (await reader.post(path, data=fields)).status_code == 404
    assert COOKIE not in reader.cookies


# The session


async def test_the_cookie_is_for_the_browser_and_our_pages_alone(stage, site, units, clock):
    async with never_slow(site) as client:
        said = (await enters(stage, client)).headers.get_list("set-cookie")
        [cookie] = [each for each in said if each.startswith(f"{COOKIE}=")]
        parts = {each.strip().lower() for each in cookie.split(";")[1:]}
        assert parts == {"httponly", "max-age=2592000", "path=/", "samesite=lax"}
    far = a_site(units=units, clock=clock, public_url=BAND)
    async with never_slow(far) as client:
        path = await link(stage)
        page = await client.get(f"/band{path}")
        sent = await client.post(
            f"/band{path}", data=form(page.text, path), headers={"cookie": page.headers["set-cookie"]}
        )
        assert sent.headers["location"] == "/band/my"
        [given] = [each for each in sent.headers.get_list("set-cookie") if each.startswith(f"{COOKIE}=")]
        assert {"secure", "path=/band", "httponly", "samesite=lax"} <= {
            each.strip().lower() for each in given.split(";")
        }
        assert (await client.get("/band/my")).status_code == 404, "over http it is not sent"


@pytest.mark.parametrize("prefix", ["", "/band"])
async def test_it_works_below_a_path_whether_or_not_the_proxy_takes_it_off(stage, units, clock, prefix):
    site = a_site(units=units, clock=clock, public_url="http://pages.test/band")
    async with never_slow(site) as client:
        path = await link(stage)
        page = await client.get(prefix + path)
        assert f'action="/band{path}"' in page.text
        jar = {each.name: each.value for each in client.cookies.jar}
        client.cookies.clear()
        client.cookies.update(jar)
        sent = await client.post(prefix + path, data=form(page.text, path))
        assert sent.headers["location"] == "/band/my"
        session = next(each.value for each in client.cookies.jar if each.name == COOKIE)
        client.cookies.clear()
        client.cookies.set(COOKIE, session)
        mine = await client.get(f"{prefix}/my")
        assert mine.status_code == 200
        assert 'action="/band/my/sign-out"' in mine.text


async def test_a_session_lasts_thirty_days(stage, reader, clock):
    await enters(stage, reader)
    clock.advance(days=29, hours=23, minutes=59)
    assert (await reader.get("/my")).status_code == 200
    clock.advance(minutes=1)
    assert answer_of(await reader.get("/my")) == await never_was(reader)


async def test_signing_in_begins_a_session_that_nobody_knew_before(stage, site, reader):
    """A cookie that was put into somebody's browser is not the one that they are signed in with."""
    async with never_slow(site) as attacker:
        await enters(stage, attacker, "Mallory")
        planted = attacker.cookies[COOKIE]
    reader.cookies.set(COOKIE, planted)
    await enters(stage, reader, "Ana")
    ours = [each.value for each in reader.cookies.jar if each.name == COOKIE and each.value != planted]
    assert len(ours) == 1
    async with never_slow(site) as attacker:
        attacker.cookies.set(COOKIE, planted)
        assert (await attacker.get("/my")).status_code == 404


@pytest.mark.parametrize("cookie", ["", "1", "1-" + "A" * 43, "2-" + "A" * 43, "x" * 4000, '"', "1-ü"])
async def test_a_cookie_that_is_none_of_ours_is_a_page_that_never_was(stage, reader, cookie):
    await enters(stage, reader)
    reader.cookies.clear()
    headers = {"cookie": f"{COOKIE}={cookie}".encode()}
    found = await reader.get("/my", headers=headers)
    assert answer_of(found) == await never_was(reader)


async def test_what_one_is_signed_in_to_see_is_kept_nowhere(stage, reader):
    await enters(stage, reader)
    found = await reader.get("/my")
    assert found.headers["cache-control"] == "no-store"
    assert found.headers["x-robots-tag"] == "noindex"
    assert "Disallow: /my\n" in (await reader.get("/robots.txt")).text


# Signing out


async def signs_out(client, *, everywhere=False):
    found = _forms_to(await client.get("/my"), "/my/sign-out")
    [fields] = [each for each in found if ("everywhere" in each) is everywhere]
    return await client.post("/my/sign-out", data=fields)


def _forms_to(page, path):
    return [hidden for action, hidden, _ in forms(page.text) if action == path]


async def test_signing_out_ends_one_session(stage, site, reader):
    async with never_slow(site) as other:
        await enters(stage, reader)
        await enters(stage, other)
        token = reader.cookies[COOKIE]
        sent = await signs_out(reader)
        assert sent.headers["location"] == "/signed-out"
        assert COOKIE not in reader.cookies
        assert "You are signed out" in (await reader.get("/signed-out")).text
        reader.cookies.set(COOKIE, token)
        assert (await reader.get("/my")).status_code == 404
        assert (await other.get("/my")).status_code == 200


async def test_signing_out_everywhere_ends_all_of_one_s_own(stage, site, reader):
    async with never_slow(site) as other, never_slow(site) as bo:
        await enters(stage, reader)
        await enters(stage, other)
        await enters(stage, bo, "Bo")
        waiting = await link(stage)
        await signs_out(reader, everywhere=True)
        assert (await reader.get("/my")).status_code == (await other.get("/my")).status_code == 404
        assert (await other.get(waiting)).status_code == 404
        assert (await bo.get("/my")).status_code == 200


async def test_signing_out_everywhere_works_from_chat(stage, site, reader):
    await enters(stage, reader)
    given = await stage.says("Ana", "/web")
    assert "You are signed in on 1 device, last used Mon 23 Nov." in text_of(given.reply)
    done = await stage.presses("Ana", given, "Sign out everywhere")
    assert text_of(done.reply).splitlines()[0] == "🔑 Signed out on 1 device"
    assert (await reader.get("/my")).status_code == 404
    assert (await reader.get(path_in(text_of(given.reply)))).status_code == 404


async def test_the_page_says_where_one_is_signed_in_and_when_that_was_used_last(stage, site, reader, clock):
    async with never_slow(site) as other:
        await enters(stage, other)
        clock.advance(days=2)
        await enters(stage, reader)
        page = (await reader.get("/my")).text
        assert "<li>Mon 23 Nov</li>" in page
        await other.get("/my")
        assert "<li>Wed 25 Nov</li>" in (await reader.get("/my")).text


async def test_no_more_is_kept_of_when_one_looks_than_the_hour(stage, reader, units, clock):
    await enters(stage, reader)
    clock.advance(hours=1, minutes=17)
    await reader.get("/my")
    async with units.read() as unit:
        person = await unit.people.by_account(stage_account("Ana"))
        [session] = await unit.web_sessions.of(person[0].id)
    assert session.used_at == (clock.now() - timedelta(minutes=17)).replace(minute=0, second=0)


def stage_account(name):
    return AccountRef(Platform.CONSOLE, name)


# What becomes of a session with its person


async def test_a_session_ends_when_everything_about_its_person_is_deleted(stage, reader):
    await enters(stage, reader)
    waiting = await link(stage)
    card = await stage.says("Ana", "/mydata")
    asked_twice = await stage.presses("Ana", card, "Delete everything")
    await stage.presses("Ana", asked_twice, "Delete it all")
    assert (await reader.get("/my")).status_code == (await reader.get(waiting)).status_code == 404


async def test_two_people_who_become_one_keep_their_sessions(stage, site, reader):
    async with never_slow(site) as telegram:
        await stage.says("Ana", "/band create The Foxes city: Leeds")
        await enters(stage, reader)
        await enters(stage, telegram, "Ana T", on=Platform.TELEGRAM)
        assert "The Foxes" not in (await telegram.get("/my")).text
        code = (await stage.says("Ana", "/link")).result.offered.code
        await stage.says("Ana T", f"/link {code}", on=Platform.TELEGRAM)
        for client in (reader, telegram):
            assert "The Foxes" in (await client.get("/my")).text


async def test_unlinking_an_account_signs_out_everywhere(stage, reader):
    """The account may be in somebody else's hands, and so may be a session that it has opened."""
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    code = (await stage.says("Ana", "/link")).result.offered.code
    await stage.says("Ana T", f"/link {code}", on=Platform.TELEGRAM)
    await enters(stage, reader, "Ana T", on=Platform.TELEGRAM)
    assert "The Foxes" in (await reader.get("/my")).text
    asked_first = await stage.presses("Ana", await stage.says("Ana", "/link"), "Unlink Telegram")
    await stage.presses("Ana", asked_first, "Unlink")
    assert (await reader.get("/my")).status_code == 404


# Forms


async def test_a_form_that_is_too_long_is_not_read(stage, reader):
    await enters(stage, reader)
    fields = form((await reader.get("/my")).text, "/my/sign-out")
    sent = await reader.post("/my/sign-out", data={**fields, "more": "x" * 70_000})
    assert sent.status_code == 413
    assert (await reader.get("/my")).status_code == 200

    async def drip():
        for _ in range(80):
            yield b"x" * 1024

    chunked = await reader.post(
        "/my/sign-out", content=drip(), headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert chunked.status_code == 413


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("multipart/form-data; boundary=x", b"--x--"),
        ("application/json", b"{}"),
        ("text/plain", b"csrf=1"),
    ],
)
async def test_only_plain_forms_are_read(stage, reader, kind, content):
    await enters(stage, reader)
    sent = await reader.post("/my/sign-out", content=content, headers={"content-type": kind})
    assert sent.status_code == 415


@pytest.mark.parametrize("content", [b"csrf=%ff", b"\xff", b"&".join([b"a=1"] * 200)])
async def test_a_form_that_cannot_be_read_is_refused(stage, reader, content):
    await enters(stage, reader)
    sent = await reader.post(
        "/my/sign-out", content=content, headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert sent.status_code == 400


async def test_twenty_who_open_one_link_at_once_are_one_session(stage, site, units):
    path = await link(stage)
    clients = [never_slow(site) for _ in range(20)]
    fields = [await asked(each, path) for each in clients]
    sent = await asyncio.gather(
        *(each.post(path, data=said) for each, said in zip(clients, fields, strict=True))
    )
    assert sorted(each.status_code for each in sent) == [303] + [404] * 19
    for each in clients:
        await each.aclose()


async def test_a_link_stands_in_no_log(stage, reader, caplog):
    path = await link(stage)
    await asked(reader, path)
    assert not re.search(path.partition("-")[2], caplog.text)


async def test_a_form_of_another_session_is_not_taken(stage, site, reader):
    async with never_slow(site) as bo:
        await enters(stage, reader)
        await enters(stage, bo, "Bo")
        theirs = (await bo.get("/my")).text
        assert (await fills(reader, theirs, "/my/sign-out", None)).status_code == 404
        assert (await reader.get("/my")).status_code == 200
