"""What comes of talking as such: greetings, help, and what cannot be gone on with."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.ids import PendingId


@dataclass(frozen=True, slots=True)
class Welcome:
    """Somebody says hello."""

    name: str
    in_a_band: bool


@dataclass(frozen=True, slots=True)
class CommandHelp:
    """One command as help shows it."""

    name: str
    summary: str
    example: str
    takes: tuple[tuple[str, str], ...] = ()
    """Name and question of each argument."""


@dataclass(frozen=True, slots=True)
class Help:
    """What one can say; all of it, or about one topic."""

    commands: Sequence[CommandHelp]
    topic: str | None
    families: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Titles, and names of the commands under them; those under none are about the band."""


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
class Outdated:
    """A question from before an update, which no longer can be gone on with. It is closed."""

    command: str | None
    """What can be typed instead; None: there is no such command any longer."""


@dataclass(frozen=True, slots=True)
class DoneBefore:
    """The message was delivered twice, and done when it first came."""


@dataclass(frozen=True, slots=True)
class AsItIs:
    """What was asked about is to stay as it is."""
