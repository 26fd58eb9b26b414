"""The intermediate form between words and rules: days, times of day and marks, as the words gave them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.scheduling.kinds import Kind
from core.scheduling.lexicons import Tag
from core.scheduling.phrases.understanding import Assumed


class Which(StrEnum):
    """The word that points at a weekday or period."""

    COMING = ""
    THIS = "this"
    NEXT = "next"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class DayForm:
    """One day, known in part: anything left open is settled later, forward from now."""

    start: int
    end: int
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    on: date | None = None
    """The date itself, when the words fix it ("tomorrow", "25/12/2026")."""
    which: Which = Which.COMING
    swapped: tuple[int, int] | None = None
    """Day and month in the other order, when that is a date too ("5/6")."""
    assumed: Assumed | None = None
    """The kind of assumption after `on`."""
    around: bool = False
    """`on` may be moved within its week by a weekday ("in two weeks, on the Thursday")."""


@dataclass(frozen=True, slots=True)
class DayStretch:
    """Whole days from `first` to `last`, both in."""

    start: int
    end: int
    first: date
    last: date
    unit: str = ""
    """week, weekend, month, part (of a month), holiday, year; how a boundary at it is read."""
    assumed: Assumed | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """Days that come again."""

    start: int
    end: int
    unit: str
    """day, week, month, year."""
    interval: int = 1
    weekdays: frozenset[int] = frozenset()
    nths: tuple[int, ...] = ()
    """With weekdays and unit month: the first, second ... of the month."""
    month_days: tuple[int, ...] = ()
    month: int | None = None
    """With unit year."""
    months: frozenset[int] = frozenset()
    """Only in these months, of every year."""
    parity: int | None = None
    """Only in weeks whose ISO number leaves this rest when halved: 0 is even, 1 odd."""
    weeks_at: tuple[int, int] = (0, 0)
    """The beginning and end of the words for these weeks."""
    years: int = 1
    """With months: of every so many years."""
    bare: bool = False
    """Only a frequency ("fortnightly", "every other"); the day stands somewhere beside it."""
    unclear: bool = False
    """"Biweekly": twice a week or every two weeks."""
    part: str = ""
    """"weeknights" means their evenings."""
    some: bool = False
    """"any": free unless the words say otherwise."""
    alone: bool = False
    """Worded as "every third Sunday", which may mean the third of the month."""

    @property
    def season(self) -> bool:
        """Every day of some months or weeks: "every August", "even weeks"; it may limit other days."""
        return self.unit == "day" and self.interval == 1 and (bool(self.months) or self.parity is not None)


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both in, possibly with times at its ends."""

    start: int
    end: int
    first: "DayForm | DayStretch"
    last: "DayForm | DayStretch"
    first_time: "Time | None" = None
    last_time: "Time | None" = None
    exclusive: bool = False
    """Joined by "until": a month as the end is not included."""
    opened: bool = False
    """"From" or "between" stood before it, so that it may limit what repeats."""


Days = DayForm | DayStretch | Every | Span


@dataclass(frozen=True, slots=True)
class ClockForm:
    """A time on a clock face, morning or afternoon not yet settled."""

    start: int
    end: int
    hour: int
    minute: int = 0
    half: str = ""
    """am, pm, 24 (written in full), said (24 unless a part of the day makes it later), or nothing."""


class Shape(StrEnum):
    """The kind of a time of day."""

    AT = "at"
    RANGE = "range"
    FROM = "from"
    UNTIL = "until"
    PART = "part"
    ALL_DAY = "all_day"


@dataclass(frozen=True, slots=True)
class Time:
    """Part of a day."""

    start: int
    end: int
    shape: Shape
    first: ClockForm | None = None
    last: ClockForm | None = None
    part: str = ""
    """Key of Habits.day_parts."""
    part_end: str = ""
    """For RANGE: it ends with this part ("8pm til late")."""
    edge: str = ""
    """early or late within the part."""
    many: bool = False
    label: str = ""
    """The point of the night: doors, stage or other."""
    length: int = 0
    """Minutes, if there is a length."""
    named: bool = False
    """A name other than a day says which ones are meant: "quiz nights", "soirs de match"."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure that only its neighbours can explain."""

    start: int
    end: int
    value: int
    digits: int
    at: bool = False
    """It followed "at", so it is an hour."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """The beginning or end of a repetition or an open stretch."""

    start: int
    end: int
    mark: Tag
    """FROM (in), UNTIL (in), BEFORE (not in), AFTER (not in), BACK (not in)."""
    days: "DayForm | DayStretch"
    time: "Time | None" = None
    """The bound is at this time of the day."""


@dataclass(frozen=True, slots=True)
class LengthForm:
    """A length or a count: "for 6 weeks", "3 times", "for the next 6 Thursdays"."""

    start: int
    end: int
    number: int
    unit: str
    """A unit; times; or each, for the days of one instance."""


@dataclass(frozen=True, slots=True)
class MarkForm:
    """A word that joins, limits or judges its neighbours."""

    start: int
    end: int
    tag: Tag
    suits: bool = False
    """Of WORK: after days it means that they suit ("Tuesdays work"); see Lexicon."""


@dataclass(frozen=True, slots=True)
class Several:
    """Days listed side by side."""

    start: int
    end: int
    days: tuple[Days, ...]


Item = DayForm | DayStretch | Every | Span | Several | Time | Number | Boundary | LengthForm | MarkForm


def tag_of(item: Item | None) -> Tag | None:
    """The tag of a mark; None for anything else."""
    return item.tag if isinstance(item, MarkForm) else None


def item_at(items: list[Item], i: int) -> Item | None:
    """The item at `i`; None outside."""
    return items[i] if 0 <= i < len(items) else None


def weekday_only(item: Item | None) -> bool:
    """A weekday with nothing else known."""
    return isinstance(item, DayForm) and item.weekday is not None and item.day is None and item.on is None


def is_days(item: Item | None) -> bool:
    """Whether an item names days."""
    return isinstance(item, (DayForm, DayStretch, Every, Span))


@dataclass(slots=True)
class EntryForm:
    """One statement, as far as its words go."""

    start: int
    end: int
    kind: Kind | None = None
    leaning: Kind | None = None
    """For MAYBE: the likelier kind."""
    said: bool = False
    """It has a word of its own for its kind."""
    days: list[Several] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    bounds: list[Boundary] = field(default_factory=list)
    lengths: list[LengthForm] = field(default_factory=list)
    excepts: list[Several] = field(default_factory=list)
    denied: list[Several] = field(default_factory=list)
    """Days after a bare "not": exceptions if they belong to this statement, or else another statement."""
    except_times: list[Time] = field(default_factory=list)
    partly: list[tuple[Several, list[Time]]] = field(default_factory=list)
    """Days of which only these times are left out."""
    only: bool = False
    rest: bool = False
    """It is about the time that the others leave, which win over it: "the rest of December is fine"."""
    weekly: bool = False
    """The statement before repeats weekly at certain hours; weekdays with hours in this one do too."""
    endless: bool = False
    """It goes on from now ("until further notice")."""
    joined: Tag = Tag.END
    """The separator between it and the statement before."""
