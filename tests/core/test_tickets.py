"""Ticket links and their services, and what promoters type about tickets, read."""

from datetime import datetime

import pytest

from core.marketplace.posts.values import Tickets
from core.marketplace.tickets import CountsSource, Viewers
from core.marketplace.tickets.providers import PRETIX, PROVIDERS, provider_called, provider_of
from core.marketplace.tickets.reading import counts_source, price_of, sale_begins, token_of
from core.money import money
from core.scheduling.calendars.hosts import Hosts, hosts_of
from core.scheduling.phrases.understanding import Context

CONTEXT = Context(now=datetime(2026, 11, 23, 19), zone="Europe/London", locale="en-GB")
HERE = hosts_of("127.0.0.1, pretix.lan")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://pretix.eu/heron/friday/", "pretix"),
        ("https://www.eventbrite.co.uk/e/heron-friday-tickets-123", "Eventbrite"),
        ("https://www.eventbrite.de/e/heron-123", "Eventbrite"),
        ("https://dice.fm/event/abc", "DICE"),
        ("https://link.dice.fm/abc", "DICE"),
        ("https://www.seetickets.com/event/heron/1", "See Tickets"),
        ("https://www.ticketmaster.co.uk/heron/event/1", "Ticketmaster"),
        ("https://www.skiddle.com/whats-on/Leeds/1", "Skiddle"),
        ("https://ra.co/events/1", "Resident Advisor"),
        ("https://www.wegottickets.com/event/1", "WeGotTickets"),
        ("https://www.tickettailor.com/events/heron/1", "Ticket Tailor"),
        ("https://buytickets.at/heron/1", "Ticket Tailor"),
        ("https://www.eventim.de/event/1", "Eventim"),
        ("https://billetto.dk/e/1", "Billetto"),
        ("https://www.songkick.com/concerts/1", "Songkick"),
        ("https://events.humanitix.com/heron", "Humanitix"),
        ("https://shotgun.live/events/heron", "Shotgun"),
        ("https://my.weezevent.com/heron", "Weezevent"),
        ("https://feverup.com/m/1", "Fever"),
    ],
)
def test_a_service_is_known_by_its_address(address, name):
    assert provider_of(address).name == name


@pytest.mark.parametrize(
    "address",
    [
        "https://theheron.com/tickets",
        "https://dice.fm.example.org/event",
        "https://notdice.fm/event",
        "https://example.org/pretix.eu",
        "https://eventbrite.example.org/e",
        "https://xn--dce-7ma.fm/event",
    ],
)
def test_a_page_of_ones_own_and_a_look_alike_belong_to_no_service(address):
    assert provider_of(address) is None


def test_every_service_is_found_by_its_key_and_by_each_of_its_domains():
    assert len({each.key for each in PROVIDERS}) == len(PROVIDERS)
    for each in PROVIDERS:
        assert provider_called(each.key) is each
        assert all(provider_of(f"https://www.{domain}/x") is each for domain in each.domains)
        assert each is PRETIX or each.source(f"https://{each.domains[0]}/a/b") is None


@pytest.mark.parametrize(
    ("words", "price"),
    [
        ("£12", Tickets(advance=money(12, "GBP"))),
        ("12", Tickets(advance=money(12, "GBP"))),
        ("12,50 €", Tickets(advance=money("12.50", "EUR"))),
        ("£12-15", Tickets(advance=money(12, "GBP"), advance_most=money(15, "GBP"))),
        ("15 to £12", Tickets(advance=money(12, "GBP"), advance_most=money(15, "GBP"))),
        ("12 - 15 euros", Tickets(advance=money(12, "EUR"), advance_most=money(15, "EUR"))),
        ("£8 in advance, £10 on the door", Tickets(advance=money(8, "GBP"), door=money(10, "GBP"))),
        ("free", Tickets(free=True)),
        ("Free entry", Tickets(free=True)),
        ("0", Tickets(free=True)),
    ],
)
def test_prices_as_people_type_them(words, price):
    assert price_of(words, CONTEXT, locale="en-GB") == price


@pytest.mark.parametrize("words", ["", "banana", "99999", "1e9", "12 bananas", "£12, £15", "-", "1" * 500])
def test_what_is_no_price(words):
    assert price_of(words, CONTEXT, locale="en-GB") is None


def test_the_currency_is_the_venues_where_none_is_named():
    assert price_of("12", CONTEXT, locale="en-DE") == Tickets(advance=money(12, "EUR"))


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Fri 4 Dec 10:00", datetime(2026, 12, 4, 10)),
        ("4 Dec 10am", datetime(2026, 12, 4, 10)),
        ("Friday 9.30", datetime(2026, 11, 27, 9, 30)),
        ("tomorrow at 9", datetime(2026, 11, 24, 9)),
        ("10:00 on Friday", datetime(2026, 11, 27, 10)),
        ("2026-12-04 10:00", datetime(2026, 12, 4, 10)),
        ("4 Dec noon", datetime(2026, 12, 4, 12)),
        ("4 Dec 12am", datetime(2026, 12, 4, 0)),
        ("Sun 28 Mar 01:30", datetime(2027, 3, 28, 1, 30)),
    ],
)
def test_the_sale_begins_at_a_wall_time_that_is_in_the_morning_where_it_says_so(words, at):
    assert sale_begins(words, CONTEXT) == at


@pytest.mark.parametrize(
    "words", ["Fri 4 Dec", "10:00", "now", "25:00 Friday", "13pm Friday", "", "31 Feb 10:00"]
)
def test_without_a_day_and_a_time_it_does_not_begin(words):
    assert sale_begins(words, CONTEXT) is None


@pytest.mark.parametrize(
    ("words", "base", "place"),
    [
        ("https://pretix.eu/heron/friday/", "https://pretix.eu", "heron/friday"),
        ("pretix.eu/heron/friday", "https://pretix.eu", "heron/friday"),
        ("https://tickets.example.org:8443/heron/friday", "https://tickets.example.org:8443", "heron/friday"),
        ("https://pretix.eu/control/event/heron/friday/orders/", "https://pretix.eu", "heron/friday"),
        (
            "https://pretix.eu/api/v1/organizers/heron/events/friday/quotas/",
            "https://pretix.eu",
            "heron/friday",
        ),
        ("https://pretix.eu/heron/series/12/", "https://pretix.eu", "heron/series/12"),
        ("http://127.0.0.1:8000/heron/friday", "http://127.0.0.1:8000", "heron/friday"),
        ("http://pretix.lan/heron/friday", "http://pretix.lan", "heron/friday"),
    ],
)
def test_the_event_is_read_from_any_of_its_addresses(words, base, place):
    assert counts_source(words, HERE) == CountsSource("pretix", base, place)


@pytest.mark.parametrize(
    "words",
    [
        "https://pretix.eu/",
        "https://pretix.eu/heron",
        "https://tickets.heron.org/friday",
        "https://ana:secret@pretix.eu/heron/friday",
        "http://pretix.eu/heron/friday",
        "ftp://pretix.eu/heron/friday",
        "https://10.0.0.1/heron/friday",
        "https://localhost/heron/friday",
        "https://[::1]/heron/friday",
        "https://pretix.eu/her%2Fon/friday",
        "https://pretix.eu/heron/fri day",
        "https://pretix.eu/static/heron",
        "https://[/heron/friday",
        "x" * 5000,
    ],
)
def test_other_addresses_are_asked_about_again(words):
    assert counts_source(words, HERE) is None


def test_without_the_settings_nothing_inside_the_network_is_asked():
    assert counts_source("http://127.0.0.1:8000/heron/friday", Hosts()) is None
    assert (
        counts_source("https://pretix.lan/heron/friday", Hosts()) is not None
    )  # the fetcher looks where it leads


def test_a_token_is_taken_as_it_is_pasted():
    token = "a1b2c3d4e5f6g7h8"
    assert token_of(f" `Token {token}` ") == token
    assert [
        token_of(each) for each in ("short", "two words and more", "x" * 201, "ünïcode" * 4, "a\nb" * 9)
    ] == [None] * 5


def test_each_group_of_viewers_includes_those_before_it():
    seen = {each: [other for other in Viewers if each.includes(other)] for each in Viewers}
    assert [len(others) for others in seen.values()] == [1, 2, 3]
