"""A calendar to be drawn, day by day. The words beside the image say the same."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Mark(Enum):
    """What a day is. Drawn with a colour and a shape or letter, never a colour alone."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    FREE = "free"
    MAYBE = "maybe"
    BUSY = "busy"
    PARTLY = "partly"
    """Busy for some of the day."""
    TAKEN = "taken"
    """A rehearsal or a gig."""
    OPEN = "open"
    """The band can play, and a venue has an open date that fits."""
    PAST = "past"
    """Over, or not asked about: the picture says nothing about it."""


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day."""

    mark: Mark
    note: str = ""
    """A few characters under the number ("18-23", "no Jo"); cut where there is no room."""


@dataclass(frozen=True, slots=True)
class CalendarPicture:
    """Whole months around a range of days, all words ready to be read: a painter knows no language."""

    title: str
    """Whose: a band's or a person's name, as they wrote it."""
    range: str
    """Which days, in words, with the year."""
    zone: str
    """Whose clock, in words ("London time")."""
    first: date
    last: date
    """Both included; days of their months outside them are drawn faint and empty."""
    days: tuple[tuple[date, DayCell], ...]
    """Rising; a day of the range that is missing here has nothing on it."""
    legend: tuple[tuple[Mark, str], ...]
    """What each mark that occurs means."""
    weekdays: tuple[str, ...]
    """Seven short names in the order of the columns."""
    week_start: int
    """The weekday of the first column, 0 being Monday."""
    months: tuple[str, ...]
    """Name and year of every month from `first`'s to `last`'s."""
    asked: str = ""
    """What else was asked, in words ("without Jo · 3 h or longer")."""
    footer: str = ""
    """How sure all this is ("3 of 4 have confirmed March"), and as of when."""

    @property
    def alt(self) -> str:
        """The picture in a sentence or two, for people who cannot see it."""
        counts = {mark: sum(cell.mark is mark for _, cell in self.days) for mark, _ in self.legend}
        kinds = "; ".join(f"{words}: {counts[mark]}" for mark, words in self.legend if counts[mark])
        heading = ", ".join(filter(None, (self.title, self.range, self.asked, self.zone)))
        parts = (heading, kinds, self.footer)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."
