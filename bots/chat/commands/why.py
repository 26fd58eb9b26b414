"""/why: what stands in the way on one day."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from bots.chat.arguments import Pick, Words
from bots.chat.bandchoice import offers_nudge, reachable
from bots.chat.conversations import Ask
from bots.chat.turn import Turn
from bots.chat.views.questions import OneDay, Unclear
from core import formats
from core.access import Right
from core.bands import Band
from core.ids import BandId
from core.journal import Gone
from core.moments import to_wall
from core.scheduling.phrases.understanding import Context, Problem, Trouble
from core.scheduling.ranges import days_of
from core.scheduling.why import Why as Explained
from core.scheduling.why import why as explained


@dataclass(frozen=True, slots=True)
class Why:
    """A day."""

    day: Annotated[str, Words("Which day?", "Fri 15 Jan", preview=False)]
    band: Annotated[str | None, Pick("For which band?", "band")] = None


async def why(ask: Why, turn: Turn) -> Explained | Ask:
    """Who blocks that day, and what would make it green."""
    band = turn.the_band
    locale = formats.regional(turn.person.locale, turn.person.zone)
    now = to_wall(turn.now, band.zone)
    days = days_of(ask.day, Context(now=now, zone=band.zone, locale=locale, habits=band.habits))
    if isinstance(days, Problem):
        if days.code is Trouble.PAST and days.day is not None:
            return await _explained(turn, band, days.day)
        return Ask("day", Unclear(days, (), "Fri 15 Jan", saves=False))
    if days.first != days.last:
        return Ask("day", OneDay(days.first, days.last))
    return await _explained(turn, band, days.first)


async def on_day(turn: Turn, band: int, day: int) -> Explained:
    """The day before, or the day after, one that was explained."""
    chosen = await reachable(turn.unit, turn.person, BandId(band), Right.SEE)
    if not 1 < day < date.max.toordinal():
        raise Gone
    return await _explained(turn, chosen, date.fromordinal(day))


async def _explained(turn: Turn, band: Band, day: date) -> Explained:
    found = await explained(turn.unit, band, day, now=turn.now)
    return replace(found, you=turn.person.id, nudges=await offers_nudge(turn, band.id))
