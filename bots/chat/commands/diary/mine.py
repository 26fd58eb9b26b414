"""/mine and its buttons: one's own diary, rule by rule."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from bots.chat.arguments import TextField
from bots.chat.buttons.diary import AllAsUsual, DiaryEntry, DiaryPage, RemoveEntry, RewordEntry, SpareDate
from bots.chat.contexts import own_context
from bots.chat.conversations import Ask
from bots.chat.results.diary import DiaryShown, NewWords, Unclear
from bots.chat.turn import Turn
from core.journal import Gone
from core.moments import to_wall
from core.scheduling.availability.freshness import (
    MOST_MONTHS,
    Confirmed,
    confirm,
    months_between,
    months_from,
)
from core.scheduling.diary import entries
from core.scheduling.diary.corrections import EntryForgotten
from core.scheduling.diary.overview import DiaryOverview
from core.scheduling.diary.overview import mine as diary_of
from core.scheduling.diary.zones import zone_of
from core.scheduling.phrases.day_ranges import days_of
from core.scheduling.phrases.understanding import Problem


@dataclass(frozen=True, slots=True)
class MineArguments:
    """One's own diary."""

    month: Annotated[str | None, TextField("Which month?", "March")] = None


async def mine(ask: MineArguments, turn: Turn) -> DiaryShown | Ask:
    """Show the diary: the month that was named, else this month and the next."""
    days = _days(ask, turn)
    return days if isinstance(days, Ask) else DiaryShown(await _diary(turn, *days))


async def as_usual(ask: MineArguments, turn: Turn) -> Confirmed | Ask:
    """Said in words ("all as usual for March"): as the button under the diary of these days."""
    days = _days(ask, turn)
    return days if isinstance(days, Ask) else await confirm(turn.unit, turn.act, months_between(*days))


def _days(ask: MineArguments, turn: Turn) -> tuple[date, date] | Ask:
    if ask.month is None:
        first = to_wall(turn.now, zone_of(turn.person)).date()
        return first, _month_end(_month_end(first) + timedelta(days=1))
    days = days_of(ask.month, own_context(turn))
    if isinstance(days, Problem):
        return Ask("month", Unclear(days, (), "March", saves=False))
    return days.first, days.last


async def again(press: DiaryPage, turn: Turn) -> DiaryShown:
    """[More] under a diary, or back to it."""
    if press.first > _LAST or not 1 <= press.days <= _LONGEST:
        raise Gone
    found = await _diary(turn, press.first, press.first + timedelta(days=press.days - 1))
    return DiaryShown(found, skip=min(press.skip, len(found.said)))


async def entry(press: DiaryEntry, turn: Turn) -> entries.EntryCard:
    """A number under a diary: that rule, with what can be done to it."""
    day = date.fromordinal(press.since) if 0 < press.since <= date.max.toordinal() else None
    return await entries.entry(turn.unit, turn.act, press.rule, since=day)


async def spare(press: SpareDate, turn: Turn) -> entries.DateSpared:
    """A date under a rule: not this time."""
    return await entries.spare(turn.unit, turn.act, press.rule, press.day)


async def reword(press: RewordEntry, turn: Turn) -> Ask:
    """[Edit] under a rule: asks for new words."""
    found = await entries.entry(turn.unit, turn.act, press.rule)
    return Ask(
        "when", NewWords(found.said), command=found.said.kind.value, given={"_replaces": str(press.rule)}
    )


async def remove(press: RemoveEntry, turn: Turn) -> EntryForgotten:
    """[Remove] under a rule."""
    return await entries.remove(turn.unit, turn.act, press.rule)


async def usual(press: AllAsUsual, turn: Turn) -> Confirmed:
    """[All as usual]: the diary is right for these months."""
    return await confirm(turn.unit, turn.act, pressed_months(press.first, press.months))


def pressed_months(first: date, count: int) -> tuple[date, ...]:
    """The months that a button names: a day in the first, and how many. Raises Gone."""
    if first > _LAST or not 1 <= count <= MOST_MONTHS:
        raise Gone
    return months_from(first, count)


async def _diary(turn: Turn, first: date, last: date) -> DiaryOverview:
    zone = zone_of(turn.person)
    return await diary_of(turn.unit, turn.person, zone_name=zone, first=first, last=last, now=turn.now)


def _month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


_LONGEST = 500
"""Days. No diary is shown for longer."""
_LAST = date.max - timedelta(days=_LONGEST)
