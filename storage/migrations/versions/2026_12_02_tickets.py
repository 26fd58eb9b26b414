"""Nights whose tickets are counted by their provider."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_02_tickets"
down_revision = "2026_12_02_epk"
branch_labels = None
depends_on = None

# Spelled out, not imported: what a migration does must not change with the tables of later releases.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
VIEWERS = "'promoters', 'bands', 'everybody'"


def upgrade() -> None:
    op.create_table(
        "counting",
        sa.Column("id", ID, nullable=False),
        sa.Column("event", ID, nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("viewers", sa.Text(), nullable=False, server_default="promoters"),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("sold", sa.Integer(), nullable=True),
        sa.Column("pending", sa.Integer(), nullable=True),
        sa.Column("available", sa.Integer(), nullable=True),
        sa.Column("checked_in", sa.Integer(), nullable=True),
        sa.Column("counted_at", INSTANT, nullable=True),
        sa.Column("asked_at", INSTANT, nullable=True),
        sa.Column("failing_since", INSTANT, nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("rests_until", INSTANT, nullable=True),
        sa.Column("told_at", INSTANT, nullable=True),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=True),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.CheckConstraint(f"viewers IN ({VIEWERS})", name=op.f("ck_counting_viewers")),
        sa.ForeignKeyConstraint(["event"], ["event.id"], name=op.f("fk_counting_event")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_counting_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counting")),
        sa.UniqueConstraint("event", name=op.f("uq_counting_event")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_counting_made_by"), "counting", ["made_by"])
    op.create_index(op.f("ix_counting_due_at"), "counting", ["due_at"])


def downgrade() -> None:
    op.drop_table("counting")
