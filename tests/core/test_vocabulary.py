"""Words of human languages stand in the lexicons and vocabularies, and the grammar knows none."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "core"
GRAMMAR = (CORE / "scheduling" / "phrases", CORE / "marketplace" / "posts")
FILES = [
    path for root in GRAMMAR for path in sorted(root.glob("**/*.py")) if "vocabularies" not in path.parts
]
ALLOWED = {
    "https", "www",  # how addresses begin
}  # fmt: skip
"""No words of a human language are among them; this list only gets shorter."""

TYPED = {"text", "low", "typed", "plain", "bare", "left"}
"""Attributes that hold what was typed."""
LOWERED = {"lower", "upper", "casefold", "strip", "words"}
"""Methods that return it."""
KEYS = {"key", "part"}
"""What holds a key of the lexicon: "easter", "end evening"."""
ENDS = {"startswith", "endswith", "removeprefix", "removesuffix"}
PATTERNS = {"compile", "compiled", "match", "search", "fullmatch", "split", "sub", "finditer", "findall"}
SIGNS = re.compile(r"[\\|(\[*+?]")
"""What makes a string a regular expression, wherever it is compiled."""
NO_WORDS = re.compile(r"\?P?<\w+>|\(\?P=\w+\)|\\[a-zA-Z]|\{+[^{}]*\}+")
"""Names of groups, escapes, fields to be filled in."""
WORD = re.compile(r"[^\W\d_]{3,}")


def words_in(text: str) -> set[str]:
    """What may be words of some language in a string or a regular expression."""
    return {word.lower() for word in WORD.findall(NO_WORDS.sub(" ", text))}


def words_known_to(source: str) -> set[str]:
    """The words that a module looks for in what is typed: in patterns, and in what it compares."""
    tree = ast.parse(source)
    tables = dict(_tables(tree))
    found: set[str] = set()
    for scope in (tree, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))):
        typed = {name for name, value in _assigned(scope) if _is_typed(value, set())}
        for node in ast.walk(scope):
            found |= _compared(node, typed, tables) | _called(node, tables)
    for node in _strings(tree):
        if SIGNS.search(node.value):
            found |= words_in(node.value)
    return found


def _assigned(scope: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.AST() as value):
                yield name, value


def _tables(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """The constants of a module."""
    for node in tree.body:
        yield from _assigned(node) if isinstance(node, ast.Assign | ast.AnnAssign) else ()


def _is_typed(node: ast.AST, names: set[str]) -> bool:
    """Whether an expression is what was typed, or a piece of it."""
    match node:
        case ast.Attribute(attr=attr):
            return attr in TYPED
        case ast.Name(id=name):
            return name in names
        case ast.Subscript(value=value):
            return _is_typed(value, names)
        case ast.Call(func=ast.Attribute(attr=attr, value=value)):
            return attr in LOWERED or _is_typed(value, names)
    return False


def _compared(node: ast.AST, typed: set[str], tables: dict[str, ast.AST]) -> set[str]:
    """What is compared with something typed: `token.text in ("is", "are")`."""
    if not isinstance(node, ast.Compare):
        return set()
    sides = (node.left, *node.comparators)
    if not any(_is_typed(side, typed) for side in sides):
        return set()
    return {word for side in sides for word in _spelt(side, tables)}


def _called(node: ast.AST, tables: dict[str, ast.AST]) -> set[str]:
    """What a pattern is made of, and what something begins or ends with."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name, value=ast.Attribute(attr=of) | ast.Name(id=of))) if (
            name in ENDS and of in KEYS
        ):
            return set()
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if (
            name in ENDS | PATTERNS
        ):
            return {word for each in args for word in _spelt(each, tables)}
    return set()


def _spelt(node: ast.AST, tables: dict[str, ast.AST]) -> set[str]:
    """The words of an expression; those of a constant that it names too."""
    if isinstance(node, ast.Name) and node.id in tables:
        node = tables[node.id]
    match node:
        case ast.Constant(value=str() as text):
            return words_in(text)
        case ast.Tuple() | ast.List() | ast.Set() | ast.BinOp() | ast.JoinedStr() | ast.Dict():
            return {w for each in ast.iter_child_nodes(node) for w in _spelt(each, tables)}
        case ast.Call(func=ast.Name(id="frozenset" | "set" | "tuple"), args=args):
            return {word for each in args for word in _spelt(each, tables)}
    return set()


def _strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """All strings but docstrings and annotations."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        for each in _said_to_readers(node):
            silent |= {id(inner) for inner in ast.walk(each)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node


def _said_to_readers(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Expr(value=ast.Constant() as text):
            yield text
        case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.AST() as annotation):
            yield annotation
        case ast.FunctionDef(returns=ast.AST() as returns):
            yield returns


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CORE)))
def test_the_grammar_knows_no_words(path):
    assert words_known_to(path.read_text("utf-8")) - ALLOWED == set()


def test_what_is_allowed_is_there():
    assert set().union(*(words_known_to(path.read_text("utf-8")) for path in FILES)) >= ALLOWED
    assert len(FILES) > 50


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('_WHY = re.compile(r"why|pour ?que\\b")', {"why", "pour", "que"}),
        ('_WHY = r"(?:why|because)"', {"why", "because"}),
        ('pattern = compiled(r"{0}[ ](?:with )?us(?!\\w)", words.seeking)', {"with"}),
        ('known = compiled("(?P<n>{0})", "bar tab")', {"bar", "tab"}),
        ('joins = token.text in ("is", "are", "hard")', {"are", "hard"}),
        ('PARTIES = ("party", "gig")\ndef f(t):\n    return t.text in PARTIES', {"party", "gig"}),
        ('NAMES = {"EPK": 1}\ndef f(name):\n    return name.upper() in NAMES', {"epk"}),
        (
            'def f(sheet):\n    label = sheet.low[1:4]\n    return label in WEAK\nWEAK = {"check"}',
            {"check"},
        ),
        ('first = text.startswith("start") or text.endswith(("slot", "spot"))', {"start", "slot", "spot"}),
        ('kind = "support" in match.text', {"support"}),
        ('meant = "Straße" == words.casefold()', {"straße"}),
        ('feast = token.key.startswith("easter")', set()),
        ('feast = token.key == "easter" and source.role(1) in (Role.THIS,)', set()),
        ('"""Of us (all)."""\ndef f(x: "Words | None"):\n    """(Say) why."""\n    return x["n"]', set()),
        ('figure = re.compile(r"(?P<figure>\\d{1,3})(?P=figure)")', set()),
    ],
)
def test_words_are_found_where_they_are_looked_for(source, words):
    assert words_known_to(source) == words
