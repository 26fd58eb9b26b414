"""Secret addresses, as rows."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update

from core.ids import BandId, EventId, PersonId, PublicationId
from core.marketplace.events import EventState
from core.publications import NewPublication, Publication, PublicationKind
from core.publications.store import Show
from storage.bands.tables import band, membership
from storage.engine.statements import Statements
from storage.market.tables import event, slot, venue
from storage.publications.tables import publication
from storage.scheduling.tables import commitment, rsvp

_ADD = insert(publication).returning(publication.c.id)
_GET = select(publication).where(publication.c.id == bindparam("which"))
_OF_PERSON = (
    select(publication).where(publication.c.person == bindparam("person_")).order_by(publication.c.id)
)
_OF_BAND = (
    select(publication)
    .where(publication.c.kind == bindparam("kind_"), publication.c.band == bindparam("band_"))
    .order_by(publication.c.id)
)
_SHOWS = (
    select(
        event.c.id,
        event.c.day,
        venue.c.name,
        venue.c.city,
        event.c.ends_at,
        func.coalesce(event.c.published_at, event.c.made_at).label("published_at"),
    )
    .join_from(slot, event, slot.c.event == event.c.id)
    .join(venue, event.c.venue == venue.c.id)
    .where(slot.c.band == bindparam("band_"), event.c.state == EventState.PUBLISHED.value)
    .distinct()
    .order_by(event.c.ends_at.desc(), event.c.id.desc())
    .limit(100)
)
_SET = update(publication).where(publication.c.id == bindparam("which"))
_STATE = (
    select(
        band.c.id,
        band.c.name,
        func.count(commitment.c.id),
        func.max(commitment.c.id),
        func.sum(commitment.c.changes),
        func.max(commitment.c.changed_at),
        func.count(rsvp.c.id),
        func.max(rsvp.c.at),
    )
    .select_from(
        membership.join(band, membership.c.band == band.c.id)
        .outerjoin(commitment, (commitment.c.band == band.c.id) & (commitment.c.ends_at > bindparam("since")))
        .outerjoin(rsvp, (rsvp.c.commitment == commitment.c.id) & (rsvp.c.person == membership.c.person))
    )
    .where(
        membership.c.person == bindparam("person_"),
        membership.c.left_at.is_(None),
        band.c.dissolved_at.is_(None),
    )
    .group_by(band.c.id, band.c.name)
    .order_by(band.c.id)
)
_STATE_OF_BAND = _STATE.where(band.c.id == bindparam("band_"))


class SqlPublications:
    """Implements core.publications.store.Publications."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def add(self, new: NewPublication) -> PublicationId:
        values = {
            "kind": new.kind.value,
            "person": new.person,
            "band": new.band,
            "made_at": new.made_at,
            "scope": new.band or 0,
        }
        return PublicationId(await self._statements.new_id(_ADD, values))

    async def get(self, publication: PublicationId) -> Publication | None:
        row = await self._statements.row(_GET, {"which": publication})
        return _publication(row) if row else None

    async def of_person(self, person: PersonId) -> list[Publication]:
        return [_publication(row) for row in await self._statements.rows(_OF_PERSON, {"person_": person})]

    async def of_band(self, kind: PublicationKind, band: BandId) -> Publication | None:
        row = await self._statements.row(_OF_BAND, {"kind_": kind.value, "band_": band})
        return _publication(row) if row else None

    async def shows(self, band: BandId) -> list[Show]:
        rows = await self._statements.rows(_SHOWS, {"band_": band})
        return [
            Show(EventId(row.id), row.day, row.name, row.city, row.ends_at, row.published_at) for row in rows
        ]

    async def replace(self, publication: Publication) -> None:
        values = {
            "which": publication.id,
            "generation": publication.generation,
            "alarm": publication.alarm // timedelta(minutes=1),
            "revoked_at": publication.revoked_at,
        }
        await self._statements.write(_SET, values)

    async def state_of(self, publication: Publication, *, since: datetime) -> str:
        values: dict[str, Any] = {"person_": publication.person, "since": since}
        if publication.band is None:
            rows = await self._statements.rows(_STATE, values)
        else:
            rows = await self._statements.rows(_STATE_OF_BAND, {**values, "band_": publication.band})
        kept = (publication.id, publication.generation, publication.alarm, [tuple(row) for row in rows])
        return sha256(repr(kept).encode()).hexdigest()[:32]


def _publication(row: Row[Any]) -> Publication:
    return Publication(
        PublicationKind(row.kind),
        PersonId(row.person),
        None if row.band is None else BandId(row.band),
        row.made_at,
        row.generation,
        timedelta(minutes=row.alarm),
        row.revoked_at,
        id=PublicationId(row.id),
    )
