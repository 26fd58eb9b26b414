"""Words results, questions and refusals: a folder for each area, which `registry` adds up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bots.chat.reply import Block, Line, Reply, Say
from bots.chat.turn import Reader

View = Callable[[Any, Reader], Reply]
"""Words a result for its reader."""
Views = Mapping[type[Any], View]
"""Which view words which result."""

QuestionText = tuple[Line, tuple[Block, ...]]
"""A question in words: its title, and the blocks below."""


def no_example(_: Any) -> str:
    """The example of a question that is not answered by typing."""
    return ""


def no_labels(*_: Any) -> None:
    """The labels of a question whose options are labelled one by one."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """How one sort of question is asked."""

    words: Callable[[Any, Reader], QuestionText]
    example: Callable[[Any], str] = no_example
    """What could be typed in answer, given what the question is about."""
    labels: Callable[[Any, Reader], Sequence[str] | None] = no_labels
    """The buttons' labels, where they depend on each other; None: each option has its own (LABELS)."""


Questions = Mapping[type[Any], QuestionView]
"""The view of each value that a question can be about."""
Labels = Mapping[type[Any], Callable[[Any, Reader], str]]
"""The label of a button that stands for a value of this type."""

RefusalText = tuple[Line, Line | None]
"""A refusal in words, and the next step, if there is one."""
RefusalView = Callable[[Any, Reader], RefusalText]
Refusals = Mapping[type[Any], RefusalView]
"""Which view words which refusal."""


def says(sentence: str, step: str = "", *commands: str) -> RefusalView:
    """The view of a refusal that says the same each time; `{say1}`, `{say2}` stand for the commands."""

    def words(_: Any, reader: Reader) -> RefusalText:
        said = {f"say{number}": Say(command) for number, command in enumerate(commands, 1)}
        return reader.say(sentence), reader.say(step, **said) if step else None

    return words
