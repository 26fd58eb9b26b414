"""The people of the town: what each of them plays, and where."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.bands import Band, Role
from core.ids import BandId, PersonId, VenueId
from core.marketplace.venues import Venue
from core.marketplace.venues.store import VenueUnit


@dataclass(frozen=True, slots=True)
class Engagement:
    """What somebody does at one place."""

    place: str
    """The name of a band or venue."""
    city: str
    part: str | None = None
    """What they play, if it is known."""
    promotes: bool = False
    """They speak for it: it is a venue."""


@dataclass(frozen=True, slots=True)
class Townsperson:
    """Somebody at a band or a venue."""

    name: str
    part: str | None = None
    dep: bool = False


@dataclass(frozen=True, slots=True)
class TownPlace:
    """A band or a venue, with its people."""

    name: str
    city: str
    people: tuple[Townsperson, ...]


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """Everybody in the town."""

    bands: tuple[TownPlace, ...]
    venues: tuple[TownPlace, ...]


async def engagements(unit: VenueUnit, person: PersonId) -> tuple[Engagement, ...]:
    """What this person does, and where."""
    bands = [
        Engagement(band.name, band.city or "", member.part) for band, member in await unit.bands.of(person)
    ]
    venues = [
        Engagement(venue.name, venue.profile.city, promotes=True) for venue, _ in await unit.venues.of(person)
    ]
    return (*bands, *venues)


async def who_is_who(unit: VenueUnit, people: Mapping[PersonId, str]) -> WhoIsWho:
    """All bands and venues of these people."""
    bands: dict[BandId, Band] = {}
    venues: dict[VenueId, Venue] = {}
    for each in people:
        bands |= {band.id: band for band, _ in await unit.bands.of(each)}
        venues |= {venue.id: venue for venue, _ in await unit.venues.of(each)}
    members = await unit.bands.members_of(list(bands))
    promoters = await unit.venues.promoters_of(list(venues))
    return WhoIsWho(
        tuple(
            TownPlace(
                band.name,
                band.city or "",
                tuple(
                    Townsperson(people.get(each.person, each.name), each.part, each.role is Role.DEP)
                    for each in members[band.id]
                ),
            )
            for band in bands.values()
        ),
        tuple(
            TownPlace(
                venue.name,
                venue.profile.city,
                tuple(Townsperson(people.get(each.person, each.name)) for each in promoters[venue.id]),
            )
            for venue in venues.values()
        ),
    )
