"""Press kits of bands, and the photos and files in them."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_02_epk"
down_revision = "2026_12_02_web_sessions"
branch_labels = None
depends_on = None

# Spelled out, not imported: what a migration does must not change with the tables of later releases.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
BEFORE = "'my_calendar', 'band_calendar', 'green_calendar', 'availability', 'open_dates'"
KINDS = f"{BEFORE}, 'press_kit'"


def upgrade() -> None:
    _kinds(KINDS)
    op.create_table(
        "press_kit",
        sa.Column("id", ID, nullable=False),
        sa.Column("band", ID, nullable=False),
        sa.Column("kit", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_press_kit_band")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_press_kit")),
        sa.UniqueConstraint("band", name=op.f("uq_press_kit_band")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "stored_file",
        sa.Column("id", ID, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_file")),
        sa.UniqueConstraint("digest", name=op.f("uq_stored_file_digest")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "kit_file",
        sa.Column("id", ID, nullable=False),
        sa.Column("band", ID, nullable=True),
        sa.Column("person", ID, nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", ID, nullable=False),
        sa.Column("page", ID, nullable=True),
        sa.Column("card", ID, nullable=True),
        sa.Column("sent_at", INSTANT, nullable=False),
        sa.Column("unused_since", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["band"], ["band.id"], name=op.f("fk_kit_file_band")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_kit_file_person")),
        sa.ForeignKeyConstraint(["content"], ["stored_file.id"], name=op.f("fk_kit_file_content")),
        sa.ForeignKeyConstraint(["page"], ["stored_file.id"], name=op.f("fk_kit_file_page")),
        sa.ForeignKeyConstraint(["card"], ["stored_file.id"], name=op.f("fk_kit_file_card")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kit_file")),
        sqlite_autoincrement=True,
    )
    for column in ("band", "person", "content", "page", "card", "unused_since"):
        op.create_index(op.f(f"ix_kit_file_{column}"), "kit_file", [column])


def downgrade() -> None:
    op.drop_table("kit_file")
    op.drop_table("stored_file")
    op.drop_table("press_kit")
    op.execute("DELETE FROM publication WHERE kind = 'press_kit'")
    _kinds(BEFORE)


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
