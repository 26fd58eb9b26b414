"""What a command takes, as data: a dataclass whose fields say their kind.

The kinds are few and closed: each adapter has a row for every one, and a test fails until it has.
"""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in the person's own words; at most one in a command, and then the first argument."""

    question: str
    example: str
    preview: bool = True
    """While typing, show what would be understood."""
    limit: int = 4000


@dataclass(frozen=True, slots=True)
class Text:
    """A name, a city, a code."""

    question: str
    example: str
    limit: int = 100
    source: str = ""
    """Where suggestions come from while typing ("place"); empty: none."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One of the things that the program knows ("band", "member"), by name or by id."""

    question: str
    source: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few fixed things (at most 25)."""

    question: str
    options: tuple[tuple[str, str], ...]
    """Value and label of each."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    question: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with a unit."""

    question: str
    unit: str
    least: float
    most: float


Kind = Words | Text | Pick | Choice | Flag | Amount


@dataclass(frozen=True, slots=True)
class Argument:
    """One field of a command's arguments."""

    name: str
    kind: Kind
    required: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """A required argument that was not given."""

    argument: Argument


@dataclass(frozen=True, slots=True)
class Unfit:
    """An argument whose value is not of its kind, or too long, too small, too large."""

    argument: Argument
    said: str


_arguments: dict[type, tuple[Argument, ...]] = {}


def arguments_of(shape: type) -> tuple[Argument, ...]:
    """The arguments of a dataclass, in order."""
    if shape not in _arguments:
        _arguments[shape] = _declared(shape)
    return _arguments[shape]


def _declared(shape: type) -> tuple[Argument, ...]:
    hints = get_type_hints(shape, include_extras=True)
    out = []
    for field in dataclasses.fields(shape):
        kind = next(note for note in _notes(hints[field.name]) if isinstance(note, Kind))
        required = field.default is dataclasses.MISSING
        out.append(Argument(field.name, kind, required))
    return tuple(out)


def split_line(arguments: tuple[Argument, ...], text: str) -> dict[str, str]:
    """The text grammar of chats: the rest of the line is the first argument, others are `name: value`."""
    if not arguments:
        return {}
    names = "|".join(re.escape(argument.name) for argument in arguments)
    pieces = re.split(rf"(?:(?<=\s)|^)({names}):(?=\s|$|\S)", text, flags=re.IGNORECASE)
    said = {arguments[0].name: pieces[0].strip()}
    for name, value in zip(pieces[1::2], pieces[2::2], strict=True):
        said[name.lower()] = value.strip()
    return {name: value for name, value in said.items() if value}


def bind(shape: type[Any], raw: Mapping[str, str]) -> Any | Missing | Unfit:
    """An instance of the arguments dataclass, or what is missing or unfit (the first of these)."""
    values: dict[str, Any] = {}
    for argument in arguments_of(shape):
        said = raw.get(argument.name, "").strip()
        if not said:
            if argument.required:
                return Missing(argument)
            continue
        value = _value(argument.kind, said)
        if value is None:
            return Unfit(argument, said)
        values[argument.name] = value
    return shape(**values)


def _value(kind: Kind, said: str) -> Any:
    match kind:
        case Words():
            return said  # its length is the parser's to judge
        case Text():
            return said if len(said) <= kind.limit else None
        case Pick():
            return said if len(said) <= _PICK_LIMIT else None
        case Choice(options=options):
            return _one_of(options, said)
        case Flag():
            return _FLAGS.get(said.casefold())
        case Amount():
            return _amount(kind, said)


def _one_of(options: tuple[tuple[str, str], ...], said: str) -> str | None:
    folded = said.casefold()
    return next((value for value, label in options if folded in (value.casefold(), label.casefold())), None)


def _amount(kind: Amount, said: str) -> float | None:
    found = re.fullmatch(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*[a-zA-Z]{0,8}", said)
    if found is None:
        return None
    number = float(found[1].replace(",", "."))
    return number if kind.least <= number <= kind.most else None


def _notes(hint: Any) -> list[Any]:
    if get_origin(hint) is Annotated:
        return list(hint.__metadata__)
    return []


_PICK_LIMIT = 100
_FLAGS = dict.fromkeys(("yes", "y", "true", "on", "1"), True) | dict.fromkeys(
    ("no", "n", "false", "off", "0"), False
)
