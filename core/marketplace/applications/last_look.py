"""The last look: each player who is needed answers with one tap before the venue hears of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.bands import Band, Membership
from core.ids import BandId, EventId, PersonId
from core.journal import Act, Gone
from core.marketplace.applications import Application, ApplicationStage, LookAnswer, PlayerLook
from core.marketplace.applications.changes import PlayerLooked
from core.marketplace.applications.notices import LastLookAsked, LookAnswered
from core.marketplace.applications.parties import bookers, letters
from core.marketplace.applications.refusals import NotAsked
from core.marketplace.applications.store import ApplicationUnit
from core.marketplace.applications.submission import send, still_open
from core.marketplace.events import Event
from core.marketplace.venues import Venue


@dataclass(frozen=True, slots=True)
class LookCard:
    """One night that a player is asked about, and the answer so far."""

    band: Band
    event: Event
    venue: Venue
    look: PlayerLook
    application: Application | None
    """None: nothing is applied for yet."""
    stage: ApplicationStage | None
    sent: bool = False
    """With this answer all have said yes, and the application has gone out."""
    before: bool = False
    """The answer was this one already."""


@dataclass(frozen=True, slots=True)
class PlayerAsked:
    """One player was asked about one night."""

    band: Band
    event: Event
    venue: Venue
    member: Membership
    before: bool
    """They had been asked already; nothing was sent now."""


async def look_card(
    unit: ApplicationUnit, band: Band, which: EventId, person: PersonId, *, now: datetime
) -> LookCard:
    """What a player is asked. Raises Gone, NotAsked."""
    found = await unit.events.reach(which, person)
    if found is None:
        raise Gone
    event, venue, _ = found
    look = next(
        (each for each in await unit.applications.looks(which, band.id) if each.person == person), None
    )
    if look is None:
        raise NotAsked
    application = await _latest(unit, which, band.id)
    return LookCard(band, event, venue, look, application, application.stage(now) if application else None)


async def answer_look(
    unit: ApplicationUnit,
    act: Act,
    band: Band,
    which: EventId,
    answer: LookAnswer,
    *,
    by_when: str | None = None,
) -> LookCard:
    """Keep a player's answer; once all who are needed have said yes, the venue is told.

    Raises Gone, NotAsked, NotPublished, NightPast.
    """
    await unit.events.lock(which)
    card = await look_card(unit, band, which, act.person, now=act.at)
    still_open(card.event, card.venue, act.at)
    if (card.look.answer, card.look.by_when) == (answer, by_when):
        return replace(card, before=True)
    look = replace(card.look, answer=answer, by_when=by_when, answered_at=act.at, left_out=card.look.left_out)
    await unit.applications.set_looks([look])
    await unit.journal.record(act, PlayerLooked(which, band.id, card.look.answer, answer))
    members = await unit.bands.members(band.id)
    application, stage, sent = card.application, card.stage, False
    if application is not None and stage is ApplicationStage.LOOKING and answer is LookAnswer.YES:
        looks = await unit.applications.looks(which, band.id)
        yes = {each.person for each in looks if each.answer is LookAnswer.YES}
        if all(each.person in yes for each in members if each.required):
            application = await send(unit, act, application, card.venue)
            stage, sent = application.stage(act.at), True
    if sent or answer is not LookAnswer.YES or application is None:
        notice = LookAnswered(which, band.id, act.person, application.id if application else None)
        key = f"look:answered:{act.cause}"
        await unit.outbox.put_all(letters(act, notice, bookers(members), key))
    return LookCard(band, card.event, card.venue, look, application, stage, sent=sent)


async def ask_player(
    unit: ApplicationUnit, act: Act, band: Band, which: EventId, player: PersonId
) -> PlayerAsked:
    """Ask the one player on whom a night hangs, before anything is applied for.

    Raises Gone, NotPublished, NightPast, NotAsked for somebody who is not in the band.
    """
    await unit.events.lock(which)
    found = await unit.events.reach(which, act.person)
    if found is None:
        raise Gone
    event, venue, _ = found
    still_open(event, venue, act.at)
    members = await unit.bands.members(band.id)
    member = next((each for each in members if each.person == player), None)
    if member is None:
        raise NotAsked
    looks = {each.person: each for each in await unit.applications.looks(which, band.id)}
    if player in looks:
        return PlayerAsked(band, event, venue, member, before=True)
    await unit.applications.set_looks([PlayerLook(which, band.id, player, act.at)])
    notice = LastLookAsked(which, band.id, None, act.person)
    await unit.outbox.put_all(letters(act, notice, [player], f"look:ahead:{which}:{band.id}"))
    return PlayerAsked(band, event, venue, member, before=False)


async def _latest(unit: ApplicationUnit, which: EventId, band: BandId) -> Application | None:
    """The band's newest application to that night."""
    mine = [each for each, _ in await unit.applications.of_events([which]) if each.band == band]
    return max(mine, key=lambda each: each.id, default=None)
