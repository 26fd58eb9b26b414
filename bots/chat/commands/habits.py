"""What is typed for a habit: what a band means by "evening" and its like, and when it plays."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bots.chat.commands.diary import context_of
from bots.chat.turn import Turn
from core.bands.habits import HabitsSet, HabitUnclear, set_day_part, set_hours, set_length
from core.habits import DAY_PARTS, DayPart, PlayableHours
from core.scheduling.phrases import understand
from core.scheduling.rules import Frequency, Rule

HABITS = (*DAY_PARTS, "hours", "length")
_DEFAULT = ("default", "reset", "normal", "none", "remove")
_LENGTH = re.compile(r"(?P<number>\d{1,3}(?:[.,]\d{1,2})?) ?(?P<unit>h|hr|hrs|hours?|m|min|mins|minutes?)")


async def set_habit(field: str, value: str, turn: Turn) -> HabitsSet:
    """Set one habit to what the words say, or to the default. Raises HabitUnclear."""
    band = turn.the_band
    words = value.strip()
    default = words.casefold() in _DEFAULT
    if field in DAY_PARTS:
        part = None if default else _day_part(field, words, turn)
        return await set_day_part(turn.unit, turn.act, band, field, part)
    setter: Callable[..., Awaitable[HabitsSet]] = set_hours if field == "hours" else set_length
    read = _hours if field == "hours" else _minutes
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
