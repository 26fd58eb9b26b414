"""People, bands, venues and nights for the tests of stores."""

from datetime import UTC, date, datetime, time

from core.bands import Role
from core.ids import AccountRef, Platform
from core.marketplace.events import EventState, NewEvent, NewSlot, Terms
from core.marketplace.posts.values import Point, PointOfDay, SlotKind
from core.marketplace.venues import VenueProfile

NOW = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
FRIDAY = date(2026, 12, 11)
BILL = (NewSlot(1, SlotKind.HEADLINER, 60), NewSlot(2, SlotKind.SUPPORT, 40))
EVENING = Terms(points=(PointOfDay(Point.DOORS, time(19, 30)), PointOfDay(Point.CURFEW, time(23))))
"""In London, in winter: from 19:30 to 23:00, also in UTC."""


async def person(unit, name, *, platform=Platform.DISCORD, at=NOW):
    return await unit.people.register(AccountRef(platform, f"key of {name}"), name=name, locale=None, at=at)


async def band(unit, name, *members, role=Role.MEMBER, at=NOW):
    made = await unit.bands.make(name=name, city="London", zone="Europe/London", genres=["indie"], at=at)
    for each in members:
        await unit.bands.add_member(made, each.id, role=role, part=None, required=True, at=at)
    return made


async def venue(unit, name, *promoters, at=NOW, **facts):
    profile = VenueProfile(name, **{"city": "London", "zone": "Europe/London", **facts})
    made = await unit.venues.make(profile, at=at)
    for each in promoters:
        await unit.venues.add_promoter(made, each.id, at=at)
    return made


async def night(
    unit, at, by, *, day=FRIDAY, slots=BILL, terms=EVENING, post=None, state=EventState.PUBLISHED
):
    new = NewEvent(at, day, "Europe/London", state, terms, by.id, NOW)
    return await unit.events.add(new, slots, post=post)


async def waiting(unit, person, place, *, now=NOW):
    """The draft that a plain message there answers."""
    return (await unit.arrivals.meet("", person, [place], now=now)).waiting(place)
