"""A press kit's page, compared with a bare Starlette route that reads the same rows.

    python -m bench.press_kit [--rounds 40] [--pages 20] [--shows 40]

The bare route reads the kit, its files, the members' parts and the shows in one Core statement, and renders
the page's own template with them. Both are called in this process, without a server, in turns, on SQLite. A
ratio is the median over the rounds of one time divided by the other. Twice the shows are measured as well.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
from jinja2 import Environment, FileSystemLoader
from PIL import Image
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bandwidth.app import App, build
from bandwidth.settings import OperatorSettings
from bandwidth.website import site_of
from core.bands import Role
from core.bands.kits import FollowerCount, PressKit
from core.bands.players import player_of
from core.ids import AccountRef, Platform
from core.journal import Act
from core.marketplace.events import EventState, NewEvent, NewSlot, Terms
from core.marketplace.posts.values import SlotKind
from core.marketplace.venues import VenueProfile
from core.publications import PublicationKind
from core.publications.sharing import public_page
from presentation.uploads.reading import checked
from storage.bands.tables import band, kit_file, membership, press_kit
from storage.market.tables import event, slot, venue
from storage.migrate import migrate
from storage.publications.tables import publication
from web.app import web_app
from web.assets import Assets
from web.limits import RequestBuckets
from web.pages import TEMPLATES
from web.reader import PageReader

BAR, TWICE = 3.0, 2.0
LANGUAGE = {"accept-language": "en-GB"}
PARTS = ("drums", "bass", "guitar, vocals", "guitar")
NOW = datetime(2026, 11, 30, 19, tzinfo=UTC)


async def filled(app: App, shows: int) -> str:
    """A band with a full kit and so many nights, half of them over; the path of the kit."""
    now = datetime.now(UTC)
    photo = Path(tempfile.gettempdir()) / "bench-photo.jpg"
    Image.effect_noise((1600, 1100), 40).convert("RGB").save(photo, quality=70)
    picture = await checked(photo.read_bytes())
    photo.unlink()
    async with app.units.write() as unit:
        people = [
            await unit.people.register(
                AccountRef(Platform.CONSOLE, f"Person {number}"), name=f"P{number}", locale="en-GB", at=now
            )
            for number in range(len(PARTS))
        ]
        made = await unit.bands.make(
            name="The Foxes", city="Leeds", zone="Europe/London", genres=["indie", "punk"], at=now
        )
        for person, part in zip(people, PARTS, strict=True):
            await unit.bands.add_member(made, person.id, role=Role.OWNER, part=part, required=True, at=now)
        found = await unit.bands.get(made)
        assert found is not None
        file = await unit.kits.add_file(people[0].id, picture, at=now)
        await unit.kits.place(file.id, made)
        kit = PressKit(
            bio="Four friends from Leeds.\n" * 8,
            video=(player_of("https://youtu.be/dQw4w9WgXcQ"),),
            music=tuple(player_of(f"https://soundcloud.com/thefoxes/song-{each}") for each in range(4)),
            draw="60 in Leeds, May 2026",
            followers=(FollowerCount("instagram", 2400, date(2026, 11, 1)),),
            contact="booking@thefoxes.com",
            photo=file.id,
        )
        await unit.kits.set(made, kit, at=now)
        place = await unit.venues.make(VenueProfile("The Heron", "Leeds", "Europe/London"), at=now)
        for number in range(shows):
            day = (now + timedelta(days=7 * (number - shows // 2))).date()
            new = NewEvent(place, day, "Europe/London", EventState.PUBLISHED, Terms(), people[0].id, now)
            night = await unit.events.add(new, (NewSlot(1, SlotKind.SUPPORT, 30),), post=None)
            await unit.events.fill(night.slots[0].id, made, None)
        act = Act(people[0].id, now, "bench")
        card = await public_page(unit, act, found, PublicationKind.PRESS_KIT)
    return f"/epk/{site_of(app, ()).secrets.secret(card.publication)}"


def bare(engine: AsyncEngine) -> Starlette:
    """One route: one statement, one template."""
    files = FileSystemLoader(TEMPLATES)
    environment = Environment(
        loader=files, autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    assets = Assets()
    environment.globals.update(site={"name": "Bare"}, path=str, static=assets.path)
    parts = select(func.json_group_array(membership.c.part)).where(
        membership.c.band == band.c.id, membership.c.left_at.is_(None)
    )
    nights = (
        select(event.c.id, event.c.day, event.c.ends_at, venue.c.name, venue.c.city, slot.c.band)
        .join_from(slot, event, slot.c.event == event.c.id)
        .join(venue, event.c.venue == venue.c.id)
        .where(event.c.state == "published")
        .order_by(event.c.ends_at.desc())
        .limit(100)
        .subquery()
    )
    played = select(
        func.json_group_array(func.json_array(nights.c.day, nights.c.ends_at, nights.c.name, nights.c.city))
    ).where(nights.c.band == band.c.id)
    held = select(func.json_group_array(func.json_array(kit_file.c.id, kit_file.c.media_type))).where(
        kit_file.c.band == band.c.id
    )
    query = (
        select(
            band.c.name,
            band.c.city,
            band.c.genres,
            band.c.links,
            press_kit.c.kit,
            parts.scalar_subquery().label("parts"),
            played.scalar_subquery().label("shows"),
            held.scalar_subquery().label("files"),
        )
        .join_from(publication, band, publication.c.band == band.c.id)
        .join(press_kit, press_kit.c.band == band.c.id)
        .where(publication.c.id == 1, publication.c.revoked_at.is_(None), band.c.dissolved_at.is_(None))
    )
    reader = PageReader("en-GB", "UTC", NOW.date())

    async def page(_: Request) -> HTMLResponse:
        async with engine.connect() as connection:
            row = (await connection.execute(query)).one()
        return HTMLResponse(environment.get_template("press_kit.html").render(reader=reader, **shown(row)))

    return Starlette(routes=[Route("/epk/{secret}", page)])


@dataclass
class BareKitWords:
    """What the template asks for, without a language."""

    kit: dict[str, Any]
    row: Any
    past_shows: list[str]

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *_: {
            "about": f"{self.row.city} · {', '.join(json.loads(self.row.parts))}",
            "paragraphs": self.kit["bio"].split("\n"),
            "summary": self.kit["bio"][:200],
            "line_up": f"4 players · {', '.join(json.loads(self.row.parts))}",
            "followers": [f"{each['count']} on {each['service']}" for each in self.kit["followers"]],
            "past": self.past_shows,
            "links": list((self.row.links or {}).items()),
            "contact": [SimpleNamespace(text=self.kit["contact"], address=None)],
        }[name]

    def show(self, show: list[str]) -> str:
        return f"{show[0]}, {show[2]}, {show[3]}"


def shown(row: Any) -> dict[str, Any]:
    """The row as the template takes it."""
    kit = row.kit
    shows = json.loads(row.shows)
    now = datetime.now(UTC).isoformat(" ")
    upcoming = [each for each in shows if each[1] > now]
    past = [f"{each[0]}, {each[2]}, {each[3]}" for each in shows if each[1] <= now]
    playable = [
        SimpleNamespace(
            **{**each, "service": SimpleNamespace(value=each["service"]), "name": each["service"]}
        )
        for each in (*kit["video"], *kit["music"])
    ]
    filled = SimpleNamespace(kit={**kit, "video": playable[:1]})
    found = SimpleNamespace(band=row, filled=filled, music=playable[1:], upcoming=upcoming)
    return {
        "found": found,
        "words": BareKitWords(kit, row, past),
        "photo": "/epk/x/photo-1.jpg",
        "large": "/epk/x/photo-1-large.jpg",
        "downloads": [],
        "here": "/epk/x",
        "address": None,
        "card": None,
    }


class KitSide:
    """Something that answers with the page."""

    def __init__(self, app: Starlette, path: str) -> None:
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://kits.bench")
        self.path = path

    async def timed(self, pages: int) -> float:
        """Milliseconds a page."""
        begun = time.perf_counter()
        for _ in range(pages):
            found = await self.client.get(self.path, headers=LANGUAGE)
            assert found.status_code == 200
        return (time.perf_counter() - begun) * 1000 / pages


async def measured(rounds: int, pages: int, shows: int) -> int:
    """Ask in turns, and print what it takes; 1 if a bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        apps, paths = [], []
        for number, count in enumerate((shows, 2 * shows)):
            address = f"sqlite:///{Path(folder) / f'{number}.db'}"
            await migrate(address)
            app = await build(OperatorSettings(database_url=address))
            paths.append(await filled(app, count))
            apps.append(app)
        much = RequestBuckets(burst=10**9)
        sides = {
            "bare Starlette": KitSide(bare(apps[0].engine), paths[0]),
            "Bandwidth": KitSide(web_app(site_of(apps[0], ()), buckets=much), paths[0]),
            "Bandwidth, twice the shows": KitSide(web_app(site_of(apps[1], ()), buckets=much), paths[1]),
        }
        times: dict[str, list[float]] = {name: [] for name in sides}
        for side in sides.values():
            await side.timed(pages)
        for turn in range(rounds):
            for name in list(sides)[:: 1 if turn % 2 == 0 else -1]:
                times[name].append(await sides[name].timed(pages))
        for side in sides.values():
            await side.client.aclose()
        for app in apps:
            await app.close()
    return told(times, shows)


def told(times: dict[str, list[float]], shows: int) -> int:
    """Print it all; 1 if a bar is missed."""
    floor, own, twice = times.values()
    ratio = statistics.median(a / b for a, b in zip(own, floor, strict=True))
    growth = statistics.median(a / b for a, b in zip(twice, own, strict=True))
    print(f"\na press kit with {shows} shows{'':6}{'ms':>10}")
    for name, those in times.items():
        print(f"  {name:28}{statistics.median(those):10.2f}")
    print(f"\n{'':30}{'x':>8}{'bar':>6}")
    print(f"  {'against bare Starlette':28}{ratio:8.2f}{BAR:6g}")
    print(f"  {'twice the shows':28}{growth:8.2f}{TWICE:6g}")
    well = ratio <= BAR and growth <= TWICE
    print("\nwithin the bars" if well else "\nNOT within the bars")
    return 0 if well else 1


def main() -> int:
    reader = argparse.ArgumentParser(prog="python -m bench.press_kit")
    reader.add_argument("--rounds", type=int, default=40)
    reader.add_argument("--pages", type=int, default=20)
    reader.add_argument("--shows", type=int, default=40)
    wanted = reader.parse_args()
    return asyncio.run(measured(wanted.rounds, wanted.pages, wanted.shows))


if __name__ == "__main__":
    sys.exit(main())
