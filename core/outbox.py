"""Notices that people get without asking: left by a use case in its transaction, and sent after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol

from core.destinations import MessageRef
from core.ids import AccountRef, NoticeId, PersonId, Platform


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a person is told without asking: facts only, put into words when it is sent.

    Each kind has its own class, declared in its area's `notices.py`; core/notices.py collects them.
    """

    kind: ClassVar[str]
    """The name under which it waits in the store."""
    version: ClassVar[int] = 1
    """The version of its facts: a waiting notice may come from an earlier release."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The accounts that this process can write to at the moment."""

    platform: Platform
    keys: frozenset[str] | None = None
    """Only the accounts with these keys (the people at a console); None: all of the platform."""


@dataclass(frozen=True, slots=True)
class Due:
    """One notice, claimed by this process until its lease runs out."""

    id: NoticeId
    person: PersonId
    account: AccountRef
    """The account to send it to."""
    kind: str
    version: int
    facts: dict[str, Any]
    due_at: datetime
    tries: int
    """How often it has been claimed, including this time."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice about to be left for a person."""

    notice: Notice
    to: PersonId
    key: str
    """The same key again is the same notice."""
    due: datetime


class Outbox(Protocol):
    """Where a use case leaves notices for others, in its own transaction."""

    async def put(self, notice: Notice, *, to: PersonId, key: str, due: datetime) -> None:
        """Leave a notice for a person. The same key again is the same notice, and is not left twice."""
        ...

    async def put_all(self, letters: Sequence[Letter]) -> None:
        """Leave several, each as `put` does."""
        ...

    async def put_off(self, kind: type[Notice], *, to: PersonId, until: datetime) -> bool:
        """Make the notices of a kind that wait for a person wait longer; False: none waits."""
        ...


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has taken the message."""

    messages: tuple[MessageRef, ...] = ()
    """The messages written; the first has the words and the buttons, and is the one to edit."""


@dataclass(frozen=True, slots=True)
class Later:
    """Not now: the platform asked to wait, or did not answer."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Unreachable:
    """This account cannot be written to (blocked, never opened, closed); another may."""

    why: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """There is nothing left to tell (its facts are gone, or of an unknown kind)."""

    why: str


Verdict = Sent | Later | Unreachable | Dropped
