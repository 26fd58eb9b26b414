"""Setting what a band means by "evening" and its like, when it plays, and how short is too short."""

from dataclasses import dataclass, replace

from core.bands import Band
from core.bands.store import BandUnit
from core.errors import Refusal
from core.habits import DAY_PARTS, DayPart, Habits, PlayableHours, habits_to_json
from core.journal import Act, ChangeKind

LEAST_MINUTES, MOST_MINUTES = 15, 24 * 60


@dataclass(eq=False)
class HabitUnclear(Refusal):
    """The words are no hours, or no length, that a habit could have."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class HabitsSet:
    """What holds in the band from now on."""

    band: Band
    """With the new habits."""
    changed: str
    """The key of a day part, "hours" or "length"; "all" when only looked at."""


async def set_day_part(unit: BandUnit, act: Act, band: Band, key: str, part: DayPart | None) -> HabitsSet:
    """Say what a part of the day means in the band; None: the default again."""
    parts = {**band.habits.day_parts, key: part or DAY_PARTS[key]}
    return await _set(unit, act, band, replace(band.habits, day_parts=parts), key)


async def set_hours(
    unit: BandUnit, act: Act, band: Band, hours: tuple[PlayableHours, ...] | None
) -> HabitsSet:
    """Say when the band plays; None: the default again."""
    habits = replace(band.habits, playable=Habits().playable if hours is None else hours)
    return await _set(unit, act, band, habits, "hours")


async def set_length(unit: BandUnit, act: Act, band: Band, minutes: int | None) -> HabitsSet:
    """Say how short a green zone may be; None: the default again. Raises HabitUnclear."""
    if minutes is not None and not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise HabitUnclear("length", f"{minutes} minutes")
    habits = replace(band.habits, min_minutes=Habits().min_minutes if minutes is None else minutes)
    return await _set(unit, act, band, habits, "length")


async def _set(unit: BandUnit, act: Act, band: Band, habits: Habits, changed: str) -> HabitsSet:
    await unit.bands.set_habits(band.id, habits)
    await unit.journal.record(
        act,
        ChangeKind.HABITS_SET,
        {"band": band.id, "old": habits_to_json(band.habits), "new": habits_to_json(habits)},
    )
    return HabitsSet(replace(band, habits=habits), changed)
