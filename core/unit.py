"""One piece of work against the store: all of it happens, or nothing."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol, TypeVar

from core.arrivals import Arrivals
from core.journal import Journal
from core.outbox import Outbox
from core.pending import PendingCommands


class Unit(Protocol):
    """The stores that every piece of work can reach; the areas extend it with their own."""

    @property
    def arrivals(self) -> Arrivals:
        """The lookup at the start of a turn."""
        ...

    @property
    def journal(self) -> Journal:
        """The record of changes."""
        ...

    @property
    def outbox(self) -> Outbox:
        """The notices waiting to be sent."""
        ...

    @property
    def pending(self) -> PendingCommands:
        """The half-filled commands."""
        ...


class ReadOnlyUnit(Exception):
    """A use case wrote in a unit that was opened for reading; the caller opens a writing one instead."""


class Conflict(Exception):
    """Another unit has meanwhile taken what this one was about to take; trying again may help."""


U_co = TypeVar("U_co", bound=Unit, covariant=True)


class Units(Protocol[U_co]):
    """Opens units. Leaving the block commits; an exception rolls everything back."""

    def read(self) -> AbstractAsyncContextManager[U_co]:
        """A unit that sees one state of the store and changes nothing."""
        ...

    def write(self) -> AbstractAsyncContextManager[U_co]:
        """A unit that sees and changes the store as if it were alone (docs/mechanisms/locking.md)."""
        ...
