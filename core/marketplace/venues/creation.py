"""Making a venue, and showing it."""

from dataclasses import dataclass, field, replace

from core.access import NotAPromoter, VenueRight, may_at_venue
from core.bands.names import visible
from core.ids import VenueId
from core.journal import Act, Gone
from core.marketplace.venues import NAME_LIMIT, Promoter, Venue, VenueProfile
from core.marketplace.venues.changes import VenueMadeFacts
from core.marketplace.venues.refusals import VenueNameNotUsable
from core.marketplace.venues.store import VenueUnit
from core.stars import RatingSummary


@dataclass(frozen=True, slots=True)
class VenueMade:
    """A venue was made, and the caller is its promoter."""

    venue: Venue
    zone_taken: str | None
    """The venue's zone, when the caller had none and was given it."""
    before: bool = False
    """The caller already had one of that name in that city; nothing was made."""


@dataclass(frozen=True, slots=True)
class VenueCard:
    """A venue as everybody may see it."""

    venue: Venue
    open_dates: int
    """How many published dates ahead have an open slot."""
    yours: bool
    """The reader is one of its promoters."""
    rated: RatingSummary = field(default_factory=RatingSummary)
    """What bands say of it."""


async def make_venue(unit: VenueUnit, act: Act, profile: VenueProfile) -> VenueMade:
    """Make a venue whose promoter is the caller. Raises VenueNameNotUsable."""
    made = await open_venue(unit, act, profile)
    if not made.before:
        await unit.journal.record(act, VenueMadeFacts(made.venue.id))
    return made


async def open_venue(unit: VenueUnit, act: Act, profile: VenueProfile) -> VenueMade:
    """The same for a turn that records something else, such as its first post. Raises VenueNameNotUsable."""
    name = " ".join(profile.name.split())
    if len(name) > NAME_LIMIT or not visible(name):
        raise VenueNameNotUsable
    for other, _ in await unit.venues.of(act.person):
        if other.name.casefold() == name.casefold() and other.profile.city == profile.city:
            return VenueMade(other, None, before=True)
    profile = replace(profile, name=name)
    number = await unit.venues.make(profile, at=act.at)
    await unit.venues.add_promoter(number, act.person, at=act.at)
    await unit.venues.set_last(act.person, number)
    taken = profile.zone if (await unit.people.get(act.person)).zone is None else None
    if taken:
        await unit.people.set_zone(act.person, taken)
    return VenueMade(Venue(number, profile), taken)


async def reached_venue(
    unit: VenueUnit, act: Act, venue: VenueId, right: VenueRight
) -> tuple[Venue, Promoter]:
    """The venue, if the caller may do that there. Raises Gone, NotAPromoter."""
    found = await unit.venues.reach(venue, act.person)
    if found is None:
        raise Gone
    place, promoter = found
    if promoter is None or not may_at_venue(promoter.role, right):
        raise NotAPromoter(place.name)
    return place, promoter
