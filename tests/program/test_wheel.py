"""What is installed is whole: a wheel holds every file that the program reads."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bandwidth", "bots", "core", "presentation", "storage", "jobs", "web")
BESIDE = ("pyproject.toml", "README.md", "LICENSE")
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
NOT_READ = {".md", ".pyc"}


def test_a_wheel_holds_all_that_the_program_reads(tmp_path):
    source, made = tmp_path / "source", tmp_path / "made"
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in BESIDE:
        shutil.copy(ROOT / name, source / name)
    made.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(made)], cwd=source, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    (wheel,) = made.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(source).as_posix()
        for name in PACKAGES
        for path in (source / name).rglob("*")
        if path.is_file() and path.suffix not in NOT_READ
    }
    assert {"web/templates/base.html", "web/static/page.css"} <= wanted
    assert wanted - held == set()
