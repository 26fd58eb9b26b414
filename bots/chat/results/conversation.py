"""Results of conversation itself: greetings, help, and dead ends."""

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
    MARKET = "market"
    """Open dates, for bands."""
    VENUE = "venue"
    PERSON = "person"
    BAND = "band"
    """The band itself: all commands that are in no other family."""


@dataclass(frozen=True, slots=True)
class Help:
    """The commands, all of them or those of one topic."""

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
    """The answer belongs in the private chat, which is not open yet."""

    pending: PendingId


@dataclass(frozen=True, slots=True)
class OnlyCommands:
    """Plain words that answer no question."""


@dataclass(frozen=True, slots=True)
class NoAvailability:
    """The message that was pointed at says nothing about anybody's time."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """The person does not want to answer the open question."""

    command: str


@dataclass(frozen=True, slots=True)
class Unpressed:
    """The person typed an answer where only the buttons of the question can give it."""

    command: str


@dataclass(frozen=True, slots=True)
class Outdated:
    """A question from before an update, which no longer can be gone on with. It is closed."""

    command: str | None
    """What can be typed instead; None: there is no such command any longer."""


@dataclass(frozen=True, slots=True)
class DoneBefore:
    """The message was delivered twice, and carried out the first time."""


@dataclass(frozen=True, slots=True)
class AsItIs:
    """The person chose to change nothing."""
