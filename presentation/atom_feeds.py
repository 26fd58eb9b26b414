"""Lists that feed readers follow, as Atom (RFC 4287)."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no XML document may hold (XML 1.0, 2.2), or had better not."""
_SINCE = "2026"
"""The year in our names: the authority in them was ours by then (RFC 4151)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomEntry:
    """One thing in the list. Words may hold anything: they are escaped."""

    id: str
    """The same for ever, whatever becomes of the thing and of its address; made by `tag_of`."""
    title: str
    updated: datetime
    """When it last changed in a way that its readers should hear of; aware, as is `published`."""
    link: str
    """The page that shows it: its address, or its path where the address is not known."""
    published: datetime | None = None
    summary: str = ""
    """In plain words; may have several lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomFeed:
    """The list as it stands now."""

    id: str
    """As that of an entry."""
    title: str
    author: str
    updated: datetime
    """When anything in it last changed; the same facts give the same bytes."""
    link: str
    """The page that shows the same."""
    here: str
    """Where the list itself is."""
    entries: tuple[AtomEntry, ...]
    """In the order in which they are shown."""
    subtitle: str = ""


def tag_of(origin: str, *parts: str | int) -> str:
    """A name that no other thing in the world has (RFC 4151); `origin` is that of the program's secrets.

    `tag_of("1f.bandwidth", "event", 34)` is "tag:1f.bandwidth,2026:event/34".
    """
    return f"tag:{origin},{_SINCE}:{'/'.join(map(str, parts))}"


def atom_of(feed: AtomFeed) -> bytes:
    """The bytes of the list."""
    root = Element("feed", xmlns=_NAMESPACE)
    _say(root, "id", feed.id)
    _say(root, "title", feed.title)
    if feed.subtitle:
        _say(root, "subtitle", feed.subtitle)
    _say(root, "updated", _instant(feed.updated))
    _say(SubElement(root, "author"), "name", feed.author)
    SubElement(root, "link", rel="self", type="application/atom+xml", href=_clean(feed.here))
    SubElement(root, "link", rel="alternate", type="text/html", href=_clean(feed.link))
    for each in feed.entries:
        _add(root, each)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _add(root: Element, entry: AtomEntry) -> None:
    element = SubElement(root, "entry")
    _say(element, "id", entry.id)
    _say(element, "title", entry.title)
    _say(element, "updated", _instant(entry.updated))
    if entry.published is not None:
        _say(element, "published", _instant(entry.published))
    SubElement(element, "link", rel="alternate", type="text/html", href=_clean(entry.link))
    if entry.summary:
        _say(element, "summary", entry.summary)


def _say(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = _clean(words)


def _clean(words: str) -> str:
    return _FORBIDDEN.sub("", words)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
