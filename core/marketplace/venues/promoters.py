"""A venue's promoters: invited, joining, leaving, taken off."""

from dataclasses import dataclass
from datetime import datetime

from core.access import VenueRight
from core.bands.invites import InviteShown, show_invite
from core.bands.refusals import NoSuchInvite
from core.ids import PromoterId, VenueId, VenueInviteId
from core.journal import Act, Gone
from core.marketplace.venues import INVITE_LIFETIME, INVITE_USES, Promoter, Venue, VenueInvite
from core.marketplace.venues.changes import (
    VenueInvited,
    VenueInviteRevokedFacts,
    VenueJoinedFacts,
    VenueLeftFacts,
)
from core.marketplace.venues.creation import reached_venue
from core.marketplace.venues.notices import PromoterJoined, PromoterRemoved
from core.marketplace.venues.refusals import VenueInviteOver
from core.marketplace.venues.store import NewVenueInvite, VenueUnit


@dataclass(frozen=True, slots=True)
class PromoterInvited:
    """An invite was made. Its code is shown only now: the store has just the hash."""

    venue: Venue
    invite: VenueInvite
    code: str


@dataclass(frozen=True, slots=True)
class VenueInviteRevoked:
    """The invite can no longer be used."""

    venue: Venue
    before: bool
    """It was already revoked."""


@dataclass(frozen=True, slots=True)
class VenueInviteShown:
    """An invite opened through a link; nothing has changed."""

    venue: Venue
    invite: VenueInviteId
    expires_at: datetime
    """Aware, UTC."""


@dataclass(frozen=True, slots=True)
class PromoterAdded:
    """The person speaks for the venue."""

    venue: Venue
    before: bool
    """They already did; nothing changed."""
    zone_taken: str | None
    """The venue's zone, when the person had none and was given it."""


@dataclass(frozen=True, slots=True)
class PromoterList:
    """Those who speak for a venue."""

    venue: Venue
    promoters: tuple[Promoter, ...]
    you: PromoterId | None


@dataclass(frozen=True, slots=True)
class VenueCloseAsked:
    """Leaving as the only promoter closes the venue, which has to be confirmed."""

    venue: Venue


@dataclass(frozen=True, slots=True)
class VenueLeft:
    """Somebody no longer speaks for the venue."""

    venue: Venue
    name: str | None
    """The person who was taken off; None: the caller has left."""
    closed: bool
    before: bool = False
    """They were gone already; nothing changed."""


async def invite_promoter(unit: VenueUnit, act: Act, venue: Venue, *, code: str) -> PromoterInvited:
    """Make an invite; `code` is a fresh secret."""
    expires = act.at + INVITE_LIFETIME
    number = await unit.venues.add_invite(
        NewVenueInvite(venue.id, act.person, code, expires, INVITE_USES, act.at)
    )
    await unit.journal.record(act, VenueInvited(venue.id, number))
    return PromoterInvited(venue, VenueInvite(number, venue.id, expires, INVITE_USES, revoked=False), code)


async def revoke_promoter_invite(unit: VenueUnit, act: Act, invite: VenueInviteId) -> VenueInviteRevoked:
    """Make an invite void. Raises Gone, NotAPromoter."""
    found = await unit.venues.invite(invite)
    if found is None:
        raise Gone
    venue, _ = await reached_venue(unit, act, found.venue, VenueRight.INVITE)
    if not found.revoked:
        await unit.venues.revoke_invite(invite, at=act.at)
        await unit.journal.record(act, VenueInviteRevokedFacts(venue.id, invite))
    return VenueInviteRevoked(venue, before=found.revoked)


async def show_any_invite(unit: VenueUnit, code: str, *, now: datetime) -> InviteShown | VenueInviteShown:
    """Show what a code invites to, a band or a venue, without joining.

    As much is looked up for a code that never was as for one that is over.
    Raises NoSuchInvite, InviteOver, VenueInviteOver.
    """
    of_venue = await unit.venues.invite_by_code(code)
    if of_venue is None:
        return await show_invite(unit, code, now=now)
    await unit.bands.invite_by_code(code)
    venue = await _usable(unit, of_venue, now=now)
    return VenueInviteShown(venue, of_venue.id, of_venue.expires_at)


async def join_venue(unit: VenueUnit, act: Act, invite: VenueInviteId) -> PromoterAdded:
    """Become a promoter by an invite. Raises NoSuchInvite, VenueInviteOver."""
    found = await unit.venues.invite(invite)
    if found is None:
        raise NoSuchInvite
    await unit.venues.lock(found.venue)
    reached = await unit.venues.reach(found.venue, act.person)
    if reached is not None and reached[1] is not None:
        return PromoterAdded(reached[0], before=True, zone_taken=None)
    venue = await _usable(unit, await unit.venues.invite(invite), now=act.at)
    await unit.venues.use_invite(invite)
    promoter = await unit.venues.add_promoter(venue.id, act.person, at=act.at)
    await unit.venues.set_last(act.person, venue.id)
    zone = None
    if (await unit.people.get(act.person)).zone is None:
        zone = venue.zone
        await unit.people.set_zone(act.person, zone)
    change = await unit.journal.record(act, VenueJoinedFacts(venue.id, promoter))
    for other in await unit.venues.promoters(venue.id):
        if other.person != act.person:
            notice = PromoterJoined(venue.id, act.person)
            key = f"promoter:{change}:{other.person}"
            await unit.outbox.put(notice, to=other.person, key=key, due=act.at)
    return PromoterAdded(venue, before=False, zone_taken=zone)


async def promoters_of(unit: VenueUnit, venue: Venue, you: PromoterId | None) -> PromoterList:
    """Those who speak for the venue."""
    return PromoterList(venue, tuple(await unit.venues.promoters(venue.id)), you)


async def leave_venue(
    unit: VenueUnit, act: Act, venue: VenueId, *, sure: bool = False
) -> VenueLeft | VenueCloseAsked:
    """Leave; the only promoter closes the venue, if `sure`. Raises Gone, NotAPromoter."""
    await unit.venues.lock(venue)
    place, mine = await reached_venue(unit, act, venue, VenueRight.SEE)
    alone = len(await unit.venues.promoters(venue)) == 1
    if alone and not sure:
        return VenueCloseAsked(place)
    await unit.venues.remove_promoter(mine.id, at=act.at)
    if alone:
        await unit.venues.close(venue, at=act.at)
    await unit.venues.set_last(act.person, None)
    await unit.journal.record(act, VenueLeftFacts(venue, act.person, alone))
    return VenueLeft(place, None, closed=alone)


async def remove_promoter(unit: VenueUnit, act: Act, venue: VenueId, which: PromoterId) -> VenueLeft:
    """Take another promoter off the venue. Raises Gone, NotAPromoter."""
    await unit.venues.lock(venue)
    place, mine = await reached_venue(unit, act, venue, VenueRight.INVITE)
    found = next((each for each in await unit.venues.promoters(venue) if each.id == which), None)
    if found is None or found.id == mine.id:
        return VenueLeft(place, "", closed=False, before=True)
    await unit.venues.remove_promoter(which, at=act.at)
    change = await unit.journal.record(act, VenueLeftFacts(venue, found.person, closed=False))
    notice = PromoterRemoved(venue, act.person)
    await unit.outbox.put(notice, to=found.person, key=f"promoter:off:{change}", due=act.at)
    return VenueLeft(place, found.name, closed=False)


async def _usable(unit: VenueUnit, invite: VenueInvite | None, *, now: datetime) -> Venue:
    venue = await unit.venues.get(invite.venue) if invite else None
    if invite is None or venue is None:
        raise NoSuchInvite
    if invite.revoked:
        raise VenueInviteOver(venue.name, "revoked")
    if invite.expires_at <= now:
        raise VenueInviteOver(venue.name, "expired")
    if invite.uses_left < 1:
        raise VenueInviteOver(venue.name, "used_up")
    return venue
