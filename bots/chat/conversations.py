"""Questions: what a handler asks back, and how an open draft is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bots.chat.arguments import Choice, Missing, Unfit
from core.drafts import Draft
from core.ids import DraftId


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
    """An Ask whose draft is kept, ready to be worded."""

    ask: Ask
    draft: DraftId


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
    if isinstance(argument.kind, Choice):
        options = tuple(Option(label, {argument.name: value}) for value, label in argument.kind.options)
        return Ask("", MissingArgument(problem), options)
    return Ask(argument.name, MissingArgument(problem))


def answered(draft: Draft, *, choice: int) -> dict[str, str] | None:
    """What has been said once the draft's button number `choice` is pressed; None: no such button."""
    if not 0 <= choice < len(draft.choices):
        return None
    return {**draft.answers, **draft.choices[choice]}


def answered_in_words(draft: Draft, text: str) -> dict[str, str]:
    """What has been said once the question is answered by typing."""
    return {**draft.answers, draft.asking: text}
