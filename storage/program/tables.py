"""The table of the program's own named values."""

from sqlalchemy import Column, Table, Text

from storage.engine.metadata import metadata

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
