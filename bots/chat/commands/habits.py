"""/band edit: what a band means by "evening" and its like, and when it plays."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from bots.chat.arguments import Choice, Pick, Text
from bots.chat.commands.diary import context_of
from bots.chat.turn import Turn
from core.bands.habits import HabitsSet, HabitUnclear, set_day_part, set_hours, set_length
from core.habits import DAY_PARTS, DayPart, PlayableHours
from core.scheduling.phrases import understand
from core.scheduling.rules import Frequency, Rule

_FIELDS = (*((key, key.replace("_", " ")) for key in DAY_PARTS), ("hours", "hours"), ("length", "length"))
_DEFAULT = ("default", "reset", "normal")
_LENGTH = re.compile(r"(?P<number>\d{1,3}(?:[.,]\d{1,2})?) ?(?P<unit>h|hr|hrs|hours?|m|min|mins|minutes?)")


@dataclass(frozen=True, slots=True)
class Edit:
    """One habit and its new value."""

    field: Annotated[str | None, Choice("Which habit?", _FIELDS)] = None
    value: Annotated[str | None, Text("What does it mean?", "19:00-23:00", limit=200)] = None
    band: Annotated[str | None, Pick("For which band?", "band")] = None


async def edit(ask: Edit, turn: Turn) -> HabitsSet:
    """Set one habit; without a value, show them all."""
    band = turn.the_band
    if ask.field is None or ask.value is None:
        return HabitsSet(band, "all")
    words = ask.value.strip()
    default = words.casefold() in _DEFAULT
    if ask.field in DAY_PARTS:
        part = None if default else _day_part(ask.field, words, turn)
        return await set_day_part(turn.unit, turn.act, band, ask.field, part)
    setter: Callable[..., Awaitable[HabitsSet]] = set_hours if ask.field == "hours" else set_length
    read = _hours if ask.field == "hours" else _minutes
    return await setter(turn.unit, turn.act, band, None if default else read(words, turn))


def _day_part(field: str, words: str, turn: Turn) -> DayPart:
    context = context_of(turn)
    meaning = understand(f"{context.now.date() + timedelta(days=1)} {words}", context)
    rules = [each.rule for each in meaning.statements if each.end_said]
    if meaning.problem or len(rules) != 1 or rules[0].all_day or rules[0].nominal is None:
        raise HabitUnclear(field, words)
    return DayPart(rules[0].start.time(), (rules[0].start + rules[0].nominal).time())


def _hours(words: str, turn: Turn) -> tuple[PlayableHours, ...]:
    meaning = understand(words, context_of(turn))
    found = [_playable(each.rule) for each in meaning.statements]
    if meaning.problem or not found or None in found:
        raise HabitUnclear("hours", words)
    return tuple(each for each in found if each)


def _playable(rule: Rule) -> PlayableHours | None:
    repeat = rule.repeat
    if repeat is None or repeat.interval != 1 or repeat.until or repeat.count or rule.exceptions:
        return None
    if repeat.frequency not in (Frequency.DAILY, Frequency.WEEKLY) or rule.nominal is None:
        return None
    days = frozenset(entry.weekday for entry in repeat.by_day) or frozenset(range(7))
    return PlayableHours(days, rule.start.time(), (rule.start + rule.nominal).time())


def _minutes(words: str, turn: Turn) -> int:
    del turn
    found = _LENGTH.fullmatch(words.casefold())
    if found is None:
        raise HabitUnclear("length", words)
    number = float(found["number"].replace(",", "."))
    return round(number * 60 if found["unit"].startswith("h") else number)
