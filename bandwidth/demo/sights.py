"""What the tour sees of the town at a moment: diaries, and how applications stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.access import Right, may
from core.ids import AccountRef, ApplicationId, BandId, EventId, PersonId, Platform
from core.marketplace.applications import Application, ApplicationStage
from core.marketplace.applications.store import ApplicationUnit
from core.scheduling.availability.ports import Availability

_AHEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class SeenApplication:
    """An application, and the names of those who have a say in it."""

    application: Application
    stage: ApplicationStage
    band: str
    venue: str
    bookers: tuple[str, ...]
    promoters: tuple[str, ...]

    @property
    def booker(self) -> str:
        """The first who acts for the band."""
        return next(iter(self.bookers), "")

    @property
    def promoter(self) -> str:
        """The first who acts for the venue."""
        return next(iter(self.promoters), "")


@dataclass(frozen=True, slots=True)
class Sight:
    """The town as it is."""

    diaries: Mapping[PersonId, list[Availability]] = field(default_factory=dict)
    applications: Mapping[ApplicationId, SeenApplication] = field(default_factory=dict)


async def look(unit: ApplicationUnit, people: Mapping[PersonId, str], now: datetime) -> Sight:
    """Look at these people's diaries, and at all applications."""
    venues = {each.id: each for each in await unit.venues.all_open()}
    where: dict[EventId, str] = {}
    promoters: dict[EventId, tuple[str, ...]] = {}
    speaking = await unit.venues.promoters_of(list(venues))
    for venue in venues.values():
        for night in await unit.events.of_venue(venue.id, start=now, end=now + _AHEAD):
            where[night.id] = venue.name
            promoters[night.id] = tuple(people.get(each.person, each.name) for each in speaking[venue.id])
    found = await unit.applications.of_events(list(where))
    members = await unit.bands.members_of(list({each.band for each, _ in found}))
    bookers: dict[BandId, tuple[str, ...]] = {
        band: tuple(people.get(each.person, each.name) for each in those if may(each.role, Right.BOOK))
        for band, those in members.items()
    }
    return Sight(
        await unit.diaries.of(list(people)),
        {
            each.id: SeenApplication(
                each,
                each.stage(now),
                name,
                where[each.event],
                bookers.get(each.band, ()),
                promoters[each.event],
            )
            for each, name in found
        },
    )


async def known(unit: ApplicationUnit, names: tuple[str, ...]) -> dict[PersonId, str]:
    """The people of these names at the console."""
    found = {each: await unit.people.by_account(AccountRef(Platform.CONSOLE, each)) for each in names}
    return {both[0].id: name for name, both in found.items() if both is not None}
