"""Everything that is held about a person, as JSON values with plain names."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, or_, select

from core.bands import Role
from core.ids import PersonId
from storage.bands.tables import band, invite, kit_file, membership, press_kit
from storage.engine.statements import Statements
from storage.market.tables import application, counting, event, look, promoter, rating, venue, venue_invite
from storage.outbox.tables import outbox
from storage.people.tables import account, link_code, person
from storage.personal_data.exported_rows import SHAPES, profile_of, settings_of
from storage.publications.tables import publication
from storage.scheduling.tables import availability, commitment, confirmation, feed, nudge, rsvp
from storage.turns.tables import change, draft
from storage.web_sessions.tables import web_link, web_session

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
    "links_to_sign_in": _of(web_link.c.person),
    "signed_in": _of(web_session.c.person),
    "press_kits": select(press_kit.c.kit, _BAND)
    .join_from(press_kit, band, press_kit.c.band == band.c.id)
    .join(membership, membership.c.band == band.c.id)
    .where(membership.c.person == _WHO, membership.c.left_at.is_(None), membership.c.role == Role.OWNER.value)
    .order_by(press_kit.c.id),
    "files_sent": select(kit_file, _BAND)
    .join_from(kit_file, band, kit_file.c.band == band.c.id, isouter=True)
    .where(kit_file.c.person == _WHO)
    .order_by(kit_file.c.id),
    "ticket_tokens": select(
        counting.c.provider,
        counting.c.base,
        counting.c.place,
        counting.c.viewers,
        counting.c.made_at,
        event.c.day,
        _VENUE,
    )
    .join_from(counting, event, counting.c.event == event.c.id)
    .join(venue, event.c.venue == venue.c.id)
    .where(counting.c.made_by == _WHO)
    .order_by(counting.c.id),
    "changes": _of(change.c.person),
    "open_questions": _of(draft.c.person),
    "messages": _of(outbox.c.person),
}
_PERSON = select(person).where(person.c.id == _WHO)


async def listed(statements: Statements, who: PersonId) -> dict[str, Any]:
    """All that is held about a person."""
    row = await statements.row(_PERSON, {"who": who})
    assert row is not None  # noqa: S101 - the person who asks is there
    out: dict[str, Any] = {"profile": profile_of(row), "settings": settings_of(row)}
    for name, query in _QUERIES.items():
        rows = await statements.rows(query, {"who": who})
        out[name] = [SHAPES[name](each, who) for each in rows]
    return out
