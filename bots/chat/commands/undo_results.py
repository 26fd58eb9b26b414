"""What was taken back, or done again, told by the area that it belongs to."""

from core.bands import plans
from core.bands.plans import PLANS as BAND_PLANS
from core.bands.plans import BandTurned
from core.scheduling.commitments.ports import SchedulingUnit
from core.undo import Redone, Undone


async def of_its_band(unit: SchedulingUnit, result: Undone | Redone) -> Undone | Redone | BandTurned:
    """A band's change is told with the band as it stands now. Raises Gone."""
    if type(result.change.facts) not in BAND_PLANS:
        return result
    undone = isinstance(result, Undone)
    return await plans.band_after(unit, result.change, undone=undone, before=result.before)
