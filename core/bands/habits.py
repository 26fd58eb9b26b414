"""A band's own meaning of "evening" and its like, its playing hours, and its shortest green zone."""

from dataclasses import dataclass

from core.bands import Band
from core.bands.edits import edit_band
from core.bands.state import HOURS, LENGTH, state_of, with_state
from core.bands.store import BandUnit
from core.errors import Refusal
from core.habits import DayPart, Habits, PlayableHours
from core.ids import ChangeId
from core.journal import Act

LEAST_MINUTES, MOST_MINUTES = 15, 24 * 60


@dataclass(eq=False)
class HabitUnclear(Refusal):
    """The words are not hours, or not a length, that a habit could have."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class HabitsSet:
    """The band's habits from now on."""

    band: Band
    """With the new habits."""
    changed: str
    """The key of a day part, "hours" or "length"."""
    change: ChangeId | None
    """None: it had this value already, and nothing has changed."""


async def set_day_part(unit: BandUnit, act: Act, band: Band, key: str, part: DayPart | None) -> HabitsSet:
    """Set the meaning of a part of the day in the band; None: the default again."""
    value = [part.start.isoformat("minutes"), part.end.isoformat("minutes")] if part else None
    # A value equal to the default is stored as the default.
    value = state_of(with_state(band, {key: value}))[key]
    return await _set(unit, act, band, key, value)


async def set_hours(
    unit: BandUnit, act: Act, band: Band, hours: tuple[PlayableHours, ...] | None
) -> HabitsSet:
    """Set the band's playing hours; None: the default again."""
    playable = Habits().playable if hours is None else hours
    value = [
        [sorted(each.weekdays), each.start.isoformat("minutes"), each.end.isoformat("minutes")]
        for each in playable
    ]
    return await _set(unit, act, band, HOURS, value)


async def set_length(unit: BandUnit, act: Act, band: Band, minutes: int | None) -> HabitsSet:
    """Set the shortest length of a green zone; None: the default again. Raises HabitUnclear."""
    if minutes is not None and not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise HabitUnclear("length", f"{minutes} minutes")
    return await _set(unit, act, band, LENGTH, Habits().min_minutes if minutes is None else minutes)


async def _set(unit: BandUnit, act: Act, band: Band, key: str, value: object) -> HabitsSet:
    edited = await edit_band(unit, act, band.id, {key: value})
    return HabitsSet(edited.band, key, edited.change)
