"""A band comes back with an application that was closed, while a slot of its sort is open."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.bands import Membership
from core.ids import ApplicationId, PersonId
from core.journal import Act
from core.marketplace.applications import (
    OPEN,
    Application,
    ApplicationStage,
    ApplicationState,
    PlayerLook,
    Side,
    look_until,
)
from core.marketplace.applications.changes import ApplicationReopened
from core.marketplace.applications.parties import (
    ApplicationCard,
    bookers,
    card_of,
    endings,
    for_the_band,
    free_slots,
    locked,
    shown,
    speakers,
)
from core.marketplace.applications.refusals import ApplicationOver, SlotGone
from core.marketplace.applications.store import ApplicationReach, ApplicationUnit
from core.marketplace.applications.submission import asking, looks_for, sending, still_open, unsettled

_STANDING = (*OPEN, ApplicationStage.CONFIRMED)


async def come_back(unit: ApplicationUnit, act: Act, which: ApplicationId) -> ApplicationCard:
    """Apply again; an application that was never sent asks the players first.

    Where the band has applied in another way since, that is shown.
    Raises Gone, NotTheBands, NotAllowed, NotPublished, NightPast, SlotGone, ApplicationOver.
    """
    reach = await locked(unit, act, which)
    await for_the_band(unit, reach)
    stage = reach.application.stage(act.at)
    if stage in _STANDING:
        return await shown(unit, reach, now=act.at, before=True)
    if stage is ApplicationStage.DECLINED and reach.application.ended_by is Side.VENUE:
        raise ApplicationOver(reach.band.name, stage)
    still_open(reach.event, reach.venue, act.at)
    there = [each for each, _ in await unit.applications.of_events([reach.event.id])]
    newer = [each for each in there if each.band == reach.band.id and each.stage(act.at) in _STANDING]
    if newer:
        return await shown(unit, replace(reach, application=newer[0]), now=act.at, before=True)
    if not free_slots(reach.event, reach.application.kind, there, act.at):
        raise SlotGone(reach.venue.name, more=bool(free_slots(reach.event, None, there, act.at)))
    return await _reopened(unit, act, reach)


async def _reopened(unit: ApplicationUnit, act: Act, reach: ApplicationReach) -> ApplicationCard:
    """Send it, or ask the players who have not said yes, and record that."""
    members = await unit.bands.members(reach.band.id)
    looks = {each.person: each for each in await unit.applications.looks(reach.event.id, reach.band.id)}
    asks = unsettled(act, members, looks) if reach.application.sent_at is None else []
    again = _anew(reach.application, act, asks=bool(asks))
    await unit.applications.replace([again])
    await unit.journal.record(act, ApplicationReopened(again.id, reach.event.id, reach.band.id))
    if asks:
        silent = _silent(asks, looks)
        asked = looks_for(act, reach.event, reach.band, members, silent)
        await unit.applications.set_looks(asked)
        looks.update({each.person: each for each in asked})
        out = asking(act, again, members, silent)
    else:
        promoters = speakers(await unit.venues.promoters(reach.venue.id))
        out = [*sending(act, again, promoters), *endings(again, promoters, act)]
    await unit.outbox.put_all([*out, *endings(again, bookers(members), act)])
    return card_of(reach, now=act.at, application=again, members=members, looks=list(looks.values()))


def _silent(asks: Sequence[Membership], looks: Mapping[PersonId, PlayerLook]) -> list[Membership]:
    """Those who have not answered at all."""
    return [each for each in asks if each.person not in looks or looks[each.person].answer is None]


def _anew(application: Application, act: Act, *, asks: bool) -> Application:
    """As if it had just been made; `asks`: the players first."""
    again = replace(
        application,
        state=ApplicationState.LOOKING if asks else ApplicationState.PENDING,
        made_at=act.at,
        sent_at=None if asks else act.at,
        look_until=None,
        slot=None,
        ended_by=None,
        line=None,
        keeps_until=None,
        seen_at=None,
        shortlisted_at=None,
        commitment=None,
        revision=application.revision + 1,
    )
    return replace(again, look_until=look_until(again.pending_until, act.at)) if asks else again
