"""Venues, nights and applications as they stand before a race, put straight into the store."""

from dataclasses import replace
from datetime import date, time, timedelta

from core.bands import Band, Role
from core.ids import ApplicationId, EventId
from core.marketplace.applications import (
    Application,
    ApplicationState,
    LookAnswer,
    NewApplication,
    PlayerLook,
    keep_until,
)
from core.marketplace.events import Event, EventState, NewEvent, NewSlot, Terms
from core.marketplace.events.times import doors_at, night_times
from core.marketplace.posts.values import Point, PointOfDay, SlotKind
from core.marketplace.venues import Venue, VenueProfile
from storage import schema as tables
from tests.races.scenes import Line, Scene

FRIDAY = date(2026, 12, 11)
LOOKING, PENDING, ACCEPTED = ApplicationState.LOOKING, ApplicationState.PENDING, ApplicationState.ACCEPTED
SUPPORT, HEADLINER = SlotKind.SUPPORT, SlotKind.HEADLINER


def terms(start: time = time(19, 30), end: time = time(23, 30)) -> Terms:
    """What a night offers whose doors open and that ends at those times."""
    return Terms(points=(PointOfDay(Point.DOORS, at=start), PointOfDay(Point.CURFEW, at=end)))


class MarketScene(Scene):
    """A store with venues and their nights in it, too."""

    async def venue(self, name: str, *promoters: str) -> Venue:
        profile = VenueProfile(name=name, city="Leeds", zone="Europe/London")
        async with self.units.write() as unit:
            number = await unit.venues.make(profile, at=self.clock.now())
            for each in promoters:
                person = await self.person(unit, each)
                await unit.venues.add_promoter(number, person, at=self.clock.now())
        return Venue(number, profile)

    async def night(
        self,
        venue: Venue,
        *kinds: SlotKind,
        by: str,
        day: date = FRIDAY,
        state: EventState = EventState.PUBLISHED,
        offers: Terms | None = None,
        post: EventId | None = None,
    ) -> Event:
        """A night with such slots, one support without any."""
        async with self.units.write() as unit:
            new = NewEvent(
                venue=venue.id,
                day=day,
                zone=venue.zone,
                state=state,
                terms=offers or terms(),
                made_by=await self.person(unit, by),
                made_at=self.clock.now(),
            )
            slots = [NewSlot(number, kind) for number, kind in enumerate(kinds or (SUPPORT,), 1)]
            return await unit.events.add(new, slots, post=post)

    async def applies(
        self, line: Line, night: Event, state: ApplicationState = PENDING, *, slot: int = 0
    ) -> ApplicationId:
        """The band's application to a slot of the night, which is kept for a band that is accepted."""
        now, meant = self.clock.now(), night.slots[slot]
        new = NewApplication(
            event=night.id,
            band=line.band.id,
            kind=meant.kind,
            state=state,
            made_by=next(iter(line.people.values())),
            made_at=now,
            doors_at=doors_at(night),
            ends_at=night_times(night).ends_at,
            slot=meant.id if state is ACCEPTED else None,
            sent_at=None if state is LOOKING else now,
            look_until=now + timedelta(days=1) if state is LOOKING else None,
            keeps_until=keep_until(doors_at(night), now) if state is ACCEPTED else None,
        )
        async with self.units.write() as unit:
            return await unit.applications.add(new)

    async def asked(self, line: Line, night: Event, **answers: LookAnswer | None) -> None:
        """What the players have answered to the band's last look, by their names."""
        now = self.clock.now()
        async with self.units.write() as unit:
            await unit.applications.set_looks(
                [
                    PlayerLook(night.id, line.band.id, line.people[who], now, answer)
                    for who, answer in answers.items()
                ]
            )

    async def duo(self, number: int, player: str | None = None) -> Line:
        """A band of its own owner and perhaps a player whom it shares with others."""
        shared = {player: Role.MEMBER} if player else {}
        return await self.line_up(f"Band {number}", **{f"Owner{number}": Role.OWNER}, **shared)

    async def at_home(self, line: Line) -> None:
        """The band is one of Leeds, as the venues are."""
        async with self.units.write() as unit:
            await unit.bands.set_profile(replace(line.band, city="Leeds"))

    async def settled(self) -> None:
        """No band is to be looked at."""
        async with self.engine.begin() as connection:
            await connection.execute(tables.band.update().values(freed=False))

    async def wanted(self, *nights: Event) -> None:
        """The bands that fit these nights are to be looked for."""
        async with self.units.write() as unit:
            await unit.events.ask_for_matches([each.id for each in nights], at=self.clock.now())

    async def application(self, which: ApplicationId) -> Application:
        async with self.units.read() as unit:
            return await unit.applications.get(which)

    async def states(self, *which: ApplicationId) -> list[str]:
        return [(await self.application(each)).state.value for each in which]

    async def event(self, which: EventId) -> Event:
        async with self.units.read() as unit:
            return await unit.events.get(which)

    async def gigs(self, band: Band) -> list[str]:
        """The states of what stands in the band's diary."""
        async with self.units.read() as unit:
            start = self.clock.now()
            found = await unit.commitments.of_band(band.id, start=start, end=start + timedelta(days=90))
        return [each.state.value for each in found]
