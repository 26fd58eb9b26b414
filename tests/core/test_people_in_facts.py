"""Facts of changes that name a person are known to those who join two people."""

import ast
import re
from pathlib import Path

import core
from core.personal_data.store import PEOPLE_IN_FACTS

PERSON = re.compile(r"\.person\b(?!\.)|\b(person|member|heir)\.id\b|PersonId")
ROOT = Path(core.__file__).parent


def facts_naming_people():
    """Keys of the facts given to `journal.record` whose values are said to be people."""
    for path in sorted(ROOT.glob("**/*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "record"):
                continue
            for facts in (each for each in node.args if isinstance(each, ast.Dict)):
                for key, value in zip(facts.keys, facts.values, strict=True):
                    if PERSON.search(ast.unparse(value)) and isinstance(key, ast.Constant):
                        yield path.name, key.value


def test_every_person_in_the_facts_of_a_change_is_renamed_when_two_are_joined():
    found = dict(facts_naming_people())
    assert found["leaving.py"] == "heir"
    assert set(found.values()) <= set(PEOPLE_IN_FACTS)
