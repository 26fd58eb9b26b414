"""A night in words for everybody: what it is called, who plays, when, and which bands are wanted."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core import formats
from core.marketplace.events import Event, EventState, EventStatus, Slot, status_of
from core.marketplace.events.from_posts import as_post
from core.marketplace.events.public_nights import PublicNight
from core.marketplace.events.times import clock_change, night_times, on_the_wall, points_of
from core.marketplace.posts.values import Point, PointOfDay, SlotKind
from core.moments import to_exact
from presentation.addresses import event_path
from presentation.nights.standing import open_words, where
from presentation.nights.terms import (
    fees_words,
    genres_words,
    kind_label,
    paying_words,
    point_label,
    point_words,
)
from presentation.venues import told
from presentation.wording import Wording

_ORDER = tuple(SlotKind)
_FOR_BANDS = (Point.LOAD_IN, Point.SOUNDCHECK, Point.LINE_CHECK, Point.CHANGEOVER)
"""Points of the day that are nothing to those who come to listen."""
_PLAYED = {
    (False, False): "{minutes} min",
    (False, True): "{minutes} to {most} min",
    (True, False): "{sets} sets of {minutes} min",
    (True, True): "{sets} sets of {minutes} to {most} min",
}
"""The length of a set, by whether there are several, and whether it may vary."""
_NONE = timedelta()


@dataclass(frozen=True, slots=True)
class BillLine:
    """A place on the bill that is filled."""

    kind: str
    band: str
    """Empty: an act from elsewhere, which the venue has not named."""
    length: str
    """Of its set; empty where that was not said."""


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A point of the day."""

    name: str
    words: str
    at: datetime | None
    """Aware; None: it is a length."""


def night_path(night: PublicNight) -> str:
    """The page of the night."""
    return event_path(night.event.id, night.venue.name, night.event.day)


def title_words(night: PublicNight, reader: Wording) -> str:
    """What the night is called: the bands that play and where, or where alone."""
    bands = bands_words(night, reader)
    if not bands:
        return reader.label("A night at {venue}", venue=night.venue.name)
    return reader.label("{bands} at {venue}", bands=bands, venue=night.venue.name)


def bands_words(night: PublicNight, reader: Wording) -> str:
    """The bands that play, the headliner first; empty while there are none."""
    names = [name for _, name in _on_the_bill(night)]
    return formats.listing(names, reader.locale) if names else ""


def bill_lines(night: PublicNight, reader: Wording) -> tuple[BillLine, ...]:
    """The acts of the night, the headliner first."""
    taken = [each for each in night.event.slots if each.taken and each.band is None]
    booked: list[tuple[Slot, str]] = [*_on_the_bill(night), *((each, "") for each in taken)]
    booked.sort(key=lambda each: _ORDER.index(each[0].kind))
    return tuple(BillLine(_kind(slot, reader), name, _length(slot, reader)) for slot, name in booked)


def _on_the_bill(night: PublicNight) -> list[tuple[Slot, str]]:
    return sorted(night.booked, key=lambda each: _ORDER.index(each[0].kind))


def _kind(slot: Slot, reader: Wording) -> str:
    return "" if slot.kind is SlotKind.ANY else kind_label(slot.kind, reader)


def _length(slot: Slot, reader: Wording) -> str:
    if not slot.minutes:
        return ""
    template = _PLAYED[slot.sets > 1, bool(slot.minutes_most)]
    parts = {"sets": str(slot.sets), "minutes": str(slot.minutes), "most": str(slot.minutes_most)}
    return reader.label(template, **parts)


def time_lines(event: Event, reader: Wording, *, bands: bool = False) -> tuple[TimeLine, ...]:
    """The points of the day, for those who listen; or, with `bands`, those for bands alone."""
    said = [each for each in points_of(event) if (each.point in _FOR_BANDS) is bands]
    lines = (_time_line(each, event, reader) for each in said)
    return tuple(dict.fromkeys(each for each in lines if each.words))


def _time_line(point: PointOfDay, event: Event, reader: Wording) -> TimeLine:
    name, words = point_label(point.point, reader), point_words(point, reader)
    if point.at is None:
        return TimeLine(name, words, None)
    wall = on_the_wall(event.day, point.at)
    if wall.date() != event.day:
        words = reader.label("{time} ({day})", time=words, day=_day(wall.date(), reader))
    return TimeLine(name, words, to_exact(wall, event.zone))


def _day(day: date, reader: Wording) -> str:
    return formats.day(day, reader.locale, today=reader.today)


def zone_words(event: Event, reader: Wording) -> str:
    """Whose clock it is, and whether it is changed during the night."""
    change, city = clock_change(event), formats.city_of(event.zone)
    if change > _NONE:
        return reader.label("{city} time. The clocks are put forward that night.", city=city)
    if change < _NONE:
        return reader.label("{city} time. The clocks are put back that night.", city=city)
    return reader.label("{city} time", city=city)


def public_status(night: PublicNight, now: datetime) -> EventStatus:
    """How it stands."""
    return status_of(night.event, ends_at=night_times(night.event).ends_at, now=now)


def wants_bands(night: PublicNight, now: datetime) -> bool:
    """Whether bands may still apply."""
    event = night.event
    ahead = night_times(event).starts_at > now
    return event.state is EventState.PUBLISHED and bool(event.open_slots) and night.venue_open and ahead


def wanted_facts(night: PublicNight, reader: Wording) -> tuple[tuple[str, str], ...]:
    """What is offered to bands, and what they have to know: without what is said of the night anyway."""
    post = as_post([night.event])
    label = reader.label
    facts = [
        (label("Wanted"), open_words(night.event, reader)),
        (label("Fee"), fees_words(post, reader)),
        (label("Genres"), genres_words(post, reader)),
        (label("Capacity"), str(post.capacity) if post.capacity else ""),
        *((each.name, each.words) for each in time_lines(night.event, reader, bands=True)),
        (label("Notes"), "; ".join(post.notes)),
        *told(night.venue, ("backline", "terms", "asks"), reader),
    ]
    return tuple((name, words) for name, words in facts if words)


def pays_to_play_words(night: PublicNight, reader: Wording) -> str:
    """That the act pays to play, where it does; empty where it does not."""
    return paying_words(as_post([night.event]), reader)


def summary_words(night: PublicNight, reader: Wording) -> str:
    """The night on one line: when, where, and what is open."""
    parts = [_day(night.event.day, reader), where(night.venue)]
    if night.cancelled:
        parts.append(reader.label("called off"))
    elif night.event.open_slots:
        parts.append(reader.label("bands wanted: {slots}", slots=open_words(night.event, reader)))
    return " · ".join(parts)
