"""The press kit of a band, where it goes along with an application."""

from dataclasses import replace

from core.bands import Band
from core.marketplace.applications import ApplicationStage
from core.marketplace.applications.parties import ApplicationCard
from core.publications import Publication, PublicationKind
from core.publications.store import PublicationUnit
from presentation.secret_addresses import SecretAddresses

_STANDING = (ApplicationStage.PENDING, ApplicationStage.ACCEPTED, ApplicationStage.CONFIRMED)


async def with_kit(card: ApplicationCard, unit: PublicationUnit, web: SecretAddresses) -> ApplicationCard:
    """The card with the address of the band's press kit, where the venue reads it and the kit is on."""
    if not card.chooses or card.books or card.stage not in _STANDING:
        return card
    found = await _switched_on(card.band, unit)
    return card if found is None else replace(card, kit=web.of(found))


async def kit_plays(band: Band, unit: PublicationUnit) -> bool:
    """Whether the band's press kit is on, and there is something to hear in it."""
    return (await unit.kits.get(band.id)).kit.plays and await _switched_on(band, unit) is not None


async def _switched_on(band: Band, unit: PublicationUnit) -> Publication | None:
    found = await unit.publications.of_band(PublicationKind.PRESS_KIT, band.id)
    return found if found is not None and found.revoked_at is None else None
