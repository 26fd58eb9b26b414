"""First evening: people, bands, diaries, and what keeps them honest."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_first_evening"
down_revision = None
branch_labels = None
depends_on = None

# Spelled out, not imported: what a migration does must not change with the tables of later releases.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "band",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("genres", sa.JSON(), nullable=False),
        sa.Column("revision", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("dissolved_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_band")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "binding",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("band", ID, nullable=False),
        sa.CheckConstraint("kind IN ('server', 'channel', 'group')", name=op.f("ck_binding_kind")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_binding_band")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_binding")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_binding_kind_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_binding_band"), "binding", ["band"])

    op.create_table(
        "person",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("locale", sa.Text(), nullable=True),
        sa.Column("free_by_default", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("last_band", ID, nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["last_band"], ["band.id"], name=op.f("fk_person_last_band")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "account",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("opened", sa.Boolean(), nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("failures", sa.Integer(), server_default="0", nullable=False),
        sa.Column("unreachable_at", INSTANT, nullable=True),
        sa.CheckConstraint(
            "platform IN ('discord', 'telegram', 'console')", name=op.f("ck_account_platform")
        ),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_account_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("platform", "key", name=op.f("uq_account_platform_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_account_person"), "account", ["person"])

    op.create_table(
        "availability",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("starts", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("nominal", sa.BigInteger(), nullable=True),
        sa.Column("elapsed", sa.BigInteger(), nullable=False),
        sa.Column("all_day", sa.Boolean(), nullable=False),
        sa.Column("repeat", sa.Text(), nullable=True),
        sa.Column("exceptions", sa.JSON(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("said_at", INSTANT, nullable=False),
        sa.Column("removed_at", INSTANT, nullable=True),
        sa.CheckConstraint("kind IN ('busy', 'maybe', 'free')", name=op.f("ck_availability_kind")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_availability_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_availability")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_availability_person_removed_at"), "availability", ["person", "removed_at"])

    op.create_table(
        "change",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("undone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_change_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sa.UniqueConstraint("cause", name=op.f("uq_change_cause")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_change_person_id"), "change", ["person", "id"])

    op.create_table(
        "draft",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("asking", sa.Text(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_draft_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("person", "place", name=op.f("uq_draft_person_place")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_draft_asked_at"), "draft", ["asked_at"])

    op.create_table(
        "invite",
        sa.Column("id", ID, nullable=False),
        sa.Column("band", ID, nullable=False),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.CheckConstraint("role IN ('owner', 'booker', 'member', 'dep')", name=op.f("ck_invite_role")),
        sa.CheckConstraint("uses_left >= 0", name=op.f("ck_invite_uses_left")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_invite_band")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_invite_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite")),
        sa.UniqueConstraint("code", name=op.f("uq_invite_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_invite_band"), "invite", ["band"])

    op.create_table(
        "membership",
        sa.Column("id", ID, nullable=False),
        sa.Column("band", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("joined_at", INSTANT, nullable=False),
        sa.Column("left_at", INSTANT, nullable=True),
        sa.CheckConstraint("role IN ('owner', 'booker', 'member', 'dep')", name=op.f("ck_membership_role")),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_membership_band")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_membership_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint("band", "person", name=op.f("uq_membership_band_person")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_membership_person"), "membership", ["person"])

    op.create_table(
        "outbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("account", ID, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=True),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tried", sa.JSON(), nullable=False),
        sa.Column("done_at", INSTANT, nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'leased', 'sent', 'buried')", name=op.f("ck_outbox_state")),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name=op.f("fk_outbox_account")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_outbox_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_outbox_account"), "outbox", ["account"])
    op.create_index(op.f("ix_outbox_person"), "outbox", ["person"])
    op.create_index(op.f("ix_outbox_state_due_at"), "outbox", ["state", "due_at"])


def downgrade() -> None:
    for table in (
        "outbox",
        "membership",
        "invite",
        "draft",
        "change",
        "availability",
        "account",
        "person",
        "binding",
        "setting",
        "band",
    ):
        op.drop_table(table)
