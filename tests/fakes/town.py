"""Venues with nights of every sort, and bands that play there or would like to: put straight into the store."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from core.bands import Role
from core.ids import AccountRef, Platform
from core.marketplace.applications import ApplicationState, NewApplication
from core.marketplace.events import EventState, NewEvent, NewSlot, Terms
from core.marketplace.events.times import doors_at, night_times
from core.marketplace.posts.values import (
    Fee,
    FeeShape,
    InKind,
    Per,
    Point,
    PointOfDay,
    SlotKind,
    Tickets,
)
from core.marketplace.venues import Requirement, Room, VenueProfile
from core.money import Money

PUT_UP = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
FRIDAY = date(2026, 12, 11)
DOORS = PointOfDay(Point.DOORS, time(19, 30))
EVENING = Terms(
    points=(
        PointOfDay(Point.LOAD_IN, time(17)),
        PointOfDay(Point.SOUNDCHECK, time(17, 45)),
        DOORS,
        PointOfDay(Point.ON_STAGE, time(20, 15)),
        PointOfDay(Point.CURFEW, time(0, 30)),
    ),
    capacity=200,
    genres=("indie", "punk"),
    fee=Fee(FeeShape.GUARANTEE, Money(15000, "GBP"), per=Per.EACH, in_kind=(InKind.RIDER,)),
    tickets=Tickets(advance=Money(800, "GBP"), door=Money(1000, "GBP")),
    age_from=18,
    notes=("drums and bass cab are there",),
)
HERON = VenueProfile(
    "The Heron",
    "Leeds",
    "Europe/London",
    address="14 Mill St",
    capacity=200,
    rooms=(Room("Main hall", 200), Room("Cellar", 60)),
    genres=("indie", "punk"),
    age_from=18,
    backline="drums, bass cab, two guitar combos",
    house_terms="curfew 23:00, sound engineer included",
    requires=(Requirement.LINKS,),
    links={"website": "https://theheron.example/", "instagram": "https://instagram.com/theheron"},
)
BILL = (
    NewSlot(1, SlotKind.HEADLINER, 60),
    NewSlot(2, SlotKind.SUPPORT, 30),
    NewSlot(3, SlotKind.SUPPORT, 30),
)
PRIVATE = ("Anabel", "Bohumil", "Danuta", "The Shy Applicants", "call us on 07700 900123")
"""What no page may show: players, promoters, applicants, and their lines to the venue."""


@dataclass
class Town:
    """The store, and who is in it by now."""

    units: object
    dana: object = None

    async def open(self):
        async with self.units.write() as unit:
            self.dana = await _person(unit, "Danuta")
        return self

    async def venue(self, profile=HERON, **facts):
        async with self.units.write() as unit:
            number = await unit.venues.make(replace(profile, **facts), at=PUT_UP)
            await unit.venues.add_promoter(number, self.dana.id, at=PUT_UP)
            return await unit.venues.get(number)

    async def close(self, venue):
        async with self.units.write() as unit:
            await unit.venues.close(venue.id, at=PUT_UP)

    async def band(
        self, name, *, city="Leeds", zone="Europe/London", genres=("indie",), people=("Anabel", "Bohumil")
    ):
        async with self.units.write() as unit:
            number = await unit.bands.make(name=name, city=city, zone=zone, genres=list(genres), at=PUT_UP)
            for each in people:
                person = await _person(unit, each)
                await unit.bands.add_member(
                    number, person.id, role=Role.OWNER, part=None, required=True, at=PUT_UP
                )
            return await unit.bands.get(number)

    async def night(
        self, venue, *, day=FRIDAY, slots=BILL, terms=EVENING, state=EventState.PUBLISHED, booked=()
    ):
        """`booked`: the bands that play the first slots."""
        async with self.units.write() as unit:
            new = NewEvent(venue.id, day, venue.zone, state, terms, self.dana.id, PUT_UP)
            event = await unit.events.add(new, slots, post=None)
            for slot, band in zip(event.slots, booked, strict=False):
                await unit.events.fill(slot.id, band.id, None)
            if state in (EventState.PUBLISHED, EventState.CANCELLED):
                await unit.events.set_state([replace(event, published_at=PUT_UP)], at=PUT_UP)
            return await unit.events.get(event.id)

    async def change(self, event, *, at, **facts):
        async with self.units.write() as unit:
            await unit.events.replace(replace(event, **facts), at=at)
            return await unit.events.get(event.id)

    async def call_off(self, event, *, at=PUT_UP):
        async with self.units.write() as unit:
            await unit.events.set_state([replace(event, state=EventState.CANCELLED)], at=at)

    async def applies(self, band, event):
        """An application of which nobody but its two sides may know."""
        async with self.units.write() as unit:
            [member, *_] = await unit.bands.members(band.id)
            await unit.applications.add(
                NewApplication(
                    event=event.id,
                    band=band.id,
                    kind=SlotKind.SUPPORT,
                    state=ApplicationState.PENDING,
                    made_by=member.person,
                    made_at=PUT_UP,
                    doors_at=doors_at(event),
                    ends_at=night_times(event).ends_at,
                    sent_at=PUT_UP,
                    note=PRIVATE[-1],
                )
            )


async def _person(unit, name):
    ref = AccountRef(Platform.CONSOLE, name)
    found = await unit.people.by_account(ref)
    return found[0] if found else await unit.people.register(ref, name=name, locale="en-GB", at=PUT_UP)
