"""Buttons of venues and their promoters."""

from dataclasses import dataclass
from typing import ClassVar

from bots.chat.buttons import Payload
from core.ids import PromoterId, VenueId, VenueInviteId


@dataclass(frozen=True, slots=True)
class JoinVenue(Payload):
    """Become a promoter by an invite that was looked at."""

    verb: ClassVar[str] = "venuejoin"

    invite: VenueInviteId


@dataclass(frozen=True, slots=True)
class RevokeVenueInvite(Payload):
    """Revoke an invite."""

    verb: ClassVar[str] = "venuerevoke"

    invite: VenueInviteId


@dataclass(frozen=True, slots=True)
class RemovePromoter(Payload):
    """Take somebody off the venue."""

    verb: ClassVar[str] = "venueoff"

    venue: VenueId
    promoter: PromoterId


@dataclass(frozen=True, slots=True)
class CloseVenue(Payload):
    """Leave as the only promoter, which closes the venue."""

    verb: ClassVar[str] = "venueclose"

    venue: VenueId


@dataclass(frozen=True, slots=True)
class ShowVenue(Payload):
    """A venue's card."""

    verb: ClassVar[str] = "venuecard"

    venue: VenueId
