"""The tables of links that sign in, and of sessions. Both hold only the hash of a secret."""

from sqlalchemy import Column, ForeignKey, Text

from storage.engine.columns import Id, Instant
from storage.engine.metadata import numbered_table

web_link = numbered_table(
    "web_link",
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("proof", Text, nullable=False),
    Column("made_at", Instant, nullable=False, index=True),
)

web_session = numbered_table(
    "web_session",
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("proof", Text, nullable=False),
    Column("made_at", Instant, nullable=False, index=True),
    Column("used_at", Instant, nullable=False),
)
