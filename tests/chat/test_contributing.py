"""The worked example in CONTRIBUTING.md is true: a command in four blocks, on every platform."""

import re
import sys
import types
from pathlib import Path

import pytest

from bots.chat import catalogue
from bots.chat.views import registry
from tests.fakes.stage import Stage, make_dispatcher, text_of

BLOCKS = dict(
    re.findall(
        r"```python (\S+)\n(.*?)```",
        (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8"),
        re.DOTALL,
    )
)


@pytest.fixture
def tally_added(monkeypatch):
    """The example's modules and its two lines, for one test."""
    for path, code in BLOCKS.items():
        if not path.endswith(".py"):
            continue
        name = path.removesuffix(".py").replace("/", ".")
        module = types.ModuleType(name)
        monkeypatch.setitem(sys.modules, name, module)
        parent, _, child = name.rpartition(".")
        monkeypatch.setattr(sys.modules[parent], child, module, raising=False)
        exec(compile(code, path, "exec"), module.__dict__)
    handlers = sys.modules["bots.chat.commands.diary.tally"]
    views = sys.modules["bots.chat.views.diary.tally"]
    command = eval(BLOCKS["catalogue"], {**vars(catalogue), "tally": handlers})
    result = sys.modules["core.scheduling.diary.tally"].Tally
    monkeypatch.setitem(registry.VIEWS, result, views.tally)
    monkeypatch.setitem(catalogue.BY_NAME, command.name, command)
    return command


async def test_a_command_is_four_blocks(tally_added, units, clock):
    stage = Stage(make_dispatcher(units, clock))
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "/busy every Tuesday")
    assert text_of((await stage.says("Ana", "/tally")).reply) == "You have said 1 thing."
    assert len(tally_added.summary) <= 100
