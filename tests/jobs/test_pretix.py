"""pretix asked for counts: recorded answers, and a server that does all that servers on the web do."""

import asyncio

import pytest

from core.marketplace.tickets import CountsSource, CountsTrouble, TicketCounts
from core.marketplace.tickets.counter import NotCounted
from core.scheduling.calendars.hosts import Hosts, hosts_of
from jobs.fetcher import WebFetcher
from jobs.ports import Limits
from jobs.ticket_providers import counters
from jobs.ticket_providers.quotas import Quota, left, overlapping, paid, pending, widest
from tests.jobs.pretix_answers import (
    CHECKINLISTS,
    LISTED,
    QUOTAS,
    ROOT,
    TOKEN,
    availability,
    pages,
    said,
)
from tests.jobs.web import answer, serving

LIMITS = Limits(total_seconds=5, step_seconds=5, redirects=0, most_bytes=100_000)
QUOTA_PAGE = f"{ROOT}/quotas/?with_availability=true&page=1"


@pytest.fixture
async def web():
    async with serving() as web:
        web.pages = pages()
        yield web


async def counted(web, *, hosts=None, limits=LIMITS, place="heron/friday", token=TOKEN):
    fetcher = WebFetcher(hosts_of("127.0.0.1") if hosts is None else hosts, limits=limits)
    source = CountsSource("pretix", web.url("").rstrip("/"), place)
    return await counters(fetcher)["pretix"].counted(source, token)


async def test_the_numbers_are_those_of_the_event_without_its_shirts(web):
    assert await counted(web) == TicketCounts(sold=2, pending=1, left=97, checked_in=1)


async def test_nothing_about_people_is_asked_for_and_the_token_is_in_a_header_alone(web):
    await counted(web)
    lines = [each.split("\r\n")[0] for each in web.asked]
    assert not [each for each in lines if "orders" in each or "positions" in each or TOKEN in each]
    assert {web.header("Authorization", of=number) for number in range(len(web.asked))} == {f"Token {TOKEN}"}
    assert web.header("Cookie") is None
    assert web.header("User-Agent") == "Bandwidth (ticket counts)"


async def test_a_token_that_may_not_see_check_ins_is_enough_for_the_rest(web):
    web.pages[f"{ROOT}/checkinlists/{LISTED}"] = answer(b"{}", status="403 Forbidden")
    assert await counted(web) == TicketCounts(sold=2, pending=1, left=97, checked_in=None)


async def test_without_a_limit_there_is_no_number_left(web):
    free = {**QUOTAS, "results": [{**QUOTAS["results"][0], "available_number": None}]}
    web.pages[QUOTA_PAGE] = said(free)
    assert (await counted(web)).left is None


async def test_several_pages_are_read_at_addresses_of_our_own(web):
    first, second, _ = QUOTAS["results"]
    evil = {"next": "http://evil.example/", "results": [first]}
    web.pages[QUOTA_PAGE] = said(evil)
    web.pages[QUOTA_PAGE.replace("page=1", "page=2")] = said({"next": None, "results": [second]})
    assert await counted(web) == TicketCounts(sold=2, pending=1, left=97, checked_in=1)


async def test_a_date_of_a_series_has_its_own_quotas_and_lists(web):
    for page in (QUOTA_PAGE, f"{ROOT}/checkinlists/{LISTED}"):
        web.pages[page.replace("&page=1", "&subevent=12&page=1")] = web.pages.pop(page)
    assert (await counted(web, place="heron/friday/12")).sold == 2


async def test_quotas_that_cross_leave_the_check_in_list_to_tell(web):
    items = [{"id": number, "admission": True, "variations": []} for number in (1, 2, 9)]
    web.pages[f"{ROOT}/items/?ordering=id&page=1"] = said({"results": items})
    one, other, _ = QUOTAS["results"]
    crossing = [{**one, "items": [1, 9]}, {**other, "items": [1, 2]}]
    web.pages[QUOTA_PAGE] = said({"results": crossing})
    listed = [
        {"id": 1, "checkin_count": 1, "position_count": 7},
        {"id": 9, "checkin_count": 0, "position_count": 4},
    ]
    web.pages[f"{ROOT}/checkinlists/1/status/"] = said({"items": listed})
    assert (await counted(web)).sold == 11


async def test_variations_of_one_item_in_quotas_of_their_own_are_added_up(web):
    standing = {"id": 1, "admission": True, "variations": [{"id": 5}, {"id": 6}]}
    web.pages[f"{ROOT}/items/?ordering=id&page=1"] = said({"results": [standing]})
    one, other, _ = QUOTAS["results"]
    side_by_side = [{**one, "items": [1], "variations": [5]}, {**other, "items": [1], "variations": [6]}]
    web.pages[QUOTA_PAGE] = said({"results": side_by_side})
    web.pages[f"{ROOT}/quotas/2/availability/"] = said(availability(3, 0, 9))
    found = await counted(web)
    assert (found.sold, found.left) == (5, 106)


@pytest.mark.parametrize(
    ("page", "trouble"),
    [
        (answer(b"{}", status="401 Unauthorized"), CountsTrouble.REFUSED),
        (answer(b"{}", status="403 Forbidden"), CountsTrouble.REFUSED),
        (answer(b"{}", status="404 Not Found"), CountsTrouble.NOT_FOUND),
        (answer(b"oops", status="500 Internal Server Error"), CountsTrouble.BROKEN),
        (answer(b"oops", status="502 Bad Gateway"), CountsTrouble.BROKEN),
        (answer(b"", "Location: http://evil.example/", status="302 Found"), CountsTrouble.ELSEWHERE),
        (answer(b"", "Location: /login", status="301 Moved"), CountsTrouble.ELSEWHERE),
        (answer(b"x" * 200_000), CountsTrouble.TOO_MUCH),
        (answer(b"<html>"), CountsTrouble.UNREADABLE),
        (answer(b"[]"), CountsTrouble.UNREADABLE),
        (answer(b"{}"), CountsTrouble.UNREADABLE),
        (answer(b"\xff\xfe"), CountsTrouble.UNREADABLE),
        (answer(b"[" * 50_000), CountsTrouble.UNREADABLE),
        (said({"results": [7]}), CountsTrouble.UNREADABLE),
        (said({"results": [{"id": "1", "items": []}]}), None),
        (said({"results": [{"id": "1", "items": [1]}]}), CountsTrouble.UNREADABLE),
        (said({"results": [{"id": 1, "items": [1], "available_number": "many"}]}), CountsTrouble.UNREADABLE),
    ],
)
async def test_whatever_it_answers_there_are_counts_or_a_reason(web, page, trouble):
    web.pages[QUOTA_PAGE] = page
    found = await counted(web)
    assert (found.why if isinstance(found, NotCounted) else None) is trouble
    assert not [each for each in web.asked if "evil" in each]


@pytest.mark.parametrize("paid", [-1, True, None, "3", 10**12, 2.5])
async def test_numbers_that_count_no_tickets_are_not_believed(web, paid):
    web.pages[f"{ROOT}/quotas/1/availability/"] = said({**availability(0, 0, 1), "paid_orders": paid})
    assert await counted(web) == NotCounted(CountsTrouble.UNREADABLE)


async def test_a_provider_that_asks_for_patience_gets_it(web):
    web.pages[QUOTA_PAGE] = answer(b"{}", "Retry-After: 120", status="429 Too Many Requests")
    assert await counted(web) == NotCounted(CountsTrouble.BUSY, 120)


async def test_a_provider_that_drips_is_left(web):
    async def drip(writer):
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)

    web.pages[QUOTA_PAGE] = drip
    limits = Limits(total_seconds=0.3, step_seconds=5, redirects=0)
    assert await counted(web, limits=limits) == NotCounted(CountsTrouble.TOO_SLOW)


async def test_an_address_inside_the_network_gets_no_token(web):
    assert await counted(web, hosts=Hosts()) == NotCounted(CountsTrouble.PRIVATE)
    assert web.asked == []


async def test_nobody_there_is_not_reached(web):
    source = CountsSource("pretix", "http://127.0.0.1:1", "heron/friday")
    fetcher = WebFetcher(hosts_of("127.0.0.1"), limits=LIMITS)
    found = await counters(fetcher)["pretix"].counted(source, TOKEN)
    assert found == NotCounted(CountsTrouble.NOT_REACHED)


async def test_a_list_with_more_pages_than_any_event_has_ends(web):
    for page in range(1, 20):
        web.pages[QUOTA_PAGE.replace("page=1", f"page={page}")] = said({"next": "more", "results": []})
    web.pages[f"{ROOT}/checkinlists/{LISTED}"] = said({**CHECKINLISTS, "results": []})
    assert await counted(web) == TicketCounts(0, 0, 0, None)
    assert len(web.asked) < 15


# Quotas

ALL, EARLY, LATE = (frozenset({(number, None) for number in each}) for each in ((1, 2), (1,), (2,)))
MIXED = frozenset({(2, None), (3, None)})


def test_a_quota_within_another_counts_once():
    room, birds = Quota(ALL, 5, 2, 95), Quota(EARLY, 3, 1, 7)
    assert widest([birds, room]) == [room]
    assert (paid([birds, room]), pending([birds, room]), left([birds, room])) == (5, 2, 95)


def test_quotas_side_by_side_are_added_up():
    floor, seats = Quota(EARLY, 5, 2, 95), Quota(LATE, 3, 1, 7)
    assert (paid([floor, seats]), pending([floor, seats]), left([floor, seats])) == (8, 3, 102)


def test_two_quotas_of_the_same_products_allow_what_both_allow():
    one, other = Quota(ALL, 5, 2, 95), Quota(ALL, 5, 2, 40)
    assert (paid([one, other]), left([one, other])) == (5, 40)


def test_inner_quotas_that_hold_all_products_limit_the_outer_one():
    quotas = [Quota(ALL, 5, 0, 100), Quota(EARLY, 3, 0, 50), Quota(LATE, 2, 0, 30)]
    assert left(quotas) == 80


def test_no_limit_within_a_limit_is_that_limit_and_alone_there_is_none():
    assert left([Quota(ALL, 0, 0, 100), Quota(EARLY, 0, 0, None)]) == 100
    assert left([Quota(ALL, 0, 0, None), Quota(EARLY, 0, 0, 3)]) is None
    assert left([Quota(ALL, 0, 0, None)]) is None


def test_quotas_that_cross_tell_no_sum():
    crossing = [Quota(ALL, 5, 4, 10), Quota(MIXED, 3, 2, 10)]
    assert overlapping(crossing)
    assert (paid(crossing), pending(crossing), left(crossing)) == (None, 4, 20)


def test_no_quotas_are_no_tickets():
    assert (paid([]), pending([]), left([])) == (0, 0, 0)
