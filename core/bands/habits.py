"""Setting what a band means by "evening" and its like, when it plays, and how short is too short."""

from dataclasses import dataclass

from core.bands import Band
from core.bands.editing import edit_band
from core.bands.state import HOURS, LENGTH, state_of, with_state
from core.bands.store import BandUnit
from core.errors import Refusal
from core.habits import DayPart, Habits, PlayableHours
from core.ids import ChangeId
from core.journal import Act

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
    """The key of a day part, "hours" or "length"."""
    change: ChangeId | None
    """None: it was so already, and nothing has changed."""


async def set_day_part(unit: BandUnit, act: Act, band: Band, key: str, part: DayPart | None) -> HabitsSet:
    """Say what a part of the day means in the band; None: the default again."""
    value = [part.start.isoformat("minutes"), part.end.isoformat("minutes")] if part else None
    # What says the same as the default is kept as the default.
    value = state_of(with_state(band, {key: value}))[key]
    return await _set(unit, act, band, key, value)


async def set_hours(
    unit: BandUnit, act: Act, band: Band, hours: tuple[PlayableHours, ...] | None
) -> HabitsSet:
    """Say when the band plays; None: the default again."""
    playable = Habits().playable if hours is None else hours
    value = [
        [sorted(each.weekdays), each.start.isoformat("minutes"), each.end.isoformat("minutes")]
        for each in playable
    ]
    return await _set(unit, act, band, HOURS, value)


async def set_length(unit: BandUnit, act: Act, band: Band, minutes: int | None) -> HabitsSet:
    """Say how short a green zone may be; None: the default again. Raises HabitUnclear."""
    if minutes is not None and not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise HabitUnclear("length", f"{minutes} minutes")
    return await _set(unit, act, band, LENGTH, Habits().min_minutes if minutes is None else minutes)


async def _set(unit: BandUnit, act: Act, band: Band, key: str, value: object) -> HabitsSet:
    edited = await edit_band(unit, act, band.id, {key: value})
    return HabitsSet(edited.band, key, edited.change)
