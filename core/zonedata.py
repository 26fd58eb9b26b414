"""Which zone data are used: this machine's or those of the Python package tzdata, whichever release is newer.

Python looks at the machine's own first, which are often a year old, and at the package only for what
is missing there. Governments change their clocks within months. `use_newer` is called where zones are made
(core/moments.py), before the first of them is, in every process.
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
"""The variable by which whoever runs the program says where zone data are; then nothing is chosen here."""

_RELEASE = re.compile(r"(?:# version )?([0-9]{4})([a-z]{1,2})\b")
_ALWAYS_THERE = ("Etc/UTC", "UTC", "Europe/London")


class Origin(StrEnum):
    """Whose zone data they are."""

    MACHINE = "machine"
    PACKAGE = "package"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class ZoneData:
    """One set of zone data."""

    origin: Origin
    folder: Path
    release: str | None
    """As the IANA names it, such as "2026f"; None: they do not say."""
    dated: date | None
    """The date of its files: of the machine's when they were made, of the package's when it was installed."""


@dataclass(frozen=True, slots=True)
class ZoneDataChoice:
    """What is used, and what was there besides."""

    used: ZoneData | None
    """None: there are none at all."""
    left: ZoneData | None
    named: bool = False
    """Whether somebody else has chosen, by PYTHONTZPATH."""


@lru_cache(maxsize=1)
def use_newer() -> ZoneDataChoice:
    """Let every zone that is made from now on come from the newer release; what was chosen."""
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
    """Whether one is a later release than the other; what does not say its release counts as the older."""
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
