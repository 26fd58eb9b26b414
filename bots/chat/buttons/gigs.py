"""Buttons of rehearsals and gigs."""

from dataclasses import dataclass
from typing import ClassVar

from bots.chat.buttons import Payload
from core.ids import BandId, CommitmentId


@dataclass(frozen=True, slots=True)
class RehearsalPage(Payload):
    """A question about times to rehearse, packed (views/pages.py), for a band."""

    verb: ClassVar[str] = "rehearsalpage"

    band: BandId
    days: int
    rest: int


@dataclass(frozen=True, slots=True)
class ProposeRehearsal(Payload):
    """Propose a rehearsal: the minute it begins (views/pages.py) and its length in minutes."""

    verb: ClassVar[str] = "rehearsepropose"

    band: BandId
    minute: int
    minutes: int


@dataclass(frozen=True, slots=True)
class AnswerCommitment(Payload):
    """Answer, by number (ANSWERS), to the times of this revision."""

    verb: ClassVar[str] = "commitanswer"

    commitment: CommitmentId
    answer: int
    revision: int


@dataclass(frozen=True, slots=True)
class CommitmentCard(Payload):
    """How it stands."""

    verb: ClassVar[str] = "commitcard"

    commitment: CommitmentId


@dataclass(frozen=True, slots=True)
class ConfirmCommitment(Payload):
    """Confirm it."""

    verb: ClassVar[str] = "commitconfirm"

    commitment: CommitmentId


@dataclass(frozen=True, slots=True)
class ConfirmAnyway(Payload):
    """Confirm it against these worries (their fingerprint)."""

    verb: ClassVar[str] = "commitanyway"

    commitment: CommitmentId
    seen: int


@dataclass(frozen=True, slots=True)
class AskToCallOff(Payload):
    """Ask whether to call it off."""

    verb: ClassVar[str] = "commitcallask"

    commitment: CommitmentId


@dataclass(frozen=True, slots=True)
class CallOff(Payload):
    """Call it off."""

    verb: ClassVar[str] = "commitcalloff"

    commitment: CommitmentId


@dataclass(frozen=True, slots=True)
class PutBack(Payload):
    """Put back what was called off."""

    verb: ClassVar[str] = "commitputback"

    commitment: CommitmentId


@dataclass(frozen=True, slots=True)
class AskNewTime(Payload):
    """Ask to when it moves."""

    verb: ClassVar[str] = "commitmove"

    commitment: CommitmentId


@dataclass(frozen=True, slots=True)
class AskWhere(Payload):
    """Ask where it is."""

    verb: ClassVar[str] = "commitplace"

    commitment: CommitmentId


@dataclass(frozen=True, slots=True)
class AgendaPage(Payload):
    """A question about the diary of a band, packed (views/pages.py)."""

    verb: ClassVar[str] = "commitlist"

    band: BandId
    days: int
    rest: int


@dataclass(frozen=True, slots=True)
class TellDeciders(Payload):
    """Tell those who decide that one can't after all."""

    verb: ClassVar[str] = "committell"

    commitment: CommitmentId
    revision: int
