"""Taking back a change, and doing it again: each kind that can be undone has a plan."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime

from core.bands import undoing as of_bands
from core.ids import AvailabilityId, ChangeId
from core.journal import Act, Change, ChangeKind, Gone, NothingToUndo, NotYours, Superseded
from core.people.profile import profile_back, profile_forth
from core.people.settings import settings_back, settings_forth
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.commitments.rehearsals import turn_answer
from core.scheduling.diary import entering as entered


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
    whose: str | None = None
    """Whose diary it is, where it is not the caller's: that person is told."""


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
    added, removed = rules_of(found, "said"), rules_of(found, "removed")
    said, gone = await _both(unit, added, removed)
    if not found.undone:
        return Redone(found, said, before=True, gone=gone)
    await PLANS[found.kind].again(unit, act, found)
    await unit.journal.set_undone(found.id, undone=False)
    await unit.journal.record(act, ChangeKind.REDONE, {"change": found.id})
    return Redone(found, said, before=False, gone=gone, whose=await entered.told(unit, act, found))


async def turned(unit: SchedulingUnit, turn: Change) -> Undone | Redone:
    """What a recorded undo or redo did, told again without doing it. Raises Gone."""
    found = await unit.journal.find(ChangeId(turn.facts["change"]))
    if found is None:
        raise Gone
    said, others = await _both(unit, rules_of(found, "said"), rules_of(found, "removed"))
    if turn.kind is ChangeKind.UNDONE:
        return Undone(found, said, before=True, back=others)
    return Redone(found, said, before=True, gone=others)


async def _undo(unit: SchedulingUnit, act: Act, change: Change) -> Undone:
    added, removed = rules_of(change, "said"), rules_of(change, "removed")
    said, back = await _both(unit, added, removed)
    if change.undone:
        return Undone(change, said, before=True, back=back)
    await PLANS[change.kind].back(unit, act, change)
    await unit.journal.set_undone(change.id, undone=True)
    await unit.journal.record(act, ChangeKind.UNDONE, {"change": change.id})
    return Undone(change, said, before=False, back=back, whose=await entered.told(unit, act, change))


async def _own(unit: SchedulingUnit, act: Act, change: ChangeId) -> Change:
    found = await unit.journal.take(change)
    if found is None or found.kind not in PLANS:
        raise Gone
    await PLANS[found.kind].allowed(unit, act, found)
    return found


async def _ones_own(_: SchedulingUnit, act: Act, change: Change) -> None:
    if act.person != change.person:
        raise NotYours


async def _zone_back(unit: SchedulingUnit, act: Act, change: Change) -> None:
    await _move_zone(unit, act, change, back=True)


async def _zone_again(unit: SchedulingUnit, act: Act, change: Change) -> None:
    await _move_zone(unit, act, change, back=False)


async def _move_zone(unit: SchedulingUnit, act: Act, change: Change, *, back: bool) -> None:
    old, new = change.facts["old"], change.facts["new"]
    expected, target = (new, old) if back else (old, new)
    if (await unit.people.get(act.person)).zone != expected:
        raise Superseded(change.kind)
    await unit.people.set_zone(act.person, target)
    zones = {AvailabilityId(rule): zone if back else new for rule, zone in change.facts["rules"]}
    await unit.diaries.set_zones(zones)


async def _rules_back(unit: SchedulingUnit, act: Act, change: Change) -> None:
    await _replace(unit, act, change, out=rules_of(change, "said"), back=rules_of(change, "removed"))


async def _rules_again(unit: SchedulingUnit, act: Act, change: Change) -> None:
    await _replace(unit, act, change, out=rules_of(change, "removed"), back=rules_of(change, "said"))


async def _entered_back(unit: SchedulingUnit, act: Act, change: Change) -> None:
    await _rules_back(unit, act, change)
    await entered.tell(unit, act, change, back=True)


async def _entered_again(unit: SchedulingUnit, act: Act, change: Change) -> None:
    await _rules_again(unit, act, change)
    await entered.tell(unit, act, change, back=False)


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


async def _spared_back(unit: SchedulingUnit, _: Act, change: Change) -> None:
    await _set_exceptions(unit, change, now="new", then="old")


async def _spared_again(unit: SchedulingUnit, _: Act, change: Change) -> None:
    await _set_exceptions(unit, change, now="old", then="new")


async def _set_exceptions(unit: SchedulingUnit, change: Change, *, now: str, then: str) -> None:
    """The rule leaves out what it left out before; refused when others were added since, or it is gone."""
    rule = AvailabilityId(change.facts["rule"])
    expected, target = (tuple(map(datetime.fromisoformat, change.facts[which])) for which in (now, then))
    found = await unit.diaries.some([rule]) if await unit.diaries.standing([rule]) else []
    if not found or found[0].rule.exceptions != expected:
        raise Superseded(change.kind)
    await unit.diaries.set_exceptions(rule, target)


async def _months_back(unit: SchedulingUnit, _: Act, change: Change) -> None:
    await _set_months(unit, change, now="new", then="old")


async def _months_again(unit: SchedulingUnit, _: Act, change: Change) -> None:
    await _set_months(unit, change, now="old", then="new")


async def _set_months(unit: SchedulingUnit, change: Change, *, now: str, then: str) -> None:
    """Put the months from how they must stand to how they stood (or will stand again)."""
    expected, target = _months(change, now), _months(change, then)
    if await unit.confirmations.standing(change.person, list(expected)) != expected:
        raise Superseded(change.kind)
    await unit.confirmations.set(change.person, target)


def _months(change: Change, which: str) -> dict[date, datetime | None]:
    return {
        date.fromisoformat(month): datetime.fromisoformat(at) if at else None
        for month, at in change.facts[which].items()
    }


async def _answer_back(unit: SchedulingUnit, act: Act, change: Change) -> None:
    await turn_answer(unit, act, change, now="new", then="old")


async def _answer_again(unit: SchedulingUnit, act: Act, change: Change) -> None:
    await turn_answer(unit, act, change, now="old", then="new")


_Step = Callable[[SchedulingUnit, Act, Change], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How one kind of change is taken back, and done again; both raise Superseded."""

    back: _Step
    again: _Step
    allowed: _Step = _ones_own
    """Raises a refusal where the change is not the person's to take back."""


PLANS: dict[ChangeKind, Plan] = {
    ChangeKind.MARKED: Plan(_rules_back, _rules_again),
    ChangeKind.ENTERED: Plan(_entered_back, _entered_again, entered.allowed),
    ChangeKind.ZONE_SET: Plan(_zone_back, _zone_again),
    ChangeKind.CONFIRMED: Plan(_months_back, _months_again),
    ChangeKind.SPARED: Plan(_spared_back, _spared_again),
    ChangeKind.PROFILE_SET: Plan(profile_back, profile_forth),
    ChangeKind.SETTINGS_SET: Plan(settings_back, settings_forth),
    ChangeKind.HABITS_SET: Plan(of_bands.edit_back, of_bands.edit_again, of_bands.allowed),
    ChangeKind.BAND_EDITED: Plan(of_bands.edit_back, of_bands.edit_again, of_bands.allowed),
    ChangeKind.MEMBER_CHANGED: Plan(of_bands.place_back, of_bands.place_again, of_bands.allowed),
    ChangeKind.ANSWERED: Plan(_answer_back, _answer_again),
}
"""The kinds that a button can undo; those of core.journal.UNDOABLE are what /undo looks for."""


async def _both(
    unit: SchedulingUnit, added: list[AvailabilityId], removed: list[AvailabilityId]
) -> tuple[tuple[Availability, ...], tuple[Availability, ...]]:
    found = {each.id: each for each in await unit.diaries.some([*added, *removed])}
    return tuple(found[i] for i in added), tuple(found[i] for i in removed)


def rules_of(change: Change, which: str) -> list[AvailabilityId]:
    """The rules that a change has "said", or "removed"; the one it has changed counts as neither."""
    return [AvailabilityId(i) for i in change.facts.get(which, ())]
