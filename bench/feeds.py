"""A calendar feed of 500 gigs: written whole, and the answer that it is as it was.

    python -m bench.feeds [--rounds 7] [--gigs 500]

Both are asked for in this process, without a server, in turns. A ratio is the median time of the short answer
divided by that of the whole one, which is written each time.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from bandwidth.app import build
from bandwidth.settings import OperatorSettings
from bandwidth.website import site_of
from core.bands import Role
from core.ids import AccountRef, Platform
from core.publications import NewPublication, Publication, PublicationKind
from core.scheduling.commitments.commitment import NewCommitment
from core.scheduling.kinds import CommitmentKind, CommitmentState
from storage.migrate import migrate
from storage.unit import SqlUnits
from web.app import web_app
from web.kept import KeptAnswers

BAR = 1 / 20
"""What part of the whole answer's time the short one may take."""


async def filled(units: SqlUnits, gigs: int, now: datetime) -> Publication:
    """A band with so many gigs, and the calendar of its one player."""
    async with units.write() as unit:
        ann = await unit.people.register(
            AccountRef(Platform.CONSOLE, "Ann"), name="Ann", locale="en-GB", at=now
        )
        foxes = await unit.bands.make(name="The Foxes", city="Leeds", zone="Europe/London", genres=[], at=now)
        await unit.bands.add_member(foxes, ann.id, role=Role.OWNER, part=None, required=True, at=now)
        first = now.replace(tzinfo=None, hour=20, minute=0, second=0, microsecond=0)
        for number in range(gigs):
            start = first + timedelta(days=number)
            new = NewCommitment(
                band=foxes,
                kind=CommitmentKind.GIG,
                state=CommitmentState.CONFIRMED,
                start=start,
                end=start + timedelta(hours=3),
                zone="Europe/London",
                location="The Heron, Leeds",
                made_by=ann.id,
                made_at=now,
                answer_by=None,
            )
            await unit.commitments.add(new)
        wanted = NewPublication(PublicationKind.MY_CALENDAR, ann.id, None, now)
        number = await unit.publications.add(wanted)
        return Publication(wanted.kind, wanted.person, None, now, id=number)


async def measured(rounds: int, gigs: int) -> int:
    """Ask in turns, and print what it takes; 1 if the bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{Path(folder) / 'bandwidth.db'}"
        await migrate(address)
        app = await build(OperatorSettings(database_url=address))
        calendar = await filled(app.units, gigs, datetime.now(UTC))
        site = site_of(app, ())
        pages = web_app(site)
        path = f"/calendar/{site.secrets.secret(calendar)}.ics"
        transport = httpx.ASGITransport(pages)
        whole, short = [], []
        async with httpx.AsyncClient(transport=transport, base_url="http://feeds.bench") as client:
            tag = (await client.get(path)).headers["etag"]
            for _ in range(rounds):
                pages.state.kept = KeptAnswers()
                whole.append(await _timed(client, path, {}, 200))
                short.append(await _timed(client, path, {"If-None-Match": tag}, 304))
        await app.engine.dispose()
    full, known = statistics.median(whole), statistics.median(short)
    ratio = known / full
    print(f"whole, {gigs} gigs: {full * 1000:.1f} ms; as it was: {known * 1000:.1f} ms, {ratio:.3f} of it")
    print(f"bar: {BAR}")
    return int(ratio > BAR)


async def _timed(client: httpx.AsyncClient, path: str, headers: dict[str, str], status: int) -> float:
    begun = time.perf_counter()
    answer = await client.get(path, headers=headers)
    taken = time.perf_counter() - begun
    if answer.status_code != status:
        raise SystemExit(f"{answer.status_code}, not {status}")
    return taken


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--gigs", type=int, default=500)
    asked = parser.parse_args()
    return asyncio.run(measured(asked.rounds, asked.gigs))


if __name__ == "__main__":
    sys.exit(main())
