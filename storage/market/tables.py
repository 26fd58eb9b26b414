"""The tables of the market: venues, nights, applications, matches."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    false,
)

from core.bands import BindingKind
from core.marketplace.applications import ApplicationState, LookAnswer, Side
from core.marketplace.events import EventState
from core.marketplace.posts.values import SlotKind
from core.marketplace.tickets import Viewers
from storage.engine.columns import Id, Instant, one_of
from storage.engine.metadata import numbered_table

venue = numbered_table(
    "venue",
    # `profile` holds all of it, as core.typed_json writes it; a search needs columns of its own.
    Column("name", Text, nullable=False),
    Column("city", Text, nullable=False),
    Column("profile", JSON, nullable=False),
    Column("revision", BigInteger, nullable=False, server_default="0"),
    Column("made_at", Instant, nullable=False),
    Column("closed_at", Instant),
)

promoter = numbered_table(
    "promoter",
    Column("venue", Id, ForeignKey("venue.id"), nullable=False),
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("joined_at", Instant, nullable=False),
    Column("left_at", Instant),
    UniqueConstraint("venue", "person"),
)

venue_invite = numbered_table(
    "venue_invite",
    Column("venue", Id, ForeignKey("venue.id"), nullable=False, index=True),
    Column("made_by", Id, ForeignKey("person.id"), nullable=False),
    Column("code", Text, nullable=False, unique=True),
    Column("expires_at", Instant, nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    CheckConstraint("uses_left >= 0", name="uses_left"),
)

venue_binding = numbered_table(
    "venue_binding",
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("venue", Id, ForeignKey("venue.id"), nullable=False, index=True),
    UniqueConstraint("kind", "key"),
    one_of("kind", BindingKind),
)

event = numbered_table(
    "event",
    Column("venue", Id, ForeignKey("venue.id"), nullable=False),
    # The first of the nights that were posted together: this row itself, or another. Not a foreign key,
    # since the first does not know its own id before it is there.
    Column("post", Id, index=True),
    Column("day", Date, nullable=False),
    Column("zone", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("terms", JSON, nullable=False),
    # Derived from the date, the terms and the zone.
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("made_by", Id, ForeignKey("person.id"), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("published_at", Instant),
    # When its date, its terms or its state was changed last, and how often.
    Column("changed_at", Instant),
    Column("changes", Integer, nullable=False, server_default="0"),
    one_of("state", EventState),
    Index(None, "venue", "ends_at"),
    Index(None, "state", "starts_at"),
)

slot = numbered_table(
    "slot",
    Column("event", Id, ForeignKey("event.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("minutes", Integer),
    Column("minutes_most", Integer),
    Column("sets", Integer, nullable=False, server_default="1"),
    Column("position", Integer),
    Column("fee", JSON(none_as_null=True)),
    Column("band", Id, ForeignKey("band.id"), index=True),
    Column("application", Id),
    Column("taken", Boolean, nullable=False, server_default=false()),
    one_of("kind", SlotKind),
)

application = numbered_table(
    "application",
    Column("event", Id, ForeignKey("event.id"), nullable=False, index=True),
    Column("band", Id, ForeignKey("band.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("made_by", Id, ForeignKey("person.id"), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("doors_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("slot", Id),
    Column("offered", Boolean, nullable=False),
    Column("note", Text),
    Column("draw", Integer),
    Column("sent_at", Instant),
    Column("look_until", Instant),
    Column("keeps_until", Instant),
    Column("seen_at", Instant),
    Column("shortlisted_at", Instant),
    Column("line", Text),
    Column("ended_by", Text),
    Column("commitment", Id, ForeignKey("commitment.id")),
    Column("revision", Integer, nullable=False, server_default="0"),
    # The hash of the code of an invite that is out.
    Column("code", Text, unique=True),
    one_of("kind", SlotKind),
    one_of("state", ApplicationState),
    one_of("ended_by", Side),
    Index(None, "band", "ends_at"),
)

# A player who was asked whether they can play that night, and the answer.
look = numbered_table(
    "look",
    Column("event", Id, ForeignKey("event.id"), nullable=False),
    Column("band", Id, ForeignKey("band.id"), nullable=False),
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("asked_at", Instant, nullable=False),
    Column("answer", Text),
    Column("by_when", Text),
    Column("answered_at", Instant),
    Column("left_out", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("event", "band", "person"),
    one_of("answer", LookAnswer),
)

# What one side of a played booking says of the other. Band, venue and end are those of the booking.
rating = numbered_table(
    "rating",
    Column("application", Id, ForeignKey("application.id"), nullable=False),
    Column("side", Text, nullable=False),
    Column("band", Id, ForeignKey("band.id"), nullable=False),
    Column("venue", Id, ForeignKey("venue.id"), nullable=False),
    Column("stars", Integer, nullable=False),
    Column("person", Id, ForeignKey("person.id"), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("line", Text),
    Column("reply", Text),
    UniqueConstraint("application", "side"),
    one_of("side", Side),
    Index(None, "band", "side", "ends_at"),
    Index(None, "venue", "side", "ends_at"),
)

# A band that was told of a night, or waits to be told of it in a digest, or does not want it.
match = numbered_table(
    "match",
    Column("event", Id, ForeignKey("event.id"), nullable=False),
    Column("band", Id, ForeignKey("band.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("alone", Boolean, nullable=False),
    Column("aside_at", Instant),
    UniqueConstraint("event", "band"),
    Index(None, "band", "at"),
)

# A search for the bands that fit a night: where it has got to, and when it goes on.
search = numbered_table(
    "search",
    Column("event", Id, ForeignKey("event.id"), nullable=False, unique=True),
    Column("after", Id, nullable=False, server_default="0"),
    Column("due_at", Instant, nullable=False, index=True),
)

# A night whose tickets are counted: where, with which token, and the last counts. There is no name in it of
# anybody who has bought a ticket.
counting = numbered_table(
    "counting",
    Column("event", Id, ForeignKey("event.id"), nullable=False, unique=True),
    Column("provider", Text, nullable=False),
    Column("base", Text, nullable=False),
    Column("place", Text, nullable=False),
    # Encrypted (storage/engine/sealing.py).
    Column("token", Text, nullable=False),
    Column("viewers", Text, nullable=False, server_default=Viewers.PROMOTERS.value),
    Column("made_by", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("made_at", Instant, nullable=False),
    Column("sold", Integer),
    Column("pending", Integer),
    Column("available", Integer),
    Column("checked_in", Integer),
    Column("counted_at", Instant),
    Column("asked_at", Instant),
    Column("failing_since", Instant),
    Column("why", Text),
    Column("rests_until", Instant),
    Column("told_at", Instant),
    Column("due_at", Instant, nullable=False, index=True),
    Column("claimed_by", Text),
    Column("lease_until", Instant),
    one_of("viewers", Viewers),
)
