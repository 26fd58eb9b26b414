"""The refusals about events."""

from dataclasses import dataclass
from datetime import date

from core.errors import Refusal


@dataclass(eq=False)
class NightPast(Refusal):
    """The night has begun or is over."""

    day: date


@dataclass(eq=False)
class NotPublished(Refusal):
    """The date is not published, or no longer."""

    venue: str
    day: date


@dataclass(eq=False)
class NoTicketsThen(Refusal):
    """Tickets belong to a night that is published and takes place."""

    venue: str
    day: date
    cancelled: bool
    """It was called off; else it is still a draft."""


@dataclass(eq=False)
class NoSuchDate(Refusal):
    """Nothing is posted for that date."""

    words: str


@dataclass(eq=False)
class TooManyNights(Refusal):
    """A post offers more dates than can be kept at once."""

    most: int


@dataclass(eq=False)
class FactUnclear(Refusal):
    """The words say nothing that a date could have."""

    words: str


@dataclass(eq=False)
class SlotsBooked(Refusal):
    """Slots cannot be taken away while bands are booked for them."""

    booked: int
