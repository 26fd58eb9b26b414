"""Telling bands of open dates: after a night was published, and after a diary has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from core.access import Right, may
from core.bands import Band, Membership
from core.ids import BandId
from core.marketplace.events import Event
from core.marketplace.events.store import OpenDate
from core.marketplace.events.times import doors_at, night_times
from core.marketplace.matching.fit import LineUpTime, fit, suits
from core.marketplace.matching.line_ups import line_ups_of
from core.marketplace.matching.notices import MatchDigest, OpenDateFits
from core.marketplace.matching.store import MarketUnit, NewMatch
from core.marketplace.venues import Venue
from core.moments import to_exact, to_wall
from core.outbox import Letter

DIGEST = time(18)
"""When a band is told of what its single messages of the day left out: wall time in its zone."""
LEAD = timedelta(hours=6)
"""No band is told of a night whose doors open sooner."""


@dataclass(frozen=True, slots=True)
class BandsTold:
    """How many bands were told of how many nights."""

    matches: int


async def tell_bands(
    unit: MarketUnit, bands: Sequence[Band], dates: Sequence[OpenDate], *, now: datetime
) -> BandsTold:
    """Tell these bands of those of the nights that fit, each pair once and for ever.

    The number of statements depends neither on how many bands nor on how many nights there are.
    """
    fresh = await _not_told(unit, _suited(bands, dates, now))
    if not fresh:
        return BandsTold(0)
    candidates = list({band.id: band for band, _, _ in fresh}.values())
    times = [night_times(event) for _, event, _ in fresh]
    start = min(each.starts_at for each in times) - timedelta(days=1)
    end = max(each.ends_at for each in times) + timedelta(days=1)
    line_ups = await line_ups_of(unit, candidates, start, end)
    fitting = [(each[0], each[1]) for each in fresh if fit(*each, line_ups[each[0].id]) is not None]
    return await _keep(unit, fitting, line_ups, now) if fitting else BandsTold(0)


_Pair = tuple[Band, Event, Venue]
"""A band, and a night that it may be told of."""


def _suited(bands: Sequence[Band], dates: Sequence[OpenDate], now: datetime) -> list[_Pair]:
    """The nights that are what a band looks for, whether or not it has time."""
    ahead = [each for each in dates if doors_at(each[0]) - now > LEAD]
    wanted = [each for each in bands if each.wishes.messages > 0 and each.city is not None]
    return [(band, event, venue) for band in wanted for event, venue in ahead if suits(band, event, venue)]


async def _not_told(unit: MarketUnit, pairs: Sequence[_Pair]) -> list[_Pair]:
    """Those of which nobody was told so far."""
    if not pairs:
        return []
    bands = {band.id for band, _, _ in pairs}
    told = await unit.matches.of_events(list({event.id for _, event, _ in pairs}), list(bands))
    return [each for each in pairs if (each[1].id, each[0].id) not in told]


async def _keep(
    unit: MarketUnit,
    fitting: Sequence[tuple[Band, Event]],
    line_ups: dict[BandId, LineUpTime],
    now: datetime,
) -> BandsTold:
    """Keep who is told, and leave the letters: single ones up to the band's wish, the rest in a digest.

    Another worker may be telling the same bands of this night or of others: under the bands' locks it is
    looked at again what they have been told.
    """
    bands = list({band.id: band for band, _ in fitting}.values())
    await unit.bands.lock_all([each.id for each in bands])
    told = await unit.matches.of_events([event.id for _, event in fitting], [each.id for each in bands])
    fresh = [each for each in fitting if (each[1].id, each[0].id) not in told]
    counts = await unit.matches.told_since({each.id: _today(each, now) for each in bands})
    matches: list[NewMatch] = []
    letters: list[Letter] = []
    for band, event in sorted(fresh, key=lambda each: (each[0].id, each[1].day, each[1].id)):
        alone = counts.get(band.id, 0) < band.wishes.messages
        counts[band.id] = counts.get(band.id, 0) + alone
        matches.append(NewMatch(event.id, band.id, now, alone))
        letters += _letters(band, event, line_ups[band.id].members, now, alone=alone)
    await unit.matches.add(matches)
    await unit.outbox.put_all(letters)
    return BandsTold(len(fresh))


def _letters(
    band: Band, event: Event, members: Sequence[Membership], now: datetime, *, alone: bool
) -> list[Letter]:
    people = [each.person for each in members if may(each.role, Right.BOOK)]
    if alone:
        fits = OpenDateFits(event.id, band.id)
        return [Letter(fits, each, f"match:{event.id}:{band.id}:{each}", now) for each in people]
    due = _digest_at(band, now)
    digest = MatchDigest(band.id, (due - timedelta(days=1)).isoformat())
    day = to_wall(due, band.zone).date()
    return [Letter(digest, each, f"match:digest:{band.id}:{day}:{each}", due) for each in people]


def _digest_at(band: Band, now: datetime) -> datetime:
    """The next digest of a band."""
    today = to_wall(now, band.zone).date()
    due = to_exact(datetime.combine(today, DIGEST), band.zone)
    return due if due > now else to_exact(datetime.combine(today + timedelta(days=1), DIGEST), band.zone)


def _today(band: Band, now: datetime) -> datetime:
    """The midnight at which the band's day began."""
    return to_exact(datetime.combine(to_wall(now, band.zone).date(), time()), band.zone)
