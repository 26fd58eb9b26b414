"""A change of a band or of the caller's membership, told again."""

from bots.chat.replays.replay import Replay, Replays
from bots.chat.results.conversation import DoneBefore
from bots.chat.turn import Retelling
from core.bands import Band, Membership
from core.bands.changes import BandJoined, BandMadeFacts
from core.bands.creation import BandCard, show
from core.bands.invites import Joined
from core.bands.plans import PLANS, BandTurned, band_after
from core.ids import BandId
from core.journal import Change, ChangeFacts


async def _changed(turn: Retelling, change: Change[ChangeFacts]) -> BandTurned:
    return await band_after(turn.unit, change, undone=False, before=True)


async def _made(turn: Retelling, change: Change[BandMadeFacts]) -> BandCard | DoneBefore:
    found = await _own_band(turn, change.facts.band)
    return await show(turn.unit, found[0], turn.person) if found else DoneBefore()


async def _joined(turn: Retelling, change: Change[BandJoined]) -> Joined | DoneBefore:
    found = await _own_band(turn, change.facts.band)
    return Joined(*found, before=True, zone_taken=None) if found else DoneBefore()


async def _own_band(turn: Retelling, band: BandId) -> tuple[Band, Membership] | None:
    """The band and the caller's membership of it; None once either is gone."""
    found = await turn.unit.bands.get(band)
    mine = await turn.unit.bands.membership(band, turn.person.id) if found else None
    return (found, mine) if found and mine else None


REPLAYS: Replays = {
    **dict.fromkeys(PLANS, Replay(_changed)),
    BandMadeFacts: Replay(_made, though_undone=True),
    BandJoined: Replay(_joined, though_undone=True),
}
