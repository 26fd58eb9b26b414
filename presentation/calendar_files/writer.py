"""From a calendar to the bytes of its file; the same calendar always gives the same bytes."""

from collections.abc import Iterable

from presentation.calendar_files.spans import EntrySpan, span_of
from presentation.calendar_files.values import CalendarFile

PRODUCT = "-//Bandwidth//Bandwidth//EN"
"""What wrote the file."""
_END = b"END:VCALENDAR\r\n"


def written(file: CalendarFile) -> bytes:
    """The file. Raises UnknownZone. The library is loaded with the first one."""
    from presentation.calendar_files.events import event_of, lines_of

    spans = [(span_of(entry), entry) for entry in file.entries]
    spans.sort(key=lambda each: (each[0].at, each[1].uid))
    zones = _zones(span for span, _ in spans)
    events = (lines_of(event_of(entry, span)) for span, entry in spans)
    return b"".join((_head(file).removesuffix(_END), *zones, *events, _END))


def _zones(spans: Iterable[EntrySpan]) -> list[bytes]:
    """The definitions of all zones that are named."""
    from presentation.calendar_files.zones import definition

    ends: dict[str, list[EntrySpan]] = {}
    for span in spans:
        if span.zone:
            ends.setdefault(span.zone, []).append(span)
    return [
        definition(zone, min(each.start for each in named), max(each.end or each.start for each in named))
        for zone, named in sorted(ends.items())
    ]


def _head(file: CalendarFile) -> bytes:
    """A calendar without anything in it."""
    from icalendar import Calendar
    from icalendar.prop import vText

    from presentation.calendar_files.events import duration, text, uri

    calendar = Calendar()
    calendar["VERSION"] = vText("2.0")
    calendar["PRODID"] = vText(PRODUCT)
    calendar["CALSCALE"] = vText("GREGORIAN")
    if file.method is not None:
        calendar["METHOD"] = text(file.method)
    calendar["NAME"] = calendar["X-WR-CALNAME"] = text(file.name)
    if file.description:
        calendar["DESCRIPTION"] = calendar["X-WR-CALDESC"] = text(file.description)
    if file.url:
        calendar["URL"] = uri(file.url)
    if file.zone:
        calendar["X-WR-TIMEZONE"] = text(file.zone)
    refresh = duration(file.refresh)
    calendar["X-PUBLISHED-TTL"] = refresh
    calendar["REFRESH-INTERVAL"] = duration(file.refresh)
    calendar["REFRESH-INTERVAL"].params["VALUE"] = "DURATION"
    return bytes(calendar.to_ical())
