"""A band applies: its players are asked first, then the venue hears of it; and it may take it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.bands import Band, Membership
from core.ids import ApplicationId, EventId, PersonId
from core.journal import Act, Gone
from core.marketplace.applications import (
    OPEN,
    Application,
    ApplicationStage,
    ApplicationState,
    LookAnswer,
    NewApplication,
    PlayerLook,
    look_until,
)
from core.marketplace.applications.changes import ApplicationMade, ApplicationSent, ApplicationWithdrawn
from core.marketplace.applications.notices import ApplicationCame, ApplicationNews, LastLookAsked, LastLookDue
from core.marketplace.applications.parties import (
    ApplicationCard,
    bookers,
    card_of,
    endings,
    for_the_band,
    free_slots,
    letters,
    locked,
    shown,
    speakers,
)
from core.marketplace.applications.refusals import ApplicationOver, LinksMissing, SlotGone
from core.marketplace.applications.store import ApplicationReach, ApplicationUnit
from core.marketplace.events import Event, EventState
from core.marketplace.events.refusals import NightPast, NotPublished
from core.marketplace.events.times import doors_at, night_times
from core.marketplace.posts.values import SlotKind
from core.marketplace.venues import Requirement, Venue
from core.outbox import Letter

_NO = (LookAnswer.NO, LookAnswer.DEP)
_STANDING = (*OPEN, ApplicationStage.CONFIRMED, ApplicationStage.PLAYED)


@dataclass(frozen=True, slots=True)
class Pitch:
    """What a band says with its application."""

    note: str | None = None
    draw: int | None = None
    kit_plays: bool = False
    """Its press kit goes along, with something to hear in it."""


def lacking(venue: Venue, band: Band, pitch: Pitch) -> Requirement | None:
    """What the venue wants to know that has not been said. Raises LinksMissing for what only a link tells."""
    wanted = venue.profile.requires
    if Requirement.LINKS in wanted and not (band.links or pitch.kit_plays):
        raise LinksMissing(band.name, venue.name)
    if Requirement.DRAW in wanted and pitch.draw is None:
        return Requirement.DRAW
    return Requirement.LINE if Requirement.LINE in wanted and not pitch.note else None


async def apply(
    unit: ApplicationUnit, act: Act, band: Band, which: EventId, kind: SlotKind, pitch: Pitch
) -> ApplicationCard:
    """Apply for a sort of slot of a night. The player who applies has said yes by that.

    Every other player who is needed is asked first. A band that has applied already is shown how it stands.
    Raises Gone, NotPublished, NightPast, SlotGone, LinksMissing.
    """
    await unit.events.lock(which)
    await unit.bands.lock(band.id)
    found = await unit.events.reach(which, act.person)
    if found is None:
        raise Gone
    event, venue, promoter = found
    still_open(event, venue, act.at)
    there = [each for each, _ in await unit.applications.of_events([which])]
    mine = next((each for each in there if _stands(each, band, act)), None)
    members = await unit.bands.members(band.id)
    looks = {each.person: each for each in await unit.applications.looks(which, band.id)}
    if mine is not None:
        reach = ApplicationReach(mine, event, venue, band, _of(act, members), promoter)
        return card_of(reach, now=act.at, members=members, looks=list(looks.values()), before=True)
    if not free_slots(event, kind, there, act.at):
        raise SlotGone(venue.name, more=bool(free_slots(event, None, there, act.at)))
    lacking(venue, band, pitch)
    asked = unsettled(act, members, looks)
    new = _application(act, band, event, kind, pitch, asked=bool(asked))
    number = await unit.applications.add(new)
    made = made_from(new, number)
    now_asked = looks_for(act, event, band, members, asked)
    await unit.applications.set_looks(now_asked)
    await unit.journal.record(act, ApplicationMade(number, which, band.id, sent=not asked))
    promoters = speakers(await unit.venues.promoters(venue.id))
    out = asking(act, made, members, asked) if asked else sending(act, made, promoters)
    out += endings(made, [*bookers(members), *([] if asked else promoters)], act)
    await unit.outbox.put_all(out)
    looks.update({each.person: each for each in now_asked})
    reach = ApplicationReach(made, event, venue, band, _of(act, members), promoter)
    return card_of(reach, now=act.at, members=members, looks=list(looks.values()))


def _of(act: Act, members: Sequence[Membership]) -> Membership | None:
    """The caller's own membership."""
    return next((each for each in members if each.person == act.person), None)


def _stands(application: Application, band: Band, act: Act) -> bool:
    return application.band == band.id and application.stage(act.at) in _STANDING


async def go_on(unit: ApplicationUnit, act: Act, which: ApplicationId) -> ApplicationCard:
    """Send it without waiting any longer: whose yes is lacking is recorded, and told to the band.

    Those who said no are left out. Those who are not sure, or have not answered, stay in the line-up.

    Raises Gone, NotTheBands, NotAllowed, ApplicationOver.
    """
    reach = await locked(unit, act, which)
    await for_the_band(unit, reach)
    stage = reach.application.stage(act.at)
    if stage in (ApplicationStage.PENDING, ApplicationStage.ACCEPTED, ApplicationStage.CONFIRMED):
        return await shown(unit, reach, now=act.at, before=True)
    if stage is not ApplicationStage.LOOKING:
        raise ApplicationOver(reach.band.name, stage)
    still_open(reach.event, reach.venue, act.at)
    members = await unit.bands.members(reach.band.id)
    required = {each.person for each in members if each.required}
    looks = await unit.applications.looks(reach.event.id, reach.band.id)
    without = [each for each in looks if each.person in required and each.answer is not LookAnswer.YES]
    now = [replace(each, left_out=each.answer in _NO) for each in looks]
    await unit.applications.set_looks([each for each in now if each.left_out])
    sent = await send(unit, act, reach.application, reach.venue)
    missed = tuple(each.person for each in without)
    change = await unit.journal.record(act, ApplicationSent(which, reach.event.id, reach.band.id, missed))
    people = [each.person for each in members]
    await unit.outbox.put_all(letters(act, ApplicationNews(change), people, f"application:{change}"))
    return card_of(reach, now=act.at, application=sent, members=members, looks=now)


async def withdraw(unit: ApplicationUnit, act: Act, which: ApplicationId) -> ApplicationCard:
    """Take it back; the venue is told, if it knew. Raises Gone, NotTheBands, NotAllowed, ApplicationOver."""
    reach = await locked(unit, act, which)
    await for_the_band(unit, reach)
    stage = reach.application.stage(act.at)
    if stage is ApplicationStage.WITHDRAWN:
        return await shown(unit, reach, now=act.at, before=True)
    if stage not in OPEN:
        raise ApplicationOver(reach.band.name, stage)
    gone = replace(
        reach.application, state=ApplicationState.WITHDRAWN, slot=None, look_until=None, keeps_until=None
    )
    await unit.applications.replace([gone])
    change = await unit.journal.record(act, ApplicationWithdrawn(which, reach.event.id, reach.band.id))
    members = await unit.bands.members(reach.band.id)
    people = bookers(members)
    if gone.sent_at is not None or gone.offered:
        people += speakers(await unit.venues.promoters(reach.venue.id))
    await unit.outbox.put_all(letters(act, ApplicationNews(change), people, f"application:{change}"))
    return card_of(reach, now=act.at, application=gone, members=members)


async def send(unit: ApplicationUnit, act: Act, application: Application, venue: Venue) -> Application:
    """Make it pending, and tell the venue's promoters; both sides hear when its time is over."""
    sent = replace(application, state=ApplicationState.PENDING, sent_at=act.at, look_until=None)
    await unit.applications.replace([sent])
    promoters = speakers(await unit.venues.promoters(venue.id))
    people = [*bookers(await unit.bands.members(application.band)), *promoters]
    await unit.outbox.put_all([*sending(act, sent, promoters), *endings(sent, people, act)])
    return sent


def sending(act: Act, application: Application, promoters: Sequence[PersonId]) -> list[Letter]:
    """Letters that a band applies; a promoter who plays in the band gets one, too."""
    notice = ApplicationCame(application.id, application.revision)
    key = f"application:came:{application.id}:{application.revision}"
    return [Letter(notice, each, f"{key}:{each}", act.at) for each in promoters]


def still_open(event: Event, venue: Venue, now: datetime) -> None:
    """Raises NotPublished, or NightPast once the doors are open."""
    if event.state is not EventState.PUBLISHED:
        raise NotPublished(venue.name, event.day)
    if doors_at(event) <= now:
        raise NightPast(event.day)


def made_from(new: NewApplication, number: ApplicationId) -> Application:
    """The application that a new one becomes under that id."""
    values = {name: getattr(new, name) for name in NewApplication.__dataclass_fields__}
    return Application(id=number, **values)


def _application(
    act: Act, band: Band, event: Event, kind: SlotKind, pitch: Pitch, *, asked: bool
) -> NewApplication:
    new = NewApplication(
        event=event.id,
        band=band.id,
        kind=kind,
        state=ApplicationState.LOOKING if asked else ApplicationState.PENDING,
        made_by=act.person,
        made_at=act.at,
        doors_at=doors_at(event),
        ends_at=night_times(event).ends_at,
        note=pitch.note,
        draw=pitch.draw,
        sent_at=None if asked else act.at,
    )
    if not asked:
        return new
    until = look_until(made_from(new, ApplicationId(0)).pending_until, act.at)
    return replace(new, look_until=until)


def unsettled(act: Act, members: Sequence[Membership], looks: dict[PersonId, PlayerLook]) -> list[Membership]:
    """The players who are needed and have not said yes."""
    return [each for each in members if each.required and not _has_said_yes(each, act, looks)]


def _has_said_yes(member: Membership, act: Act, looks: dict[PersonId, PlayerLook]) -> bool:
    look = looks.get(member.person)
    return member.person == act.person or (look is not None and look.answer is LookAnswer.YES)


def looks_for(
    act: Act, event: Event, band: Band, members: Sequence[Membership], asked: Sequence[Membership]
) -> list[PlayerLook]:
    """Those players are asked; the caller, if needed, has said yes by asking."""
    looks = [PlayerLook(event.id, band.id, each.person, act.at) for each in asked]
    if any(each.person == act.person and each.required for each in members):
        mine = PlayerLook(event.id, band.id, act.person, act.at, LookAnswer.YES, answered_at=act.at)
        return [mine, *looks]
    return looks


def asking(
    act: Act, application: Application, members: Sequence[Membership], asked: Sequence[Membership]
) -> list[Letter]:
    """The question to each player, and for those who book the news that the time to answer is over."""
    notice = LastLookAsked(application.event, application.band, application.id, act.person)
    people = [each.person for each in asked]
    out = letters(act, notice, people, f"look:{application.id}:{application.revision}")
    due = LastLookDue(application.id, application.revision)
    key = f"look:due:{application.id}:{application.revision}"
    return [*out, *letters(act, due, bookers(members), key, due=application.look_until)]
