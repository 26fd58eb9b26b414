"""All tables. Rows become domain values in this folder and nowhere else."""

from enum import StrEnum

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
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    true,
)

from core.bands import PlaceKind, Role
from core.ids import Platform
from core.scheduling.kinds import CommitmentKind, CommitmentState, Kind, Rsvp
from storage.columns import Id, Instant, WallTime, one_of

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class NoticeState(StrEnum):
    """waiting -> leased -> sent | waiting again | buried."""

    WAITING = "waiting"
    LEASED = "leased"
    SENT = "sent"
    BURIED = "buried"


def _table(name: str, *parts: Column[object] | UniqueConstraint | CheckConstraint | Index) -> Table:
    # Ids stand on buttons for months, so that none may come back with another meaning: SQLite must
    # not reuse those of deleted rows.
    return Table(name, metadata, Column("id", Id, primary_key=True), *parts, sqlite_autoincrement=True)


band = _table(
    "band",
    Column("name", Text, nullable=False),
    Column("city", Text),
    Column("zone", Text, nullable=False),
    Column("genres", JSON, nullable=False),
    Column("habits", JSON(none_as_null=True)),
    Column("links", JSON(none_as_null=True)),
    Column("revision", BigInteger, nullable=False, server_default="0"),
    Column("made_at", Instant, nullable=False),
    Column("dissolved_at", Instant),
)

person = _table(
    "person",
    Column("name", Text, nullable=False),
    Column("zone", Text),
    Column("locale", Text),
    Column("free_by_default", Boolean, nullable=False, server_default=true()),
    Column("last_band", Id, ForeignKey("band.id")),
    Column("made_at", Instant, nullable=False),
    Column("language", Text),
    Column("instruments", JSON(none_as_null=True)),
    Column("named", Boolean),
    Column("gone_at", Instant),
)

account = _table(
    "account",
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("platform", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("opened", Boolean, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("unreachable_at", Instant),
    UniqueConstraint("platform", "key"),
    one_of("platform", Platform),
)

membership = _table(
    "membership",
    Column("band", Id, ForeignKey("band.id"), nullable=False),
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("role", Text, nullable=False),
    Column("part", Text),
    Column("required", Boolean, nullable=False),
    Column("joined_at", Instant, nullable=False),
    Column("left_at", Instant),
    UniqueConstraint("band", "person"),
    one_of("role", Role),
)

binding = _table(
    "binding",
    # The kind is part of the key: the first channel of an old Discord server has the server's own id.
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("band", Id, ForeignKey("band.id"), nullable=False, index=True),
    UniqueConstraint("kind", "key"),
    one_of("kind", PlaceKind),
)

invite = _table(
    "invite",
    Column("band", Id, ForeignKey("band.id"), nullable=False, index=True),
    Column("made_by", Id, ForeignKey("person.id"), nullable=False),
    Column("code", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("part", Text),
    Column("expires_at", Instant, nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    Column("uses", Integer),
    one_of("role", Role),
    CheckConstraint("uses_left >= 0", name="uses_left"),
)

availability = _table(
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
    # Who entered it for the person, if somebody did. Not a foreign key: SQLite adds none to a table
    # that is there without making all of it anew.
    Column("said_by", Id),
    one_of("kind", Kind),
    Index(None, "person", "removed_at"),
)

# A month that its person has said to be right as it stands in the diary: the first day of it.
confirmation = _table(
    "confirmation",
    Column("person", Id, ForeignKey("person.id"), nullable=False),
    Column("month", Date, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("person", "month"),
)

nudge = _table(
    "nudge",
    Column("band", Id, ForeignKey("band.id"), nullable=False),
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("by", Id, ForeignKey("person.id"), nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("band", "person"),
)

link_code = _table(
    "link_code",
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("code", Text, nullable=False, unique=True),
    Column("made_at", Instant, nullable=False),
    Column("used_at", Instant),
)

# A calendar elsewhere whose busy times count. `busy` holds nothing but times: {"exact": [[start, end]],
# "wall": [[start, end]]} in seconds, the first POSIX, the second on the wall of whatever zone the person
# lives in (whole days, and times without a zone).
feed = _table(
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

# A band's time taken: wall time and zone are the truth, the instants are derived from them.
commitment = _table(
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
    one_of("kind", CommitmentKind),
    one_of("state", CommitmentState),
    Index(None, "band", "ends_at"),
)

rsvp = _table(
    "rsvp",
    Column("commitment", Id, ForeignKey("commitment.id"), nullable=False),
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("answer", Text, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("commitment", "person"),
    one_of("answer", Rsvp),
)

# The kinds of changes and notices grow with every area, and their areas know them: no constraint, so
# that a new kind needs no migration.
change = _table(
    "change",
    Column("person", Id, ForeignKey("person.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
    Column("at", Instant, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("undone", Boolean, nullable=False, server_default=false()),
    Index(None, "person", "id"),
)

draft = _table(
    "draft",
    Column("person", Id, ForeignKey("person.id"), nullable=False),
    Column("place", Text, nullable=False),
    Column("command", Text, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("asking", Text, nullable=False),
    Column("choices", JSON, nullable=False),
    Column("asked_at", Instant, nullable=False, index=True),
    UniqueConstraint("person", "place"),
)

outbox = _table(
    "outbox",
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("account", Id, ForeignKey("account.id"), index=True),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("due_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default=NoticeState.WAITING.value),
    Column("claimed_by", Text),
    Column("lease_until", Instant),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("tried", JSON, nullable=False),
    Column("done_at", Instant),
    Column("why", Text),
    # The messages by which it was told, as core.destinations.MessageRef names them.
    Column("messages", JSON(none_as_null=True)),
    one_of("state", NoticeState),
    Index(None, "state", "due_at"),
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
