"""The arguments of a command as data: a dataclass whose fields declare their kinds.

The kinds are few and closed: each adapter has a row for every one, and a test fails until it has.
"""

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class WordsField:
    """A sentence in the person's own words; at most one in a command, and then the first argument."""

    question: str
    example: str
    preview: bool = True
    """While typing, show what would be understood."""
    limit: int = 4000


@dataclass(frozen=True, slots=True)
class TextField:
    """A name, a city, a code."""

    question: str
    example: str
    limit: int = 100
    source: str = ""
    """Where suggestions come from while typing ("city"); empty: none."""


@dataclass(frozen=True, slots=True)
class PickField:
    """One of the things that the program knows ("band", "member"), by name or by id."""

    question: str
    source: str


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """One of a few fixed things (at most 25)."""

    question: str
    options: tuple[tuple[str, str], ...]
    """Value and label of each."""


@dataclass(frozen=True, slots=True)
class FlagField:
    """Yes or no."""

    question: str


@dataclass(frozen=True, slots=True)
class AmountField:
    """A number with a unit."""

    question: str
    unit: str
    least: float
    most: float


Field = WordsField | TextField | PickField | ChoiceField | FlagField | AmountField


@dataclass(frozen=True, slots=True)
class KeptField:
    """The answer to a question on the way: kept with its pending command, never typed and never shown."""

    read: Callable[[str], Any] = str
    """From the text that is kept to the value."""
    key: str = ""
    """Its name in pending commands, where that differs from the field's."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One field of a command's arguments."""

    name: str
    kind: Field
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


@dataclass(frozen=True, slots=True)
class _Shape:
    """The declarations of an arguments dataclass."""

    arguments: tuple[Argument, ...]
    kept: Mapping[str, tuple[str, KeptField]]
    """By key in pending commands: the field's name, and how it is read."""


_shapes: dict[type, _Shape] = {}


def arguments_of(shape: type) -> tuple[Argument, ...]:
    """The arguments of a dataclass that people give, in order."""
    return _shape_of(shape).arguments


def keys_of(shape: type) -> frozenset[str]:
    """The keys that a pending command of this shape can hold: given arguments and answered questions."""
    known = _shape_of(shape)
    return frozenset((*(each.name for each in known.arguments), *known.kept))


def _shape_of(shape: type) -> _Shape:
    if shape not in _shapes:
        _shapes[shape] = _declared(shape)
    return _shapes[shape]


def _declared(shape: type) -> _Shape:
    hints = get_type_hints(shape, include_extras=True)
    arguments, kept = [], {}
    for field in dataclasses.fields(shape):
        match next(note for note in _notes(hints[field.name]) if isinstance(note, Field | KeptField)):
            case KeptField() as settled:
                kept[settled.key or field.name] = field.name, settled
            case kind:
                required = field.default is dataclasses.MISSING
                arguments.append(Argument(field.name, kind, required))
    return _Shape(tuple(arguments), kept)


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


class KeptOtherwise(Exception):
    """What a question settled was kept in a form that this release does not read."""


def bind(shape: type[Any], raw: Mapping[str, str]) -> Any | Missing | Unfit:
    """An instance of the arguments dataclass, or what is missing or unfit (the first of these).

    Raises KeptOtherwise.
    """
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
    for key, (name, kept) in _shape_of(shape).kept.items():
        if key in raw:
            values[name] = _read(kept, raw[key])
    return shape(**values)


def _read(kept: KeptField, text: str) -> Any:
    try:
        return kept.read(text)
    except (ValueError, LookupError, TypeError) as error:
        raise KeptOtherwise from error


def _value(kind: Field, said: str) -> Any:
    match kind:
        case WordsField():
            return said  # its length is the parser's to judge
        case TextField():
            return said if len(said) <= kind.limit else None
        case PickField():
            return said if len(said) <= _PICK_LIMIT else None
        case ChoiceField(options=options):
            return _one_of(options, said)
        case FlagField():
            return _FLAGS.get(said.casefold())
        case AmountField():
            return _amount(kind, said)


def _one_of(options: tuple[tuple[str, str], ...], said: str) -> str | None:
    folded = said.casefold()
    return next((value for value, label in options if folded in (value.casefold(), label.casefold())), None)


def _amount(kind: AmountField, said: str) -> float | None:
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
