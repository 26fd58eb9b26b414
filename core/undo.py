"""Undoing a change, and redoing it: each kind that can be undone has a plan."""

from dataclasses import dataclass

from core.bands import plans as of_bands
from core.ids import ChangeId
from core.journal import Act, Change, ChangeFacts, ChangeRedone, ChangeUndone, Gone, NothingToUndo
from core.marketplace.applications import plans as of_nights
from core.marketplace.matching.store import MarketUnit
from core.marketplace.venues import plans as of_venues
from core.people import plans as of_people
from core.plans import Direction, Plans
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments import plans as of_commitments
from core.scheduling.diary import plans as of_diaries
from core.scheduling.diary.plans import owner_told, rules_of


@dataclass(frozen=True, slots=True)
class Undone:
    """A change was taken back."""

    change: Change[ChangeFacts]
    said: tuple[Availability, ...]
    """The rules that no longer hold; empty when it was a change of zone."""
    before: bool
    """It was already undone; nothing changed now."""
    back: tuple[Availability, ...] = ()
    """Rules that hold again, because the change had removed them."""
    whose: str | None = None
    """The name of the diary's owner, where it is not the caller: that person is told."""


@dataclass(frozen=True, slots=True)
class Redone:
    """A change that had been undone stands again."""

    change: Change[ChangeFacts]
    said: tuple[Availability, ...]
    """The rules that hold again; empty when it was a change of zone."""
    before: bool
    """It was already in force; nothing changed now."""
    gone: tuple[Availability, ...] = ()
    """Rules that no longer hold, because the change removes them."""
    whose: str | None = None
    """As in Undone."""


async def undo_last(unit: MarketUnit, act: Act) -> Undone:
    """Undo the caller's latest undoable change. Raises NothingToUndo, Superseded."""
    change = await unit.journal.last_undoable(act.person)
    if change is None:
        raise NothingToUndo
    return await _undo(unit, act, change)


async def undo(unit: MarketUnit, act: Act, change: ChangeId) -> Undone:
    """Undo that change. Raises Gone, NotYours, Superseded."""
    return await _undo(unit, act, await _own(unit, act, change))


async def redo(unit: MarketUnit, act: Act, change: ChangeId) -> Redone:
    """Redo that change. Raises Gone, NotYours, Superseded."""
    found = await _own(unit, act, change)
    added, removed = await _rules(unit, found)
    if not found.undone:
        return Redone(found, added, before=True, gone=removed)
    await _apply(unit, act, found, Direction.AGAIN)
    return Redone(found, added, before=False, gone=removed, whose=await owner_told(unit, act, found))


async def undone_again(unit: MarketUnit, change: Change[ChangeUndone | ChangeRedone]) -> Undone | Redone:
    """The result of a recorded undo or redo, reported again without doing anything. Raises Gone."""
    found = await unit.journal.find(change.facts.change)
    if found is None:
        raise Gone
    added, removed = await _rules(unit, found)
    if isinstance(change.facts, ChangeUndone):
        return Undone(found, added, before=True, back=removed)
    return Redone(found, added, before=True, gone=removed)


async def _undo(unit: MarketUnit, act: Act, change: Change[ChangeFacts]) -> Undone:
    added, removed = await _rules(unit, change)
    if change.undone:
        return Undone(change, added, before=True, back=removed)
    await _apply(unit, act, change, Direction.BACK)
    return Undone(change, added, before=False, back=removed, whose=await owner_told(unit, act, change))


async def _apply(unit: MarketUnit, act: Act, change: Change[ChangeFacts], direction: Direction) -> None:
    await PLANS[type(change.facts)].apply(unit, act, change, direction)
    await unit.journal.set_undone(change.id, undone=direction is Direction.BACK)
    facts = ChangeUndone if direction is Direction.BACK else ChangeRedone
    await unit.journal.record(act, facts(change.id))


async def _own(unit: MarketUnit, act: Act, change: ChangeId) -> Change[ChangeFacts]:
    found = await unit.journal.take(change)
    if found is None or type(found.facts) not in PLANS:
        raise Gone
    await PLANS[type(found.facts)].allowed(unit, act, found)
    return found


async def _rules(
    unit: MarketUnit, change: Change[ChangeFacts]
) -> tuple[tuple[Availability, ...], tuple[Availability, ...]]:
    """The rules that a change has added, and those that it has removed."""
    added, removed = rules_of(change.facts)
    found = {each.id: each for each in await unit.diaries.some([*added, *removed])}
    return tuple(found[i] for i in added), tuple(found[i] for i in removed)


PLANS: Plans[MarketUnit] = {
    **of_people.PLANS,
    **of_bands.PLANS,
    **of_diaries.PLANS,
    **of_commitments.PLANS,
    **of_venues.PLANS,
    **of_nights.PLANS,
}
"""The kinds that a button can undo; /undo looks only for those that are `undoable`."""
