"""One piece of work against the store: read or written as a whole, or not at all."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol, TypeVar

from core.arrivals import Arrivals
from core.journal import Journal
from core.outbox import Outbox
from core.pending import PendingCommands


class Unit(Protocol):
    """What every piece of work can reach; the areas extend it with their own stores."""

    @property
    def arrivals(self) -> Arrivals:
        """What is there when something comes in."""
        ...

    @property
    def journal(self) -> Journal:
        """What was done."""
        ...

    @property
    def outbox(self) -> Outbox:
        """What is to be told."""
        ...

    @property
    def pending(self) -> PendingCommands:
        """What is half said."""
        ...


class ReadOnlyUnit(Exception):
    """A use case wrote in a unit that was opened for reading; the caller opens a writing one instead."""


class Conflict(Exception):
    """Another unit has taken in the meantime what this one was about to take; doing it again may help."""


U_co = TypeVar("U_co", bound=Unit, covariant=True)


class Units(Protocol[U_co]):
    """Opens units. Leaving the block commits; an exception rolls everything back."""

    def read(self) -> AbstractAsyncContextManager[U_co]:
        """A unit that sees one state of the store and changes nothing."""
        ...

    def write(self) -> AbstractAsyncContextManager[U_co]:
        """A unit that sees and changes the store as if it were alone (docs/mechanisms/locking.md)."""
        ...
