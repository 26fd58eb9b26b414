"""A calendar that other programs are to read, entry by entry."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

_MIDNIGHT = time()


class EntryStatus(StrEnum):
    """How sure an entry is."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One entry. Words may hold anything: they are escaped, and what RFC 5545 forbids is left out."""

    uid: str
    """The same for ever, whatever becomes of the entry; used by no other entry anywhere."""
    start: datetime
    """Wall time in `zone`, naive.

    Where the clock shows it twice, the first pass is meant; with `fold=1` the second.
    """
    end: datetime
    """As `start`, and not included. An end that does not come after the start: the entry has no length."""
    zone: str
    """An IANA name."""
    whole_days: bool = False
    """Days without hours, in whatever zone they are looked at. Both ends are midnights, and differ."""
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    status: EntryStatus
    busy: bool = True
    """Whether it takes the time of the calendar's owner. A cancelled entry never does."""
    sequence: int
    """How often it was changed in a way that its people should hear of."""
    made_at: datetime
    """An instant, as is `changed_at`."""
    changed_at: datetime
    """Also the time at which the file says it was written: the same facts give the same bytes."""
    alarms: tuple[timedelta, ...] = ()
    """How long before the start somebody is reminded; of a cancelled entry nobody is."""
    categories: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.start.tzinfo is not None or self.end.tzinfo is not None:
            raise ValueError("the ends of an entry are wall times")
        if self.made_at.tzinfo is None or self.changed_at.tzinfo is None:
            raise ValueError("what happened to an entry happened at instants")
        if self.whole_days and not (
            self.start.time() == self.end.time() == _MIDNIGHT and self.start < self.end
        ):
            raise ValueError("whole days begin and end at midnight")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A whole calendar, as it stands now."""

    name: str
    """What a program shows in its list of calendars."""
    description: str = ""
    entries: tuple[CalendarEntry, ...]
    """In any order."""
    refresh: timedelta
    """How often a program should ask again."""
    zone: str = ""
    """The zone in which a program may show the whole calendar; empty: its reader's."""
    method: str | None = "PUBLISH"
    """What the file is for (RFC 5546); None: it says nothing of that."""
    url: str = ""
    """Where the same can be looked at."""
