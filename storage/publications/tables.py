"""The table of what is read by a secret address."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Text, func

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
    one_of("kind", PublicationKind),
)
Index(
    "uq_publication_calendar",
    publication.c.person,
    publication.c.kind,
    func.coalesce(publication.c.band, 0),
    unique=True,
)
