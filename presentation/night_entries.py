"""A night as an entry of a calendar file, for those who come to listen."""

from datetime import datetime, time, timedelta

from core.marketplace.events import Event
from core.marketplace.events.public_nights import PublicNight
from core.marketplace.events.times import audience_times
from core.marketplace.venues import Venue
from presentation.calendar_files.values import CalendarEntry, CalendarFile, EntryStatus
from presentation.nights.public import title_words
from presentation.wording import Wording

REFRESH = timedelta(hours=6)
_A_DAY = timedelta(days=1)


def night_file(night: PublicNight, reader: Wording, *, origin: str, url: str) -> CalendarFile:
    """The file; `origin` makes the entry's name unique in the world, `url` is the night's page, if known."""
    entry = night_entry(night, reader, origin=origin, url=url)
    return CalendarFile(name=entry.summary, entries=(entry,), refresh=REFRESH, zone=night.event.zone)


def night_entry(night: PublicNight, reader: Wording, *, origin: str, url: str) -> CalendarEntry:
    """The entry. Where no time was said, it is the whole day."""
    start, end, whole = _span(night.event)
    return CalendarEntry(
        uid=f"event-{night.event.id}@{origin}",
        start=start,
        end=end,
        zone=night.event.zone,
        whole_days=whole,
        summary=title_words(night, reader),
        location=place(night.venue),
        url=url,
        status=EntryStatus.CANCELLED if night.cancelled else EntryStatus.CONFIRMED,
        sequence=night.changes,
        made_at=night.published_at,
        changed_at=night.updated_at,
    )


def place(venue: Venue) -> str:
    """Where it is, on one line."""
    return ", ".join(filter(None, (venue.name, venue.profile.address, venue.profile.city)))


def _span(event: Event) -> tuple[datetime, datetime, bool]:
    times = audience_times(event)
    if times.start_said:
        return times.start, times.end, False
    midnight = datetime.combine(event.day, time())
    return midnight, midnight + _A_DAY, True
