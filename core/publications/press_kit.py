"""What a band's press kit shows to whoever has its address. No person is in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from core.bands import Band, Role, parts_of
from core.bands.addresses import NoAddress
from core.bands.kits import FilledKit
from core.bands.players import Playable, player_of
from core.moments import to_wall
from core.publications.store import PublicationUnit, Show

_PLAYS = ("spotify", "soundcloud")
"""Services whose profiles can be played as they are."""


@dataclass(frozen=True, slots=True)
class PressKitPage:
    """All that a promoter is shown."""

    band: Band
    filled: FilledKit
    players: int
    """Those who play in it; deps are asked for one gig at a time, and do not count."""
    parts: tuple[str, ...]
    """What they play, each once."""
    upcoming: tuple[Show, ...]
    """The next one first."""
    past: tuple[Show, ...]
    """The latest first."""
    today: date
    """In the band's zone."""

    @property
    def music(self) -> tuple[Playable, ...]:
        """What the band has chosen; else its profiles that can be played."""
        return self.filled.kit.music or tuple(_profiles(self.band))


async def press_kit_page(unit: PublicationUnit, band: Band, *, now: datetime) -> PressKitPage:
    """Everything in the kit, and the shows that were booked here."""
    members = [each for each in await unit.bands.members(band.id) if each.role is not Role.DEP]
    parts = dict.fromkeys(part for each in members for part in sorted(parts_of(each.part)))
    shows = await unit.publications.shows(band.id)
    return PressKitPage(
        band=band,
        filled=await unit.kits.get(band.id),
        players=len(members),
        parts=tuple(parts),
        upcoming=tuple(each for each in reversed(shows) if each.ends_at > now),
        past=tuple(each for each in shows if each.ends_at <= now),
        today=to_wall(now, band.zone).date(),
    )


def _profiles(band: Band) -> Iterator[Playable]:
    for each in _PLAYS:
        try:
            yield player_of(band.links.get(each, ""))
        except NoAddress:
            continue
