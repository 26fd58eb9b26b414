"""/mydata: all that is held about a person, to take away or to have deleted."""

from dataclasses import dataclass

from bots.chat.turn import Turn
from core.ids import PersonId
from core.personal_data import erasing, export


@dataclass(frozen=True, slots=True)
class MyData:
    """All of it."""


async def my_data(_: MyData, turn: Turn) -> export.MyData:
    """Give it out."""
    return await export.my_data(turn.unit, turn.act)


async def ask_erase(turn: Turn) -> erasing.EraseAsked:
    """[Delete everything]: asked once more."""
    return await erasing.ask_erase(turn.unit, turn.act)


async def erase(turn: Turn, person: int) -> erasing.Erased:
    """[Delete it all] for the person who was asked."""
    return await erasing.erase(turn.unit, turn.act, PersonId(person))
