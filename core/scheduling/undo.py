"""Taking back a change of one's own diary or zone, and doing it again."""

from dataclasses import dataclass

from core.ids import AvailabilityId, ChangeId
from core.journal import UNDOABLE, Act, Change, ChangeKind, Gone, NothingToUndo, NotYours, Superseded
from core.scheduling.ports import Availability, SchedulingUnit


@dataclass(frozen=True, slots=True)
class Undone:
    """A change was taken back."""

    change: Change
    said: tuple[Availability, ...]
    """The rules that hold no more; empty when it was a change of zone."""
    before: bool
    """It was taken back already; nothing changed now."""


@dataclass(frozen=True, slots=True)
class Redone:
    """A change that had been taken back stands again."""

    change: Change
    said: tuple[Availability, ...]
    """The rules that hold again; empty when it was a change of zone."""
    before: bool
    """It stood already; nothing changed now."""


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
    ids = _rules(found)
    said = tuple(await unit.diaries.some(ids))
    if not found.undone:
        return Redone(found, said, before=True)
    if found.kind is ChangeKind.MARKED:
        if await unit.diaries.standing(ids):
            raise Superseded(found.kind)
        await unit.diaries.restore(ids)
    else:
        await _move_zone(unit, act, found, back=False)
    await unit.journal.set_undone(found.id, undone=False)
    await unit.journal.record(act, ChangeKind.REDONE, {"change": found.id})
    return Redone(found, said, before=False)


async def turned(unit: SchedulingUnit, turn: Change) -> Undone | Redone:
    """What a recorded undo or redo did, told again without doing it. Raises Gone."""
    found = await unit.journal.find(ChangeId(turn.facts["change"]))
    if found is None:
        raise Gone
    said = tuple(await unit.diaries.some(_rules(found)))
    result = Undone if turn.kind is ChangeKind.UNDONE else Redone
    return result(found, said, before=True)


async def _undo(unit: SchedulingUnit, act: Act, change: Change) -> Undone:
    ids = _rules(change)
    said = tuple(await unit.diaries.some(ids))
    if change.undone:
        return Undone(change, said, before=True)
    if change.kind is ChangeKind.MARKED:
        if await unit.diaries.standing(ids) != frozenset(ids):
            raise Superseded(change.kind)
        await unit.diaries.remove(ids, at=act.at)
    else:
        await _move_zone(unit, act, change, back=True)
    await unit.journal.set_undone(change.id, undone=True)
    await unit.journal.record(act, ChangeKind.UNDONE, {"change": change.id})
    return Undone(change, said, before=False)


async def _own(unit: SchedulingUnit, act: Act, change: ChangeId) -> Change:
    found = await unit.journal.find(change)
    if found is None or found.kind not in UNDOABLE:
        raise Gone
    if found.person != act.person:
        raise NotYours
    return found


async def _move_zone(unit: SchedulingUnit, act: Act, change: Change, *, back: bool) -> None:
    old, new = change.facts["old"], change.facts["new"]
    expected, target = (new, old) if back else (old, new)
    if (await unit.people.get(act.person)).zone != expected:
        raise Superseded(change.kind)
    await unit.people.set_zone(act.person, target)
    zones = {AvailabilityId(rule): zone if back else new for rule, zone in change.facts["rules"]}
    await unit.diaries.set_zones(zones)


def _rules(change: Change) -> list[AvailabilityId]:
    return [AvailabilityId(i) for i in change.facts.get("said", ())]
