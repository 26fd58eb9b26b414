"""Refusals that chats and pages say alike: what is so. What to do next, each says in its own way."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from core import formats
from core.access import NotAllowed, Right
from core.marketplace.applications import ApplicationStage
from core.marketplace.applications.refusals import (
    ApplicationOver,
    NotAsked,
    PlayersTaken,
    SlotGone,
)
from core.marketplace.events.refusals import NightPast, NotPublished
from core.scheduling.commitments.commitment import BandTaken
from presentation.commitments import what
from presentation.wording import Telling
from presentation.words import some

T = TypeVar("T")


def night_past(refusal: NightPast, reader: Telling[T]) -> T:
    """The night has begun or is over."""
    day = formats.day(refusal.day, reader.locale, today=reader.today)
    return reader.say("{day} has begun or is over.", day=reader.strong(day))


def not_published(refusal: NotPublished, reader: Telling[T]) -> T:
    """Nothing is open there."""
    day = formats.day(refusal.day, reader.locale, today=reader.today)
    return reader.say("{venue} has nothing open on {day}.", venue=refusal.venue, day=reader.strong(day))


def slot_gone(refusal: SlotGone, reader: Telling[T]) -> T:
    """Somebody else has the slot."""
    return reader.say("That slot at {venue} is taken.", venue=reader.strong(refusal.venue))


def application_over(refusal: ApplicationOver, reader: Telling[T]) -> T:
    """How the application stands, since that can no longer be done."""
    return reader.say(_OVER[refusal.stage], band=reader.strong(refusal.band))


_OVER = {
    ApplicationStage.LOOKING: "The players of {band} are still being asked.",
    ApplicationStage.PENDING: "The application of {band} is still open.",
    ApplicationStage.ACCEPTED: "{band} has been accepted already.",
    ApplicationStage.CONFIRMED: "{band} is booked for it.",
    ApplicationStage.PLAYED: "{band} has played it.",
    ApplicationStage.DECLINED: "The application of {band} was declined.",
    ApplicationStage.WITHDRAWN: "{band} has withdrawn.",
    ApplicationStage.EXPIRED: "Its time is over for {band}.",
    ApplicationStage.FILLED: "The slot went to another act than {band}.",
    ApplicationStage.CANCELLED: "It was called off for {band}.",
}


def players_taken(refusal: PlayersTaken, reader: Telling[T]) -> T:
    """The players whom another band has."""
    names = some(refusal.names, reader.locale)
    return reader.say("Taken by another of their bands then: {names}.", names=names)


def not_asked(_: NotAsked, reader: Telling[T]) -> T:
    """Nobody waits for the reader's answer."""
    return reader.say("You are not asked about that night.")


def not_allowed(refusal: NotAllowed, reader: Telling[T]) -> T:
    """The reader's role in the band does not carry the right."""
    return reader.say(_NOT_ALLOWED[refusal.right], band=reader.strong(refusal.band))


_NOT_ALLOWED = {
    Right.SEE: "Your role does not let you see that in {band}.",
    Right.INVITE: "Your role does not let you invite people into {band}.",
    Right.EDIT: "Your role does not let you change {band}.",
    Right.ENTER: "Your role does not let you fill in anybody's diary in {band}.",
    Right.NUDGE: "Your role does not let you nudge people in {band}.",
    Right.SHARE: "Your role does not let you share the dates of {band}.",
    Right.PROPOSE: "Your role does not let you propose rehearsals to {band}.",
    Right.DECIDE: "Your role does not let you settle dates for {band}.",
    Right.BOOK: "Your role does not let you book gigs for {band}.",
}


def band_taken(refusal: BandTaken, reader: Telling[T]) -> T:
    """What the band has at that time."""
    other = refusal.other
    day = formats.day(other.start.date(), reader.locale, today=reader.today)
    return reader.say(
        "{band} has a {what} then: {when}.",
        band=reader.strong(refusal.band[:60]),
        what=what(other, reader),
        when=f"{day}, {formats.hours(other.start.time(), other.end.time(), reader.locale)}",
    )


SENTENCES: Mapping[type[Any], Callable[[Any, Telling[Any]], Any]] = {
    NightPast: night_past,
    NotPublished: not_published,
    SlotGone: slot_gone,
    ApplicationOver: application_over,
    PlayersTaken: players_taken,
    NotAsked: not_asked,
    NotAllowed: not_allowed,
    BandTaken: band_taken,
}
"""Of each refusal that a page may meet, what it says."""
