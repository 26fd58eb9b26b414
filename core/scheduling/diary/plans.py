"""Taking back what was changed of a diary, its zone and its confirmed months, and doing it again.

What an owner has written into a member's diary may be taken back by both, and the member is told.
"""

from datetime import date, datetime

from core.access import Right, may
from core.ids import AvailabilityId, BandId, PersonId
from core.journal import Act, Change, ChangeKind, NotYours, Superseded
from core.notices import EnteredForYou
from core.plans import Direction, Plan
from core.scheduling.commitments.ports import SchedulingUnit


def rules_of(change: Change, which: str) -> list[AvailabilityId]:
    """The rules that a change has "said", or "removed"; the one it has changed counts as neither."""
    return [AvailabilityId(i) for i in change.facts.get(which, ())]


async def owner_told(unit: SchedulingUnit, act: Act, change: Change) -> str | None:
    """Whose diary it is, where it is not the caller's own and so somebody else is told."""
    if change.kind is not ChangeKind.ENTERED or change.facts["of"] == act.person:
        return None
    return (await unit.people.get(PersonId(change.facts["of"]))).name


async def _turn_rules(unit: SchedulingUnit, act: Act, change: Change, direction: Direction) -> None:
    """Take out the rules that stand, and put those back that stood."""
    out, back = direction.ends(rules_of(change, "removed"), rules_of(change, "said"))
    if await unit.diaries.standing([*out, *back]) != frozenset(out):
        raise Superseded(change.kind)
    await unit.diaries.remove(out, at=act.at)
    await unit.diaries.restore(back)


async def _turn_entered(unit: SchedulingUnit, act: Act, change: Change, direction: Direction) -> None:
    await _turn_rules(unit, act, change, direction)
    await _tell_owner(unit, act, change, direction)


async def _may_turn_entered(unit: SchedulingUnit, act: Act, change: Change) -> None:
    """The diary's owner may; so may whoever may still write into it. Raises NotYours."""
    of, band = PersonId(change.facts["of"]), change.facts.get("band")
    if act.person == of:
        return
    if act.person != change.person or band is None:
        raise NotYours
    mine = await unit.bands.membership(BandId(band), act.person)
    if mine is None or not may(mine.role, Right.ENTER):
        raise NotYours
    if await unit.bands.membership(BandId(band), of) is None:
        raise NotYours


async def _tell_owner(unit: SchedulingUnit, act: Act, change: Change, direction: Direction) -> None:
    """Tell the one whose diary it is that another has taken it back, or has put it in again."""
    of = PersonId(change.facts["of"])
    if act.person != of:
        notice = EnteredForYou(
            change.id, BandId(change.facts["band"]), act.person, direction is Direction.BACK
        )
        await unit.outbox.put(notice, to=of, key=f"entered:{change.id}:{act.cause}", due=act.at)


async def _turn_exceptions(unit: SchedulingUnit, _: Act, change: Change, direction: Direction) -> None:
    """The rule leaves out what it left out before; refused when others were added since, or it is gone."""
    rule = AvailabilityId(change.facts["rule"])
    old, new = (tuple(map(datetime.fromisoformat, change.facts[which])) for which in ("old", "new"))
    expected, target = direction.ends(old, new)
    found = await unit.diaries.some([rule]) if await unit.diaries.standing([rule]) else []
    if not found or found[0].rule.exceptions != expected:
        raise Superseded(change.kind)
    await unit.diaries.set_exceptions(rule, target)


async def _turn_zone(unit: SchedulingUnit, act: Act, change: Change, direction: Direction) -> None:
    """Put the person's zone, and that of the rules that moved along with it."""
    old, new = change.facts["old"], change.facts["new"]
    expected, target = direction.ends(old, new)
    if (await unit.people.get(act.person)).zone != expected:
        raise Superseded(change.kind)
    await unit.people.set_zone(act.person, target)
    zones = {AvailabilityId(rule): direction.ends(zone, new)[1] for rule, zone in change.facts["rules"]}
    await unit.diaries.set_zones(zones)


async def _turn_months(unit: SchedulingUnit, _: Act, change: Change, direction: Direction) -> None:
    """Put the months from how they must stand to how they stood (or will stand again)."""
    expected, target = direction.ends(_months(change, "old"), _months(change, "new"))
    if await unit.confirmations.standing(change.person, list(expected)) != expected:
        raise Superseded(change.kind)
    await unit.confirmations.set(change.person, target)


def _months(change: Change, which: str) -> dict[date, datetime | None]:
    return {
        date.fromisoformat(month): datetime.fromisoformat(at) if at else None
        for month, at in change.facts[which].items()
    }


PLANS: dict[ChangeKind, Plan[SchedulingUnit]] = {
    ChangeKind.MARKED: Plan(_turn_rules),
    ChangeKind.ENTERED: Plan(_turn_entered, _may_turn_entered),
    ChangeKind.SPARED: Plan(_turn_exceptions),
    ChangeKind.ZONE_SET: Plan(_turn_zone),
    ChangeKind.CONFIRMED: Plan(_turn_months),
}
"""The kinds of change of a diary that can be turned."""
