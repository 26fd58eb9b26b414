"""The worked example in CONTRIBUTING.md is true: a command in five blocks of one area, on every platform."""

import re
import sys
import types
from pathlib import Path

import pytest

from bots.chat import catalogue
from bots.chat.commands.diary import registry as commands
from bots.chat.views import registry
from bots.chat.views.diary import registry as views
from tests.fakes.stage import Stage, make_dispatcher, text_of

BLOCKS = dict(
    re.findall(
        r"```python (\S+)\n(.*?)```",
        (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8"),
        re.DOTALL,
    )
)
FILES = [path for path in BLOCKS if path.endswith(".py")]


@pytest.fixture
def tally_added(monkeypatch):
    """The example's modules, and its lines in the two lists of its area, for one test."""
    for path in FILES:
        name = path.removesuffix(".py").replace("/", ".")
        module = types.ModuleType(name)
        monkeypatch.setitem(sys.modules, name, module)
        parent, _, child = name.rpartition(".")
        monkeypatch.setattr(sys.modules[parent], child, module, raising=False)
        exec(compile(BLOCKS[path], path, "exec"), module.__dict__)
    tally = sys.modules["bots.chat.commands.diary.tally"]
    command = eval(BLOCKS["command"], {**vars(commands), "tally": tally})
    beside = {
        "counting": sys.modules["core.scheduling.diary.counting"],
        "tally": sys.modules["bots.chat.views.diary.tally"],
    }
    for result, view in eval(BLOCKS["view"], {**vars(views), **beside}).items():
        monkeypatch.setitem(registry.VIEWS, result, view)
    monkeypatch.setitem(catalogue.BY_NAME, command.name, command)
    return command


async def test_a_command_is_five_blocks(tally_added, units, clock):
    stage = Stage(make_dispatcher(units, clock))
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "/busy every Tuesday")
    assert text_of((await stage.says("Ana", "/tally")).reply) == "You have said 1 thing."
    await stage.says("Ana", "/busy every Wednesday")
    assert text_of((await stage.says("Ana", "/tally")).reply) == "You have said 2 things."
    assert len(tally_added.summary) <= 100


def test_a_command_touches_the_files_of_its_area_alone():
    assert len(FILES) == 3
    assert all("/diary/" in path for path in FILES)
