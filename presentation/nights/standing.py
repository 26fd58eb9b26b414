"""A night and an application in words: when, where, how they stand."""

from dataclasses import replace
from datetime import datetime

from core import formats
from core.marketplace.applications import Application, ApplicationStage
from core.marketplace.events import Event, EventState, EventStatus, Slot, status_of
from core.marketplace.events.from_posts import as_post
from core.marketplace.events.times import NightTimes, night_times
from core.marketplace.posts.values import SlotKind
from core.marketplace.venues import Venue
from core.moments import to_wall
from presentation.nights.terms import kind_words, slot_words
from presentation.wording import Wording

_STATUSES = {
    EventStatus.DRAFT: "Draft",
    EventStatus.DISCARDED: "Discarded",
    EventStatus.BOOKING_OPEN: "Booking Open",
    EventStatus.NEED_SUPPORT: "Need Support",
    EventStatus.BOOKED: "Booked",
    EventStatus.CANCELLED: "Cancelled",
    EventStatus.PAST: "Past",
}
_STAGES = {
    ApplicationStage.LOOKING: "Asking your players",
    ApplicationStage.PENDING: "Pending",
    ApplicationStage.ACCEPTED: "Accepted",
    ApplicationStage.CONFIRMED: "Confirmed",
    ApplicationStage.PLAYED: "Played",
    ApplicationStage.DECLINED: "Declined",
    ApplicationStage.WITHDRAWN: "Withdrawn",
    ApplicationStage.EXPIRED: "Expired",
    ApplicationStage.FILLED: "Filled",
    ApplicationStage.CANCELLED: "Cancelled",
}


def day_words(event: Event, reader: Wording) -> str:
    """The night's date, with the year where it is not obvious."""
    return formats.day(event.day, reader.locale, today=reader.today)


def where(venue: Venue) -> str:
    """The venue and its city."""
    return f"{venue.name}, {venue.profile.city}"


def status_line(event: Event, reader: Wording) -> str:
    """How it stands, and what of it is still open ("Need Support · open: 1 support")."""
    parts = [status_word(event, reader)]
    left = event.open_slots
    if event.state is EventState.PUBLISHED and left and len(left) < len(event.slots):
        parts.append(reader.label("open: {slots}", slots=open_words(event, reader)))
    return " · ".join(parts)


def open_words(event: Event, reader: Wording) -> str:
    """The slots that are still open: "1 main support, 2 openers"."""
    left = as_post([replace(event, slots=event.open_slots)]).slots
    return ", ".join(slot_words(each, reader) for each in left)


def status(event: Event, reader: Wording) -> EventStatus:
    """The status that people read; a night is past once its date is."""
    ends = night_times(event).ends_at
    over = event.day < reader.today
    return status_of(event, ends_at=ends, now=ends if over else event.made_at)


def status_word(event: Event, reader: Wording) -> str:
    """How a night stands, in a word."""
    return reader.label(_STATUSES[status(event, reader)])


def stage_word(stage: ApplicationStage, reader: Wording) -> str:
    """How an application stands, in a word."""
    return reader.label(_STAGES[stage])


def times_words(times: NightTimes, reader: Wording) -> str:
    """The hours; the zone where it is not the reader's."""
    hours = formats.hours(times.start.time(), times.end.time(), reader.locale)
    return hours if times.zone == reader.zone else f"{hours} ({formats.city_of(times.zone)})"


def moment_words(at: datetime, zone: str, reader: Wording) -> str:
    """A deadline as wall time of the night's zone, with its city where that is not the reader's."""
    wall = formats.moment(to_wall(at, zone), reader.locale, today=reader.today)
    return wall if zone == reader.zone else f"{wall} ({formats.city_of(zone)})"


def slot_of(application: Application, slot: Slot | None, reader: Wording) -> str:
    """The sort of slot that an application is for."""
    kind: SlotKind = slot.kind if slot is not None else application.kind
    return kind_words(kind, reader)
