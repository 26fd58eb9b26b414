"""What is typed for a habit: what a band means by "evening" and its like, and when it plays."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from bots.chat.contexts import own_context
from bots.chat.turn import Turn
from core.bands.habits import HabitsSet, HabitUnclear, set_day_part, set_hours, set_length
from core.habits import DAY_PARTS, DayPart, PlayableHours
from core.scheduling.phrases import understand
from core.scheduling.recurrence.rules import Frequency, Rule

HABITS = (*DAY_PARTS, "hours", "length")
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PLURALS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
_DAY = r"(?:mon|tue(?:s)?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_WEEKDAYS = re.compile(rf"\b(?P<first>{_DAY})\b(?:\s*(?:-|–|to|till)\s*(?P<last>{_DAY})\b)?", re.IGNORECASE)
_DAYS = re.compile("|".join(_PLURALS))
_OFF = re.compile(rf"(?:(?:{_DAYS.pattern})(?:\s*(?:,|and|&)\s*)?)+\s+(?:off|never)\b", re.IGNORECASE)
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
    context = own_context(turn)
    meaning = understand(f"{context.now.date() + timedelta(days=1)} {words}", context)
    rules = [each.rule for each in meaning.statements if each.end_said]
    if meaning.problem or len(rules) != 1 or rules[0].all_day or rules[0].nominal is None:
        raise HabitUnclear(field, words)
    return DayPart(rules[0].start.time(), (rules[0].start + rules[0].nominal).time())


def _hours(words: str, turn: Turn) -> tuple[PlayableHours, ...]:
    """Hours by weekday; "Mon off" takes days out, of what else is said or of what holds by now."""
    said = _weekly(words)
    off = {_PLURALS.index(day) for each in _OFF.finditer(said) for day in _DAYS.findall(each[0])}
    rest = _OFF.sub("", said).strip(" ,;.")
    found: Sequence[PlayableHours | None] = turn.the_band.habits.playable
    if rest or not off:
        meaning = understand(rest, own_context(turn))
        found = [] if meaning.problem else [_playable(each.rule) for each in meaning.statements]
    hours = [replace(each, weekdays=each.weekdays - off) for each in found if each]
    kept = tuple(each for each in hours if each.weekdays)
    if None in found or not kept:
        raise HabitUnclear("hours", words)
    return kept


def _weekly(words: str) -> str:
    """The same with "Fri" and "Sat-Sun" as every such day: a habit is never about one date."""
    return _WEEKDAYS.sub(_every, words)


def _every(found: re.Match[str]) -> str:
    first = _NAMES.index(found["first"][:3].lower())
    last = _NAMES.index(found["last"][:3].lower()) if found["last"] else first
    days = [_PLURALS[(first + each) % 7] for each in range((last - first) % 7 + 1)]
    return " and ".join(filter(None, (", ".join(days[:-1]), days[-1])))


def _playable(rule: Rule) -> PlayableHours | None:
    repeat = rule.repeat
    if (
        repeat is None
        or repeat.of_seasons
        or repeat.interval != 1
        or repeat.until
        or repeat.count
        or rule.exceptions
    ):
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
