"""How many tickets of a night are sold: entering the provider's token, and who sees the counts."""

from bots.chat.buttons.tickets import (
    AskForToken,
    ChooseViewers,
    CountNow,
    ForgetCounts,
    ShowCounts,
    ShowTicketHook,
)
from bots.chat.conversations import Ask, Option
from bots.chat.results.tickets import CountsCard, HookShown, OtherSource, SourceAsked, TokenAsked
from bots.chat.turn import Turn
from core.ids import EventId
from core.journal import Gone
from core.marketplace.tickets import CountsSource, Viewers
from core.marketplace.tickets import counting as counts
from core.marketplace.tickets.hooks import HookSecrets
from core.marketplace.tickets.nights import TicketCard, ticket_card
from core.marketplace.tickets.reading import counts_source, token_of
from core.marketplace.tickets.refusals import NotCountedYet, OnlyInPrivate

VIEWERS = tuple(Viewers)
"""Those who may see the counts, by the numbers on the buttons."""
_OTHER = "-"


async def show(press: ShowCounts, turn: Turn) -> CountsCard | Ask:
    """[Counts]: the counts, or the way to them."""
    card = await ticket_card(turn.unit, turn.act, press.event)
    return _way(card, turn) if card.counting is None else CountsCard(card)


async def ask_token(press: AskForToken, turn: Turn) -> Ask:
    """[Another token]."""
    return _way(await ticket_card(turn.unit, turn.act, press.event), turn)


def _way(card: TicketCard, turn: Turn) -> Ask:
    """Ask for the token, or first where the tickets are counted. Raises OnlyInPrivate."""
    if not turn.chat.private:
        raise OnlyInPrivate
    tickets = card.event.terms.tickets
    known = counts_source(tickets.link, turn.ticket_hosts) if tickets and tickets.link else None
    if card.counting is not None:
        known = card.counting.source
    return source_asked(card) if known is None else _token_asked(card, known)


def source_asked(card: TicketCard, unread: str = "") -> Ask:
    """Ask where the tickets are counted."""
    return Ask("source", SourceAsked(card, unread), command="tickets", given=_given(card))


def _token_asked(card: TicketCard, source: CountsSource, *, unread: bool = False) -> Ask:
    """Ask for the token. It is the last question, and its answer is never kept with another one."""
    given = {**_given(card), "source": f"{source.base}/{source.place}"}
    options = (Option(OtherSource(), {"source": _OTHER}),)
    return Ask("token", TokenAsked(card, source, unread), options, command="tickets", given=given)


def _given(card: TicketCard) -> dict[str, str]:
    return {"night": str(card.event.id), "venue": str(card.venue.id)}


async def entered(
    which: EventId, source: str | None, token: str | None, turn: Turn
) -> counts.CountsAsked | Ask:
    """The answers to both questions. Raises OnlyInPrivate."""
    if not turn.chat.private:
        raise OnlyInPrivate
    card = await ticket_card(turn.unit, turn.act, which)
    if source in (None, _OTHER):
        return source_asked(card)
    found = counts_source(source or "", turn.ticket_hosts)
    if found is None:
        return source_asked(card, source or "")
    if token is None:
        return _token_asked(card, found)
    fit = token_of(token)
    if fit is None:
        return _token_asked(card, found, unread=True)
    return await counts.enter(turn.unit, turn.act, which, found, fit)


async def choose(press: ChooseViewers, turn: Turn) -> CountsCard:
    """[Promoters only], [Bands too], [Everybody]."""
    if press.viewers >= len(VIEWERS):
        raise Gone
    return CountsCard(await counts.show_to(turn.unit, turn.act, press.event, VIEWERS[press.viewers]))


async def now(press: CountNow, turn: Turn) -> counts.CountsAsked:
    """[Ask now]."""
    return await counts.ask_now(turn.unit, turn.act, press.event)


async def forget(press: ForgetCounts, turn: Turn) -> counts.CountsForgotten | TicketCard:
    """[Forget the counts]."""
    return await counts.forget(turn.unit, turn.act, press.event)


async def hook(press: ShowTicketHook, turn: Turn) -> HookShown:
    """[Webhook]. Raises OnlyInPrivate, NotCountedYet."""
    if not turn.can_be_answered_privately:
        raise OnlyInPrivate
    card = await ticket_card(turn.unit, turn.act, press.event)
    if card.counting is None:
        raise NotCountedYet
    web = turn.bot_address.web
    path = HookSecrets(web.secrets.key).path(card.counting.id)
    return HookShown(card, web.pages.address(path))
