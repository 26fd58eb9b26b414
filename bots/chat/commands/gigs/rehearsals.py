"""/rehearse: finding a time to rehearse, and proposing it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from bots.chat.arguments import AmountField, KeptField, PickField, TextField, WordsField
from bots.chat.bandchoice import reachable, reached
from bots.chat.buttons.gigs import ProposeRehearsal, RehearsalPage
from bots.chat.commands.gigs.commitments import Here, sees_all
from bots.chat.contexts import band_context
from bots.chat.conversations import Ask, Option
from bots.chat.results.diary import Unclear
from bots.chat.results.gigs import OptionsShown, StandingShown
from bots.chat.turn import Turn
from bots.chat.views.gigs.rehearsals import SHOWN, instant_of, minute_of
from bots.chat.views.pages import unpacked
from core.access import Right
from core.ids import BandId, Platform
from core.moments import to_wall
from core.scheduling.commitments import rehearsals
from core.scheduling.commitments.commitment import LOCATION_LIMIT, ending
from core.scheduling.commitments.search import find
from core.scheduling.phrases.day_ranges import DayRange, days_between, days_of
from core.scheduling.phrases.understanding import Problem

_HOURS = 3.0
_DAYS = 14


@dataclass(frozen=True, slots=True)
class RehearseArguments:
    """A range of days, and for how long."""

    when: Annotated[str | None, WordsField("Which days? (else the next two weeks)", "next week")] = None
    hours: Annotated[float | None, AmountField("For how long?", "hours", 0.5, 12)] = None
    place: Annotated[str | None, TextField("Where?", "Unit 4", limit=LOCATION_LIMIT)] = None
    band: Annotated[str | None, PickField("For which band?", "band")] = None
    slot: Annotated[int | None, KeptField(int)] = None
    """The minute at which the proposed option begins (views/gigs/rehearsals.py)."""


async def rehearse(ask: RehearseArguments, turn: Turn) -> OptionsShown | StandingShown | Ask:
    """The best options of that length; with a location, each can be proposed there."""
    minutes = round((ask.hours or _HOURS) * 60)
    if ask.slot is not None:
        return await _propose(turn, turn.the_band.id, ask.slot, minutes, location=ask.place)
    days = days_in(ask.when, turn, days=_DAYS)
    if isinstance(days, Problem):
        return Ask("when", Unclear(days, (), "next week", saves=False))
    found = await find(turn.unit, turn.the_band, days, minutes=minutes, now=turn.now)
    if ask.place is None or not found.options:
        return OptionsShown(found, others=turn.other_bands)
    return _there(OptionsShown(found, ask.place))


async def more(press: RehearsalPage, turn: Turn) -> OptionsShown:
    """[More] under the options, or another band's name."""
    chosen = await reachable(turn.unit, turn.person, press.band, Right.SEE)
    asked, skip = unpacked(press.days, press.rest)
    minutes = asked.minutes or round(_HOURS * 60)
    found = await find(turn.unit, chosen, asked.days, minutes=minutes, now=turn.now)
    return OptionsShown(found, skip=min(skip, len(found.options)))


async def propose(press: ProposeRehearsal, turn: Turn) -> StandingShown:
    """[Propose 1], [Propose 2], [Propose 3]."""
    return await _propose(turn, press.band, press.minute, press.minutes, location=None)


def days_in(words: str | None, turn: Turn, *, days: int) -> DayRange | Problem:
    """The days that were named, else so many from today on, in the band's zone."""
    context = band_context(turn, turn.the_band)
    today = context.now.date()
    return days_of(words, context) if words else days_between(today, today + timedelta(days=days - 1))


def _there(shown: OptionsShown) -> Ask:
    """A location fits on no button, so the buttons go on with a pending command that keeps it."""
    options = (
        Option(each, {"slot": str(minute_of(each.start, shown.band.zone))})
        for each in shown.found.options[:SHOWN]
    )
    return Ask("", shown, tuple(options))


async def _propose(
    turn: Turn, which: BandId, minute: int, minutes: int, *, location: str | None
) -> StandingShown:
    band, member = await reached(turn.unit, turn.person, which, Right.PROPOSE)
    bound = None if turn.chat.private else await turn.unit.bands.bound_to(turn.chat.bindings)
    shared = bound is not None and bound.id == band.id
    seen_on = Platform(turn.chat.key.partition(":")[0]) if shared else None
    start = to_wall(instant_of(minute), band.zone)
    times = rehearsals.Times(start, ending(start, band.zone, timedelta(minutes=minutes)), location)
    stands = await rehearsals.propose(turn.unit, turn.act, band, times, seen_on=seen_on)
    return StandingShown(stands, decides=sees_all(turn, Here(band, member, stands.commitment)))
