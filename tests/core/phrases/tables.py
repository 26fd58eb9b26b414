"""The tables of sentences in this folder, found as they are: a new file or a new table is found too."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from core.scheduling.lexicons import LANGUAGES
from core.scheduling.phrases.understanding import Trouble

PREFIX = "test_phrases_"
LOCALES = {"en": "en-GB", "de": "de-DE", "es": "es-ES", "fr": "fr-FR", "pt": "pt-BR"}
AMERICAN = frozenset({"MONTH_FIRST"})
"""Tables that are read with the month first."""

_CODES = frozenset(code.value for code in Trouble)

Sentence = tuple[str, tuple[str, ...]]
"""The words, and a line for each rule or "!code" for a refusal, as the fixture `rules` has them."""


@dataclass(frozen=True, slots=True)
class Table:
    """Sentences of one construction."""

    topic: str
    """What the file calls itself: days, times, de."""
    title: str
    """The first line of the file."""
    name: str
    language: str
    locale: str
    sentences: tuple[Sentence, ...]


def tables() -> Iterator[Table]:
    """All of them: by file name, then in the order of the file."""
    for path in sorted(Path(__file__).parent.glob(f"{PREFIX}*.py")):
        topic = path.stem.removeprefix(PREFIX)
        if topic == "document":
            continue
        module = import_module(f"tests.core.phrases.{path.stem}")
        yield from _tables_of(module, topic)


def _tables_of(module: ModuleType, topic: str) -> Iterator[Table]:
    code = topic.partition("_")[0]
    language = code if code in LANGUAGES else LANGUAGES[0]
    title = (module.__doc__ or topic).strip().splitlines()[0].rstrip(".")
    for name, value in vars(module).items():
        found = _sentences(value) if name.isupper() else None
        if found:
            locale = "en-US" if name in AMERICAN else LOCALES.get(language, language)
            yield Table(topic, title, name, language, locale, found)


def _sentences(value: object) -> tuple[Sentence, ...] | None:
    """The value as a table, if it is one: pairs of words and what they mean."""
    if not isinstance(value, list | tuple):
        return None
    found = []
    for each in value:
        match each:
            case (str(words), str(code)) if code.removeprefix("!") in _CODES:
                found.append((words, (f"!{code.removeprefix('!')}",)))
            case (str(words), [*lines]) if lines and all(isinstance(line, str) for line in lines):
                found.append((words, tuple(lines)))
            case _:
                return None
    return tuple(found)
