"""A class has a name of its own, so that a search finds one thing."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bandwidth", "bench", "bots", "core", "jobs", "presentation", "scripts", "storage", "web")
MOST_REPEATED = 0.02
"""How much of all names may be declared more than once, with the tests."""


def test_no_class_name_is_declared_twice():
    assert repeated(declared(PACKAGES)) == {}


def test_few_class_names_are_declared_twice_with_the_tests():
    names = declared((*PACKAGES, "tests"))
    found = repeated(names)
    assert len(found) < MOST_REPEATED * len(names), found


def test_there_are_classes_to_read():
    assert len(declared(PACKAGES)) > 600


def declared(folders):
    """The files and lines in which each class is declared, nested ones too."""
    found = defaultdict(list)
    for folder in folders:
        for path in sorted((ROOT / folder).glob("**/*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ClassDef):
                    found[node.name].append(f"{path.relative_to(ROOT)}:{node.lineno}")
    return found


def repeated(names):
    return {name: places for name, places in names.items() if len(places) > 1}
