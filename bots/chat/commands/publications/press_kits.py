"""/epk: a band's press kit, its words and its files, and the address by which promoters read it."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import ChoiceField, KeptField, PickField, TextField
from bots.chat.bandchoice import allowed, reached, rights_in
from bots.chat.buttons.publications import SwitchKitOn
from bots.chat.commands.publications.calendars import address_shown
from bots.chat.conversations import Ask, Option
from bots.chat.results.publications import (
    AddressShown,
    KitFileAsked,
    KitFileUnclear,
    KitFileWhose,
    KitShown,
    KitValueAsked,
)
from bots.chat.sent_files import SentFile
from bots.chat.turn import Turn
from core.access import Right, may
from core.bands import Band
from core.bands.kits import FILE_FIELDS, KIT_FIELDS, KitFile, KitFileKind
from core.bands.kits.edits import KitEdited, edit_kit, own_file, put_in_kit
from core.bands.kits.words import KIT_EXAMPLES, KitValueUnclear, kit_value
from core.ids import KitFileId
from core.moments import to_wall
from core.publications import PublicationKind
from core.publications.sharing import PublicationCard, public_page

_FIELDS = tuple((field, field.replace("_", " ")) for field in KIT_FIELDS)
_NOTHING = ("none", "remove", "delete", "nothing", "-")


@dataclass(frozen=True, slots=True)
class EpkArguments:
    """One field of a kit and its new value."""

    field: Annotated[str | None, ChoiceField("What do you want to change?", _FIELDS)] = None
    value: Annotated[str | None, TextField("What should it say?", KIT_EXAMPLES["draw"], limit=4000)] = None
    band: Annotated[str | None, PickField("For which band?", "band")] = None
    file: Annotated[KitFileId | None, KeptField(lambda text: KitFileId(int(text)))] = None
    """A file that was sent before."""


async def epk(ask: EpkArguments, turn: Turn) -> KitShown | KitEdited | Ask:
    """Change one thing, or put a file in its place; without either show the kit."""
    if ask.file is not None:
        return await _put(await own_file(turn.unit, turn.act, ask.file), ask, turn)
    if turn.sent_file is not None:
        return await _received(turn.sent_file, ask, turn)
    if ask.field is None:
        return await _shown(turn)
    await _may_edit(turn)
    return await (_file_named if ask.field in FILE_FIELDS else _words)(ask.field, ask.value, turn)


async def _words(field: str, said: str | None, turn: Turn) -> KitEdited | Ask:
    band = turn.the_band
    if said is None:
        return Ask("value", KitValueAsked(band, field, await turn.unit.kits.get(band.id)))
    if _is_nothing(said):
        empty: list[str] | None = [] if field in ("video", "music", "followers", "shows") else None
        return await edit_kit(turn.unit, turn.act, band.id, {field: empty})
    zone = turn.person.zone or band.zone
    value = kit_value(field, said, today=to_wall(turn.now, zone).date())
    return await edit_kit(turn.unit, turn.act, band.id, {field: value})


async def _file_named(field: str, said: str | None, turn: Turn) -> KitEdited | Ask:
    """A file is sent, not typed; but it can be taken out in words."""
    band = turn.the_band
    if said is None:
        return Ask("value", KitFileAsked(band, KitFileKind(field), await turn.unit.kits.get(band.id)))
    if not _is_nothing(said):
        raise KitValueUnclear(field, said)
    return await edit_kit(turn.unit, turn.act, band.id, {field: None})


def _is_nothing(said: str) -> bool:
    return said.strip().casefold() in _NOTHING


async def _received(sent: SentFile, ask: EpkArguments, turn: Turn) -> KitEdited | Ask:
    """A file came with the message: keep it, then find out whose it is and what."""
    bands = [turn.the_band] if ask.band else await _editable(turn)
    if len(bands) < 2:
        await _may_edit(turn, *bands)
    file = await turn.unit.kits.add_file(turn.person.id, sent.checked(), at=turn.now)
    if len(bands) > 1:
        options = tuple(Option(each, {"band": str(each.id), "file": str(file.id)}) for each in bands)
        return Ask("", KitFileWhose(file), options)
    return await _put(file, ask, turn, *bands)


async def _put(file: KitFile, ask: EpkArguments, turn: Turn, band: Band | None = None) -> KitEdited | Ask:
    """Put a file that is kept into the kit; ask what it is where that was not said."""
    band = band or turn.the_band
    if ask.field not in FILE_FIELDS:
        kinds = [each for each in KitFileKind if file.is_picture or each is not KitFileKind.PHOTO]
        settled = {"band": str(band.id), "file": str(file.id)}
        options = tuple(Option(each, {"field": each.value, **settled}) for each in kinds)
        return Ask("", KitFileUnclear(band, file), options)
    return await put_in_kit(turn.unit, turn.act, band.id, KitFileKind(ask.field), file.id)


async def _editable(turn: Turn) -> list[Band]:
    """The bands that a file could be for: the one that was used last comes first."""
    if not turn.other_bands:
        return [turn.the_band]
    there = [band for band, mine in await turn.unit.bands.of(turn.person.id) if may(mine.role, Right.EDIT)]
    return sorted(there, key=lambda each: each.id != turn.the_band.id)


async def _may_edit(turn: Turn, band: Band | None = None) -> None:
    """Raises NotAllowed, NotAMember."""
    if band is None or band.id == turn.the_band.id:
        await allowed(turn.unit, turn.the_band, turn.membership, Right.EDIT)


async def _shown(turn: Turn) -> KitShown:
    band, rights = turn.the_band, await rights_in(turn, turn.the_band.id)
    found = await turn.unit.publications.of_band(PublicationKind.PRESS_KIT, band.id)
    return KitShown(
        band,
        await turn.unit.kits.get(band.id),
        None if found is None else address_shown(PublicationCard(found, band), turn),
        shares=Right.SHARE in rights,
        edits=Right.EDIT in rights,
    )


async def switch_on(press: SwitchKitOn, turn: Turn) -> AddressShown:
    """[Switch on] for the first time."""
    band, _ = await reached(turn.unit, turn.person, press.band, Right.SHARE)
    card = await public_page(turn.unit, turn.act, band, PublicationKind.PRESS_KIT)
    return address_shown(card, turn)
