"""Finds the tests that notice a missing lock: deletes locks one by one, in a copy, and prints a table.

    python -m scripts.locks [PART OF A PATH ...]

Runs the races on PostgreSQL (on SQLite a writing unit is alone anyway) and takes about a quarter of an hour.
docs/mechanisms/locking.md gives the reason for every lock that no test notices.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TESTS = ("tests/races", "tests/storage/test_stored_outbox.py", "tests/storage/test_stored_feeds.py")
_STATEMENT = re.compile(
    r"await (?:turn\.)?unit\."
    r"(?:(?:venues|events|bands)\.lock(?:_all)?|commitments\.lock_players|people\.lock_accounts)\(.*\)$"
)
_TAKING = re.compile(r"unit\.journal\.take\(")
_FOR_UPDATE = re.compile(r"\.with_for_update\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Lock:
    """One lock, and its line without it."""

    path: Path
    """Within the project."""
    line: int
    """Counted from 0."""
    statement: str
    without: str


def locks(copy: Path, wanted: list[str]) -> Iterator[Lock]:
    """The locks in the copy whose path and line contain one of the words; without words, all of them."""
    for path in sorted(path for area in ("core", "bots", "storage") for path in (copy / area).rglob("*.py")):
        name = path.relative_to(copy)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if wanted and not any(word in f"{name}:{number + 1}" for word in wanted):
                continue
            if _STATEMENT.search(line):
                yield Lock(name, number, line.strip(), _STATEMENT.sub("pass", line))
            elif _TAKING.search(line):
                yield Lock(name, number, line.strip(), _TAKING.sub("unit.journal.find(", line))
            elif _FOR_UPDATE.search(line):
                yield Lock(name, number, line.strip(), _FOR_UPDATE.sub("", line))


def noticed(lock: Lock, copy: Path) -> list[str]:
    """The tests that fail without that lock (pytest stops after three)."""
    path = copy / lock.path
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    lines[lock.line] = lock.without
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n", "2", "--maxfail=3", "-k", "postgresql", *TESTS],
            cwd=copy,
            capture_output=True,
            text=True,
            timeout=600,
        )
    finally:
        path.write_text(text, encoding="utf-8")
    failed = re.findall(r"^(?:FAILED|ERROR) \S*::(\w+)", done.stdout, re.MULTILINE)
    if done.returncode not in (0, 1, 2) or (done.returncode and not failed):
        raise RuntimeError(done.stdout + done.stderr)
    return sorted(set(failed))


def main() -> int:
    """Print a line for each lock. Returns 1 if one was not noticed."""
    unnoticed = 0
    with tempfile.TemporaryDirectory(prefix="bandwidth-locks-") as folder:
        copy = Path(folder)
        tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
        for name in tracked.stdout.splitlines():
            if (ROOT / name).exists():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, copy / name)
        for lock in list(locks(copy, sys.argv[1:])):
            by = noticed(lock, copy)
            unnoticed += not by
            where = f"{lock.path}:{lock.line + 1}"
            print(f"{where} | {lock.statement} | {', '.join(by) or 'NOT NOTICED'}", flush=True)
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
