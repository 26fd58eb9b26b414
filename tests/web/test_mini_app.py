"""The Mini App's door: who is let in by what Telegram has signed, and who is not."""

import hashlib
import hmac
import json
from urllib.parse import urlencode

import pytest

from core.ids import Platform
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher
from web.areas.diary.doors import TELEGRAM_WEB

TOKEN, OTHER = "12345:the token of our bot", "67890:the token of another"
HERE, CALENDAR = "/telegram", "/telegram/calendar"


def key_of(token):
    return hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)


def init_data(clock, *, token=TOKEN, account="7", age=5, **changed):
    """What Telegram puts behind the address, as its documentation says."""
    fields = {
        "query_id": "AAHdF6IQAAAAAN0XohDhrOrc",
        "user": json.dumps(
            {"id": int(account), "first_name": "Ana", "username": "ana", "language_code": "en"}
        ),
        "auth_date": str(int(clock.now().timestamp()) - age),
        "signature": "of another kind, which is not ours to check",
    }
    checked = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    fields["hash"] = hmac.digest(key_of(token), checked.encode(), hashlib.sha256).hex()
    return urlencode({**fields, **changed})


@pytest.fixture
async def stage(units, clock):
    stage = Stage(make_dispatcher(units, clock))
    await stage.says("7", "/timezone London", on=Platform.TELEGRAM)
    await stage.says("7", "/busy Tue 1 Dec 19:00-22:30", on=Platform.TELEGRAM)
    return stage


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock, mini_app_key=key_of(TOKEN), public_url="https://example.org")


@pytest.fixture
async def frame(stage, site):
    """Telegram's frame on somebody's phone."""
    async with asking(site) as client:
        client.base_url = "https://pages.test"
        yield client


async def enters(client, data):
    return await client.post(HERE, data={"data": data})


async def test_telegram_s_data_sign_in_whom_they_are_for(frame, clock):
    entered = await enters(frame, init_data(clock))
    assert (entered.status_code, entered.json()) == (200, {"to": CALENDAR})
    page = await frame.get(CALENDAR)
    assert "Busy Tue 1 Dec, 19:00-22:30" in page.text
    assert f'action="{CALENDAR}/mark"' in page.text


async def test_the_session_is_good_in_a_frame_and_on_these_pages_alone(frame, clock):
    cookie = (await enters(frame, init_data(clock))).headers["set-cookie"]
    parts = set(cookie.split("; ")[1:])
    assert parts == {"Max-Age=43200", "Path=/telegram", "HttpOnly", "Secure", "SameSite=None", "Partitioned"}
    assert (await frame.get("/my")).status_code == 404
    assert (await frame.get("/my/calendar")).status_code == 404


async def test_only_telegram_s_own_client_may_frame_these_pages(frame, clock):
    await enters(frame, init_data(clock))
    for path in (HERE, CALENDAR, f"{CALENDAR}/entries.json?from=2026-12-01&to=2026-12-31"):
        policy = (await frame.get(path)).headers["content-security-policy"]
        assert f"frame-ancestors {TELEGRAM_WEB};" in policy
        assert "unsafe" not in policy
    for path in ("/", "/zone", "/static/no-such-file"):
        assert "frame-ancestors 'none'" in (await frame.get(path)).headers["content-security-policy"]


@pytest.mark.parametrize(
    "changed",
    [
        {"user": json.dumps({"id": 8, "first_name": "Bo"})},
        {"auth_date": "1795460400"},
        {"hash": "0" * 64},
        {"hash": ""},
        {"start_param": "added"},
    ],
)
async def test_data_that_somebody_has_changed_open_nothing(frame, clock, changed):
    refused = await enters(frame, init_data(clock, **changed))
    assert refused.status_code == 403
    assert "set-cookie" not in refused.headers
    assert (await frame.get(CALENDAR)).status_code == 404


@pytest.mark.parametrize("age", [601, 86_400, -61])
async def test_data_that_are_old_or_from_the_future_open_nothing(frame, clock, age):
    refused = await enters(frame, init_data(clock, age=age))
    assert (refused.status_code, refused.json()["said"]) == (
        403,
        "This page is too old. Close it and open it again from the chat.",
    )


async def test_data_of_another_bot_open_nothing(frame, clock):
    assert (await enters(frame, init_data(clock, token=OTHER))).status_code == 403


@pytest.mark.parametrize("data", ["", "hash=", "a=1&a=2&hash=x", "%ff", "x" * 9000, "user=7&hash=\u00e9"])
async def test_what_is_no_such_data_opens_nothing(frame, data):
    assert (await enters(frame, data)).status_code == 403


async def test_the_same_data_sign_in_nobody_else(frame, site, clock):
    data = init_data(clock)
    first = await enters(frame, data)
    assert (await enters(frame, data)).json() == first.json(), "opened again where one is signed in already"
    cookies = frame.cookies
    frame.cookies = {}
    again = await enters(frame, data)
    assert (again.status_code, again.json()["said"]) == (
        403,
        "This was opened before. Close it and open it again from the chat.",
    )
    assert cookies


async def test_somebody_new_is_told_how_to_begin(frame, clock):
    refused = await enters(frame, init_data(clock, account="999"))
    assert refused.json() == {"said": "We have not met yet. Send /start in our chat, then open this again."}


async def test_another_site_cannot_sign_anybody_in(frame, clock):
    elsewhere = {"sec-fetch-site": "cross-site"}
    assert (await frame.post(HERE, data={"data": init_data(clock)}, headers=elsewhere)).status_code == 404


async def test_without_a_bot_on_telegram_there_is_no_door(units, clock):
    async with asking(a_site(units=units, clock=clock)) as client:
        missing = await client.get("/no-such-page")
        assert (await client.get(HERE)).content == missing.content
        assert (await enters(client, init_data(clock))).content == missing.content
