"""What comes of reading a calendar elsewhere: busy times, or why there are none."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.moments import DAY, exact_seconds
from core.scheduling.recurrence.spans import Span

HORIZON_DAYS = 400
"""How far ahead busy times are kept."""


class FeedTrouble(StrEnum):
    """Why a calendar could not be read this time; kept beside the feed, and worded when it is told."""

    NAME_UNKNOWN = "name_unknown"
    """Nobody knows the host's name."""
    PRIVATE = "private"
    """The address, or one that it leads to, lies in a network that is not public."""
    NOT_REACHED = "not_reached"
    """Nobody answers there, or the connection broke off."""
    TLS = "tls"
    """The host cannot prove who it is."""
    TOO_SLOW = "too_slow"
    TOO_BIG = "too_big"
    REDIRECTS = "redirects"
    """It leads on too often, in a circle, nowhere, or from https to http."""
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    """The host wants a login, or denies it."""
    SERVER = "server"
    """The host answers that it cannot."""
    EMPTY = "empty"
    PAGE = "page"
    """A web page, as a login shows one."""
    NOT_A_CALENDAR = "not_a_calendar"
    TRUNCATED = "truncated"
    """A calendar whose end is missing."""
    NO_EVENT_READABLE = "no_event_readable"
    """Events there are, but none that can be read."""
    TOO_MUCH = "too_much"
    """Reading it took more than a calendar may take."""


@dataclass(frozen=True, slots=True)
class BusyTimes:
    """When somebody is busy. Both tidy (core/scheduling/recurrence/spans.py)."""

    exact: tuple[Span, ...]
    """POSIX seconds."""
    wall: tuple[Span, ...]
    """Wall seconds of whatever zone the person lives in: whole days, and times without a zone."""
    until: int
    """POSIX seconds: how far ahead was looked."""

    def as_json(self) -> dict[str, Any]:
        """As the column `busy` of the table `feed` holds it."""
        return {"exact": list(self.exact), "wall": list(self.wall), "until": self.until}


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """A calendar that was read."""

    busy: BusyTimes
    events: int
    """How many it holds, whether they take time or not."""
    skipped: int
    """How many of them could not be read."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Bytes that are no calendar."""

    why: FeedTrouble


def horizon_at(now: datetime) -> Span:
    """What is looked at: from the midnight (UTC) that began yesterday, 400 days beyond today's."""
    today = exact_seconds(now) // DAY * DAY
    return today - DAY, today + HORIZON_DAYS * DAY
