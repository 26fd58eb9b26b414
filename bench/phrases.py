"""Our parser of sentences compared with three libraries, on the same sentences in one run.

python -m bench.phrases

Accuracy and time of dateparser, parsedatetime and recurrent, each behind an adapter (bench/phrase_peers.py).
right and wrong: percentages of the sentences that state days or times; the rest was refused.
taken: sentences that should have been refused, but were not. Ours was developed on sentences like these, the
others were not: other people's sentences ("thirdparty", from the tests of five parsers) are the fairer half.
"""

import os
import statistics
import sys
import time
import warnings
from pathlib import Path

from bench.phrase_cases import RIGHT, TAKEN, WRONG, Case, Judge, own, shared
from bench.phrase_peers import PARSERS

OURS = "bandwidth"
WARM = 20
"""Sentences that are read once before measuring: words and patterns are loaded at first use."""


class Tally:
    """The results of one parser."""

    def __init__(self) -> None:
        self.right = self.wrong = self.asked = self.taken = self.rejects = 0
        self.spent: list[float] = []

    def add(self, case: Case, verdict: str, spent: float) -> None:
        self.spent.append(spent * 1000)
        if case["expect"]["kind"] == "reject":
            self.rejects += 1
            self.taken += verdict == TAKEN
            return
        self.asked += 1
        self.right += verdict == RIGHT
        self.wrong += verdict == WRONG

    def line(self, name: str) -> str:
        spent = sorted(self.spent)
        p95 = spent[int(0.95 * (len(spent) - 1))]
        return (
            f"  {name:16}{100 * self.right / self.asked:8.1f}{100 * self.wrong / self.asked:8.1f}"
            f"{f'{self.taken}/{self.rejects}':>10}"
            f"{statistics.median(spent):10.2f}{p95:8.2f}{spent[-1]:8.1f}"
        )


def measured(cases: list[Case], judge: Judge) -> dict[str, Tally]:
    """Each sentence to each parser in turn."""
    tallies = {name: Tally() for name in PARSERS}
    for case in cases:
        question = {key: case[key] for key in ("id", "text", "now", "tz", "locale")}
        for name, read in PARSERS.items():
            begun = time.perf_counter()
            answer = read(question)
            spent = time.perf_counter() - begun
            tallies[name].add(case, judge(case, answer), spent)
    return tallies


def best(tallies: dict[str, Tally]) -> bool:
    """Whether ours is right most often, wrong least often, and accepts least often what it should refuse."""
    ours = tallies[OURS]
    others = [tally for name, tally in tallies.items() if name != OURS]
    return all(
        ours.right > each.right and ours.wrong < each.wrong and ours.taken < each.taken for each in others
    )


def main() -> int:
    """Return the exit status: 0 when ours is more accurate than every other."""
    warnings.simplefilter("ignore")  # the libraries warn about themselves
    folder = os.environ.get("BANDWIDTH_SHARED")
    corpora, judge = shared(Path(folder) / "phrases") if folder else own()
    well = True
    measured(corpora[0][1][:WARM], judge)
    for name, cases in corpora:
        tallies = measured(cases, judge)
        print(f"\n{name}: {len(cases)} English sentences")
        print(f"  {'':16}{'right %':>8}{'wrong %':>8}{'taken':>10}{'ms p50':>10}{'p95':>8}{'max':>8}")
        for parser, tally in tallies.items():
            print(tally.line(parser))
        well = well and best(tallies)
    print("\nahead of all three" if well else "\nNOT ahead of all three")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
