"""From bytes to the lines of each event: unfolded, cut apart, and only those about times.

An event's title, location and attendees are dropped here, before anything is interpreted.
A broken event spoils only itself: its lines end where the next event begins.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.scheduling.calendars.outcome import FeedTrouble, Unreadable

KEPT = frozenset(
    {
        "UID",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "SEQUENCE",
        "DTSTAMP",
        "STATUS",
        "TRANSP",
        "X-MICROSOFT-CDO-BUSYSTATUS",
    }
)
"""The properties of an event that say when it is and whether it takes time."""

_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_FOLD = re.compile(rb"\n[ \t]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

Properties = dict[str, list[str]]
"""The whole lines of one event, by the names of their properties in upper case."""


@dataclass(slots=True)
class Pieces:
    """A calendar, cut apart."""

    events: list[Properties] = field(default_factory=list)
    zones: list[list[str]] = field(default_factory=list)
    """The lines of each VTIMEZONE, its BEGIN and END included."""
    broken: int = 0
    """Events that begin and never end."""


def pieces_of(data: bytes) -> Pieces | Unreadable:
    """Cut a calendar apart. Several in one file are read as one."""
    text = _text(data)
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        return Unreadable(FeedTrouble.EMPTY)
    heads = [line.strip().upper() for line in lines if line[:1] in "BbEe"]
    begun = heads.count("BEGIN:VCALENDAR")
    if not begun:
        page = lines[0].lstrip().startswith("<")
        return Unreadable(FeedTrouble.PAGE if page else FeedTrouble.NOT_A_CALENDAR)
    if heads.count("END:VCALENDAR") < begun:
        return Unreadable(FeedTrouble.TRUNCATED)
    return _cut(iter(lines))


def _text(data: bytes) -> str:
    encoding = "utf-8"
    for mark, name in _BOMS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            break
    if encoding != "utf-8":
        data = data.decode(encoding, "replace").encode()
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    # Unfolded before decoding: a line may be folded inside a letter. Bytes that are not UTF-8 occur only in
    # texts and names, which are compared but not interpreted.
    return _FOLD.sub(b"", data).decode("utf-8", "backslashreplace")


def _cut(lines: Iterator[str]) -> Pieces:
    """The events and zones of a calendar (RFC 5545, sections 3.6.1 and 3.6.5), without alarms."""
    pieces = Pieces()
    event: Properties | None = None
    inner = 0
    for line in lines:
        head = line.strip().upper() if line[:1] in "BbEe" else ""
        if head == "BEGIN:VEVENT":
            pieces.broken += event is not None
            event, inner = {}, 0
        elif event is None:
            if head == "BEGIN:VTIMEZONE":
                pieces.zones.append(_zone(line, lines))
        elif head == "END:VEVENT":
            pieces.events.append(event)
            event = None
        elif head == "END:VCALENDAR":
            pieces.broken += 1
            event = None
        elif head and (step := _step(head)):
            inner += step
        elif inner <= 0:
            _keep(event, line)
    return pieces


def _step(head: str) -> int:
    """One level deeper into something nested in an event (an alarm), or out of it."""
    return head.startswith("BEGIN:") - head.startswith("END:")


def _keep(event: Properties, line: str) -> None:
    """Add a line to its event, if it is about times."""
    found = _NAME.match(line)
    if found and (name := found[0].upper()) in KEPT:
        event.setdefault(name, []).append(line)


def _zone(first: str, lines: Iterator[str]) -> list[str]:
    own = [first]
    for line in lines:
        own.append(line)
        if line.strip().upper() == "END:VTIMEZONE":
            break
    return own
