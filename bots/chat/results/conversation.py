"""What comes of talking as such: greetings, help, and what cannot be gone on with."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from core.ids import PendingId


@dataclass(frozen=True, slots=True)
class Welcome:
    """Somebody says hello."""

    name: str
    in_a_band: bool


@dataclass(frozen=True, slots=True)
class ArgumentHelp:
    """One argument of a command as help shows it."""

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class CommandHelp:
    """One command as help shows it."""

    name: str
    summary: str
    example: str
    takes: tuple[ArgumentHelp, ...] = ()


class Family(Enum):
    """Commands that belong together in help."""

    DIARY = "diary"
    BAND_TIME = "band time"
    PERSON = "person"
    BAND = "band"
    """The band itself: all commands that are in no other family."""


@dataclass(frozen=True, slots=True)
class Help:
    """What one can say; all of it, or about one topic."""

    commands: Sequence[CommandHelp]
    topic: str | None
    families: tuple[tuple[Family, tuple[str, ...]], ...] = ()
    """The names of each family's commands; those in none are about the band itself."""


@dataclass(frozen=True, slots=True)
class Actions:
    """A group's own name alone ("/band"): its actions."""

    group: str
    verbs: tuple[tuple[str, str], ...]
    """Label and verb of each."""


@dataclass(frozen=True, slots=True)
class InPrivate:
    """What was asked for is answered in the private chat, which is not open yet."""

    pending: PendingId


@dataclass(frozen=True, slots=True)
class OnlyCommands:
    """Plain words that answer no question."""


@dataclass(frozen=True, slots=True)
class NoAvailability:
    """Words that were pointed at say nothing of anybody's time."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """An open question that its person does not want to answer."""

    command: str


@dataclass(frozen=True, slots=True)
class Unpressed:
    """Plain words where only the buttons of an open question answer it."""

    command: str


@dataclass(frozen=True, slots=True)
class DoneBefore:
    """The message was delivered twice, and done when it first came."""


@dataclass(frozen=True, slots=True)
class AsItIs:
    """What was asked about is to stay as it is."""
