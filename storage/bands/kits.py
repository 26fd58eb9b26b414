"""Press kits and the files in them, as rows."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, Delete, bindparam, delete, insert, or_, select, update

from core.bands.kits import FILE_FIELDS, FilledKit, KitFile, PressKit
from core.bands.kits.files import CheckedFile
from core.bands.kits.state import KitState, kit_from, kit_state
from core.bands.kits.store import KitFileForm, StoredContent
from core.ids import BandId, KitFileId, PersonId
from storage.bands.tables import kit_file, press_kit, stored_file
from storage.engine.statements import Statements

FILE = (kit_file.c.id, kit_file.c.band, kit_file.c.media_type, kit_file.c.size)
_OF_BAND = kit_file.c.band == bindparam("band_")
_GET = (
    select(press_kit.c.kit, *FILE)
    .select_from(press_kit.outerjoin(kit_file, kit_file.c.band == press_kit.c.band))
    .where(press_kit.c.band == bindparam("band_"))
    .order_by(kit_file.c.id)
)
_USED: Any = kit_file.c.id.in_(bindparam("ids", expanding=True))
_TAKE_UP = update(kit_file).where(_OF_BAND, _USED).values(unused_since=None)
_LAY_ASIDE = (
    update(kit_file)
    .where(_OF_BAND, ~_USED, kit_file.c.unused_since.is_(None))
    .values(unused_since=bindparam("at"))
)
_ADD = insert(kit_file).returning(kit_file.c.id)
_KNOWN = select(stored_file.c.id).where(stored_file.c.digest == bindparam("digest_"))
_FILE = select(*FILE).where(
    kit_file.c.id == bindparam("which"),
    or_(kit_file.c.person == bindparam("person_"), kit_file.c.band.is_not(None)),
)
_PLACE = update(kit_file).where(kit_file.c.id == bindparam("which")).values(band=bindparam("band_"))
_FORMS: dict[KitFileForm, Column[Any]] = {
    KitFileForm.CONTENT: kit_file.c.content,
    KitFileForm.PAGE: kit_file.c.page,
    KitFileForm.CARD: kit_file.c.card,
}
_NO_KIT = delete(press_kit).where(press_kit.c.band == bindparam("band_"))
_NO_FILES = delete(kit_file).where(_OF_BAND)
NO_LONGER_HELD: Delete = delete(stored_file).where(
    *(~select(kit_file.c.id).where(each == stored_file.c.id).exists() for each in _FORMS.values())
)
"""Deletes the bytes that no file consists of any more."""


class SqlKits:
    """Implements core.bands.kits.store.Kits."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def get(self, band: BandId) -> FilledKit:
        return kit_of(await self._statements.rows(_GET, {"band_": band}))

    async def set(self, band: BandId, kit: PressKit, *, at: datetime) -> None:
        state = kit_state(kit)
        if kit == PressKit():
            await self._statements.write(_NO_KIT, {"band_": band})
        else:
            await self._put(band, state)
        ids = [state[name] for name in FILE_FIELDS if state[name] is not None]
        await self._statements.write(_TAKE_UP, {"band_": band, "ids": ids})
        await self._statements.write(_LAY_ASIDE, {"band_": band, "ids": ids, "at": at})

    async def _put(self, band: BandId, state: KitState) -> None:
        put = self._statements.insert(press_kit)
        put = put.on_conflict_do_update(index_elements=[press_kit.c.band], set_={"kit": put.excluded.kit})
        await self._statements.write(put, {"band": band, "kit": state})

    async def add_file(self, person: PersonId, file: CheckedFile, *, at: datetime) -> KitFile:
        values = {
            "person": person,
            "media_type": file.media_type,
            "size": len(file.content),
            "content": await self._stored(file.content, file.media_type),
            "page": await self._stored(file.page),
            "card": await self._stored(file.card),
            "sent_at": at,
            "unused_since": at,
        }
        number = KitFileId(await self._statements.new_id(_ADD, values))
        return KitFile(number, None, file.media_type, len(file.content))

    async def file(self, file: KitFileId, person: PersonId) -> KitFile | None:
        row = await self._statements.row(_FILE, {"which": file, "person_": person})
        return file_from(row) if row else None

    async def place(self, file: KitFileId, band: BandId) -> None:
        await self._statements.write(_PLACE, {"which": file, "band_": band})

    async def content(self, file: KitFileId, form: KitFileForm) -> StoredContent | None:
        # Built for each use: rows of statements that are kept stay in memory, and these are large.
        query = (
            select(stored_file.c.media_type, stored_file.c.digest, stored_file.c.content)
            .join_from(kit_file, stored_file, _FORMS[form] == stored_file.c.id)
            .where(kit_file.c.id == file)
        )
        row = await self._statements.row(query)
        return StoredContent(row.media_type, row.digest, bytes(row.content)) if row else None

    async def _stored(self, content: bytes | None, media_type: str = "image/jpeg") -> int | None:
        """The id of these bytes, which are kept once."""
        if content is None:
            return None
        values = {"digest": sha256(content).hexdigest(), "media_type": media_type, "content": content}
        keep = self._statements.insert(stored_file).on_conflict_do_nothing()
        await self._statements.write(keep, values)
        row = await self._statements.row(_KNOWN, {"digest_": values["digest"]})
        assert row is not None  # noqa: S101 - written just above, now or earlier
        return int(row.id)


async def delete_all_of(statements: Statements, band: BandId) -> None:
    """Delete a band's kit with its files."""
    await statements.write(_NO_KIT, {"band_": band})
    if await statements.write(_NO_FILES, {"band_": band}):
        await statements.write(NO_LONGER_HELD)


def oldest_unused() -> Delete:
    """Deletes files that no kit holds since `before`, at most `most` of them."""
    old = select(kit_file.c.id).where(kit_file.c.unused_since <= bindparam("before")).limit(bindparam("most"))
    return delete(kit_file).where(kit_file.c.id.in_(old.scalar_subquery()))


def kit_of(rows: Sequence[Sequence[Any]]) -> FilledKit:
    """The kit in rows that begin with its JSON, then a file; an empty one in no rows."""
    if not rows:
        return FilledKit()
    kit = kit_from(rows[0][0])
    wanted = {getattr(kit, name) for name in FILE_FIELDS}
    found = (file_from(row[1:]) for row in rows if row[1] is not None)
    return FilledKit(kit, {each.id: each for each in found if each.id in wanted})


def file_from(row: Sequence[Any]) -> KitFile:
    """The file in a row that begins with the columns of FILE."""
    number, band, media_type, size = row[: len(FILE)]
    return KitFile(KitFileId(number), None if band is None else BandId(band), media_type, size)
