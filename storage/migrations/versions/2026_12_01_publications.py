"""What is read by a secret address, and when a rehearsal or a gig was changed last."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_publications"
down_revision = "2026_11_30_market"
branch_labels = None
depends_on = None

# Spelled out, not imported: what a migration does must not change with the tables of later releases.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
KINDS = "'my_calendar', 'band_calendar', 'green_calendar', 'availability'"


def upgrade() -> None:
    op.add_column("commitment", sa.Column("changed_at", INSTANT, nullable=True))
    op.add_column("commitment", sa.Column("changes", sa.Integer(), nullable=False, server_default="0"))
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
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_publication_kind")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_publication_person")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_publication_band")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        sa.UniqueConstraint("person", "kind", "scope", name=op.f("uq_publication_person_kind_scope")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_publication_band"), "publication", ["band"])


def downgrade() -> None:
    op.drop_table("publication")
    op.drop_column("commitment", "changes")
    op.drop_column("commitment", "changed_at")
