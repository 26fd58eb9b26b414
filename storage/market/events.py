"""Nights and their slots, as rows: each night is read with its slots in one statement."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, delete, insert, select, update

from core.ids import ApplicationId, BandId, EventId, PersonId, SlotId, VenueId
from core.marketplace.applications import ApplicationState
from core.marketplace.events import Event, EventState, NewEvent, NewSlot, Slot, Terms
from core.marketplace.events.store import OpenDate
from core.marketplace.events.times import night_times
from core.marketplace.posts.values import SlotKind
from core.marketplace.venues import Promoter, Venue
from core.money import Money
from core.typed_json import object_from_json, object_to_json
from storage.engine.statements import Statements
from storage.market.tables import application, event, promoter, search, slot, venue
from storage.market.venues import (
    OF_PERSON,
    PROMOTER,
    PROMOTERS,
    VENUE,
    maybe_promoter_from,
    venue_from,
)

EVENT = (
    event.c.id.label("event_id"),
    event.c.venue.label("of_venue"),
    event.c.post,
    event.c.day,
    event.c.zone.label("event_zone"),
    event.c.state.label("event_state"),
    event.c.terms,
    event.c.made_by.label("event_made_by"),
    event.c.made_at.label("event_made_at"),
    event.c.published_at,
)
SLOT = (
    slot.c.id.label("slot_id"),
    slot.c.number,
    slot.c.kind.label("slot_kind"),
    slot.c.minutes,
    slot.c.minutes_most,
    slot.c.sets,
    slot.c.position,
    slot.c.fee,
    slot.c.band.label("slot_band"),
    slot.c.application.label("slot_application"),
    slot.c.taken,
)
NIGHT = (*EVENT, *SLOT)
NIGHTS = event.outerjoin(slot, slot.c.event == event.c.id)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_IN_ORDER = (event.c.starts_at, event.c.id, slot.c.number, slot.c.id)
_SOME = select(*NIGHT).select_from(NIGHTS).where(event.c.id.in_(_IDS)).order_by(*_IN_ORDER)
_OF_POST = select(*NIGHT).select_from(NIGHTS).where(event.c.post == bindparam("post_")).order_by(*_IN_ORDER)
_REACH = (
    select(*NIGHT, *VENUE, *PROMOTER)
    .select_from(
        NIGHTS.join(venue, event.c.venue == venue.c.id).outerjoin(
            PROMOTERS, (promoter.c.venue == venue.c.id) & OF_PERSON
        )
    )
    .where(event.c.id == bindparam("which"))
    .order_by(*_IN_ORDER)
)
_OF_VENUE = (
    select(*NIGHT)
    .select_from(NIGHTS)
    .where(
        event.c.venue == bindparam("venue_"),
        event.c.ends_at > bindparam("start"),
        event.c.starts_at < bindparam("end"),
        event.c.state != EventState.DISCARDED.value,
    )
    .order_by(*_IN_ORDER)
)
_OPEN_SLOT = slot.alias()
_OPEN = (
    select(*NIGHT, *VENUE)
    .select_from(NIGHTS.join(venue, event.c.venue == venue.c.id))
    .where(
        event.c.state == EventState.PUBLISHED.value,
        venue.c.closed_at.is_(None),
        event.c.starts_at >= bindparam("start"),
        event.c.starts_at < bindparam("end"),
        select(_OPEN_SLOT.c.id)
        .where(_OPEN_SLOT.c.event == event.c.id, _OPEN_SLOT.c.band.is_(None), _OPEN_SLOT.c.taken.is_(False))
        .exists(),
    )
    .order_by(*_IN_ORDER)
)
_OPEN_ONLY = _OPEN.where(event.c.id.in_(_IDS))
_ADD = insert(event).returning(event.c.id)
_SET = update(event).where(event.c.id == bindparam("which"))
_CHANGE = _SET.values(changes=event.c.changes + 1)
_ADD_SLOTS = insert(slot)
_SET_SLOT = update(slot).where(slot.c.id == bindparam("which"))
_SET_SLOTS = update(slot).where(slot.c.id.in_(_IDS))
_KEPT = (
    select(application.c.id)
    .where(application.c.slot == slot.c.id, application.c.state == ApplicationState.ACCEPTED.value)
    .exists()
)
_OPEN_SLOTS = (
    select(slot.c.id, slot.c.kind)
    .where(slot.c.event == bindparam("event_"), slot.c.band.is_(None), slot.c.taken.is_(False))
    .order_by(~_KEPT, slot.c.number, slot.c.id)
)
_DROP_SLOTS = delete(slot).where(slot.c.id.in_(_IDS))
# In the order of their ids, so that two units never wait for each other.
_LOCK_ROWS = (
    select(event.c.id).where(event.c.id.in_(_IDS)).order_by(event.c.id).with_for_update(key_share=True)
)


class SqlEvents:
    """Implements core.marketplace.events.store.Events."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    async def add(self, new: NewEvent, slots: Sequence[NewSlot], *, post: EventId | None) -> Event:
        values = {
            "venue": new.venue,
            "post": post,
            "state": new.state.value,
            "made_by": new.made_by,
            "made_at": new.made_at,
            **_dated(new),
        }
        number = EventId(await self._statements.new_id(_ADD, values))
        if post is None:
            await self._statements.write(_SET, {"which": number, "post": number})
        await self._add_slots(number, slots)
        [made] = await self.some([number])
        return made

    async def get(self, event: EventId) -> Event | None:
        found = await self.some([event])
        return found[0] if found else None

    async def some(self, events: Sequence[EventId]) -> list[Event]:
        if not events:
            return []
        return nights_from(await self._statements.rows(_SOME, {"ids": list(events)}))

    async def of_post(self, post: EventId) -> list[Event]:
        return nights_from(await self._statements.rows(_OF_POST, {"post_": post}))

    async def reach(self, event: EventId, person: PersonId) -> tuple[Event, Venue, Promoter | None] | None:
        rows = await self._statements.rows(_REACH, {"which": event, "person_": person})
        if not rows:
            return None
        at_venue = rows[0][len(NIGHT) :]
        [night] = nights_from(rows)
        return night, venue_from(at_venue), maybe_promoter_from(at_venue[len(VENUE) :])

    async def of_venue(self, venue: VenueId, *, start: datetime, end: datetime) -> list[Event]:
        values = {"venue_": venue, "start": start, "end": end}
        return nights_from(await self._statements.rows(_OF_VENUE, values))

    async def open_between(
        self, start: datetime, end: datetime, *, only: Sequence[EventId] | None = None
    ) -> list[OpenDate]:
        values: dict[str, Any] = {"start": start, "end": end}
        if only is None:
            rows = await self._statements.rows(_OPEN, values)
        else:
            rows = await self._statements.rows(_OPEN_ONLY, {**values, "ids": list(only)}) if only else []
        venues = {row.event_id: venue_from(row[len(NIGHT) :]) for row in rows}
        return [(each, venues[each.id]) for each in nights_from(rows)]

    async def replace(self, event: Event, *, at: datetime) -> None:
        values = {"which": event.id, "state": event.state.value, "changed_at": at, **_dated(event)}
        await self._statements.write(_CHANGE, values)

    async def set_state(self, events: Sequence[Event], *, at: datetime) -> None:
        if events:
            values = [
                {
                    "which": each.id,
                    "state": each.state.value,
                    "published_at": each.published_at,
                    "changed_at": at,
                }
                for each in events
            ]
            await self._statements.write(_CHANGE, values)

    async def set_slots(self, event: EventId, slots: Sequence[NewSlot]) -> None:
        """Rows that are there are changed rather than replaced: a slot may be kept for a band."""
        there = await self._statements.rows(_OPEN_SLOTS, {"event_": event})
        pairs, fresh, surplus = _paired([(row.id, row.kind) for row in there], slots)
        if pairs:
            changed = [{"which": number, **_slot_columns(each)} for number, each in pairs]
            await self._statements.write(_SET_SLOT, changed)
        await self._add_slots(event, fresh)
        if surplus:
            await self._statements.write(_DROP_SLOTS, {"ids": surplus})

    async def fill(self, slot: SlotId, band: BandId | None, application: ApplicationId | None) -> None:
        await self._statements.write(_SET_SLOT, {"which": slot, "band": band, "application": application})

    async def set_taken(self, slots: Sequence[SlotId], *, taken: bool) -> None:
        if slots:
            await self._statements.write(_SET_SLOTS, {"ids": list(slots), "taken": taken})

    async def lock(self, *events: EventId) -> None:
        """Locks the rows on PostgreSQL; on SQLite a writing unit is alone anyway."""
        await self._statements.written(_LOCK_ROWS, {"ids": sorted(set(events))})

    async def ask_for_matches(self, events: Sequence[EventId], *, at: datetime) -> None:
        self._statements.must_write()
        if not events:
            return
        ask = self._statements.insert(search)
        ask = ask.on_conflict_do_update(
            index_elements=[search.c.event],
            set_={"after": 0, "due_at": ask.excluded["due_at"]},
        )
        await self._statements.write(ask, [{"event": each, "after": 0, "due_at": at} for each in events])
        self._statements.asks_for_matches = True

    async def _add_slots(self, event: EventId, slots: Sequence[NewSlot]) -> None:
        if slots:
            values = [{"event": event, **_slot_columns(each)} for each in slots]
            await self._statements.write(_ADD_SLOTS, values)


def _dated(event: NewEvent) -> dict[str, Any]:
    times = night_times(event)
    return {
        "day": event.day,
        "zone": event.zone,
        "terms": object_to_json(event.terms),
        "starts_at": times.starts_at,
        "ends_at": times.ends_at,
    }


def _paired(
    there: Sequence[tuple[int, str]], slots: Sequence[NewSlot]
) -> tuple[list[tuple[int, NewSlot]], list[NewSlot], list[int]]:
    """Rows, by preference, each with the slot that it becomes; slots without a row, and rows without a slot.

    A row becomes a slot of its own sort, if there is one.
    """
    rows, wanted = list(there), list(slots)
    pairs: list[tuple[int, NewSlot]] = []
    for same in (True, False):
        for row in list(rows):
            found = next((each for each in wanted if not same or each.kind.value == row[1]), None)
            if found is not None:
                pairs.append((row[0], found))
                rows.remove(row)
                wanted.remove(found)
    return pairs, wanted, [number for number, _ in rows]


def _slot_columns(slot: NewSlot) -> dict[str, Any]:
    return {
        "number": slot.number,
        "kind": slot.kind.value,
        "minutes": slot.minutes,
        "minutes_most": slot.minutes_most,
        "sets": slot.sets,
        "position": slot.position,
        "fee": object_to_json(slot.fee) if slot.fee else None,
    }


def nights_from(rows: Iterable[Row[Any] | Sequence[Any]]) -> list[Event]:
    """The nights in rows that begin with the columns of NIGHT, one row a slot, in the rows' order."""
    nights: dict[int, Row[Any] | Sequence[Any]] = {}
    slots: dict[int, dict[int, Slot]] = {}
    for row in rows:
        mine = slots.setdefault(row[0], {})
        nights.setdefault(row[0], row)
        found = _slot(row[len(EVENT) : len(NIGHT)])
        if found is not None:
            mine.setdefault(found.id, found)
    return [_event(row, tuple(slots[number].values())) for number, row in nights.items()]


def _event(row: Row[Any] | Sequence[Any], slots: tuple[Slot, ...]) -> Event:
    number, venue, post, day, zone, state, terms, by, at, published = row[: len(EVENT)]
    return Event(
        VenueId(venue),
        day,
        zone,
        EventState(state),
        object_from_json(Terms, terms),
        PersonId(by),
        at,
        published_at=published,
        id=EventId(number),
        post=EventId(post or number),
        slots=slots,
    )


def _slot(row: Row[Any] | Sequence[Any]) -> Slot | None:
    number, order, kind, minutes, most, sets, position, fee, band, application, taken = row[: len(SLOT)]
    if number is None:
        return None
    return Slot(
        order,
        SlotKind(kind),
        minutes,
        most,
        sets,
        position,
        object_from_json(Money, fee) if fee else None,
        id=SlotId(number),
        band=None if band is None else BandId(band),
        application=None if application is None else ApplicationId(application),
        taken=taken,
    )
