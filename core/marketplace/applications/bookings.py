"""A band confirms, and plays; either side calls it off, and the slot is open again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.bands import Membership
from core.ids import ApplicationId, BandId, ChangeId, EventId, VenueId
from core.journal import Act, Gone
from core.marketplace.applications import (
    ASKED_AFTER,
    OPEN,
    Application,
    ApplicationStage,
    ApplicationState,
    Side,
)
from core.marketplace.applications.changes import GigBooked, GigUnbooked
from core.marketplace.applications.decisions import tidy_line
from core.marketplace.applications.gigs import answers_in, end_gig, enter_booking, take_time
from core.marketplace.applications.notices import (
    ApplicationNews,
    NightOver,
    SlotFilledNews,
    SlotOpenAgain,
    WithdrawnByBooking,
)
from core.marketplace.applications.parties import (
    ApplicationCard,
    bookers,
    card_of,
    for_the_band,
    letters,
    locked,
    reached,
    shown,
    speakers,
)
from core.marketplace.applications.refusals import ApplicationOver
from core.marketplace.applications.store import ApplicationUnit
from core.marketplace.applications.submission import still_open
from core.marketplace.events import Event, Slot
from core.marketplace.events.times import NightTimes, night_times, slot_times
from core.marketplace.venues import Promoter, Venue
from core.outbox import Letter
from core.scheduling.commitments import reminders
from core.scheduling.recurrence.spans import Span
from core.unit import Conflict


@dataclass(frozen=True, slots=True)
class Booked:
    """The band plays."""

    card: ApplicationCard
    times: NightTimes
    """What it takes of the players' time, in all their bands."""
    withdrawn: tuple[tuple[Event, Venue], ...] = ()
    """Nights for which the band's other applications were withdrawn."""
    kept_open: tuple[tuple[Event, Venue], ...] = ()
    """Nights at that time for which its other applications stand."""


async def clashing(
    unit: ApplicationUnit, act: Act, which: ApplicationId
) -> tuple[tuple[Application, Event, Venue], ...]:
    """The band's other open applications for that time: what confirming would withdraw. Raises Gone."""
    found = await unit.applications.get(which)
    event = await unit.events.get(found.event) if found else None
    if found is None or event is None:
        raise Gone
    all_ = await unit.applications.of_band(found.band, after=act.at)
    return tuple(_clashes(found, event, all_, act))


async def confirm(
    unit: ApplicationUnit, act: Act, which: ApplicationId, *, keep_others: bool = False
) -> Booked:
    """Take the invite: the band is booked, and its players' time is taken in all their bands.

    All in one unit: the slot is filled, applications for it are closed, the band's own for that time are
    withdrawn unless it wants to `keep_others`, and everybody concerned is told.
    Raises Gone, NotTheBands, NotAllowed, ApplicationOver, NotPublished, NightPast, BandTaken, PlayersTaken.
    """
    around = await _lock_all(unit, act, which)
    reach = await reached(unit, act.person, which)
    await for_the_band(unit, reach)
    application, event, band = reach.application, reach.event, reach.band
    stage = application.stage(act.at)
    slot = event.slot(application.slot)
    if stage is ApplicationStage.CONFIRMED and slot is not None:
        return Booked(await shown(unit, reach, now=act.at, before=True), slot_times(event, slot))
    if stage is not ApplicationStage.ACCEPTED or slot is None or not slot.open:
        raise ApplicationOver(band.name, stage)
    still_open(event, reach.venue, act.at)
    times = slot_times(event, slot)
    looks = await unit.applications.looks(event.id, band.id)
    booked = replace(application, state=ApplicationState.CONFIRMED, keeps_until=None, look_until=None)
    full = replace(event, slots=tuple(_filled(each, slot, booked) for each in event.slots))
    filled = await _closed_by(unit, full, booked, act)
    line_ups = await unit.bands.members_of([band.id, *(each.band for each in filled)])
    members = line_ups[band.id]
    answers = answers_in(members, looks, act.person)
    await take_time(unit, reach, times, members, answers)
    gig = await enter_booking(unit, act, reach, times, answers)
    booked = replace(booked, commitment=gig.id)
    own = _clashes(application, event, around, act)
    gone = [] if keep_others else own
    withdrawn = [_withdrawn(each) for each, _, _ in gone]
    await unit.applications.replace([booked, *filled, *withdrawn])
    await unit.events.fill(slot.id, band.id, which)
    change = await unit.journal.record(act, GigBooked(which, event.id, band.id))
    venues = await unit.venues.promoters_of([reach.venue.id, *(venue.id for _, _, venue in gone)])
    out = _told(act, members, venues[reach.venue.id], change)
    out += reminders.ahead(act, gig, members, [each.person for each in members], asked_at=act.at)
    out += _closed_out(act, filled, line_ups)
    out += _withdrawing(act, gone, venues)
    out += _afterwards(act, booked, members, venues[reach.venue.id])
    await unit.outbox.put_all(out)
    card = card_of(reach, now=act.at, application=booked, event=full, members=members, looks=looks)
    nights = tuple((night, venue) for _, night, venue in own)
    return Booked(card, times, *((), nights) if keep_others else (nights, ()))


async def call_off_booking(
    unit: ApplicationUnit, act: Act, which: ApplicationId, side: Side, *, reason: str | None
) -> ApplicationCard:
    """Call a booking off until the doors open, as one of its sides: the slot is open again, and all are told.

    Raises Gone, NotTheBands, NotAllowed, ApplicationOver, NightPast.
    """
    reach = await locked(unit, act, which)
    if side is Side.BAND or not reach.chooses:
        await for_the_band(unit, reach)
    application, event = reach.application, reach.event
    stage = application.stage(act.at)
    if stage is ApplicationStage.CANCELLED:
        return await shown(unit, reach, now=act.at, before=True)
    if stage is not ApplicationStage.CONFIRMED or application.slot is None:
        raise ApplicationOver(reach.band.name, stage)
    still_open(event, reach.venue, act.at)
    await unit.events.ask_for_matches([event.id], at=act.at)
    await unit.bands.lock(reach.band.id)
    members = await unit.bands.members(reach.band.id)
    gone = replace(
        application, state=ApplicationState.CANCELLED, ended_by=side, line=tidy_line(reason), slot=None
    )
    await end_gig(unit, act, application)
    await unit.applications.replace([gone])
    await unit.events.fill(application.slot, None, None)
    change = await unit.journal.record(act, GigUnbooked(which, event.id, reach.band.id, side))
    out = _told(act, members, await unit.venues.promoters(reach.venue.id), change)
    out += await _open_again(unit, act, event, application)
    await unit.outbox.put_all(out)
    opened = replace(
        event,
        slots=tuple(
            replace(each, band=None, application=None) if each.id == application.slot else each
            for each in event.slots
        ),
    )
    return card_of(reach, now=act.at, application=gone, event=opened, members=members)


async def _open_again(unit: ApplicationUnit, act: Act, event: Event, gone: Application) -> list[Letter]:
    """Letters to the bands whose applications were closed when the slot was filled."""
    there = [each for each, _ in await unit.applications.of_events([event.id])]
    closed = [each for each in there if each.state is ApplicationState.FILLED and each.kind is gone.kind]
    line_ups = await unit.bands.members_of([each.band for each in closed])
    out: list[Letter] = []
    for each in closed:
        key = f"application:open:{each.id}:{act.cause}"
        out += letters(act, SlotOpenAgain(each.id), bookers(line_ups[each.band]), key)
    return out


async def _lock_all(
    unit: ApplicationUnit, act: Act, which: ApplicationId
) -> list[tuple[Application, Event, Venue]]:
    """Lock the night, the others for which the band has applied, and the band; returns its applications."""
    beside = await unit.applications.beside(which)
    found = next((each for each in beside if each.id == which), None)
    if found is None:
        raise Gone
    before = _open_nights(beside, act)
    await unit.events.lock(found.event, *before)
    await unit.bands.lock(found.band)
    around = await unit.applications.of_band(found.band, after=act.at)
    if not _open_nights([each for each, _, _ in around], act) <= {found.event, *before}:
        raise Conflict("The band has applied for another night meanwhile.")
    return around


def _open_nights(applications: Iterable[Application], act: Act) -> set[EventId]:
    return {each.event for each in applications if each.stage(act.at) in OPEN}


def _clashes(
    application: Application,
    event: Event,
    around: Iterable[tuple[Application, Event, Venue]],
    act: Act,
) -> list[tuple[Application, Event, Venue]]:
    """The band's open applications for nights that share time with this one."""
    low, high = _span(application, event)
    found = []
    for each, night, venue in around:
        start, end = _span(each, night)
        if each.id != application.id and each.stage(act.at) in OPEN and start < high and low < end:
            found.append((each, night, venue))
    return found


def _span(application: Application, event: Event) -> Span:
    """What the application would take of the band's time; all of the night, where the bill has no slots."""
    slot = event.slot(application.slot) or next(iter(event.slots), None)
    return (slot_times(event, slot) if slot else night_times(event)).span


def _filled(each: Slot, slot: Slot, booked: Application) -> Slot:
    return replace(each, band=booked.band, application=booked.id) if each.id == slot.id else each


async def _closed_by(unit: ApplicationUnit, event: Event, booked: Application, act: Act) -> list[Application]:
    """The open applications of the same sort, once no slot of that sort is left."""
    if any(each.kind is booked.kind for each in event.open_slots):
        return []
    there = [each for each, _ in await unit.applications.of_events([event.id])]
    return [
        replace(each, state=ApplicationState.FILLED, slot=None, keeps_until=None, look_until=None)
        for each in there
        if each.kind is booked.kind and each.id != booked.id and each.stage(act.at) in OPEN
    ]


def _withdrawn(application: Application) -> Application:
    return replace(
        application, state=ApplicationState.WITHDRAWN, slot=None, keeps_until=None, look_until=None
    )


def _told(
    act: Act, members: Sequence[Membership], promoters: Sequence[Promoter], change: ChangeId
) -> list[Letter]:
    """Letters to all who play and to the venue's promoters."""
    people = [*(each.person for each in members), *speakers(promoters)]
    return letters(act, ApplicationNews(change), people, f"application:{change}")


def _afterwards(
    act: Act, booked: Application, members: Sequence[Membership], promoters: Sequence[Promoter]
) -> list[Letter]:
    """Letters that ask both sides how it was, for the day after."""
    due = booked.ends_at + ASKED_AFTER
    people = [*bookers(members), *speakers(promoters)]
    key = f"application:over:{booked.id}:{booked.ends_at.isoformat()}"
    return letters(act, NightOver(booked.id), people, key, due=due)


def _closed_out(
    act: Act, filled: Sequence[Application], line_ups: Mapping[BandId, Sequence[Membership]]
) -> list[Letter]:
    """Letters to the bands for which no slot is left."""
    out: list[Letter] = []
    for each in filled:
        key = f"application:filled:{each.id}:{each.revision}"
        out += letters(act, SlotFilledNews(each.id), bookers(line_ups[each.band]), key)
    return out


def _withdrawing(
    act: Act,
    gone: Sequence[tuple[Application, Event, Venue]],
    promoters: Mapping[VenueId, Sequence[Promoter]],
) -> list[Letter]:
    """Letters to the venues that know of an application that the band withdraws."""
    out: list[Letter] = []
    for each, _, venue in gone:
        if each.sent_at is not None:
            key = f"application:elsewhere:{each.id}:{each.revision}"
            out += letters(act, WithdrawnByBooking(each.id), speakers(promoters[venue.id]), key)
    return out
