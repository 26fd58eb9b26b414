"""The table of what is read by a secret address."""

from sqlalchemy import Column, ForeignKey, Integer, Text, UniqueConstraint

from core.publications import PublicationKind
from storage.engine.columns import Id, Instant, one_of
from storage.engine.metadata import numbered_table

publication = numbered_table(
    "publication",
    Column("kind", Text, nullable=False),
    Column("person", Id, ForeignKey("person.id"), nullable=False),
    Column("band", Id, ForeignKey("band.id"), index=True),
    Column("made_at", Instant, nullable=False),
    Column("generation", Integer, nullable=False, server_default="0"),
    Column("alarm", Integer, nullable=False, server_default="0"),
    Column("revoked_at", Instant),
    # The band, or 0: of nothing there are two for one person, and NULL is unlike NULL.
    Column("scope", Id, nullable=False),
    one_of("kind", PublicationKind),
    UniqueConstraint("person", "kind", "scope"),
)
