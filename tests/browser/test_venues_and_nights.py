"""The pages of venues and nights and the list of open dates, as somebody on a phone or at a desk sees them."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from core.marketplace.posts.values import Fee, FeeShape, Point, PointOfDay
from core.marketplace.venues import VenueProfile
from core.money import Money
from tests.browser.conftest import in_one_loop
from tests.fakes.town import EVENING, FRIDAY, Town

LONG = "Wolfgang Amadeus Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
HEBREW = "שלום עליכם מרתף הג'אז"


@in_one_loop
async def town(units):
    """Venues in several cities, with nights of every sort; by name what the tests open."""
    town = await Town(units).open()
    heron = await town.venue()
    plain = VenueProfile("Le Périscope", "Lyon", "Europe/Paris", capacity=150, genres=("jazz",))
    lyon = await town.venue(plain)
    await town.venue(VenueProfile(LONG, "Berlin", "Europe/Berlin", genres=("noise", "free improvisation")))
    aviv = await town.venue(VenueProfile(HEBREW, "Tel Aviv", "Asia/Jerusalem"))
    for number in range(14):
        await town.venue(VenueProfile(f"Room {number}", "Leeds", "Europe/London", capacity=40 + number))
    foxes, lanes = await town.band("The Foxes"), await town.band("The Lanes")
    booked = await town.night(heron, booked=(foxes, lanes))
    await town.applies(await town.band("The Shy Applicants"), booked)
    off = await town.night(heron, day=FRIDAY + timedelta(days=1), booked=(foxes,))
    await town.call_off(off)
    buys = replace(EVENING, fee=Fee(FeeShape.BUY_ON, buy_on=Money(5000, "GBP"), must_sell=20))
    pays = await town.night(lyon, day=FRIDAY + timedelta(days=9), terms=buys)
    late = replace(EVENING, points=(PointOfDay(Point.DOORS, time(22)), PointOfDay(Point.CURFEW, time(4))))
    clocks = await town.night(aviv, day=date(2027, 3, 25), terms=late)
    await town.night(heron, day=FRIDAY + timedelta(days=40))
    past = await town.night(heron, day=date(2026, 11, 14), booked=(foxes, lanes))
    return {
        "booked": f"/events/{booked.id}-the-heron-2026-12-11",
        "off": f"/events/{off.id}-the-heron-2026-12-12",
        "pays": f"/events/{pays.id}-le-periscope-2026-12-20",
        "clocks": f"/events/{clocks.id}-2027-03-25",
        "past": f"/events/{past.id}-the-heron-2026-11-14",
        "venue": f"/venues/{heron.id}-the-heron",
        "venues": "/venues",
        "near": "/venues?near=Leeds&radius=30",
        "wrong": "/venues?near=Portland&radius=many",
        "open": "/events/open",
        "unread": "/events/open?from=tomorrow&near=Nowhereville&genre=",
    }


PAGES = ("booked", "off", "pays", "clocks", "past", "venue", "venues", "near", "wrong", "open", "unread")


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_is_sound_on_every_screen_with_and_without_javascript(browsing, town, name):
    await browsing.sound(town[name])


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_puts_up_no_grave_barrier(browsing, axe, town, name):
    assert await browsing.barriers(town[name], axe) == []
