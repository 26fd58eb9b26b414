"""Bands, memberships and bindings, as rows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from core.bands import Band, Binding, Membership, Role
from core.bands.wishes import GigWishes, wishes_from_json, wishes_to_json
from core.habits import Habits, habits_from_json, habits_to_json
from core.ids import BandId, MembershipId, PersonId
from storage.bands.freed import mark
from storage.bands.invites import SqlInvites
from storage.bands.kits import delete_all_of
from storage.bands.tables import band, binding, invite, membership
from storage.people.tables import person

BAND = (
    band.c.id,
    band.c.name,
    band.c.city,
    band.c.zone,
    band.c.genres,
    band.c.habits,
    band.c.links,
    band.c.wishes,
)
ALIVE = band.c.dissolved_at.is_(None)
MEMBER = (
    membership.c.id.label("membership"),
    membership.c.band,
    membership.c.person,
    person.c.name.label("person_name"),
    membership.c.role,
    membership.c.part,
    membership.c.required,
    person.c.free_by_default,
)
PLAYING = membership.c.left_at.is_(None)
JOINED = (membership.c.joined_at, membership.c.id)
OF_PERSON = (membership.c.person == bindparam("person_")) & PLAYING
MEMBERSHIPS = membership.join(person, membership.c.person == person.c.id)
_MEMBERS = (
    select(*MEMBER)
    .join_from(membership, person, membership.c.person == person.c.id)
    .where(membership.c.band == bindparam("band_"), PLAYING)
    .order_by(*JOINED)
)
_MEMBERS_OF = (
    select(*MEMBER)
    .join_from(membership, person, membership.c.person == person.c.id)
    .where(membership.c.band.in_(bindparam("bands", expanding=True)), PLAYING)
    .order_by(*JOINED)
)
_PAGE = (
    select(*BAND).where(band.c.id > bindparam("after"), ALIVE).order_by(band.c.id).limit(bindparam("most"))
)
_ANY_FREED = select(band.c.id).where(band.c.freed.is_(True)).limit(1)
_FREED = (
    select(*BAND)
    .where(band.c.freed.is_(True))
    .order_by(band.c.id)
    .limit(bindparam("most"))
    .with_for_update(key_share=True, skip_locked=True)
)
_DONE = update(band).where(band.c.id.in_(bindparam("ids", expanding=True))).values(freed=False)
_CALLED = select(*BAND).where(band.c.name.ilike(bindparam("like"), escape="\\"), ALIVE).order_by(band.c.id)
# SQLite folds only the letters of ASCII, and PostgreSQL as its locale does. "ß" is "ss" in capitals.
_FOLDED_APART = re.compile(r"ss|[^\x20-\x7e]+|[\\%_]")
_MEMBERSHIP = _MEMBERS.where(membership.c.person == bindparam("person_"))
_BY_ID = (
    select(*MEMBER)
    .join_from(membership, person, membership.c.person == person.c.id)
    .where(membership.c.id == bindparam("which"))
)
_OF = (
    select(*BAND, *MEMBER)
    .join_from(membership, person, membership.c.person == person.c.id)
    .join(band, membership.c.band == band.c.id)
    .where(membership.c.person == bindparam("person_"), PLAYING, ALIVE)
)
_GET = select(*BAND).where(band.c.id == bindparam("band_"), ALIVE)
_REACH = (
    select(*BAND, *MEMBER)
    .select_from(band.outerjoin(MEMBERSHIPS, (membership.c.band == band.c.id) & OF_PERSON))
    .where(band.c.id == bindparam("band_"), ALIVE)
)
_BOUND = (
    select(*BAND, binding.c.kind, binding.c.key)
    .join_from(binding, band, binding.c.band == band.c.id)
    .where(binding.c.key.in_(bindparam("keys", expanding=True)), ALIVE)
)
_HERE = (
    select(*BAND, *MEMBER, binding.c.kind, binding.c.key)
    .select_from(
        band.outerjoin(MEMBERSHIPS, (membership.c.band == band.c.id) & OF_PERSON).outerjoin(
            binding,
            (binding.c.band == band.c.id) & binding.c.key.in_(bindparam("keys", expanding=True)),
        )
    )
    .where(
        band.c.id.in_(
            select(membership.c.band)
            .where(membership.c.person == bindparam("person_"), PLAYING)
            .union(select(binding.c.band).where(binding.c.key.in_(bindparam("keys", expanding=True))))
        ),
        ALIVE,
    )
)
_SET_HABITS = update(band).where(band.c.id == bindparam("band_"))
_TAKEN = binding.alias()
_MOVE = (
    update(binding)
    .where(
        binding.c.key == bindparam("old"),
        ~select(_TAKEN.c.id)
        .where(_TAKEN.c.key == bindparam("new"), _TAKEN.c.kind == binding.c.kind)
        .exists(),
    )
    .values(key=bindparam("new"))
)


class SqlBands(SqlInvites):
    """Implements core.bands.store.Bands; the part about invites is in storage/bands/invites.py."""

    __slots__ = ()

    async def make(
        self, *, name: str, city: str | None, zone: str, genres: Sequence[str], at: datetime
    ) -> BandId:
        values = {"name": name, "city": city, "zone": zone, "genres": list(genres), "made_at": at}
        return BandId(await self._statements.new_id(insert(band).returning(band.c.id), values))

    async def get(self, band: BandId) -> Band | None:
        row = await self._statements.row(_GET, {"band_": band})
        return band_from(row) if row else None

    async def of(self, person: PersonId) -> list[tuple[Band, Membership]]:
        rows = await self._statements.rows(_OF, {"person_": person})
        return _by_name(map(_mine, rows))

    async def members(self, band: BandId) -> list[Membership]:
        return [membership_from(row) for row in await self._statements.rows(_MEMBERS, {"band_": band})]

    async def members_of(self, bands: Sequence[BandId]) -> Mapping[BandId, Sequence[Membership]]:
        found: dict[BandId, list[Membership]] = {each: [] for each in bands}
        if bands:
            for row in await self._statements.rows(_MEMBERS_OF, {"bands": list(found)}):
                found[BandId(row.band)].append(membership_from(row))
        return found

    async def page(self, after: BandId, limit: int) -> list[Band]:
        rows = await self._statements.rows(_PAGE, {"after": after, "most": limit})
        return [band_from(row) for row in rows]

    async def freed(self, limit: int) -> list[Band]:
        rows = await self._statements.written(_FREED, {"most": limit})
        if rows:
            await self._statements.write(_DONE, {"ids": [row[0] for row in rows]})
        return [band_from(row) for row in rows]

    async def any_freed(self) -> bool:
        return await self._statements.row(_ANY_FREED) is not None

    async def called(self, name: str) -> list[Band]:
        folded = name.casefold()
        rows = await self._statements.rows(_CALLED, {"like": _FOLDED_APART.sub("%", folded)})
        return [found for found in map(band_from, rows) if found.name.casefold() == folded]

    async def membership(self, band: BandId, person: PersonId) -> Membership | None:
        row = await self._statements.row(_MEMBERSHIP, {"band_": band, "person_": person})
        return membership_from(row) if row else None

    async def reach(self, band: BandId, person: PersonId) -> tuple[Band, Membership | None] | None:
        row = await self._statements.row(_REACH, {"band_": band, "person_": person})
        return None if row is None else (band_from(row), maybe_membership_from(row[len(BAND) :]))

    async def add_member(
        self, band: BandId, person: PersonId, *, role: Role, part: str | None, required: bool, at: datetime
    ) -> MembershipId:
        """A person who comes back gets their old row, and with it the old id."""
        join = self._statements.insert(membership)
        told = ("role", "part", "required", "joined_at", "left_at")
        join = join.on_conflict_do_update(
            index_elements=[membership.c.band, membership.c.person],
            set_={name: join.excluded[name] for name in told},
        )
        values = {
            "band": band,
            "person": person,
            "role": role,
            "part": part,
            "required": required,
            "joined_at": at,
            "left_at": None,
        }
        return MembershipId(await self._statements.new_id(join.returning(membership.c.id), values))

    async def member(self, membership: MembershipId) -> Membership | None:
        row = await self._statements.row(_BY_ID, {"which": membership})
        return membership_from(row) if row else None

    async def set_membership(
        self, membership: MembershipId, *, role: Role, part: str | None, required: bool
    ) -> None:
        values = {"which": membership, "role": role, "part": part, "required": required}
        await self._statements.write(_SET_MEMBERSHIP, values)
        await mark(self._statements, _FREE, {"which": membership})

    async def remove_member(self, membership: MembershipId, *, at: datetime) -> None:
        await self._statements.write(_SET_MEMBERSHIP, {"which": membership, "left_at": at})
        await mark(self._statements, _FREE, {"which": membership})

    async def set_habits(self, band: BandId, habits: Habits) -> None:
        await mark(
            self._statements, _SET_HABITS, {"band_": band, "habits": habits_to_json(habits), "freed": True}
        )

    async def set_profile(self, band: Band) -> None:
        values = {
            "which": band.id,
            "name": band.name,
            "city": band.city,
            "zone": band.zone,
            "genres": list(band.genres),
            "links": band.links or None,
            "freed": True,
            "wishes": wishes_to_json(band.wishes) if band.wishes != GigWishes() else None,
        }
        await mark(self._statements, _SET_BAND, values)

    async def dissolve(self, band: BandId, *, at: datetime) -> None:
        await self._statements.write(_SET_BAND, {"which": band, "dissolved_at": at})
        await self._statements.write(_REVOKE_ALL, {"band_": band, "revoked_at": at})
        await self._statements.write(_UNBIND_ALL, {"band_": band})
        await delete_all_of(self._statements, band)

    async def lock(self, band: BandId) -> None:
        """Changes the row, so that another unit that locks this band waits for the end of this one."""
        await self._statements.write(_LOCK, {"which": band})

    async def lock_all(self, bands: Sequence[BandId]) -> None:
        """Locks the rows on PostgreSQL; on SQLite a writing unit is alone anyway."""
        if bands:
            await self._statements.written(_LOCK_ROWS, {"ids": sorted(set(bands))})

    async def bound_to(self, bindings: Sequence[Binding]) -> Band | None:
        if not bindings:
            return None
        rows = await self._statements.rows(_BOUND, {"keys": [each.key for each in bindings]})
        return _narrowest(rows, bindings)

    async def here(
        self, person: PersonId, bindings: Sequence[Binding]
    ) -> tuple[Band | None, list[tuple[Band, Membership]]]:
        values = {"person_": person, "keys": [each.key for each in bindings]}
        rows = await self._statements.rows(_HERE, values)
        mine = {row.id: row for row in rows if row.membership is not None}
        return _narrowest(rows, bindings), _by_name(map(_mine, mine.values()))

    async def bind(self, band: BandId, binding: Binding) -> None:
        """Raises Conflict when a band is already bound there."""
        values = {"kind": binding.kind, "key": binding.key, "band": band}
        await self._statements.write(_BIND, values)

    async def unbind(self, binding: Binding) -> None:
        await self._statements.write(_UNBIND, {"kind_": binding.kind, "key_": binding.key})

    async def move_binding(self, old: str, new: str) -> None:
        """Does nothing when it was already moved, or when a band is bound to the new key."""
        await self._statements.write(_MOVE, {"old": old, "new": new})


_SET_BAND = update(band).where(band.c.id == bindparam("which"))
_SET_MEMBERSHIP = update(membership).where(membership.c.id == bindparam("which"))
_FREE = (
    update(band)
    .where(
        band.c.id == select(membership.c.band).where(membership.c.id == bindparam("which")).scalar_subquery()
    )
    .values(freed=True)
)
_LOCK = _SET_BAND.values(revision=band.c.revision + 1)
# In the order of their ids, so that two units never wait for each other.
_LOCK_ROWS = (
    select(band.c.id)
    .where(band.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(band.c.id)
    .with_for_update(key_share=True)
)
_BIND = insert(binding)
_UNBIND_ALL = delete(binding).where(binding.c.band == bindparam("band_"))
_UNBIND = delete(binding).where(binding.c.kind == bindparam("kind_"), binding.c.key == bindparam("key_"))
_REVOKE_ALL = update(invite).where(invite.c.band == bindparam("band_"), invite.c.revoked_at.is_(None))


def _narrowest(rows: Sequence[Row[Any]], bindings: Sequence[Binding]) -> Band | None:
    bound = {(row.kind, row.key): row for row in rows if row.key is not None}
    for each in bindings:
        if row := bound.get((each.kind, each.key)):
            return band_from(row)
    return None


def _by_name(found: Iterable[tuple[Band, Membership]]) -> list[tuple[Band, Membership]]:
    # Sorted here, since the two databases order capital letters and accents differently.
    return sorted(found, key=lambda each: (each[0].name.casefold(), each[0].id))


def _mine(row: Sequence[Any]) -> tuple[Band, Membership]:
    return band_from(row), membership_from(row[len(BAND) :])


def band_from(row: Sequence[Any]) -> Band:
    """The band in a row that begins with the columns of BAND."""
    number, name, city, zone, genres, habits, links, wishes = row[: len(BAND)]
    return Band(
        BandId(number),
        name,
        city,
        zone,
        tuple(genres),
        habits_from_json(habits),
        links=dict(links or {}),
        wishes=wishes_from_json(wishes),
    )


def membership_from(row: Sequence[Any]) -> Membership:
    """The membership in a row that begins with the columns of MEMBER."""
    number, band, who, name, role, part, required, free_by_default = row[: len(MEMBER)]
    return Membership(
        MembershipId(number), BandId(band), PersonId(who), name, Role(role), part, required, free_by_default
    )


def maybe_membership_from(row: Sequence[Any]) -> Membership | None:
    """The same; None where an outer join found no membership."""
    return None if row[0] is None else membership_from(row)
