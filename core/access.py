"""The rights of each role in a band and at a venue, in one table each."""

from dataclasses import dataclass
from enum import StrEnum

from core.bands import Role
from core.errors import Refusal


class Right(StrEnum):
    """Something a role may or may not do."""

    SEE = "see"
    """Members, green zones, the band's diary."""
    INVITE = "invite"
    """Make and revoke invites."""
    EDIT = "edit"
    """Profile, habits, roles."""
    ENTER = "enter"
    """Write into a member's diary, marked as such."""
    NUDGE = "nudge"
    """Ask members to look at their diaries."""
    SHARE = "share"
    """Hand the band's green zones to others."""
    PROPOSE = "propose"
    """Propose a rehearsal."""
    DECIDE = "decide"
    """Confirm, enter, move and call off what is in the band's diary."""
    BOOK = "book"
    """Apply for open dates, withdraw, confirm and turn down invites. Matches are told to those who may."""


class VenueRole(StrEnum):
    """What somebody is at a venue; to everybody else it only shows its card and its open dates."""

    PROMOTER = "promoter"


class VenueRight(StrEnum):
    """Something that a role at a venue may do."""

    SEE = "see"
    """Its promoters, drafts and applicants."""
    EDIT = "edit"
    """Its profile and where it is bound."""
    INVITE = "invite"
    """Make and revoke invites for promoters."""
    POST = "post"
    """Draft, publish, change, cancel and reopen dates."""
    CHOOSE = "choose"
    """Shortlist, accept, decline and offer slots."""


VENUE_RIGHTS: dict[VenueRole, frozenset[VenueRight]] = {VenueRole.PROMOTER: frozenset(VenueRight)}


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.BOOKER: frozenset(
        {Right.SEE, Right.INVITE, Right.NUDGE, Right.SHARE, Right.PROPOSE, Right.DECIDE, Right.BOOK}
    ),
    Role.MEMBER: frozenset({Right.SEE, Right.PROPOSE}),
    Role.DEP: frozenset({Right.SEE}),
}


@dataclass(eq=False)
class NotAllowed(Refusal):
    """The person's role does not carry that right."""

    band: str
    right: Right
    owners: tuple[str, ...]
    """Names of those who may, to be asked."""


@dataclass(eq=False)
class NotAPromoter(Refusal):
    """Only promoters of the venue may do that; nobody else is told their names."""

    venue: str


def may(role: Role, right: Right) -> bool:
    """Whether somebody of that role in a band may do that in it."""
    return right in RIGHTS[role]


def may_at_venue(role: VenueRole | None, right: VenueRight) -> bool:
    """Whether somebody of that role at a venue may do that there; None: they have nothing to do with it."""
    return role is not None and right in VENUE_RIGHTS[role]
