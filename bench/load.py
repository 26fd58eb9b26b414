"""Commands on Discord while 200 people read pages and calendars, and while nobody does, in turns.

    python -m bench.load [--readers 200] [--turns 3] [--seconds 10]

Each reader asks once a second, nine in ten with the tag of what they have. The program, its readers, and the
people with their server are three processes. A ratio is the median time of a command while pages are read,
divided by the median while none is.
"""

import argparse
import asyncio
import contextlib
import json
import socket
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bench.readers import WITHOUT_TAG
from bench.sides import BUSY, GREEN, RunningBot, discord_program
from core.ids import BandId, PersonId
from core.publications import NewPublication, Publication, PublicationKind
from core.publications.addresses import Secrets
from presentation.addresses import PageAddresses
from presentation.secret_addresses import SecretAddresses
from storage.bands.tables import membership
from storage.engine.engines import open_engine
from storage.unit import SqlUnits

BAR = 2.0
"""How many times as long a command may take while pages are read."""
PACE = 0.1
"""Seconds from one command to the next."""
KEY = "a key for the bench"
PUBLIC = "http://bandwidth.bench"
OPEN = ("/", "/zone", "/venues", "/events/open")


@dataclass
class Read:
    """What the readers got, over all turns."""

    statuses: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)


async def paths_in(file: Path) -> list[str]:
    """What is read: seven in ten are calendars, the others free days and pages without a secret."""
    engine = open_engine(f"sqlite:///{file}")
    now = datetime.now(UTC)
    async with engine.connect() as connection:
        rows = (await connection.execute(select(membership.c.person, membership.c.band))).all()
    found: dict[PublicationKind, list[Publication]] = {kind: [] for kind in PublicationKind}
    async with SqlUnits(engine, secret=b"").write() as unit:
        for person, band in rows:
            for kind in (PublicationKind.MY_CALENDAR, PublicationKind.BAND_CALENDAR):
                scope = None if kind is PublicationKind.MY_CALENDAR else BandId(band)
                found[kind].append(await _made(unit, NewPublication(kind, PersonId(person), scope, now)))
        for person, band in {band: (person, band) for person, band in rows}.values():
            for kind in (PublicationKind.GREEN_CALENDAR, PublicationKind.AVAILABILITY):
                new = NewPublication(kind, PersonId(person), BandId(band), now)
                found[kind].append(await _made(unit, new))
    await engine.dispose()
    addresses = SecretAddresses(PageAddresses(PUBLIC), PUBLIC, Secrets(KEY.encode()))
    paths = {
        kind: _forever([addresses.of(each).removeprefix(PUBLIC) for each in those])
        for kind, those in found.items()
    }
    open_ones = _forever(list(OPEN))
    out: list[str] = []
    for _ in range(20):
        out += [next(paths[PublicationKind.MY_CALENDAR]) for _ in range(3)]
        out += [next(paths[PublicationKind.BAND_CALENDAR]) for _ in range(3)]
        out += [next(paths[PublicationKind.GREEN_CALENDAR]), next(paths[PublicationKind.AVAILABILITY])]
        out += [next(open_ones), next(open_ones)]
    return out


def _forever(those: list[str]) -> Iterator[str]:
    while True:
        yield from those


async def _made(unit: Any, new: NewPublication) -> Publication:
    number = await unit.publications.add(new)
    return Publication(new.kind, new.person, new.band, new.made_at, id=number)


async def asked(side: RunningBot, seconds: float, times: list[float]) -> int:
    """Give commands at a steady pace, and keep what each took in milliseconds; how many were not answered."""
    lost = number = 0
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        begun = time.perf_counter()
        what = (BUSY, GREEN)[number % 2]
        try:
            answer = await side.ask[what](number)
            if not side.right(what, answer):
                await side.pulse.until(partial(side.right, what, answer), f"answer {what}")
        except AssertionError:
            lost += 1
        else:
            times.append((time.perf_counter() - begun) * 1000)
        number += 1
        await asyncio.sleep(max(0.0, begun + PACE - time.perf_counter()))
    return lost


async def while_read(
    side: RunningBot,
    origin: str,
    paths: list[str],
    readers: int,
    seconds: float,
    times: list[float],
    read: Read,
) -> int:
    """The same while so many read."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.readers", origin, str(readers),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(("\n".join(paths) + "\n\n").encode())
    await asyncio.sleep(2)  # the readers start, and each has been once
    lost = await asked(side, seconds, times)
    process.stdin.close()
    out, _ = await process.communicate()
    found = json.loads(out)
    read.statuses.update(found["statuses"])
    read.times += found["times"]
    return lost


async def measured(readers: int, turns: int, seconds: float) -> tuple[list[float], list[float], Read, int]:
    """Times of commands in quiet and while pages are read, what the readers got, and commands lost."""
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        settings = {
            "BANDWIDTH_SECRET_KEY": KEY,
            "BANDWIDTH_PUBLIC_URL": PUBLIC,
            "BANDWIDTH_WEB_PORT": str(port),
        }
        side = await discord_program(Path(folder), more=settings)
        quiet: list[float] = []
        busy: list[float] = []
        read = Read()
        lost = 0
        try:
            paths = await paths_in(Path(folder) / "bandwidth.db")
            origin = f"http://127.0.0.1:{port}"
            await asked(side, 3, [])
            for _ in range(turns):
                lost += await asked(side, seconds, quiet)
                lost += await while_read(side, origin, paths, readers, seconds, busy, read)
        finally:
            await side.stop()
    return quiet, busy, read, lost


def _free_port() -> int:
    with contextlib.closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _at(times: list[float], part: float) -> float:
    return sorted(times)[int(len(times) * part)]


def main() -> int:
    reader = argparse.ArgumentParser(prog="python -m bench.load")
    reader.add_argument("--readers", type=int, default=200)
    reader.add_argument("--turns", type=int, default=3)
    reader.add_argument("--seconds", type=float, default=10)
    wanted = reader.parse_args()
    quiet, busy, read, lost = asyncio.run(measured(wanted.readers, wanted.turns, wanted.seconds))
    ratio = statistics.median(busy) / statistics.median(quiet)
    errors = lost + sum(number for status, number in read.statuses.items() if status not in ("200", "304"))
    print(f"\ncommands{'':18}{'median ms':>10}{'p95 ms':>9}{'number':>8}")
    for name, those in (("nobody reads", quiet), (f"{wanted.readers} read", busy)):
        print(f"  {name:24}{statistics.median(those):10.2f}{_at(those, 0.95):9.2f}{len(those):8}")
    print(f"{ratio:.2f} times as long, bar {BAR:g}; commands without an answer: {lost}")
    print(f"\npages (one reader in {WITHOUT_TAG} has nothing of them): {dict(sorted(read.statuses.items()))}")
    print(
        f"  median {statistics.median(read.times) * 1000:.1f} ms, p95 {_at(read.times, 0.95) * 1000:.1f} ms"
    )
    well = ratio <= BAR and not errors
    print("\nwithin the bar" if well else "\nNOT within the bar")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
