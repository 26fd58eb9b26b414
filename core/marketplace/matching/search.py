"""`/find`: open dates on which a band can play, the best first; and one match looked at again."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from core.bands import Band, Membership
from core.ids import EventId, PersonId
from core.marketplace.applications import OPEN, Application, ApplicationStage
from core.marketplace.events import Event, EventState
from core.marketplace.events.times import doors_at
from core.marketplace.matching.fit import Fit, Grade, fit, named_genres
from core.marketplace.matching.genres import shared_genres
from core.marketplace.matching.line_ups import line_ups_of, said_yes
from core.marketplace.matching.store import MarketUnit
from core.marketplace.venues import Venue
from core.moments import to_exact
from core.scheduling.cities import City
from core.scheduling.phrases.day_ranges import DayRange
from core.stars import RatingSummary


@dataclass(frozen=True, slots=True)
class DatesWanted:
    """What is looked for, beside what the band looks for anyway."""

    days: DayRange
    """Wall time in the band's zone."""
    amber: bool = False
    """Amber nights as well."""
    genre: str | None = None
    near: City | None = None
    """Around that city instead of the band's own."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """An open date that fits."""

    event: Event
    venue: Venue
    fit: Fit
    application: Application | None = None
    """What the band has under way for it."""


@dataclass(frozen=True, slots=True)
class DatesFound:
    """Open dates for a band, the best first."""

    band: Band
    wanted: DatesWanted
    dates: tuple[FoundDate, ...]
    members: tuple[Membership, ...]
    """The line-up, by whom reasons are named."""
    amber: int = 0
    """How many more there are that are amber."""
    others: int = 0
    """How many open dates there are in those days that do not fit, wherever they are."""


@dataclass(frozen=True, slots=True)
class MatchCard:
    """One night as it fits one band, for those who book for the band."""

    band: Band
    event: Event
    venue: Venue
    fit: Fit | None
    """None: it no longer fits."""
    members: tuple[Membership, ...]
    application: Application | None
    aside: bool = False
    """The band does not want it."""
    rated: RatingSummary = field(default_factory=RatingSummary)
    """What bands say of the venue."""


async def find(unit: MarketUnit, band: Band, wanted: DatesWanted, *, now: datetime) -> DatesFound:
    """Open dates in those days, by how well they fit: green before amber, near before far."""
    start = to_exact(wanted.days.windows[0][0], band.zone)
    end = to_exact(wanted.days.windows[-1][1], band.zone)
    inside = await unit.events.open_between(max(start, now - _DAY), end)
    dates = [each for each in inside if doors_at(each[0]) > now and _in_days(each[0].day, wanted.days)]
    aside = await unit.matches.aside_of(band.id)
    line_up = (await line_ups_of(unit, [band], start - _DAY, end + _DAY))[band.id]
    line_up = replace(line_up, yes=await said_yes(unit, [each.id for each, _ in dates], band.id))
    found: list[FoundDate] = []
    under_way = await _under_way(unit, band, now)
    for event, venue in dates:
        if event.id in aside or not _of_genre(event, venue, wanted.genre):
            continue
        fits = fit(band, event, venue, line_up, near=wanted.near)
        if fits is not None:
            found.append(FoundDate(event, venue, fits, under_way.get(event.id)))
    found.sort(key=_best_first)
    green = [each for each in found if each.fit.grade is Grade.GREEN]
    shown = found if wanted.amber else green
    more = 0 if wanted.amber else len(found) - len(green)
    return DatesFound(band, wanted, tuple(shown), tuple(line_up.members), more, len(dates) - len(found))


async def match_card(
    unit: MarketUnit, band: Band, which: EventId, person: PersonId, *, now: datetime
) -> MatchCard | None:
    """One night for one band as it is now; None: there is nothing of it left to show."""
    reached = await unit.events.reach(which, person)
    if reached is None:
        return None
    event, venue, _ = reached
    if event.state is not EventState.PUBLISHED or doors_at(event) <= now:
        return None
    begins = doors_at(event)
    line_up = (await line_ups_of(unit, [band], begins - 2 * _DAY, begins + 2 * _DAY))[band.id]
    line_up = replace(line_up, yes=await said_yes(unit, [which], band.id))
    under_way = await _under_way(unit, band, now)
    fits = fit(band, event, venue, line_up) if event.open_slots else None
    aside = await unit.matches.is_set_aside(which, band.id)
    rated = (await unit.ratings.of_venues([venue.id], now=now)).get(venue.id, RatingSummary())
    return MatchCard(band, event, venue, fits, tuple(line_up.members), under_way.get(which), aside, rated)


async def _under_way(unit: MarketUnit, band: Band, now: datetime) -> dict[EventId, Application]:
    standing = (*OPEN, ApplicationStage.CONFIRMED)
    all_ = await unit.applications.of_band(band.id, after=now)
    return {event.id: each for each, event, _ in all_ if each.stage(now) in standing}


def _of_genre(event: Event, venue: Venue, genre: str | None) -> bool:
    if genre is None:
        return True
    named = named_genres(event, venue)
    return event.terms.any_genre or not named or bool(shared_genres(named, [genre]))


def _in_days(day: date, days: DayRange) -> bool:
    midnight = datetime(day.year, day.month, day.day)
    return any(low < midnight + _DAY and midnight < high for low, high in days.windows)


def _best_first(found: FoundDate) -> tuple[bool, int, date, int, int]:
    return (
        found.fit.grade is Grade.AMBER,
        -len(found.fit.genres),
        found.event.day,
        found.fit.kilometres,
        found.event.id,
    )


_DAY = timedelta(days=1)
