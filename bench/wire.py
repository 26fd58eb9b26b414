"""A command's whole way over the loopback: the program and a bot that only says "pong", taking turns.

    python -m bench.wire [discord] [telegram] [--rounds 30] [--alone 12] [--crowd 1]

Both bots are separate processes; the servers and the people share this one. A ratio is the program's median
(or 99th percentile) divided by the bare bot's, over all rounds. Turns are short, so that a machine that is
slower for a second is slower for both.
"""

import argparse
import asyncio
import gc
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bench.sides import (
    BUSY,
    DRAWN,
    GREEN,
    MONTH,
    PONG,
    UNCACHED,
    RunningBot,
    discord_bare,
    discord_program,
    telegram_bare,
    telegram_program,
)

PEOPLE = 50
_HEADS = "".join(
    (
        f"{'median ms':>10}{'x':>7}{'bar':>6}",
        f"{'p99 ms':>10}{'x':>7}{'bar':>6}",
        f"{'cpu ms':>9}{'x':>7}{'bar':>6}{'lost':>6}",
    )
)
WARM_UP = 20
MANY_LOST = 10
"""With more answers lost than this there is nothing to measure."""
CROWD_BAR = 10.0
"""How many times the bare bot's 99th percentile people may wait when 50 ask at once."""


@dataclass(frozen=True)
class Duel:
    """The two sides of a comparison, and their bars."""

    library: str
    bare: object
    program: object
    bars: dict[str, float]
    """How many times the bare bot's median an answer may take."""
    cpu_bars: dict[str, float]
    """How many times its processor time an answer may take."""


DUELS = {
    "discord": Duel(
        "discord.py",
        discord_bare,
        discord_program,
        {BUSY: 4.5, GREEN: 5.0, MONTH: 20.0},
        {BUSY: 6.0, GREEN: 8.0},
    ),
    "telegram": Duel("python-telegram-bot", telegram_bare, telegram_program, {BUSY: 4.0, GREEN: 5.0}, {}),
}


@dataclass
class Measured:
    """The measurements of one kind of command, over all rounds."""

    times: list[float] = field(default_factory=list)
    """Milliseconds."""
    lost: int = 0
    cpu: float = 0.0

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def p99(self) -> float:
        return sorted(self.times)[int(len(self.times) * 0.99)]

    @property
    def cpu_each(self) -> float:
        return self.cpu / len(self.times) * 1000


async def asked(side: RunningBot, what: str, people: int, times: int, taken: Measured) -> None:
    """Let `people` ask `times` times each, each waiting for the answer before asking again."""

    async def person(number: int) -> None:
        for turn in range(times):
            try:
                who = number if people > 1 else turn % PEOPLE
                before = (await side.before[what](who),) if what in side.before else ()
                begun = time.perf_counter()
                answer = await side.ask[what](who, *before)
                if not side.right(what, answer):  # late answers come in several steps
                    await side.pulse.until(partial(side.right, what, answer), f"answer {what}")
            except AssertionError as error:
                taken.lost += 1
                if taken.lost > MANY_LOST:
                    raise RuntimeError(f"{what}: nobody waits any longer") from error
                continue
            taken.times.append((time.perf_counter() - begun) * 1000)

    cpu = side.cpu()
    await asyncio.gather(*(person(number) for number in range(people)))
    taken.cpu += side.cpu() - cpu


async def duel(name: str, *, rounds: int, alone: int, crowd: int) -> dict[tuple[str, int], Measured]:
    """Let the two bots take turns, with one person and with a crowd."""
    with tempfile.TemporaryDirectory() as folder:
        bare, program = await DUELS[name].bare(Path(folder)), await DUELS[name].program(Path(folder))
        try:
            asked_of = [BUSY, GREEN, UNCACHED, MONTH, DRAWN]
            turns = [(bare, PONG), *((program, what) for what in asked_of)]
            found = {(what, 1): Measured() for _, what in turns}
            found |= {(what, PEOPLE): Measured() for what in (PONG, BUSY, GREEN)}
            for people in (1, PEOPLE):
                for side, what in turns:
                    if (what, people) in found:
                        await asked(side, what, people, WARM_UP if people == 1 else 2, Measured())
            gc.collect()
            gc.freeze()
            gc.disable()
            for turn in range(rounds):
                for people, times in ((1, alone), (PEOPLE, crowd)):
                    for side, what in turns if turn % 2 == 0 else turns[::-1]:
                        if (what, people) in found:
                            await asked(side, what, people, times, found[what, people])
        finally:
            gc.enable()
            await bare.stop()
            await program.stop()
    return found


def shown(name: str, found: dict[tuple[str, int], Measured]) -> bool:
    """Print the table, and return whether everything is within the bars."""
    duel, well = DUELS[name], True
    print(f"\n{name}: Bandwidth beside a bare {duel.library} bot")
    print(f"  {'':22}{_HEADS}")
    for (what, people), taken in found.items():
        floor = found[PONG, people]
        median, p99, cpu = taken.median / floor.median, taken.p99 / floor.p99, taken.cpu_each / floor.cpu_each
        bars = ["", "", ""]
        if what in duel.bars:
            bar = duel.bars[what] if people == 1 else CROWD_BAR
            bars[people > 1] = f"{bar:g}"
            well = well and (median if people == 1 else p99) <= bar
        if people == 1 and what in duel.cpu_bars:
            bars[2] = f"{duel.cpu_bars[what]:g}"
            well = well and cpu <= duel.cpu_bars[what]
        well = well and not taken.lost
        label = what if people == 1 else f"{what}, {people} at once"
        print(
            f"  {label:22}{taken.median:10.2f}{median:7.1f}{bars[0]:>6}"
            f"{taken.p99:10.2f}{p99:7.1f}{bars[1]:>6}"
            f"{taken.cpu_each:9.2f}{cpu:7.1f}{bars[2]:>6}{taken.lost:6}"
        )
    return well


def main() -> int:
    reader = argparse.ArgumentParser(prog="python -m bench.wire")
    reader.add_argument("platforms", nargs="*", choices=[[], *DUELS])
    reader.add_argument("--rounds", type=int, default=30)
    reader.add_argument("--alone", type=int, default=12, help="commands a round, one after the other")
    reader.add_argument("--crowd", type=int, default=1, help="commands a round of each of 50 people")
    wanted = reader.parse_args()
    well = True
    for name in wanted.platforms or DUELS:
        found = asyncio.run(duel(name, rounds=wanted.rounds, alone=wanted.alone, crowd=wanted.crowd))
        well = shown(name, found) and well
    print("\nwithin the bars" if well else "\nNOT within the bars")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
