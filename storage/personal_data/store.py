"""The store of personal data: counts and shared memberships; the rest is in the files beside it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, delete, func, select, update

from core.bands import Role
from core.ids import BandId, MembershipId, PersonId
from core.personal_data.store import DataSummary, HeldMembership
from storage.bands.tables import band, membership
from storage.engine.statements import Statements
from storage.market.tables import promoter, venue
from storage.personal_data.erasure import erased
from storage.personal_data.export import listed
from storage.personal_data.merge import handed_over
from storage.scheduling.tables import availability, feed

_MINE: BindParameter[Any] = bindparam("person_")
_SUMMARY = select(
    select(func.count())
    .where(availability.c.person == _MINE, availability.c.removed_at.is_(None))
    .scalar_subquery()
    .label("rules"),
    select(func.count())
    .where(
        membership.c.person == _MINE,
        membership.c.left_at.is_(None),
        membership.c.band == band.c.id,
        band.c.dissolved_at.is_(None),
    )
    .scalar_subquery()
    .label("bands"),
    select(func.count())
    .where(feed.c.person == _MINE, feed.c.removed_at.is_(None))
    .scalar_subquery()
    .label("calendars"),
    select(func.count())
    .where(
        promoter.c.person == _MINE,
        promoter.c.left_at.is_(None),
        promoter.c.venue == venue.c.id,
        venue.c.closed_at.is_(None),
    )
    .scalar_subquery()
    .label("venues"),
)
_MEMBERSHIPS = (
    select(membership)
    .where(membership.c.person.in_(bindparam("people", expanding=True)))
    .order_by(membership.c.id)
)
_SET_MEMBERSHIP = update(membership).where(membership.c.id == bindparam("which"))
_NO_MEMBERSHIP = delete(membership).where(membership.c.id == bindparam("which"))


class SqlPersonalData:
    """Implements core.personal_data.store.PersonalData."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def summarise(self, person: PersonId) -> DataSummary:
        row = await self._statements.row(_SUMMARY, {"person_": person})
        assert row is not None  # noqa: S101 - numbers always come
        return DataSummary(row.rules, row.bands, row.calendars, row.venues)

    async def shared_memberships(
        self, one: PersonId, other: PersonId
    ) -> Sequence[tuple[HeldMembership, HeldMembership]]:
        rows = await self._statements.rows(_MEMBERSHIPS, {"people": [one, other]})
        others = {row.band: _held(row) for row in rows if row.person == other}
        return [(_held(row), others[row.band]) for row in rows if row.person == one and row.band in others]

    async def merge_memberships(self, kept: HeldMembership, gone: HeldMembership) -> None:
        """Keeps the earlier of the two dates of joining."""
        rows = await self._statements.rows(_JOINED, {"ids": [kept.id, gone.id]})
        values: dict[str, Any] = {
            "role": kept.role,
            "part": kept.part,
            "required": kept.required,
            "joined_at": min(row.joined_at for row in rows),
        }
        if kept.playing:
            values["left_at"] = None
        await self._statements.write(_NO_MEMBERSHIP, {"which": gone.id})
        await self._statements.write(_SET_MEMBERSHIP, {"which": kept.id, **values})

    async def hand_over(self, gone: PersonId, to: PersonId, *, at: datetime) -> None:
        await handed_over(self._statements, gone, to, at=at)

    async def erase(self, person: PersonId, *, at: datetime) -> None:
        await erased(self._statements, person, at=at)

    async def everything(self, person: PersonId) -> dict[str, Any]:
        return await listed(self._statements, person)


_JOINED = select(membership.c.joined_at).where(membership.c.id.in_(bindparam("ids", expanding=True)))


def _held(row: Row[Any]) -> HeldMembership:
    return HeldMembership(
        MembershipId(row.id),
        BandId(row.band),
        Role(row.role),
        row.part,
        row.required,
        playing=row.left_at is None,
    )
