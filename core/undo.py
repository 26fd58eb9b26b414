"""Taking back a change, and doing it again: each kind that can be undone has a plan."""

from dataclasses import dataclass

from core.bands import plans as of_bands
from core.ids import ChangeId
from core.journal import Act, Change, ChangeFacts, ChangeRedone, ChangeUndone, Gone, NothingToUndo
from core.people import plans as of_people
from core.plans import Direction, Plans
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments import plans as of_commitments
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.diary import plans as of_diaries
from core.scheduling.diary.plans import owner_told, rules_of


@dataclass(frozen=True, slots=True)
class Undone:
    """A change was taken back."""

    change: Change[ChangeFacts]
    said: tuple[Availability, ...]
    """The rules that hold no more; empty when it was a change of zone."""
    before: bool
    """It was taken back already; nothing changed now."""
    back: tuple[Availability, ...] = ()
    """Rules that hold again, because the change had taken them out."""
    whose: str | None = None
    """Whose diary it is, where it is not the caller's: that person is told."""


@dataclass(frozen=True, slots=True)
class Redone:
    """A change that had been taken back stands again."""

    change: Change[ChangeFacts]
    said: tuple[Availability, ...]
    """The rules that hold again; empty when it was a change of zone."""
    before: bool
    """It stood already; nothing changed now."""
    gone: tuple[Availability, ...] = ()
    """Rules that hold no more, because the change takes them out."""
    whose: str | None = None
    """As in Undone."""


async def undo_last(unit: SchedulingUnit, act: Act) -> Undone:
    """Take back the caller's latest undoable change. Raises NothingToUndo, Superseded."""
    change = await unit.journal.last_undoable(act.person)
    if change is None:
        raise NothingToUndo
    return await _undo(unit, act, change)


async def undo(unit: SchedulingUnit, act: Act, change: ChangeId) -> Undone:
    """Take back that change. Raises Gone, NotYours, Superseded."""
    return await _undo(unit, act, await _own(unit, act, change))


async def redo(unit: SchedulingUnit, act: Act, change: ChangeId) -> Redone:
    """Do that change again. Raises Gone, NotYours, Superseded."""
    found = await _own(unit, act, change)
    said, gone = await _rules(unit, found)
    if not found.undone:
        return Redone(found, said, before=True, gone=gone)
    await _turn(unit, act, found, Direction.AGAIN)
    return Redone(found, said, before=False, gone=gone, whose=await owner_told(unit, act, found))


async def turned(unit: SchedulingUnit, turn: Change[ChangeUndone | ChangeRedone]) -> Undone | Redone:
    """What a recorded undo or redo did, told again without doing it. Raises Gone."""
    found = await unit.journal.find(turn.facts.change)
    if found is None:
        raise Gone
    said, others = await _rules(unit, found)
    if isinstance(turn.facts, ChangeUndone):
        return Undone(found, said, before=True, back=others)
    return Redone(found, said, before=True, gone=others)


async def _undo(unit: SchedulingUnit, act: Act, change: Change[ChangeFacts]) -> Undone:
    said, back = await _rules(unit, change)
    if change.undone:
        return Undone(change, said, before=True, back=back)
    await _turn(unit, act, change, Direction.BACK)
    return Undone(change, said, before=False, back=back, whose=await owner_told(unit, act, change))


async def _turn(unit: SchedulingUnit, act: Act, change: Change[ChangeFacts], direction: Direction) -> None:
    await PLANS[type(change.facts)].turn(unit, act, change, direction)
    await unit.journal.set_undone(change.id, undone=direction is Direction.BACK)
    turn = ChangeUndone if direction is Direction.BACK else ChangeRedone
    await unit.journal.record(act, turn(change.id))


async def _own(unit: SchedulingUnit, act: Act, change: ChangeId) -> Change[ChangeFacts]:
    found = await unit.journal.take(change)
    if found is None or type(found.facts) not in PLANS:
        raise Gone
    await PLANS[type(found.facts)].allowed(unit, act, found)
    return found


async def _rules(
    unit: SchedulingUnit, change: Change[ChangeFacts]
) -> tuple[tuple[Availability, ...], tuple[Availability, ...]]:
    """The rules that a change has put in, and those that it has taken out."""
    added, removed = rules_of(change.facts)
    found = {each.id: each for each in await unit.diaries.some([*added, *removed])}
    return tuple(found[i] for i in added), tuple(found[i] for i in removed)


PLANS: Plans[SchedulingUnit] = {
    **of_people.PLANS,
    **of_bands.PLANS,
    **of_diaries.PLANS,
    **of_commitments.PLANS,
}
"""The kinds that a button can undo; of these, /undo looks for those that are `undoable`."""
