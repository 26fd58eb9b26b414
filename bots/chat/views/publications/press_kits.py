"""A press kit in words: what is in it and what is missing, its address, and how it is changed."""

from collections.abc import Iterable

from bots.chat.buttons.conversation import UndoChange
from bots.chat.buttons.publications import SwitchKitOn
from bots.chat.reply import (
    Action,
    Block,
    Button,
    Facts,
    Line,
    Link,
    Paragraph,
    Reply,
    Say,
    Strong,
    Tone,
    Weight,
    line,
    rows,
)
from bots.chat.results.publications import KitShown
from bots.chat.turn import Reader
from bots.chat.views.band.kits import kit_facts, kit_label
from bots.chat.views.publications.calendars import address_buttons, where_it_opens
from core import formats
from core.bands.kits import FILE_FIELDS, KIT_FIELDS, FilledKit
from core.bands.kits.edits import KitEdited


def kit_shown(result: KitShown, reader: Reader) -> Reply:
    """Where it is, what is in it, what is missing, and how to change it."""
    band = Strong(result.band.name)
    blocks: list[Block] = [*_address(result, reader)]
    there = [each for each in KIT_FIELDS if result.kit.filled(each) or each == "line_up"]
    blocks.append(Facts(kit_facts(result.kit, there, reader)))
    blocks += [Paragraph(each) for each in _missing(result.kit, reader)]
    if result.edits:
        how = Say("epk field: bio value: ...")
        blocks.append(Paragraph(reader.say("To write or change one: {how}", how=how)))
        blocks.append(
            Paragraph(
                reader.say(
                    "Photo, stage plot and tech rider: send me the file in our private chat, as it is."
                )
            )
        )
    title = reader.say("📰 {band}: press kit", band=band)
    return Reply(title, tuple(blocks), rows(*_buttons(result, reader)), Tone.BAND)


def _address(result: KitShown, reader: Reader) -> list[Block]:
    shown = result.address
    if shown is None:
        return [Paragraph(reader.say("Switched off: nobody outside the band can read it yet."))]
    if shown.card.publication.revoked_at is not None:
        return [
            Paragraph(reader.say("Switched off: its address leads nowhere. Switched on, it gets a new one."))
        ]
    return [
        Paragraph(line(Link(shown.address, shown.address))),
        Paragraph(reader.say("When you apply, the venue gets this address with your application.")),
        *where_it_opens(shown, reader),
    ]


def _missing(kit: FilledKit, reader: Reader) -> Iterable[Line]:
    missing = [each for each in KIT_FIELDS if not kit.filled(each) and each != "line_up"]
    words = [kit_label(each, reader) for each in missing]
    if words:
        yield reader.say("Not there yet: {names}.", names=formats.listing(words, reader.locale))


def _buttons(result: KitShown, reader: Reader) -> list[Button]:
    if not result.shares:
        return []
    if result.address is None:
        return [Action(reader.label("Switch on"), SwitchKitOn(result.band.id), Weight.FIRST)]
    return address_buttons(result.address, reader)


def kit_edited(result: KitEdited, reader: Reader) -> Reply:
    """The new values; Undo."""
    band = Strong(result.band.name)
    facts = Facts(kit_facts(result.kit, result.fields, reader))
    if result.change is None:
        return Reply(reader.say("📰 {band}: nothing to change", band=band), (facts,), tone=Tone.BAND)
    blocks: list[Block] = [facts]
    if set(result.fields) & set(FILE_FIELDS) and result.kit.filled(result.fields[0]):
        blocks.append(Paragraph(reader.say("I have taken out of it where, when and with what it was made.")))
    blocks.append(Paragraph(reader.say("All of it, and its address: {say}", say=Say("epk"))))
    undo = Action(reader.label("Undo"), UndoChange(result.change))
    title = reader.say("📰 The press kit of {band} has changed", band=band)
    return Reply(title, tuple(blocks), rows(undo), Tone.BAND)
