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
    back: tuple[Availability, ...] = ()
    """Rules that hold again, because the change had taken them out."""


@dataclass(frozen=True, slots=True)
class Redone:
    """A change that had been taken back stands again."""

    change: Change
    said: tuple[Availability, ...]
    """The rules that hold again; empty when it was a change of zone."""
    before: bool
    """It stood already; nothing changed now."""
    gone: tuple[Availability, ...] = ()
    """Rules that hold no more, because the change takes them out."""


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
    added, removed = _rules(found, "said"), _rules(found, "removed")
    said, gone = await _both(unit, added, removed)
    if not found.undone:
        return Redone(found, said, before=True, gone=gone)
    if found.kind is ChangeKind.MARKED:
        await _replace(unit, act, found, out=removed, back=added)
    else:
        await _move_zone(unit, act, found, back=False)
    await unit.journal.set_undone(found.id, undone=False)
    await unit.journal.record(act, ChangeKind.REDONE, {"change": found.id})
    return Redone(found, said, before=False, gone=gone)


async def turned(unit: SchedulingUnit, turn: Change) -> Undone | Redone:
    """What a recorded undo or redo did, told again without doing it. Raises Gone."""
    found = await unit.journal.find(ChangeId(turn.facts["change"]))
    if found is None:
        raise Gone
    said, others = await _both(unit, _rules(found, "said"), _rules(found, "removed"))
    if turn.kind is ChangeKind.UNDONE:
        return Undone(found, said, before=True, back=others)
    return Redone(found, said, before=True, gone=others)


async def _undo(unit: SchedulingUnit, act: Act, change: Change) -> Undone:
    added, removed = _rules(change, "said"), _rules(change, "removed")
    said, back = await _both(unit, added, removed)
    if change.undone:
        return Undone(change, said, before=True, back=back)
    if change.kind is ChangeKind.MARKED:
        await _replace(unit, act, change, out=added, back=removed)
    else:
        await _move_zone(unit, act, change, back=True)
    await unit.journal.set_undone(change.id, undone=True)
    await unit.journal.record(act, ChangeKind.UNDONE, {"change": change.id})
    return Undone(change, said, before=False, back=back)


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


async def _replace(
    unit: SchedulingUnit,
    act: Act,
    change: Change,
    *,
    out: list[AvailabilityId],
    back: list[AvailabilityId],
) -> None:
    if await unit.diaries.standing([*out, *back]) != frozenset(out):
        raise Superseded(change.kind)
    await unit.diaries.remove(out, at=act.at)
    await unit.diaries.restore(back)


async def _both(
    unit: SchedulingUnit, added: list[AvailabilityId], removed: list[AvailabilityId]
) -> tuple[tuple[Availability, ...], tuple[Availability, ...]]:
    found = {each.id: each for each in await unit.diaries.some([*added, *removed])}
    return tuple(found[i] for i in added), tuple(found[i] for i in removed)


def _rules(change: Change, which: str) -> list[AvailabilityId]:
    return [AvailabilityId(i) for i in change.facts.get(which, ())]
