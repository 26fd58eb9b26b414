"""One entry as a VEVENT."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Component, Event
from icalendar.prop import vCategory, vDate, vDatetime, vDuration, vInt, vText, vUri

from presentation.calendar_files.spans import EntrySpan
from presentation.calendar_files.values import CalendarEntry, EntryStatus
from presentation.calendar_files.words import address, cleaned

_WHOLE = 75
"""Lines of fewer octets are not folded."""


class EscapedText(vText):
    """Text in which a backslash before an N stays one: icalendar 7.3 makes a line break of the two."""

    def to_ical(self) -> bytes:
        """The text with everything escaped that means something in a file."""
        return (
            rb"\\N".join(vText(part).to_ical() for part in self.split(r"\N"))
            if r"\N" in self
            else super().to_ical()
        )


def lines_of(component: Component) -> bytes:
    """The lines of a component, folded; most are short, and those need not go through the library's loop."""
    return b"".join(
        (line.encode() if len(line) < _WHOLE and line.isascii() else line.to_ical()) + b"\r\n"
        for line in component.content_lines()
        if line
    )


def text(words: str) -> vText:
    """Somebody's words as a value."""
    return EscapedText(cleaned(words))


def uri(url: str) -> vUri:
    """An address as a value."""
    return vUri(address(url))


def duration(length: timedelta) -> vDuration:
    """A length as a value, in whole seconds."""
    return vDuration(timedelta(days=length.days, seconds=length.seconds))


def event_of(entry: CalendarEntry, span: EntrySpan) -> Event:
    """The entry as a component."""
    cancelled = entry.status is EntryStatus.CANCELLED
    summary = text(entry.summary)
    event = Event()
    event["UID"] = text(entry.uid)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = _instant(entry.changed_at)
    event["CREATED"] = _instant(entry.made_at)
    event["DTSTART"] = _moment(span.start, span.zone)
    if span.end is not None:
        event["DTEND"] = _moment(span.end, span.zone)
    event["SUMMARY"] = summary
    for name, words in (("DESCRIPTION", entry.description), ("LOCATION", entry.location)):
        if words:
            event[name] = text(words)
    if entry.url:
        event["URL"] = uri(entry.url)
    if entry.categories:
        event["CATEGORIES"] = _categories(entry.categories)
    event["STATUS"] = vText(entry.status.value)
    event["TRANSP"] = vText("OPAQUE" if entry.busy and not cancelled else "TRANSPARENT")
    event["SEQUENCE"] = vInt(entry.sequence)
    for before in () if cancelled else entry.alarms:
        event.add_component(_alarm(before, summary))
    return event


def _instant(at: datetime) -> vDatetime:
    return vDatetime(at.astimezone(UTC))


def _moment(at: date, zone: str) -> vDatetime | vDate:
    if not isinstance(at, datetime):
        return vDate(at, params={"VALUE": "DATE"})
    found = vDatetime(at)
    if zone:
        found.params["TZID"] = zone
    return found


def _categories(names: tuple[str, ...]) -> vCategory:
    found = vCategory([])
    found.cats = [text(name) for name in names]
    return found


def _alarm(before: timedelta, summary: vText) -> Alarm:
    alarm = Alarm()
    alarm["ACTION"] = vText("DISPLAY")
    alarm["DESCRIPTION"] = summary
    alarm["TRIGGER"] = duration(-before)
    return alarm
