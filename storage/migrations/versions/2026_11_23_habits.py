"""Habits: what "evening" means in a band, and when it plays."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_habits"
down_revision = "2026_11_23_first_evening"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("band") as band:
        band.add_column(sa.Column("habits", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("band") as band:
        band.drop_column("habits")
