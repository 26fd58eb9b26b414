"""Availabilities, as rows: wall time, zone, and the repetition as an RFC 5545 rule."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, Text, bindparam, cast, insert, select, update

from core.ids import AvailabilityId, PersonId
from core.scheduling.availability.ports import Availability
from core.scheduling.kinds import Kind
from core.scheduling.recurrence.rrule import kept_repeat, repeat_text
from core.scheduling.recurrence.rules import Rule
from storage.bands.freed import free_people, mark, marking
from storage.engine.statements import Statements
from storage.scheduling.tables import availability

_THESE = availability.c.id.in_(bindparam("ids", expanding=True))
_STANDS = availability.c.removed_at.is_(None)
_ADD = insert(availability).returning(availability.c.id)
_FACTS = (
    availability.c.id,
    availability.c.person,
    availability.c.kind,
    availability.c.starts,
    availability.c.zone,
    availability.c.nominal,
    availability.c.elapsed,
    availability.c.all_day,
    availability.c.repeat,
    cast(availability.c.exceptions, Text),
    availability.c.words,
    availability.c.said_at,
    availability.c.said_by,
)
_OF = (
    select(*_FACTS)
    .where(availability.c.person.in_(bindparam("people", expanding=True)), _STANDS)
    .order_by(availability.c.id)
)
_SOME = select(*_FACTS).where(_THESE).order_by(availability.c.id)
_STANDING = select(availability.c.id).where(_THESE, _STANDS)
_CHANGE = update(availability).where(_THESE)


_FREE = marking(select(availability.c.person).where(availability.c.id.in_(bindparam("ids", expanding=True))))


class SqlDiaries:
    """Implements core.scheduling.availability.ports.Diaries."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def add(
        self,
        person: PersonId,
        kind: Kind,
        rule: Rule,
        *,
        words: str,
        at: datetime,
        by: PersonId | None = None,
    ) -> AvailabilityId:
        values = {
            "person": person,
            "kind": kind,
            "starts": rule.start,
            "zone": rule.zone,
            "nominal": None if rule.nominal is None else int(rule.nominal.total_seconds()),
            "elapsed": int(rule.elapsed.total_seconds()),
            "all_day": rule.all_day,
            "repeat": repeat_text(rule.repeat) if rule.repeat else None,
            "exceptions": [each.isoformat() for each in rule.exceptions],
            "words": words,
            "said_at": at,
            "said_by": by,
        }
        number = AvailabilityId(await self._statements.new_id(_ADD, values))
        if kind is not Kind.BUSY:
            await free_people(self._statements, person)
        return number

    async def of(self, people: Sequence[PersonId]) -> Mapping[PersonId, list[Availability]]:
        diaries: dict[PersonId, list[Availability]] = {person: [] for person in people}
        if people:
            for row in await self._statements.rows(_OF, {"people": list(people)}):
                diaries[PersonId(row.person)].append(_availability(row))
        return diaries

    async def some(self, ids: Sequence[AvailabilityId]) -> list[Availability]:
        if not ids:
            return []
        return [_availability(row) for row in await self._statements.rows(_SOME, {"ids": list(ids)})]

    async def standing(self, ids: Sequence[AvailabilityId]) -> frozenset[AvailabilityId]:
        if not ids:
            return frozenset()
        rows = await self._statements.rows(_STANDING, {"ids": list(ids)})
        return frozenset(AvailabilityId(row.id) for row in rows)

    async def remove(self, ids: Sequence[AvailabilityId], *, at: datetime) -> None:
        await self._change(ids, removed_at=at)
        await self._free(ids)

    async def restore(self, ids: Sequence[AvailabilityId]) -> None:
        await self._change(ids, removed_at=None)
        await self._free(ids)

    async def set_exceptions(self, rule: AvailabilityId, exceptions: Sequence[datetime]) -> None:
        await self._change([rule], exceptions=[each.isoformat() for each in exceptions])
        await self._free([rule])

    async def set_zones(self, zones: Mapping[AvailabilityId, str]) -> None:
        by_zone: dict[str, list[AvailabilityId]] = defaultdict(list)
        for rule, zone in zones.items():
            by_zone[zone].append(rule)
        self._statements.must_write()
        for zone, ids in by_zone.items():
            await self._change(ids, zone=zone)

    async def _free(self, ids: Sequence[AvailabilityId]) -> None:
        """Open dates may fit the bands of those whose rules these are."""
        if ids:
            await mark(self._statements, _FREE, {"ids": list(ids)})

    async def _change(self, ids: Sequence[AvailabilityId], **values: object) -> None:
        self._statements.must_write()
        if ids:
            await self._statements.write(_CHANGE, {"ids": list(ids), **values})


def forget() -> None:
    """Empty the cache of rules."""
    _availability.cache_clear()


@lru_cache(maxsize=8192)
def _availability(row: Row[Any]) -> Availability:
    """The rule in a row. Cached, since every answer about green zones reads a year of each member."""
    facts: tuple[Any, ...] = tuple(row)
    number, person, kind, *rule, words, said_at, said_by = facts
    return Availability(
        AvailabilityId(number), PersonId(person), Kind(kind), _rule(*rule), words, said_at, said_by
    )


def _rule(
    starts: datetime,
    zone: str,
    nominal: int | None,
    elapsed: int,
    all_day: bool,  # noqa: FBT001 - as the columns stand
    repeat: str | None,
    exceptions: str,
) -> Rule:
    return Rule(
        start=starts,
        zone=zone,
        nominal=None if nominal is None else timedelta(seconds=nominal),
        elapsed=timedelta(seconds=elapsed),
        all_day=all_day,
        repeat=kept_repeat(repeat) if repeat else None,
        exceptions=tuple(datetime.fromisoformat(each) for each in json.loads(exceptions)),
    )
