"""A month of a band's days as pages show it: a grid, and the same as lists."""

from dataclasses import dataclass

from core.publications.availability import PublicMonth
from presentation.free_days.words import FreeDayWords, GridCell, maybes, weekdays, weekends


@dataclass(frozen=True, slots=True)
class MonthShown:
    """A month of a page, in words: its grid, and the same as lists."""

    name: str
    fresh: str
    weeks: list[list[GridCell]]
    lists: tuple[tuple[str, list[str]], ...]
    """Of weekends, other days and maybes, those that there are."""


def month_shown(month: PublicMonth, words: FreeDayWords) -> MonthShown:
    """The month in words."""
    parts = (("weekends", weekends), ("weekdays", weekdays), ("maybes", maybes))
    lists = ((name, [words.run(each) for each in runs_of(month.days)]) for name, runs_of in parts)
    return MonthShown(
        name=words.month(month.first),
        fresh=words.fresh(month),
        weeks=words.weeks(month),
        lists=tuple((name, lines) for name, lines in lists if lines),
    )
