"""A venue's facts on its card, and field by field where it is edited."""

from bots.chat.reply import Line, Link, line
from bots.chat.turn import Reader
from core.bands import SERVICES
from core.bands.fields import SERVICE_NAMES
from core.marketplace.venues import Venue
from presentation.venues import FIELDS, PRACTICAL, field_words, named, told

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


def venue_facts(venue: Venue, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """All that is said of it, without what is not."""
    facts = _facts(venue, FIELDS[1:], reader)
    links = [Link(SERVICE_NAMES[each], url) for each in SERVICES if (url := _url(venue, each))]
    if links:
        pieces = [piece for link in links for piece in (" · ", link)]
        facts = (*facts, (reader.label("Links"), line(*pieces[1:])))
    return facts


def practical_facts(venue: Venue, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """What a band that plays there has to know, beside what the night itself offers."""
    return _facts(venue, PRACTICAL, reader)


def _facts(venue: Venue, fields: tuple[str, ...], reader: Reader) -> tuple[tuple[str, Line], ...]:
    return tuple((name, line(words)) for name, words in told(venue, fields, reader))


def field_fact(venue: Venue, field: str, reader: Reader) -> tuple[str, Line]:
    """One field, said or not."""
    if field in FIELDS:
        words = field_words(venue, field, reader)
        return named(field, reader), line(words) if words else reader.say("not said")
    url = _url(venue, field)
    return named(field, reader), line(Link(url, url)) if url else reader.say("no link")


def _url(venue: Venue, service: str) -> str | None:
    return venue.profile.links.get(service)
