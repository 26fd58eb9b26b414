"""The fetcher, against a server on the loopback that does all that servers on the web do."""

import asyncio
import gzip
import logging
import socket
import zlib

import pytest

from core.scheduling.calendars.hosts import Hosts, hosts_of
from core.scheduling.calendars.outcome import FeedTrouble
from jobs.fetcher import WebFetcher
from jobs.ports import Fetched, Limits, NotChanged, Unfetched
from tests.jobs.web import CALENDAR, answer, serving

HERE = hosts_of("127.0.0.1")
PATIENT = Limits(total_seconds=30, step_seconds=30)


@pytest.fixture
async def web():
    async with serving() as web:
        yield web


async def fetch(address, *, hosts=HERE, limits=PATIENT, lookup=None, etag=None, changed=None):
    return await WebFetcher(hosts, limits=limits, lookup=lookup).fetch(address, etag=etag, changed=changed)


def named(**names):
    """A look-up of names, each of whose answers is given once, the last one for ever."""

    async def lookup(host, port):
        answers = names.get(host.replace(".", "_"))
        if answers is None:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return [answers.pop(0) if len(answers) > 1 else answers[0]]

    return lookup


async def test_a_calendar_is_fetched_with_what_to_ask_with_next_time(web):
    web.pages["/a.ics"] = answer(CALENDAR, 'ETag: "v1"', "Last-Modified: Mon, 23 Nov 2026 10:00:00 GMT")
    found = await fetch(web.url("/a.ics"))
    assert found == Fetched(CALENDAR, '"v1"', "Mon, 23 Nov 2026 10:00:00 GMT")
    assert web.header("Accept").startswith("text/calendar")
    assert "Bandwidth" in web.header("User-Agent")
    assert web.header("Host") == f"127.0.0.1:{web.port}"
    assert web.header("Cookie") is web.header("Authorization") is web.header("If-None-Match") is None


async def test_what_has_not_changed_is_not_sent_again(web):
    web.pages["/"] = answer(b"", status="304 Not Modified")
    assert await fetch(web.url(), etag='"v1"', changed="Mon, 23 Nov 2026 10:00:00 GMT") == NotChanged()
    assert web.header("If-None-Match") == '"v1"'
    assert web.header("If-Modified-Since") == "Mon, 23 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("401 Unauthorized", FeedTrouble.REFUSED),
        ("403 Forbidden", FeedTrouble.REFUSED),
        ("404 Not Found", FeedTrouble.NOT_FOUND),
        ("410 Gone", FeedTrouble.NOT_FOUND),
        ("500 Internal Server Error", FeedTrouble.SERVER),
        ("204 No Content", FeedTrouble.SERVER),
        ("302 Found", FeedTrouble.SERVER),
        ("418 I'm a teapot", FeedTrouble.SERVER),
    ],
)
async def test_each_refusal_of_a_server_has_its_own_kind(web, status, why):
    web.pages["/"] = answer(b"no", status=status)
    assert await fetch(web.url()) == Unfetched(why)


@pytest.mark.parametrize(
    ("said", "seconds"), [("120", 120.0), ("99999999", 6 * 3600.0), ("soon", 0.0), ("-1", 0.0)]
)
async def test_a_servers_wish_to_wait_is_passed_on_within_reason(web, said, seconds):
    web.pages["/"] = answer(b"no", f"Retry-After: {said}", status="503 Busy")
    assert await fetch(web.url()) == Unfetched(FeedTrouble.SERVER, seconds)


# Redirects


async def test_redirects_are_followed_to_the_fifth(web):
    for number in range(5):
        web.pages[f"/{number}"] = answer(b"", f"Location: /{number + 1}", status="302 Found")
    web.pages["/5"] = answer()
    assert await fetch(web.url("/0")) == Fetched(CALENDAR)
    web.pages["/5"] = answer(b"", "Location: /6", status="302 Found")
    assert await fetch(web.url("/0")) == Unfetched(FeedTrouble.REDIRECTS)


async def test_a_circle_ends(web):
    web.pages["/"] = answer(b"", "Location: /", status="301 Moved")
    assert await fetch(web.url()) == Unfetched(FeedTrouble.REDIRECTS)
    assert len(web.asked) == 6


@pytest.mark.parametrize(
    "location",
    [
        "http://10.0.0.1/secret",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "//192.168.0.1/x",
        "http://127.0.0.2/",
        "http://2130706434/",
        "http://0x7f.2/",
    ],
)
async def test_a_redirect_into_a_private_network_is_refused(web, location):
    web.pages["/"] = answer(b"", f"Location: {location}", status="302 Found")
    assert await fetch(web.url()) == Unfetched(FeedTrouble.PRIVATE)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://example.com/", "http://", ""])
async def test_a_redirect_to_nowhere_is_refused(web, location):
    web.pages["/"] = answer(b"", f"Location: {location}", status="302 Found")
    assert await fetch(web.url()) == Unfetched(FeedTrouble.REDIRECTS)


async def test_a_login_goes_to_its_own_host_only(web):
    async with serving() as other:
        other.pages["/there"] = answer()
        web.pages["/a"] = answer(b"", "Location: /b", status="302 Found")
        web.pages["/b"] = answer(b"", f"Location: {other.url('/there')}", status="302 Found")
        address = web.url("/a").replace("http://", "http://jo:s%20cret@")
        assert await fetch(address) == Fetched(CALENDAR)
        assert web.header("Authorization", of=0) == web.header("Authorization", of=1) == "Basic am86cyBjcmV0"
        assert other.header("Authorization") is None
        assert "jo" not in other.asked[0] + web.header("Host")


# Addresses


async def test_nothing_private_is_asked_unless_it_is_allowed(web):
    web.pages["/"] = answer()
    assert await fetch(web.url(), hosts=Hosts()) == Unfetched(FeedTrouble.PRIVATE)
    assert await fetch(web.url(host="localhost"), hosts=Hosts()) == Unfetched(FeedTrouble.PRIVATE)
    assert web.asked == []


async def test_a_name_that_becomes_private_is_refused_the_next_time(web):
    # Public at the first look, and the loopback at the second: what rebinding does.
    lookup = named(rebind_example=["93.184.216.34", "127.0.0.1"])
    assert await lookup("rebind.example", 80) == ["93.184.216.34"]
    found = await fetch(web.url(host="rebind.example"), hosts=Hosts(), lookup=lookup)
    assert found == Unfetched(FeedTrouble.PRIVATE)
    assert web.asked == []


async def test_the_address_that_was_checked_is_the_one_that_is_connected_to(web):
    # The second answer would be refused; it is never asked for.
    web.pages["/"] = answer()
    looked = []

    async def lookup(host, port):
        looked.append(host)
        return ["127.0.0.1"] if len(looked) == 1 else ["10.0.0.1"]

    found = await fetch(web.url(host="once.example"), lookup=lookup)
    assert (found, looked) == (Fetched(CALENDAR), ["once.example"])
    assert web.header("Host") == f"once.example:{web.port}"


async def test_of_several_addresses_only_the_allowed_ones_are_tried(web):
    web.pages["/"] = answer()

    async def lookup(host, port):
        return ["10.0.0.1", "::1", "127.0.0.1"]

    assert await fetch(web.url(host="many.example"), lookup=lookup) == Fetched(CALENDAR)


async def test_a_name_that_nobody_knows_says_so(web):
    assert await fetch("http://nobody.example/", lookup=named()) == Unfetched(FeedTrouble.NAME_UNKNOWN)
    assert await fetch(f"http://{'x' * 70}.example/") == Unfetched(FeedTrouble.NAME_UNKNOWN)


async def test_a_look_up_that_never_ends_is_too_slow():
    async def never(host, port):
        await asyncio.Event().wait()

    found = await fetch("http://slow.example/", lookup=never, limits=Limits(total_seconds=0.1))
    assert found == Unfetched(FeedTrouble.TOO_SLOW)


async def test_nobody_at_home_says_so():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        port = taken.getsockname()[1]
        assert await fetch(f"http://127.0.0.1:{port}/") == Unfetched(FeedTrouble.NOT_REACHED)


async def test_a_host_that_cannot_prove_who_it_is_is_not_read(web):
    async def plain_text(writer):
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()

    async with await asyncio.start_server(
        lambda _, writer: writer.write(b"HTTP/1.1 400\r\n\r\n") or writer.close(), "127.0.0.1", 0
    ) as server:
        port = server.sockets[0].getsockname()[1]
        found = await fetch(f"https://127.0.0.1:{port}/")
    assert found == Unfetched(FeedTrouble.TLS)


async def test_no_proxy_is_taken_from_the_environment(web, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://10.0.0.1:3128")
    web.pages["/"] = answer()
    assert await fetch(web.url()) == Fetched(CALENDAR)


# Bodies


async def test_a_packed_calendar_is_unpacked(web):
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = {
        "gzip": gzip.compress(CALENDAR),
        "deflate": zlib.compress(CALENDAR),
        "Deflate": raw.compress(CALENDAR) + raw.flush(),
    }
    for encoding, body in packed.items():
        web.pages["/"] = answer(body, f"Content-Encoding: {encoding}")
        assert await fetch(web.url()) == Fetched(CALENDAR), encoding


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "zstd"])
async def test_a_packing_that_was_not_asked_for_is_refused(web, encoding):
    web.pages["/"] = answer(b"?", f"Content-Encoding: {encoding}")
    assert await fetch(web.url()) == Unfetched(FeedTrouble.SERVER)


async def test_what_is_not_packed_as_said_is_refused(web):
    web.pages["/"] = answer(CALENDAR, "Content-Encoding: gzip")
    assert await fetch(web.url()) == Unfetched(FeedTrouble.SERVER)


async def test_a_body_that_says_it_is_huge_is_not_begun(web):
    web.pages["/"] = b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"
    assert await fetch(web.url()) == Unfetched(FeedTrouble.TOO_BIG)


async def test_a_body_without_end_is_left(web):
    sent = []

    async def endless(writer):
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while True:
            writer.write(b"x" * 65536)
            sent.append(65536)
            await writer.drain()

    web.pages["/"] = endless
    limits = Limits(total_seconds=30, step_seconds=30, most_bytes=200_000)
    assert await fetch(web.url(), limits=limits) == Unfetched(FeedTrouble.TOO_BIG)
    assert sum(sent) < 50_000_000


async def test_a_bomb_stays_packed(web):
    web.pages["/"] = answer(gzip.compress(b"0" * 50_000_000), "Content-Encoding: gzip")
    limits = Limits(total_seconds=30, step_seconds=30, most_bytes=1_000_000)
    assert len(web.pages["/"]) < 100_000
    assert await fetch(web.url(), limits=limits) == Unfetched(FeedTrouble.TOO_BIG)


async def test_a_body_as_big_as_allowed_is_read(web):
    web.pages["/"] = answer(b"x" * 1000)
    for most, found in ((1000, Fetched(b"x" * 1000)), (999, Unfetched(FeedTrouble.TOO_BIG))):
        limits = Limits(total_seconds=30, step_seconds=30, most_bytes=most)
        assert await fetch(web.url(), limits=limits) == found


@pytest.mark.parametrize(
    "page",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + CALENDAR[:100],
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nBEGIN",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"
        + gzip.compress(CALENDAR)[:60],
        b"HTTP/1.1 200",
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n",
    ],
    ids=["length", "chunked", "gzip", "head", "nothing", "no-http"],
)
async def test_a_connection_that_breaks_off_is_no_calendar(web, page):
    web.pages["/"] = page
    assert await fetch(web.url()) == Unfetched(FeedTrouble.NOT_REACHED)


async def test_a_slow_drip_ends(web):
    waiting = asyncio.Event()

    async def drip(writer):
        writer.write(b"HTTP/1.1 200 OK\r\n\r\nB")
        await writer.drain()
        await waiting.wait()

    web.pages["/"] = drip
    for limits in (Limits(total_seconds=0.2, step_seconds=30), Limits(total_seconds=30, step_seconds=0.2)):
        assert await fetch(web.url(), limits=limits) == Unfetched(FeedTrouble.TOO_SLOW)


async def test_neither_path_nor_login_is_ever_logged(web, caplog):
    caplog.set_level(logging.DEBUG)
    web.pages["/private-0a1b2c/basic.ics"] = answer(b"", "Location: /private-9z8y/x", status="302 Found")
    await fetch(web.url("/private-0a1b2c/basic.ics").replace("http://", "http://jo:pass@"))
    assert "private-" not in caplog.text
    assert "pass" not in caplog.text
