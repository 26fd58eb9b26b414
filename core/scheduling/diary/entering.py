"""What an owner has written into a member's diary: who may take it back or put it again, and who is told."""

from core.access import Right, may
from core.ids import BandId, PersonId
from core.journal import Act, Change, ChangeKind, NotYours
from core.notices import EnteredForYou
from core.scheduling.commitments.ports import SchedulingUnit


async def allowed(unit: SchedulingUnit, act: Act, change: Change) -> None:
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


async def tell(unit: SchedulingUnit, act: Act, change: Change, *, back: bool) -> None:
    """Tell the one whose diary it is that another has taken it back, or has put it in again."""
    of = PersonId(change.facts["of"])
    if act.person != of:
        notice = EnteredForYou(change.id, BandId(change.facts["band"]), act.person, back)
        await unit.outbox.put(notice, to=of, key=f"entered:{change.id}:{act.cause}", due=act.at)


async def told(unit: SchedulingUnit, act: Act, change: Change) -> str | None:
    """Whose diary it is, where it is not the caller's own and so somebody else is told."""
    if change.kind is not ChangeKind.ENTERED or change.facts["of"] == act.person:
        return None
    return (await unit.people.get(PersonId(change.facts["of"]))).name
