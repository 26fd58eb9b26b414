"""What the two sides of a booking say of each other after the night."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_04_ratings"
down_revision = "2026_12_02_tickets"
branch_labels = None
depends_on = None

# Spelled out, not imported: what a migration does must not change with the tables of later releases.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "rating",
        sa.Column("id", ID, nullable=False),
        sa.Column("application", ID, nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("band", ID, nullable=False),
        sa.Column("venue", ID, nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("line", sa.Text(), nullable=True),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.CheckConstraint("side IN ('band', 'venue')", name=op.f("ck_rating_side")),
        sa.ForeignKeyConstraint(["application"], ["application.id"], name=op.f("fk_rating_application")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_rating_band")),
        sa.ForeignKeyConstraint(["venue"], ["venue.id"], name=op.f("fk_rating_venue")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_rating_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
        sa.UniqueConstraint("application", "side", name=op.f("uq_rating_application_side")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_rating_band_side_ends_at"), "rating", ["band", "side", "ends_at"])
    op.create_index(op.f("ix_rating_venue_side_ends_at"), "rating", ["venue", "side", "ends_at"])


def downgrade() -> None:
    op.drop_table("rating")
