"""Buttons of secret addresses."""

from dataclasses import dataclass
from typing import ClassVar

from bots.chat.buttons import Payload
from core.ids import BandId, CommitmentId, PublicationId


@dataclass(frozen=True, slots=True)
class ShowPublication(Payload):
    """One secret address."""

    verb: ClassVar[str] = "pubshow"

    publication: PublicationId


@dataclass(frozen=True, slots=True)
class ReplaceAddress(Payload):
    """A new address in place of that of a generation."""

    verb: ClassVar[str] = "pubnew"

    publication: PublicationId
    generation: int


@dataclass(frozen=True, slots=True)
class SwitchPublication(Payload):
    """Take an address back, or give a new one."""

    verb: ClassVar[str] = "pubswitch"

    publication: PublicationId
    on: bool


@dataclass(frozen=True, slots=True)
class RingBefore(Payload):
    """Let a calendar ring so many minutes before."""

    verb: ClassVar[str] = "pubring"

    publication: PublicationId
    minutes: int


@dataclass(frozen=True, slots=True)
class MakePublicPage(Payload):
    """The public page with a band's free days."""

    verb: ClassVar[str] = "pubpage"

    band: BandId


@dataclass(frozen=True, slots=True)
class MakeOpenDatesPage(Payload):
    """The page with the open dates that a band could play."""

    verb: ClassVar[str] = "pubdates"

    band: BandId


@dataclass(frozen=True, slots=True)
class SwitchKitOn(Payload):
    """Give a band's press kit an address for the first time."""

    verb: ClassVar[str] = "pubkit"

    band: BandId


@dataclass(frozen=True, slots=True)
class EntryFile(Payload):
    """One rehearsal or gig as a file for a calendar."""

    verb: ClassVar[str] = "pubentry"

    commitment: CommitmentId
