"""[Undo] and [Redo], whichever area the change belongs to."""

from bots.chat.buttons.conversation import RedoChange, UndoChange
from bots.chat.commands.undo_results import Turned, of_its_band
from bots.chat.definition import CHANGES, Press
from bots.chat.turn import Turn
from core import undo as undoing


async def undo(press: UndoChange, turn: Turn) -> Turned:
    """[Undo] under the answer to a change."""
    return await of_its_band(turn.unit, await undoing.undo(turn.unit, turn.act, press.change))


async def redo(press: RedoChange, turn: Turn) -> Turned:
    """[Redo] under the answer to [Undo]."""
    return await of_its_band(turn.unit, await undoing.redo(turn.unit, turn.act, press.change))


PRESSES: tuple[Press, ...] = (Press(UndoChange, undo, CHANGES), Press(RedoChange, redo, CHANGES))
