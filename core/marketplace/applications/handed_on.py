"""What an invite to a gig shows to whoever was handed its code, in the band or not."""

from dataclasses import dataclass
from datetime import date, datetime, time

from core.ids import ApplicationId, BandId, PersonId
from core.marketplace.applications import ApplicationStage
from core.marketplace.applications.refusals import ApplicationOver, NoSuchGigCode
from core.marketplace.applications.store import ApplicationUnit
from core.marketplace.applications.submission import still_open
from core.marketplace.events import Event
from core.marketplace.posts.values import Point, PointOfDay, SlotKind

_NEVER_MADE, _NOBODY, _NO_BAND = ApplicationId(0), PersonId(0), BandId(0)
_ON_STAGE = (Point.ON_STAGE, Point.SET)


@dataclass(frozen=True, slots=True)
class SetTime:
    """When music begins, or the act goes on: wall time at the venue."""

    start: time
    end: time | None
    """None: not said."""


@dataclass(frozen=True, slots=True)
class GigInviteShown:
    """An invite to a gig, without its fee, the rest of the bill, and names of people."""

    band: str
    venue: str
    city: str
    day: date
    zone: str
    """IANA: the zone of the venue."""
    slot: SlotKind
    doors: time | None
    """None: not said."""
    sets: tuple[SetTime, ...]
    """As far as they are said without the name of an act."""


async def show_gig_invite(unit: ApplicationUnit, code: str, *, now: datetime) -> GigInviteShown:
    """Show the invite of a code; opening it changes nothing.

    As much is looked up for a code that never was as for one that is over.
    Raises NoSuchGigCode, ApplicationOver, NotPublished, NightPast.
    """
    which = await unit.applications.by_code(code)
    reach = await unit.applications.reach(which or _NEVER_MADE, _NOBODY)
    band = await unit.bands.get(reach.band.id if reach else _NO_BAND)
    if reach is None or band is None:
        raise NoSuchGigCode
    application, event, venue = reach.application, reach.event, reach.venue
    stage = application.stage(now)
    if stage is not ApplicationStage.ACCEPTED:
        raise ApplicationOver(band.name, stage)
    still_open(event, venue, now)
    slot = event.slot(application.slot)
    kind = application.kind if slot is None else slot.kind
    city, points = venue.profile.city, _points(event)
    doors = next((each.at for each in points if each.point is Point.DOORS), None)
    return GigInviteShown(band.name, venue.name, city, event.day, event.zone, kind, doors, _sets(points))


def _points(event: Event) -> list[PointOfDay]:
    """The points of that day; the set of an act that is named is nobody else's business."""
    return [each for each in event.terms.points if each.on in (None, event.day) and not each.of]


def _sets(points: list[PointOfDay]) -> tuple[SetTime, ...]:
    on_stage = [each for each in points if each.point in _ON_STAGE]
    return tuple(SetTime(each.at, each.until) for each in on_stage if each.at is not None)
