"""The tables of people: their profiles, their accounts, the codes that link another account."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, Text, UniqueConstraint, true

from core.ids import Platform
from storage.engine.columns import Id, Instant, one_of
from storage.engine.metadata import numbered_table

person = numbered_table(
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
    # Not a foreign key: to add one to an existing table, SQLite has to rebuild the table.
    Column("last_venue", Id),
)

account = numbered_table(
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

link_code = numbered_table(
    "link_code",
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("code", Text, nullable=False, unique=True),
    Column("made_at", Instant, nullable=False),
    Column("used_at", Instant),
)
