"""Reads what is typed for a habit: the hours of "evening" and its like, and when the band plays."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from bots.chat.contexts import own_context
from bots.chat.turn import Turn
from core.bands.habits import HabitsSet, HabitUnclear, set_day_part, set_hours, set_length
from core.habits import DAY_PARTS, DayPart, PlayableHours
from core.scheduling.phrases import understand
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule

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
    """Set one habit as typed, or back to the default. Raises HabitUnclear."""
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
    """Hours by weekday. "Mon off" takes days out of the hours typed with it, else of the present ones."""
    said = _weekly(words)
    off = frozenset(_PLURALS.index(day) for each in _OFF.finditer(said) for day in _DAYS.findall(each[0]))
    rest = _OFF.sub("", said).strip(" ,;.")
    typed = rest or not off
    kept = _without(off, _hours_typed(rest, turn) if typed else turn.the_band.habits.playable)
    if not kept:
        raise HabitUnclear("hours", words)
    return kept


def _hours_typed(words: str, turn: Turn) -> Sequence[PlayableHours]:
    """The hours of each statement ("weekdays 18:00-23:00"); empty if any of them is not a weekly rule."""
    meaning = understand(words, own_context(turn))
    if meaning.problem:
        return []
    hours = [_playable(each.rule) for each in meaning.statements]
    weekly = [each for each in hours if each is not None]
    return weekly if len(weekly) == len(hours) else []


def _without(off: frozenset[int], hours: Sequence[PlayableHours]) -> tuple[PlayableHours, ...]:
    """The hours without those weekdays ("Sat-Sun 14:00-23:00, Sun off")."""
    left = (replace(each, weekdays=each.weekdays - off) for each in hours)
    return tuple(each for each in left if each.weekdays)


def _weekly(words: str) -> str:
    """The words with weekdays in the plural ("Fri" is "Fridays"), since a habit is never about one date."""
    return _WEEKDAYS.sub(_every, words)


def _every(found: re.Match[str]) -> str:
    first = _NAMES.index(found["first"][:3].lower())
    last = _NAMES.index(found["last"][:3].lower()) if found["last"] else first
    days = [_PLURALS[(first + each) % 7] for each in range((last - first) % 7 + 1)]
    return " and ".join(filter(None, (", ".join(days[:-1]), days[-1])))


def _playable(rule: Rule) -> PlayableHours | None:
    """The hours of a rule that holds every week for ever; None for any other rule."""
    repeat = rule.repeat
    if repeat is None or rule.nominal is None or rule.exceptions or not _every_week(repeat):
        return None
    days = frozenset(entry.weekday for entry in repeat.by_day) or frozenset(range(7))
    return PlayableHours(days, rule.start.time(), (rule.start + rule.nominal).time())


def _every_week(repeat: Repeat) -> bool:
    """Whether it is daily or weekly without gaps, seasons or an end."""
    bounded = repeat.until or repeat.count or repeat.of_seasons
    return repeat.frequency in (Frequency.DAILY, Frequency.WEEKLY) and repeat.interval == 1 and not bounded


def _minutes(words: str, turn: Turn) -> int:
    del turn
    found = _LENGTH.fullmatch(words.casefold())
    if found is None:
        raise HabitUnclear("length", words)
    number = float(found["number"].replace(",", "."))
    return round(number * 60 if found["unit"].startswith("h") else number)
