"""Docstrings and comments are plain English, and speak of anybody as the product does: they."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bandwidth", "bench", "bots", "core", "jobs", "presentation", "scripts", "storage", "web")
FOREIGN = {"lexicons", "vocabularies"}
"""Words of languages, as people write them."""
FILES = [
    path
    for package in PACKAGES
    for path in sorted((ROOT / package).glob("**/*.py"))
    if not FOREIGN & set(path.parts)
]

ONE_SEX = re.compile(r"\b(?:[Ss]?he|[Hh]im|[Hh]is|[Hh]imself|[Hh]ers?|[Hh]erself)\b")
_VERB = (
    "(?:is|are|was|were|has|have|does|becomes|stays|stands|leads|counts|comes|goes|lies|holds|speaks|reads)"
)
_JOINT = (
    "(?:when|where|if|while|once|that|which|who|whom|whose|how|what|than|as|because|since|until|unless"
    "|before|after|and)"
)
_WORD = rf"(?!{_JOINT}\b)[\w'\"`/()-]+"
RULES = {
    "a relative clause as the subject (who)": re.compile(
        r"^(?:who|whoever|whatever|whichever|whom)\b", re.IGNORECASE
    ),
    # Two verbs behind "what", and nothing between them that could begin another clause.
    "a relative clause as the subject (what)": re.compile(
        rf"^(?:: )?what(?: {_WORD}){{0,3}}? {_VERB}\b(?: {_WORD})*? {_VERB}\b", re.IGNORECASE
    ),
    "again, afresh": re.compile(r"\banew\b", re.IGNORECASE),
    "no longer": re.compile(
        r"(?<!there are )(?<!there is )\bno more(?=[.;,]|$)"
        r"|(?<!\bthere )\b(?:is|are|was|were|does|do) (?:(?!there\b)\w+ ){0,3}no more\b(?! than)",
        re.IGNORECASE,
    ),
    "in any case": re.compile(r"\bat any rate\b", re.IGNORECASE),
    "in addition": re.compile(r"\bbesides\b", re.IGNORECASE),
}


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


@pytest.mark.parametrize("package", PACKAGES)
def test_docstrings_and_comments_are_plain(package):
    found = [
        f"{path.relative_to(ROOT)}:{line}: {' '.join(broken(sentence))}: {sentence}"
        for path in FILES
        if path.is_relative_to(ROOT / package)
        for line, text in texts(path.read_text("utf-8"))
        for sentence in sentences(text)
        if broken(sentence)
    ]
    assert found == []


def test_there_are_files_to_read():
    assert len(FILES) > 300


@pytest.mark.parametrize(
    "sentence",
    [
        "Who is entered for has said it.",
        "Kept, for later; whoever asks next waits.",
        "Whatever is longer means the same.",
        "A limit: what is longer is refused unread.",
        "What is cut is cut inside its marks.",
        "What each is for is a question away.",
        "What was called off stands again.",
        "The diary is read anew.",
        "The rules that hold no more.",
        "Its times are kept no more by anybody.",
        "It is said at any rate.",
        "All that is needed besides its arguments.",
    ],
)
def test_the_rules_catch_what_they_are_for(sentence):
    assert any(broken(each) for each in sentences(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Who is it?",
        "The record of every change: who made it, and when.",
        "What somebody is in a band.",
        "What is recorded when a diary is changed.",
        "What it is now, and what it was.",
        'What "evening" and its like mean in this band, and when it plays.',
        "A green zone is no more than two hours away.",
        "Fewer are returned when there are no more.",
        "The person who entered it for them; None: they did so themselves.",
    ],
)
def test_the_rules_leave_plain_sentences_alone(sentence):
    assert [broken(each) for each in sentences(sentence) if broken(each)] == []


def broken(sentence: str) -> list[str]:
    """What should be said instead, or is wrong."""
    if sentence.endswith("?"):
        return []
    return [instead for instead, pattern in RULES.items() if pattern.search(sentence)]


def sentences(text: str) -> Iterator[str]:
    """Sentences, and their parts between colons and semicolons; a part behind a colon keeps it in front."""
    for piece in re.split(r"(?<=[.;!?])\s+|(?=:\s)|\n\s*\n", text):
        if piece.strip():
            yield " ".join(piece.split())


def texts(source: str) -> Iterator[tuple[int, str]]:
    """Each docstring (of a field, too) and each comment, with its line; comments on lines in a row are one."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Expr(ast.Constant(str(text))):
                yield node.lineno, text
    begun, found = 0, [""]
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            if not (token.line.lstrip().startswith("#") and token.start[0] == begun + len(found)):
                yield begun, " ".join(found)
                begun, found = token.start[0], []
            found.append(re.sub(r"#\s*(?:(?:noqa|type)\b[^-#]*(?:-\s*)?)?", "", token.string))
    yield begun, " ".join(found)
