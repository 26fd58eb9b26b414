"""A change of the market, told again: its card as it stands."""

from bots.chat.replays.replay import Replay, Replays
from bots.chat.results.conversation import DoneBefore
from bots.chat.turn import Retelling
from core.journal import Change, Gone
from core.marketplace.applications import changes as of_applications
from core.marketplace.applications.last_look import LookCard, look_card
from core.marketplace.applications.nights import NightCard, night_card
from core.marketplace.applications.parties import ApplicationCard, reached, shown
from core.marketplace.events import changes as of_events
from core.marketplace.events.drafts import PostDrafted, PostPublished, show_drafts
from core.marketplace.venues.changes import VenueMadeFacts
from core.marketplace.venues.creation import VenueMade


async def _application(turn: Retelling, change: Change[of_applications.ApplicationFacts]) -> ApplicationCard:
    reach = await reached(turn.unit, turn.person.id, change.facts.application)
    return await shown(turn.unit, reach, now=turn.now)


async def _look(turn: Retelling, change: Change[of_applications.PlayerLooked]) -> LookCard | DoneBefore:
    band = await turn.unit.bands.get(change.facts.band)
    if band is None:
        return DoneBefore()
    return await look_card(turn.unit, band, change.facts.event, turn.person.id, now=turn.now)


async def _drafted(turn: Retelling, change: Change[of_events.EventFacts]) -> PostDrafted | DoneBefore:
    events = await turn.unit.events.some(change.facts.events[:1])
    try:
        return await show_drafts(turn.unit, turn.act, events[0].post) if events else DoneBefore()
    except Gone:
        return DoneBefore()


async def _published(turn: Retelling, change: Change[of_events.EventFacts]) -> PostPublished | DoneBefore:
    venue = await turn.unit.venues.get(change.facts.venue)
    events = await turn.unit.events.some(change.facts.events)
    return PostPublished(venue, tuple(events), before=True) if venue and events else DoneBefore()


async def _night(turn: Retelling, change: Change[of_events.EventFacts]) -> NightCard:
    return await night_card(turn.unit, turn.act, change.facts.events[0])


async def _venue(turn: Retelling, change: Change[VenueMadeFacts]) -> VenueMade | DoneBefore:
    venue = await turn.unit.venues.get(change.facts.venue)
    return VenueMade(venue, None, before=True) if venue else DoneBefore()


REPLAYS: Replays = {
    **dict.fromkeys(
        (each for each in of_applications.CHANGES if issubclass(each, of_applications.ApplicationFacts)),
        Replay(_application, though_undone=True),
    ),
    of_applications.PlayerLooked: Replay(_look, though_undone=True),
    of_events.EventsDrafted: Replay(_drafted, though_undone=True),
    of_events.EventsRestored: Replay(_drafted, though_undone=True),
    of_events.EventsPublished: Replay(_published, though_undone=True),
    **dict.fromkeys(
        (of_events.EventEdited, of_events.EventCancelled, of_events.EventReopened, of_events.SlotsMarked),
        Replay(_night, though_undone=True),
    ),
    VenueMadeFacts: Replay(_venue, though_undone=True),
}
