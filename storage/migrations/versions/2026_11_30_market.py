"""The market: venues, nights with their slots, applications, matches; and what bands look for."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_market"
down_revision = "2026_11_30_kinds_of_change"
branch_labels = None
depends_on = None

# Spelled out, not imported: what a migration does must not change with the tables of later releases.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    # Not in batches, here and below: those rebuild tables on SQLite, which loses their AUTOINCREMENT and is
    # refused where other rows point at theirs.
    op.add_column("band", sa.Column("wishes", sa.JSON(), nullable=True))
    op.add_column("person", sa.Column("last_venue", ID, nullable=True))
    op.add_column("band", sa.Column("freed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index(op.f("ix_band_freed"), "band", ["freed"])
    op.add_column("commitment", sa.Column("agreed", sa.Boolean(), nullable=False, server_default=sa.false()))

    op.create_table(
        "venue",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False, server_default="0"),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue")),
        sqlite_autoincrement=True,
    )

    op.create_table(
        "promoter",
        sa.Column("id", ID, nullable=False),
        sa.Column("venue", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("joined_at", INSTANT, nullable=False),
        sa.Column("left_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["venue"], ["venue.id"], name=op.f("fk_promoter_venue")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_promoter_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promoter")),
        sa.UniqueConstraint("venue", "person", name=op.f("uq_promoter_venue_person")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_promoter_person"), "promoter", ["person"])

    op.create_table(
        "venue_invite",
        sa.Column("id", ID, nullable=False),
        sa.Column("venue", ID, nullable=False),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["venue"], ["venue.id"], name=op.f("fk_venue_invite_venue")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_venue_invite_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue_invite")),
        sa.UniqueConstraint("code", name=op.f("uq_venue_invite_code")),
        sa.CheckConstraint("uses_left >= 0", name=op.f("ck_venue_invite_uses_left")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_venue_invite_venue"), "venue_invite", ["venue"])

    op.create_table(
        "venue_binding",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("venue", ID, nullable=False),
        sa.ForeignKeyConstraint(["venue"], ["venue.id"], name=op.f("fk_venue_binding_venue")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue_binding")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_venue_binding_kind_key")),
        sa.CheckConstraint("kind IN ('server', 'channel', 'group')", name=op.f("ck_venue_binding_kind")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_venue_binding_venue"), "venue_binding", ["venue"])

    op.create_table(
        "event",
        sa.Column("id", ID, nullable=False),
        sa.Column("venue", ID, nullable=False),
        sa.Column("post", ID, nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("published_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["venue"], ["venue.id"], name=op.f("fk_event_venue")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_event_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.CheckConstraint(
            "state IN ('draft', 'discarded', 'published', 'cancelled')", name=op.f("ck_event_state")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_event_post"), "event", ["post"])
    op.create_index(op.f("ix_event_state_starts_at"), "event", ["state", "starts_at"])
    op.create_index(op.f("ix_event_venue_ends_at"), "event", ["venue", "ends_at"])

    op.create_table(
        "slot",
        sa.Column("id", ID, nullable=False),
        sa.Column("event", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("minutes_most", sa.Integer(), nullable=True),
        sa.Column("sets", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("fee", sa.JSON(), nullable=True),
        sa.Column("band", ID, nullable=True),
        sa.Column("application", ID, nullable=True),
        sa.Column("taken", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.ForeignKeyConstraint(["event"], ["event.id"], name=op.f("fk_slot_event")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_slot_band")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot")),
        sa.CheckConstraint(
            "kind IN ('headliner', 'main_support', 'support', 'opener', 'any')", name=op.f("ck_slot_kind")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_slot_band"), "slot", ["band"])
    op.create_index(op.f("ix_slot_event"), "slot", ["event"])

    op.create_table(
        "application",
        sa.Column("id", ID, nullable=False),
        sa.Column("event", ID, nullable=False),
        sa.Column("band", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("doors_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("slot", ID, nullable=True),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("draw", sa.Integer(), nullable=True),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("look_until", INSTANT, nullable=True),
        sa.Column("keeps_until", INSTANT, nullable=True),
        sa.Column("seen_at", INSTANT, nullable=True),
        sa.Column("shortlisted_at", INSTANT, nullable=True),
        sa.Column("line", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("commitment", ID, nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("code", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["event.id"], name=op.f("fk_application_event")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_application_band")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_application_made_by")),
        sa.ForeignKeyConstraint(["commitment"], ["commitment.id"], name=op.f("fk_application_commitment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("code", name=op.f("uq_application_code")),
        sa.CheckConstraint("ended_by IN ('band', 'venue')", name=op.f("ck_application_ended_by")),
        sa.CheckConstraint(
            "kind IN ('headliner', 'main_support', 'support', 'opener', 'any')",
            name=op.f("ck_application_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('looking', 'pending', 'accepted', 'confirmed', "
            "'declined', 'withdrawn', 'filled', 'cancelled')",
            name=op.f("ck_application_state"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_application_band_ends_at"), "application", ["band", "ends_at"])
    op.create_index(op.f("ix_application_event"), "application", ["event"])

    op.create_table(
        "look",
        sa.Column("id", ID, nullable=False),
        sa.Column("event", ID, nullable=False),
        sa.Column("band", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("by_when", sa.Text(), nullable=True),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("left_out", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.ForeignKeyConstraint(["event"], ["event.id"], name=op.f("fk_look_event")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_look_band")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_look_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look")),
        sa.UniqueConstraint("event", "band", "person", name=op.f("uq_look_event_band_person")),
        sa.CheckConstraint("answer IN ('yes', 'maybe', 'no', 'dep')", name=op.f("ck_look_answer")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_look_person"), "look", ["person"])

    op.create_table(
        "match",
        sa.Column("id", ID, nullable=False),
        sa.Column("event", ID, nullable=False),
        sa.Column("band", ID, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sa.Column("aside_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["event"], ["event.id"], name=op.f("fk_match_event")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_match_band")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match")),
        sa.UniqueConstraint("event", "band", name=op.f("uq_match_event_band")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_match_band_at"), "match", ["band", "at"])

    op.create_table(
        "search",
        sa.Column("id", ID, nullable=False),
        sa.Column("event", ID, nullable=False),
        sa.Column("after", ID, nullable=False, server_default="0"),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["event"], ["event.id"], name=op.f("fk_search_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search")),
        sa.UniqueConstraint("event", name=op.f("uq_search_event")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_search_due_at"), "search", ["due_at"])


def downgrade() -> None:
    for table in (
        "search",
        "match",
        "look",
        "application",
        "slot",
        "event",
        "venue_binding",
        "venue_invite",
        "promoter",
        "venue",
    ):
        op.drop_table(table)
    op.drop_column("commitment", "agreed")
    op.drop_index(op.f("ix_band_freed"), "band")
    op.drop_column("band", "freed")
    op.drop_column("person", "last_venue")
    op.drop_column("band", "wishes")
