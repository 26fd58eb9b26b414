"""A link to the page that shows the same, in words; below what is said in chat."""

from urllib.parse import urlencode

from bots.chat.reply import Link, Paragraph
from bots.chat.turn import Reader
from core.marketplace.events import Event, EventState
from core.marketplace.venues import Venue
from presentation.addresses import OPEN_DATES, VENUES, event_path, venue_path

_PUBLIC = (EventState.PUBLISHED, EventState.CANCELLED)


def venue_link(venue: Venue, reader: Reader) -> list[Paragraph]:
    """The page of a venue; nothing where the reader could open none."""
    return _page(venue_path(venue.id, venue.name), reader)


def night_link(event: Event, venue: Venue, reader: Reader) -> list[Paragraph]:
    """The page of a night, once everybody may see it."""
    return _page(event_path(event.id, venue.name, event.day), reader) if event.state in _PUBLIC else []


def venues_link(near: str | None, genre: str | None, reader: Reader) -> list[Paragraph]:
    """The list of venues with its map."""
    asked = urlencode({name: value for name, value in (("near", near), ("genre", genre)) if value})
    link = _link(f"{VENUES}?{asked}" if asked else VENUES, reader)
    return [Paragraph(reader.say("On a map: {link}", link=link))] if link else []


def open_dates_link(reader: Reader) -> list[Paragraph]:
    """The list of all open dates."""
    link = _link(OPEN_DATES, reader)
    return [Paragraph(reader.say("All that is open: {link}", link=link))] if link else []


def _page(path: str, reader: Reader) -> list[Paragraph]:
    link = _link(path, reader)
    return [Paragraph(reader.say("Its page: {link}", link=link))] if link else []


def _link(path: str, reader: Reader) -> Link | None:
    if reader.pages is None:
        return None
    address = reader.pages(path)
    return Link(address, address)
