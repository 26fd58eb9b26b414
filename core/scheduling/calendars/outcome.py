"""The outcome of reading a calendar elsewhere: busy times, or why there are none."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.moments import DAY, exact_seconds
from core.scheduling.recurrence.spans import Span

HORIZON_DAYS = 400
"""How far ahead busy times are kept."""


class FeedTrouble(StrEnum):
    """The reason why a calendar could not be read this time, stored with the feed."""

    NAME_UNKNOWN = "name_unknown"
    """The host's name cannot be resolved."""
    PRIVATE = "private"
    """The address, or one that it redirects to, is on a private network."""
    NOT_REACHED = "not_reached"
    """The host does not answer, or the connection broke off."""
    TLS = "tls"
    """The host cannot prove who it is."""
    TOO_SLOW = "too_slow"
    TOO_BIG = "too_big"
    REDIRECTS = "redirects"
    """It redirects too often, in a circle, to nowhere, or from https to http."""
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    """The host wants a login, or refuses access."""
    SERVER = "server"
    """The host reports an error of its own."""
    EMPTY = "empty"
    PAGE = "page"
    """A web page, such as a login."""
    NOT_A_CALENDAR = "not_a_calendar"
    TRUNCATED = "truncated"
    """A calendar whose end is missing."""
    NO_EVENT_READABLE = "no_event_readable"
    """There are events, but none can be read."""
    TOO_MUCH = "too_much"
    """Reading it would take more than the limits allow."""


@dataclass(frozen=True, slots=True)
class BusyTimes:
    """When somebody is busy. Both tidy (core/scheduling/recurrence/spans.py)."""

    exact: tuple[Span, ...]
    """POSIX seconds."""
    wall: tuple[Span, ...]
    """Wall seconds, in the person's own zone: whole days, and times without a zone."""
    until: int
    """POSIX seconds: the end of the horizon."""

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
    """Bytes that are not a calendar."""

    why: FeedTrouble


def horizon_at(now: datetime) -> Span:
    """The horizon for busy times: from yesterday's midnight (UTC) to 400 days after today's."""
    today = exact_seconds(now) // DAY * DAY
    return today - DAY, today + HORIZON_DAYS * DAY
