"""/band invite and /band invites."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import Amount, Choice, Flag, Pick, Text
from bots.chat.conversations import Ask, Option
from bots.chat.turn import Turn
from bots.chat.views.band.bands import InviteGiven
from bots.chat.views.questions import RoleUnclear
from core.bands import Role, invites

_ROLES = (("member", "member"), ("booker", "booker"), ("dep", "dep"))


@dataclass(frozen=True, slots=True)
class NewInvite:
    """Whom the invite is for, and how long it is good."""

    part: Annotated[str | None, Text("Which part will they play?", "drums", limit=200)] = None
    dep: Annotated[bool, Flag("Only as a stand-in?")] = False
    role: Annotated[str | None, Choice("As what?", _ROLES)] = None
    days: Annotated[float | None, Amount("Good for how many days?", "days", 1, 90)] = None
    uses: Annotated[float | None, Amount("Good for how many people?", "people", 1, 100)] = None
    band: Annotated[str | None, Pick("For which band?", "band")] = None


async def invite(ask: NewInvite, turn: Turn) -> object:
    """Make an invite."""
    if ask.dep and ask.role not in (None, Role.DEP):
        options = tuple(Option(role, {"role": role, "dep": "no"}) for role in (Role.DEP.value, ask.role))
        return Ask("", RoleUnclear(), options)
    made = await invites.make_invite(
        turn.unit,
        turn.act,
        turn.the_band,
        code=turn.new_code(),
        part=ask.part,
        role=Role.DEP if ask.dep else Role(ask.role or Role.MEMBER),
        days=None if ask.days is None else int(ask.days),
        uses=None if ask.uses is None else int(ask.uses),
    )
    return InviteGiven(made, turn.bot_address.telegram_link(f"join_{made.code}"))


@dataclass(frozen=True, slots=True)
class OpenInvites:
    """One band's."""

    band: Annotated[str | None, Pick("Of which band?", "band")] = None


async def listed(_: OpenInvites, turn: Turn) -> invites.InviteList:
    """Show the open invites."""
    return await invites.open_invites(turn.unit, turn.the_band, now=turn.now)
