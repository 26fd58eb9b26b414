"""Ratings, as rows."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Row, bindparam, func, insert, or_, select, update

from core.ids import ApplicationId, BandId, PersonId, RatingId, VenueId
from core.marketplace.applications import Side
from core.marketplace.ratings import RATE_FOR, NewRating, Rating, RatingFact
from core.stars import RatingSummary
from storage.engine.statements import Statements
from storage.market.tables import rating

_ONES: BindParameter[Any] = bindparam("ones", expanding=True)
_ADD = insert(rating).returning(rating.c.id)
_SET = update(rating).where(rating.c.id == bindparam("which"))
_OF = select(rating).where(rating.c.application.in_(_ONES)).order_by(rating.c.id)
_THEIRS = rating.alias()
_BOTH = (
    select(_THEIRS.c.id)
    .where(_THEIRS.c.application == rating.c.application, _THEIRS.c.side != rating.c.side)
    .exists()
)
_OPEN: ColumnElement[bool] = or_(rating.c.ends_at <= bindparam("sealed_after"), _BOTH)
"""What may be read: `are_sealed` of core.marketplace.ratings, as a condition."""
_SUMS = (func.count(rating.c.id).label("ratings"), func.sum(rating.c.stars).label("total"))
_OF_BANDS = (
    select(rating.c.band, *_SUMS)
    .where(rating.c.band.in_(_ONES), rating.c.side == Side.VENUE.value, _OPEN)
    .group_by(rating.c.band)
)
_OF_VENUES = (
    select(rating.c.venue, *_SUMS)
    .where(rating.c.venue.in_(_ONES), rating.c.side == Side.BAND.value, _OPEN)
    .group_by(rating.c.venue)
)
_NEWEST = select(rating).where(_OPEN).order_by(rating.c.ends_at.desc(), rating.c.id.desc())
_ABOUT_BAND = _NEWEST.where(rating.c.band == bindparam("which"), rating.c.side == Side.VENUE.value).limit(
    bindparam("most")
)
_ABOUT_VENUE = _NEWEST.where(rating.c.venue == bindparam("which"), rating.c.side == Side.BAND.value).limit(
    bindparam("most")
)


class SqlRatings:
    """Implements core.marketplace.ratings.store.Ratings."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def add(self, new: NewRating) -> RatingId:
        values = {
            "application": new.application,
            "side": new.by.value,
            "band": new.band,
            "venue": new.venue,
            "made_at": new.made_at,
            "ends_at": new.ends_at,
            **_said(new),
        }
        return RatingId(await self._statements.new_id(_ADD, values))

    async def replace(self, rating: Rating) -> None:
        await self._statements.write(_SET, {"which": rating.id, **_said(rating), "reply": rating.reply})

    async def of(self, applications: Collection[ApplicationId]) -> dict[ApplicationId, list[Rating]]:
        found: dict[ApplicationId, list[Rating]] = {}
        if applications:
            for row in await self._statements.rows(_OF, {"ones": list(applications)}):
                found.setdefault(ApplicationId(row.application), []).append(_rating(row))
        return found

    async def of_bands(self, bands: Collection[BandId], *, now: datetime) -> dict[BandId, RatingSummary]:
        if not bands:
            return {}
        rows = await self._statements.rows(_OF_BANDS, {"ones": list(bands), **_open_at(now)})
        return {BandId(row.band): RatingSummary(row.ratings, row.total) for row in rows}

    async def of_venues(self, venues: Collection[VenueId], *, now: datetime) -> dict[VenueId, RatingSummary]:
        if not venues:
            return {}
        rows = await self._statements.rows(_OF_VENUES, {"ones": list(venues), **_open_at(now)})
        return {VenueId(row.venue): RatingSummary(row.ratings, row.total) for row in rows}

    async def about_band(self, band: BandId, *, now: datetime, most: int) -> list[Rating]:
        values = {"which": band, "most": most, **_open_at(now)}
        return [_rating(row) for row in await self._statements.rows(_ABOUT_BAND, values)]

    async def about_venue(self, venue: VenueId, *, now: datetime, most: int) -> list[Rating]:
        values = {"which": venue, "most": most, **_open_at(now)}
        return [_rating(row) for row in await self._statements.rows(_ABOUT_VENUE, values)]


def _open_at(now: datetime) -> dict[str, datetime]:
    return {"sealed_after": now - RATE_FOR}


def _said(new: NewRating) -> dict[str, Any]:
    return {
        "stars": new.stars,
        "person": new.person,
        "facts": {fact.value: so for fact, so in new.facts.items()},
        "line": new.line,
    }


def _rating(row: Row[Any]) -> Rating:
    return Rating(
        ApplicationId(row.application),
        Side(row.side),
        BandId(row.band),
        VenueId(row.venue),
        row.stars,
        PersonId(row.person),
        row.made_at,
        row.ends_at,
        {RatingFact(name): so for name, so in row.facts.items()},
        row.line,
        id=RatingId(row.id),
        reply=row.reply,
    )
