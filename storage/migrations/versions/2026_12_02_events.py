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
    _kinds(BEFORE, KINDS)


def downgrade() -> None:
    op.execute("DELETE FROM publication WHERE kind = 'open_dates'")
    _kinds(KINDS, BEFORE)
    op.drop_column("event", "changes")
    op.drop_column("event", "changed_at")


def _kinds(old: str, new: str) -> None:
    """Let a publication be of one of these kinds; SQLite rebuilds the table for it."""
    with op.batch_alter_table(
        "publication", copy_from=_publication(old), table_kwargs={"sqlite_autoincrement": True}
    ) as table:
        table.drop_constraint(op.f("ck_publication_kind"), type_="check")
        table.create_check_constraint(op.f("ck_publication_kind"), sa.text(f"kind IN ({new})"))


def _publication(kinds: str) -> sa.Table:
    return sa.Table(
        "publication",
        sa.MetaData(),
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("band", ID, nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("alarm", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.Column("scope", ID, nullable=False),
        sa.CheckConstraint(f"kind IN ({kinds})", name=op.f("ck_publication_kind")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_publication_person")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_publication_band")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        sa.UniqueConstraint("person", "kind", "scope", name=op.f("uq_publication_person_kind_scope")),
        sa.Index(op.f("ix_publication_band"), "band"),
    )
