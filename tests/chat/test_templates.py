"""Every sentence that people read goes through the reader with a constant template: translators are handed them."""

import ast
from pathlib import Path

import pytest

import core

ROOT = Path(core.__file__).parents[1]
THROUGH = ("bots/chat/turn.py", "bots/chat/views/__init__.py")
"""Where templates pass through on their way."""
VIEWS = [
    each
    for folder in ("bandwidth/demo", "bots/chat", "presentation")
    for each in sorted(ROOT.glob(f"{folder}/**/*.py"))
    if str(each.relative_to(ROOT)) not in THROUGH
]
TEMPLATES = {"say": (0,), "label": (0,), "plural": (1, 2), "counted": (1, 2), "says": (0, 1)}
"""Which arguments of these calls are templates."""
LABELLED = {"Action", "Door", "Form"}
"""Their first argument is read by people."""
DECLARED = {"summary", "question", "unit"}
"""Fields of definitions; they are constant where a definition is written."""


class Scopes(ast.NodeVisitor):
    """For every name of a file, all that is ever assigned to it."""

    def __init__(self, tree):
        self.assigned = {}
        self.parameters = set()
        self.visit(tree)

    def visit_Assign(self, node):
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.assigned.setdefault(target.id, []).append(node.value)
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for one, value in zip(target.elts, node.value.elts, strict=True):
                    if isinstance(one, ast.Name):
                        self.assigned.setdefault(one.id, []).append(value)
        self.generic_visit(node)

    def visit_AnnAssign(self, node):
        if isinstance(node.target, ast.Name) and node.value is not None:
            self.assigned.setdefault(node.target.id, []).append(node.value)
        self.generic_visit(node)


def constant(node, scopes, depth=0):
    """Whether an expression is one of a few sentences that are written out in the file."""
    if depth > 6:
        return False
    match node:
        case ast.Constant(value=str()):
            return True
        case ast.IfExp(body=body, orelse=other):
            return constant(body, scopes, depth + 1) and constant(other, scopes, depth + 1)
        case ast.Dict(values=values) | ast.Tuple(elts=values):
            return all(constant(each, scopes, depth + 1) for each in values)
        case ast.Subscript(value=value):
            return constant(value, scopes, depth + 1)
        case ast.Name(id=name):
            values = scopes.assigned.get(name, [])
            return bool(values) and all(constant(each, scopes, depth + 1) for each in values)
        case ast.Attribute(attr=attribute):
            return attribute in DECLARED
        case _:
            return False


def computed(path):
    """Where a template or a label is not constant."""
    tree = ast.parse(path.read_text("utf-8"))
    scopes = Scopes(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for at in TEMPLATES.get(name, ()):
            if at < len(node.args) and not constant(node.args[at], scopes):
                yield f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node.args[at])}"
        if name in LABELLED and isinstance(node.args[0], ast.Constant | ast.JoinedStr):
            yield f"{path.relative_to(ROOT)}:{node.lineno}: a label outside of label()"
        if name == "Facts":
            for pair in (
                each for each in ast.walk(node) if isinstance(each, ast.Tuple) and len(each.elts) == 2
            ):
                if isinstance(pair.elts[0], ast.Constant | ast.JoinedStr):
                    yield f"{path.relative_to(ROOT)}:{pair.lineno}: the name of a fact outside of label()"


@pytest.mark.parametrize("path", VIEWS, ids=lambda each: str(each.relative_to(ROOT)))
def test_templates_and_labels_are_constant(path):
    assert list(computed(path)) == []


@pytest.mark.parametrize(
    "said",
    [
        'reader.say(f"{what} is over")',
        'reader.say("Over: " + what)',
        "reader.say(what)",
        'reader.say("one" if x else f"{x}")',
        'Action(f"Nudge {whom}", NudgeMembers(1, 2, 3))',
        'Action("Undo", UndoChange(1))',
        'Facts((("Role", line("owner")),))',
    ],
)
def test_a_computed_one_is_found(said, tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    path = tmp_path / "view.py"
    path.write_text(f"def view(reader, what, x):\n    return {said}\n")
    assert list(computed(path))
