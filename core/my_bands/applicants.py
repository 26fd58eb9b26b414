"""The bands that have applied to one night of a venue, as its promoters choose among them."""

from dataclasses import dataclass
from datetime import datetime

from core.bands import SERVICES
from core.bands.addresses import NoAddress
from core.bands.players import Playable, player_of
from core.ids import EventId, PersonId
from core.journal import Act
from core.marketplace.applications import ApplicationStage
from core.marketplace.applications.nights import night_card
from core.marketplace.applications.parties import ApplicationCard, card_of, reached
from core.marketplace.events import Event
from core.marketplace.venues import Venue
from core.publications.store import PublicationUnit

_ORDER = (
    ApplicationStage.CONFIRMED,
    ApplicationStage.PLAYED,
    ApplicationStage.ACCEPTED,
    ApplicationStage.PENDING,
)
"""The settled ones first, then those that wait; all others are over."""


@dataclass(frozen=True, slots=True)
class ApplicantShown:
    """One band that has applied, or was asked."""

    card: ApplicationCard
    links: tuple[tuple[str, str], ...]
    """The band's profiles elsewhere, by service, that hold no player."""
    players: tuple[Playable, ...]

    @property
    def over(self) -> bool:
        """Nothing comes of it any more."""
        return self.card.stage not in _ORDER


@dataclass(frozen=True, slots=True)
class ApplicantsOfNight:
    """A night of a venue with its applicants."""

    event: Event
    venue: Venue
    applicants: tuple[ApplicantShown, ...]
    """The settled ones, the shortlist, the others that wait, and those that are over; each by their time."""


async def applicants(
    unit: PublicationUnit, person: PersonId, which: EventId, *, now: datetime
) -> ApplicantsOfNight:
    """The night and all that its venue knows of. Raises Gone, NotAPromoter."""
    night = await night_card(unit, Act(person, now, ""), which)
    reaches = [await reached(unit, person, each.id) for each, _ in night.applicants]
    line_ups = await unit.bands.members_of([each.band.id for each in reaches])
    cards = [card_of(each, now=now, members=line_ups.get(each.band.id, ())) for each in reaches]
    return ApplicantsOfNight(night.event, night.venue, tuple(map(_shown, sorted(cards, key=_place))))


def _place(card: ApplicationCard) -> tuple[int, bool, int]:
    place = _ORDER.index(card.stage) if card.stage in _ORDER else len(_ORDER)
    return place, card.application.shortlisted_at is None, card.application.id


def _shown(card: ApplicationCard) -> ApplicantShown:
    links, players = [], []
    for service in SERVICES:
        address = card.band.links.get(service)
        if address is None:
            continue
        playable = _playable(address)
        if playable is None:
            links.append((service, address))
        else:
            players.append(playable)
    return ApplicantShown(card, tuple(links), tuple(players))


def _playable(address: str) -> Playable | None:
    """What can be played there; None: nothing that is known to."""
    try:
        found = player_of(address)
    except NoAddress:
        return None
    return found if found.embed else None
