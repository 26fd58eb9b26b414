"""What a venue does with applications: Shortlist, Accept, Decline; and /offer, an invite unasked."""

from dataclasses import dataclass, replace
from typing import Annotated

from bots.chat.arguments import ChoiceField, KeptField, PickField, TextField
from bots.chat.buttons.market import (
    AcceptApplication,
    DeclineApplication,
    ShortlistApplication,
    TakeInviteBack,
)
from bots.chat.commands.market.kits import with_kit
from bots.chat.commands.market.meant import dates_meant
from bots.chat.contexts import venue_context
from bots.chat.conversations import Ask, Option
from bots.chat.results.market import (
    BandMeantUnclear,
    DateMeant,
    DateUnclear,
    InviteSent,
    KeepIt,
    KindMeant,
    LineAsked,
    NoLine,
    SlotUnclear,
)
from bots.chat.turn import Turn
from core.bands import Band
from core.ids import ApplicationId, BandId, EventId
from core.journal import Gone
from core.marketplace.applications import ApplicationStage, decisions
from core.marketplace.applications.parties import ApplicationCard, for_the_venue, reached, shown
from core.marketplace.applications.refusals import ApplicationOver, NoBandCalled
from core.marketplace.events.refusals import NoSuchDate
from core.marketplace.posts.values import SlotKind
from core.scheduling.commitments.clashes import LOOKAHEAD

NO_LINE = "-"
KEEP = "="
_CHOICES = 12
_SLOTS = (
    (SlotKind.HEADLINER.value, "headliner"),
    (SlotKind.MAIN_SUPPORT.value, "main support"),
    (SlotKind.SUPPORT.value, "support"),
    (SlotKind.OPENER.value, "opener"),
)


def _event(kept: str) -> EventId:
    return EventId(int(kept))


def _band(kept: str) -> BandId:
    return BandId(int(kept))


@dataclass(frozen=True, slots=True)
class OfferArguments:
    """A band, and the date that it is offered."""

    band: Annotated[str, TextField("Which band?", "The Foxes")]
    date: Annotated[str, TextField("Which of your dates?", "Fri 11 Dec")]
    slot: Annotated[str | None, ChoiceField("Which slot?", _SLOTS)] = None
    line: Annotated[str | None, TextField("A line to the band", "We loved your last one", limit=300)] = None
    venue: Annotated[str | None, PickField("At which venue?", "venue")] = None
    chosen: Annotated[BandId | None, KeptField(_band)] = None
    """Which of several bands of that name."""
    event: Annotated[EventId | None, KeptField(_event)] = None


async def offer(ask: OfferArguments, turn: Turn) -> InviteSent | Ask:
    """Send a band an invite to one of the venue's dates."""
    band = await _meant_band(ask, turn)
    if isinstance(band, Ask):
        return band
    which = ask.event or await _meant_date(ask.date, turn)
    if isinstance(which, Ask):
        return which
    event = await turn.unit.events.get(which)
    if event is None:
        raise Gone
    kinds = event.kinds_open()
    kind = SlotKind(ask.slot) if ask.slot else (kinds[0] if len(kinds) == 1 else None)
    if kind is None and kinds:
        options = tuple(Option(KindMeant(each), {"slot": each.value}) for each in kinds)
        return Ask("", SlotUnclear(event, turn.the_venue), options)
    code = turn.new_code()
    card = await decisions.offer(
        turn.unit, turn.act, band, which, kind or event.slots[0].kind, code=code, line=ask.line
    )
    return _sent(card, code, turn)


async def _meant_band(ask: OfferArguments, turn: Turn) -> Band | Ask:
    """The band of that name; asks where several have it. Raises NoBandCalled."""
    if ask.chosen is not None:
        found = await turn.unit.bands.get(ask.chosen)
        if found is None:
            raise Gone
        return found
    named = await turn.unit.bands.called(" ".join(ask.band.split()))
    if not named:
        raise NoBandCalled(ask.band)
    if len(named) == 1:
        return named[0]
    options = tuple(Option(each, {"chosen": str(each.id)}) for each in named[:_CHOICES])
    return Ask("", BandMeantUnclear(), options)


async def _meant_date(words: str, turn: Turn) -> EventId | Ask:
    venue = turn.the_venue
    nights = await turn.unit.events.of_venue(venue.id, start=turn.now, end=turn.now + LOOKAHEAD)
    found = dates_meant(words, [(each, venue) for each in nights], venue_context(turn, venue.zone))
    if not found:
        raise NoSuchDate(words)
    if len(found) == 1:
        return found[0][0].id
    options = tuple(Option(DateMeant(*each), {"event": str(each[0].id)}) for each in found[:_CHOICES])
    return Ask("", DateUnclear(), options)


async def shortlist(press: ShortlistApplication, turn: Turn) -> ApplicationCard:
    """[Shortlist], [Off the shortlist]."""
    card = await decisions.shortlist(turn.unit, turn.act, press.application, on=press.on)
    return await with_kit(card, turn.unit, turn.bot_address.web)


async def accept(press: AcceptApplication, turn: Turn) -> InviteSent:
    """[Accept]."""
    code = turn.new_code()
    return _sent(await decisions.accept(turn.unit, turn.act, press.application, code=code), code, turn)


async def decline(press: DeclineApplication, turn: Turn) -> ApplicationCard | Ask:
    """[Decline]: asks for a kind line first; one that is declined already is shown."""
    reach = await reached(turn.unit, turn.person.id, press.application)
    for_the_venue(reach)
    card = await shown(turn.unit, reach, now=turn.now)
    if card.stage is ApplicationStage.DECLINED:
        return replace(card, before=True)
    if card.stage is not ApplicationStage.PENDING:
        raise ApplicationOver(reach.band.name, card.stage)
    given = {"declining": str(press.application)}
    options = (Option(NoLine(), {"line": NO_LINE}), Option(KeepIt(), {"line": KEEP}))
    return Ask("line", LineAsked(card), options, command="applications", given=given)


async def decline_with(which: ApplicationId, line: str | None, turn: Turn) -> ApplicationCard | Ask:
    """The answer to the question for a line."""
    if line is None:
        return await decline(DeclineApplication(which), turn)
    if line == KEEP:
        return await with_kit(
            await decisions.look_at(turn.unit, turn.act, which), turn.unit, turn.bot_address.web
        )
    said = None if line == NO_LINE else line
    return await decisions.decline(turn.unit, turn.act, which, line=said)


async def take_back(press: TakeInviteBack, turn: Turn) -> ApplicationCard:
    """[Revoke] under an invite that is out."""
    return await decisions.take_back(turn.unit, turn.act, press.application)


def _sent(card: ApplicationCard, code: str, turn: Turn) -> InviteSent:
    if card.before:
        return InviteSent(card, None, None)
    return InviteSent(card, code, turn.bot_address.gig_links(code))
