"""The meaning of a sentence: values without prose, to be confirmed or asked about."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from core.habits import DayPart, Habits
from core.scheduling.kinds import Kind
from core.scheduling.recurrence.rules import Rule

__all__ = [
    "Assumed",
    "Assumption",
    "Context",
    "Kind",
    "Problem",
    "Reading",
    "Statement",
    "Trouble",
    "Understanding",
]


@dataclass(frozen=True, slots=True)
class Context:
    """Everything except the words that their meaning depends on."""

    now: datetime
    """Naive wall time in `zone`."""
    zone: str
    """An IANA name; the zone of the person who speaks."""
    locale: str = "en-GB"
    """BCP 47. Settles the language and the order of day and month (en-US: month first)."""
    habits: Habits = field(default_factory=Habits)


@dataclass(frozen=True, slots=True)
class Statement:
    """One rule that a sentence states."""

    rule: Rule
    kind: Kind | None
    """None: the words leave it open; the command settles it, or it is busy."""
    end_said: bool = True
    """False: a moment ("Saturday 8pm"); `rule` then has the length that was assumed."""
    leaning: Kind | None = None
    """For MAYBE: BUSY ("might be away") or FREE ("could probably do"), if the words lean one way."""
    only: bool = False
    """"Only Mondays": the words leave open what the rest of the time is."""
    leaves_out: tuple[Rule, ...] = ()
    """Of a time that can be played: the exceptions, which stay open."""
    by_hour: bool = False
    """It is left out only by an hour ("Friday from 19:00"), which may also free a time that was busy."""


class Assumed(StrEnum):
    """The kinds of assumption; each says which fields of `Assumption` it uses."""

    DAY_PART = "day_part"
    """`words` (the key of Habits.day_parts) was taken as `part`."""
    CLOCK = "clock"
    """`words` ("7") was taken as the wall time `at`."""
    END = "end"
    """`words` had no end; the end `at` was taken."""
    UNTIL = "until"
    """`words` ("until Easter", "till mid Dec") was taken as up to and including `day`."""
    BEFORE = "before"
    """`words` ("until February", "before the 9th") was taken as up to and not including `day`."""
    DATE = "date"
    """`words` ("Christmas", "mid Dec", "5/6") was taken as `day` (to `last`, when more than one)."""
    WEEK = "week"
    """`words` ("next Friday", "next weekend") was taken as `day` (to `last`)."""
    PHASE = "phase"
    """"Every other" had no anchor: it was begun on `day`."""
    WEEK_NUMBERS = "week_numbers"
    """`words` ("even weeks") were taken by the numbers of ISO 8601; `day` is in the first of them."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """A point that the words left open, and how it was settled."""

    what: Assumed
    words: str
    """As typed, or for DAY_PART its key."""
    part: DayPart | None = None
    at: time | None = None
    day: date | None = None
    last: date | None = None


class Trouble(StrEnum):
    """The reason why a sentence cannot be saved as it stands."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_UNDERSTOOD = "not_understood"
    NOT_AVAILABILITY = "not_availability"
    QUESTION = "question"
    AMBIGUOUS = "ambiguous"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    NOT_AN_OCCURRENCE = "not_an_occurrence"
    IMPOSSIBLE_DATE = "impossible_date"
    IMPOSSIBLE_TIME = "impossible_time"
    PAST = "past"
    END_BEFORE_START = "end_before_start"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Reading:
    """One complete way to read the sentence, offered as a button."""

    statements: tuple[Statement, ...]
    assumptions: tuple[Assumption, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """An obstacle to saving."""

    code: Trouble
    words: str = ""
    """The stretch of the sentence that it is about, as typed; may be empty."""
    day: date | None = None
    """The date concerned (its real weekday contradicts the words, it is no occurrence, it is past)."""
    readings: tuple[Reading, ...] = ()
    """At most four, the likely one first; each is complete and passes every check."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """The meaning of a sentence, or the problem with it."""

    statements: tuple[Statement, ...] = ()
    """In the order of the sentence. With a problem: the part understood, never to be saved as it is."""
    assumptions: tuple[Assumption, ...] = ()
    problem: Problem | None = None
