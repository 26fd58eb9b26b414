"""The answer to a message that was delivered twice: what the first delivery has led to."""

from collections.abc import Awaitable, Callable

from bots.chat.commands.gigs.commitments import again as commitment_again
from bots.chat.commands.undo_results import of_its_band
from bots.chat.turn import Turn
from bots.chat.views.person.people import ProfileShown, SettingsShown
from bots.chat.views.person.start import DoneBefore
from core.bands.invites import Joined
from core.bands.making import show
from core.bands.plans import PLANS as BAND_PLANS
from core.bands.plans import turned as band_turned
from core.ids import BandId
from core.journal import Change, ChangeKind
from core.people.profile import profile_again
from core.people.settings import settings_again
from core.personal_data.joining import linked_again
from core.scheduling.availability.freshness import confirmed_again
from core.scheduling.diary.corrections import told_again
from core.scheduling.diary.entries import spared_again
from core.scheduling.diary.importing import imports
from core.scheduling.diary.marking import marked_again
from core.scheduling.diary.zones import ZoneSet
from core.undo import turned


async def again(turn: Turn, change: Change) -> object:
    """The result of the first delivery, rebuilt from what was recorded; changes nothing."""
    if change.kind in ALWAYS:
        return await ALWAYS[change.kind](turn, change)
    if change.kind in STANDING and not change.undone:
        return await STANDING[change.kind](turn, change)
    return DoneBefore()


async def _marked(turn: Turn, change: Change) -> object:
    if change.facts.get("removed"):
        return await told_again(turn.unit, change)
    return await marked_again(turn.unit, turn.act, change)


async def _spared(turn: Turn, change: Change) -> object:
    return await spared_again(turn.unit, change)


async def _confirmed(_: Turn, change: Change) -> object:
    return confirmed_again(change)


async def _zone_set(_: Turn, change: Change) -> object:
    facts = change.facts
    return ZoneSet(facts["new"], facts["old"], len(facts["rules"]), change.id, facts.get("kept", 0))


async def _profile(turn: Turn, change: Change) -> object:
    return ProfileShown(await profile_again(turn.unit, change))


async def _settings(turn: Turn, change: Change) -> object:
    return SettingsShown(await settings_again(turn.unit, change))


async def _linked(turn: Turn, change: Change) -> object:
    return await linked_again(turn.unit, change)


async def _of_band(turn: Turn, change: Change) -> object:
    return await band_turned(turn.unit, change, undone=False, before=True)


async def _in_band(turn: Turn, change: Change) -> object:
    return await _band(turn, BandId(change.facts["band"]), joined=change.kind is ChangeKind.JOINED)


async def _feeds(turn: Turn, _: Change) -> object:
    return await imports(turn.unit, turn.person, now=turn.now)


async def _committed(turn: Turn, change: Change) -> object:
    return await commitment_again(turn, change)


async def _turned(turn: Turn, change: Change) -> object:
    return await of_its_band(turn.unit, await turned(turn.unit, change))


async def _band(turn: Turn, band: BandId, *, joined: bool) -> object:
    found = await turn.unit.bands.get(band)
    mine = await turn.unit.bands.membership(band, turn.person.id) if found else None
    if found is None or mine is None:
        return DoneBefore()
    if joined:
        return Joined(found, mine, before=True, zone_taken=None)
    return await show(turn.unit, found, turn.person)


_Again = Callable[[Turn, Change], Awaitable[object]]

STANDING: dict[ChangeKind, _Again] = {
    ChangeKind.MARKED: _marked,
    ChangeKind.ENTERED: _marked,
    ChangeKind.SPARED: _spared,
    ChangeKind.CONFIRMED: _confirmed,
    ChangeKind.ZONE_SET: _zone_set,
    ChangeKind.PROFILE_SET: _profile,
    ChangeKind.SETTINGS_SET: _settings,
    **dict.fromkeys(BAND_PLANS, _of_band),
}
"""Told again while they stand; once undone, that they were done is all there is to say."""
ALWAYS: dict[ChangeKind, _Again] = {
    ChangeKind.LINKED: _linked,
    ChangeKind.BAND_MADE: _in_band,
    ChangeKind.JOINED: _in_band,
    ChangeKind.PROPOSED: _committed,
    ChangeKind.ANSWERED: _committed,
    ChangeKind.COMMITTED: _committed,
    ChangeKind.MOVED: _committed,
    ChangeKind.CALLED_OFF: _committed,
    ChangeKind.PUT_BACK: _committed,
    ChangeKind.FEED_ADDED: _feeds,
    ChangeKind.FEED_REMOVED: _feeds,
    ChangeKind.UNDONE: _turned,
    ChangeKind.REDONE: _turned,
}
"""Told again whatever has happened since."""
