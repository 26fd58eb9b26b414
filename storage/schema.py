"""The whole schema: the metadata with the tables of every area.

Import `metadata` from here where all tables must be in it: for migrations, and to go through every table.
"""

from storage.bands.tables import band, binding, invite, membership
from storage.engine.metadata import metadata
from storage.market.tables import (
    application,
    event,
    look,
    match,
    promoter,
    rating,
    search,
    slot,
    venue,
    venue_binding,
    venue_invite,
)
from storage.outbox.tables import outbox
from storage.people.tables import account, link_code, person
from storage.program.tables import setting
from storage.publications.tables import publication
from storage.scheduling.tables import availability, commitment, confirmation, feed, nudge, rsvp
from storage.turns.tables import change, draft

__all__ = [
    "account",
    "application",
    "availability",
    "band",
    "binding",
    "change",
    "commitment",
    "confirmation",
    "draft",
    "event",
    "feed",
    "invite",
    "link_code",
    "look",
    "match",
    "membership",
    "metadata",
    "nudge",
    "outbox",
    "person",
    "promoter",
    "publication",
    "rating",
    "rsvp",
    "search",
    "setting",
    "slot",
    "venue",
    "venue_binding",
    "venue_invite",
]
