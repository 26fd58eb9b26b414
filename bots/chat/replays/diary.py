"""A change of the caller's diary, zone or imported calendars, told again; and what was undone or redone."""

from bots.chat.commands.undo_results import of_its_band
from bots.chat.replays.replay import Replay, Replays
from bots.chat.turn import Retelling
from core.bands.plans import BandTurned
from core.journal import Change, ChangeRedone, ChangeUndone
from core.marketplace.venues.plans import VenueTurned
from core.people.changes import PersonZoneSet
from core.scheduling.availability.changes import MonthConfirmed
from core.scheduling.availability.freshness import Confirmed, confirmed_again
from core.scheduling.diary.changes import DiaryEntered, DiaryMarked, DiarySpared, FeedAdded, FeedRemovedFacts
from core.scheduling.diary.corrections import Corrected, EntryForgotten, told_again
from core.scheduling.diary.entries import DateSpared, spared_again
from core.scheduling.diary.importing import Imports, imports
from core.scheduling.diary.marking import Marked, marked_again
from core.scheduling.diary.zones import ZoneSet
from core.undo import Redone, Undone, undone_again


async def _marked(turn: Retelling, change: Change[DiaryMarked]) -> Marked | Corrected | EntryForgotten:
    if change.facts.removed:
        return await told_again(turn.unit, change)
    return await marked_again(turn.unit, turn.act, change)


async def _entered(turn: Retelling, change: Change[DiaryEntered]) -> Marked:
    return await marked_again(turn.unit, turn.act, change)


async def _spared(turn: Retelling, change: Change[DiarySpared]) -> DateSpared:
    return await spared_again(turn.unit, change)


async def _confirmed(_: Retelling, change: Change[MonthConfirmed]) -> Confirmed:
    return confirmed_again(change)


async def _zone_set(_: Retelling, change: Change[PersonZoneSet]) -> ZoneSet:
    facts = change.facts
    return ZoneSet(facts.new, facts.old, len(facts.rules), change.id, facts.kept)


async def _imports(turn: Retelling, _: Change[FeedAdded | FeedRemovedFacts]) -> Imports:
    return await imports(turn.unit, turn.person, now=turn.now)


async def _turned(
    turn: Retelling, change: Change[ChangeUndone | ChangeRedone]
) -> Undone | Redone | BandTurned | VenueTurned:
    return await of_its_band(turn.unit, await undone_again(turn.unit, change))


REPLAYS: Replays = {
    DiaryMarked: Replay(_marked),
    DiaryEntered: Replay(_entered),
    DiarySpared: Replay(_spared),
    MonthConfirmed: Replay(_confirmed),
    PersonZoneSet: Replay(_zone_set),
    FeedAdded: Replay(_imports, though_undone=True),
    FeedRemovedFacts: Replay(_imports, though_undone=True),
    ChangeUndone: Replay(_turned, though_undone=True),
    ChangeRedone: Replay(_turned, though_undone=True),
}
