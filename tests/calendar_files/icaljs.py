"""ical.js in node: installed from npm once, into pytest's cache, and given a file to read."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock

RELEASE = "2.2.1"
SCRIPT = Path(__file__).with_name("read_with_ical.mjs")
_UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH")


def module(cache):
    """The address of the module. Skips the test where it cannot be had."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            pytest.skip(f"ical.js needs {program}, which is not on this machine")
    folder = cache.mkdir(f"ical.js-{RELEASE}")
    entry = folder / "node_modules" / "ical.js" / "dist" / "ical.js"
    with FileLock(folder / "lock"):
        if not entry.is_file():
            _install(folder)
    return entry.as_uri()


def _install(folder):
    options = ("--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund")
    command = ["npm", "install", "--prefix", str(folder), f"ical.js@{RELEASE}", *options]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode and any(code in done.stderr for code in _UNREACHABLE):
        pytest.skip("ical.js is not installed, and the registry of npm cannot be reached")
    assert done.returncode == 0, done.stderr


def read(address, data):
    """What ical.js reads in the file."""
    done = subprocess.run(["node", str(SCRIPT), address], input=data, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)
