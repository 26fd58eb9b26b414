"""Band life: confirmed months, linked accounts, calendars elsewhere, rehearsals and gigs."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_band_life"
down_revision = "2026_11_23_habits"
branch_labels = None
depends_on = None

# Spelled out, not imported: what a migration does must not change with the tables of later releases.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("band") as band:
        band.add_column(sa.Column("links", sa.JSON(), nullable=True))
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("language", sa.Text(), nullable=True))
        person.add_column(sa.Column("instruments", sa.JSON(), nullable=True))
        person.add_column(sa.Column("named", sa.Boolean(), nullable=True))
        person.add_column(sa.Column("gone_at", INSTANT, nullable=True))
    with op.batch_alter_table("invite") as invite:
        invite.add_column(sa.Column("uses", sa.Integer(), nullable=True))
    with op.batch_alter_table("availability") as availability:
        availability.add_column(sa.Column("said_by", ID, nullable=True))

    op.create_table(
        "confirmation",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_confirmation_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation")),
        sa.UniqueConstraint("person", "month", name=op.f("uq_confirmation_person_month")),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "nudge",
        sa.Column("id", ID, nullable=False),
        sa.Column("band", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("by", ID, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_nudge_band")),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_nudge_by")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_nudge_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudge")),
        sa.UniqueConstraint("band", "person", name=op.f("uq_nudge_band_person")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_nudge_person"), "nudge", ["person"])

    op.create_table(
        "link_code",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_link_code_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_code")),
        sa.UniqueConstraint("code", name=op.f("uq_link_code_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_link_code_person"), "link_code", ["person"])

    op.create_table(
        "feed",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("busy", sa.JSON(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("changed", sa.Text(), nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("read_at", INSTANT, nullable=True),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("failing_since", INSTANT, nullable=True),
        sa.Column("told_at", INSTANT, nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("removed_at", INSTANT, nullable=True),
        sa.Column("claimed_by", sa.Text(), nullable=True),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_feed_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_feed_person"), "feed", ["person"])
    op.create_index(op.f("ix_feed_removed_at_due_at"), "feed", ["removed_at", "due_at"])

    op.create_table(
        "commitment",
        sa.Column("id", ID, nullable=False),
        sa.Column("band", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("answer_by", INSTANT, nullable=True),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "state IN ('proposed', 'confirmed', 'cancelled')", name=op.f("ck_commitment_state")
        ),
        sa.CheckConstraint("kind IN ('rehearsal', 'gig')", name=op.f("ck_commitment_kind")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_commitment_band")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_commitment_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_commitment_band_ends_at"), "commitment", ["band", "ends_at"])

    op.create_table(
        "rsvp",
        sa.Column("id", ID, nullable=False),
        sa.Column("commitment", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.CheckConstraint("answer IN ('yes', 'maybe', 'no')", name=op.f("ck_rsvp_answer")),
        sa.ForeignKeyConstraint(["commitment"], ["commitment.id"], name=op.f("fk_rsvp_commitment")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_rsvp_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rsvp")),
        sa.UniqueConstraint("commitment", "person", name=op.f("uq_rsvp_commitment_person")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_rsvp_person"), "rsvp", ["person"])


def downgrade() -> None:
    for table in ("rsvp", "commitment", "feed", "link_code", "nudge", "confirmation"):
        op.drop_table(table)
    with op.batch_alter_table("availability") as availability:
        availability.drop_column("said_by")
    with op.batch_alter_table("invite") as invite:
        invite.drop_column("uses")
    with op.batch_alter_table("person") as person:
        for column in ("gone_at", "named", "instruments", "language"):
            person.drop_column(column)
    with op.batch_alter_table("band") as band:
        band.drop_column("links")
