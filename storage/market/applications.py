"""Applications, bookings and players' last looks, as rows."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, delete, insert, or_, select, update

from core.ids import ApplicationId, BandId, CommitmentId, EventId, PersonId, SlotId
from core.marketplace.applications import (
    Application,
    ApplicationState,
    LookAnswer,
    NewApplication,
    PlayerLook,
    Side,
)
from core.marketplace.applications.store import ApplicationReach
from core.marketplace.events import Event
from core.marketplace.posts.values import SlotKind
from core.marketplace.venues import Venue
from storage.bands.bands import BAND, MEMBER, PLAYING, band_from, maybe_membership_from
from storage.bands.tables import band, membership
from storage.engine.code_hashes import code_hash
from storage.engine.statements import Statements
from storage.market.events import NIGHT, NIGHTS, nights_from
from storage.market.tables import application, event, look, promoter, slot, venue
from storage.market.venues import PROMOTER, SPEAKS, VENUE, maybe_promoter_from, venue_from
from storage.people.tables import person

_COLUMNS = tuple(each for each in application.c if each.name != "code")
APPLICATION = tuple(each.label(f"a_{each.name}") for each in _COLUMNS)
_ONES: BindParameter[Any] = bindparam("ones", expanding=True)
_GET = select(*APPLICATION).where(application.c.id == bindparam("which"))
_BY_CODE = select(application.c.id).where(application.c.code == bindparam("code_"))
_OF_COMMITMENT = select(application.c.id).where(application.c.commitment == bindparam("commitment_"))
_SPEAKER = person.alias()
_SPEAKERS = promoter.join(_SPEAKER, promoter.c.person == _SPEAKER.c.id)
_PROMOTER = (*PROMOTER[:3], _SPEAKER.c.name.label("promoter_name"))
_PLAYERS = membership.join(person, membership.c.person == person.c.id)
_REACHED = select(*APPLICATION, *NIGHT, *VENUE, *_PROMOTER, *BAND, *MEMBER).select_from(
    application.join(NIGHTS, application.c.event == event.c.id)
    .join(venue, event.c.venue == venue.c.id)
    .join(band, application.c.band == band.c.id)
    .outerjoin(
        _SPEAKERS,
        (promoter.c.venue == venue.c.id) & (promoter.c.person == bindparam("person_")) & SPEAKS,
    )
    .outerjoin(
        _PLAYERS,
        (membership.c.band == band.c.id) & (membership.c.person == bindparam("person_")) & PLAYING,
    )
)
_REACH = _REACHED.where(application.c.id == bindparam("which")).order_by(slot.c.number, slot.c.id)
_PLAYED = _REACHED.where(
    application.c.state == ApplicationState.CONFIRMED.value,
    application.c.ends_at > bindparam("after"),
    application.c.ends_at <= bindparam("until"),
    or_(promoter.c.id.is_not(None), membership.c.id.is_not(None)),
).order_by(application.c.ends_at.desc(), application.c.id, slot.c.number, slot.c.id)
_OF_EVENTS = (
    select(*APPLICATION, band.c.name.label("band_name"))
    .join_from(application, band, application.c.band == band.c.id)
    .where(application.c.event.in_(_ONES))
    .order_by(application.c.id)
)
_OF_BAND = (
    select(*APPLICATION, *NIGHT, *VENUE)
    .select_from(
        application.join(NIGHTS, application.c.event == event.c.id).join(venue, event.c.venue == venue.c.id)
    )
    .where(application.c.band == bindparam("band_"), application.c.ends_at > bindparam("after"))
    .order_by(event.c.starts_at, application.c.id, slot.c.number, slot.c.id)
)
_OF_IT = select(application.c.band).where(application.c.id == bindparam("which"))
_UNDER_WAY = [
    each.value for each in (ApplicationState.LOOKING, ApplicationState.PENDING, ApplicationState.ACCEPTED)
]
_BESIDE = (
    select(*APPLICATION)
    .where(
        application.c.band == _OF_IT.scalar_subquery(),
        or_(application.c.id == bindparam("which"), application.c.state.in_(_UNDER_WAY)),
    )
    .order_by(application.c.id)
)
_ADD = insert(application).returning(application.c.id)
_SET = update(application).where(application.c.id == bindparam("which"))
_LOOKS_OF_BAND = (
    select(look).where(look.c.band == bindparam("band_"), look.c.event.in_(_ONES)).order_by(look.c.id)
)
_LOOKS = (
    select(look)
    .where(look.c.event == bindparam("event_"), look.c.band == bindparam("band_"))
    .order_by(look.c.id)
)
_LOOKS_OF = (
    select(look)
    .join(event, look.c.event == event.c.id)
    .where(look.c.person == bindparam("person_"), event.c.ends_at > bindparam("after_"))
    .order_by(event.c.starts_at, look.c.id)
)
_FORGET_LOOKS = delete(look).where(look.c.event == bindparam("event_"))
_N_APPLICATION, _N_NIGHT = len(APPLICATION), len(NIGHT)


class SqlApplications:
    """Implements core.marketplace.applications.store.Applications."""

    __slots__ = ("_secret", "_statements")

    def __init__(self, statements: Statements, *, secret: bytes) -> None:
        self._statements = statements
        self._secret = secret

    async def add(self, new: NewApplication) -> ApplicationId:
        values = {
            "event": new.event,
            "band": new.band,
            "made_by": new.made_by,
            "note": new.note,
            "draw": new.draw,
            **_standing(new),
        }
        return ApplicationId(await self._statements.new_id(_ADD, values))

    async def get(self, application: ApplicationId) -> Application | None:
        row = await self._statements.row(_GET, {"which": application})
        return application_from(row) if row else None

    async def replace(self, applications: Sequence[Application]) -> None:
        if not applications:
            return
        values = [
            {
                "which": each.id,
                **_standing(each),
                "seen_at": each.seen_at,
                "shortlisted_at": each.shortlisted_at,
                "line": each.line,
                "ended_by": each.ended_by.value if each.ended_by else None,
                "commitment": each.commitment,
                "revision": each.revision,
            }
            for each in applications
        ]
        await self._statements.write(_SET, values)

    async def reach(self, application: ApplicationId, person: PersonId) -> ApplicationReach | None:
        rows = await self._statements.rows(_REACH, {"which": application, "person_": person})
        return _reach(rows) if rows else None

    async def by_code(self, code: str) -> ApplicationId | None:
        row = await self._statements.row(_BY_CODE, {"code_": code_hash(code, secret=self._secret)})
        return None if row is None else ApplicationId(row.id)

    async def of_commitment(self, commitment: CommitmentId) -> ApplicationId | None:
        row = await self._statements.row(_OF_COMMITMENT, {"commitment_": commitment})
        return None if row is None else ApplicationId(row.id)

    async def set_code(self, application: ApplicationId, code: str | None) -> None:
        hashed = None if code is None else code_hash(code, secret=self._secret)
        await self._statements.write(_SET, {"which": application, "code": hashed})

    async def of_events(self, events: Sequence[EventId]) -> list[tuple[Application, str]]:
        if not events:
            return []
        rows = await self._statements.rows(_OF_EVENTS, {"ones": list(events)})
        return [(application_from(row), row.band_name) for row in rows]

    async def of_band(self, band: BandId, *, after: datetime) -> list[tuple[Application, Event, Venue]]:
        rows = await self._statements.rows(_OF_BAND, {"band_": band, "after": after})
        nights = {each.id: each for each in nights_from(row[_N_APPLICATION:] for row in rows)}
        found: dict[int, tuple[Application, Event, Venue]] = {}
        for row in rows:
            if row[0] not in found:
                mine = application_from(row)
                found[row[0]] = mine, nights[mine.event], venue_from(row[_N_APPLICATION + _N_NIGHT :])
        return list(found.values())

    async def played(self, person: PersonId, *, after: datetime, until: datetime) -> list[ApplicationReach]:
        rows = await self._statements.rows(_PLAYED, {"person_": person, "after": after, "until": until})
        return [_reach(list(those)) for _, those in groupby(rows, key=lambda row: row[0])]

    async def beside(self, application: ApplicationId) -> list[Application]:
        return [application_from(row) for row in await self._statements.rows(_BESIDE, {"which": application})]

    async def looks(self, event: EventId, band: BandId) -> list[PlayerLook]:
        rows = await self._statements.rows(_LOOKS, {"event_": event, "band_": band})
        return [_look(row) for row in rows]

    async def looks_of_band(self, band: BandId, events: Sequence[EventId]) -> list[PlayerLook]:
        if not events:
            return []
        rows = await self._statements.rows(_LOOKS_OF_BAND, {"band_": band, "ones": list(events)})
        return [_look(row) for row in rows]

    async def looks_of(self, person: PersonId, *, after: datetime) -> list[PlayerLook]:
        rows = await self._statements.rows(_LOOKS_OF, {"person_": person, "after_": after})
        return [_look(row) for row in rows]

    async def forget_looks(self, event: EventId) -> None:
        await self._statements.write(_FORGET_LOOKS, {"event_": event})

    async def set_looks(self, looks: Sequence[PlayerLook]) -> None:
        if not looks:
            return
        keep = self._statements.insert(look)
        told = ("asked_at", "answer", "by_when", "answered_at", "left_out")
        keep = keep.on_conflict_do_update(
            index_elements=[look.c.event, look.c.band, look.c.person],
            set_={name: keep.excluded[name] for name in told},
        )
        values = [
            {
                "event": each.event,
                "band": each.band,
                "person": each.person,
                "asked_at": each.asked_at,
                "answer": each.answer.value if each.answer else None,
                "by_when": each.by_when,
                "answered_at": each.answered_at,
                "left_out": each.left_out,
            }
            for each in looks
        ]
        await self._statements.write(keep, values)


def _standing(application: NewApplication) -> dict[str, Any]:
    return {
        "kind": application.kind.value,
        "state": application.state.value,
        "made_at": application.made_at,
        "offered": application.offered,
        "doors_at": application.doors_at,
        "ends_at": application.ends_at,
        "slot": application.slot,
        "sent_at": application.sent_at,
        "look_until": application.look_until,
        "keeps_until": application.keeps_until,
    }


def _reach(rows: Sequence[Row[Any]]) -> ApplicationReach:
    """The rows are those of one application: its night has as many as it has slots."""
    [night] = nights_from(row[_N_APPLICATION:] for row in rows)
    at_venue = rows[0][_N_APPLICATION + _N_NIGHT :]
    speaker = at_venue[len(VENUE) :]
    in_band = speaker[len(PROMOTER) :]
    return ApplicationReach(
        application_from(rows[0]),
        night,
        venue_from(at_venue),
        band_from(in_band),
        maybe_membership_from(in_band[len(BAND) :]),
        maybe_promoter_from(speaker),
    )


def application_from(row: Row[Any] | Sequence[Any]) -> Application:
    """The application in a row that begins with the columns of APPLICATION."""
    at = dict(zip((each.name for each in _COLUMNS), row[:_N_APPLICATION], strict=True))
    return Application(
        event=EventId(at["event"]),
        band=BandId(at["band"]),
        kind=SlotKind(at["kind"]),
        state=ApplicationState(at["state"]),
        made_by=PersonId(at["made_by"]),
        made_at=at["made_at"],
        doors_at=at["doors_at"],
        ends_at=at["ends_at"],
        slot=None if at["slot"] is None else SlotId(at["slot"]),
        offered=at["offered"],
        note=at["note"],
        draw=at["draw"],
        sent_at=at["sent_at"],
        look_until=at["look_until"],
        keeps_until=at["keeps_until"],
        id=ApplicationId(at["id"]),
        seen_at=at["seen_at"],
        shortlisted_at=at["shortlisted_at"],
        line=at["line"],
        ended_by=Side(at["ended_by"]) if at["ended_by"] else None,
        commitment=None if at["commitment"] is None else CommitmentId(at["commitment"]),
        revision=at["revision"],
    )


def _look(row: Row[Any]) -> PlayerLook:
    return PlayerLook(
        EventId(row.event),
        BandId(row.band),
        PersonId(row.person),
        row.asked_at,
        LookAnswer(row.answer) if row.answer else None,
        row.by_when,
        row.answered_at,
        left_out=row.left_out,
    )
