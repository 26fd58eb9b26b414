"""The front page, compared with a bare Starlette route that renders the same template.

    python -m bench.web [--rounds 40] [--pages 50]

Both are called in this process, without a server, in turns. A ratio is the median over the rounds of the
program's time divided by the bare route's. Each request comes from a client of its own, the dearest to count.
"""

import argparse
import asyncio
import gc
import statistics
import sys
import tempfile
import time
from datetime import date
from itertools import count
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from bandwidth.app import build
from bandwidth.settings import OperatorSettings
from bandwidth.website import site_of
from core.ids import Platform
from storage.migrate import migrate
from web.app import web_app
from web.assets import Assets
from web.limits import MOST_CLIENTS
from web.pages import TEMPLATES
from web.reader import PageReader
from web.site import Site

BAR = 2.0
"""How many times as long as the bare route's the program's page may take."""
LANGUAGE = b"en-GB,en;q=0.9"
_clients = count()


def bare(site: Site) -> ASGIApp:
    """One route that renders the template, and nothing around it."""
    files = FileSystemLoader(TEMPLATES)
    environment = Environment(
        loader=files, autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    assets = Assets()
    environment.globals.update(site=site, path=str, static=assets.path)
    reader = PageReader("en-GB", "UTC", date(2026, 11, 23))

    async def home(_: Request) -> HTMLResponse:
        template = environment.get_template("home.html")
        return HTMLResponse(template.render(reader=reader, discord="https://discord.com/", telegram=None))

    return Starlette(routes=[Route("/", home)])


async def page_of(app: ASGIApp) -> bytes:
    """Ask for the front page, as a server would."""
    number = next(_clients)
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/",
        "raw_path": b"/",
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1"), (b"accept-language", LANGUAGE)],
        "client": (f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}", 1234),
        "server": ("127.0.0.1", 8000),
    }
    await app(scope, receive, send)
    assert sent[0]["status"] == 200
    return sent[1]["body"]


async def timed(app: ASGIApp, pages: int) -> float:
    """Milliseconds a page."""
    begun = time.perf_counter()
    for _ in range(pages):
        await page_of(app)
    return (time.perf_counter() - begun) * 1000 / pages


async def measured(rounds: int, pages: int) -> dict[str, list[float]]:
    """Milliseconds a page of both sides, round by round."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bandwidth.db'}"
        await migrate(url)
        program = await build(OperatorSettings(database_url=url))
        program.dispatcher.bot_address.discord_invite = "https://discord.com/"
        site = site_of(program, (Platform.DISCORD,))
        sides = {"bare Starlette": bare(site), "Bandwidth": web_app(site)}
        assert len({await page_of(each) for each in sides.values()}) == 1, "the pages differ"
        for _ in range(MOST_CLIENTS):
            await page_of(sides["Bandwidth"])
        gc.collect()
        gc.freeze()
        times: dict[str, list[float]] = {name: [] for name in sides}
        for turn in range(rounds):
            for name in list(sides)[:: 1 if turn % 2 == 0 else -1]:
                times[name].append(await timed(sides[name], pages))
        await program.close()
    return times


def main() -> int:
    reader = argparse.ArgumentParser(prog="python -m bench.web")
    reader.add_argument("--rounds", type=int, default=40)
    reader.add_argument("--pages", type=int, default=50)
    wanted = reader.parse_args()
    times = asyncio.run(measured(wanted.rounds, wanted.pages))
    floor = times["bare Starlette"]
    print(f"\nthe front page{'':12}{'ms':>10}{'x bare':>9}{'bar':>6}")
    for name, those in times.items():
        ratio = statistics.median(a / b for a, b in zip(those, floor, strict=True))
        bar = "" if those is floor else f"{BAR:g}"
        print(f"  {name:24}{statistics.median(those):10.3f}{ratio:9.2f}{bar:>6}")
    well = ratio <= BAR
    print("\nwithin the bar" if well else "\nNOT within the bar")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
