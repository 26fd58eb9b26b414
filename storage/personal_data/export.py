"""Everything that is held about a person, as JSON values with plain names."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, Row, Select, bindparam, or_, select

from core.ids import PersonId
from core.moments import from_seconds, from_wall_seconds, to_exact
from storage.bands.tables import band, invite, membership
from storage.engine.statements import Statements
from storage.market.tables import application, event, look, promoter, rating, venue, venue_invite
from storage.outbox.tables import outbox
from storage.people.tables import account, link_code, person
from storage.publications.tables import publication
from storage.scheduling.tables import availability, commitment, confirmation, feed, nudge, rsvp
from storage.turns.tables import change, draft

_WHO: BindParameter[Any] = bindparam("who")


def _of(column: Any, *also: Any, joining: Any = None, on: Any = None) -> Select[Any]:
    query = select(column.table, *also)
    if joining is not None:
        query = query.join_from(column.table, joining, on)
    return query.where(column == _WHO).order_by(column.table.c.id)


_BAND = band.c.name.label("of_band")
_VENUE = venue.c.name.label("at_venue")
_QUERIES: Mapping[str, Select[Any]] = {
    "accounts": _of(account.c.person),
    "diary": select(availability)
    .where(or_(availability.c.person == _WHO, availability.c.said_by == _WHO))
    .order_by(availability.c.id),
    "confirmed_months": _of(confirmation.c.person),
    "bands": _of(membership.c.person, _BAND, joining=band, on=membership.c.band == band.c.id),
    "invites_made": _of(invite.c.made_by, _BAND, joining=band, on=invite.c.band == band.c.id),
    "calendars": _of(feed.c.person),
    "link_codes": _of(link_code.c.person),
    "rehearsals_and_gigs_made": _of(
        commitment.c.made_by, _BAND, joining=band, on=commitment.c.band == band.c.id
    ),
    "answers": select(rsvp, commitment.c.kind, commitment.c.starts, commitment.c.zone, _BAND)
    .join_from(rsvp, commitment, rsvp.c.commitment == commitment.c.id)
    .join(band, commitment.c.band == band.c.id)
    .where(rsvp.c.person == _WHO)
    .order_by(rsvp.c.id),
    "nudges": select(nudge, _BAND)
    .join_from(nudge, band, nudge.c.band == band.c.id)
    .where(or_(nudge.c.person == _WHO, nudge.c.by == _WHO))
    .order_by(nudge.c.id),
    "venues": _of(promoter.c.person, _VENUE, joining=venue, on=promoter.c.venue == venue.c.id),
    "venue_invites_made": _of(
        venue_invite.c.made_by, _VENUE, joining=venue, on=venue_invite.c.venue == venue.c.id
    ),
    "dates_posted": _of(event.c.made_by, _VENUE, joining=venue, on=event.c.venue == venue.c.id),
    "applications_made": select(application, event.c.day, _BAND, _VENUE)
    .join_from(application, event, application.c.event == event.c.id)
    .join(band, application.c.band == band.c.id)
    .join(venue, event.c.venue == venue.c.id)
    .where(application.c.made_by == _WHO)
    .order_by(application.c.id),
    "last_looks": select(look, event.c.day, _BAND, _VENUE)
    .join_from(look, event, look.c.event == event.c.id)
    .join(band, look.c.band == band.c.id)
    .join(venue, event.c.venue == venue.c.id)
    .where(look.c.person == _WHO)
    .order_by(look.c.id),
    "ratings_given": select(rating, event.c.day, _BAND, _VENUE)
    .join_from(rating, application, rating.c.application == application.c.id)
    .join(event, application.c.event == event.c.id)
    .join(band, rating.c.band == band.c.id)
    .join(venue, rating.c.venue == venue.c.id)
    .where(rating.c.person == _WHO)
    .order_by(rating.c.id),
    "secret_addresses": select(publication, _BAND)
    .join_from(publication, band, publication.c.band == band.c.id, isouter=True)
    .where(publication.c.person == _WHO)
    .order_by(publication.c.id),
    "changes": _of(change.c.person),
    "open_questions": _of(draft.c.person),
    "messages": _of(outbox.c.person),
}
_PERSON = select(person).where(person.c.id == _WHO)


async def listed(statements: Statements, who: PersonId) -> dict[str, Any]:
    """All that is held about a person."""
    row = await statements.row(_PERSON, {"who": who})
    assert row is not None  # noqa: S101 - the person who asks is there
    out: dict[str, Any] = {"profile": _profile(row), "settings": _settings(row)}
    for name, query in _QUERIES.items():
        rows = await statements.rows(query, {"who": who})
        out[name] = [_SHAPES[name](each, who) for each in rows]
    return out


def _profile(row: Row[Any]) -> dict[str, Any]:
    return {
        "name": row.name,
        "name_was_said": bool(row.named),
        "instruments": list(row.instruments or ()),
        "time_zone": row.zone,
        "known_since": _iso(row.made_at),
    }


def _settings(row: Row[Any]) -> dict[str, Any]:
    return {"language": row.language, "language_of_app": row.locale, "free_by_default": row.free_by_default}


def _account(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "platform": row.platform,
        "id": row.key,
        "name": row.name,
        "private_chat": row.opened,
        "last_seen": _iso(row.seen_at),
        "unreachable_since": _iso(row.unreachable_at),
    }


def _rule(row: Row[Any], who: PersonId) -> dict[str, Any]:
    ends = None if row.nominal is None else row.starts + timedelta(seconds=row.nominal + row.elapsed)
    return {
        "of": "me" if row.person == who else "somebody I entered it for",
        "kind": row.kind,
        "starts": _day(row.starts) if row.all_day else _at(row.starts, row.zone),
        "ends": ends and (_day(ends - _DAY) if row.all_day else _at(ends, row.zone)),
        "all_day": row.all_day,
        "time_zone": row.zone,
        "repeats": row.repeat,
        "except": [
            each[:10] if row.all_day else _at(datetime.fromisoformat(each), row.zone)
            for each in row.exceptions
        ],
        "words": row.words,
        "said": _iso(row.said_at),
        "entered_by_somebody_else": row.said_by not in (None, who),
        "removed": _iso(row.removed_at),
    }


def _month(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {"month": row.month.isoformat()[:7], "confirmed": _iso(row.at)}


def _membership(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "band": row.of_band,
        "role": row.role,
        "part": row.part,
        "required": row.required,
        "joined": _iso(row.joined_at),
        "left": _iso(row.left_at),
    }


def _invite(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "band": row.of_band,
        "role": row.role,
        "part": row.part,
        "made": _iso(row.made_at),
        "expires": _iso(row.expires_at),
        "uses_left": row.uses_left,
        "revoked": _iso(row.revoked_at),
    }


def _feed(row: Row[Any], _: PersonId) -> dict[str, Any]:
    busy = row.busy or {}
    return {
        "address": row.address,
        "added": _iso(row.made_at),
        "last_read": _iso(row.read_at),
        "removed": _iso(row.removed_at),
        "busy": [[_iso(from_seconds(each)) for each in span] for span in busy.get("exact", ())],
        "busy_where_you_live": [
            [from_wall_seconds(each).isoformat() for each in span] for span in busy.get("wall", ())
        ],
    }


def _code(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {"made": _iso(row.made_at), "used": _iso(row.used_at)}


def _commitment(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "band": row.of_band,
        "kind": row.kind,
        "state": row.state,
        "starts": _at(row.starts, row.zone),
        "ends": _at(row.ends, row.zone),
        "time_zone": row.zone,
        "place": row.place,
        "note": row.note,
        "made": _iso(row.made_at),
    }


def _answer(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "band": row.of_band,
        "to": row.kind,
        "starts": _at(row.starts, row.zone),
        "time_zone": row.zone,
        "answer": row.answer,
        "answered": _iso(row.at),
    }


def _nudge(row: Row[Any], who: PersonId) -> dict[str, Any]:
    return {"band": row.of_band, "to_me": row.person == who, "by_me": row.by == who, "at": _iso(row.at)}


def _promoter(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {"venue": row.at_venue, "joined": _iso(row.joined_at), "left": _iso(row.left_at)}


def _venue_invite(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "venue": row.at_venue,
        "made": _iso(row.made_at),
        "expires": _iso(row.expires_at),
        "uses_left": row.uses_left,
        "revoked": _iso(row.revoked_at),
    }


def _night(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "venue": row.at_venue,
        "day": row.day.isoformat(),
        "time_zone": row.zone,
        "state": row.state,
        "terms": row.terms,
        "made": _iso(row.made_at),
    }


def _application(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "band": row.of_band,
        "venue": row.at_venue,
        "day": row.day.isoformat(),
        "slot": row.kind,
        "state": row.state,
        "offered": row.offered,
        "note": row.note,
        "draw": row.draw,
        "line": row.line,
        "made": _iso(row.made_at),
    }


def _rating(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "band": row.of_band,
        "venue": row.at_venue,
        "day": row.day.isoformat(),
        "for": row.side,
        "stars": row.stars,
        "facts": row.facts,
        "line": row.line,
        "made": _iso(row.made_at),
    }


def _publication(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "shows": row.kind,
        "band": row.of_band,
        "alarm_minutes_before": row.alarm or None,
        "made": _iso(row.made_at),
        "switched_off": _iso(row.revoked_at),
    }


def _last_look(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "band": row.of_band,
        "venue": row.at_venue,
        "day": row.day.isoformat(),
        "asked": _iso(row.asked_at),
        "answer": row.answer,
        "by_when": row.by_when,
        "answered": _iso(row.answered_at),
        "left_out": row.left_out,
    }


def _change(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "at": _iso(row.at),
        "kind": row.kind,
        "undone": row.undone,
        "because_of": row.cause,
        "facts": row.facts,
    }


def _draft(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "command": row.command,
        "said": row.answers,
        "asked": _iso(row.asked_at),
        "where": row.place,
    }


def _message(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {"kind": row.kind, "facts": row.facts, "due": _iso(row.due_at), "state": row.state}


_SHAPES = {
    "accounts": _account,
    "diary": _rule,
    "confirmed_months": _month,
    "bands": _membership,
    "invites_made": _invite,
    "calendars": _feed,
    "link_codes": _code,
    "rehearsals_and_gigs_made": _commitment,
    "answers": _answer,
    "nudges": _nudge,
    "venues": _promoter,
    "venue_invites_made": _venue_invite,
    "dates_posted": _night,
    "applications_made": _application,
    "last_looks": _last_look,
    "ratings_given": _rating,
    "secret_addresses": _publication,
    "changes": _change,
    "open_questions": _draft,
    "messages": _message,
}


def _iso(instant: datetime | None) -> str | None:
    return None if instant is None else instant.astimezone(UTC).isoformat(timespec="seconds")


def _at(wall: datetime, zone_name: str) -> str:
    """A wall time with its zone's offset at that time."""
    return to_exact(wall, zone_name).astimezone(ZoneInfo(zone_name)).isoformat()


def _day(wall: datetime) -> str:
    return wall.date().isoformat()


_DAY = timedelta(days=1)
