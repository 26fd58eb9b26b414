"""The two bots that are compared on a platform, each a process with its own loopback server."""

import os
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from bench import filled
from bench.filled import Someone
from core.ids import Platform
from tests.fakes.process import Program
from tests.wire.loopback_discord import LoopbackDiscord
from tests.wire.loopback_telegram import LoopbackTelegram
from tests.wire.pulse import Pulse

BANDS = 10
OTHERS = 500
"""The people who say /busy: enough that nobody's diary grows long."""
PATIENCE = 30.0
"""Seconds after which an answer counts as lost."""
PONG, BUSY, GREEN, UNCACHED, DRAWN = "pong", "/busy", "/green", "/green uncached", "/green uncached, drawn"
"""UNCACHED is the first to ask for that year, so that no earlier question helps.
DRAWN presses [Picture] as well: two requests, and a picture of twelve months that nobody has seen yet."""
MONTH = "[Picture], a month"
"""The press alone, for a month that nobody has seen yet."""
_RIGHT = {PONG: "pong", BUSY: "19:00", GREEN: "Band ", UNCACHED: "Band ", DRAWN: "Band ", MONTH: "Band "}
_TICKS = os.sysconf("SC_CLK_TCK")

Ask = Callable[..., Awaitable[Any]]


@dataclass
class RunningBot:
    """A running bot, and the questions it can be asked: each takes the number of the person who asks.

    The answer to a preparing question, if there is one, is the second argument.
    """

    program: Program
    server: LoopbackDiscord | LoopbackTelegram
    ask: dict[str, Ask]
    begun: float
    """When the bot was started, by time.perf_counter."""
    before: dict[str, Ask] = field(default_factory=dict)
    """Preparing questions, asked first and not timed."""

    @property
    def pulse(self) -> Pulse:
        """A pulse that beats whenever the bot does something."""
        return self.server.pulse

    def right(self, what: str, answer: Any) -> bool:
        """Whether this is the real answer, and not a sign that one will come, or an error."""
        return _RIGHT[what] in answer.text

    def cpu(self) -> float:
        """The processor time that the bot has used, in seconds."""
        stat = Path(f"/proc/{self.program.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / _TICKS

    async def stop(self) -> None:
        await self.program.stop()
        await self.server.stop()


class Days:
    """Different days each time."""

    def __init__(self) -> None:
        self._numbers = count()

    def next(self) -> str:
        day = date.today() + timedelta(days=2 + next(self._numbers) % 700)
        return f"{day.day} {day:%B %Y} 19:00-23:00"

    def year(self) -> str:
        first = date.today() + timedelta(days=1 + next(self._numbers) % 300)
        last = first + timedelta(days=364)
        return f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}"

    def month(self) -> tuple[str, float]:
        """A coming month and a number of hours; the same pair seldom comes twice."""
        number = next(self._numbers)
        month = (date.today().replace(day=1) + timedelta(days=31 * (1 + number % 11) + 10)).replace(day=1)
        return f"{month:%B %Y}", 2 + number % 13 / 4

    def within_a_year(self) -> str:
        """A different year each time, ending no later than may be asked for."""
        number = next(self._numbers)
        first = date.today() + timedelta(days=1 + number % 30)
        last = first + timedelta(days=364 - number // 30 % 12)
        return f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}"


async def discord_bare(folder: Path) -> RunningBot:
    server = LoopbackDiscord(timeout=PATIENCE, settle=0)
    await server.start()
    people = [server.add_user(f"P{number}") for number in range(50)]
    guild = server.add_guild("Bare", people[0], people)
    program = Program(folder, _discord(server), ("-m", "bench.bare_discord"))
    begun = time.perf_counter()
    await program.start()
    await server.wait_ready()
    return RunningBot(program, server, {PONG: lambda n: server.slash(people[n], guild, "/pong")}, begun)


async def discord_program(
    folder: Path, *, known: bool = True, more: Mapping[str, str] | None = None
) -> RunningBot:
    server = LoopbackDiscord(timeout=PATIENCE, settle=0)
    await server.start()
    bands = [
        [server.add_user(f"M{band}{number}") for number in range(filled.MEMBERS)] for band in range(BANDS)
    ]
    others = [server.add_user(f"O{number}") for number in range(OTHERS)]
    guilds = [server.add_guild(f"Band {number}", members[0], members) for number, members in enumerate(bands)]
    town = server.add_guild("Town", others[0], others)
    if known:
        await filled.make(
            folder / "bandwidth.db",
            Platform.DISCORD,
            [
                (f"discord:{guild.id}", [Someone(each.id, each.name, each.locale) for each in members])
                for guild, members in zip(guilds, bands, strict=True)
            ],
            [Someone(each.id, each.name, each.locale) for each in others],
        )
    program = Program(folder, {**_discord(server), **(more or {})})
    begun = time.perf_counter()
    await program.start()
    await server.wait_ready()
    days, turns = Days(), count()

    async def busy(_: int) -> Any:
        return await server.slash(others[next(turns) % OTHERS], town, "/busy", when=days.next())

    async def green(n: int, when: str = "next 12 months", **more: Any) -> Any:
        member = bands[n % BANDS][n // BANDS % filled.MEMBERS]
        return await server.slash(member, guilds[n % BANDS], "/green", when=when, **more)

    async def picture(n: int, listed: Any) -> Any:
        return await server.press(bands[n % BANDS][n // BANDS % filled.MEMBERS], listed, "Picture")

    async def month(n: int) -> Any:
        when, hours = days.month()
        return await green(n, when, hours=hours)

    async def drawn(n: int) -> Any:
        return await picture(n, await green(n, days.within_a_year()))

    return RunningBot(
        program,
        server,
        {**_asks(busy, green, days), DRAWN: drawn, MONTH: picture},
        begun,
        before={MONTH: month},
    )


async def telegram_bare(folder: Path) -> RunningBot:
    server = LoopbackTelegram(timeout=PATIENCE, settle=0)
    await server.start()
    people = [server.add_user(f"P{number}", started=True) for number in range(50)]
    program = Program(folder, _telegram(server), ("-m", "bench.bare_telegram"))
    begun = time.perf_counter()
    await program.start()
    await server.wait_ready()
    return RunningBot(program, server, {PONG: lambda n: server.send(people[n], "/pong")}, begun)


async def telegram_program(folder: Path, *, known: bool = True) -> RunningBot:
    server = LoopbackTelegram(timeout=PATIENCE, settle=0)
    await server.start()
    bands = [
        [server.add_user(f"M{band}{number}", started=True) for number in range(filled.MEMBERS)]
        for band in range(BANDS)
    ]
    others = [server.add_user(f"O{number}", started=True) for number in range(OTHERS)]
    if known:
        await filled.make(
            folder / "bandwidth.db",
            Platform.TELEGRAM,
            [("", [Someone(each.id, each.name, each.language) for each in members]) for members in bands],
            [Someone(each.id, each.name, each.language) for each in others],
        )
    program = Program(folder, _telegram(server))
    begun = time.perf_counter()
    await program.start()
    await server.wait_ready()
    days, turns = Days(), count()

    async def busy(_: int) -> Any:
        return await server.send(others[next(turns) % OTHERS], f"/busy {days.next()}")

    async def green(n: int, when: str = "next 12 months") -> Any:
        return await server.send(bands[n % BANDS][n // BANDS % filled.MEMBERS], f"/green {when}")

    async def picture(n: int, listed: Any) -> Any:
        return await server.press(bands[n % BANDS][n // BANDS % filled.MEMBERS], listed, "Picture")

    async def month(n: int) -> Any:
        when, hours = days.month()
        return await green(n, f"{when} hours: {hours}")

    async def drawn(n: int) -> Any:
        answer = await picture(n, await green(n, days.within_a_year()))
        # The words for a year do not fit under the photo, and follow it.
        member = bands[n % BANDS][n // BANDS % filled.MEMBERS]
        await server.pulse.until(lambda: not server.inbox(member)[-1].file, "send the words")
        return answer

    return RunningBot(
        program,
        server,
        {**_asks(busy, green, days), DRAWN: drawn, MONTH: picture},
        begun,
        before={MONTH: month},
    )


def _asks(busy: Ask, green: Callable[..., Awaitable[Any]], days: Days) -> dict[str, Ask]:
    return {BUSY: busy, GREEN: green, UNCACHED: lambda n: green(n, days.year())}


def _discord(server: LoopbackDiscord) -> dict[str, str]:
    return {
        "BANDWIDTH_DISCORD_TOKEN": server.token,
        "BANDWIDTH_DISCORD_API_URL": server.api_url,
        "BANDWIDTH_DISCORD_GATEWAY_URL": server.gateway_url,
        "BANDWIDTH_DATABASE_URL": "sqlite:///bandwidth.db",
    }


def _telegram(server: LoopbackTelegram) -> dict[str, str]:
    return {
        "BANDWIDTH_TELEGRAM_TOKEN": server.token,
        "BANDWIDTH_TELEGRAM_API_URL": server.api_url,
        "BANDWIDTH_DATABASE_URL": "sqlite:///bandwidth.db",
    }
