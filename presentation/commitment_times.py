"""When a rehearsal or a gig is, in words."""

from datetime import datetime, timedelta

from core import formats
from core.scheduling.commitments.commitment import Commitment
from presentation.wording import Wording


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
