"""Buttons that every area uses."""

from dataclasses import dataclass
from typing import ClassVar

from bots.chat.buttons import Payload
from core.ids import ChangeId


@dataclass(frozen=True, slots=True)
class UndoChange(Payload):
    """Take a change back."""

    verb: ClassVar[str] = "undo"

    change: ChangeId


@dataclass(frozen=True, slots=True)
class RedoChange(Payload):
    """Do a change again."""

    verb: ClassVar[str] = "redo"

    change: ChangeId


@dataclass(frozen=True, slots=True)
class LeaveAsItIs(Payload):
    """Leave what was asked about as it is."""

    verb: ClassVar[str] = "asitis"
