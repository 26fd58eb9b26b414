"""Editing a band's profile, links and habits; each edit records the old values, so that it can be undone."""

from dataclasses import dataclass

from core.bands import Band
from core.bands.changes import BandEditedFacts, BandHabitsSet
from core.bands.members import owning
from core.bands.refusals import NotAMember
from core.bands.state import State, of_habits, state_of, with_state
from core.bands.store import BandUnit
from core.ids import BandId, ChangeId
from core.journal import Act


@dataclass(frozen=True, slots=True)
class BandSheet:
    """All of a band that can be edited, to show it."""

    band: Band


@dataclass(frozen=True, slots=True)
class BandEdited:
    """The band's profile was changed."""

    band: Band
    """As it is from now on."""
    fields: tuple[str, ...]
    """The fields that were to change, by the names in core/bands/state.py."""
    change: ChangeId | None
    """None: they had these values already, and nothing has changed."""


async def edit_band(unit: BandUnit, act: Act, band: BandId, new: State) -> BandEdited:
    """Change some of a band's facts. Raises NotAMember, OwnersOnly."""
    now = await own_band(unit, act, band)
    before = state_of(now)
    changed = {field: value for field, value in new.items() if before[field] != value}
    if not changed:
        return BandEdited(now, tuple(new), None)
    after = await save(unit, now, changed)
    kind = BandHabitsSet if all(map(of_habits, changed)) else BandEditedFacts
    old = {field: before[field] for field in changed}
    change = await unit.journal.record(act, kind(band, old, changed))
    return BandEdited(after, tuple(new), change)


async def own_band(unit: BandUnit, act: Act, band: BandId) -> Band:
    """The band as it stands under its lock. Raises NotAMember, OwnersOnly."""
    await unit.bands.lock(band)
    found = await unit.bands.get(band)
    members = await unit.bands.members(band) if found else []
    mine = next((each for each in members if each.person == act.person), None)
    if found is None or mine is None:
        raise NotAMember(found.name if found else "")
    owning(found, mine, members)
    return found


async def save(unit: BandUnit, band: Band, new: State) -> Band:
    """Store the band with those facts changed."""
    after = with_state(band, new)
    if any(map(of_habits, new)):
        await unit.bands.set_habits(band.id, after.habits)
    if not all(map(of_habits, new)):
        await unit.bands.set_profile(after)
    return after
