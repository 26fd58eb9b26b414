"""Results and questions about a person's diary and calendars."""

from dataclasses import dataclass
from datetime import date, datetime

from core.bands import Band
from core.ids import ChangeId
from core.scheduling.availability.ports import Availability
from core.scheduling.calendars.outcome import FeedTrouble
from core.scheduling.diary.importing import (
    FeedCard,
)
from core.scheduling.diary.overview import DiaryOverview
from core.scheduling.phrases.understanding import Problem, Statement
from core.scheduling.recurrence.rules import Rule


@dataclass(frozen=True, slots=True)
class DiaryShown:
    """A person's own diary as a list."""

    overview: DiaryOverview
    skip: int = 0
    """How many rules were shown before these."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A sentence that cannot be saved as it stands."""

    problem: Problem
    understood: tuple[Statement, ...]
    example: str
    saves: bool = True
    """It would have been saved; False: it only names days to look at."""
    moments: bool = False
    """One moment is asked for: the readings differ in when they begin."""


@dataclass(frozen=True, slots=True)
class KindUnclear:
    """The command says one thing and the words another ("/busy free on Tuesdays")."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class KindUnsaid:
    """Words without a command that do not say whether one can or can't."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class EntryUnclear:
    """Several entries of the diary are about that."""

    count: int


@dataclass(frozen=True, slots=True)
class OneDay:
    """Several days were named where one is asked for."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class NewWords:
    """New words are asked for, for a rule of the diary."""

    said: Availability


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody has written into the reader's diary."""

    band: Band
    by: str
    said: tuple[Availability, ...]
    change: ChangeId
    back: bool = False
    """It was taken out again."""


@dataclass(frozen=True, slots=True)
class FeedNews:
    """An imported calendar was read."""

    card: FeedCard
    next: tuple[tuple[datetime, datetime], ...]
    """The next busy times, as wall times in the zone of the calendar's owner."""
    until: date
    """How far ahead was looked."""
    events: int
    skipped: int


@dataclass(frozen=True, slots=True)
class FeedUnread:
    """An imported calendar cannot be read."""

    card: FeedCard
    why: FeedTrouble
    lasting: bool
    """It has failed for a week."""


@dataclass(frozen=True, slots=True)
class RestUnsaid:
    """Somebody is free only at some times, and did not say what holds for the rest."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class LeftOutUnsaid:
    """Somebody is free except at some times, and did not say whether they are busy then."""

    statements: tuple[Statement, ...]
    rules: tuple[Rule, ...]
    """The times left out at which the diary does not have the person busy anyway."""


@dataclass(frozen=True, slots=True)
class DateRead:
    """The words may be this date."""

    day: date
    words: str
    languages: tuple[str, ...]
    """ISO 639-1: the languages in which they are."""


@dataclass(frozen=True, slots=True)
class AnotherDay:
    """The person has said no to the date that was read."""

    example: str
    saves: bool
    """As in Unclear."""


@dataclass(frozen=True, slots=True)
class SinglesOnly:
    """Days in a language of which only single dates within two years are read, and these are more."""

    languages: tuple[str, ...]
    example: str
    saves: bool = True
    """As in Unclear."""
