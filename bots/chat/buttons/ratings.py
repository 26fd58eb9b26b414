"""Buttons of ratings after a night. `band`: the reader speaks for the band, else for the venue."""

from dataclasses import dataclass
from typing import ClassVar

from bots.chat.buttons import Payload
from core.ids import ApplicationId


@dataclass(frozen=True, slots=True)
class ShowRating(Payload):
    """A played night, and what was said of it."""

    verb: ClassVar[str] = "ratingshow"

    application: ApplicationId
    band: bool


@dataclass(frozen=True, slots=True)
class GiveStars(Payload):
    """So many stars; the facts are asked about next. 0: ask for the stars."""

    verb: ClassVar[str] = "ratingstars"

    application: ApplicationId
    band: bool
    stars: int


@dataclass(frozen=True, slots=True)
class ReplyToRating(Payload):
    """Ask for the one reply."""

    verb: ClassVar[str] = "ratingreply"

    application: ApplicationId
    band: bool
