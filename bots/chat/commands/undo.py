"""[Undo] and [Redo], whichever area the change belongs to."""

from bots.chat.commands.undo_results import of_its_band
from bots.chat.definition import CHANGES, Press
from bots.chat.turn import Turn
from core import undo as undoing
from core.bands.undoing import BandTurned
from core.ids import ChangeId

Turned = undoing.Undone | undoing.Redone | BandTurned


async def undo(turn: Turn, change: int) -> Turned:
    """[Undo] under what was said back."""
    return await of_its_band(turn.unit, await undoing.undo(turn.unit, turn.act, ChangeId(change)))


async def redo(turn: Turn, change: int) -> Turned:
    """[Redo] under what was undone."""
    return await of_its_band(turn.unit, await undoing.redo(turn.unit, turn.act, ChangeId(change)))


PRESSES: tuple[Press, ...] = (Press("undo", 1, undo, CHANGES), Press("redo", 1, redo, CHANGES))
