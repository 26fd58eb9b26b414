"""The commands of the README are those that every change is checked by, and they need nothing beside the checkout."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("shared", ["", " ", "/no/such/folder"])
def test_with_nothing_beside_the_checkout_tests_of_shared_material_are_skipped(shared):
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-m", "shared", "-p", "no:cacheprovider", "tests/core"],
        cwd=ROOT,
        env={**os.environ, "BANDWIDTH_SHARED": shared},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout
    assert re.search(r"^\d+ skipped, \d+ deselected", done.stdout, re.MULTILINE), done.stdout


def test_one_place_decides_whether_shared_material_is_there():
    readers = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if re.search(r'environ(\.get\(|\[)"BANDWIDTH_SHARED', path.read_text(encoding="utf-8"))
    ]
    assert readers == ["tests/beside.py"]


def test_every_submission_runs_the_readme_s_command_with_nothing_beside_the_checkout():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert re.search(r"```sh\nmake test\n", readme)
    assert [line for line in commands if line.startswith("make test")] == [
        "make test SHARED=",
        'make test ARGS="-m shared"',
    ]


@pytest.mark.parametrize(("said", "found"), [("", ""), ("../no-such-folder", ""), (".", str(ROOT))])
def test_the_makefile_names_shared_material_only_where_it_is(said, found):
    done = subprocess.run(
        ["make", "--no-print-directory", "-s", "-f", "-", "tell", f"SHARED={said}"],
        input='include Makefile\ntell:\n\t@echo "[$$BANDWIDTH_SHARED]"\n',
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.strip() == f"[{found}]", done.stderr


def test_without_a_browser_the_last_lines_say_what_was_left_out():
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "1", "-p", "no:cacheprovider", "tests/browser"],
        cwd=ROOT,
        env={**os.environ, "CHROMIUM": "/no/such/browser"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout
    said, total = done.stdout.strip().splitlines()[-2:]
    count = re.match(r"(\d+) skipped", total)[1]
    assert said.startswith(f"LEFT OUT: {count} tests in a real browser, because: no Chromium")


def test_without_a_pretix_the_last_lines_say_what_was_left_out():
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "1", "-p", "no:cacheprovider", "tests/pretix"],
        cwd=ROOT,
        env={**os.environ, "PRETIX_PYTHON": "/no/such/bin/python"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout
    said, total = done.stdout.strip().splitlines()[-2:]
    count = re.match(r"(\d+) skipped", total)[1]
    assert said.startswith(
        f"LEFT OUT: {count} tests with a real pretix, because: there is no pretix in /no/such"
    )


def test_every_submission_goes_on_where_neither_browser_nor_pretix_can_be_installed(tmp_path):
    """The part of .ci/run before the tests, on a machine without python3 whose apt-get fails."""
    for name, lines in {"apt-get": "exit 100", "id": "echo 0", "make": 'echo "made $*"'}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{lines}\n")
        (tmp_path / name).chmod(0o755)
    for name in ("bash", "dirname", "env"):
        (tmp_path / name).symlink_to(shutil.which(name))
    done = subprocess.run(
        ["bash", ".ci/run"],
        cwd=ROOT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "Chromium cannot be installed" in done.stderr
    assert "pretix cannot be installed" in done.stderr
    assert done.stdout.splitlines() == [
        "made .venv/dev.stamp",
        "made test SHARED=",
        "made test ARGS=-m shared",
        "made format lint types contracts",
    ]
