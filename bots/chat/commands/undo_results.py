"""Turns an undone or redone change into the result of its area."""

from core.bands import plans
from core.bands.plans import PLANS as BAND_PLANS
from core.bands.plans import BandTurned
from core.scheduling.commitments.ports import SchedulingUnit
from core.undo import Redone, Undone


async def of_its_band(unit: SchedulingUnit, result: Undone | Redone) -> Undone | Redone | BandTurned:
    """The result; for a band's change with the band as it is now. Raises Gone."""
    if type(result.change.facts) not in BAND_PLANS:
        return result
    undone = isinstance(result, Undone)
    return await plans.band_after(unit, result.change, undone=undone, before=result.before)
