"""The tables of bands: members, bound chats, invites."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    Text,
    UniqueConstraint,
    false,
)

from core.bands import BindingKind, Role
from storage.engine.columns import Id, Instant, one_of
from storage.engine.metadata import numbered_table

band = numbered_table(
    "band",
    Column("name", Text, nullable=False),
    Column("city", Text),
    Column("zone", Text, nullable=False),
    Column("genres", JSON, nullable=False),
    Column("habits", JSON(none_as_null=True)),
    Column("links", JSON(none_as_null=True)),
    Column("wishes", JSON(none_as_null=True)),
    Column("revision", BigInteger, nullable=False, server_default="0"),
    Column("made_at", Instant, nullable=False),
    Column("dissolved_at", Instant),
    # Somebody's time has been freed, or the band looks for something else: open dates may fit that did not.
    Column("freed", Boolean, nullable=False, server_default=false(), index=True),
)

membership = numbered_table(
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

binding = numbered_table(
    "binding",
    # The kind is part of the key: the first channel of an old Discord server has the server's own id.
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("band", Id, ForeignKey("band.id"), nullable=False, index=True),
    UniqueConstraint("kind", "key"),
    one_of("kind", BindingKind),
)

invite = numbered_table(
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
