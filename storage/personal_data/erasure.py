"""Deleting a person's own rows. Those of bands stay, and point to a person without a name.

A test goes through all columns that name a person, and fails when one is neither in DELETED nor in KEPT.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Column, Text, bindparam, cast, delete, literal, or_, select, update

from core.changes import facts_from
from core.ids import PersonId
from core.journal import ChangeSetAside, Whose
from core.scheduling.green.cache import forget as forget_zones
from storage.bands.kits import NO_LONGER_HELD
from storage.bands.tables import invite, kit_file, membership
from storage.engine.prepared_statements import forget as forget_rows
from storage.engine.statements import Statements
from storage.market.tables import application, counting, event, look, promoter, rating, venue_invite
from storage.outbox.tables import outbox
from storage.people.tables import account, link_code, person
from storage.personal_data.merge import NOBODY
from storage.publications.tables import publication
from storage.scheduling.diaries import forget as forget_rules
from storage.scheduling.tables import availability, commitment, confirmation, feed, nudge, rsvp
from storage.scheduling.taken import forget as forget_busy_times
from storage.turns.tables import change, draft
from storage.web_sessions.tables import web_link, web_session

DELETED: tuple[Column[Any], ...] = (
    outbox.c.person,
    account.c.person,
    availability.c.person,
    confirmation.c.person,
    nudge.c.person,
    link_code.c.person,
    feed.c.person,
    rsvp.c.person,
    look.c.person,
    draft.c.person,
    publication.c.person,
    web_link.c.person,
    web_session.c.person,
    kit_file.c.person,
    counting.c.made_by,
)
"""The person's own rows, to be deleted in an order that foreign keys allow."""

KEPT: tuple[Column[Any], ...] = (
    membership.c.person,
    invite.c.made_by,
    availability.c.said_by,
    nudge.c.by,
    commitment.c.made_by,
    promoter.c.person,
    venue_invite.c.made_by,
    event.c.made_by,
    application.c.made_by,
    rating.c.person,
    change.c.person,
)
"""Rows of a band or of another person. They stay, and point to a person about whom nothing else is known."""

_WHO: BindParameter[Any] = bindparam("who")
_DELETES = [delete(each.table).where(each == _WHO) for each in DELETED]
# Notices addressed to an account that has since been unlinked: the ids of their messages name its chat.
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
    .values(kind=ChangeSetAside.kind, facts={})
)
_MEMBERSHIPS = update(membership).where(membership.c.person == _WHO).values(part=None)
_LEAVE = update(person).where(person.c.id == _WHO).values(**NOBODY)


async def erased(statements: Statements, who: PersonId, *, at: datetime) -> None:
    """Delete the person's own rows."""
    rows = await statements.rows(_FACTS, {"who": who, "number": f"%: {who}%"})
    aside = [row.id for row in rows if _is_own(row, who)]
    if aside:
        await statements.write(_SET_ASIDE, {"ids": aside})
    # A change's cause may name the chat it came from, and so the person.
    await statements.write(_CAUSES, {"who": who})
    await statements.write(_UNADDRESSED, {"who": who})
    for each in _DELETES:
        await statements.write(each, {"who": who})
    await statements.write(NO_LONGER_HELD)
    await statements.write(_MEMBERSHIPS, {"who": who})
    await statements.write(_LEAVE.values(gone_at=at), {"who": who})
    statements.erases = True


def forget() -> None:
    """Empty all caches of people's rows, and of results computed from them."""
    forget_rows()
    forget_rules()
    forget_busy_times()
    forget_zones()


def _is_own(row: Any, who: PersonId) -> bool:
    """Whether the change's facts are this person's own: an entry in a diary is its owner's."""
    facts = facts_from(row.kind, row.facts)
    return facts.whose is not Whose.BAND and (facts.of_another or row.person) == who
