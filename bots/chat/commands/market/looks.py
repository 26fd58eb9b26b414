"""A player's answer to a last look, with one tap; a maybe also says by when."""

from bots.chat.bandchoice import reached
from bots.chat.buttons.market import AnswerLook
from bots.chat.conversations import Ask, Option
from bots.chat.results.market import ByWhenAsked, NotKnownYet
from bots.chat.turn import Turn
from core.access import Right
from core.ids import BandId, EventId
from core.journal import Gone
from core.marketplace.applications import LookAnswer, last_look
from core.marketplace.applications.submission import still_open

LOOK_ANSWERS = (LookAnswer.YES, LookAnswer.MAYBE, LookAnswer.NO, LookAnswer.DEP)
"""The answers by the numbers on their buttons."""
_UNKNOWN = "-"


async def answer(press: AnswerLook, turn: Turn) -> last_look.LookCard | Ask:
    """[Yes], [Maybe], [No], [A dep could]."""
    if press.answer >= len(LOOK_ANSWERS):
        raise Gone
    given = LOOK_ANSWERS[press.answer]
    band, _ = await reached(turn.unit, turn.person, press.band, Right.SEE)
    if given is not LookAnswer.MAYBE:
        return await last_look.answer_look(turn.unit, turn.act, band, press.event, given)
    card = await last_look.look_card(turn.unit, band, press.event, turn.person.id, now=turn.now)
    still_open(card.event, card.venue, turn.now)
    kept = {"unsure": str(press.event), "unsure_of": str(band.id)}
    unknown = (Option(NotKnownYet(), {"by": _UNKNOWN}),)
    return Ask("by", ByWhenAsked(card.event, card.venue), unknown, command="applications", given=kept)


async def maybe_by(which: EventId, of: BandId, by: str | None, turn: Turn) -> last_look.LookCard:
    """The answer to "By when will you know?"."""
    band, _ = await reached(turn.unit, turn.person, of, Right.SEE)
    by_when = None if by in (None, _UNKNOWN) else " ".join((by or "").split())[:80]
    return await last_look.answer_look(turn.unit, turn.act, band, which, LookAnswer.MAYBE, by_when=by_when)
