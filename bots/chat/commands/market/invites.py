"""Invites to a gig: opened by a link, a code or a button; confirmed, turned down; bookings called off."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import TextField
from bots.chat.buttons.market import (
    ApplyAgain,
    CallOffBooking,
    ConfirmGig,
    OpenGigInvite,
    TurnDownInvite,
)
from bots.chat.conversations import Ask, Option
from bots.chat.results.market import InviteOpened, KeepIt, NoReason, ReasonAsked
from bots.chat.turn import Turn
from core.ids import ApplicationId
from core.marketplace.applications import ApplicationStage, Side, bookings, coming_back, decisions
from core.marketplace.applications.parties import ApplicationCard, for_the_band, for_the_venue, reached, shown
from core.marketplace.applications.submission import still_open

NO_REASON = "-"
KEEP = "="


@dataclass(frozen=True, slots=True)
class InviteArguments:
    """The code of an invite to a gig."""

    code: Annotated[str, TextField("Which code were you given?", "K7QX-MP2D")]


async def invite(ask: InviteArguments, turn: Turn) -> InviteOpened:
    """Open an invite by its code; nothing changes."""
    return await open_gig(ask.code, turn)


async def open_gig(code: str, turn: Turn) -> InviteOpened:
    """The same by a link."""
    return await _opened(await decisions.open_invite(turn.unit, turn.act, code), turn)


async def open_pressed(press: OpenGigInvite, turn: Turn) -> InviteOpened:
    """[Open the invite]."""
    return await _opened(await decisions.look_at(turn.unit, turn.act, press.application), turn)


async def _opened(card: ApplicationCard, turn: Turn) -> InviteOpened:
    if card.stage is not ApplicationStage.ACCEPTED or not card.books:
        return InviteOpened(card, ())
    found = await bookings.clashing(turn.unit, turn.act, card.application.id)
    return InviteOpened(card, tuple((event, venue) for _, event, venue in found))


async def confirm(press: ConfirmGig, turn: Turn) -> bookings.Booked:
    """[Confirm], [Confirm, keep the others]."""
    return await bookings.confirm(turn.unit, turn.act, press.application, keep_others=press.keep_others)


async def turn_down(press: TurnDownInvite, turn: Turn) -> ApplicationCard:
    """[Turn it down]."""
    return await decisions.turn_down(turn.unit, turn.act, press.application)


async def call_off(press: CallOffBooking, turn: Turn) -> ApplicationCard | Ask:
    """[Call it off] under a booking: asks first, and for a reason; one that is over is shown as it stands."""
    reach = await reached(turn.unit, turn.person.id, press.application)
    if reach.member is None:
        for_the_venue(reach)
    elif not reach.chooses:
        await for_the_band(turn.unit, reach)
    if reach.application.stage(turn.now) is not ApplicationStage.CONFIRMED:
        return await shown(turn.unit, reach, now=turn.now)
    still_open(reach.event, reach.venue, turn.now)
    given = {"calling_off": str(press.application)}
    options = (Option(NoReason(), {"reason": NO_REASON}), Option(KeepIt(), {"reason": KEEP}))
    asked = ReasonAsked(reach.event, reach.venue, reach.band.name, players=reach.books)
    return Ask("reason", asked, options, command="applications", given=given)


async def call_off_with(which: ApplicationId, reason: str | None, turn: Turn) -> ApplicationCard | Ask:
    """The answer to the question for a reason."""
    if reason is None:
        return await call_off(CallOffBooking(which), turn)
    reach = await reached(turn.unit, turn.person.id, which)
    if reason == KEEP:
        return await decisions.look_at(turn.unit, turn.act, which)
    side = Side.BAND if reach.books else Side.VENUE
    said = None if reason == NO_REASON else reason
    return await bookings.call_off_booking(turn.unit, turn.act, which, side, reason=said)


async def again(press: ApplyAgain, turn: Turn) -> ApplicationCard:
    """[Apply again]."""
    return await coming_back.come_back(turn.unit, turn.act, press.application)
