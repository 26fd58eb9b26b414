"""What each verb on a button does. A token grants nothing: everything is checked here again."""

from bots.chat.bandchoice import reachable
from bots.chat.commands.band.bands import at_home
from bots.chat.commands.undo_results import of_its_band
from bots.chat.turn import Turn
from bots.chat.views.person.start import AsItIs
from core import undo as undoing
from core.access import Right
from core.bands import invites, leaving
from core.bands.plans import BandTurned
from core.ids import BandId, ChangeId, InviteId, MembershipId
from core.journal import Gone

Turned = undoing.Undone | undoing.Redone | BandTurned


async def undo(turn: Turn, change: int) -> Turned:
    """[Undo] under what was said back."""
    return await of_its_band(turn.unit, await undoing.undo(turn.unit, turn.act, ChangeId(change)))


async def as_it_is(turn: Turn) -> AsItIs:
    """[Not now] and [Keep it] under a question that only buttons answer."""
    del turn
    return AsItIs()


async def redo(turn: Turn, change: int) -> Turned:
    """[Redo] under what was undone."""
    return await of_its_band(turn.unit, await undoing.redo(turn.unit, turn.act, ChangeId(change)))


async def join(turn: Turn, invite: int) -> invites.Joined:
    """[Join] under an invite that was looked at."""
    return await at_home(await invites.join_by_invite(turn.unit, turn.act, InviteId(invite)), turn)


async def revoke(turn: Turn, invite: int) -> invites.InviteRevoked:
    """[Revoke] under an invite that was made."""
    found = await turn.unit.bands.invite(InviteId(invite))
    if found is None:
        raise Gone
    await reachable(turn.unit, turn.person, found.band, Right.INVITE)
    return await invites.revoke_invite(turn.unit, turn.act, InviteId(invite))


async def heir(turn: Turn, band: int, membership: int) -> leaving.Left:
    """A name under "Who takes over?"."""
    found = await reachable(turn.unit, turn.person, BandId(band), Right.SEE)
    return await leaving.leave_to(turn.unit, turn.act, found, MembershipId(membership))


async def dissolve(turn: Turn, band: int) -> object:
    """[End the band] for its only member."""
    found = await reachable(turn.unit, turn.person, BandId(band), Right.SEE)
    return await leaving.dissolve(turn.unit, turn.act, found)
