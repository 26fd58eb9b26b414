"""The tables of scheduling: diaries, imported calendars, rehearsals and gigs with their answers."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    false,
)

from core.scheduling.kinds import CommitmentKind, CommitmentState, Kind, Rsvp
from storage.engine.columns import Id, Instant, WallTime, one_of
from storage.engine.metadata import numbered_table

availability = numbered_table(
    "availability",
    Column("person", Id, ForeignKey("person.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("starts", WallTime, nullable=False),
    Column("zone", Text, nullable=False),
    Column("nominal", BigInteger),
    Column("elapsed", BigInteger, nullable=False),
    Column("all_day", Boolean, nullable=False),
    Column("repeat", Text),
    Column("exceptions", JSON, nullable=False),
    Column("words", Text, nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("removed_at", Instant),
    # The person who entered it for this one, if somebody did. Not a foreign key: to add one to an
    # existing table, SQLite has to rebuild the table.
    Column("said_by", Id),
    one_of("kind", Kind),
    Index(None, "person", "removed_at"),
)

# A month for which the person has confirmed their diary; `month` is its first day.
confirmation = numbered_table(
    "confirmation",
    Column("person", Id, ForeignKey("person.id"), nullable=False),
    Column("month", Date, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("person", "month"),
)

nudge = numbered_table(
    "nudge",
    Column("band", Id, ForeignKey("band.id"), nullable=False),
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("by", Id, ForeignKey("person.id"), nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("band", "person"),
)

# An imported calendar. `busy` holds only times: {"exact": [[start, end]], "wall": [[start, end]]} in seconds.
# Those under "exact" are POSIX; those under "wall" (whole days, and times without a zone) are wall time in
# the person's zone.
feed = numbered_table(
    "feed",
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("address", Text, nullable=False),
    Column("busy", JSON(none_as_null=True)),
    Column("etag", Text),
    Column("changed", Text),
    Column("made_at", Instant, nullable=False),
    Column("read_at", Instant),
    Column("due_at", Instant, nullable=False),
    Column("failing_since", Instant),
    Column("told_at", Instant),
    Column("why", Text),
    Column("removed_at", Instant),
    Column("claimed_by", Text),
    Column("lease_until", Instant),
    Index(None, "removed_at", "due_at"),
)

# Wall time and zone are the truth; the instants are derived from them.
commitment = numbered_table(
    "commitment",
    Column("band", Id, ForeignKey("band.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("starts", WallTime, nullable=False),
    Column("ends", WallTime, nullable=False),
    Column("zone", Text, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("place", Text),
    Column("note", Text),
    Column("made_by", Id, ForeignKey("person.id"), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("answer_by", Instant),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("agreed", Boolean, nullable=False, server_default=false()),
    Column("changed_at", Instant),
    Column("changes", Integer, nullable=False, server_default="0"),
    one_of("kind", CommitmentKind),
    one_of("state", CommitmentState),
    Index(None, "band", "ends_at"),
)

rsvp = numbered_table(
    "rsvp",
    Column("commitment", Id, ForeignKey("commitment.id"), nullable=False),
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("answer", Text, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("commitment", "person"),
    one_of("answer", Rsvp),
)
