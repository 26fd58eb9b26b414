"""Turns an undone or redone change into the result of its area."""

from core.bands import plans
from core.bands.plans import PLANS as BAND_PLANS
from core.bands.plans import BandTurned
from core.marketplace.venues.plans import PLANS as VENUE_PLANS
from core.marketplace.venues.plans import VenueTurned, venue_after
from core.marketplace.venues.store import VenueUnit
from core.undo import Redone, Undone


async def of_its_band(unit: VenueUnit, result: Undone | Redone) -> Undone | Redone | BandTurned | VenueTurned:
    """The result; for a band's or a venue's change with that band or venue as it is now. Raises Gone."""
    if type(result.change.facts) in VENUE_PLANS:
        undone = isinstance(result, Undone)
        return await venue_after(unit, result.change, undone=undone, before=result.before)
    if type(result.change.facts) not in BAND_PLANS:
        return result
    undone = isinstance(result, Undone)
    return await plans.band_after(unit, result.change, undone=undone, before=result.before)
