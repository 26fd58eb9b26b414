"""The table of notices."""

from enum import StrEnum

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Text

from storage.engine.columns import Id, Instant, one_of
from storage.engine.metadata import numbered_table


class NoticeState(StrEnum):
    """waiting -> leased -> sent | waiting again | buried."""

    WAITING = "waiting"
    LEASED = "leased"
    SENT = "sent"
    BURIED = "buried"


outbox = numbered_table(
    "outbox",
    Column("person", Id, ForeignKey("person.id"), nullable=False, index=True),
    Column("account", Id, ForeignKey("account.id"), index=True),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("due_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default=NoticeState.WAITING.value),
    Column("claimed_by", Text),
    Column("lease_until", Instant),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("tried", JSON, nullable=False),
    Column("done_at", Instant),
    Column("why", Text),
    # The messages that were sent for it, as core.destinations.MessageRef stores them.
    Column("messages", JSON(none_as_null=True)),
    one_of("state", NoticeState),
    Index(None, "state", "due_at"),
)
