"""Rules: wall time in a zone, length, repetition and exceptions."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class Frequency(StrEnum):
    """The FREQ values that a rule may have (RFC 5545, section 3.3.10)."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class WeekdayNumber:
    """One entry of BYDAY: a weekday, and which one of the month in rules about months."""

    weekday: int
    """0 is Monday, 6 is Sunday, as in `date.weekday`."""
    nth: int = 0
    """0: every one. 2: the second of the month. -1: the last."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """The part of RFC 5545's RRULE that Bandwidth knows (section 3.3.10)."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    """Inclusive. A date, a naive wall time in the rule's zone, or an aware UTC instant."""
    by_day: tuple[WeekdayNumber, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_set_position: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_week_number: tuple[int, ...] = ()
    """Numbers of weeks by ISO 8601, for YEARLY rules."""
    week_start: int = 0
    """WKST; 0 is Monday."""

    @property
    def of_seasons(self) -> bool:
        """Whether it holds in some months or weeks of the year only; see seasons.py."""
        return bool(self.by_month or self.by_week_number)


@dataclass(frozen=True, slots=True)
class Rule:
    """A stretch of wall time in a zone, once or repeating.

    Its end is `start + nominal` in wall time, turned into an instant, then `+ elapsed`. "18:00-23:00"
    from a person has only `nominal` (23:00 stays 23:00 on the night the clocks change); a
    calendar's PT5H has only `elapsed` (RFC 5545, section 3.3.6).
    """

    start: datetime
    """Naive wall time in `zone`; midnight when `all_day`. An instance of the rule (RFC 5545, 3.8.5.3)."""
    zone: str
    """An IANA name."""
    nominal: timedelta | None = timedelta(0)
    """None: it goes on without end (then there is no repeat)."""
    elapsed: timedelta = timedelta(0)
    all_day: bool = False
    """The rule speaks of dates; it is shown without times."""
    repeat: Repeat | None = None
    exceptions: tuple[datetime, ...] = ()
    """Wall times of instances left out, sorted (midnights when `all_day`)."""

    def __hash__(self) -> int:
        # Rules are looked up by the thousand; few that differ begin at the same moment and last as long.
        return hash((self.start, self.nominal, self.zone))
