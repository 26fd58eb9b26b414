"""What a person can say of a stretch of time, and what can become of a band's."""

from enum import StrEnum


class Kind(StrEnum):
    """Busy, maybe or free."""

    BUSY = "busy"
    MAYBE = "maybe"
    FREE = "free"


class CommitmentKind(StrEnum):
    """What a band's time is taken by."""

    REHEARSAL = "rehearsal"
    GIG = "gig"


class CommitmentState(StrEnum):
    """proposed -> confirmed -> cancelled; proposed -> cancelled. Only what is confirmed takes time."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class Rsvp(StrEnum):
    """A player's answer to a commitment; who has not answered has no row."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"
