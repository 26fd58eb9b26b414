"""Who may open which page of somebody signed in, and send which form: written by hand, never worked out.

The words in a row are for a stranger who is not signed in, an owner, a booker and a member of The Foxes, the
owner of another band, a promoter of The Heron, a promoter of another venue, and sessions that were signed
out, have run out, or are guessed; in this order. A number is the answer's status: 404 is the page that never
was, 409 says why not.
"""

import pytest

from tests.fakes.entering import enters, form
from tests.fakes.signed_in_town import applies, rehearsals, the_foxes, the_heron
from tests.fakes.sites import a_site, asking
from tests.fakes.stage import Stage, make_dispatcher
from web.limits import RequestBuckets
from web.sessions import COOKIE

NAMES = {
    "owner": "Ana",
    "booker": "Cy",
    "member": "Bo",
    "other band": "Zoe",
    "promoter": "Dana",
    "other venue": "Lee",
}
WHO = ("stranger", *NAMES, "revoked", "expired", "guessed")
TABLE = {
    # path and the answer that is sent; who:  str  own  book mem  oth  prom venu revo expi gues
    ("GET", "/my", None):                    "404  200  200  200  200  200  200  404  404  404",
    ("GET", "/my/nights/{event}", None):     "404  404  404  404  404  200  404  404  404  404",
    ("POST", "/my/rehearsals/{rehearsal}", "no"):
                                             "404  303  303  303  404  404  404  404  404  404",
    ("POST", "/my/looks/{looked}/{band}", "no"):
                                             "404  303  303  303  404  404  404  404  404  404",
    ("POST", "/my/applications/{invite}", "confirm"):
                                             "404  303  303  409  404  404  404  404  404  404",
    ("POST", "/my/applications/{invite}", "turn-down"):
                                             "404  303  303  409  404  404  404  404  404  404",
    ("POST", "/my/applications/{pending}", "withdraw"):
                                             "404  303  303  409  404  404  404  404  404  404",
    ("POST", "/my/nights/{event}/{pending}", "shortlist"):
                                             "404  404  404  404  404  303  404  404  404  404",
    ("POST", "/my/nights/{event}/{pending}", "accept"):
                                             "404  404  404  404  404  303  404  404  404  404",
    ("POST", "/my/nights/{event}/{pending}", "decline"):
                                             "404  404  404  404  404  303  404  404  404  404",
    ("POST", "/my/nights/{night}/{invite}", "take-back"):
                                             "404  404  404  404  404  303  404  404  404  404",
    ("POST", "/my/sign-out", None):          "404  303  303  303  303  303  303  404  404  404",
}  # fmt: skip


def named(each):
    """A row or a word of the table, in the name of a test."""
    return each if isinstance(each, str) else " ".join(filter(None, each))


@pytest.fixture
def site(units, clock):
    return a_site(units=units, clock=clock)


@pytest.fixture
async def stage(units, clock):
    stage = Stage(make_dispatcher(units, clock))
    await the_foxes(stage)
    await stage.says("Zoe", "/band create The Crows city: Leeds")
    await the_heron(stage, "Fri 11 Dec", "Sat 12 Dec", "Fri 18 Dec")
    await stage.says("Lee", "/venue create The Lanes city: Leeds")
    return stage


@pytest.fixture
async def things(stage):
    rehearsal = await rehearsals(stage)
    looked = await applies(stage, "11 Dec", all_can=False)
    pending = await applies(stage, "18 Dec")
    given = await stage.says("Dana", "/offer The Foxes date: Sat 12 Dec")
    invite = given.result.card.application
    return {
        "rehearsal": rehearsal.id,
        "looked": looked.event,
        "band": looked.band,
        "pending": pending.id,
        "event": pending.event,
        "invite": invite.id,
        "night": invite.event,
    }


async def comes_as(who, stage, client, clock):
    """Sign in as one of the table, and what a form of that browser would carry."""
    if who == "stranger":
        return {"csrf": "0" * 64, "once": "A" * 22}
    await enters(stage, client, NAMES.get(who, "Ana"))
    fields = form((await client.get("/my")).text, "/my/sign-out")
    token = client.cookies[COOKIE]
    if who == "revoked":
        await client.post("/my/sign-out", data=fields)
        client.cookies.set(COOKIE, token)
    if who == "expired":
        clock.advance(days=30)
    if who == "guessed":
        client.cookies.clear()
        client.cookies.set(COOKIE, f"{token.partition('-')[0]}-{'A' * 43}")
    return fields


async def as_the_table_says(row, who, stage, things, site, clock):
    method, path, answer = row
    path = path.format(**things)
    async with asking(site) as client:
        never = await client.get("/no-such-page")
        fields = await comes_as(who, stage, client, clock)
        if method == "GET":
            found = await client.get(path)
        else:
            found = await client.post(path, data={**fields, "answer": answer or "", "revision": "0"})
    assert (who, found.status_code) == (who, int(TABLE[row].split()[WHO.index(who)]))
    if found.status_code == 404:
        assert (found.content, found.headers.multi_items()) == (never.content, never.headers.multi_items())


def may(row):
    return [who for who, word in zip(WHO, TABLE[row].split(), strict=True) if word == "303"]


@pytest.mark.parametrize("row", TABLE, ids=named)
async def test_others_may_not_what_the_table_says(row, stage, things, site, clock):
    for who in [each for each in WHO if each not in may(row)]:
        await as_the_table_says(row, who, stage, things, site, clock)
        if who == "expired":
            clock.advance(days=-30)


@pytest.mark.parametrize(("row", "who"), [(row, who) for row in TABLE for who in may(row)], ids=named)
async def test_those_may_who_may(row, who, stage, things, site, clock):
    await as_the_table_says(row, who, stage, things, site, clock)


@pytest.mark.parametrize("row", [each for each in TABLE if each[0] == "POST"], ids=named)
async def test_no_form_is_taken_that_does_not_come_from_our_page(row, stage, things, site):
    _, path, answer = row
    path = path.format(**things)
    who = "Dana" if "/nights/" in path else "Ana"
    async with asking(site) as client, asking(site) as other:
        await enters(stage, client, who)
        await enters(stage, other, "Eve")
        own = form((await client.get("/my")).text, "/my/sign-out")
        theirs = form((await other.get("/my")).text, "/my/sign-out")
        said = {"answer": answer or "", "revision": "0"}
        for fields in ({}, {"csrf": own["csrf"]}, {"once": own["once"]}, {**own, "csrf": theirs["csrf"]}):
            assert (await client.post(path, data={**fields, **said})).status_code == 404
        for key in ("", "short", "x" * 65, "a b c d e f g h i j k", "ü" * 20):
            assert (await client.post(path, data={**own, **said, "once": key})).status_code == 404
        for where in ("cross-site", "same-site", "nonsense"):
            headers = {"Sec-Fetch-Site": where}
            assert (await client.post(path, data={**own, **said}, headers=headers)).status_code == 404
        assert (await client.get(path, params={**own, **said})).status_code == 405
        assert (await client.get("/my")).status_code == 200


async def test_what_is_no_number_of_anything_is_a_page_that_never_was(stage, site):
    async with asking(site, buckets=RequestBuckets(burst=1000)) as client:
        await enters(stage, client)
        fields = form((await client.get("/my")).text, "/my/sign-out")
        for path, answer in PATHS.items():
            for number in NUMBERS:
                sent = {**fields, "answer": answer, "revision": "0"}
                found = await client.post(path.format(number), data=sent)
                assert (path, number, found.status_code) == (path, number, 404)


PATHS = {
    "/my/rehearsals/{}": "yes",
    "/my/looks/{}/1": "yes",
    "/my/looks/1/{}": "yes",
    "/my/applications/{}": "confirm",
    "/my/nights/{}/1": "accept",
    "/my/nights/1/{}": "accept",
}
NUMBERS = ("0", "999", str(2**63 - 1), str(2**63), "9" * 40, "-1", "1.5", "x", "%00", "٣")


@pytest.mark.parametrize("answer", ["", "perhaps", "YES", "yes\x00x", "confirm", "__class__"])
async def test_a_button_that_the_page_does_not_have_does_nothing(stage, things, site, answer):
    async with asking(site) as client:
        await enters(stage, client)
        fields = form((await client.get("/my")).text, "/my/sign-out")
        path = f"/my/rehearsals/{things['rehearsal']}"
        assert (
            await client.post(path, data={**fields, "answer": answer, "revision": "0"})
        ).status_code == 404


@pytest.mark.parametrize("revision", ["", "-1", "x", "9" * 30])
async def test_a_revision_that_is_none_keeps_no_answer(stage, things, site, revision):
    async with asking(site) as client:
        await enters(stage, client, "Bo")
        fields = form((await client.get("/my")).text, "/my/sign-out")
        path = f"/my/rehearsals/{things['rehearsal']}"
        sent = await client.post(path, data={**fields, "answer": "yes", "revision": revision})
        assert sent.status_code == 404 or "said=moved_since" in sent.headers["location"]
