"""`/events/open` with 1,000 nights, compared with a bare Starlette route that reads what the page shows.

    python -m bench.open_dates [--rounds 30] [--nights 1000]

The bare route reads the rows of the page's nights, slots and venues in one Core statement, and renders the
page's own template with them. Both are called in this process, without a server, in turns, on SQLite. A ratio
is the median over the rounds of one time divided by the other. Twice the nights are measured as well.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import httpx
from jinja2 import Environment, FileSystemLoader
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bandwidth.app import App, build
from bandwidth.settings import OperatorSettings
from bandwidth.website import site_of
from core.ids import AccountRef, Platform
from core.marketplace.events import EventState, NewEvent, NewSlot, Terms
from core.marketplace.matching.open_dates import PAGE
from core.marketplace.posts.values import Fee, FeeShape, Per, Point, PointOfDay, SlotKind
from core.marketplace.venues import VenueProfile
from core.money import Money
from storage.market.tables import event, slot, venue
from storage.migrate import migrate
from web.app import web_app
from web.assets import Assets
from web.filters import Filters
from web.limits import RequestBuckets
from web.pages import TEMPLATES
from web.reader import PageReader

BAR, TWICE = 3.0, 2.0
CITIES = ("Leeds", "London", "Bristol", "Glasgow", "Cardiff")
LANGUAGE = {"accept-language": "en-GB"}


async def filled(app: App, nights: int, *, begin: int = 0) -> None:
    """So many published nights more, two slots each, at fifty venues."""
    now = datetime.now(UTC)
    async with app.units.write() as unit:
        dana = await unit.people.register(
            AccountRef(Platform.CONSOLE, f"Dana {begin}"), name="Dana", locale="en-GB", at=now
        )
        venues = [
            await unit.venues.make(
                VenueProfile(f"Room {number}", CITIES[number % 5], "Europe/London", genres=("indie", "punk")),
                at=now,
            )
            for number in range(50)
        ]
        for number in range(begin, begin + nights):
            terms = Terms(
                points=(
                    PointOfDay(Point.DOORS, datetime(2026, 1, 1, 19, number % 60).time()),
                    PointOfDay(Point.CURFEW, datetime(2026, 1, 1, 23).time()),
                ),
                capacity=100 + number,
                genres=("indie", "rock") if number % 2 else ("jazz",),
                fee=Fee(FeeShape.GUARANTEE, Money(10000 + number, "GBP"), per=Per.EACH),
            )
            day = (now + timedelta(days=2 + number // 5)).date()
            new = NewEvent(
                venues[number % 50], day, "Europe/London", EventState.PUBLISHED, terms, dana.id, now
            )
            slots = (NewSlot(1, SlotKind.HEADLINER, 60), NewSlot(2, SlotKind.SUPPORT, 30))
            await unit.events.add(new, slots, post=None)


def bare(engine: AsyncEngine) -> Starlette:
    """One route: one statement, one template."""
    files = FileSystemLoader(TEMPLATES)
    environment = Environment(
        loader=files, autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    assets = Assets()
    environment.globals.update(site={"name": "Bare"}, path=str, static=assets.path)
    first = (
        select(event.c.id)
        .where(event.c.state == "published", event.c.starts_at > datetime.now(UTC))
        .order_by(event.c.starts_at, event.c.id)
        .limit(PAGE)
    )
    query = (
        select(event, slot.c.kind, slot.c.minutes, venue.c.name, venue.c.city, venue.c.profile)
        .join_from(event, slot, slot.c.event == event.c.id)
        .join(venue, event.c.venue == venue.c.id)
        .where(event.c.id.in_(first))
        .order_by(event.c.starts_at, event.c.id, slot.c.number)
    )
    reader = PageReader("en-GB", "UTC", date.today())

    async def page(request: Request) -> HTMLResponse:
        async with engine.connect() as connection:
            rows = (await connection.execute(query)).all()
        months: dict[str, dict[int, dict[str, object]]] = {}
        for row in rows:
            nights = months.setdefault(row.day.strftime("%B %Y"), {})
            night = nights.setdefault(
                row.id,
                {
                    "path": f"/events/{row.id}-{quote(row.name)}-{row.day}",
                    "iso": row.day.isoformat(),
                    "day": row.day.strftime("%a %d %b"),
                    "title": f"A night at {row.name}",
                    "facts": [row.city, str(row.terms["fee"]["guarantee"]["minor"]), *row.terms["genres"]],
                    "paying": "",
                },
            )
            night["facts"].append(f"{row.kind} {row.minutes}")
        filters = Filters(QueryParams(request.query_params))
        shown = environment.get_template("open_dates.html").render(
            reader=reader,
            asked={"band": None, "path": "/events/open", "found": {"total": 1000}},
            filters=filters,
            months=[(name, list(nights.values())) for name, nights in months.items()],
            problems={},
            choices=[],
            before=None,
            after="/events/open?page=2",
            number=1,
            pages=20,
            atom="/events/open.atom",
            json="/events/open.json",
            atom_link="",
            json_link="",
            radius=50,
        )
        return HTMLResponse(shown)

    return Starlette(routes=[Route("/events/open", page)])


class DatesAnswered:
    """Something that answers `/events/open`."""

    def __init__(self, app: Starlette) -> None:
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://dates.bench")

    async def timed(self, path: str, times: int = 4) -> float:
        """Milliseconds an answer."""
        begun = time.perf_counter()
        for _ in range(times):
            found = await self.client.get(path, headers=LANGUAGE)
            assert found.status_code == 200
        return (time.perf_counter() - begun) * 1000 / times


async def measured(rounds: int, nights: int) -> int:
    """Ask in turns, and print what it takes; 1 if a bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        apps = []
        for number, count in enumerate((nights, 2 * nights)):
            address = f"sqlite:///{Path(folder) / f'{number}.db'}"
            await migrate(address)
            app = await build(OperatorSettings(database_url=address))
            await filled(app, count)
            apps.append(app)
        much = RequestBuckets(burst=10**9)
        sides = {
            "bare Starlette": DatesAnswered(bare(apps[0].engine)),
            "Bandwidth": DatesAnswered(web_app(site_of(apps[0], ()), buckets=much)),
            "Bandwidth, twice as many": DatesAnswered(web_app(site_of(apps[1], ()), buckets=much)),
        }
        times: dict[str, list[float]] = {name: [] for name in sides}
        for side in sides.values():
            await side.timed("/events/open")
        for turn in range(rounds):
            for name in list(sides)[:: 1 if turn % 2 == 0 else -1]:
                times[name].append(await sides[name].timed("/events/open"))
        forms = {
            path: statistics.median([await sides["Bandwidth"].timed(path, 1) for _ in range(9)])
            for path in (
                "/events/open?genre=indie",
                "/events/open?near=Leeds",
                "/events/open.json",
                "/venues",
            )
        }
        for side in sides.values():
            await side.client.aclose()
        for app in apps:
            await app.close()
    return told(times, forms, nights)


def told(times: dict[str, list[float]], forms: dict[str, float], nights: int) -> int:
    """Print it all; 1 if a bar is missed."""
    floor, own, twice = times.values()
    ratio = statistics.median(a / b for a, b in zip(own, floor, strict=True))
    growth = statistics.median(a / b for a, b in zip(twice, own, strict=True))
    print(f"\n/events/open, {nights:,} nights{'':4}{'ms':>10}")
    for name, those in times.items():
        print(f"  {name:26}{statistics.median(those):10.2f}")
    for path, value in forms.items():
        print(f"  {path:26}{value:10.2f}")
    print(f"\n{'':28}{'x':>8}{'bar':>6}")
    print(f"  {'against bare Starlette':26}{ratio:8.2f}{BAR:6g}")
    print(f"  {'twice as many nights':26}{growth:8.2f}{TWICE:6g}")
    well = ratio <= BAR and growth <= TWICE
    print("\nwithin the bars" if well else "\nNOT within the bars")
    return 0 if well else 1


def main() -> int:
    reader = argparse.ArgumentParser(prog="python -m bench.open_dates")
    reader.add_argument("--rounds", type=int, default=30)
    reader.add_argument("--nights", type=int, default=1000)
    wanted = reader.parse_args()
    return asyncio.run(measured(wanted.rounds, wanted.nights))


if __name__ == "__main__":
    sys.exit(main())
