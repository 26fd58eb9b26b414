"""/calendar: addresses that calendar apps subscribe to; and the public page of a band's free days."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from bots.chat.arguments import PickField
from bots.chat.bandchoice import choose, reached
from bots.chat.buttons.publications import (
    MakeOpenDatesPage,
    MakePublicPage,
    ReplaceAddress,
    RingBefore,
    ShowPublication,
    SwitchPublication,
)
from bots.chat.conversations import Ask
from bots.chat.results.publications import AddressShown, CalendarsShown
from bots.chat.turn import BandMeant, Turn
from core.access import Right
from core.bands import Band
from core.publications import PublicationKind, sharing
from core.publications.sharing import PublicationCard


@dataclass(frozen=True, slots=True)
class CalendarArguments:
    """Whose calendars; by default those of all the caller's bands, and of the one that is meant here."""

    band: Annotated[str | None, PickField("Of which band?", "band")] = None


async def calendars(ask: CalendarArguments, turn: Turn) -> CalendarsShown | Ask:
    """The caller's calendars: all their bands; and of one band its diary and its green zones."""
    mine = [await sharing.calendar(turn.unit, turn.act, PublicationKind.MY_CALENDAR, None)]
    for band in await _bands(ask, turn):
        mine += [await sharing.calendar(turn.unit, turn.act, kind, band) for kind in _OF_A_BAND]
    return CalendarsShown(tuple(address_shown(each, turn) for each in mine))


_OF_A_BAND = (PublicationKind.BAND_CALENDAR, PublicationKind.GREEN_CALENDAR)


async def _bands(ask: CalendarArguments, turn: Turn) -> list[Band]:
    """The one that is meant; without one, none."""
    if ask.band is None and not await turn.unit.bands.of(turn.person.id):
        return []
    _, chosen = await choose(turn.unit, turn.person, turn.chat, said=ask.band or "", right=Right.SEE)
    return [chosen.band] if isinstance(chosen, BandMeant) else []


def address_shown(card: PublicationCard, turn: Turn) -> AddressShown:
    """The card with the words that lead there."""
    web = turn.bot_address.web
    return AddressShown(card, web.of(card.publication), web.everywhere)


async def show(press: ShowPublication, turn: Turn) -> AddressShown:
    """A calendar's name: its address, and what can be done about it."""
    return address_shown(await sharing.shown(turn.unit, turn.act, press.publication), turn)


async def new_address(press: ReplaceAddress, turn: Turn) -> AddressShown:
    """[New address]."""
    card = await sharing.replace_address(turn.unit, turn.act, press.publication, press.generation)
    return address_shown(card, turn)


async def switch(press: SwitchPublication, turn: Turn) -> AddressShown:
    """[Switch off], [Switch on]."""
    return address_shown(await sharing.switch(turn.unit, turn.act, press.publication, on=press.on), turn)


async def ring(press: RingBefore, turn: Turn) -> AddressShown:
    """[1 hour before]."""
    alarm = timedelta(minutes=press.minutes)
    return address_shown(await sharing.ring(turn.unit, turn.act, press.publication, alarm), turn)


async def public_page(press: MakePublicPage, turn: Turn) -> AddressShown:
    """[Public page]."""
    band, _ = await reached(turn.unit, turn.person, press.band, Right.SHARE)
    return address_shown(await sharing.public_page(turn.unit, turn.act, band), turn)


async def open_dates_page(press: MakeOpenDatesPage, turn: Turn) -> AddressShown:
    """[Page to share] under the open dates that fit a band."""
    band, _ = await reached(turn.unit, turn.person, press.band, Right.SHARE)
    kind = PublicationKind.OPEN_DATES
    return address_shown(await sharing.public_page(turn.unit, turn.act, band, kind), turn)
