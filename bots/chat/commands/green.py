"""/green: when a band can play."""

from dataclasses import dataclass, replace
from typing import Annotated

from bots.chat.arguments import Amount, Pick, Words
from bots.chat.bandchoice import reachable
from bots.chat.conversations import Ask
from bots.chat.turn import Turn
from bots.chat.views.paging import unpacked
from bots.chat.views.questions import Unclear
from core import formats
from core.access import Right
from core.ids import BandId
from core.moments import to_wall
from core.scheduling.greens import Asked, Greens, coming_weeks, greens
from core.scheduling.phrases.understanding import Context, Problem
from core.scheduling.ranges import days_of


@dataclass(frozen=True, slots=True)
class Green:
    """A range of days, and how the band would play."""

    when: Annotated[str | None, Words("Which days? (else the next eight weeks)", "January")] = None
    hours: Annotated[float | None, Amount("How long at least?", "hours", 0.5, 24)] = None
    without: Annotated[str | None, Pick("As if who were not needed?", "member")] = None
    band: Annotated[str | None, Pick("For which band?", "band")] = None


async def green(ask: Green, turn: Turn) -> object:
    """The green zones of the band in that range."""
    band = turn.the_band
    now = to_wall(turn.now, band.zone)
    days = coming_weeks(now.date())
    if ask.when is not None:
        locale = formats.regional(turn.person.locale, turn.person.zone)
        named = days_of(ask.when, Context(now=now, zone=band.zone, locale=locale, habits=band.habits))
        if isinstance(named, Problem):
            return Ask("when", Unclear(named, (), "January", saves=False))
        days = named
    minutes = None if ask.hours is None else round(ask.hours * 60)
    found = await greens(turn.unit, band, Asked(days, minutes), without=ask.without or "", now=turn.now)
    return replace(found, others=turn.other_bands)


async def more(turn: Turn, band: int, range_: int, rest: int) -> Greens:
    """[More] under a list, or another band's name: the same question, further on or elsewhere."""
    chosen = await reachable(turn.unit, turn.person, BandId(band), Right.SEE)
    asked, skip = unpacked(range_, rest)
    found = await greens(turn.unit, chosen, asked, now=turn.now)
    return replace(found, skip=min(skip, len(found.nights)))
