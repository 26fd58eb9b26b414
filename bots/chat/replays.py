"""The answer to a message that was delivered twice: what the first delivery has led to."""

from collections.abc import Awaitable, Callable
from typing import Any

from bots.chat.commands.gigs.commitments import again as commitment_again
from bots.chat.commands.undo_results import of_its_band
from bots.chat.results.conversation import DoneBefore
from bots.chat.results.person import ProfileShown, SettingsShown
from bots.chat.turn import Turn
from core.bands.changes import BandJoined, BandMadeFacts
from core.bands.creation import show
from core.bands.invites import Joined
from core.bands.plans import PLANS as BAND_PLANS
from core.bands.plans import band_after
from core.ids import BandId
from core.journal import Change, ChangeFacts, ChangeRedone, ChangeUndone
from core.people.changes import PersonLinked, PersonProfileSet, PersonSettingsSet, PersonZoneSet
from core.people.profile import profile_again
from core.people.settings import settings_again
from core.personal_data.merge import linked_again
from core.scheduling.availability.changes import MonthConfirmed
from core.scheduling.availability.freshness import confirmed_again
from core.scheduling.commitments.changes import (
    CommitmentAnswered,
    CommitmentCalledOff,
    CommitmentConfirmed,
    CommitmentFacts,
    CommitmentMoved,
    CommitmentPutBack,
    RehearsalProposed,
)
from core.scheduling.diary.changes import DiaryEntered, DiaryMarked, DiarySpared, FeedAdded, FeedRemovedFacts
from core.scheduling.diary.corrections import told_again
from core.scheduling.diary.entries import spared_again
from core.scheduling.diary.importing import imports
from core.scheduling.diary.marking import marked_again
from core.scheduling.diary.zones import ZoneSet
from core.undo import undone_again


async def again(turn: Turn, change: Change[ChangeFacts]) -> object:
    """The result of the first delivery, rebuilt from what was recorded; changes nothing."""
    kind = type(change.facts)
    if kind in ALWAYS:
        return await ALWAYS[kind](turn, change)
    if kind in STANDING and not change.undone:
        return await STANDING[kind](turn, change)
    return DoneBefore()


async def _marked(turn: Turn, change: Change[DiaryMarked]) -> object:
    if change.facts.removed:
        return await told_again(turn.unit, change)
    return await marked_again(turn.unit, turn.act, change)


async def _entered(turn: Turn, change: Change[DiaryEntered]) -> object:
    return await marked_again(turn.unit, turn.act, change)


async def _spared(turn: Turn, change: Change[DiarySpared]) -> object:
    return await spared_again(turn.unit, change)


async def _confirmed(_: Turn, change: Change[MonthConfirmed]) -> object:
    return confirmed_again(change)


async def _zone_set(_: Turn, change: Change[PersonZoneSet]) -> object:
    facts = change.facts
    return ZoneSet(facts.new, facts.old, len(facts.rules), change.id, facts.kept)


async def _profile(turn: Turn, change: Change[PersonProfileSet]) -> object:
    return ProfileShown(await profile_again(turn.unit, change))


async def _settings(turn: Turn, change: Change[PersonSettingsSet]) -> object:
    return SettingsShown(await settings_again(turn.unit, change))


async def _linked(turn: Turn, change: Change[PersonLinked]) -> object:
    return await linked_again(turn.unit, change)


async def _of_band(turn: Turn, change: Change[ChangeFacts]) -> object:
    return await band_after(turn.unit, change, undone=False, before=True)


async def _in_band(turn: Turn, change: Change[BandMadeFacts | BandJoined]) -> object:
    return await _band(turn, change.facts.band, joined=isinstance(change.facts, BandJoined))


async def _feeds(turn: Turn, _: Change[FeedAdded | FeedRemovedFacts]) -> object:
    return await imports(turn.unit, turn.person, now=turn.now)


async def _committed(turn: Turn, change: Change[CommitmentFacts | CommitmentAnswered]) -> object:
    return await commitment_again(turn, change)


async def _turned(turn: Turn, change: Change[ChangeUndone | ChangeRedone]) -> object:
    return await of_its_band(turn.unit, await undone_again(turn.unit, change))


async def _band(turn: Turn, band: BandId, *, joined: bool) -> object:
    found = await turn.unit.bands.get(band)
    mine = await turn.unit.bands.membership(band, turn.person.id) if found else None
    if found is None or mine is None:
        return DoneBefore()
    if joined:
        return Joined(found, mine, before=True, zone_taken=None)
    return await show(turn.unit, found, turn.person)


_Again = Callable[[Turn, Change[Any]], Awaitable[object]]

STANDING: dict[type[ChangeFacts], _Again] = {
    DiaryMarked: _marked,
    DiaryEntered: _entered,
    DiarySpared: _spared,
    MonthConfirmed: _confirmed,
    PersonZoneSet: _zone_set,
    PersonProfileSet: _profile,
    PersonSettingsSet: _settings,
    **dict.fromkeys(BAND_PLANS, _of_band),
}
"""Told again while they stand; once undone, that they were done is all there is to say."""
ALWAYS: dict[type[ChangeFacts], _Again] = {
    PersonLinked: _linked,
    BandMadeFacts: _in_band,
    BandJoined: _in_band,
    RehearsalProposed: _committed,
    CommitmentAnswered: _committed,
    CommitmentConfirmed: _committed,
    CommitmentMoved: _committed,
    CommitmentCalledOff: _committed,
    CommitmentPutBack: _committed,
    FeedAdded: _feeds,
    FeedRemovedFacts: _feeds,
    ChangeUndone: _turned,
    ChangeRedone: _turned,
}
"""Told again whatever has happened since."""
