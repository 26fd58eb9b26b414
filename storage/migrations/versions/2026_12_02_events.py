"""Nights on pages: when one was changed last, and how often; the page of open dates that fit one band."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_02_events"
down_revision = "2026_12_01_publications"
branch_labels = None
depends_on = None

# Spelled out, not imported: what a migration does must not change with the tables of later releases.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
BEFORE = "'my_calendar', 'band_calendar', 'green_calendar', 'availability'"
KINDS = f"{BEFORE}, 'open_dates'"


def upgrade() -> None:
    op.add_column("event", sa.Column("changed_at", INSTANT, nullable=True))
    op.add_column("event", sa.Column("changes", sa.Integer(), nullable=False, server_default="0"))
    _kinds(KINDS)


def downgrade() -> None:
    op.execute("DELETE FROM publication WHERE kind = 'open_dates'")
    _kinds(BEFORE)
    op.drop_column("event", "changes")
    op.drop_column("event", "changed_at")


def _kinds(listed: str) -> None:
    """On SQLite a new table takes the place of this one, which no row points to."""
    name = op.f("ck_publication_kind")
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(name, "publication", type_="check")
        op.create_check_constraint(name, "publication", f"kind IN ({listed})")
        return
    op.drop_index(op.f("ix_publication_band"), "publication")
    op.rename_table("publication", "publication_before")
    op.create_table(
        "publication",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("band", ID, nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("alarm", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.Column("scope", ID, nullable=False),
        sa.CheckConstraint(f"kind IN ({listed})", name=name),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_publication_person")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_publication_band")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        sa.UniqueConstraint("person", "kind", "scope", name=op.f("uq_publication_person_kind_scope")),
        sqlite_autoincrement=True,
    )
    columns = ("id", "kind", "person", "band", "made_at", "generation", "alarm", "revoked_at", "scope")
    before = sa.table("publication_before", *map(sa.column, columns))
    after = sa.table("publication", *map(sa.column, columns))
    op.execute(sa.insert(after).from_select(columns, sa.select(before)))
    # An address that was deleted never comes back as another's: its number is not given again.
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'publication'")
    op.execute("UPDATE sqlite_sequence SET name = 'publication' WHERE name = 'publication_before'")
    op.drop_table("publication_before")
    op.create_index(op.f("ix_publication_band"), "publication", ["band"])
