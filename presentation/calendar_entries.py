"""Rehearsals, gigs and green zones as entries of a calendar file, in words."""

from datetime import UTC, datetime, timedelta

from core.publications import Publication
from core.publications.calendars import CommitmentCalendar, GreenCalendar, ShownCommitment
from core.scheduling.green.zones import Stretch
from presentation.calendar_files.values import CalendarEntry, CalendarFile, EntryStatus
from presentation.words import translate

REFRESH = timedelta(hours=1)
"""How often a calendar app should ask again."""


def commitment_file(calendar: CommitmentCalendar, origin: str, locale: str) -> CalendarFile:
    """The calendar of a person or of a band; `origin` makes the names of its entries unique in the world."""
    name = calendar.band.name if calendar.band else translate("My bands", locale)
    entries = tuple(entry(each, calendar.publication, origin, locale) for each in calendar.entries)
    return CalendarFile(name=name, entries=entries, refresh=REFRESH, zone=calendar.zone)


def entry(shown: ShownCommitment, publication: Publication | None, origin: str, locale: str) -> CalendarEntry:
    """One rehearsal or gig; `publication`: the calendar that it is in, if it is in any."""
    commitment = shown.commitment
    ring = publication.alarm if publication else timedelta(0)
    return CalendarEntry(
        uid=f"commitment-{commitment.id}@{origin}",
        start=commitment.start,
        end=commitment.end,
        zone=commitment.zone,
        summary=translate(_SUMMARIES[shown.is_gig], locale).format(band=shown.band),
        description=translate(_PROPOSED, locale) if shown.tentative and not shown.cancelled else "",
        location=commitment.location or "",
        status=_status(shown),
        busy=_status(shown) is EntryStatus.CONFIRMED,
        sequence=commitment.changes,
        made_at=commitment.made_at,
        changed_at=commitment.changed_at or commitment.made_at,
        alarms=(ring,) if ring else (),
    )


_SUMMARIES = {True: "Gig: {band}", False: "Rehearsal: {band}"}
"""By whether it is a gig."""
_PROPOSED = "Not confirmed yet."


def _status(shown: ShownCommitment) -> EntryStatus:
    if shown.cancelled:
        return EntryStatus.CANCELLED
    return EntryStatus.TENTATIVE if shown.tentative else EntryStatus.CONFIRMED


def green_file(calendar: GreenCalendar, origin: str, locale: str, *, now: datetime) -> CalendarFile:
    """The green zones of a band, as entries that take nobody's time."""
    today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    entries = tuple(_zone(each, calendar, origin, locale, today) for each in calendar.zones.stretches)
    name = translate("{band}: green zones", locale).format(band=calendar.band.name)
    return CalendarFile(name=name, entries=entries, refresh=REFRESH, zone=calendar.band.zone)


def _zone(
    stretch: Stretch, calendar: GreenCalendar, origin: str, locale: str, today: datetime
) -> CalendarEntry:
    """A stretch. One that has other hours by now is another entry: what was shown before goes away."""
    start, end = (each.strftime("%Y%m%dT%H%M") for each in (stretch.start, stretch.end))
    return CalendarEntry(
        uid=f"green-{calendar.band.id}-{start}-{end}@{origin}",
        start=stretch.start,
        end=stretch.end,
        zone=calendar.band.zone,
        summary=translate("{band} can play", locale).format(band=calendar.band.name),
        status=EntryStatus.CONFIRMED,
        busy=False,
        sequence=0,
        made_at=today,
        changed_at=today,
    )
