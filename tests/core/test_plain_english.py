"""Source speaks of anybody as the product does: they."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bandwidth", "bench", "bots", "core", "jobs", "presentation", "scripts", "storage", "web")
ONE_SEX = re.compile(r"\b(?:[Ss]?he|[Hh]im|[Hh]is|[Hh]imself|[Hh]ers?|[Hh]erself)\b")
FOREIGN = {"lexicons", "vocabularies"}
"""Words of languages, as people write them."""
FILES = [
    path
    for package in PACKAGES
    for path in sorted((ROOT / package).glob("**/*.py"))
    if not FOREIGN & set(path.parts)
]


@pytest.mark.parametrize("package", PACKAGES)
def test_nobody_is_he_or_she(package):
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in FILES
        if path.is_relative_to(ROOT / package)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if ONE_SEX.search(line)
    ]
    assert found == []


def test_there_are_files_to_read():
    assert len(FILES) > 300
