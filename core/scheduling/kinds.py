"""The kinds of a person's time, and the kinds and states of a band's commitments."""

from enum import StrEnum


class Kind(StrEnum):
    """Busy, maybe or free."""

    BUSY = "busy"
    MAYBE = "maybe"
    FREE = "free"


class CommitmentKind(StrEnum):
    """The kinds of commitment that take a band's time."""

    REHEARSAL = "rehearsal"
    GIG = "gig"


class CommitmentState(StrEnum):
    """proposed -> confirmed -> cancelled; proposed -> cancelled. Only confirmed commitments take time."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class Rsvp(StrEnum):
    """A player's answer to a commitment; without an answer there is no row."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"
