"""The ids of things inside the program, platforms, and the accounts on them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", int)
BandId = NewType("BandId", int)
MembershipId = NewType("MembershipId", int)
AvailabilityId = NewType("AvailabilityId", int)
ChangeId = NewType("ChangeId", int)
InviteId = NewType("InviteId", int)
NoticeId = NewType("NoticeId", int)
PendingId = NewType("PendingId", int)
FeedId = NewType("FeedId", int)
CommitmentId = NewType("CommitmentId", int)
AccountId = NewType("AccountId", int)
LinkCodeId = NewType("LinkCodeId", int)
VenueId = NewType("VenueId", int)
PromoterId = NewType("PromoterId", int)
VenueInviteId = NewType("VenueInviteId", int)
EventId = NewType("EventId", int)
SlotId = NewType("SlotId", int)
ApplicationId = NewType("ApplicationId", int)
PublicationId = NewType("PublicationId", int)
WebLinkId = NewType("WebLinkId", int)
WebSessionId = NewType("WebSessionId", int)
KitFileId = NewType("KitFileId", int)
CountingId = NewType("CountingId", int)
RatingId = NewType("RatingId", int)


class Platform(StrEnum):
    """Where an account lives and a message can go."""

    DISCORD = "discord"
    TELEGRAM = "telegram"
    CONSOLE = "console"


@dataclass(frozen=True, slots=True)
class AccountRef:
    """One account of a person, as its platform names it."""

    platform: Platform
    key: str
    """Discord's or Telegram's numeric user id as text; in the console the name typed after --as."""
