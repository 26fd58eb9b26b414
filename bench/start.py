"""The time from the start of `bandwidth run` to its first answer, on each platform, with and without data.

python -m bench.start [--rounds 3]
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bench.sides import BUSY, discord_program, telegram_program

BAR = 3.0
"""Seconds."""
PROGRAMS = {"discord": discord_program, "telegram": telegram_program}


async def first_answer(platform: str, *, known: bool) -> float:
    """Seconds until the first answer; `known`: with a database that knows everybody, else without one."""
    with tempfile.TemporaryDirectory() as folder:
        side = await PROGRAMS[platform](Path(folder), known=known)
        try:
            answer = await side.ask[BUSY](0)
            spent = time.perf_counter() - side.begun
            if known and not side.right(BUSY, answer):
                raise SystemExit(f"the first answer was: {answer.text[:300]}")
        finally:
            await side.stop()
    return spent


def main() -> int:
    reader = argparse.ArgumentParser(prog="python -m bench.start")
    reader.add_argument("--rounds", type=int, default=3)
    rounds = reader.parse_args().rounds
    kinds = [(platform, known) for platform in PROGRAMS for known in (True, False)]
    times: dict[tuple[str, bool], list[float]] = {kind: [] for kind in kinds}
    for _ in range(rounds):
        for platform, known in kinds:
            times[platform, known].append(asyncio.run(first_answer(platform, known=known)))
    print(f"\nfirst answer of bandwidth run{'':9}{'median s':>10}{'worst s':>10}{'bar':>6}")
    for (platform, known), spent in times.items():
        label = f"{platform}, {'with data' if known else 'migrating first'}"
        print(f"  {label:36}{statistics.median(spent):10.2f}{max(spent):10.2f}{BAR:6g}")
    well = all(statistics.median(spent) <= BAR for spent in times.values())
    print("\nwithin the bar" if well else "\nNOT within the bar")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
