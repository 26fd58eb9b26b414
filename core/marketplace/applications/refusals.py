"""The refusals about applications and bookings."""

from dataclasses import dataclass

from core.errors import Refusal
from core.marketplace.applications import ApplicationStage


@dataclass(eq=False)
class SlotGone(Refusal):
    """The slot, or the last one of its sort, is filled or kept for another band."""

    venue: str
    more: bool
    """Another sort of slot is still open that night."""
    chooses: bool = False
    """The caller acts for the venue."""


@dataclass(eq=False)
class ApplicationOver(Refusal):
    """It stands in a way in which that can no longer be done."""

    band: str
    stage: ApplicationStage


@dataclass(eq=False)
class PlayersTaken(Refusal):
    """Players who are needed are taken by another of their bands at that time."""

    names: tuple[str, ...]


@dataclass(eq=False)
class NotTheBands(Refusal):
    """Neither a booker of the band nor a promoter of the venue asks."""


@dataclass(eq=False)
class LinksMissing(Refusal):
    """The venue wants to listen first, and the band has no link."""

    band: str
    venue: str


@dataclass(eq=False)
class NoSuchGigCode(Refusal):
    """No invite to a gig has that code, or no longer."""


@dataclass(eq=False)
class NotAsked(Refusal):
    """The player is not asked about that night, or no longer."""


@dataclass(eq=False)
class NoBandCalled(Refusal):
    """No band has that name."""

    words: str
