"""Sent messages: the outbox remembers by which messages a notice was told."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_24_sent_messages"
down_revision = "2026_11_23_band_life"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("messages", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_column("messages")
