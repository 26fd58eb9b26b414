"""The whole schema: the metadata with the tables of every area.

Import `metadata` from here where all tables must be in it: for migrations, and to go through every table.
"""

from storage.bands.tables import band, binding, invite, kit_file, membership, press_kit, stored_file
from storage.engine.metadata import metadata
from storage.market.tables import (
    application,
    counting,
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
from storage.web_sessions.tables import web_link, web_session

__all__ = [
    "account",
    "application",
    "availability",
    "band",
    "binding",
    "change",
    "commitment",
    "confirmation",
    "counting",
    "draft",
    "event",
    "feed",
    "invite",
    "kit_file",
    "link_code",
    "look",
    "match",
    "membership",
    "metadata",
    "nudge",
    "outbox",
    "person",
    "press_kit",
    "promoter",
    "publication",
    "rating",
    "rsvp",
    "search",
    "setting",
    "slot",
    "stored_file",
    "venue",
    "venue_binding",
    "venue_invite",
    "web_link",
    "web_session",
]
