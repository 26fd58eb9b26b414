"""What a venue says of itself, in words: field by field, for chats and pages."""

from collections.abc import Callable, Sequence

from core import formats
from core.bands.fields import SERVICE_NAMES
from core.marketplace.venues import Requirement, Room, Venue
from presentation.wording import Wording

FIELDS = ("name", "city", "address", "capacity", "rooms", "genres", "ages", "backline", "terms", "asks")
"""The fields that are no links, by the names that people type."""
PRACTICAL = ("address", "rooms", "backline", "terms")
"""What a band that plays there has to know, beside what the night itself offers."""
_LABELS = {
    "name": "Name",
    "city": "City",
    "address": "Address",
    "capacity": "Capacity",
    "rooms": "Rooms",
    "genres": "Genres",
    "ages": "Ages",
    "backline": "Backline",
    "terms": "House terms",
    "asks": "Asks bands for",
}
_ASKED = {
    Requirement.LINKS: "links to listen to",
    Requirement.DRAW: "how many they draw",
    Requirement.LINE: "a line of their own",
}


def told(venue: Venue, fields: Sequence[str], reader: Wording) -> tuple[tuple[str, str], ...]:
    """What is said of these fields, without those of which nothing is."""
    said = ((each, field_words(venue, each, reader)) for each in fields)
    return tuple((named(each, reader), words) for each, words in said if words)


def field_words(venue: Venue, field: str, reader: Wording) -> str:
    """What one of FIELDS says; empty: nothing."""
    return _VALUES[field](venue, reader)


def named(field: str, reader: Wording) -> str:
    """What a fact about the field is called."""
    return reader.label(_LABELS[field]) if field in _LABELS else SERVICE_NAMES[field]


def ages(age_from: int, reader: Wording) -> str:
    """The least age of the audience."""
    return reader.label("all ages") if age_from == 0 else reader.label("{age}+", age=str(age_from))


def _city(venue: Venue, _: Wording) -> str:
    return venue.profile.city


def _text(value: Callable[[Venue], str | None]) -> Callable[[Venue, Wording], str]:
    def words(venue: Venue, _: Wording) -> str:
        found = value(venue)
        return found or ""

    return words


def _capacity(venue: Venue, _: Wording) -> str:
    return "" if venue.profile.capacity is None else str(venue.profile.capacity)


def _rooms(venue: Venue, reader: Wording) -> str:
    return ", ".join(_room(each, reader) for each in venue.profile.rooms)


def _room(room: Room, reader: Wording) -> str:
    if room.capacity is None:
        return room.name
    return reader.label("{room} ({people})", room=room.name, people=str(room.capacity))


def _genres(venue: Venue, reader: Wording) -> str:
    known = venue.profile.genres
    return formats.listing(known, reader.locale) if known else ""


def _ages(venue: Venue, reader: Wording) -> str:
    age = venue.profile.age_from
    return "" if age is None else ages(age, reader)


def _asks(venue: Venue, reader: Wording) -> str:
    asked = [reader.label(_ASKED[each]) for each in venue.profile.requires]
    return formats.listing(asked, reader.locale) if asked else ""


_VALUES: dict[str, Callable[[Venue, Wording], str]] = {
    "name": _text(lambda venue: venue.name),
    "city": _city,
    "address": _text(lambda venue: venue.profile.address),
    "capacity": _capacity,
    "rooms": _rooms,
    "genres": _genres,
    "ages": _ages,
    "backline": _text(lambda venue: venue.profile.backline),
    "terms": _text(lambda venue: venue.profile.house_terms),
    "asks": _asks,
}
