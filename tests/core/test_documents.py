"""Documents, docstrings and comments speak of what is in the repository: its files, its modules, its layers."""

import ast
import configparser
import io
import re
import tokenize
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = (
    "bandwidth",
    "bench",
    "bots",
    "core",
    "jobs",
    "presentation",
    "scripts",
    "storage",
    "tests",
    "web",
)
DOCUMENTS = [
    ROOT / "ARCHITECTURE.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "README.md",
    ROOT / "core" / "scheduling" / "PLACES.md",
    *sorted((ROOT / "docs").glob("**/*.md")),
]
SOURCES = [
    *(path for package in PACKAGES for path in sorted((ROOT / package).glob("**/*.py"))),
    *(ROOT / name for name in ("pyproject.toml", ".importlinter", "Makefile", ".pre-commit-config.yaml")),
]
ELSEWHERE = {"build/gallery", "bandwidth.db", "discord.py"}
"""What is made on the reader's machine, and a library that is called like a file."""
UNREAD = {".git", ".venv", "__pycache__", "build", "dist"}

FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")
TABLE = re.compile(r"(?:^\|.+\|\n)+", re.MULTILINE)

NAMED = r"[A-Za-z0-9_.*<>-]+"
PATH = re.compile(
    rf"(?<![\w/.:<>=?@-])(?:(?:{'|'.join((*PACKAGES, 'docs', 'findings'))})(?:/{NAMED})+/?"
    rf"|(?:{NAMED}/)*{NAMED}\.(?:py|md|toml|sh|ini|cfg|gz|mako)(?![\w/]))"
)
"""A path that begins at a folder of the repository, or that ends in the name of a file."""
MODULE = re.compile(rf"(?<![\w/.:@-])(?:{'|'.join(PACKAGES)})(?:\.[A-Za-z_]\w*)+(?![\w/]|\.\w)")


@cache
def ends():
    """Every file and every folder that holds one, by each end of its path: `core/ids.py` and `ids.py`."""
    found = set()
    tops = [each for each in ROOT.iterdir() if each.name not in UNREAD]
    for path in (each for top in tops for each in (top, *top.rglob("*"))):
        parts = path.relative_to(ROOT).parts
        if UNREAD.isdisjoint(parts) and path.is_file():
            for until in range(1, len(parts) + 1):
                found |= {"/".join(parts[since:until]) for since in range(until)}
    return found


def is_there(path):
    """Whether the repository has a path that ends in this one; `*` and `<word>` stand for any name."""
    path = re.sub(r"<\w+>", "*", path).rstrip("/.")
    if "*" not in path:
        return path in ELSEWHERE or path in ends()
    any_name = re.compile(re.escape(path).replace(r"\*", "[^/]+"))
    return any(any_name.fullmatch(each) for each in ends())


@cache
def names_in(module):
    """Everything that stands at the top of a module, and that its classes hold."""
    base = ROOT.joinpath(*module.split("."))
    source = next((each for each in (base.with_suffix(".py"), base / "__init__.py") if each.exists()), None)
    tree = ast.parse(source.read_text("utf-8") if source else "")
    return frozenset(name for node in tree.body for name in _bound(node))


def _bound(node):
    match node:
        case ast.ClassDef(name=name, body=body):
            yield name
            for each in body:
                yield from (f"{name}.{inner}" for inner in _bound(each))
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name
        case ast.Assign(targets=targets):
            yield from (each.id for each in targets if isinstance(each, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            yield from (each.asname or each.name for each in names)


def can_be_found(dotted):
    """Whether that is a module, or something in one: `core.bands.state.State`."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        path = "/".join(parts[:length])
        if not {path, f"{path}.py"}.isdisjoint(ends()):
            return length == len(parts) or ".".join(parts[length:]) in names_in(".".join(parts[:length]))
    return False


def missing(text):
    """The paths and modules that a text names and that are not there."""
    paths = {found[0] for found in PATH.finditer(text)}
    modules = {found[0] for found in MODULE.finditer(text)} - paths - ELSEWHERE
    yield from sorted(path for path in paths if not is_there(path))
    yield from sorted(module for module in modules if not can_be_found(module))


# Documents


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each.relative_to(ROOT).as_posix())
def test_a_document_names_files_and_modules_that_are_there(document):
    text = FENCED.sub("", document.read_text("utf-8"))
    assert list(missing(LINK.sub("]", text))) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: each.relative_to(ROOT).as_posix())
def test_a_document_links_to_pages_and_headings_that_are_there(document):
    for link in LINK.findall(FENCED.sub("", document.read_text("utf-8"))):
        page, _, heading = link.partition("#")
        target = (document.parent / page).resolve() if page else document
        assert target.exists(), link
        if heading:
            assert heading in map(anchor, re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE))


def anchor(heading):
    """What a heading is called in a link: "What a bot sees" is `what-a-bot-sees`."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_decisions_are_numbered_and_are_cited_by_numbers_that_are_there():
    text = "\n".join(each.read_text("utf-8") for each in DOCUMENTS)
    numbers = {each.name[:4] for each in (ROOT / "docs" / "adr").glob("*.md")}
    assert numbers == {f"{number:04}" for number in range(1, len(numbers) + 1)}
    said = {int(number) for number in re.findall(r"\bADR (\d+)", text)}
    assert said <= {int(number) for number in numbers}


# Docstrings and comments


def prose(source):
    """The comments of a file, and a Python file's docstrings."""
    text = source.read_text("utf-8")
    if source.suffix != ".py":
        return "\n".join(re.findall(r"(?:^|\s)#(.*)$", text, re.MULTILINE))
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    comments = [each.string for each in tokens if each.type == tokenize.COMMENT]
    said = [
        node.value.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if isinstance(node.value.value, str)
    ]
    return "\n".join((*comments, *said))


@pytest.mark.parametrize("package", [*PACKAGES, ""])
def test_docstrings_and_comments_name_files_and_modules_that_are_there(package):
    found = [
        f"{source.relative_to(ROOT)}: {name}"
        for source in SOURCES
        if source.is_relative_to(ROOT / package) and bool(package) == (source.parent != ROOT)
        if any(missing(source.read_text("utf-8")))  # telling code from prose takes longer
        for name in missing(prose(source))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("as product.md says", ["product.md"]),
        ("(core/undone.py, PLANS)", ["core/undone.py"]),
        ("`bots/*/incoming.py` and `views/<area>/refusals.py`", []),
        ("`series.py`, in `core/scheduling/recurrence`.", []),
        ("core.bands.state.State and core.bands.state.Stat", ["core.bands.state.Stat"]),
        ("the core. bots.chats is none", ["bots.chats"]),
        ("https://example.org/docs/page.md", []),
    ],
)
def test_what_is_not_there_is_found(text, gone):
    assert list(missing(text)) == gone


# Layers


def contracts():
    """Name of a package, and its layers as `.importlinter` has them, the highest first."""
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter", "utf-8")
    for section in map(dict, map(parser.__getitem__, parser.sections())):
        if section.get("type") == "layers":
            layers = [set(re.split(r" [|:] ", layer)) for layer in section["layers"].strip().splitlines()]
            yield section.get("containers", "").strip(), layers


CONTRACTS = dict(contracts())


def drawn_storeys():
    """The storeys of the drawing in ARCHITECTURE.md."""
    drawing = FENCED.search((ROOT / "ARCHITECTURE.md").read_text("utf-8"))[0]
    names = re.compile("|".join(re.escape(each) for layer in CONTRACTS[""] for each in layer))
    storeys = [set(names.findall(line.partition("#")[0])) for line in drawing.splitlines()]
    return [each for each in storeys if each]


def tabled_layers():
    """The columns of the tables of layers in ARCHITECTURE.md, by the package at their head."""
    columns = {}
    for table in TABLE.findall((ROOT / "ARCHITECTURE.md").read_text("utf-8")):
        heads, _, *rows = [
            [INLINE.findall(cell) for cell in row.split("|")[1:-1]] for row in table.splitlines()
        ]
        if all(len(head) == 1 and head[0] in CONTRACTS for head in heads):
            for (package,), *cells in zip(heads, *rows, strict=True):
                columns[package] = [set(cell) for cell in cells if cell]
    return columns


def test_the_drawing_of_the_storeys_is_the_contract():
    assert drawn_storeys() == CONTRACTS[""]


def test_every_package_with_layers_has_a_column():
    assert set(tabled_layers()) == set(CONTRACTS) - {""}


@pytest.mark.parametrize("package", sorted(set(CONTRACTS) - {""}))
def test_a_column_is_the_contract_line_by_line(package):
    assert tabled_layers()[package] == CONTRACTS[package]
