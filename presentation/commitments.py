"""Rehearsals and gigs in words: when they are, and what they are."""

from datetime import datetime, timedelta

from core import formats
from core.scheduling.commitments.commitment import Commitment
from core.scheduling.kinds import CommitmentKind
from presentation.wording import Wording

_KINDS = {CommitmentKind.REHEARSAL: "rehearsal", CommitmentKind.GIG: "gig"}
_KINDS_FIRST = {CommitmentKind.REHEARSAL: "Rehearsal", CommitmentKind.GIG: "Gig"}
"""The same at the start of a sentence."""


def hours(start: datetime, end: datetime, reader: Wording) -> str:
    """Start and end, with the day of the end if it is a day or more after the start."""
    if end - start < timedelta(days=1):
        return formats.hours(start.time(), end.time(), reader.locale)
    first = formats.clock(start.time(), reader.locale)
    last = formats.moment(end, reader.locale, today=reader.today)
    return reader.label("{start} to {end}", start=first, end=last)


def when(start: datetime, end: datetime, zone: str, reader: Wording) -> str:
    """The day and the hours; the zone where it is not the reader's."""
    day = formats.day(start.date(), reader.locale, today=reader.today)
    where = "" if zone == reader.zone else f" ({formats.city_of(zone)})"
    return f"{day}, {hours(start, end, reader)}{where}"


def when_of(commitment: Commitment, reader: Wording) -> str:
    """When a commitment is."""
    return when(commitment.start, commitment.end, commitment.zone, reader)


def what(commitment: Commitment, reader: Wording) -> str:
    """A rehearsal or a gig, as a word."""
    return reader.label(_KINDS[commitment.kind])


def what_first(commitment: Commitment, reader: Wording) -> str:
    """The same at the start of a sentence."""
    return reader.label(_KINDS_FIRST[commitment.kind])
