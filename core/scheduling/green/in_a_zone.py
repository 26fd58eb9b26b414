"""The green zones of a band as somebody elsewhere sees them: in the wall time of another zone."""

from datetime import date, datetime

from core.bands import Band
from core.moments import to_exact, to_wall
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.green.zones import ZonesAsked, green_zones
from core.scheduling.phrases.day_ranges import days_between


async def green_in_zone(
    unit: SchedulingUnit, band: Band, zone_name: str, *, first: date, last: date, now: datetime
) -> tuple[tuple[datetime, datetime], ...]:
    """When the band can play on these days of its own: naive wall times, half-open; nothing of the past."""
    first = max(first, to_wall(now, band.zone).date())
    if last < first:
        return ()
    zones = await green_zones(unit, band, ZonesAsked(days_between(first, last)), now=now)

    def there(wall: datetime) -> datetime:
        return to_wall(to_exact(wall, band.zone), zone_name)

    return tuple((there(each.start), there(each.end)) for each in zones.stretches)
