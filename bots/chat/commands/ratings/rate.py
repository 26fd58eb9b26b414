"""/rate: stars, facts and a line after a night that was played; and one reply to the other side's."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import KeptField
from bots.chat.buttons.ratings import GiveStars, ReplyToRating, ShowRating
from bots.chat.conversations import Ask, Option
from bots.chat.results.ratings import (
    FactWas,
    NightsToRate,
    NoRatingLine,
    RatingFactAsked,
    RatingLineAsked,
    RatingReplyAsked,
    StarsAsked,
    StarsMeant,
)
from bots.chat.turn import Turn
from core.ids import ApplicationId
from core.marketplace.applications import Side
from core.marketplace.ratings import FACTS, RatingFact
from core.marketplace.ratings.rating import RatingCard, WhatWasSaid, look, rate, reply, to_rate
from core.marketplace.ratings.refusals import NoReplyPossible, RatingClosed
from core.stars import MOST_STARS

NO_LINE = "-"
_SAID = {"yes": True, "no": False, "skip": None}


def _application(kept: str) -> ApplicationId:
    return ApplicationId(int(kept))


@dataclass(frozen=True, slots=True)
class RateArguments:
    """Nothing to type: the nights are listed, and the rest is asked."""

    which: Annotated[ApplicationId | None, KeptField(_application)] = None
    side: Annotated[Side, KeptField(Side)] = Side.BAND
    stars: Annotated[int | None, KeptField(int)] = None
    paid: Annotated[str | None, KeptField()] = None
    on_time: Annotated[str | None, KeptField()] = None
    early: Annotated[str | None, KeptField()] = None
    line: Annotated[str | None, KeptField()] = None
    replying: Annotated[str | None, KeptField()] = None
    """Not empty: a reply is asked for."""
    reply: Annotated[str | None, KeptField()] = None

    def said(self, fact: RatingFact) -> str | None:
        """What was answered about a fact; None: it was not asked about yet."""
        return getattr(self, _KEYS[fact], None)


_KEYS = {
    RatingFact.PAID_AS_AGREED: "paid",
    RatingFact.ON_TIME: "on_time",
    RatingFact.DETAILS_EARLY: "early",
}


async def rate_night(ask: RateArguments, turn: Turn) -> NightsToRate | RatingCard | Ask:
    """List the nights that may be rated; or go on with one of them."""
    if ask.which is None:
        return NightsToRate(await to_rate(turn.unit, turn.act))
    if ask.replying:
        return await _replied(ask.which, ask, turn)
    card = await _open_card(ask.which, ask.side, turn)
    known = {"which": str(ask.which), "side": ask.side.value}
    if ask.stars is None:
        return _stars(card, known)
    known["stars"] = str(ask.stars)
    for fact in FACTS[ask.side]:
        if ask.said(fact) is None:
            return _fact(card, fact, known)
        known[_KEYS[fact]] = ask.said(fact) or ""
    if ask.line is None:
        without = Option(NoRatingLine(), {"line": NO_LINE})
        return Ask("line", RatingLineAsked(card), (without,), command="rate", given=known)
    return await rate(turn.unit, turn.act, ask.which, ask.side, _what(ask))


async def _open_card(which: ApplicationId, side: Side, turn: Turn) -> RatingCard:
    """Raises RatingClosed before anybody has answered four questions for nothing."""
    card = await look(turn.unit, turn.act, which, side)
    if card.closed or (card.own is not None and not card.sealed):
        raise RatingClosed(card.reach.band.name, card.reach.venue.name)
    return card


def _stars(card: RatingCard, known: dict[str, str]) -> Ask:
    options = tuple(Option(StarsMeant(each), {"stars": str(each)}) for each in range(MOST_STARS, 0, -1))
    return Ask("", StarsAsked(card), options, command="rate", given=known)


def _fact(card: RatingCard, fact: RatingFact, known: dict[str, str]) -> Ask:
    options = tuple(Option(FactWas(so), {_KEYS[fact]: said}) for said, so in _SAID.items())
    return Ask("", RatingFactAsked(card, fact), options, command="rate", given=known)


def _what(ask: RateArguments) -> WhatWasSaid:
    answers = {fact: _SAID.get(ask.said(fact) or "") for fact in FACTS[ask.side]}
    facts = {fact: so for fact, so in answers.items() if so is not None}
    return WhatWasSaid(ask.stars or 1, facts, None if ask.line == NO_LINE else ask.line)


async def _replied(which: ApplicationId, ask: RateArguments, turn: Turn) -> RatingCard | Ask:
    if ask.reply:
        return await reply(turn.unit, turn.act, which, ask.side, ask.reply)
    card = await look(turn.unit, turn.act, which, ask.side)
    if card.other is None or card.other.reply is not None:
        raise NoReplyPossible(given=card.other is not None)
    given = {"which": str(which), "side": ask.side.value, "replying": "1"}
    return Ask("reply", RatingReplyAsked(card), command="rate", given=given)


async def show(press: ShowRating, turn: Turn) -> RatingCard | Ask:
    """A night in the list: its card, or the question for the stars where nothing was said yet."""
    side = Side.BAND if press.band else Side.VENUE
    card = await look(turn.unit, turn.act, press.application, side)
    if card.own is not None or card.closed:
        return card
    return _stars(card, {"which": str(press.application), "side": side.value})


async def stars_pressed(press: GiveStars, turn: Turn) -> NightsToRate | RatingCard | Ask:
    """A number of stars, or [Say it again]."""
    side = Side.BAND if press.band else Side.VENUE
    stars = press.stars if 1 <= press.stars <= MOST_STARS else None
    return await rate_night(RateArguments(press.application, side, stars), turn)


async def reply_pressed(press: ReplyToRating, turn: Turn) -> RatingCard | Ask:
    """[Reply]."""
    side = Side.BAND if press.band else Side.VENUE
    return await _replied(press.application, RateArguments(press.application, side), turn)
