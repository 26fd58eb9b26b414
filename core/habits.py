"""What a band or a person means by "evening" and its like, and when a band can play."""

from dataclasses import dataclass, field
from datetime import time
from typing import Any


@dataclass(frozen=True, slots=True)
class DayPart:
    """Wall times; an end at or before the start means the next day, 00:00 as an end is midnight."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class PlayableHours:
    """Hours in which a band plays, on some weekdays."""

    weekdays: frozenset[int]
    start: time
    end: time
    """At or before `start`: on the next day."""


DAY_PARTS = {
    "morning": DayPart(time(8), time(12)),
    "lunch": DayPart(time(12), time(14)),
    "afternoon": DayPart(time(12), time(18)),
    "after_work": DayPart(time(18), time(23)),
    "evening": DayPart(time(18), time(23)),
    "night": DayPart(time(19), time(0)),
    "late": DayPart(time(21), time(2)),
}
"""The defaults of every band."""


@dataclass(frozen=True, slots=True)
class Habits:
    """A band's or a person's settings for words and hours."""

    day_parts: dict[str, DayPart] = field(default_factory=lambda: dict(DAY_PARTS), hash=False)
    """By the keys of DAY_PARTS."""
    playable: tuple[PlayableHours, ...] = (
        PlayableHours(frozenset(range(5)), time(18), time(23, 30)),
        PlayableHours(frozenset({5, 6}), time(14), time(23, 30)),
    )
    """The hours in which a band plays; they may overlap."""
    min_minutes: int = 120
    """A green zone is no shorter."""


def habits_to_json(habits: Habits) -> dict[str, Any]:
    """The habits as JSON values."""
    return {
        "day_parts": {
            key: [part.start.isoformat("minutes"), part.end.isoformat("minutes")]
            for key, part in habits.day_parts.items()
            if part != DAY_PARTS.get(key)
        },
        "playable": [
            [sorted(each.weekdays), each.start.isoformat("minutes"), each.end.isoformat("minutes")]
            for each in habits.playable
        ],
        "min_minutes": habits.min_minutes,
    }


def habits_from_json(facts: dict[str, Any] | None) -> Habits:
    """The habits that `habits_to_json` wrote; the defaults for None."""
    if facts is None:
        return Habits()
    day_parts = {
        key: DayPart(time.fromisoformat(start), time.fromisoformat(end))
        for key, (start, end) in facts["day_parts"].items()
    }
    playable = tuple(
        PlayableHours(frozenset(days), time.fromisoformat(start), time.fromisoformat(end))
        for days, start, end in facts["playable"]
    )
    return Habits({**DAY_PARTS, **day_parts}, playable, facts["min_minutes"])
