"""The tables of bands: members, bound chats, invites, press kits and their files."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
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

press_kit = numbered_table(
    "press_kit",
    Column("band", Id, ForeignKey("band.id"), nullable=False, unique=True),
    # As core.typed_json writes a core.bands.kits.PressKit; files by their ids in kit_file.
    Column("kit", JSON, nullable=False),
)

# The bytes of pictures and documents: equal ones once, whoever has sent them.
stored_file = numbered_table(
    "stored_file",
    Column("digest", Text, nullable=False, unique=True),
    Column("media_type", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# A file that somebody has sent. A picture has two more forms: for a page, and for a page's preview.
kit_file = numbered_table(
    "kit_file",
    Column("band", Id, ForeignKey("band.id"), index=True),
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", Id, ForeignKey("stored_file.id"), nullable=False, index=True),
    Column("page", Id, ForeignKey("stored_file.id"), index=True),
    Column("card", Id, ForeignKey("stored_file.id"), index=True),
    Column("sent_at", Instant, nullable=False),
    # Since when no kit holds it; it is deleted after a while.
    Column("unused_since", Instant),
    Index(None, "unused_since"),
)
