"""Marks the bands whose players may have time that they did not have before: open dates may fit them now."""

from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, select, update

from storage.bands.tables import band, membership
from storage.engine.statements import Statements

_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)


def marking(people: Select[tuple[int]]) -> Any:
    """A statement that marks the bands of the people whom a query finds.

    Those that are marked as well: a worker may be looking at one, and would take its mark off afterwards.
    """
    playing = select(membership.c.band).where(membership.c.person.in_(people), membership.c.left_at.is_(None))
    return update(band).where(band.c.id.in_(playing)).values(freed=True)


_BY_PERSON = marking(select(membership.c.person).where(membership.c.person.in_(_PEOPLE)))


async def free_people(statements: Statements, *people: int) -> None:
    """Mark the bands of these people."""
    if people:
        await mark(statements, _BY_PERSON, {"people": list(people)})


async def mark(statements: Statements, change: Any, values: dict[str, Any]) -> None:
    """Run such a statement; after the commit the search for open dates begins at once."""
    await statements.write(change, values)
    statements.asks_for_matches = True
