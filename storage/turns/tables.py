"""The tables of changes and of pending commands (`draft`)."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Text, UniqueConstraint, false

from storage.engine.columns import Id, Instant
from storage.engine.metadata import numbered_table

# No constraint lists the kinds of change, so that a new one needs no migration.
change = numbered_table(
    "change",
    Column("person", Id, ForeignKey("person.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
    Column("at", Instant, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("undone", Boolean, nullable=False, server_default=false()),
    Index(None, "person", "id"),
)

draft = numbered_table(
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
