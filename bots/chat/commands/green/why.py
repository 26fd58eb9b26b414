"""/why: what stands in the way on one day."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bots.chat.arguments import PickField, WordsField
from bots.chat.bandchoice import reachable
from bots.chat.buttons.green import WhyThatDay
from bots.chat.commands.green.green import offers_in
from bots.chat.conversations import Ask
from bots.chat.results.diary import OneDay, Unclear
from bots.chat.results.green import ExplanationShown
from bots.chat.turn import Turn
from bots.chat.views.pages import hours_of
from core import formats
from core.access import Right
from core.bands import Band
from core.journal import Gone
from core.moments import to_wall
from core.scheduling.green.why import Hours
from core.scheduling.green.why import why as explained
from core.scheduling.phrases.day_ranges import days_of
from core.scheduling.phrases.understanding import Context, Problem, Trouble


@dataclass(frozen=True, slots=True)
class WhyArguments:
    """A day."""

    day: Annotated[str, WordsField("Which day?", "Fri 15 Jan", preview=False)]
    band: Annotated[str | None, PickField("For which band?", "band")] = None


async def why(ask: WhyArguments, turn: Turn) -> ExplanationShown | Ask:
    """The members who block that day, and the ways to make it green."""
    band = turn.the_band
    locale = formats.regional(turn.person.locale, turn.person.zone)
    now = to_wall(turn.now, band.zone)
    days = days_of(ask.day, Context(now=now, zone=band.zone, locale=locale, habits=band.habits))
    if isinstance(days, Problem):
        if days.code is Trouble.PAST and days.day is not None:
            return await _explained(turn, band, days.day)
        return Ask("day", Unclear(days, (), "Fri 15 Jan", saves=False))
    if not days.one_day:
        return Ask("day", OneDay(days.first, days.last))
    return await _explained(turn, band, days.first, () if days.whole_days else days.windows)


async def on_day(press: WhyThatDay, turn: Turn) -> ExplanationShown:
    """The day before, or the day after, one that was explained: the same hours of it."""
    chosen = await reachable(turn.unit, turn.person, press.band, Right.SEE)
    hours = hours_of(press.day)
    if hours is None:
        raise Gone
    return await _explained(turn, chosen, *hours)


async def _explained(turn: Turn, band: Band, day: date, hours: tuple[Hours, ...] = ()) -> ExplanationShown:
    found = await explained(turn.unit, band, day, hours=hours, now=turn.now)
    return ExplanationShown(found, await offers_in(turn, band))
