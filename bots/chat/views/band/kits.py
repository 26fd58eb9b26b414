"""What is said about the fields of a press kit, each under its name."""

from collections.abc import Callable, Iterable, Sequence

from bots.chat.reply import Line, Link, line
from bots.chat.turn import Reader
from core import formats
from core.bands.fields import SERVICE_NAMES
from core.bands.kits import FILE_FIELDS, FilledKit, KitFile, KitFileKind
from core.bands.kits.files import MEGABYTE
from core.bands.players import Playable

_LABELS = {
    "bio": "Bio",
    "video": "Live video",
    "music": "Music",
    "draw": "Draw",
    "followers": "Followers",
    "line_up": "Line-up",
    "shows": "Past shows",
    "contact": "Contact",
    "photo": "Photo",
    "stage_plot": "Stage plot",
    "tech_rider": "Tech rider",
}
_SHORT = 160
_KILOBYTE = 1000


def kit_label(field: str, reader: Reader) -> str:
    """What a fact about the field is called."""
    return reader.label(_LABELS[field])


def kit_facts(kit: FilledKit, fields: Iterable[str], reader: Reader) -> tuple[tuple[str, Line], ...]:
    """The labels and present values of those fields."""
    return tuple((kit_label(each, reader), _value(kit, each, reader)) for each in fields)


def _value(kit: FilledKit, field: str, reader: Reader) -> Line:
    if field == "line_up" and not kit.filled(field):
        return reader.say("the parts of your members, without names")
    if not kit.filled(field):
        return reader.say("not said") if field not in FILE_FIELDS else reader.say("none")
    if field in FILE_FIELDS:
        file = kit.file(KitFileKind(field))
        return file_words(file, reader) if file else reader.say("none")
    return _WORDS[field](kit, reader)


def file_words(file: KitFile, reader: Reader) -> Line:
    """What sort of file it is, and how large."""
    size = reader.label("{n} kB", n=str(max(1, round(file.size / _KILOBYTE))))
    if file.size >= MEGABYTE:
        size = reader.label("{n} MB", n=formats.number(file.size / MEGABYTE, reader.locale))
    if file.is_picture:
        return reader.say("a picture, {size}", size=size)
    return reader.say("a PDF, {size}", size=size)


def _shortened(text: str) -> Line:
    flat = " ".join(text.split())
    return line(flat if len(flat) <= _SHORT else f"{flat[:_SHORT].rstrip()}…")


def _played(those: Sequence[Playable]) -> Line:
    parts = [piece for each in those for piece in (" · ", Link(each.name, each.page))]
    return line(*parts[1:])


def _followers(kit: FilledKit, reader: Reader) -> Line:
    said = [
        reader.label(
            "{count} on {service} ({day})",
            count=formats.number(each.count, reader.locale),
            service=SERVICE_NAMES[each.service],
            day=formats.day(each.said_on, reader.locale, today=reader.today),
        )
        for each in kit.kit.followers
    ]
    return line(formats.listing(said, reader.locale))


_WORDS: dict[str, Callable[[FilledKit, Reader], Line]] = {
    "bio": lambda kit, _: _shortened(kit.kit.bio or ""),
    "video": lambda kit, _: _played(kit.kit.video),
    "music": lambda kit, _: _played(kit.kit.music),
    "draw": lambda kit, _: line(kit.kit.draw or ""),
    "followers": _followers,
    "line_up": lambda kit, _: line(kit.kit.line_up or ""),
    "shows": lambda kit, _: line("; ".join(kit.kit.shows)),
    "contact": lambda kit, _: line(kit.kit.contact or ""),
}
