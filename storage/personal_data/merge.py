"""Merging two people into one: every row of the first becomes a row of the second.

A test goes through all columns that name a person, and fails when one is neither in MOVED nor in ALONE.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Table,
    Text,
    bindparam,
    cast,
    delete,
    func,
    null,
    or_,
    select,
    update,
)

from core.changes import CHANGES, facts_from, people_in_change
from core.ids import PersonId
from core.journal import ChangeFacts, ChangeSetAside, Whose
from core.notices import people_in_notice
from core.scheduling.availability.changes import MonthConfirmed
from storage.bands.tables import invite, kit_file, membership
from storage.engine.statements import Statements
from storage.market.tables import application, counting, event, look, promoter, rating, venue_invite
from storage.outbox.tables import NoticeState, outbox
from storage.people.tables import account, link_code, person
from storage.publications.tables import publication
from storage.scheduling.tables import availability, commitment, confirmation, feed, nudge, rsvp
from storage.turns.tables import change, draft
from storage.web_sessions.tables import web_link, web_session

MOVED: tuple[Column[Any], ...] = (
    account.c.person,
    membership.c.person,
    invite.c.made_by,
    availability.c.person,
    availability.c.said_by,
    feed.c.person,
    commitment.c.made_by,
    nudge.c.by,
    venue_invite.c.made_by,
    event.c.made_by,
    application.c.made_by,
    counting.c.made_by,
    rating.c.person,
    change.c.person,
    outbox.c.person,
    link_code.c.person,
    web_link.c.person,
    web_session.c.person,
    kit_file.c.person,
)
"""Columns in which any number of rows may name the same person."""

ALONE: Mapping[Table, tuple[tuple[Column[Any], ...], ColumnElement[Any]]] = {
    confirmation: ((confirmation.c.month,), confirmation.c.at),
    rsvp: ((rsvp.c.commitment,), rsvp.c.at),
    nudge: ((nudge.c.band,), nudge.c.at),
    draft: ((draft.c.place,), draft.c.asked_at),
    promoter: ((promoter.c.venue,), promoter.c.joined_at),
    publication: ((publication.c.kind, publication.c.scope), publication.c.made_at),
    look: ((look.c.event, look.c.band), func.coalesce(look.c.answered_at, look.c.asked_at)),
}
"""Tables with at most one row for each person and the first columns. Of two, the newer by the last one stays.

A row that somebody has left (`left_at`) never stays in place of one that stands.
"""

NOBODY: dict[str, Any] = {
    "name": "",
    "zone": None,
    "locale": None,
    "language": None,
    "instruments": None,
    "named": None,
    "free_by_default": True,
    "last_band": None,
    "last_venue": None,
}
"""The columns of a person who is gone."""

_GONE: BindParameter[Any] = bindparam("gone")
_TO: BindParameter[Any] = bindparam("to")
_MOVES = [update(each.table).where(each == _GONE).values({each.name: _TO}) for each in MOVED]
_MOVES += [update(each).where(each.c.person == _GONE).values(person=_TO) for each in ALONE]
_ROWS = {
    table: select(
        table.c.id, table.c.person, at.label("at"), table.c.get("left_at", null()).label("left"), *key
    ).where(table.c.person.in_(bindparam("people", expanding=True)))
    for table, (key, at) in ALONE.items()
}
_KEY = 4
"""Where the first columns of ALONE begin in those rows."""
_TAKE = {table: delete(table).where(table.c.id.in_(bindparam("ids", expanding=True))) for table in ALONE}
_VOID = delete(link_code).where(
    link_code.c.person.in_(bindparam("people", expanding=True)), link_code.c.used_at.is_(None)
)
# After a merge, an entry made by the person's other account counts as their own.
_OWN_WORDS = (
    update(availability)
    .where(availability.c.said_by == _TO, availability.c.person == _TO)
    .values(said_by=None)
)
_CONFIRMED = select(change.c.id, change.c.kind, change.c.facts).where(
    change.c.person.in_(bindparam("people", expanding=True)),
    change.c.kind == MonthConfirmed.kind,
)
_SET_ASIDE = update(change).values(kind=ChangeSetAside.kind, facts={})
_THESE_ASIDE = _SET_ASIDE.where(change.c.id.in_(bindparam("ids", expanding=True)))
_OWN_ASIDE = _SET_ASIDE.where(
    change.c.person == _GONE,
    change.c.kind.in_([each.kind for each in CHANGES if each.whose is Whose.ONESELF]),
)
_FACTS = {
    table: select(table.c.id, table.c.kind, table.c.facts).where(
        or_(*(cast(table.c.facts, Text).like(bindparam(where)) for where in ("single", "first", "further")))
    )
    for table in (change, outbox)
}
_FACTS[outbox] = _FACTS[outbox].where(
    or_(outbox.c.state == NoticeState.WAITING.value, outbox.c.state == NoticeState.LEASED.value)
)
_SET_FACTS = {table: update(table).where(table.c.id == bindparam("which")) for table in _FACTS}
_LEAVE = update(person).where(person.c.id == _GONE).values(**NOBODY)


async def handed_over(statements: Statements, gone: PersonId, to: PersonId, *, at: datetime) -> None:
    """Give all rows of `gone` to `to`; an empty row of `gone` stays."""
    both = {"gone": gone, "to": to}
    months: Sequence[date] = ()
    for table in ALONE:
        keys = await _newer_alone(statements, table, gone, to)
        months = keys if table is confirmation else months
    await _set_aside(statements, gone, to, months)
    await statements.write(_VOID, {"people": [gone, to]})
    for move in _MOVES:
        await statements.write(move, both)
    await statements.write(_OWN_WORDS, {"to": to})
    await _rename_in_facts(statements, gone, to)
    await statements.write(_LEAVE.values(gone_at=at), {"gone": gone})


async def _newer_alone(statements: Statements, table: Table, gone: PersonId, to: PersonId) -> Sequence[Any]:
    """Where both people have a row, delete the older one. Returns the first columns of such pairs."""
    rows = await statements.rows(_ROWS[table], {"people": [gone, to]})
    mine = {row[_KEY:]: row for row in rows if row.person == to}
    pairs = [(row, mine[row[_KEY:]]) for row in rows if row.person == gone and row[_KEY:] in mine]
    if pairs:
        older = [min(pair, key=lambda row: (row.left is None, row.at, row.id)).id for pair in pairs]
        await statements.write(_TAKE[table], {"ids": older})
    return [row[_KEY] for row, _ in pairs]


async def _set_aside(statements: Statements, gone: PersonId, to: PersonId, months: Sequence[date]) -> None:
    """Set aside the changes that can no longer be undone, because merging deleted a row that they set."""
    await statements.write(_OWN_ASIDE, {"gone": gone})
    if not months:
        return
    rows = await statements.rows(_CONFIRMED, {"people": [gone, to]})
    ids = [row.id for row in rows if _confirms(facts_from(row.kind, row.facts), months)]
    await statements.write(_THESE_ASIDE, {"ids": ids})


def _confirms(facts: ChangeFacts, months: Sequence[date]) -> bool:
    return isinstance(facts, MonthConfirmed) and not facts.new.keys().isdisjoint(months)


async def _rename_in_facts(statements: Statements, gone: PersonId, to: PersonId) -> None:
    named = {"single": f"%: {gone}%", "first": f"%[{gone}%", "further": f"%, {gone}%"}
    for table, query in _FACTS.items():
        for row in await statements.rows(query, named):
            names = people_in_change(row.kind) if table is change else people_in_notice(row.kind)
            facts = {
                key: _renamed(value, gone, to) if key in names else value for key, value in row.facts.items()
            }
            if facts != row.facts:
                await statements.write(_SET_FACTS[table], {"which": row.id, "facts": facts})


def _renamed(value: Any, gone: PersonId, to: PersonId) -> Any:
    """An id, or a list of ids in which nobody is named twice."""
    if isinstance(value, list):
        return list(dict.fromkeys(to if each == gone else each for each in value))
    return to if value == gone else value
