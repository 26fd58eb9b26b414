"""Confirmed months, and when people last looked at their diaries, as rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, delete, func, null, select, union_all

from core.ids import PersonId
from core.scheduling.availability.ports import LastLook
from storage.engine.statements import Statements
from storage.scheduling.tables import availability, confirmation

_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)
# An entry made by somebody else does not show that the person has looked at their diary.
LAST_LOOKS = union_all(
    select(confirmation.c.person, confirmation.c.month, confirmation.c.at).where(
        confirmation.c.person.in_(_PEOPLE)
    ),
    select(
        availability.c.person,
        null().label("month"),
        func.max(availability.c.said_at, type_=availability.c.said_at.type).label("at"),
    )
    .where(availability.c.person.in_(_PEOPLE), availability.c.said_by.is_(None))
    .group_by(availability.c.person),
)
"""When each of `people` last entered a rule (`month` is NULL), and when they confirmed which months."""
_STANDING = select(confirmation.c.month, confirmation.c.at).where(
    confirmation.c.person == bindparam("person_"),
    confirmation.c.month.in_(bindparam("months", expanding=True)),
)
_DROP = delete(confirmation).where(
    confirmation.c.person == bindparam("person_"),
    confirmation.c.month.in_(bindparam("months", expanding=True)),
)


class SqlConfirmations:
    """Implements core.scheduling.availability.ports.Confirmations."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def last_looks(self, people: Sequence[PersonId]) -> Mapping[PersonId, LastLook]:
        rows = await self._statements.rows(LAST_LOOKS, {"people": list(people)}) if people else ()
        return last_looks_of(people, rows)

    async def standing(self, person: PersonId, months: Sequence[date]) -> dict[date, datetime | None]:
        rows = await self._statements.rows(_STANDING, {"person_": person, "months": list(months)})
        return {**dict.fromkeys(months), **{row.month: row.at for row in rows}}

    async def set(self, person: PersonId, months: Mapping[date, datetime | None]) -> None:
        await self._statements.write(_DROP, {"person_": person, "months": list(months)})
        rows = [{"person": person, "month": month, "at": at} for month, at in months.items() if at]
        if rows:
            await self._statements.write(self._statements.insert(confirmation), rows)


def last_looks_of(people: Sequence[PersonId], rows: Iterable[Sequence[Any]]) -> dict[PersonId, LastLook]:
    """How fresh each diary is, from the rows of LAST_LOOKS."""
    last: dict[PersonId, datetime] = {}
    months: dict[PersonId, set[date]] = {person: set() for person in people}
    for person, month, at in rows:
        last[person] = max(at, last.get(person, at))
        if month is not None:
            months[person].add(month)
    return {person: LastLook(last.get(person), frozenset(months[person])) for person in people}
