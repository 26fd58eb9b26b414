"""Venues, their promoters and bindings, as rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from core.bands import Binding
from core.ids import PersonId, PromoterId, VenueId
from core.marketplace.venues import Promoter, Venue, VenueProfile
from core.typed_json import object_from_json, object_to_json
from storage.market.invites import SqlVenueInvites
from storage.market.tables import promoter, venue, venue_binding, venue_invite
from storage.people.tables import person

VENUE = (venue.c.id.label("venue_id"), venue.c.profile)
PROMOTER = (
    promoter.c.id.label("promoter_id"),
    promoter.c.venue,
    promoter.c.person,
    person.c.name.label("promoter_name"),
)
SPEAKS = promoter.c.left_at.is_(None)
OPEN = venue.c.closed_at.is_(None)
PROMOTERS = promoter.join(person, promoter.c.person == person.c.id)
OF_PERSON = (promoter.c.person == bindparam("person_")) & SPEAKS
_GET = select(*VENUE).where(venue.c.id == bindparam("venue_"), OPEN)
_ALL = select(*VENUE).where(OPEN).order_by(venue.c.id)
_OF = (
    select(*VENUE, *PROMOTER)
    .select_from(venue.join(PROMOTERS, (promoter.c.venue == venue.c.id) & OF_PERSON))
    .where(OPEN)
)
_PROMOTERS = (
    select(*PROMOTER)
    .select_from(PROMOTERS)
    .where(promoter.c.venue.in_(bindparam("venues", expanding=True)), SPEAKS)
    .order_by(promoter.c.joined_at, promoter.c.id)
)
_REACH = (
    select(*VENUE, *PROMOTER)
    .select_from(venue.outerjoin(PROMOTERS, (promoter.c.venue == venue.c.id) & OF_PERSON))
    .where(venue.c.id == bindparam("venue_"), OPEN)
)
_BOUND = (
    select(*VENUE, venue_binding.c.kind, venue_binding.c.key)
    .join_from(venue_binding, venue, venue_binding.c.venue == venue.c.id)
    .where(venue_binding.c.key.in_(bindparam("keys", expanding=True)), OPEN)
)
_LAST = select(person.c.last_venue).where(person.c.id == bindparam("person_"))
_SET_LAST = update(person).where(person.c.id == bindparam("which"))
_MAKE = insert(venue).returning(venue.c.id)
_SET = update(venue).where(venue.c.id == bindparam("which"))
_LOCK = _SET.values(revision=venue.c.revision + 1)
_SET_PROMOTER = update(promoter).where(promoter.c.id == bindparam("which"))
_BIND = insert(venue_binding)
_UNBIND = delete(venue_binding).where(
    venue_binding.c.kind == bindparam("kind_"), venue_binding.c.key == bindparam("key_")
)
_UNBIND_ALL = delete(venue_binding).where(venue_binding.c.venue == bindparam("venue_"))
_REVOKE_ALL = update(venue_invite).where(
    venue_invite.c.venue == bindparam("venue_"), venue_invite.c.revoked_at.is_(None)
)
_TAKEN = venue_binding.alias()
_MOVE = (
    update(venue_binding)
    .where(
        venue_binding.c.key == bindparam("old"),
        ~select(_TAKEN.c.id)
        .where(_TAKEN.c.key == bindparam("new"), _TAKEN.c.kind == venue_binding.c.kind)
        .exists(),
    )
    .values(key=bindparam("new"))
)


class SqlVenues(SqlVenueInvites):
    """Implements core.marketplace.venues.store.Venues; the part about invites is in invites.py."""

    __slots__ = ()

    async def make(self, profile: VenueProfile, *, at: datetime) -> VenueId:
        return VenueId(await self._statements.new_id(_MAKE, {**_columns(profile), "made_at": at}))

    async def get(self, venue: VenueId) -> Venue | None:
        row = await self._statements.row(_GET, {"venue_": venue})
        return venue_from(row) if row else None

    async def of(self, person: PersonId) -> list[tuple[Venue, Promoter]]:
        return _by_name(
            (venue_from(row), promoter_from(row[len(VENUE) :]))
            for row in await self._statements.rows(_OF, {"person_": person})
        )

    async def all_open(self) -> list[Venue]:
        return [venue_from(row) for row in await self._statements.rows(_ALL)]

    async def promoters(self, venue: VenueId) -> list[Promoter]:
        rows = await self._statements.rows(_PROMOTERS, {"venues": [venue]})
        return [promoter_from(row) for row in rows]

    async def promoters_of(self, venues: Sequence[VenueId]) -> Mapping[VenueId, Sequence[Promoter]]:
        found: dict[VenueId, list[Promoter]] = {each: [] for each in venues}
        if venues:
            for row in await self._statements.rows(_PROMOTERS, {"venues": list(found)}):
                found[VenueId(row.venue)].append(promoter_from(row))
        return found

    async def reach(self, venue: VenueId, person: PersonId) -> tuple[Venue, Promoter | None] | None:
        row = await self._statements.row(_REACH, {"venue_": venue, "person_": person})
        return None if row is None else (venue_from(row), maybe_promoter_from(row[len(VENUE) :]))

    async def here(
        self, person: PersonId, bindings: Sequence[Binding]
    ) -> tuple[Venue | None, list[tuple[Venue, Promoter]], VenueId | None]:
        last = await self._statements.row(_LAST, {"person_": person})
        latest = None if last is None or last.last_venue is None else VenueId(last.last_venue)
        return await self.bound_to(bindings), await self.of(person), latest

    async def set_last(self, person: PersonId, venue: VenueId | None) -> None:
        await self._statements.write(_SET_LAST, {"which": person, "last_venue": venue})

    async def set_profile(self, venue: Venue) -> None:
        await self._statements.write(_SET, {"which": venue.id, **_columns(venue.profile)})

    async def add_promoter(self, venue: VenueId, person: PersonId, *, at: datetime) -> PromoterId:
        """A person who comes back gets their old row, and with it the old id."""
        join = self._statements.insert(promoter)
        join = join.on_conflict_do_update(
            index_elements=[promoter.c.venue, promoter.c.person],
            set_={name: join.excluded[name] for name in ("joined_at", "left_at")},
        )
        values = {"venue": venue, "person": person, "joined_at": at, "left_at": None}
        return PromoterId(await self._statements.new_id(join.returning(promoter.c.id), values))

    async def remove_promoter(self, promoter: PromoterId, *, at: datetime) -> None:
        await self._statements.write(_SET_PROMOTER, {"which": promoter, "left_at": at})

    async def close(self, venue: VenueId, *, at: datetime) -> None:
        await self._statements.write(_SET, {"which": venue, "closed_at": at})
        await self._statements.write(_REVOKE_ALL, {"venue_": venue, "revoked_at": at})
        await self._statements.write(_UNBIND_ALL, {"venue_": venue})

    async def lock(self, venue: VenueId) -> None:
        """Changes the row, so that another unit that locks this venue waits for the end of this one."""
        await self._statements.write(_LOCK, {"which": venue})

    async def bound_to(self, bindings: Sequence[Binding]) -> Venue | None:
        if not bindings:
            return None
        rows = await self._statements.rows(_BOUND, {"keys": [each.key for each in bindings]})
        bound = {(row.kind, row.key): row for row in rows}
        found = next((bound[key] for each in bindings if (key := (each.kind, each.key)) in bound), None)
        return None if found is None else venue_from(found)

    async def bind(self, venue: VenueId, binding: Binding) -> None:
        """Raises Conflict when a venue is already bound there."""
        await self._statements.write(_BIND, {"kind": binding.kind, "key": binding.key, "venue": venue})

    async def unbind(self, binding: Binding) -> None:
        await self._statements.write(_UNBIND, {"kind_": binding.kind, "key_": binding.key})

    async def move_binding(self, old: str, new: str) -> None:
        """Does nothing when it was already moved, or when a venue is bound to the new key."""
        await self._statements.write(_MOVE, {"old": old, "new": new})


def _columns(profile: VenueProfile) -> dict[str, Any]:
    return {"name": profile.name, "city": profile.city, "profile": object_to_json(profile)}


def _by_name(found: Iterable[tuple[Venue, Promoter]]) -> list[tuple[Venue, Promoter]]:
    return sorted(found, key=lambda each: (each[0].name.casefold(), each[0].id))


def venue_from(row: Sequence[Any] | Row[Any]) -> Venue:
    """The venue in a row that begins with the columns of VENUE."""
    number, profile = row[: len(VENUE)]
    return Venue(VenueId(number), object_from_json(VenueProfile, profile))


def promoter_from(row: Sequence[Any] | Row[Any]) -> Promoter:
    """The promoter in a row that begins with the columns of PROMOTER."""
    number, venue, who, name = row[: len(PROMOTER)]
    return Promoter(PromoterId(number), VenueId(venue), PersonId(who), name)


def maybe_promoter_from(row: Sequence[Any] | Row[Any]) -> Promoter | None:
    """The same; None where an outer join found none."""
    return None if row[0] is None else promoter_from(row)
