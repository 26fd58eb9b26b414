"""A person's own rows are taken away; a band's stay, and lead to a row that names nobody.

A test walks over all columns that name a person, and fails when one is neither in TAKEN nor in KEPT.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Column, Text, bindparam, cast, delete, literal, or_, select, update

from core.belongings.store import OF_BANDS
from core.ids import PersonId
from core.journal import ChangeKind
from core.scheduling.green.cache import forget as forget_zones
from storage.diaries import forget as forget_rules
from storage.merging import NOBODY
from storage.prepared import forget as forget_rows
from storage.statements import Statements
from storage.tables import (
    account,
    availability,
    change,
    commitment,
    confirmation,
    draft,
    feed,
    invite,
    link_code,
    membership,
    nudge,
    outbox,
    person,
    rsvp,
)
from storage.taken import forget as forget_busy_times

TAKEN: tuple[Column[Any], ...] = (
    outbox.c.person,
    account.c.person,
    availability.c.person,
    confirmation.c.person,
    nudge.c.person,
    link_code.c.person,
    feed.c.person,
    rsvp.c.person,
    draft.c.person,
)
"""Rows that are the person's own, in an order that foreign keys allow."""

KEPT: tuple[Column[Any], ...] = (
    membership.c.person,
    invite.c.made_by,
    availability.c.said_by,
    nudge.c.by,
    commitment.c.made_by,
    change.c.person,
)
"""Rows that are a band's, or another person's: they name a person of whom nothing is known any more."""

_WHO: BindParameter[Any] = bindparam("who")
_TAKES = [delete(each.table).where(each == _WHO) for each in TAKEN]
# Sent once by an account that has been parted from its person since; the ids of its messages name its chat.
_UNADDRESSED = (
    update(outbox)
    .where(outbox.c.account.in_(select(account.c.id).where(account.c.person == _WHO)))
    .values(account=None, messages=None)
)
_CAUSES = (
    update(change).where(change.c.person == _WHO).values(cause=literal("erased:") + cast(change.c.id, Text))
)
_FACTS = select(change.c.id, change.c.person, change.c.kind, change.c.facts).where(
    or_(change.c.person == _WHO, cast(change.c.facts, Text).like(bindparam("number")))
)
_SET_ASIDE = (
    update(change)
    .where(change.c.id.in_(bindparam("ids", expanding=True)))
    .values(kind=ChangeKind.SET_ASIDE.value, facts={})
)
_SEATS = update(membership).where(membership.c.person == _WHO).values(part=None)
_LEAVE = update(person).where(person.c.id == _WHO).values(**NOBODY)


async def erased(statements: Statements, who: PersonId, *, at: datetime) -> None:
    """Take away what is the person's own."""
    rows = await statements.rows(_FACTS, {"who": who, "number": f'%"of": {who}%'})
    aside = [row.id for row in rows if _is_own(row, who)]
    if aside:
        await statements.write(_SET_ASIDE, {"ids": aside})
    # The messages that led to them may name the chat, and so the person.
    await statements.write(_CAUSES, {"who": who})
    await statements.write(_UNADDRESSED, {"who": who})
    for take in _TAKES:
        await statements.write(take, {"who": who})
    await statements.write(_SEATS, {"who": who})
    await statements.write(_LEAVE.values(gone_at=at), {"who": who})
    statements.erases = True


def forget() -> None:
    """Let go of all that is kept in memory of people's rows, and of what was worked out of them."""
    forget_rows()
    forget_rules()
    forget_busy_times()
    forget_zones()


def _is_own(row: Any, who: PersonId) -> bool:
    """What was entered for another is the other's, who may still take it back; and the other way round."""
    about = row.facts.get("of", row.person)
    if about != row.person:
        return bool(about == who)
    return row.person == who and row.kind not in {kind.value for kind in OF_BANDS}
