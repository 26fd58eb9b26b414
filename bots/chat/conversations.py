"""Questions: what a handler asks back, and how an open question is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Self

from bots.chat.arguments import ChoiceField, Missing, Unfit
from core.ids import BandId, PendingId
from core.pending import PendingCommand


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a person can give with a button."""

    means: Any
    """A value that the view of the question can put into words."""
    answers: dict[str, str]
    """What the choice sets, by argument name, in addition to what was said before."""


@dataclass(frozen=True, slots=True)
class Given:
    """What has been given for a command so far, and how it came about."""

    PRESSED_FOR: ClassVar[str] = "_band"
    DENIED: ClassVar[str] = "_not_that"
    CAUSE: ClassVar[str] = "_cause"
    KEYS: ClassVar[frozenset[str]] = frozenset({PRESSED_FOR, DENIED, CAUSE})
    """What the rest is called among the answers of a pending command; no argument has such a name."""

    values: Mapping[str, str]
    """By argument name, as typed; and what questions have settled."""
    pressed_for: BandId | None = None
    """The band that a button ran the command for."""
    denied: str | None = None
    """Words that were taken for a date, which the person has denied."""
    cause: str | None = None
    """The message that led to the question."""

    @classmethod
    def from_answers(cls, answers: Mapping[str, str]) -> Self:
        """What a pending command holds."""
        values = {key: value for key, value in answers.items() if key not in cls.KEYS}
        band = answers.get(cls.PRESSED_FOR)
        return cls(
            values,
            None if band is None else BandId(int(band)),
            answers.get(cls.DENIED),
            answers.get(cls.CAUSE),
        )

    def as_answers(self) -> dict[str, str]:
        """The same as a pending command holds it."""
        band = None if self.pressed_for is None else str(self.pressed_for)
        beside = {self.PRESSED_FOR: band, self.DENIED: self.denied, self.CAUSE: self.cause}
        return {**self.values, **{key: value for key, value in beside.items() if value is not None}}

    def caused_by(self, cause: str) -> Self:
        """The same, led to by another message."""
        return replace(self, cause=cause)

    @property
    def names_no_more_than_a_band(self) -> bool:
        """Where more was said, a button for another band could not say it again."""
        return not set(self.values) - {"band"} and self.denied is None


@dataclass(frozen=True, slots=True)
class Ask:
    """A handler's answer when it cannot go on alone."""

    asking: str
    """The argument that a typed answer would set; empty: only the buttons answer."""
    about: Any
    """What is unclear, as a typed value; its view words the question."""
    options: tuple[Option, ...] = ()
    """At most four for a sentence, as many as needed for names."""
    command: str = ""
    """The command to go on with; empty: the one that asks. A button's question names one."""
    given: Mapping[str, str] = field(default_factory=dict)
    """What is known of that command's arguments, where a button asks."""


@dataclass(frozen=True, slots=True)
class Question:
    """An Ask whose pending command is kept, ready to be worded."""

    ask: Ask
    pending: PendingId


@dataclass(frozen=True, slots=True)
class Redirect:
    """A command in other words, which is run: a message or a press came to this."""

    command: str
    raw: Mapping[str, str]
    """Its arguments, as they would have been typed."""


@dataclass(frozen=True, slots=True)
class MissingArgument:
    """A question for an argument that was not said, or was unfit."""

    problem: Missing | Unfit


def ask_for(problem: Missing | Unfit) -> Ask:
    """The question for an argument that is missing or unfit."""
    argument = problem.argument
    if isinstance(argument.kind, ChoiceField):
        options = tuple(Option(label, {argument.name: value}) for value, label in argument.kind.options)
        return Ask("", MissingArgument(problem), options)
    return Ask(argument.name, MissingArgument(problem))


def answered(pending: PendingCommand, *, choice: int) -> dict[str, str] | None:
    """What has been said once button number `choice` is pressed; None: there is no such button."""
    if not 0 <= choice < len(pending.choices):
        return None
    return {**pending.answers, **pending.choices[choice]}


def answered_in_words(pending: PendingCommand, text: str) -> dict[str, str]:
    """What has been said once the question is answered by typing."""
    return {**pending.answers, pending.asking: text}
