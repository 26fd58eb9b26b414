"""A venue chooses: seen, shortlisted, accepted, declined; and it may offer a slot unasked."""

from dataclasses import replace
from datetime import datetime

from core.access import NotAPromoter, VenueRight, may_at_venue
from core.bands import Band
from core.ids import ApplicationId, EventId
from core.journal import Act, Gone
from core.marketplace.applications import (
    LINE_LIMIT,
    OPEN,
    Application,
    ApplicationStage,
    ApplicationState,
    NewApplication,
    Side,
    keep_until,
)
from core.marketplace.applications.changes import (
    ApplicationAccepted,
    ApplicationDeclined,
    ApplicationShortlisted,
    InviteTakenBack,
    SlotOffered,
)
from core.marketplace.applications.notices import ApplicationNews, ApplicationSeen
from core.marketplace.applications.parties import (
    ApplicationCard,
    bookers,
    card_of,
    endings,
    for_the_band,
    for_the_venue,
    free_slots,
    letters,
    locked,
    reached,
    shown,
    speakers,
)
from core.marketplace.applications.refusals import ApplicationOver, NoSuchGigCode, SlotGone
from core.marketplace.applications.store import ApplicationReach, ApplicationUnit
from core.marketplace.applications.submission import made_from, still_open
from core.marketplace.events import Event, Slot
from core.marketplace.events.times import doors_at, night_times
from core.marketplace.posts.values import SlotKind
from core.marketplace.venues import Venue


async def look_at(unit: ApplicationUnit, act: Act, which: ApplicationId) -> ApplicationCard:
    """Show it to one of its sides; a venue that looks for the first time has seen it, and the band hears so.

    Raises Gone, NotTheBands, NotAllowed.
    """
    reach = await reached(unit, act.person, which)
    if reach.member is None:
        for_the_venue(reach)
    card = await shown(unit, reach, now=act.at)
    if not reach.chooses or reach.application.seen_at or card.stage is not ApplicationStage.PENDING:
        return card
    seen = replace(reach.application, seen_at=act.at)
    await unit.applications.replace([seen])
    people = [each for each in bookers(card.members) if each != act.person]
    notice = ApplicationSeen(which)
    await unit.outbox.put_all(letters(act, notice, people, f"application:seen:{which}"))
    return replace(card, application=seen)


async def shortlist(unit: ApplicationUnit, act: Act, which: ApplicationId, *, on: bool) -> ApplicationCard:
    """Put it on the shortlist, or take it off. Raises Gone, NotTheBands, ApplicationOver."""
    reach = await locked(unit, act, which)
    for_the_venue(reach)
    _stage(reach, act.at, ApplicationStage.PENDING)
    if (reach.application.shortlisted_at is not None) is on:
        return await shown(unit, reach, now=act.at, before=True)
    now = replace(
        reach.application,
        shortlisted_at=act.at if on else None,
        seen_at=reach.application.seen_at or act.at,
    )
    await unit.applications.replace([now])
    change = await unit.journal.record(
        act, ApplicationShortlisted(which, reach.event.id, reach.band.id, on=on)
    )
    members = await unit.bands.members(reach.band.id)
    if on:
        news = letters(act, ApplicationNews(change), bookers(members), f"application:{change}")
        await unit.outbox.put_all(news)
    return card_of(reach, now=act.at, application=now, members=members)


async def accept(
    unit: ApplicationUnit, act: Act, which: ApplicationId, *, code: str, line: str | None = None
) -> ApplicationCard:
    """Keep a slot for the band, and send it the invite; `code` is a fresh secret.

    Raises Gone, NotTheBands, ApplicationOver, NotPublished, NightPast, SlotGone.
    """
    reach = await locked(unit, act, which)
    for_the_venue(reach)
    stage = reach.application.stage(act.at)
    if stage in (ApplicationStage.ACCEPTED, ApplicationStage.CONFIRMED):
        return await shown(unit, reach, now=act.at, before=True)
    _stage(reach, act.at, ApplicationStage.PENDING)
    still_open(reach.event, reach.venue, act.at)
    slot = await _free_slot(unit, reach.event, reach.venue, reach.application.kind, act.at)
    kept = _kept(reach.application, slot, act.at, line)
    await unit.applications.replace([kept])
    await unit.applications.set_code(which, code)
    change = await unit.journal.record(act, ApplicationAccepted(which, reach.event.id, reach.band.id))
    members = await unit.bands.members(reach.band.id)
    promoters = speakers(await unit.venues.promoters(reach.venue.id))
    people = [*bookers(members), *promoters]
    out = letters(act, ApplicationNews(change), people, f"application:{change}")
    await unit.outbox.put_all([*out, *endings(kept, people, act)])
    return card_of(reach, now=act.at, application=kept, members=members)


async def decline(
    unit: ApplicationUnit, act: Act, which: ApplicationId, *, line: str | None = None
) -> ApplicationCard:
    """Say no, with a kind line or without; the band hears so. Raises Gone, NotTheBands, ApplicationOver."""
    reach = await locked(unit, act, which)
    for_the_venue(reach)
    if reach.application.stage(act.at) is ApplicationStage.DECLINED:
        return await shown(unit, reach, now=act.at, before=True)
    _stage(reach, act.at, ApplicationStage.PENDING)
    gone = replace(
        reach.application,
        state=ApplicationState.DECLINED,
        ended_by=Side.VENUE,
        line=tidy_line(line),
        seen_at=reach.application.seen_at or act.at,
    )
    facts = ApplicationDeclined(which, reach.event.id, reach.band.id, by=Side.VENUE)
    return await _ended(unit, act, reach, gone, facts)


async def turn_down(
    unit: ApplicationUnit, act: Act, which: ApplicationId, *, line: str | None = None
) -> ApplicationCard:
    """The band does not take an invite: the slot is free again, and the venue hears so.

    Raises Gone, NotTheBands, NotAllowed, ApplicationOver.
    """
    reach = await locked(unit, act, which)
    await for_the_band(unit, reach)
    if reach.application.stage(act.at) is ApplicationStage.DECLINED:
        return await shown(unit, reach, now=act.at, before=True)
    _stage(reach, act.at, ApplicationStage.ACCEPTED)
    gone = replace(
        reach.application,
        state=ApplicationState.DECLINED,
        ended_by=Side.BAND,
        line=tidy_line(line),
        slot=None,
        keeps_until=None,
    )
    facts = ApplicationDeclined(which, reach.event.id, reach.band.id, by=Side.BAND)
    return await _ended(unit, act, reach, gone, facts)


async def take_back(unit: ApplicationUnit, act: Act, which: ApplicationId) -> ApplicationCard:
    """Revoke an invite that is out; the slot is free again. Raises Gone, NotTheBands, ApplicationOver."""
    reach = await locked(unit, act, which)
    for_the_venue(reach)
    if reach.application.stage(act.at) is ApplicationStage.CANCELLED:
        return await shown(unit, reach, now=act.at, before=True)
    _stage(reach, act.at, ApplicationStage.ACCEPTED)
    gone = replace(
        reach.application,
        state=ApplicationState.CANCELLED,
        ended_by=Side.VENUE,
        slot=None,
        keeps_until=None,
    )
    return await _ended(unit, act, reach, gone, InviteTakenBack(which, reach.event.id, reach.band.id))


async def offer(
    unit: ApplicationUnit,
    act: Act,
    band: Band,
    which: EventId,
    kind: SlotKind,
    *,
    code: str,
    line: str | None = None,
) -> ApplicationCard:
    """Send a band an invite unasked; if it has applied already, that is accepted.

    Raises Gone, NotAPromoter, NotPublished, NightPast, SlotGone.
    """
    await unit.events.lock(which)
    found = await unit.events.reach(which, act.person)
    if found is None:
        raise Gone
    event, venue, promoter = found
    if promoter is None or not may_at_venue(promoter.role, VenueRight.CHOOSE):
        raise NotAPromoter(venue.name)
    still_open(event, venue, act.at)
    there = [each for each, _ in await unit.applications.of_events([which])]
    mine = next((each for each in there if each.band == band.id and _stands(each, act.at)), None)
    if mine is not None:
        return await accept(unit, act, mine.id, code=code, line=line)
    slot = await _free_slot(unit, event, venue, kind, act.at)
    looking = next((each for each in there if each.band == band.id and each.stage(act.at) in OPEN), None)
    made = await _offered(unit, act, band, event, slot, looking, tidy_line(line))
    await unit.applications.set_code(made.id, code)
    change = await unit.journal.record(act, SlotOffered(made.id, which, band.id))
    members = await unit.bands.members(band.id)
    promoters = speakers(await unit.venues.promoters(venue.id))
    out = letters(act, ApplicationNews(change), bookers(members), f"application:{change}")
    out += endings(made, [*bookers(members), *promoters], act)
    await unit.outbox.put_all(out)
    member = next((each for each in members if each.person == act.person), None)
    reach = ApplicationReach(made, event, venue, band, member, promoter)
    return card_of(reach, now=act.at, members=members)


async def _offered(
    unit: ApplicationUnit,
    act: Act,
    band: Band,
    event: Event,
    slot: Slot,
    looking: Application | None,
    line: str | None,
) -> Application:
    """The invite as an application; one for which the band still asks its players becomes it."""
    doors = doors_at(event)
    if looking is None:
        new = NewApplication(
            event=event.id,
            band=band.id,
            kind=slot.kind,
            state=ApplicationState.PENDING,
            made_by=act.person,
            made_at=act.at,
            doors_at=doors,
            ends_at=night_times(event).ends_at,
        )
        looking = made_from(new, await unit.applications.add(new))
    made = replace(
        looking,
        kind=slot.kind,
        state=ApplicationState.ACCEPTED,
        slot=slot.id,
        offered=True,
        sent_at=act.at,
        look_until=None,
        keeps_until=keep_until(doors, act.at),
        line=line,
        revision=looking.revision + 1,
    )
    await unit.applications.replace([made])
    return made


async def open_invite(unit: ApplicationUnit, act: Act, code: str) -> ApplicationCard:
    """Show the invite of a code to somebody of the band; opening it changes nothing.

    Raises NoSuchGigCode, NotTheBands, and ApplicationOver once it is confirmed or has run out.
    """
    which = await unit.applications.by_code(code)
    if which is None:
        raise NoSuchGigCode
    reach = await reached(unit, act.person, which)
    if reach.member is None:
        for_the_venue(reach)
    _stage(reach, act.at, ApplicationStage.ACCEPTED)
    return await shown(unit, reach, now=act.at)


def tidy_line(line: str | None) -> str | None:
    """A line from one side to the other, without superfluous spaces and no longer than it may be."""
    return " ".join((line or "").split())[:LINE_LIMIT] or None


async def _free_slot(
    unit: ApplicationUnit, event: Event, venue: Venue, kind: SlotKind, now: datetime
) -> Slot:
    there = [each for each, _ in await unit.applications.of_events([event.id])]
    free = free_slots(event, kind, there, now)
    if not free:
        raise SlotGone(venue.name, more=bool(free_slots(event, None, there, now)), chooses=True)
    return free[0]


async def _ended(
    unit: ApplicationUnit,
    act: Act,
    reach: ApplicationReach,
    gone: Application,
    facts: ApplicationDeclined | InviteTakenBack,
) -> ApplicationCard:
    """Keep an end, and tell both sides but the caller; its code opens nothing any longer."""
    await unit.applications.replace([gone])
    if reach.application.state is ApplicationState.ACCEPTED:
        await unit.applications.set_code(gone.id, None)
    change = await unit.journal.record(act, facts)
    members = await unit.bands.members(reach.band.id)
    people = bookers(members)
    if reach.application.state is ApplicationState.ACCEPTED:
        people += speakers(await unit.venues.promoters(reach.venue.id))
    await unit.outbox.put_all(letters(act, ApplicationNews(change), people, f"application:{change}"))
    return card_of(reach, now=act.at, application=gone, members=members)


def _kept(application: Application, slot: Slot, now: datetime, line: str | None) -> Application:
    return replace(
        application,
        state=ApplicationState.ACCEPTED,
        slot=slot.id,
        keeps_until=keep_until(application.doors_at, now),
        seen_at=application.seen_at or now,
        line=tidy_line(line),
        revision=application.revision + 1,
    )


def _stands(application: Application, now: datetime) -> bool:
    return application.stage(now) in (
        ApplicationStage.PENDING,
        ApplicationStage.ACCEPTED,
        ApplicationStage.CONFIRMED,
    )


def _stage(reach: ApplicationReach, now: datetime, wanted: ApplicationStage) -> None:
    stage = reach.application.stage(now)
    if stage is not wanted:
        raise ApplicationOver(reach.band.name, stage)
