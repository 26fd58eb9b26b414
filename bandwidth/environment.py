"""The sources of settings: the environment, else a `.env` file; and names there that set nothing."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO
from pathlib import Path

from dotenv import dotenv_values

PREFIX = "BANDWIDTH_"
_TESTS_OWN = frozenset({"shared", "examples"})
"""Read only by the tests and the Makefile."""

_LIKE, _VERY_LIKE = 0.6, 0.9
"""How similar a name must be to count as misspelt: with our own prefix, and without it."""


class BadSetting(Exception):
    """A setting that cannot be used; `str()` is one line that names it, without a secret value."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name that looks like one of our settings, but is not."""

    name: str
    meant: str | None
    """The setting that was probably meant."""

    def __str__(self) -> str:
        if self.meant is None:
            return f"I know no {self.name}. It changes nothing."
        return f"I know no {self.name}. Did you mean {self.meant}?"


@dataclass(frozen=True, slots=True)
class Written:
    """The values found, by setting ("web_port")."""

    given: Mapping[str, str]
    strangers: tuple[Stranger, ...]


def written(
    known: Collection[str], environment: Mapping[str, str] | None = None, *, folder: Path | None = None
) -> Written:
    """The settings that were found; the environment wins over the file. Raises BadSetting."""
    file = _filled(_in_file((folder or Path.cwd()) / ".env"))
    values = file | _filled(os.environ if environment is None else environment)
    found = {
        name.removeprefix(PREFIX).lower(): value for name, value in values.items() if name.startswith(PREFIX)
    }
    given = {name: value for name, value in found.items() if name in known}
    return Written(given, tuple(_strangers(values, file, known, given)))


def _filled(values: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value.strip() for name, value in values.items() if value and value.strip()}


def _in_file(path: Path) -> Mapping[str, str | None]:
    if not path.is_file():
        return {}
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadSetting(f"{path} cannot be read: {error.strerror}.") from error
    try:
        text = content.decode("utf-8-sig")  # Windows' Notepad puts a mark at the start
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadSetting(
            f"{path}, line {line}: byte 0x{content[error.start]:02x} is not UTF-8. Save the file as UTF-8."
        ) from error
    return dotenv_values(stream=StringIO(text))


def _strangers(
    values: Mapping[str, str], file: Mapping[str, str], known: Collection[str], given: Mapping[str, str]
) -> Iterator[Stranger]:
    settings = {f"{PREFIX}{name.upper()}": name not in given for name in known}
    for name in values:
        ours = name.startswith(PREFIX)
        if ours and name.removeprefix(PREFIX).lower() in {*known, *_TESTS_OWN}:
            continue
        meant = _meant(name, settings, without_prefix=name in file)
        if ours or meant:
            yield Stranger(name, meant if meant and settings[meant] else None)


def _meant(name: str, settings: Collection[str], *, without_prefix: bool) -> str | None:
    upper = name.upper()
    if without_prefix and PREFIX + upper in settings:
        return PREFIX + upper
    if upper.startswith(PREFIX):
        tails = [each.removeprefix(PREFIX) for each in settings]
        near = get_close_matches(upper.removeprefix(PREFIX), tails, 1, _LIKE)
        return PREFIX + near[0] if near else None
    return next(iter(get_close_matches(upper, settings, 1, _VERY_LIKE)), None)
