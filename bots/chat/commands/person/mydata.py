"""/mydata: export or delete everything held about a person."""

from dataclasses import dataclass

from bots.chat.buttons.person import AskErase, EraseEverything
from bots.chat.turn import Turn
from core.personal_data import erasure, export


@dataclass(frozen=True, slots=True)
class MyDataArguments:
    """Nothing: the export is always of everything."""


async def my_data(_: MyDataArguments, turn: Turn) -> export.MyData:
    """Export it."""
    return await export.my_data(turn.unit, turn.act)


async def ask_erase(_: AskErase, turn: Turn) -> erasure.EraseAsked:
    """[Delete everything]: asks once more."""
    return await erasure.ask_erase(turn.unit, turn.act)


async def erase(press: EraseEverything, turn: Turn) -> erasure.Erased:
    """[Delete it all] under that question."""
    return await erasure.erase(turn.unit, turn.act, press.person)
