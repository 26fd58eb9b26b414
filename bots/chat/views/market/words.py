"""The words that every card and notice about a night is made of, with their marks."""

from bots.chat.reply import Line, Strong, Words, plain
from bots.chat.turn import Reader
from core.marketplace.events import Event
from core.marketplace.venues import Venue
from presentation.nights.standing import day_words, where


def night(event: Event, venue: Venue, reader: Reader) -> Line:
    """When and where, on one line ("Fri 11 Dec, The Heron, Leeds")."""
    return reader.say("{day}, {place}", day=day_words(event, reader), place=where(venue))


def parts_of_night(event: Event, venue: Venue, reader: Reader) -> dict[str, Words]:
    """{night}, {day}, {venue} of a title."""
    return {
        "night": Strong(plain(night(event, venue, reader))),
        "day": Strong(day_words(event, reader)),
        "venue": Strong(venue.name),
    }
