"""Turns an undone or redone change into the result of its area."""

from core.bands import plans
from core.bands.plans import PLANS as BAND_PLANS
from core.bands.plans import BandTurned
from core.marketplace.applications.plans import PLANS as NIGHT_PLANS
from core.marketplace.applications.plans import TicketsTurned, tickets_after
from core.marketplace.applications.store import ApplicationUnit
from core.marketplace.venues.plans import PLANS as VENUE_PLANS
from core.marketplace.venues.plans import VenueTurned, venue_after
from core.undo import Redone, Undone

Turned = Undone | Redone | BandTurned | VenueTurned | TicketsTurned


async def of_its_band(unit: ApplicationUnit, result: Undone | Redone) -> Turned:
    """The result; for a change of a band, a venue or a night with that as it is now. Raises Gone."""
    kind, undone = type(result.change.facts), isinstance(result, Undone)
    if kind in VENUE_PLANS:
        return await venue_after(unit, result.change, undone=undone, before=result.before)
    if kind in NIGHT_PLANS:
        return await tickets_after(unit, result.change, undone=undone, before=result.before)
    if kind in BAND_PLANS:
        return await plans.band_after(unit, result.change, undone=undone, before=result.before)
    return result
