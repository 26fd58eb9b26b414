"""A band confirms, and plays; either side calls it off; a band whose application was closed comes back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.bands import Membership
from core.ids import ApplicationId
from core.journal import Act, Gone
from core.marketplace.applications import (
    OPEN,
    Application,
    ApplicationStage,
    ApplicationState,
    Side,
)
from core.marketplace.applications.changes import ApplicationReopened, GigBooked, GigUnbooked
from core.marketplace.applications.decisions import tidy_line
from core.marketplace.applications.gigs import answers_in, end_gig, enter_booking, take_time
from core.marketplace.applications.notices import (
    ApplicationNews,
    SlotFilledNews,
    SlotOpenAgain,
    WithdrawnByBooking,
)
from core.marketplace.applications.parties import (
    ApplicationCard,
    bookers,
    card_of,
    endings,
    for_the_band,
    free_slots,
    letters,
    locked,
    reached,
    shown,
    speakers,
)
from core.marketplace.applications.refusals import ApplicationOver, SlotGone
from core.marketplace.applications.store import ApplicationReach, ApplicationUnit
from core.marketplace.applications.submission import Pitch, apply, sending, still_open
from core.marketplace.events import Event, Slot
from core.marketplace.events.times import NightTimes, slot_times
from core.marketplace.venues import Venue
from core.outbox import Letter
from core.scheduling.commitments import reminders


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
    await unit.bands.lock(band.id)
    members = await unit.bands.members(band.id)
    looks = await unit.applications.looks(event.id, band.id)
    answers = answers_in(members, looks, act.person)
    await take_time(unit, reach, times, members, answers)
    gig = await enter_booking(unit, act, reach, times, answers)
    booked = replace(
        application, state=ApplicationState.CONFIRMED, commitment=gig.id, keeps_until=None, look_until=None
    )
    full = replace(event, slots=tuple(_filled(each, slot, booked) for each in event.slots))
    filled = await _closed_by(unit, full, booked, act)
    own = _clashes(application, event, around, act)
    gone = [] if keep_others else own
    withdrawn = [_withdrawn(each) for each, _, _ in gone]
    await unit.applications.replace([booked, *filled, *withdrawn])
    await unit.events.fill(slot.id, band.id, which)
    change = await unit.journal.record(act, GigBooked(which, event.id, band.id))
    out = await _told(unit, act, reach, ApplicationNews(change), f"application:{change}", members)
    out += reminders.ahead(act, gig, members, [each.person for each in members], asked_at=act.at)
    out += await _closing(unit, act, filled, gone)
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
    await unit.bands.lock(reach.band.id)
    members = await unit.bands.members(reach.band.id)
    gone = replace(
        application, state=ApplicationState.CANCELLED, ended_by=side, line=tidy_line(reason), slot=None
    )
    await end_gig(unit, application)
    await unit.applications.replace([gone])
    await unit.events.fill(application.slot, None, None)
    await unit.events.ask_for_matches([event.id], at=act.at)
    change = await unit.journal.record(act, GigUnbooked(which, event.id, reach.band.id, side))
    out = await _told(unit, act, reach, ApplicationNews(change), f"application:{change}", members)
    out += await open_again(unit, act, event, application)
    await unit.outbox.put_all(out)
    opened = replace(
        event,
        slots=tuple(
            replace(each, band=None, application=None) if each.id == application.slot else each
            for each in event.slots
        ),
    )
    return card_of(reach, now=act.at, application=gone, event=opened, members=members)


async def come_back(unit: ApplicationUnit, act: Act, which: ApplicationId) -> ApplicationCard:
    """Apply again with an application that was closed, while a slot of its sort is open.

    One that never went out is made anew: its players have not all said yes.
    Raises Gone, NotTheBands, NotAllowed, NotPublished, NightPast, SlotGone, LinksMissing,
    ApplicationOver.
    """
    reach = await locked(unit, act, which)
    await for_the_band(unit, reach)
    application, event = reach.application, reach.event
    stage = application.stage(act.at)
    if stage in OPEN or stage is ApplicationStage.CONFIRMED:
        return await shown(unit, reach, now=act.at, before=True)
    if stage is ApplicationStage.DECLINED and application.ended_by is Side.VENUE:
        raise ApplicationOver(reach.band.name, stage)
    if application.sent_at is None:
        return await apply(
            unit, act, reach.band, event.id, application.kind, Pitch(application.note, application.draw)
        )
    still_open(event, reach.venue, act.at)
    there = [each for each, _ in await unit.applications.of_events([event.id])]
    if not free_slots(event, application.kind, there, act.at):
        raise SlotGone(reach.venue.name, more=bool(free_slots(event, None, there, act.at)))
    again = replace(
        application,
        state=ApplicationState.PENDING,
        sent_at=act.at,
        slot=None,
        ended_by=None,
        line=None,
        keeps_until=None,
        look_until=None,
        seen_at=None,
        shortlisted_at=None,
        commitment=None,
        revision=application.revision + 1,
    )
    await unit.applications.replace([again])
    await unit.journal.record(act, ApplicationReopened(which, event.id, reach.band.id))
    members = await unit.bands.members(reach.band.id)
    promoters = speakers(await unit.venues.promoters(reach.venue.id))
    out = sending(act, again, promoters)
    await unit.outbox.put_all([*out, *endings(again, [*bookers(members), *promoters], act)])
    return card_of(reach, now=act.at, application=again, members=members)


async def open_again(unit: ApplicationUnit, act: Act, event: Event, gone: Application) -> list[Letter]:
    """Letters to the bands whose applications were closed when the slot was filled."""
    there = [each for each, _ in await unit.applications.of_events([event.id])]
    closed = [each for each in there if each.state is ApplicationState.FILLED and each.kind is gone.kind]
    out: list[Letter] = []
    for each in closed:
        people = bookers(await unit.bands.members(each.band))
        key = f"application:open:{each.id}:{act.cause}"
        out += letters(act, SlotOpenAgain(each.id), people, key)
    return out


async def _lock_all(
    unit: ApplicationUnit, act: Act, which: ApplicationId
) -> list[tuple[Application, Event, Venue]]:
    """Lock the night, and the others for which the band has applied; returns its applications."""
    found = await unit.applications.get(which)
    if found is None:
        raise Gone
    around = await unit.applications.of_band(found.band, after=act.at)
    await unit.events.lock(found.event, *(each.event for each, _, _ in around if each.stage(act.at) in OPEN))
    return around


def _clashes(
    application: Application,
    event: Event,
    around: Iterable[tuple[Application, Event, Venue]],
    act: Act,
) -> list[tuple[Application, Event, Venue]]:
    """The band's open applications for nights that share time with this one."""
    slot = event.slot(application.slot) or event.slots[0]
    low, high = slot_times(event, slot).span
    found = []
    for each, night, venue in around:
        start, end = slot_times(night, night.slot(each.slot) or night.slots[0]).span
        if each.id != application.id and each.stage(act.at) in OPEN and start < high and low < end:
            found.append((each, night, venue))
    return found


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


async def _told(
    unit: ApplicationUnit,
    act: Act,
    reach: ApplicationReach,
    notice: ApplicationNews,
    key: str,
    members: Sequence[Membership],
) -> list[Letter]:
    """Letters to all who play and to the venue's promoters."""
    promoters = speakers(await unit.venues.promoters(reach.venue.id))
    return letters(act, notice, [*(each.person for each in members), *promoters], key)


async def _closing(
    unit: ApplicationUnit,
    act: Act,
    filled: Sequence[Application],
    gone: Sequence[tuple[Application, Event, Venue]],
) -> list[Letter]:
    """Letters to the bands that were closed out, and to the venues from which the band withdraws."""
    out: list[Letter] = []
    everybody = await unit.bands.members_of([each.band for each in filled]) if filled else {}
    for each in filled:
        people = bookers(everybody[each.band])
        out += letters(act, SlotFilledNews(each.id), people, f"application:filled:{each.id}:{each.revision}")
    told = [(each, venue) for each, _, venue in gone if each.sent_at is not None]
    there = await unit.venues.promoters_of([venue.id for _, venue in told]) if told else {}
    for each, venue in told:
        key = f"application:elsewhere:{each.id}:{each.revision}"
        out += letters(act, WithdrawnByBooking(each.id), speakers(there[venue.id]), key)
    return out
