"""The card of a rehearsal or gig: answering, confirming, calling off. Each press is checked again."""

from dataclasses import dataclass

from bots.chat.bandchoice import allowed
from bots.chat.buttons.gigs import (
    AnswerCommitment,
    AskNewTime,
    AskToCallOff,
    AskWhere,
    CallOff,
    CommitmentCard,
    ConfirmAnyway,
    ConfirmCommitment,
    PutBack,
    TellDeciders,
)
from bots.chat.buttons.market import CallOffBooking
from bots.chat.commands.market.invites import call_off as call_off_booking
from bots.chat.conversations import Ask
from bots.chat.results.gigs import CallOffAsked, CardNote, NewLocationUnsaid, NewTimeUnsaid, StandingShown
from bots.chat.turn import Retelling, Turn
from bots.chat.views.gigs.words import ANSWERS
from core.access import Right
from core.bands import Band, Membership
from core.ids import CommitmentId
from core.journal import Change, Gone
from core.marketplace.applications.parties import ApplicationCard
from core.scheduling.commitments import rehearsals, rescheduling
from core.scheduling.commitments.card import Note, as_it_stands, decides
from core.scheduling.commitments.changes import CommitmentAnswered, CommitmentFacts
from core.scheduling.commitments.commitment import CalledOff, Commitment, Phase, TooLate
from core.scheduling.commitments.rehearsals import ConfirmAsked
from core.scheduling.kinds import Rsvp


@dataclass(frozen=True, slots=True)
class Here:
    """The commitment behind a button, with the caller's membership in its band."""

    band: Band
    member: Membership
    commitment: Commitment


async def here(turn: Retelling, which: int, *, deciding: bool = False) -> Here:
    """The commitment behind a button. Raises Gone, NotAMember, and NotAllowed for `deciding`."""
    found = await turn.unit.commitments.reach(CommitmentId(which), turn.person.id)
    if found is None:
        raise Gone
    commitment, band, membership = found
    _, member = await allowed(turn.unit, band, membership, Right.SEE)
    if deciding and not decides(commitment, member):
        await allowed(turn.unit, band, member, Right.DECIDE)
    return Here(band, member, commitment)


def sees_all(turn: Retelling, found: Here) -> bool:
    """In private nobody is offered what only others may do; a card that all see offers everything."""
    return not turn.chat.private or decides(found.commitment, found.member)


async def standing(press: CommitmentCard, turn: Turn) -> StandingShown:
    """[Answers], [Details], [Keep it]: how it stands."""
    return await _card(turn, await here(turn, press.commitment))


async def rsvp(press: AnswerCommitment, turn: Turn) -> StandingShown:
    """[I can], [Maybe], [I can't]."""
    found = await here(turn, press.commitment)
    if press.answer >= len(ANSWERS):
        raise Gone
    done = await rehearsals.respond(
        turn.unit, turn.act, found.band, found.commitment.id, ANSWERS[press.answer], revision=press.revision
    )
    return StandingShown.of(done, decides=sees_all(turn, found))


async def confirm(press: ConfirmCommitment, turn: Turn) -> StandingShown | ConfirmAsked:
    """[Confirm]."""
    return await _confirm(turn, press.commitment, seen=None)


async def confirm_anyway(press: ConfirmAnyway, turn: Turn) -> StandingShown | ConfirmAsked:
    """[Confirm anyway]: as long as nothing else stands in the way than what was seen."""
    return await _confirm(turn, press.commitment, seen=press.seen)


async def _confirm(turn: Turn, which: int, *, seen: int | None) -> StandingShown | ConfirmAsked:
    found = await here(turn, which, deciding=True)
    done = await rehearsals.confirm(turn.unit, turn.act, found.band, found.commitment.id, seen=seen)
    return done if isinstance(done, ConfirmAsked) else StandingShown.of(done)


async def ask_to_call_off(
    press: AskToCallOff, turn: Turn
) -> StandingShown | CallOffAsked | ApplicationCard | Ask:
    """[Cancel]: asks first; a booking is called off with its venue."""
    found = await here(turn, press.commitment, deciding=True)
    if found.commitment.agreed:
        booking = await turn.unit.applications.of_commitment(found.commitment.id)
        if booking is None:
            raise Gone
        return await call_off_booking(CallOffBooking(booking), turn)
    stands = await as_it_stands(turn.unit, found.band, found.commitment, now=turn.now)
    if stands.phase in (Phase.PROPOSED, Phase.CONFIRMED):
        return CallOffAsked(stands)
    return StandingShown(stands, Note.ALREADY if stands.phase is Phase.CALLED_OFF else None)


async def call_off(press: CallOff, turn: Turn) -> StandingShown:
    """[Call it off]."""
    found = await here(turn, press.commitment, deciding=True)
    done = await rescheduling.call_off(turn.unit, turn.act, found.band, found.commitment.id)
    return StandingShown.of(done)


async def put_back(press: PutBack, turn: Turn) -> StandingShown:
    """[Put back]."""
    found = await here(turn, press.commitment, deciding=True)
    done = await rescheduling.put_back(turn.unit, turn.act, found.band, found.commitment.id)
    return StandingShown.of(done)


async def ask_when(press: AskNewTime, turn: Turn) -> Ask:
    """[Move]: asks for other words."""
    found = await _to_change(turn, press.commitment)
    return Ask("when", NewTimeUnsaid(found.commitment), command="move", given=_raw(found))


async def ask_where(press: AskWhere, turn: Turn) -> Ask:
    """[Place]: asks where."""
    found = await _to_change(turn, press.commitment)
    return Ask("place", NewLocationUnsaid(found.commitment), command="move", given=_raw(found))


async def tell_them(press: TellDeciders, turn: Turn) -> StandingShown:
    """[Tell them] under a clash: the answer is no, and those who decide hear of it."""
    found = await here(turn, press.commitment)
    done = await rehearsals.respond(
        turn.unit, turn.act, found.band, found.commitment.id, Rsvp.NO, revision=press.revision, aloud=True
    )
    own = sees_all(turn, found)
    change = await turn.unit.journal.by_cause(turn.act.cause)
    if change is None:
        return StandingShown.of(done, decides=own)
    return StandingShown(done.standing, CardNote.TOLD, own, undo=change.id)


async def again(turn: Retelling, change: Change[CommitmentFacts | CommitmentAnswered]) -> StandingShown:
    """The answer to a press or command that was delivered twice: the card as it stands. Raises Gone."""
    return await _card(turn, await here(turn, change.facts.commitment))


async def _card(turn: Retelling, found: Here) -> StandingShown:
    stands = await as_it_stands(turn.unit, found.band, found.commitment, now=turn.now)
    return StandingShown(stands, decides=sees_all(turn, found))


async def _to_change(turn: Turn, which: int) -> Here:
    found = await here(turn, which, deciding=True)
    if found.commitment.phase(turn.now) is Phase.CALLED_OFF:
        raise CalledOff
    if found.commitment.starts_at <= turn.now:
        raise TooLate
    return found


def _raw(found: Here) -> dict[str, str]:
    return {"commitment": str(found.commitment.id), "band": str(found.band.id)}
