"""/band invite, /band invites and /join."""

from dataclasses import dataclass, replace
from typing import Annotated

from bots.chat.arguments import AmountField, ChoiceField, FlagField, PickField, TextField
from bots.chat.bandchoice import reachable
from bots.chat.buttons.band import JoinByInvite, RevokeInvite
from bots.chat.commands.venues.venues import join_by_code
from bots.chat.conversations import Ask, Option
from bots.chat.results.band import InviteGiven, RoleUnclear
from bots.chat.turn import Turn
from core.access import Right
from core.bands import Role
from core.bands import invites as codes
from core.journal import Gone
from core.marketplace.venues.promoters import PromoterAdded, VenueInviteShown, show_any_invite
from core.scheduling.commitments import reminders
from core.scheduling.diary.zones import settle_guesses

_ROLES = (("member", "member"), ("booker", "booker"), ("dep", "dep"))


@dataclass(frozen=True, slots=True)
class BandInviteArguments:
    """For whom an invite is, and how long it is good."""

    part: Annotated[str | None, TextField("Which part will they play?", "drums", limit=200)] = None
    dep: Annotated[bool, FlagField("Only as a stand-in?")] = False
    role: Annotated[str | None, ChoiceField("As what?", _ROLES)] = None
    days: Annotated[float | None, AmountField("Good for how many days?", "days", 1, 90)] = None
    uses: Annotated[float | None, AmountField("Good for how many people?", "people", 1, 100)] = None
    band: Annotated[str | None, PickField("For which band?", "band")] = None


async def invite(ask: BandInviteArguments, turn: Turn) -> InviteGiven | Ask:
    """Make an invite."""
    if ask.dep and ask.role not in (None, Role.DEP):
        options = tuple(
            Option(role, {"role": role.value, "dep": "no"}) for role in (Role.DEP, Role(ask.role))
        )
        return Ask("", RoleUnclear(), options)
    made = await codes.make_invite(
        turn.unit,
        turn.act,
        turn.the_band,
        code=turn.new_code(),
        part=ask.part,
        role=Role.DEP if ask.dep else Role(ask.role or Role.MEMBER),
        days=None if ask.days is None else int(ask.days),
        uses=None if ask.uses is None else int(ask.uses),
    )
    return InviteGiven(made, turn.bot_address.join_links(made.code))


@dataclass(frozen=True, slots=True)
class BandInvitesArguments:
    """The band whose invites are listed."""

    band: Annotated[str | None, PickField("Which band?", "band")] = None


async def listed(_: BandInvitesArguments, turn: Turn) -> codes.InviteList:
    """Show the open invites."""
    return await codes.open_invites(turn.unit, turn.the_band, now=turn.now)


async def join_pressed(press: JoinByInvite, turn: Turn) -> codes.Joined:
    """[Join] under an invite that was opened by its link."""
    return await at_home(await codes.join_by_invite(turn.unit, turn.act, press.invite), turn)


async def revoke(press: RevokeInvite, turn: Turn) -> codes.InviteRevoked:
    """[Revoke] under a new invite, and in the list of open ones."""
    found = await turn.unit.bands.invite(press.invite)
    if found is None:
        raise Gone
    await reachable(turn.unit, turn.person, found.band, Right.INVITE)
    return await codes.revoke_invite(turn.unit, turn.act, press.invite)


@dataclass(frozen=True, slots=True)
class JoinArguments:
    """An invite's code."""

    code: Annotated[str, TextField("Which code were you given?", "K7QX-MP2D")]


async def join(ask: JoinArguments, turn: Turn) -> codes.Joined | PromoterAdded:
    """Join the band, or the venue, whose code it is."""
    if await turn.unit.venues.invite_by_code(ask.code) is not None:
        return await join_by_code(ask.code, turn)
    return await at_home(await codes.join_by_code(turn.unit, turn.act, ask.code), turn)


async def at_home(joined: codes.Joined, turn: Turn) -> codes.Joined:
    """Settle the new member in: ask them about dates ahead, and read earlier entries in the band's zone.

    Earlier entries are only concerned where the member had no zone and took the band's.
    """
    if joined.zone_taken:
        await settle_guesses(turn.unit, turn.person.id, joined.zone_taken)
    if joined.before:
        return joined
    ahead = await reminders.catch_up(turn.unit, turn.act, joined.band.id, turn.person.id)
    return replace(joined, ahead=ahead)


async def look(code: str, turn: Turn) -> codes.InviteShown | VenueInviteShown:
    """Show the band or venue behind an invite's link, with [Join]."""
    return await show_any_invite(turn.unit, code, now=turn.now)
