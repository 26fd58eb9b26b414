"""Which band a command is about, and whether the caller may ask that of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bots.chat.conversations import Ask, Option
from bots.chat.results.band import BandUnclear
from bots.chat.turn import Chat, Turn
from core.access import RIGHTS, NotAllowed, Right, may
from core.bands import Band, Membership, Role
from core.bands.refusals import NoBand, NoSuchBand, NotAMember
from core.ids import BandId
from core.journal import Gone
from core.people import Person
from core.scheduling.commitments.ports import SchedulingUnit

Mine = tuple[Band, Membership]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The band that a command is about."""

    band: Band
    membership: Membership
    others: tuple[Band, ...] = ()
    """The person's other bands, where it was the one last used."""


async def choose(
    unit: SchedulingUnit, person: Person, chat: Chat, *, said: str, right: Right
) -> tuple[Band | None, Chosen | Ask]:
    """The band that the place is bound to, and the one that is meant.

    That is the one that was said, that the place is bound to, last used in private, or the only one.
    Raises NoBand, NoSuchBand, NotAMember, NotAllowed; asks when several are left.
    """
    bound, mine = await unit.bands.here(person.id, () if chat.private else chat.bindings)
    chosen = _by_name(mine, said) if said else _by_place(mine, person, chat, bound)
    if isinstance(chosen, Chosen):
        await _check(unit, chosen.band, chosen.membership, right)
    return bound, chosen


async def reachable(unit: SchedulingUnit, person: Person, band: BandId, right: Right) -> Band:
    """The band that a button speaks of. Raises Gone, NotAMember, NotAllowed."""
    found, _ = await reached(unit, person, band, right)
    return found


async def reached(unit: SchedulingUnit, person: Person, band: BandId, right: Right) -> Mine:
    """The same, and the person's place in it."""
    found = await unit.bands.reach(band, person.id)
    if found is None:
        raise Gone
    return await allowed(unit, *found, right)


async def allowed(unit: SchedulingUnit, band: Band, mine: Membership | None, right: Right) -> Mine:
    """The band and the person's place in it, if that carries the right. Raises NotAMember, NotAllowed."""
    if mine is None:
        raise NotAMember(band.name)
    await _check(unit, band, mine, right)
    return band, mine


async def rights_in(turn: Turn, band: BandId) -> frozenset[Right]:
    """What the person may do in the band."""
    mine = turn.membership
    if mine is None or mine.band != band:
        mine = await turn.unit.bands.membership(band, turn.person.id)
    return RIGHTS[mine.role] if mine is not None else frozenset()


def offers_nudge(turn: Turn, rights: frozenset[Right]) -> bool:
    """Whether [Nudge] is offered: in private only to those who may; a card that all see offers it to all."""
    return not turn.chat.private or Right.NUDGE in rights


async def _check(unit: SchedulingUnit, band: Band, membership: Membership, right: Right) -> None:
    if not may(membership.role, right):
        members = await unit.bands.members(band.id)
        raise NotAllowed(band.name, right, tuple(m.name for m in members if m.role is Role.OWNER))


def _by_name(mine: Sequence[Mine], said: str) -> Chosen | Ask:
    found = [each for each in mine if str(each[0].id) == said]  # a button's, or a suggestion's
    found = found or [each for each in mine if each[0].name.casefold() == said.casefold()]
    found = found or [each for each in mine if each[0].name.casefold().startswith(said.casefold())]
    if not found:
        raise NoSuchBand(said, tuple(band.name for band, _ in mine))
    return Chosen(*found[0]) if len(found) == 1 else _which(found)


def _by_place(mine: Sequence[Mine], person: Person, chat: Chat, bound: Band | None) -> Chosen | Ask:
    if bound is not None:
        here = [each for each in mine if each[0].id == bound.id]
        if not here:
            raise NotAMember(bound.name)
        return Chosen(*here[0])
    if not mine:
        raise NoBand
    if len(mine) == 1:
        return Chosen(*mine[0])
    last = [each for each in mine if each[0].id == person.last_band and chat.private]
    if not last:
        return _which(mine)
    return Chosen(*last[0], others=tuple(band for band, _ in mine if band.id != person.last_band))


def _which(found: Sequence[Mine]) -> Ask:
    return Ask("", BandUnclear(), tuple(Option(band, {"band": str(band.id)}) for band, _ in found))
