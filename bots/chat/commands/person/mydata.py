"""/mydata: all that is held about a person, to take away or to have deleted."""

from dataclasses import dataclass

from bots.chat.buttons.person import AskErase, EraseEverything
from bots.chat.turn import Turn
from core.personal_data import erasure, export


@dataclass(frozen=True, slots=True)
class MyDataArguments:
    """All of it."""


async def my_data(_: MyDataArguments, turn: Turn) -> export.MyData:
    """Give it out."""
    return await export.my_data(turn.unit, turn.act)


async def ask_erase(_: AskErase, turn: Turn) -> erasure.EraseAsked:
    """[Delete everything]: asked once more."""
    return await erasure.ask_erase(turn.unit, turn.act)


async def erase(press: EraseEverything, turn: Turn) -> erasure.Erased:
    """[Delete it all] for the person who was asked."""
    return await erasure.erase(turn.unit, turn.act, press.person)
