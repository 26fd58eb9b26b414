"""Refusals of the conversation itself: words and buttons that lead nowhere."""

from dataclasses import dataclass

from core.errors import Refusal


@dataclass(eq=False)
class UnknownCommand(Refusal):
    """A command that is not in the catalogue."""

    said: str


@dataclass(eq=False)
class OldButton(Refusal):
    """A button from before an update, or one that is not ours."""


@dataclass(eq=False)
class NotYourWords(Refusal):
    """Somebody else's words can only be read by themselves."""


@dataclass(eq=False)
class NoSuchCity(Refusal):
    """Neither a zone nor a city that is known."""

    words: str
