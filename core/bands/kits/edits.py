"""Editing a band's press kit: its words, and the files that people have sent; each edit can be undone."""

from dataclasses import dataclass

from core.bands import Band
from core.bands.changes import BandKitEdited
from core.bands.edits import own_band
from core.bands.kits import FILE_FIELDS, FilledKit, KitFile, KitFileKind
from core.bands.kits.files import FileRefused, FileTrouble, KitFileGone
from core.bands.kits.state import KitState, kit_state, with_kit_state
from core.bands.store import BandUnit
from core.ids import BandId, ChangeId, KitFileId
from core.journal import Act, Change, Superseded
from core.plans import Direction


@dataclass(frozen=True, slots=True)
class KitEdited:
    """A kit was changed."""

    band: Band
    kit: FilledKit
    """As it is from now on."""
    fields: tuple[str, ...]
    """The fields that were to change, by the names in KIT_FIELDS."""
    change: ChangeId | None
    """None: they had these values already, and nothing has changed."""


async def edit_kit(unit: BandUnit, act: Act, band: BandId, new: KitState) -> KitEdited:
    """Change some fields of a kit. Raises NotAMember, OwnersOnly."""
    now = await own_band(unit, act, band)
    there = await unit.kits.get(band)
    before = kit_state(there.kit)
    changed = {name: value for name, value in new.items() if before[name] != value}
    if not changed:
        return KitEdited(now, there, tuple(new), None)
    await unit.kits.set(band, with_kit_state(there.kit, changed), at=act.at)
    old = {name: before[name] for name in changed}
    change = await unit.journal.record(act, BandKitEdited(band, old, changed))
    return KitEdited(now, await unit.kits.get(band), tuple(new), change)


async def put_in_kit(
    unit: BandUnit, act: Act, band: BandId, kind: KitFileKind, which: KitFileId
) -> KitEdited:
    """Put a file that the caller has sent into a kit, in place of the one that is there.

    Raises NotAMember, OwnersOnly, KitFileGone, FileRefused.
    """
    await own_band(unit, act, band)
    file = await own_file(unit, act, which)
    if file.band not in (None, band):
        raise KitFileGone
    if kind is KitFileKind.PHOTO and not file.is_picture:
        raise FileRefused(FileTrouble.NOT_A_PICTURE)
    await unit.kits.place(file.id, band)
    return await edit_kit(unit, act, band, {kind.value: file.id})


async def own_file(unit: BandUnit, act: Act, which: KitFileId) -> KitFile:
    """A file that the caller may place. Raises KitFileGone."""
    file = await unit.kits.file(which, act.person)
    if file is None:
        raise KitFileGone
    return file


async def turn_kit(unit: BandUnit, act: Act, change: Change[BandKitEdited], direction: Direction) -> None:
    """Undo or redo an edit. Raises NotAMember, OwnersOnly, KitFileGone, Superseded."""
    band = change.facts.band
    await own_band(unit, act, band)
    there = await unit.kits.get(band)
    expected, target = direction.ends(change.facts.old, change.facts.new)
    state = kit_state(there.kit)
    if any(state.get(name) != value for name, value in expected.items()):
        raise Superseded(BandKitEdited)
    for name in FILE_FIELDS:
        which = target.get(name)
        if which is not None and await unit.kits.file(KitFileId(which), act.person) is None:
            raise KitFileGone
    await unit.kits.set(band, with_kit_state(there.kit, target), at=act.at)
