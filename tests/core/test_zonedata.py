"""The newer of two releases of the zone data is used, whosever it is; each case in a process of its own."""

import json
import os
import struct
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from bandwidth.zonewords import told
from core.zonedata import Origin, ZoneData, ZoneDataChoice, newer

ROOT = Path(__file__).parents[2]
SCRIPT = """
import json, sys, zoneinfo
if sys.argv[1]:
    zoneinfo.reset_tzpath([each for each in sys.argv[1].split(":") if each != "none"])
zoneinfo.ZoneInfo("America/Vancouver")  # somebody may have made one before
from datetime import UTC, datetime
from core.moments import to_wall
from core.zonedata import use_newer
from bandwidth.zonewords import told
shown = to_wall(datetime(2026, 12, 5, 2, tzinfo=UTC), "America/Vancouver")
print(json.dumps([f"{shown:%a %H:%M}", told(use_newer())]))
"""


def zone_file(hours):
    """A zone that is always so many hours east of UTC."""
    counts = struct.pack(">6l", 0, 0, 0, 0, 1, 4)
    return b"TZif" + bytes(16) + counts + struct.pack(">lBB", hours * 3600, 0, 0) + b"XXX\0"


def tree(folder, hours, **marks):
    """Zone data in which it is so many hours east of UTC in Vancouver."""
    (folder / "America").mkdir(parents=True)
    (folder / "America" / "Vancouver").write_bytes(zone_file(hours))
    (folder / "UTC").write_bytes(zone_file(0))
    for name, content in marks.items():
        (folder / name).write_text(content)
    return folder


def of_machine(folder, release):
    return tree(folder / "machine", -8, **{"tzdata.zi": f"# version {release}\nR A 1916 o\n"})


def package(folder, release):
    """A package tzdata in which Vancouver keeps its summer time."""
    tree(folder / "packages" / "tzdata" / "zoneinfo", -7)
    (folder / "packages" / "tzdata" / "__init__.py").write_text(f'IANA_VERSION = "{release}"\n')
    (folder / "packages" / "tzdata" / "zones").write_text("America/Vancouver\nUTC\n")
    return folder / "packages"


def seen(machine, packages=None, **environment):
    path = os.pathsep.join(map(str, filter(None, (packages, ROOT))))
    base = {name: value for name, value in os.environ.items() if name != "PYTHONTZPATH"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(machine)],
        env={**base, "PYTHONPATH": path, **environment},
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("machines", "packaged", "shown", "words"),
    [
        ("2025b", "2026f", "Fri 19:00", "release 2026f, of the Python package"),
        ("2027a", "2026f", "Fri 18:00", "release 2027a, this machine's"),
        ("2026c", "2026f", "Fri 19:00", "older and not used: 2026c, this machine's"),
        ("2026f", "2026f", "Fri 18:00", "the same release: of the Python package"),
        ("unknown", "2026f", "Fri 19:00", "this machine's (files of"),
    ],
)
def test_the_newer_release_is_used(tmp_path, machines, packaged, shown, words):
    found = seen(of_machine(tmp_path, machines), package(tmp_path, packaged))
    assert found[0] == shown
    assert words in found[1]


def test_a_machine_that_names_its_release_in_another_file_is_understood(tmp_path):
    machine = tree(tmp_path / "machine", -8, **{"+VERSION": "2027b\n"})
    shown, words = seen(machine, package(tmp_path, "2027a"))
    assert shown == "Fri 18:00"
    assert "release 2027b" in words


def test_a_machine_without_zone_data_uses_the_package(tmp_path):
    shown, words = seen("none", package(tmp_path, "2020a"))
    assert shown == "Fri 19:00"
    assert "this machine has none" in words


def test_zone_data_that_somebody_has_named_are_used_however_old_they_are(tmp_path):
    named = {"PYTHONTZPATH": str(of_machine(tmp_path, "2019c"))}
    shown, words = seen("", package(tmp_path, "2026f"), **named)
    assert shown == "Fri 18:00"
    assert "release 2019c, where PYTHONTZPATH points" in words
    assert "newer and not used: 2026f" in words


def test_in_vancouver_the_clocks_no_longer_go_back(tmp_path):
    """With the data that are installed, before which this machine's are as they were in 2025."""
    shown, words = seen(of_machine(tmp_path, "2025b"))
    assert shown == "Fri 19:00"
    assert "older and not used: 2025b" in words


def data(release, origin=Origin.MACHINE):
    return ZoneData(origin, Path("/zones"), release, date(2026, 3, 4))


def test_releases_are_ordered_by_year_and_letter():
    rising = [None, "2009u", "2025b", "2026a", "2026f", "2026z", "2026za", "2027a"]
    for older, later in pairwise(rising):
        assert newer(data(later), data(older))
        assert not newer(data(older), data(later))


def test_doctor_tells_what_is_known():
    packaged = data("2026f", Origin.PACKAGE)
    assert told(ZoneDataChoice(data(None), None)) == (
        "release unknown, this machine's (files of 2026-03-04); the Python package tzdata is not installed"
    )
    assert told(ZoneDataChoice(packaged, data("2025b"))) == (
        "release 2026f, of the Python package tzdata (installed on 2026-03-04); "
        "older and not used: 2025b, this machine's (files of 2026-03-04)"
    )
    assert told(ZoneDataChoice(packaged, None, named=True)).endswith("PYTHONTZPATH points to none")
    assert told(ZoneDataChoice(None, None)) == "none found"
