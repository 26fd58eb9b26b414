"""Making, replacing and taking back secret addresses."""

from dataclasses import dataclass, replace
from datetime import timedelta

from core.access import NotAllowed, Right, may
from core.bands import Band, Role
from core.ids import BandId, PublicationId
from core.journal import Act, Gone
from core.publications import ALARMS, OF_BANDS, NewPublication, Publication, PublicationKind
from core.publications.store import PublicationUnit


@dataclass(frozen=True, slots=True)
class PublicationCard:
    """A secret address as it stands, for those who may take it back."""

    publication: Publication
    band: Band | None
    before: bool = False
    """It was like this already; nothing changed now."""


async def calendar(
    unit: PublicationUnit, act: Act, kind: PublicationKind, band: Band | None
) -> PublicationCard:
    """The caller's own calendar of that kind; it is made when it is asked for first."""
    number = None if band is None else band.id
    mine = await unit.publications.of_person(act.person)
    found = next((each for each in mine if (each.kind, each.band) == (kind, number)), None)
    return PublicationCard(found or await _made(unit, act, kind, number), band)


async def public_page(
    unit: PublicationUnit, act: Act, band: Band, kind: PublicationKind = PublicationKind.AVAILABILITY
) -> PublicationCard:
    """A page of the band's; it is made when it is asked for first, and stays off once it is."""
    await unit.bands.lock(band.id)
    found = await unit.publications.of_band(kind, band.id)
    if found is None:
        found = await _made(unit, act, kind, band.id)
    return PublicationCard(found, band)


async def replace_address(
    unit: PublicationUnit, act: Act, which: PublicationId, generation: int
) -> PublicationCard:
    """Make a new address in place of that generation's, which leads nowhere from now on.

    Raises Gone, NotAllowed.
    """
    card = await _own(unit, act, which)
    if card.publication.generation != generation:
        return replace(card, before=True)
    return await _kept(unit, card, replace(card.publication, generation=generation + 1, revoked_at=None))


async def switch(unit: PublicationUnit, act: Act, which: PublicationId, *, on: bool) -> PublicationCard:
    """Take an address back, or give a new one in its place. Raises Gone, NotAllowed."""
    card = await _own(unit, act, which)
    if (card.publication.revoked_at is None) is on:
        return replace(card, before=True)
    if not on:
        return await _kept(unit, card, replace(card.publication, revoked_at=act.at))
    again = replace(card.publication, revoked_at=None, generation=card.publication.generation + 1)
    return await _kept(unit, card, again)


async def ring(unit: PublicationUnit, act: Act, which: PublicationId, alarm: timedelta) -> PublicationCard:
    """Let a calendar ring so long before each rehearsal and gig; zero: never. Raises Gone, NotAllowed."""
    card = await _own(unit, act, which)
    if alarm not in ALARMS or card.publication.alarm == alarm:
        return replace(card, before=True)
    return await _kept(unit, card, replace(card.publication, alarm=alarm))


async def shown(unit: PublicationUnit, act: Act, which: PublicationId) -> PublicationCard:
    """Show it. Raises Gone, NotAllowed."""
    return await _own(unit, act, which)


async def _own(unit: PublicationUnit, act: Act, which: PublicationId) -> PublicationCard:
    """The publication, if the caller may change it."""
    found = await unit.publications.get(which)
    if found is None:
        raise Gone
    band = await _band(unit, act, found)
    if found.kind not in OF_BANDS and found.person != act.person:
        raise Gone
    return PublicationCard(found, band)


async def _band(unit: PublicationUnit, act: Act, publication: Publication) -> Band | None:
    if publication.band is None:
        return None
    band, member = await unit.bands.reach(publication.band, act.person) or (None, None)
    if band is None or member is None:
        raise Gone
    wanted = Right.SHARE if publication.kind in OF_BANDS else Right.SEE
    if not may(member.role, wanted):
        members = await unit.bands.members(band.id)
        owners = tuple(each.name for each in members if each.role is Role.OWNER)
        raise NotAllowed(band.name, wanted, owners)
    return band


async def _made(unit: PublicationUnit, act: Act, kind: PublicationKind, band: BandId | None) -> Publication:
    new = NewPublication(kind, act.person, band, act.at)
    number = await unit.publications.add(new)
    return Publication(kind, act.person, band, act.at, id=number)


async def _kept(unit: PublicationUnit, card: PublicationCard, now: Publication) -> PublicationCard:
    await unit.publications.replace(now)
    return replace(card, publication=now)
