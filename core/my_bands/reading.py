"""One person's bands and venues as they stand. Nothing changes by looking, not even that it was seen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.access import Right, VenueRight, may, may_at_venue
from core.bands import Band, Membership
from core.errors import Refusal
from core.ids import PersonId
from core.journal import Act
from core.marketplace.applications import OPEN, ApplicationStage, LookAnswer
from core.marketplace.applications.bookings import clashing
from core.marketplace.applications.last_look import LookCard, look_card
from core.marketplace.applications.nights import known
from core.marketplace.applications.parties import ApplicationCard, reached, shown
from core.marketplace.applications.submission import still_open
from core.marketplace.events import Event, EventState
from core.marketplace.venues import Venue
from core.publications.availability import PublicAvailability, public_availability
from core.publications.store import PublicationUnit
from core.scheduling.commitments.clashes import LOOKAHEAD
from core.scheduling.commitments.commitment import Commitment, Phase, concerned
from core.scheduling.kinds import CommitmentState, Rsvp

MONTHS = 2
"""The month that it is, and the next."""
MOST_AHEAD = 6
"""Of what a band has in its diary, the first few."""
_UNSETTLED = (None, LookAnswer.MAYBE)


@dataclass(frozen=True, slots=True)
class CommitmentAsked:
    """A rehearsal or gig that is ahead, and the person's own answer."""

    commitment: Commitment
    answer: Rsvp | None
    asked: bool
    """The person is among those who are asked."""

    @property
    def waits(self) -> bool:
        """Whether an answer of this person is waited for."""
        return self.asked and self.answer is None and self.commitment.state is CommitmentState.PROPOSED


@dataclass(frozen=True, slots=True)
class InviteWaiting:
    """An invite to a gig that the band may confirm."""

    card: ApplicationCard
    clashes: tuple[tuple[Event, Venue], ...]
    """Nights from which confirming withdraws the band; known to those who book."""


@dataclass(frozen=True, slots=True)
class MyBand:
    """One band, as one of its people has it before them."""

    band: Band
    member: Membership
    ahead: tuple[CommitmentAsked, ...]
    """What is proposed or confirmed, by start; the first few."""
    looks: tuple[LookCard, ...]
    """Nights that the person is asked about, and has not answered for good."""
    invites: tuple[InviteWaiting, ...]
    applications: tuple[ApplicationCard, ...]
    """Those that something may still come of, but for invites."""
    days: PublicAvailability
    """The green zones of this month and the next, by days."""

    @property
    def next(self) -> CommitmentAsked | None:
        """What is on next for certain."""
        return next((each for each in self.ahead if each.commitment.state is CommitmentState.CONFIRMED), None)


@dataclass(frozen=True, slots=True)
class NightAhead:
    """A published night of a venue."""

    event: Event
    waiting: int
    """How many applications wait for the venue."""
    kept: int
    """How many bands have been accepted and have still to confirm."""


@dataclass(frozen=True, slots=True)
class MyVenue:
    """One venue, as one of its promoters has it before them."""

    venue: Venue
    nights: tuple[NightAhead, ...]


async def my_bands(unit: PublicationUnit, person: PersonId, *, now: datetime) -> tuple[MyBand, ...]:
    """The person's bands, by name."""
    mine = await unit.bands.of(person)
    looks = await _looks(unit, person, [band for band, _ in mine], now=now)
    return tuple([await _band(unit, band, member, looks, now=now) for band, member in mine])


async def my_venues(unit: PublicationUnit, person: PersonId, *, now: datetime) -> tuple[MyVenue, ...]:
    """The venues that the person chooses for, by name."""
    mine = await unit.venues.of(person)
    return tuple(
        [
            await _venue(unit, venue, now=now)
            for venue, promoter in mine
            if may_at_venue(promoter.role, VenueRight.CHOOSE)
        ]
    )


async def _band(
    unit: PublicationUnit, band: Band, member: Membership, looks: Sequence[LookCard], *, now: datetime
) -> MyBand:
    cards = await _open_applications(unit, band, member.person, now=now)
    accepted = [each for each in cards if each.stage is ApplicationStage.ACCEPTED]
    return MyBand(
        band=band,
        member=member,
        ahead=await _ahead(unit, band, member, now=now),
        looks=tuple(each for each in looks if each.band.id == band.id),
        invites=tuple([await _invite(unit, each, member, now=now) for each in accepted]),
        applications=tuple(each for each in cards if each.stage is not ApplicationStage.ACCEPTED),
        days=await public_availability(unit, band, now=now, count=MONTHS),
    )


async def _ahead(
    unit: PublicationUnit, band: Band, member: Membership, *, now: datetime
) -> tuple[CommitmentAsked, ...]:
    found = await unit.commitments.of_band(band.id, start=now, end=now + LOOKAHEAD)
    coming = [each for each in found if each.phase(now) in (Phase.PROPOSED, Phase.CONFIRMED)][:MOST_AHEAD]
    answers = await unit.commitments.answers([each.id for each in coming])
    return tuple(
        CommitmentAsked(
            each, answers[each.id].get(member.person), bool(concerned([member], answers[each.id]))
        )
        for each in coming
    )


async def _open_applications(
    unit: PublicationUnit, band: Band, person: PersonId, *, now: datetime
) -> list[ApplicationCard]:
    found = await unit.applications.of_band(band.id, after=now)
    standing = [each for each, _, _ in found if each.stage(now) in OPEN]
    return [await shown(unit, await reached(unit, person, each.id), now=now) for each in standing]


async def _invite(
    unit: PublicationUnit, card: ApplicationCard, member: Membership, *, now: datetime
) -> InviteWaiting:
    if not may(member.role, Right.BOOK):
        return InviteWaiting(card, ())
    found = await clashing(unit, looking(member.person, now), card.application.id)
    return InviteWaiting(card, tuple((event, venue) for _, event, venue in found))


async def _looks(
    unit: PublicationUnit, person: PersonId, bands: Iterable[Band], *, now: datetime
) -> list[LookCard]:
    """What the person is asked about and has not settled, as long as something may come of it."""
    known_bands = {each.id: each for each in bands}
    cards = []
    for look in await unit.applications.looks_of(person, after=now):
        if look.band not in known_bands or look.answer not in _UNSETTLED or look.left_out:
            continue
        card = await look_card(unit, known_bands[look.band], look.event, person, now=now)
        if (card.stage is None or card.stage in OPEN) and _is_open(card, now):
            cards.append(card)
    return cards


def _is_open(card: LookCard, now: datetime) -> bool:
    try:
        still_open(card.event, card.venue, now)
    except Refusal:
        return False
    return True


async def _venue(unit: PublicationUnit, venue: Venue, *, now: datetime) -> MyVenue:
    found = await unit.events.of_venue(venue.id, start=now, end=now + LOOKAHEAD)
    nights = [each for each in found if each.state is EventState.PUBLISHED]
    there = known(await unit.applications.of_events([each.id for each in nights]))
    stages = [(each.event, each.stage(now)) for each, _ in there]
    return MyVenue(
        venue,
        tuple(
            NightAhead(
                each,
                stages.count((each.id, ApplicationStage.PENDING)),
                stages.count((each.id, ApplicationStage.ACCEPTED)),
            )
            for each in nights
        ),
    )


def looking(person: PersonId, now: datetime) -> Act:
    """What use cases are given that only show something to a person."""
    return Act(person, now, "")
