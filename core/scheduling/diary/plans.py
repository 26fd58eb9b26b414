"""Undoing and redoing changes of a diary, of its zone and of its confirmed months.

An entry that an owner made in a member's diary may be undone by both, and the member is told.
"""

from core.access import Right, may
from core.ids import AvailabilityId
from core.journal import Act, Change, ChangeFacts, NotYours, Superseded
from core.people.changes import PersonZoneSet
from core.plans import Direction, Plans, UndoPlan
from core.scheduling.availability.changes import MonthConfirmed
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.diary.changes import DiaryDateMoved, DiaryEntered, DiaryMarked, DiarySpared
from core.scheduling.diary.notices import EnteredForYou

Rules = tuple[AvailabilityId, ...]


def rules_of(facts: ChangeFacts) -> tuple[Rules, Rules]:
    """The rules that a change has added, and those that it has removed."""
    match facts:
        case DiaryMarked():
            return facts.said, facts.removed
        case DiaryEntered() | DiaryDateMoved():
            return facts.said, ()
        case _:
            return (), ()


async def owner_told(unit: SchedulingUnit, act: Act, change: Change[ChangeFacts]) -> str | None:
    """The name of the diary's owner, who is told because it is not the caller's own diary."""
    if not isinstance(change.facts, DiaryEntered) or change.facts.of == act.person:
        return None
    return (await unit.people.get(change.facts.of)).name


async def _restore_rules(
    unit: SchedulingUnit, act: Act, change: Change[DiaryMarked | DiaryEntered], direction: Direction
) -> None:
    """Remove the rules that stand, and restore those that stood before."""
    added, removed = rules_of(change.facts)
    out, back = direction.ends(removed, added)
    if await unit.diaries.standing([*out, *back]) != frozenset(out):
        raise Superseded(type(change.facts))
    await unit.diaries.remove(out, at=act.at)
    await unit.diaries.restore(back)


async def _undo_entered(
    unit: SchedulingUnit, act: Act, change: Change[DiaryEntered], direction: Direction
) -> None:
    await _restore_rules(unit, act, change, direction)
    await _tell_owner(unit, act, change, direction)


async def _may_undo_entered(unit: SchedulingUnit, act: Act, change: Change[DiaryEntered]) -> None:
    """The diary's owner may; so may the person who entered it, while they still have the right to.

    Raises NotYours.
    """
    of, band = change.facts.of, change.facts.band
    if act.person == of:
        return
    if act.person != change.person or band is None:
        raise NotYours
    mine = await unit.bands.membership(band, act.person)
    if mine is None or not may(mine.role, Right.ENTER):
        raise NotYours
    if await unit.bands.membership(band, of) is None:
        raise NotYours


async def _tell_owner(
    unit: SchedulingUnit, act: Act, change: Change[DiaryEntered], direction: Direction
) -> None:
    """Tell the diary's owner that somebody else has undone or redone the entry."""
    of, band = change.facts.of, change.facts.band
    if act.person != of and band is not None:
        notice = EnteredForYou(change.id, band, act.person, direction is Direction.BACK)
        await unit.outbox.put(notice, to=of, key=f"entered:{change.id}:{act.cause}", due=act.at)


async def _set_exceptions(
    unit: SchedulingUnit, _: Act, change: Change[DiarySpared], direction: Direction
) -> None:
    """Give the rule its earlier exceptions. Raises Superseded where it is gone or has changed since."""
    rule = change.facts.rule
    expected, target = direction.ends(change.facts.old, change.facts.new)
    found = await unit.diaries.some([rule]) if await unit.diaries.standing([rule]) else []
    if not found or found[0].rule.exceptions != expected:
        raise Superseded(DiarySpared)
    await unit.diaries.set_exceptions(rule, target)


async def _move_date(
    unit: SchedulingUnit, act: Act, change: Change[DiaryDateMoved], direction: Direction
) -> None:
    """Give the rule its date back and remove the entry in its place, or the other way round."""
    facts = change.facts
    expected, target = direction.ends(facts.old, facts.new)
    out, back = direction.ends((), facts.said)
    standing = await unit.diaries.standing([facts.rule, *facts.said])
    rules = await unit.diaries.some([facts.rule])
    if standing != {facts.rule, *out} or rules[0].rule.exceptions != expected:
        raise Superseded(DiaryDateMoved)
    await unit.diaries.set_exceptions(facts.rule, target)
    await unit.diaries.remove(out, at=act.at)
    await unit.diaries.restore(back)


async def _set_zone(
    unit: SchedulingUnit, act: Act, change: Change[PersonZoneSet], direction: Direction
) -> None:
    """Set the person's zone, and that of the rules that moved with it."""
    facts = change.facts
    expected, target = direction.ends(facts.old, facts.new)
    if (await unit.people.get(act.person)).zone != expected:
        raise Superseded(PersonZoneSet)
    await unit.people.set_zone(act.person, target)
    await unit.diaries.set_zones({rule: direction.ends(zone, facts.new)[1] for rule, zone in facts.rules})


async def _set_months(
    unit: SchedulingUnit, _: Act, change: Change[MonthConfirmed], direction: Direction
) -> None:
    """Set the confirmations of the months as they were on the other side of the change."""
    expected, target = direction.ends(change.facts.old, change.facts.new)
    if await unit.confirmations.standing(change.person, list(expected)) != expected:
        raise Superseded(MonthConfirmed)
    await unit.confirmations.set(change.person, target)


PLANS: Plans[SchedulingUnit] = {
    DiaryMarked: UndoPlan(_restore_rules),
    DiaryEntered: UndoPlan(_undo_entered, _may_undo_entered),
    DiarySpared: UndoPlan(_set_exceptions),
    DiaryDateMoved: UndoPlan(_move_date),
    PersonZoneSet: UndoPlan(_set_zone),
    MonthConfirmed: UndoPlan(_set_months),
}
"""The kinds of change of a diary that can be undone."""
