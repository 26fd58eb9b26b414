"""The open dates on which one band could play, for anybody with the address: nothing of why, or of whom."""

from datetime import datetime, timedelta

from core.bands import Band
from core.marketplace.events.times import night_times
from core.marketplace.matching.open_dates import OpenDatesFound, OpenDatesWanted
from core.marketplace.matching.search import DatesWanted, find
from core.moments import to_wall
from core.publications.store import PublicationUnit
from core.scheduling.phrases.day_ranges import days_between

AHEAD = timedelta(weeks=26)
"""So far is looked where no last day was said."""


async def open_dates_for(
    unit: PublicationUnit, band: Band, wanted: OpenDatesWanted, *, now: datetime
) -> OpenDatesFound:
    """The nights that the band is green for, by their beginning; the distance is that which it looks for."""
    today = to_wall(now, band.zone).date()
    first = max(wanted.first or today, today)
    last = wanted.last or first + AHEAD
    if last < first:
        return OpenDatesFound(wanted, (), 0)
    asked = DatesWanted(days_between(first, last), genre=wanted.genre, near=wanted.near)
    dates = list((await find(unit, band, asked, now=now)).dates)
    dates.sort(key=lambda each: (night_times(each.event).starts_at, each.event.id))
    page = dates[wanted.skip : wanted.skip + wanted.take]
    nights = await unit.public_nights.some([each.event.id for each in page])
    away = {each.event.id: each.fit.kilometres for each in page}
    return OpenDatesFound(wanted, tuple(nights), len(dates), away)
