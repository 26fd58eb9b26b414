"""Nights as pages show them: each is read with its slots, its venue and its bands in one statement."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from core.ids import BandId, EventId, VenueId
from core.marketplace.events import EventState
from core.marketplace.events.public_nights import PUBLIC, OpenNight, PublicNight
from core.marketplace.venues import Venue
from storage.bands.tables import band
from storage.engine.statements import Statements
from storage.market.events import NIGHT, NIGHTS, nights_from
from storage.market.tables import application, event, slot, venue
from storage.market.venues import VENUE, venue_from
from storage.scheduling.tables import commitment

_SHOWN = (
    *NIGHT,
    *VENUE,
    venue.c.closed_at,
    event.c.changed_at,
    event.c.changes,
    band.c.name.label("band_name"),
    commitment.c.made_at.label("booked_at"),
)
_SLOT_BAND = [each.name for each in NIGHT].index("slot_band")
_PUBLIC = (
    select(*_SHOWN)
    .select_from(
        NIGHTS.join(venue, event.c.venue == venue.c.id)
        .outerjoin(band, slot.c.band == band.c.id)
        .outerjoin(application, slot.c.application == application.c.id)
        .outerjoin(commitment, application.c.commitment == commitment.c.id)
    )
    .where(event.c.state.in_([each.value for each in PUBLIC]))
    .order_by(event.c.starts_at, event.c.id, slot.c.number, slot.c.id)
)
_SOME = _PUBLIC.where(event.c.id.in_(bindparam("ids", expanding=True)))
_OF_VENUE = _PUBLIC.where(event.c.venue == bindparam("venue_"), event.c.ends_at > bindparam("since"))
_HAS_OPEN_SLOT = (
    select(slot.c.id)
    .where(slot.c.event == event.c.id, slot.c.band.is_(None), slot.c.taken.is_(False))
    .correlate(event)
    .exists()
)
_IS_OPEN = (
    event.c.state == EventState.PUBLISHED.value,
    event.c.starts_at > bindparam("since"),
    venue.c.closed_at.is_(None),
    _HAS_OPEN_SLOT,
)
_OPEN = (
    select(
        event.c.id,
        event.c.venue,
        venue.c.city,
        event.c.zone,
        event.c.terms["genres"],
        event.c.terms["any_genre"],
        venue.c.profile["genres"],
    )
    .join_from(event, venue, event.c.venue == venue.c.id)
    .where(*_IS_OPEN)
    .order_by(event.c.starts_at, event.c.id)
)
_OPEN_BETWEEN = _OPEN.where(event.c.day >= bindparam("first"), event.c.day <= bindparam("last"))
_OPEN_IDS = (
    select(event.c.id, func.count().over().label("nights"))
    .join_from(event, venue, event.c.venue == venue.c.id)
    .where(*_IS_OPEN, event.c.day >= bindparam("first"), event.c.day <= bindparam("last"))
    .order_by(event.c.starts_at, event.c.id)
    .limit(bindparam("take"))
    .offset(bindparam("skip"))
)
_OPEN_COUNTS = (
    select(event.c.venue, func.count(event.c.id).label("nights"))
    .join_from(event, venue, event.c.venue == venue.c.id)
    .where(*_IS_OPEN)
    .group_by(event.c.venue)
)


class SqlPublicNights:
    """Implements core.marketplace.events.public_nights.PublicNights."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def get(self, event: EventId) -> PublicNight | None:
        found = await self.some([event])
        return found[0] if found else None

    async def some(self, events: Sequence[EventId]) -> list[PublicNight]:
        if not events:
            return []
        return _public(await self._statements.rows(_SOME, {"ids": list(events)}))

    async def of_venue(self, venue: VenueId, *, since: datetime) -> list[PublicNight]:
        return _public(await self._statements.rows(_OF_VENUE, {"venue_": venue, "since": since}))

    async def open_page(
        self, since: datetime, *, first: date | None, last: date | None, skip: int, take: int
    ) -> tuple[list[EventId], int]:
        wanted = {"since": since, "first": first or date.min, "last": last or date.max}
        rows = await self._statements.rows(_OPEN_IDS, {**wanted, "skip": skip, "take": take})
        if not rows and skip:  # past the end nobody counts
            rest = await self._statements.rows(_OPEN_IDS, {**wanted, "skip": 0, "take": 1})
            return [], rest[0].nights if rest else 0
        return [EventId(row.id) for row in rows], rows[0].nights if rows else 0

    async def open(self, since: datetime, *, first: date | None, last: date | None) -> list[OpenNight]:
        if first is None and last is None:
            rows = await self._statements.rows(_OPEN, {"since": since})
        else:
            days = {"first": first or date.min, "last": last or date.max}
            rows = await self._statements.rows(_OPEN_BETWEEN, {"since": since, **days})
        return [_open_night(row) for row in rows]

    async def open_counts(self, since: datetime) -> Mapping[VenueId, int]:
        rows = await self._statements.rows(_OPEN_COUNTS, {"since": since})
        return {VenueId(row.venue): row.nights for row in rows}


def _open_night(row: Row[Any]) -> OpenNight:
    number, venue, city, zone, named, any_, own = tuple(row)
    genres = () if any_ else tuple(named or own or ())
    return OpenNight(EventId(number), VenueId(venue), city, zone, genres)


def _public(rows: Sequence[Row[Any]]) -> list[PublicNight]:
    """The nights in rows of _SHOWN, one row a slot, in the rows' order."""
    of_event: dict[int, list[Row[Any]]] = {}
    for row in rows:
        of_event.setdefault(row[0], []).append(row)
    venues: dict[int, Venue] = {}
    for mine in of_event.values():
        if mine[0].venue_id not in venues:
            venues[mine[0].venue_id] = venue_from(mine[0][len(NIGHT) :])
    return [
        PublicNight(
            event=event,
            venue=venues[event.venue],
            venue_open=mine[0].closed_at is None,
            bands={BandId(row[_SLOT_BAND]): row.band_name for row in mine if row.band_name is not None},
            changed_at=max(_changes(mine), default=None),
            changes=mine[0].changes,
        )
        for event, mine in zip(nights_from(rows), of_event.values(), strict=True)
    ]


def _changes(rows: Sequence[Row[Any]]) -> list[datetime]:
    known = [rows[0].published_at, rows[0].changed_at, *(row.booked_at for row in rows)]
    return [each for each in known if each is not None]
