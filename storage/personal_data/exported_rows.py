"""Rows that are held about a person, each as JSON values with plain names."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from core.ids import PersonId
from core.moments import from_seconds, from_wall_seconds, to_exact


def profile_of(row: Row[Any]) -> dict[str, Any]:
    """What a person says of themselves."""
    return {
        "name": row.name,
        "name_was_said": bool(row.named),
        "instruments": list(row.instruments or ()),
        "time_zone": row.zone,
        "known_since": _iso(row.made_at),
    }


def settings_of(row: Row[Any]) -> dict[str, Any]:
    """What a person has set."""
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


def _kit(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {"band": row.of_band, **row.kit}


def _file(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {
        "number": row.id,
        "band": row.of_band,
        "type": row.media_type,
        "bytes": row.size,
        "sent": _iso(row.sent_at),
    }


def _ticket_token(row: Row[Any], _: PersonId) -> dict[str, Any]:
    """A source of counts that the person has entered. The token itself is never shown again."""
    return {
        "venue": row.at_venue,
        "day": row.day.isoformat(),
        "provider": row.provider,
        "address": row.base,
        "event_there": row.place,
        "counts_seen_by": row.viewers,
        "given": _iso(row.made_at),
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


def _web_link(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {"made": _iso(row.made_at)}


def _web_session(row: Row[Any], _: PersonId) -> dict[str, Any]:
    return {"since": _iso(row.made_at), "last_used": _iso(row.used_at)}


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


SHAPES = {
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
    "links_to_sign_in": _web_link,
    "signed_in": _web_session,
    "press_kits": _kit,
    "files_sent": _file,
    "ticket_tokens": _ticket_token,
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
