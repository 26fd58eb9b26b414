"""Results for words in another language: a date to ask about, or the reason why there is none."""

from dataclasses import dataclass
from datetime import date

from core.scheduling.phrases.understanding import Problem


@dataclass(frozen=True, slots=True)
class SingleDate:
    """The words are one date and nothing else; never kept without asking."""

    day: date
    languages: tuple[str, ...]
    """ISO 639-1: those in which the words are this date, the likely one first."""


@dataclass(frozen=True, slots=True)
class WrongDate:
    """The words are one date, which is over or lies on another weekday."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class MoreThanADate:
    """Words for days in such a language that are not one date."""

    languages: tuple[str, ...]
    """ISO 639-1: those that have most of the words."""
    mostly_days: bool
    """There is hardly anything else in it."""


Found = SingleDate | WrongDate | MoreThanADate
