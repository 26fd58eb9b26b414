"""What docs/hosting.md tells to type and to set is there."""

import configparser
import re
from pathlib import Path

import pytest

from bandwidth.__main__ import _COMMANDS
from bandwidth.settings import names

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "hosting.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


def block(kind):
    found = re.search(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    assert found, kind
    return found[1]


@pytest.fixture
def unit():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(block("ini unit"))
    return parser


def test_the_unit_starts_this_program_and_names_the_files_that_the_page_makes(unit):
    service = unit["Service"]
    program, command = service["ExecStart"].split()
    assert program == "/opt/bandwidth/.venv/bin/bandwidth"
    assert command in _COMMANDS
    assert service["WorkingDirectory"] == f"/var/lib/{service['StateDirectory']}"
    assert f"`{service['EnvironmentFile']}`" in PAGE
    assert re.search(
        rf"useradd --system --home-dir {service['WorkingDirectory']} .* {service['User']}\n", PAGE
    )
    assert service["RestartPreventExitStatus"] == "2"
    assert unit["Install"]["WantedBy"]


def test_the_settings_that_are_named_exist():
    for text in (PAGE, README):
        written = set(re.findall(r"BANDWIDTH_([A-Z_]+[A-Z])", text))
        assert written
        assert {each.lower() for each in written} <= set(names())
    given = [line.split("=")[0] for line in block("ini settings").splitlines()]
    assert all(each.startswith("BANDWIDTH_") for each in given)


def test_the_readme_lists_every_setting():
    table = README.split("## Settings")[1].split("\n## ")[0]
    assert {each.upper() for each in names()} == set(re.findall(r"`([A-Z][A-Z_]+)`", table)) - {
        "DEBUG", "WARNING", "ERROR", "INFO", "BANDWIDTH_",
    }  # fmt: skip


def test_the_commands_that_are_named_exist():
    for text in (PAGE, README):
        for name in re.findall(r"(?:`|bin/)bandwidth ([a-z]+)", text):
            assert name in _COMMANDS, name
        targets = re.findall(r"(?:`|sudo )make ([a-z]+)", text)
        made = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
        assert set(targets) <= made


def test_the_readme_leads_there():
    heads = {
        re.sub(r"[^a-z ]", "", line.lower()).strip().replace(" ", "-")
        for line in PAGE.splitlines()
        if line[:2] == "##"
    }
    leads = re.findall(r"docs/hosting\.md(?:#([a-z-]+))?\)", README)
    assert leads
    assert {each for each in leads if each} <= heads
