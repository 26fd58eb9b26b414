"""/green: when a band can play, as a list or a picture; and nudging members who have not looked."""

from dataclasses import dataclass
from typing import Annotated

from bots.chat.arguments import AmountField, PickField, WordsField
from bots.chat.bandchoice import offers_nudge, reachable, rights_in
from bots.chat.buttons.green import ChangeHours, GreenAsPicture, GreenPage, NudgeMembers
from bots.chat.commands.diary.mine import pressed_months
from bots.chat.conversations import Ask, Redirect
from bots.chat.results.diary import Unclear
from bots.chat.results.green import GreenPicture, GreenShown
from bots.chat.results.shown import Offers
from bots.chat.turn import Turn
from bots.chat.views.pages import unpacked
from core import formats
from core.access import Right
from core.bands import Band
from core.moments import to_wall
from core.scheduling.green import nudges
from core.scheduling.green.nudges import Nudged
from core.scheduling.green.zones import GreenZones, ZonesAsked, coming_weeks, green_zones
from core.scheduling.phrases.day_ranges import DayRange, days_of
from core.scheduling.phrases.line_ups import read_line_up
from core.scheduling.phrases.understanding import Context, Problem


@dataclass(frozen=True, slots=True)
class GreenArguments:
    """A range of days, and how the band would play."""

    when: Annotated[str | None, WordsField("Which days? (else the next eight weeks)", "January")] = None
    hours: Annotated[float | None, AmountField("How long at least?", "hours", 0.5, 24)] = None
    without: Annotated[str | None, PickField("Who should I leave out?", "member")] = None
    band: Annotated[str | None, PickField("For which band?", "band")] = None


async def green(ask: GreenArguments, turn: Turn) -> GreenShown | Ask:
    """The green zones of the band in that range."""
    asked = asked_of(ask.when, turn)
    if isinstance(asked, Ask):
        return asked
    minutes = None if ask.hours is None else round(ask.hours * 60)
    without = ", ".join(filter(None, (ask.without, asked.without)))
    wanted = ZonesAsked(asked.days, minutes, size=asked.size)
    found = await green_zones(turn.unit, turn.the_band, wanted, without=without, now=turn.now)
    return GreenShown(found, await offers_in(turn, found.band), others=turn.other_bands)


async def more(press: GreenPage, turn: Turn) -> GreenShown:
    """[More] under a list, or another band's name: the same question, further on or elsewhere."""
    found, skip = await _asked_again(press, turn)
    return GreenShown(found, await offers_in(turn, found.band), skip=min(skip, len(found.stretches)))


async def picture(press: GreenAsPicture, turn: Turn) -> GreenPicture:
    """[Picture] under a list: the same as a calendar."""
    found, _ = await _asked_again(press, turn)
    return GreenPicture(found)


async def _asked_again(press: GreenPage | GreenAsPicture, turn: Turn) -> tuple[GreenZones, int]:
    """The green zones that a button asks for again, and how many of them were shown before."""
    chosen = await reachable(turn.unit, turn.person, press.band, Right.SEE)
    asked, skip = unpacked(press.days, press.rest)
    return await green_zones(turn.unit, chosen, asked, now=turn.now), skip


async def offers_in(turn: Turn, band: Band) -> Offers:
    """The asker's rights and offers in that band."""
    rights = await rights_in(turn, band.id)
    return Offers(turn.person.id, rights, offers_nudge(turn, rights))


async def change_hours(press: ChangeHours, turn: Turn) -> Redirect:
    """[Change hours]: asks for the new ones."""
    chosen = await reachable(turn.unit, turn.person, press.band, Right.EDIT)
    return Redirect("band edit", {"field": "hours", "band": str(chosen.id)})


async def nudge(press: NudgeMembers, turn: Turn) -> Nudged:
    """[Nudge Jo] under a list."""
    chosen = await reachable(turn.unit, turn.person, press.band, Right.NUDGE)
    return await nudges.nudge(turn.unit, turn.act, chosen, pressed_months(press.first, press.months))


@dataclass(frozen=True, slots=True)
class DaysAsked:
    """The days that words name, and the line-up they speak of."""

    days: DayRange
    size: int | None
    without: str


def asked_of(words: str | None, turn: Turn) -> DaysAsked | Ask:
    """The question that words such as "March as a three-piece" ask; None: about the coming weeks."""
    band = turn.the_band
    now = to_wall(turn.now, band.zone)
    line_up = read_line_up(words or "")
    days = coming_weeks(now.date())
    if line_up.rest:
        locale = formats.regional(turn.person.locale, turn.person.zone)
        named = days_of(line_up.rest, Context(now=now, zone=band.zone, locale=locale, habits=band.habits))
        if isinstance(named, Problem):
            return Ask("when", Unclear(named, (), "January", saves=False))
        days = named
    return DaysAsked(days, line_up.size, line_up.without)
