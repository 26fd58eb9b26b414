"""What buttons carry: a typed value each, packed into a verb and at most three numbers for a token."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar, Self, get_type_hints

from core.ids import BandId, PendingId, VenueId


class NoSuchDay(ValueError):
    """A number in a token is no day of the calendar."""


@dataclass(frozen=True, slots=True)
class Payload:
    """What a button means: at most three ids, numbers, days or yes-or-no's.

    Both ends are this class: the view that makes the button, and the handler that is given it back.
    """

    verb: ClassVar[str]
    """At most 15 lower-case letters, the area first; never used again with another meaning."""

    @property
    def ids(self) -> tuple[int, ...]:
        """Its fields as numbers: a day as its ordinal (date.toordinal)."""
        return tuple(_number(getattr(self, name)) for name, _ in _fields(type(self)))

    @classmethod
    def size(cls) -> int:
        """How many numbers it takes."""
        return len(_fields(cls))

    @classmethod
    def read(cls, ids: tuple[int, ...]) -> Self:
        """The value with those numbers, of which there must be `size()`. Raises NoSuchDay."""
        values = (_value(kind, number) for (_, kind), number in zip(_fields(cls), ids, strict=True))
        return cls(*values)


@dataclass(frozen=True, slots=True)
class RunCommand:
    """Run a command without arguments, or for one band or venue."""

    verb: str
    """The command's."""
    about: BandId | VenueId | None = None

    @property
    def ids(self) -> tuple[int, ...]:
        """The id of the band or venue, if it is for one."""
        return () if self.about is None else (self.about,)


@dataclass(frozen=True, slots=True)
class PickAnswer(Payload):
    """Answer a question by its button of this number."""

    verb: ClassVar[str] = "pick"

    pending: PendingId
    choice: int


@dataclass(frozen=True, slots=True)
class ResumePending(Payload):
    """Go on with what was asked elsewhere."""

    verb: ClassVar[str] = "resume"

    pending: PendingId


@dataclass(frozen=True, slots=True)
class AnswerPending(Payload):
    """Answer a question in words."""

    verb: ClassVar[str] = "answer"

    pending: PendingId


GOING_ON = (PickAnswer, ResumePending, AnswerPending)
"""The buttons that go on with an open question, whatever it is about."""


_known: dict[type[Payload], tuple[tuple[str, Any], ...]] = {}


def _fields(payload: type[Payload]) -> tuple[tuple[str, Any], ...]:
    if payload not in _known:
        kinds = get_type_hints(payload)
        _known[payload] = tuple((field.name, kinds[field.name]) for field in fields(payload))
    return _known[payload]


def _number(value: date | int) -> int:
    return value.toordinal() if isinstance(value, date) else int(value)


def _value(kind: Any, number: int) -> Any:
    if kind is bool:
        return bool(number)
    if kind is not date:
        return number
    if not 0 < number <= date.max.toordinal():
        raise NoSuchDay(number)
    return date.fromordinal(number)
