"""What becomes of applications and bookings when a band or a venue ends: the other side is told.

The nights are locked first and the ends written later in the same unit, since the band is locked in between.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.ids import BandId, VenueId
from core.journal import Act
from core.marketplace.applications import OPEN, Application, ApplicationStage, ApplicationState, Side
from core.marketplace.applications.gigs import end_gig
from core.marketplace.applications.notices import OtherSideGone
from core.marketplace.applications.parties import letters, speakers
from core.marketplace.applications.store import ApplicationUnit
from core.marketplace.events import Event, EventState
from core.marketplace.venues import Venue
from core.outbox import Letter
from core.scheduling.commitments.clashes import LOOKAHEAD

Standing = tuple[Application, Event, Venue]


async def hold_for_bands(unit: ApplicationUnit, act: Act, bands: Sequence[BandId]) -> list[Standing]:
    """Lock the nights that these bands have to do with; returns what something may still come of."""
    found = [each for band in bands for each in await unit.applications.of_band(band, after=act.at)]
    standing = [each for each in found if _stands(each[0], act)]
    await unit.events.lock(*(event.id for _, event, _ in standing))
    return standing


async def end_with_bands(unit: ApplicationUnit, act: Act, standing: Sequence[Standing]) -> None:
    """The bands have ended: their applications are withdrawn, their gigs called off, their slots open."""
    out: list[Letter] = []
    for application, event, venue in standing:
        confirmed = application.state is ApplicationState.CONFIRMED
        state = ApplicationState.CANCELLED if confirmed else ApplicationState.WITHDRAWN
        await end_gig(unit, act, application)
        if confirmed and application.slot is not None:
            await unit.events.fill(application.slot, None, None)
            await unit.events.ask_for_matches([event.id], at=act.at)
        await unit.applications.replace([_ended(application, state, Side.BAND)])
        if application.sent_at is not None:
            people = speakers(await unit.venues.promoters(venue.id))
            out += letters(act, OtherSideGone(application.id), people, f"application:gone:{application.id}")
    await unit.outbox.put_all(out)


async def hold_for_venues(unit: ApplicationUnit, act: Act, venues: Sequence[VenueId]) -> list[Event]:
    """Lock the nights ahead of these venues; returns those that are published."""
    found = [
        each
        for venue in venues
        for each in await unit.events.of_venue(venue, start=act.at, end=act.at + LOOKAHEAD)
    ]
    await unit.events.lock(*(each.id for each in found))
    return [each for each in found if each.state is EventState.PUBLISHED]


async def end_with_venues(unit: ApplicationUnit, act: Act, nights: Sequence[Event]) -> None:
    """The venues have ended: their nights are cancelled, with every application and booking."""
    await unit.events.set_state([replace(each, state=EventState.CANCELLED) for each in nights], at=act.at)
    out: list[Letter] = []
    for application, _ in await unit.applications.of_events([each.id for each in nights]):
        if not _stands(application, act):
            continue
        await end_gig(unit, act, application)
        if application.state is ApplicationState.CONFIRMED and application.slot is not None:
            await unit.events.fill(application.slot, None, None)
        ended = _ended(application, ApplicationState.CANCELLED, Side.VENUE)
        await unit.applications.replace([ended])
        people = [each.person for each in await unit.bands.members(application.band)]
        out += letters(act, OtherSideGone(application.id), people, f"application:gone:{application.id}")
    await unit.outbox.put_all(out)


def _stands(application: Application, act: Act) -> bool:
    return application.stage(act.at) in (*OPEN, ApplicationStage.CONFIRMED)


def _ended(application: Application, state: ApplicationState, side: Side) -> Application:
    return replace(application, state=state, ended_by=side, slot=None, keeps_until=None, look_until=None)
