"""What was taken back, or done again, told by the area that it belongs to."""

from core.bands import undoing
from core.bands.undoing import OF_BANDS, BandTurned
from core.scheduling.commitments.ports import SchedulingUnit
from core.undo import Redone, Undone


async def of_its_band(unit: SchedulingUnit, result: Undone | Redone) -> Undone | Redone | BandTurned:
    """A band's change is told with the band as it stands now. Raises Gone."""
    if result.change.kind not in OF_BANDS:
        return result
    undone = isinstance(result, Undone)
    return await undoing.turned(unit, result.change, undone=undone, before=result.before)
