"""What a command is: data that each platform compiles into its own form."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from bots.chat.arguments import Argument, arguments_of
from bots.chat.buttons import Payload
from bots.chat.turn import Turn
from core.access import Right, VenueRight


class Effect(Enum):
    """Whether a command may change anything."""

    READS = "reads"
    CHANGES = "changes"


class Privacy(Enum):
    """The people that see the answer."""

    PERSONAL = "personal"
    """The asker alone, everywhere."""
    BOUND = "bound"
    """Everybody in the channel or group bound to the band or venue; elsewhere the asker alone."""
    HERE = "here"
    """Everybody where it was asked."""


@dataclass(frozen=True, slots=True)
class OfBand:
    """A command about one of the caller's bands."""

    right: Right
    """What the caller must be allowed to do in it."""


@dataclass(frozen=True, slots=True)
class OfVenue:
    """A command about one of the caller's venues."""

    right: VenueRight
    """What the caller must be allowed to do there."""


Subject = OfBand | OfVenue
"""What commands can be about; each has a resolver in bots/chat/subjects.py."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: name, words about it, what it takes, what it does, and who may see and do it."""

    name: str
    """Lower case; two words are a group and its action ("band create")."""
    summary: str
    """At most 100 characters: what it is for, to a musician."""
    example: str
    """What could follow the name; empty when nothing need."""
    shape: type[Any]
    """The arguments dataclass."""
    handler: Callable[[Any, Turn], Awaitable[Any]]
    privacy: Privacy
    effect: Effect
    about: Subject | None = None
    """What it is about, and what the caller must be allowed to do there."""
    elsewhere: bool = False
    """Where the band is the one last used, the answer offers the same about the person's other bands."""

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """What it takes, in order."""
        return arguments_of(self.shape)

    @property
    def group(self) -> str | None:
        """The first of two words."""
        first, _, second = self.name.partition(" ")
        return first if second else None

    @property
    def verb(self) -> str:
        """The verb of a button that runs it without arguments."""
        return self.name.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Press:
    """What a button does."""

    payload: type[Payload]
    """What the button carries; the handler is called with it, and the turn."""
    handler: Callable[[Any, Turn], Awaitable[Any]]
    effect: Effect
    privacy: Privacy = Privacy.PERSONAL
    """BOUND: everybody sees what comes of it where the band or venue of the result is bound."""

    @property
    def verb(self) -> str:
        """The verb of its token."""
        return self.payload.verb


READS, CHANGES = Effect.READS, Effect.CHANGES
PERSONAL, BOUND, HERE = Privacy.PERSONAL, Privacy.BOUND, Privacy.HERE
