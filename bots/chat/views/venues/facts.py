"""What a venue says of itself, as facts: on its card, and field by field where it is edited."""

from collections.abc import Callable

from bots.chat.reply import Line, Link, line
from bots.chat.turn import Reader
from bots.chat.views.band.profile import field_label as service_label
from core import formats
from core.bands import SERVICES
from core.marketplace.venues import Requirement, Room, Venue

FIELDS = ("name", "city", "address", "capacity", "rooms", "genres", "ages", "backline", "terms", "asks")
"""The fields that are no links, by the names that people type."""
EXAMPLES = {
    "name": "The Heron",
    "city": "Leeds",
    "address": "14 Mill St",
    "capacity": "200",
    "rooms": "Main hall 200, Cellar 60",
    "genres": "indie, punk",
    "ages": "18+",
    "backline": "drums, bass cab, two guitar combos",
    "terms": "curfew 23:00, sound engineer included",
    "asks": "links, draw",
    "website": "theheron.com",
    "instagram": "@theheron",
    "tiktok": "@theheron",
    "youtube": "@theheron",
    "spotify": "https://open.spotify.com/artist/4Z8W4fKeB5YxbusRsdQVPb",
    "soundcloud": "soundcloud.com/theheron",
    "bandcamp": "theheron.bandcamp.com",
    "facebook": "facebook.com/theheron",
}
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


def venue_facts(venue: Venue, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """All that is said of it, without what is not."""
    facts = [(named(each, reader), found) for each in FIELDS[1:] if (found := _VALUES[each](venue, reader))]
    links = [Link(service_label(each, reader), url) for each in SERVICES if (url := _url(venue, each))]
    if links:
        pieces = [piece for link in links for piece in (" · ", link)]
        facts.append((reader.label("Links"), line(*pieces[1:])))
    return tuple(facts)


def practical_facts(venue: Venue, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """What a band that plays there has to know, beside what the night itself offers."""
    fields = ("address", "rooms", "backline", "terms")
    return tuple((named(each, reader), found) for each in fields if (found := _VALUES[each](venue, reader)))


def field_fact(venue: Venue, field: str, reader: Reader) -> tuple[str, Line]:
    """One field, said or not."""
    if field in _VALUES:
        return named(field, reader), _VALUES[field](venue, reader) or reader.say("not said")
    url = _url(venue, field)
    return named(field, reader), line(Link(url, url)) if url else reader.say("no link")


def named(field: str, reader: Reader) -> str:
    """What a fact about the field is called."""
    return reader.label(_LABELS[field]) if field in _LABELS else service_label(field, reader)


def ages(age_from: int, reader: Reader) -> str:
    """The least age of the audience."""
    return reader.label("all ages") if age_from == 0 else reader.label("{age}+", age=str(age_from))


def _url(venue: Venue, service: str) -> str | None:
    return venue.profile.links.get(service)


def _city(venue: Venue, _: Reader) -> Line:
    return line(venue.profile.city)


def _text(value: Callable[[Venue], str | None]) -> Callable[[Venue, Reader], Line]:
    def words(venue: Venue, _: Reader) -> Line:
        found = value(venue)
        return line(found) if found else ()

    return words


def _capacity(venue: Venue, _: Reader) -> Line:
    return line(str(venue.profile.capacity)) if venue.profile.capacity is not None else ()


def _rooms(venue: Venue, reader: Reader) -> Line:
    return line(", ".join(_room(each, reader) for each in venue.profile.rooms)) if venue.profile.rooms else ()


def _room(room: Room, reader: Reader) -> str:
    if room.capacity is None:
        return room.name
    return reader.label("{room} ({people})", room=room.name, people=str(room.capacity))


def _genres(venue: Venue, reader: Reader) -> Line:
    known = venue.profile.genres
    return line(formats.listing(known, reader.locale)) if known else ()


def _ages(venue: Venue, reader: Reader) -> Line:
    age = venue.profile.age_from
    return () if age is None else line(ages(age, reader))


def _asks(venue: Venue, reader: Reader) -> Line:
    asked = [reader.label(_ASKED[each]) for each in venue.profile.requires]
    return line(formats.listing(asked, reader.locale)) if asked else ()


_VALUES: dict[str, Callable[[Venue, Reader], Line]] = {
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
