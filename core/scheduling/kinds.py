"""What a person can say of a stretch of time."""

from enum import StrEnum


class Kind(StrEnum):
    """Busy, maybe or free."""

    BUSY = "busy"
    MAYBE = "maybe"
    FREE = "free"
