"""What is answered where there is no page: the same to everybody, in words, with nothing of the request in it."""

import logging
import re

import pytest
from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from tests.fakes.sites import a_site, asking
from web.app import ROUTES


async def secret(request):
    if request.path_params["token"] != "b2-real":
        raise HTTPException(404, detail=request.path_params["token"], headers={"X-Why": "revoked"})
    return Response("found")


async def broken(_):
    raise RuntimeError("a name that nobody may read")


async def half(_):
    async def lines():
        yield b"half a page"
        raise RuntimeError("in the middle")

    return StreamingResponse(lines())


async def unreadable(_):
    raise HTTPException(400)


MORE = (
    *ROUTES,
    Route("/s/{token}", secret),
    Route("/broken", broken, methods=["GET", "POST"]),
    Route("/half", half),
    Route("/unreadable", unreadable),
)


@pytest.fixture
async def reader():
    async with asking(a_site(), routes=MORE, buckets=Endless()) as client:
        yield client


class Endless:
    """Buckets that never run empty."""

    def wait(self, _):
        return 0


WRONG = (
    "/no-such-page",
    "/s/revoked",
    "/s/b2-never-made-3",
    "/s/",
    "/s/b2-real/more",
    "/static/page.css",
    "/static/page-000000000000.css",
    "/static/..%2f..%2fapp.py",
    "/static/%00",
    "/favicon.ico",
    "/healthz/",
    "/%2fhealthz",
    "/<script>alert(1)</script>",
    "/%ff%fe",
    "/" + "a" * 5000,
    "/.env",
)


async def test_all_that_is_not_there_gets_the_same_bytes_and_the_same_headers(reader):
    languages = ("", "de", "en-US", "<b>", "x" * 5000)
    found = [
        await reader.get(path, headers={"accept-language": language})
        for path in WRONG
        for language in languages
    ]
    assert {each.status_code for each in found} == {404}
    assert len({each.content for each in found}) == 1
    assert len({tuple(each.headers.raw) for each in found}) == 1
    assert "x-why" not in found[0].headers


async def test_a_secret_address_that_is_right_is_found(reader):
    assert (await reader.get("/s/b2-real")).text == "found"


@pytest.mark.parametrize("path", ["/s/b2-real", "/s/revoked"])
async def test_a_wrong_method_does_not_tell_whether_a_secret_address_is_right(reader, path):
    found = await reader.post(path)
    assert (found.status_code, found.headers["allow"]) == (405, "GET, HEAD")
    assert found.content == (await reader.post("/s/anything")).content


async def test_what_is_not_there_is_said_in_words_with_a_next_step(reader):
    found = await reader.get("/no-such-page")
    assert "There is nothing here" in found.text
    assert "ask them for a new one" in found.text
    assert 'href="/"' in found.text


async def test_a_bug_is_answered_with_a_number_that_is_in_the_log(reader, caplog):
    with caplog.at_level(logging.ERROR):
        found = await reader.get("/broken")
    assert found.status_code == 500
    number = re.search(r"Something broke on my side \(([0-9A-F]{4})\)", found.text)[1]
    assert "Nothing was saved." in found.text
    assert "a name that nobody may read" not in found.text
    (record,) = caplog.records
    assert number in record.getMessage()
    assert "a name that nobody may read" in caplog.text


async def test_a_bug_in_the_middle_of_a_page_breaks_it_off(caplog):
    async with asking(a_site(), routes=MORE) as client:
        with caplog.at_level(logging.ERROR):
            found = await client.get("/half")
    assert found.content == b"half a page"
    assert "in the middle" in caplog.text


async def test_a_request_that_cannot_be_read_is_told_so(reader):
    found = await reader.get("/unreadable")
    assert found.status_code == 400
    assert "read that" in found.text


@pytest.mark.parametrize("path", ["/no-such-page", "/broken", "/unreadable"])
async def test_no_error_repeats_the_address(reader, path):
    found = await reader.get(f"{path}?word=unmistakable", headers={"referer": "http://unmistakable.test"})
    assert "unmistakable" not in found.text
