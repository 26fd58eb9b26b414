"""What a calendar shows that is read by a secret address: rehearsals and gigs, or green zones."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.bands import Band
from core.moments import to_wall
from core.publications import Publication, PublicationKind
from core.publications.addresses import Opened
from core.publications.store import PublicationUnit
from core.scheduling.commitments.commitment import Commitment, Phase
from core.scheduling.green.zones import GreenZones, ZonesAsked, green_zones
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp
from core.scheduling.phrases.day_ranges import days_between

BACK = timedelta(days=90)
"""A calendar shows what is over for so long."""
CALLED_OFF_FOR = timedelta(days=30)
"""So long a calendar says that something was called off; then it says nothing of it."""
ZONES_AHEAD = timedelta(weeks=26)


@dataclass(frozen=True, slots=True)
class ShownCommitment:
    """A rehearsal or a gig in a calendar."""

    commitment: Commitment
    band: str
    answer: Rsvp | None
    """The person's own."""

    @property
    def cancelled(self) -> bool:
        """It was called off."""
        return self.commitment.state is CommitmentState.CANCELLED

    @property
    def tentative(self) -> bool:
        """It is proposed, or this person is not sure."""
        return self.commitment.state is CommitmentState.PROPOSED or self.answer is Rsvp.MAYBE

    @property
    def is_gig(self) -> bool:
        """A gig; else a rehearsal."""
        return self.commitment.kind is CommitmentKind.GIG


@dataclass(frozen=True, slots=True)
class CommitmentCalendar:
    """The rehearsals and gigs of a person or of a band."""

    publication: Publication
    band: Band | None
    """None: of all the person's bands."""
    zone: str
    entries: tuple[ShownCommitment, ...]


@dataclass(frozen=True, slots=True)
class GreenCalendar:
    """The green zones of a band."""

    publication: Publication
    band: Band
    zones: GreenZones


def begins(now: datetime) -> datetime:
    """From when on a calendar shows what has taken place.

    It is the same from midnight to midnight, UTC. What is over or called off leaves a calendar at midnight
    alone, so a calendar is the same all day unless something was changed.
    """
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return day - BACK


async def commitments_shown(unit: PublicationUnit, opened: Opened, *, now: datetime) -> CommitmentCalendar:
    """What stands, what is proposed, and what was called off of late."""
    publication = opened.publication
    today = begins(now) + BACK
    found = await unit.commitments.shown(publication.person, publication.band, since=begins(now))
    own = publication.kind is PublicationKind.MY_CALENDAR
    entries = tuple(
        ShownCommitment(each, band, answer)
        for each, band, answer in found
        if _shown(each, answer, today, own=own)
    )
    return CommitmentCalendar(publication, opened.band, await _zone(unit, opened), entries)


def _shown(commitment: Commitment, answer: Rsvp | None, today: datetime, *, own: bool) -> bool:
    if own and answer is Rsvp.NO:
        return False
    if commitment.state is CommitmentState.CANCELLED:
        since = commitment.changed_at
        return since is not None and today - since < CALLED_OFF_FOR
    return commitment.phase(today) is not Phase.RAN_OUT


async def zones_shown(unit: PublicationUnit, opened: Opened, *, now: datetime) -> GreenCalendar:
    """The band's green zones of the coming half year."""
    if opened.band is None:
        raise TypeError(opened)
    today = to_wall(now, opened.band.zone).date()
    days = days_between(today, today + ZONES_AHEAD)
    zones = await green_zones(unit, opened.band, ZonesAsked(days), sparing=True, now=now)
    return GreenCalendar(opened.publication, opened.band, zones)


async def _zone(unit: PublicationUnit, opened: Opened) -> str:
    if opened.band is not None:
        return opened.band.zone
    return (await unit.people.get(opened.publication.person)).zone or "UTC"
