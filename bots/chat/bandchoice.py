"""Which band a command is about, and whether the caller may ask that of it (product.md, Defaults)."""

from collections.abc import Sequence

from bots.chat.conversations import Ask, Option
from bots.chat.turn import Place
from bots.chat.views.questions import BandUnclear
from core.access import NotAllowed, Right, may
from core.bands import Band, Membership, Role
from core.bands.refusals import NoBand, NoSuchBand, NotAMember
from core.people import Person
from core.scheduling.ports import SchedulingUnit

Chosen = tuple[Band, Membership]


async def choose(
    unit: SchedulingUnit, person: Person, place: Place, *, said: str, bound: Band | None, right: Right
) -> Chosen | Ask:
    """The band that was said, that the place is bound to, last used in private, or the only one.

    Raises NoBand, NoSuchBand, NotAMember, NotAllowed; asks when several are left.
    """
    mine = await unit.bands.of(person.id)
    chosen = _by_name(mine, said) if said else _by_place(mine, person, place, bound)
    if isinstance(chosen, Ask):
        return chosen
    band, membership = chosen
    if not may(membership.role, right):
        members = await unit.bands.members(band.id)
        raise NotAllowed(band.name, right, tuple(m.name for m in members if m.role is Role.OWNER))
    return chosen


def _by_name(mine: Sequence[Chosen], said: str) -> Chosen | Ask:
    exact = [each for each in mine if str(each[0].id) == said or each[0].name.casefold() == said.casefold()]
    found = exact or [each for each in mine if each[0].name.casefold().startswith(said.casefold())]
    if not found:
        raise NoSuchBand(said, tuple(band.name for band, _ in mine))
    return found[0] if len(found) == 1 else _which(found)


def _by_place(mine: Sequence[Chosen], person: Person, place: Place, bound: Band | None) -> Chosen | Ask:
    if bound is not None:
        here = [each for each in mine if each[0].id == bound.id]
        if not here:
            raise NotAMember(bound.name)
        return here[0]
    if not mine:
        raise NoBand
    if len(mine) == 1:
        return mine[0]
    last = [each for each in mine if each[0].id == person.last_band and place.private]
    return last[0] if last else _which(mine)


def _which(found: Sequence[Chosen]) -> Ask:
    return Ask("", BandUnclear(), tuple(Option(band, {"band": str(band.id)}) for band, _ in found))
