"""What a venue does with a night that bands have to do with: changed, moved, called off, reopened.

Everybody concerned is told once, as a difference. A booked band follows to another time of the same evening,
if its players can; to another day it has to confirm again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.access import VenueRight
from core.bands import Membership
from core.ids import ApplicationId, BandId, EventId, PersonId
from core.journal import Act, Gone
from core.marketplace.applications import (
    OPEN,
    Application,
    ApplicationStage,
    ApplicationState,
    Side,
    keep_until,
)
from core.marketplace.applications.decisions import tidy_line
from core.marketplace.applications.gigs import end_gig
from core.marketplace.applications.notices import NightChanged
from core.marketplace.applications.parties import bookers, endings, letters
from core.marketplace.applications.store import ApplicationUnit
from core.marketplace.events import Event, EventState, NewSlot, Terms
from core.marketplace.events.changes import (
    EventCancelled,
    EventEdited,
    EventFacts,
    EventReopened,
    NightSnapshot,
    SlotsMarked,
)
from core.marketplace.events.refusals import NightPast, NotPublished, SlotsBooked
from core.marketplace.events.times import NightTimes, doors_at, night_times, slot_times
from core.marketplace.tickets import Counting
from core.marketplace.venues import Venue
from core.marketplace.venues.creation import reached_venue
from core.outbox import Letter
from core.scheduling.commitments import reminders
from core.scheduling.commitments.commitment import Commitment

Applicant = tuple[Application, str]
"""An application, and its band's name."""


@dataclass(frozen=True, slots=True)
class NightCard:
    """A night as its promoters see it."""

    venue: Venue
    event: Event
    applicants: tuple[Applicant, ...]
    """Those that the venue knows of, in the order in which they applied."""
    at: datetime
    """When it stood like this (aware, UTC)."""
    before: bool = False
    """It was like this already; nothing changed now."""
    told: int = 0
    """How many of the bands that the venue knows of are told of what was just done."""
    counting: Counting | None = None
    """How many tickets are sold, where they are counted and the night alone is looked at."""


@dataclass(frozen=True, slots=True)
class NightCancelAsked:
    """Calling a night off has to be confirmed."""

    card: NightCard


@dataclass(frozen=True, slots=True)
class NightEdited:
    """A night has changed: how it was, and how it is."""

    card: NightCard
    before: NightSnapshot
    slots: bool
    """Its slots have changed too."""


async def night_card(unit: ApplicationUnit, act: Act, which: EventId) -> NightCard:
    """Show a night to one of its promoters. Raises Gone, NotAPromoter."""
    event = await unit.events.get(which)
    if event is None:
        raise Gone
    venue, _ = await reached_venue(unit, act, event.venue, VenueRight.SEE)
    counted = await unit.countings.of_events([which])
    applicants = known(await unit.applications.of_events([which]))
    return NightCard(venue, event, applicants, act.at, counting=counted.get(which))


def known(applicants: Sequence[Applicant]) -> tuple[Applicant, ...]:
    """Those applications that their venue knows of: while a last look runs, nothing has been sent."""
    return tuple(each for each in applicants if each[0].sent_at is not None)


def _known_of(told: Sequence[Application]) -> int:
    return sum(each.sent_at is not None for each in told)


async def cancel_night(
    unit: ApplicationUnit, act: Act, which: EventId, *, reason: str | None = None
) -> NightCard:
    """Call a published night off: bookings end, applications too, and everybody concerned is told.

    Raises Gone, NotAPromoter, NotPublished, NightPast.
    """
    event, venue = await _locked(unit, act, which)
    applicants = await unit.applications.of_events([which])
    if event.state is EventState.CANCELLED:
        return NightCard(venue, event, known(applicants), act.at, before=True)
    _published(event, venue, act)
    concerned = [each for each, _ in applicants if _concerned(each, act)]
    await _lock_bands(unit, concerned)
    gone = [
        replace(each, state=ApplicationState.CANCELLED, ended_by=Side.VENUE, line=tidy_line(reason))
        for each in concerned
    ]
    for each in concerned:
        await end_gig(unit, act, each)
    for slot in event.slots:
        if slot.band is not None:
            await unit.events.fill(slot.id, None, None)
    emptied = tuple(replace(each, band=None, application=None) for each in event.slots)
    now = replace(event, state=EventState.CANCELLED, slots=emptied)
    await unit.events.set_state([now], at=act.at)
    await unit.applications.replace(gone)
    out = await _tell(unit, act, EventCancelled(venue.id, (which,), tidy_line(reason)), concerned)
    await unit.outbox.put_all(out)
    ended = {each.id: each for each in gone}
    shown = known([(ended.get(each.id, each), name) for each, name in applicants])
    return NightCard(venue, now, shown, act.at, told=_known_of(concerned))


async def reopen_night(unit: ApplicationUnit, act: Act, which: EventId) -> NightCard:
    """Put a cancelled night back; the bands that were called off are told, and may come back.

    Raises Gone, NotAPromoter, NightPast.
    """
    event, venue = await _locked(unit, act, which)
    applicants = await unit.applications.of_events([which])
    if event.state is EventState.PUBLISHED:
        return NightCard(venue, event, known(applicants), act.at, before=True)
    if event.state is not EventState.CANCELLED:
        raise Gone
    if doors_at(event) <= act.at:
        raise NightPast(event.day)
    now = replace(event, state=EventState.PUBLISHED)
    await unit.events.set_state([now], at=act.at)
    await unit.events.ask_for_matches([which], at=act.at)
    closed = [each for each, _ in applicants if _called_off(each)]
    out = await _tell(unit, act, EventReopened(venue.id, (which,)), closed)
    await unit.outbox.put_all(out)
    return NightCard(venue, now, known(applicants), act.at, told=_known_of(closed))


def _called_off(application: Application) -> bool:
    """Whether the venue has, and not the band itself."""
    return application.state is ApplicationState.CANCELLED and application.ended_by is Side.VENUE


async def mark_taken(unit: ApplicationUnit, act: Act, which: EventId, *, taken: bool) -> NightCard:
    """Say that acts from outside fill the open slots of a night, or that they are open again.

    Raises Gone, NotAPromoter, NotPublished, NightPast.
    """
    event, venue = await _locked(unit, act, which)
    _published(event, venue, act)
    applicants = await unit.applications.of_events([which])
    meant = [each for each in event.slots if each.band is None and each.taken is not taken]
    if not meant:
        return NightCard(venue, event, known(applicants), act.at, before=True)
    await unit.events.set_taken([each.id for each in meant], taken=taken)
    slots = tuple(replace(each, taken=taken) if each in meant else each for each in event.slots)
    ended: dict[ApplicationId, Application] = {}
    if taken:
        told = [each for each, _ in applicants if each.stage(act.at) in OPEN]
        ended = {each.id: _closed(each) for each in told}
        await unit.applications.replace(list(ended.values()))
    else:
        told = [each for each, _ in applicants if each.state is ApplicationState.FILLED]
        await unit.events.ask_for_matches([which], at=act.at)
    out = await _tell(unit, act, SlotsMarked(venue.id, (which,), taken=taken), told)
    await unit.outbox.put_all(out)
    shown = known([(ended.get(each.id, each), name) for each, name in applicants])
    return NightCard(venue, replace(event, slots=slots), shown, act.at, told=_known_of(told))


def _closed(application: Application) -> Application:
    return replace(application, state=ApplicationState.FILLED, slot=None, keeps_until=None, look_until=None)


async def edit_night(
    unit: ApplicationUnit,
    act: Act,
    which: EventId,
    terms: Terms,
    *,
    day: date | None = None,
    slots: Sequence[NewSlot] | None = None,
) -> NightEdited:
    """Change what a night offers, its times or its date; `slots`: in place of those that nobody plays yet.

    Raises Gone, NotAPromoter, NotPublished, NightPast, SlotsBooked.
    """
    event, venue = await _locked(unit, act, which)
    published = event.state is not EventState.DRAFT
    if published:
        _published(event, venue, act)
    before = NightSnapshot(event.day, event.terms)
    now = await _changed(unit, act, event, replace(event, day=day or event.day, terms=terms), slots)
    applicants = await unit.applications.of_events([which])
    concerned = [each for each, _ in applicants if _concerned(each, act)]
    await unit.events.ask_for_matches([which] if published else [], at=act.at)
    await _lock_bands(unit, concerned)
    moved = _timed(event, now)
    if event.day != now.day:
        await unit.applications.forget_looks(which)
    followed = [await _follow(unit, act, each, event, now) if moved else each for each in concerned]
    await unit.applications.replace(followed)
    after = NightSnapshot(now.day, now.terms)
    facts = EventEdited(venue.id, (which,), before, after, slots=slots is not None)
    # As they were: those who lose a gig by it are told, too.
    out = await _tell(unit, act, facts, concerned if published else [])
    out += await _due(unit, act, followed, venue) if moved else []
    await unit.outbox.put_all(out)
    now = await unit.events.get(which) or now
    changed = {each.id: each for each in followed}
    shown = known([(changed.get(each.id, each), name) for each, name in applicants])
    card = NightCard(venue, now, shown, act.at, told=_known_of(followed) if published else 0)
    return NightEdited(card, before, slots is not None)


async def _changed(
    unit: ApplicationUnit, act: Act, before: Event, now: Event, slots: Sequence[NewSlot] | None
) -> Event:
    """Keep the night as it is now; `slots`: with those that are booked. Raises SlotsBooked, NightPast."""
    open_ = None if slots is None else _beside_booked(before, slots)
    if doors_at(now) <= act.at:
        raise NightPast(now.day)
    await unit.events.replace(now, at=act.at)
    if open_ is not None:
        await unit.events.set_slots(now.id, open_)
    return await unit.events.get(now.id) or now


def _beside_booked(before: Event, slots: Sequence[NewSlot]) -> list[NewSlot]:
    """The slots of the bill that nobody plays: without one for each that is booked, of its sort.

    Raises SlotsBooked where a booked slot is not on the bill any longer.
    """
    booked = [each for each in before.slots if not each.open]
    left = list(slots)
    for each in booked:
        same = next((one for one in left if one.kind is each.kind), None)
        if same is None:
            raise SlotsBooked(len(booked))
        left.remove(same)
    return left


async def _locked(unit: ApplicationUnit, act: Act, which: EventId) -> tuple[Event, Venue]:
    await unit.events.lock(which)
    event = await unit.events.get(which)
    if event is None:
        raise Gone
    venue, _ = await reached_venue(unit, act, event.venue, VenueRight.POST)
    return event, venue


def _published(event: Event, venue: Venue, act: Act) -> None:
    if event.state is not EventState.PUBLISHED:
        raise NotPublished(venue.name, event.day)
    if doors_at(event) <= act.at:
        raise NightPast(event.day)


def _concerned(application: Application, act: Act) -> bool:
    return application.stage(act.at) in (*OPEN, ApplicationStage.CONFIRMED)


async def _lock_bands(unit: ApplicationUnit, concerned: Sequence[Application]) -> None:
    booked = [each.band for each in concerned if each.state is ApplicationState.CONFIRMED]
    await unit.bands.lock_all(booked)


def _timed(before: Event, now: Event) -> bool:
    """Whether a night takes place at other times."""
    ends = [(night_times(each).span, doors_at(each)) for each in (before, now)]
    return ends[0] != ends[1]


async def _follow(
    unit: ApplicationUnit, act: Act, application: Application, before: Event, now: Event
) -> Application:
    """The application at the night's new times; a booked band stays booked only if it still can."""
    follows = replace(application, doors_at=doors_at(now), ends_at=night_times(now).ends_at)
    if application.keeps_until is not None:
        sooner = min(application.keeps_until, keep_until(follows.doors_at, act.at))
        follows = replace(follows, keeps_until=sooner)
    slot = now.slot(application.slot)
    if application.state is not ApplicationState.CONFIRMED or slot is None:
        return follows
    gig = await unit.commitments.get(application.commitment) if application.commitment else None
    times = slot_times(now, slot)
    if gig is not None and before.day == now.day and await _all_can(unit, application, gig, times):
        if (gig.start, gig.end) != (times.start, times.end):
            later = replace(gig, start=times.start, end=times.end, revision=gig.revision + 1)
            await unit.commitments.replace(later, at=act.at)
        return follows
    await end_gig(unit, act, application)
    await unit.events.fill(slot.id, None, None)
    return replace(
        follows,
        state=ApplicationState.ACCEPTED,
        commitment=None,
        keeps_until=keep_until(follows.doors_at, act.at),
        revision=application.revision + 1,
    )


async def _all_can(
    unit: ApplicationUnit, application: Application, gig: Commitment, times: NightTimes
) -> bool:
    """Whether no player of the gig is taken by something else at its new times."""
    members = await unit.bands.members(application.band)
    people = [each.person for each in members]
    await unit.commitments.lock_players(people)
    taken = await unit.taken.of(people, start=times.starts_at, end=times.ends_at)
    own = (gig.span, application.band)
    return all((one.span, one.band) == own for each in people for one in taken[each].occupied)


async def _tell(
    unit: ApplicationUnit, act: Act, facts: EventFacts, concerned: Sequence[Application]
) -> list[Letter]:
    """Record the change; letters to those who book, and where a band was booked to all who play."""
    change = await unit.journal.record(act, facts)
    out: list[Letter] = []
    for each, people in await told_of(unit, concerned):
        out += letters(act, NightChanged(change, each.id), people, f"night:{change}:{each.id}")
    return out


async def told_of(
    unit: ApplicationUnit, concerned: Sequence[Application]
) -> list[tuple[Application, list[PersonId]]]:
    """Each with the people who are told: those who book, and where a band was booked all who play."""
    everybody = await _members(unit, concerned)
    return [(each, _told(each, everybody[each.band])) for each in concerned]


def _told(application: Application, members: Sequence[Membership]) -> list[PersonId]:
    booked = application.commitment is not None or application.state is ApplicationState.CONFIRMED
    return [each.person for each in members] if booked else bookers(members)


async def _members(
    unit: ApplicationUnit, concerned: Sequence[Application]
) -> dict[BandId, Sequence[Membership]]:
    if not concerned:
        return {}
    return dict(await unit.bands.members_of([each.band for each in concerned]))


async def _due(
    unit: ApplicationUnit, act: Act, followed: Sequence[Application], venue: Venue
) -> list[Letter]:
    """What is due later, at the new times: their deadlines, and gigs' reminders."""
    everybody = await _members(unit, followed)
    promoters = [each.person for each in await unit.venues.promoters(venue.id)]
    out: list[Letter] = []
    for each in followed:
        members = everybody[each.band]
        if each.deadline is not None:
            out += endings(each, [*bookers(members), *promoters], act)
            continue
        gig = await unit.commitments.get(each.commitment) if each.commitment else None
        if gig is not None:
            people = [one.person for one in members]
            out += reminders.ahead(act, gig, members, people, asked_at=act.at)
    return out
