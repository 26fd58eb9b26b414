"""What is said about a band's profile and links: all of it, or the fields that changed."""

from collections.abc import Callable, Iterable

from bots.chat.buttons.conversation import UndoChange
from bots.chat.reply import (
    Action,
    Block,
    Facts,
    Line,
    Link,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    line,
    rows,
)
from bots.chat.turn import Reader
from bots.chat.views.band.habits import habit_facts
from bots.chat.views.band.wishes import wish_facts
from core import formats
from core.bands import SERVICES, Band
from core.bands.edits import BandEdited, BandSheet
from core.bands.fields import EXAMPLES, SERVICE_NAMES

FIELDS = {field: field.replace("_", " ") for field in EXAMPLES}
"""What people type to name a field."""


def sheet(result: BandSheet, reader: Reader) -> Reply:
    """Everything that can be changed, and how."""
    band = result.band
    facts = [
        (field_label(field, reader), _value(band, field, reader)) for field in ("name", "city", "genres")
    ]
    facts.insert(2, (field_label("zone", reader), line(band.zone)))
    facts += [
        (field_label(each, reader), _value(band, each, reader)) for each in SERVICES if each in band.links
    ]
    blocks: list[Block] = [
        Facts(tuple(facts)),
        Facts(tuple(habit_facts(band, reader).values())),
        Paragraph(line(Strong(reader.label("Looks for")))),
        Facts(tuple(wish_facts(band, reader).values())),
    ]
    missing = [field_label(each, reader) for each in SERVICES if each not in band.links]
    if missing:
        names = formats.listing(missing, reader.locale)
        blocks.append(Paragraph(reader.say("No link yet to: {names}.", names=names)))
    how = Say("band edit field: evening value: 19:00-23:00")
    link = Say("band edit field: instagram value: @thefoxes")
    blocks.append(Paragraph(reader.say("To change one: {how}", how=how)))
    blocks.append(
        Paragraph(reader.say("To add a link: {link}. To take it out, say value: remove.", link=link))
    )
    return Reply(
        reader.say("🎸 {band}: what you can change", band=Strong(band.name)), tuple(blocks), tone=Tone.BAND
    )


def edited(result: BandEdited, reader: Reader) -> Reply:
    """The new values; Undo."""
    band = Strong(result.band.name)
    facts = Facts(field_facts(result.band, result.fields, reader))
    if result.change is None:
        return Reply(reader.say("🎸 {band}: nothing to change", band=band), (facts,), tone=Tone.BAND)
    blocks: list[Block] = [facts]
    if "zone" in result.fields:
        blocks.append(Paragraph(reader.say("Entries in members' diaries keep their own zone.")))
    undo = Action(reader.label("Undo"), UndoChange(result.change))
    return Reply(reader.say("🎸 {band} has changed", band=band), tuple(blocks), rows(undo), Tone.BAND)


def field_facts(band: Band, fields: Iterable[str], reader: Reader) -> tuple[tuple[str, Line], ...]:
    """The labels and present values of those fields."""
    known = {**habit_facts(band, reader), **wish_facts(band, reader)}
    return tuple(
        known[each] if each in known else (field_label(each, reader), _value(band, each, reader))
        for each in fields
    )


def links(band: Band, reader: Reader) -> tuple[tuple[str, Line], ...]:
    """The band's links as one fact, each under its service's name; empty without links."""
    known = [Link(field_label(each, reader), band.links[each]) for each in SERVICES if each in band.links]
    if not known:
        return ()
    parts = [piece for link in known for piece in (" · ", link)]
    return ((reader.label("Links"), line(*parts[1:])),)


def field_label(field: str, reader: Reader) -> str:
    """What a fact about the field is called; services elsewhere have names of their own."""
    return reader.label(_LABELS[field]) if field in _LABELS else SERVICE_NAMES[field]


_LABELS = {"name": "Name", "city": "City", "zone": "Zone", "genres": "Genres", "website": "Website"}


def _value(band: Band, field: str, reader: Reader) -> Line:
    return _VALUES.get(field, _link(field))(band, reader)


def _link(service: str) -> Callable[[Band, Reader], Line]:
    def words(band: Band, reader: Reader) -> Line:
        url = band.links.get(service)
        return line(Link(url, url)) if url else reader.say("no link")

    return words


def _genres(band: Band, reader: Reader) -> Line:
    return line(formats.listing(band.genres, reader.locale)) if band.genres else reader.say("not said")


_VALUES: dict[str, Callable[[Band, Reader], Line]] = {
    "name": lambda band, _: line(Strong(band.name)),
    "city": lambda band, reader: line(band.city) if band.city else reader.say("not said"),
    "zone": lambda band, _: line(band.zone),
    "genres": _genres,
}
