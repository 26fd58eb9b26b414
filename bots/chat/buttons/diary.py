"""Buttons of a person's diary and calendars."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bots.chat.buttons import Payload
from core.ids import AvailabilityId, FeedId


@dataclass(frozen=True, slots=True)
class DiaryPage(Payload):
    """So many days of the diary from a day on, without the first entries."""

    verb: ClassVar[str] = "diarypage"

    first: date
    days: int
    skip: int


@dataclass(frozen=True, slots=True)
class DiaryEntry(Payload):
    """One entry, with its dates from a day on (0: from now)."""

    verb: ClassVar[str] = "diaryentry"

    rule: AvailabilityId
    since: int


@dataclass(frozen=True, slots=True)
class SpareDate(Payload):
    """Leave one date out of a rule."""

    verb: ClassVar[str] = "diaryspare"

    rule: AvailabilityId
    day: date


@dataclass(frozen=True, slots=True)
class RewordEntry(Payload):
    """Say an entry in other words."""

    verb: ClassVar[str] = "diaryreword"

    rule: AvailabilityId


@dataclass(frozen=True, slots=True)
class RemoveEntry(Payload):
    """Take an entry out."""

    verb: ClassVar[str] = "diaryremove"

    rule: AvailabilityId


@dataclass(frozen=True, slots=True)
class AllAsUsual(Payload):
    """The diary is right for so many months from the one with this day on."""

    verb: ClassVar[str] = "monthsasusual"

    first: date
    months: int


@dataclass(frozen=True, slots=True)
class ReadFeedNow(Payload):
    """Read a calendar again now."""

    verb: ClassVar[str] = "feedread"

    feed: FeedId


@dataclass(frozen=True, slots=True)
class RemoveFeed(Payload):
    """Remove a calendar."""

    verb: ClassVar[str] = "feedremove"

    feed: FeedId


@dataclass(frozen=True, slots=True)
class RestoreFeed(Payload):
    """Put a removed calendar back."""

    verb: ClassVar[str] = "feedrestore"

    feed: FeedId
