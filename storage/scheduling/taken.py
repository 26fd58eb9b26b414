"""The time that imported calendars and commitments take from people, read in one statement."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Text,
    and_,
    bindparam,
    cast,
    func,
    literal_column,
    null,
    or_,
    select,
    union_all,
)

from core.formats import zone_of_locale
from core.ids import BandId, PersonId
from core.moments import exact_seconds, zone
from core.scheduling.availability.ports import LastLook, Occupied, TakenTime
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp
from core.scheduling.recurrence.spans import Span, Spans, clipped, merged
from storage.bands.tables import membership
from storage.engine.statements import Statements
from storage.people.tables import person
from storage.scheduling.confirmations import LAST_LOOKS, last_looks_of
from storage.scheduling.tables import commitment, feed, rsvp

_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)
_FEEDS = (
    select(
        feed.c.person,
        feed.c.id.label("feed"),
        feed.c.read_at.label("starts_at"),
        null().label("ends_at"),
        null().label("band"),
        null().label("kind"),
        cast(feed.c.busy, Text).label("busy"),
        person.c.zone,
        func.coalesce(person.c.language, person.c.locale).label("locale"),
    )
    .join_from(feed, person, feed.c.person == person.c.id)
    .where(feed.c.person.in_(_PEOPLE), feed.c.removed_at.is_(None), feed.c.busy.is_not(None))
)
TAKES_PART = or_(
    rsvp.c.answer == Rsvp.YES.value,
    and_(membership.c.required, or_(rsvp.c.answer.is_(None), rsvp.c.answer != Rsvp.NO.value)),
)
"""`core.scheduling.commitments.commitment.takes_part` in SQL: required players unless they answered no,
others if they answered yes. tests/storage/test_who_takes_part.py fails when the two differ."""
_OCCUPIED = (
    select(
        membership.c.person,
        null().label("feed"),
        commitment.c.starts_at,
        commitment.c.ends_at,
        commitment.c.band,
        commitment.c.kind,
        null().label("busy"),
        null().label("zone"),
        null().label("locale"),
    )
    .join_from(commitment, membership, commitment.c.band == membership.c.band)
    .outerjoin(rsvp, and_(rsvp.c.commitment == commitment.c.id, rsvp.c.person == membership.c.person))
    .where(
        membership.c.person.in_(_PEOPLE),
        membership.c.left_at.is_(None),
        commitment.c.state == CommitmentState.CONFIRMED.value,
        commitment.c.ends_at > bindparam("start"),
        commitment.c.starts_at < bindparam("end"),
        TAKES_PART,
    )
)
_TAKEN = union_all(_OCCUPIED, _FEEDS)
_taken, _last_looks = _TAKEN.subquery(), LAST_LOOKS.subquery()
# Two unrelated result sets in one query: line 1 fills the columns on the left, line 2 those on the right.
_lines = union_all(select(literal_column("1").label("number")), select(literal_column("2"))).subquery()
_TAKEN_AND_LAST_LOOKS = select(*_taken.c, *_last_looks.c).select_from(
    _lines.outerjoin(_taken, _lines.c.number == literal_column("1")).outerjoin(
        _last_looks, _lines.c.number == literal_column("2")
    )
)
_OF_TAKEN = len(_taken.c)


class SqlTakenTimes:
    """Implements core.scheduling.availability.ports.TakenTimes."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def of(
        self, people: Sequence[PersonId], *, start: datetime, end: datetime
    ) -> Mapping[PersonId, TakenTime]:
        if not people:
            return {}
        values = {"people": list(people), "start": start, "end": end}
        return _taken_in(people, await self._statements.rows(_TAKEN, values), start, end)

    async def with_last_looks(
        self, people: Sequence[PersonId], *, start: datetime, end: datetime
    ) -> Mapping[PersonId, tuple[TakenTime, LastLook]]:
        if not people:
            return {}
        values = {"people": list(people), "start": start, "end": end}
        rows = await self._statements.rows(_TAKEN_AND_LAST_LOOKS, values)
        taken = _taken_in(people, [row[:_OF_TAKEN] for row in rows if row[0] is not None], start, end)
        looks = last_looks_of(people, [row[_OF_TAKEN:] for row in rows if row[_OF_TAKEN] is not None])
        return {each: (taken[each], looks[each]) for each in people}


def _taken_in(
    people: Sequence[PersonId], rows: Sequence[Sequence[Any]], start: datetime, end: datetime
) -> dict[PersonId, TakenTime]:
    imported: dict[PersonId, Spans] = {each: [] for each in people}
    occupied: dict[PersonId, list[Occupied]] = {each: [] for each in people}
    for who, calendar, starts_at, ends_at, band, kind, busy, zone_name, locale in rows:
        if calendar is None:
            span = exact_seconds(starts_at), exact_seconds(ends_at)
            occupied[who].append(Occupied(span, BandId(band), CommitmentKind(kind)))
        else:
            imported[who] += _busy(busy, zone_name or zone_of_locale(locale))
    window = exact_seconds(start), exact_seconds(end)
    return {
        each: TakenTime(
            tuple(clipped(merged(imported[each]), window)),
            tuple(sorted(occupied[each], key=lambda one: (one.span, one.band))),
        )
        for each in people
    }


def forget() -> None:
    """Empty the cache of busy times."""
    _busy.cache_clear()


@lru_cache(maxsize=256)
def _busy(text: str, zone_name: str) -> tuple[Span, ...]:
    """The times in the column `feed.busy` (see tables.py), with wall times read in the person's zone."""
    stored: dict[str, Any] = json.loads(text)
    clock = zone(zone_name)
    on_the_wall = [(clock.exact(start), clock.exact(end)) for start, end in stored["wall"]]
    return tuple((start, end) for start, end in [*stored["exact"], *on_the_wall] if start < end)
