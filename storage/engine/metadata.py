"""One metadata for the tables of all areas, and the form of a table with numbered rows."""

from sqlalchemy import CheckConstraint, Column, Index, MetaData, Table, UniqueConstraint

from storage.engine.columns import Id

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def numbered_table(name: str, *parts: Column[object] | UniqueConstraint | CheckConstraint | Index) -> Table:
    """A table whose rows have an `id` that is never given to another row, not even after a deletion."""
    # Ids stand on buttons for months. SQLite would reuse those of deleted rows.
    return Table(name, metadata, Column("id", Id, primary_key=True), *parts, sqlite_autoincrement=True)
