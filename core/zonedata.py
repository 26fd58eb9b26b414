"""The choice of zone data: this machine's or the Python package tzdata's, whichever release is newer.

Python reads the machine's own data first, which are often a year old, and the package only where something
is missing. Governments change their clocks at a few months' notice. core/moments.py calls `use_newer` in
every process, before it makes the first zone.
"""

import os
import re
import zoneinfo
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from pathlib import Path

NAMED = "PYTHONTZPATH"
"""The variable with which an operator names a folder of zone data; it overrides the choice made here."""

_RELEASE = re.compile(r"(?:# version )?([0-9]{4})([a-z]{1,2})\b")
_ALWAYS_THERE = ("Etc/UTC", "UTC", "Europe/London")


class Origin(StrEnum):
    """Where a set of zone data comes from."""

    MACHINE = "machine"
    PACKAGE = "package"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class ZoneData:
    """One set of zone data."""

    origin: Origin
    folder: Path
    release: str | None
    """As the IANA names it, such as "2026f"; None: unknown."""
    dated: date | None
    """The date of its files: the machine's were made on it, the package was installed on it."""


@dataclass(frozen=True, slots=True)
class ZoneDataChoice:
    """The zone data in use, and the set that was passed over."""

    used: ZoneData | None
    """None: there are no zone data at all."""
    left: ZoneData | None
    named: bool = False
    """The operator has chosen, with PYTHONTZPATH."""


@lru_cache(maxsize=1)
def use_newer() -> ZoneDataChoice:
    """Make all new zones come from the newer release, and return the choice."""
    named = NAMED in os.environ
    there = _there(zoneinfo.TZPATH, Origin.NAMED if named else Origin.MACHINE)
    packaged = _packaged()
    if named:
        return ZoneDataChoice(there, packaged, named) if there else ZoneDataChoice(packaged, None, named)
    if packaged and (there is None or newer(packaged, there)):
        if there:
            zoneinfo.reset_tzpath([str(packaged.folder)])
            zoneinfo.ZoneInfo.clear_cache()
        return ZoneDataChoice(packaged, there)
    return ZoneDataChoice(there, packaged)


def newer(one: ZoneData, other: ZoneData) -> bool:
    """Whether one is a later release than the other; data of an unknown release count as older."""
    return _rank(one) > _rank(other)


def _rank(data: ZoneData) -> tuple[int, int, str]:
    found = _RELEASE.match(data.release or "")
    return (int(found[1]), len(found[2]), found[2]) if found else (0, 0, "")


def _there(path: Sequence[str], origin: Origin) -> ZoneData | None:
    """The zone data in the first folder of the path that has any."""
    for folder in map(Path, path):
        if zones := [folder / name for name in _ALWAYS_THERE if (folder / name).is_file()]:
            marks = [folder / "tzdata.zi", folder / "+VERSION"]
            release = next(filter(None, map(_release_in, marks)), None)
            mark = next((each for each in marks if each.is_file()), zones[0])
            return ZoneData(origin, folder, release, _dated(mark))
    return None


def _packaged() -> ZoneData | None:
    try:
        package = import_module("tzdata")
    except ImportError:
        return None
    file = Path(package.__file__ or "")
    folder = file.parent / "zoneinfo"
    if not folder.is_dir():
        return None
    return ZoneData(Origin.PACKAGE, folder, getattr(package, "IANA_VERSION", None), _dated(file))


def _release_in(file: Path) -> str | None:
    try:
        with file.open(encoding="ascii", errors="replace") as lines:
            found = _RELEASE.match(lines.readline(100))
    except OSError:
        return None
    return found[1] + found[2] if found else None


def _dated(file: Path) -> date | None:
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC).date()
    except OSError:
        return None
