"""Links that sign in on the web, and sessions."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_02_web_sessions"
down_revision = "2026_12_01_publications"
branch_labels = None
depends_on = None

# Spelled out, not imported: what a migration does must not change with the tables of later releases.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "web_link",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_web_link_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_link")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "web_session",
        sa.Column("id", ID, nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_web_session_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_session")),
        sqlite_autoincrement=True,
    )
    for table in ("web_link", "web_session"):
        op.create_index(op.f(f"ix_{table}_person"), table, ["person"])
        op.create_index(op.f(f"ix_{table}_made_at"), table, ["made_at"])


def downgrade() -> None:
    op.drop_table("web_session")
    op.drop_table("web_link")
