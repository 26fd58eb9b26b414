"""/find: open dates on which a band can play; and the buttons under a match."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated

from bots.chat.arguments import FlagField, KeptField, PickField, TextField, WordsField
from bots.chat.bandchoice import reached
from bots.chat.buttons.market import AskPlayer, FindPage, FindPicture, NotForUs, ShowMatch
from bots.chat.commands.person.cities import settle
from bots.chat.contexts import band_context
from bots.chat.conversations import Ask, Option
from bots.chat.results.diary import Unclear
from bots.chat.results.green import GreenPicture
from bots.chat.results.market import DatesShown, MatchGone, SetAsideDone
from bots.chat.turn import Turn
from bots.chat.views.market.searches import unpacked_search
from core.access import Right
from core.bands import Band
from core.journal import Gone
from core.marketplace.applications import last_look
from core.marketplace.matching.search import DatesWanted, MatchCard, find, match_card
from core.scheduling import cities
from core.scheduling.cities import City
from core.scheduling.green.zones import ZonesAsked, green_zones
from core.scheduling.phrases.day_ranges import DayRange, days_between, days_of
from core.scheduling.phrases.understanding import Problem

_WEEKS = 26


@dataclass(frozen=True, slots=True)
class FindArguments:
    """A range of days, and what else narrows it."""

    when: Annotated[str | None, WordsField("Which days? (else the next half year)", "January")] = None
    near: Annotated[str | None, TextField("Near which city?", "Leeds", source="city")] = None
    genre: Annotated[str | None, TextField("For which music?", "indie")] = None
    all: Annotated[bool, FlagField("Also those that hang on one of you?")] = False
    band: Annotated[str | None, PickField("For which band?", "band")] = None
    zone: Annotated[str | None, KeptField()] = None
    """The zone of the city that was picked."""


async def dates(ask: FindArguments, turn: Turn) -> DatesShown | Ask:
    """The open dates that fit, the best first."""
    days = _days(ask.when, turn)
    if isinstance(days, Problem):
        return Ask("when", Unclear(days, (), "January", saves=False))
    near = _near(ask)
    if isinstance(near, Ask):
        return near
    wanted = DatesWanted(days, ask.all, ask.genre, near)
    found = await find(turn.unit, turn.the_band, wanted, now=turn.now)
    return DatesShown(found, others=turn.other_bands)


async def more(press: FindPage, turn: Turn) -> DatesShown:
    """[More], or [Amber too]: the same question further on."""
    band, wanted, skip = await _asked(press, turn)
    found = await find(turn.unit, band, wanted, now=turn.now)
    return DatesShown(found, skip=min(skip, len(found.dates)))


async def picture(press: FindPicture, turn: Turn) -> GreenPicture:
    """[Picture]: the green zones as a calendar, with the open dates on it."""
    band, wanted, _ = await _asked(press, turn)
    found = await find(turn.unit, band, wanted, now=turn.now)
    zones = await green_zones(turn.unit, band, ZonesAsked(wanted.days), now=turn.now)
    open_ = tuple((each.event.day, each.venue.name) for each in found.dates)
    return GreenPicture(zones, open_dates=open_)


async def _asked(press: FindPage | FindPicture, turn: Turn) -> tuple[Band, DatesWanted, int]:
    """What a button asks again."""
    band, _ = await reached(turn.unit, turn.person, press.band, Right.SEE)
    asked = unpacked_search(press.days, press.rest)
    if asked is None:
        raise Gone
    return band, *asked


def _days(words: str | None, turn: Turn) -> DayRange | Problem:
    context = band_context(turn, turn.the_band)
    if words:
        return days_of(words, context)
    today = context.now.date()
    return days_between(today, today + timedelta(days=7 * _WEEKS - 1))


def _near(ask: FindArguments) -> City | Ask | None:
    if ask.near is None:
        return None
    if ask.zone is not None:
        return cities.named(ask.near, ask.zone)
    settled = settle(ask.near, "city")
    if isinstance(settled, Ask):
        options = (
            Option(each.means, {"near": each.means.name, "zone": each.answers["zone"]})
            for each in settled.options
        )
        return Ask("", settled.about, tuple(options))
    return cities.named(settled.city, settled.zone) if settled.city else None


async def card(press: ShowMatch, turn: Turn) -> MatchCard | MatchGone:
    """[1] under the list: one open date as it fits the band."""
    band, _ = await reached(turn.unit, turn.person, press.band, Right.SEE)
    found = await match_card(turn.unit, band, press.event, turn.person.id, now=turn.now)
    return found or MatchGone(band)


async def not_for_us(press: NotForUs, turn: Turn) -> SetAsideDone | MatchGone:
    """[Not for us]: the band is not told of that night again."""
    band, _ = await reached(turn.unit, turn.person, press.band, Right.BOOK)
    found = await match_card(turn.unit, band, press.event, turn.person.id, now=turn.now)
    if found is None:
        return MatchGone(band)
    if not found.aside:
        await turn.unit.matches.set_aside(press.event, band.id, at=turn.now)
    return SetAsideDone(replace(found, aside=True), before=found.aside)


async def ask_player(press: AskPlayer, turn: Turn) -> last_look.PlayerAsked:
    """[Ask Jo]: the one player on whom the night hangs is asked."""
    band, _ = await reached(turn.unit, turn.person, press.band, Right.BOOK)
    return await last_look.ask_player(turn.unit, turn.act, band, press.event, press.player)
