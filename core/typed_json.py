"""Frozen dataclasses as JSON and back, each field read by its annotation.

Ids, numbers and texts are as they are. Days, moments and times of day are ISO 8601 texts, enums are their
values, tuples are lists, and dataclasses and mappings are objects. The key of a field `from_` is "from". An
empty tuple that a field has by default is left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def object_to_json(value: Any) -> dict[str, Any]:
    """The fields of a dataclass as a JSON object."""
    return {
        each.key: _to_json(getattr(value, each.name))
        for each in _shape(type(value))
        if not (each.may_lack and getattr(value, each.name) == ())
    }


def object_from_json(kind: type[T], facts: Mapping[str, Any]) -> T:
    """The dataclass that was stored. Raises KeyError, TypeError or ValueError where the facts do not fit it.

    A missing key gets its field's default, and a key without a field is ignored.
    """
    return kind(**{each.name: each.read(facts[each.key]) for each in _shape(kind) if each.key in facts})


def keys_of(kind: Any, wanted: Any) -> tuple[str, ...]:
    """The keys of a dataclass that hold one value of the type `wanted` (such as PersonId), or several."""
    return tuple(
        each.key
        for each in _shape(kind)
        if each.hint is wanted or {*get_args(each.hint)} in ({wanted, NoneType}, {wanted, Ellipsis})
    )


@dataclass(frozen=True, slots=True)
class _JsonField:
    name: str
    key: str
    hint: Any
    read: Callable[[Any], Any]
    may_lack: bool
    """Its default is an empty tuple, which is left out."""


def _shape(kind: Any) -> tuple[_JsonField, ...]:
    # Through Any: mypy does not count a class as hashable, which the cache requires.
    return _known_shape(kind)


@cache
def _known_shape(kind: Any) -> tuple[_JsonField, ...]:
    hints = get_type_hints(kind)
    return tuple(
        _JsonField(each.name, each.name.removesuffix("_"), hint, _reader(hint), each.default == ())
        for each in fields(kind)
        for hint in (hints[each.name],)
    )


def _to_json(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case date() | time():
            return value.isoformat()
        case tuple() | list():
            return [_to_json(each) for each in value]
        case Mapping():
            return {_to_json(key): _to_json(each) for key, each in value.items()}
        case _:
            return object_to_json(value) if is_dataclass(value) else value


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """The function that reads a value of that annotation from JSON."""
    args = get_args(kind)
    match get_origin(kind):
        case origin if origin in (Union, UnionType):
            return _optional(*(_reader(each) for each in args if each is not NoneType))
        case origin if origin is tuple and args[-1] is Ellipsis:
            each = _reader(args[0])
            return lambda value: tuple(map(each, value))
        case origin if origin is tuple:
            return _row(tuple(map(_reader, args)))
        case origin if origin in (Mapping, dict):
            return _mapping(*map(_reader, args))
        case _:
            return _plain(kind)


def _optional(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


def _row(readers: tuple[Callable[[Any], Any], ...]) -> Callable[[Any], Any]:
    return lambda value: tuple(read(each) for read, each in zip(readers, value, strict=True))


def _mapping(key: Callable[[Any], Any], value: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda found: {key(name): value(each) for name, each in dict(found).items()}


def _plain(kind: Any) -> Callable[[Any], Any]:
    if kind is Any:
        return lambda value: value
    if isinstance(kind, NewType):
        return _plain(kind.__supertype__)
    if hasattr(kind, "__dataclass_fields__"):
        return partial(object_from_json, kind)
    if issubclass(kind, date | time):
        return partial(_moment, kind)
    return partial(kind) if issubclass(kind, Enum) else partial(_checked, kind)


def _moment(kind: type[date] | type[time], value: str) -> date | time:
    return kind.fromisoformat(value)


def _checked(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(kind, value)
    return value
