"""Buttons of green zones."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bots.chat.buttons import Payload
from core.ids import BandId


@dataclass(frozen=True, slots=True)
class GreenPage(Payload):
    """A question about green zones, packed (views/pages.py), for a band."""

    verb: ClassVar[str] = "greenpage"

    band: BandId
    days: int
    rest: int


@dataclass(frozen=True, slots=True)
class GreenAsPicture(Payload):
    """The same as a picture."""

    verb: ClassVar[str] = "greenpicture"

    band: BandId
    days: int
    rest: int


@dataclass(frozen=True, slots=True)
class ChangeHours(Payload):
    """Change the hours in which the band plays."""

    verb: ClassVar[str] = "bandhours"

    band: BandId


@dataclass(frozen=True, slots=True)
class NudgeMembers(Payload):
    """Ask those who have not looked at so many months from the one with this day on."""

    verb: ClassVar[str] = "bandnudge"

    band: BandId
    first: date
    months: int


@dataclass(frozen=True, slots=True)
class WhyThatDay(Payload):
    """What stands in the way on a day, packed with its hours (views/pages.py)."""

    verb: ClassVar[str] = "greenwhy"

    band: BandId
    day: int
