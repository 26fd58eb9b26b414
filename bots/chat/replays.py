"""The answer to a message that was delivered twice: what the first delivery has led to."""

from bots.chat.commands.commitments import again as commitment_again
from bots.chat.turn import Turn
from bots.chat.views.start import DoneBefore
from core.bands.invites import Joined
from core.bands.making import show
from core.ids import BandId
from core.journal import Change, ChangeKind
from core.scheduling.availability import marked_again
from core.scheduling.corrections import told_again
from core.scheduling.undo import turned
from core.scheduling.zones import ZoneSet


async def again(turn: Turn, change: Change) -> object:
    """The result of the first delivery, rebuilt from what was recorded; changes nothing."""
    match change.kind:
        case ChangeKind.MARKED if not change.undone and change.facts.get("removed"):
            return await told_again(turn.unit, change)
        case ChangeKind.MARKED if not change.undone:
            return await marked_again(turn.unit, turn.act, change)
        case ChangeKind.ZONE_SET if not change.undone:
            facts = change.facts
            moved = len(facts["rules"])
            return ZoneSet(facts["new"], facts["old"], moved, change.id, facts.get("kept", 0))
        case ChangeKind.BAND_MADE | ChangeKind.JOINED:
            return await _band(turn, BandId(change.facts["band"]), joined=change.kind is ChangeKind.JOINED)
        case (
            ChangeKind.PROPOSED
            | ChangeKind.ANSWERED
            | ChangeKind.COMMITTED
            | ChangeKind.MOVED
            | ChangeKind.CALLED_OFF
            | ChangeKind.PUT_BACK
        ):
            return await commitment_again(turn, change)
        case ChangeKind.UNDONE | ChangeKind.REDONE:
            return await turned(turn.unit, change)
        case _:
            return DoneBefore()


async def _band(turn: Turn, band: BandId, *, joined: bool) -> object:
    found = await turn.unit.bands.get(band)
    mine = await turn.unit.bands.membership(band, turn.person.id) if found else None
    if found is None or mine is None:
        return DoneBefore()
    if joined:
        return Joined(found, mine, before=True, zone_taken=None)
    return await show(turn.unit, found, turn.person)
