"""The rights of each role in a band, in one table."""

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


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.BOOKER: frozenset({Right.SEE, Right.INVITE, Right.NUDGE, Right.SHARE, Right.PROPOSE, Right.DECIDE}),
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


def may(role: Role, right: Right) -> bool:
    """Whether somebody of that role in a band may do that in it."""
    return right in RIGHTS[role]
