"""Questions: what a handler asks back, and how an open question is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bots.chat.arguments import ChoiceField, Missing, Unfit
from core.ids import PendingId
from core.pending import PendingCommand


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a person can give with a button."""

    means: Any
    """A value that the view of the question can put into words."""
    answers: dict[str, str]
    """What the choice sets, by argument name, besides what was said before."""


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
    """What was said or pressed is a command in other words: it is run."""

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
