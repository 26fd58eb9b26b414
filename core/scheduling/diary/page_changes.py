"""What a person has changed on the page of their diary, told in chat when it has been quiet for a while."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.ids import AvailabilityId, ChangeId, PersonId
from core.journal import Act, Change, ChangeFacts
from core.scheduling.availability.ports import Availability
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.diary.by_hand import Handled
from core.scheduling.diary.changes import DiaryDateMoved, DiaryMarked, DiarySpared
from core.scheduling.diary.marking import AlreadySo
from core.scheduling.diary.notices import ChangedOnPage

QUIET = timedelta(seconds=75)
"""How long nothing more is changed before it is told."""
_CAUSES = "web:"
"""How the causes of changes begin that are made on pages (web/sessions.py)."""


@dataclass(frozen=True, slots=True)
class ChangedThere:
    """What came of some changes, all taken together."""

    said: tuple[Availability, ...]
    """The entries that were added and stand."""
    gone: tuple[Availability, ...]
    """Those that stood before and no longer do."""
    spared: tuple[tuple[Availability, datetime], ...]
    """Rules that stand and leave one more date out, with its wall time in their zone."""
    only: ChangeId | None
    """The change, where it is one alone."""

    @property
    def nothing(self) -> bool:
        """Nothing of it is left."""
        return not (self.said or self.gone or self.spared)


async def tell_later(unit: SchedulingUnit, act: Act, done: Handled) -> None:
    """Have it told in chat what was done on the page, together with what else is done there by then."""
    change = None if isinstance(done, AlreadySo) else done.change
    if change is None:
        return
    due = act.at + QUIET
    if not await unit.outbox.put_off(ChangedOnPage, to=act.person, until=due):
        notice = ChangedOnPage(change)
        await unit.outbox.put(notice, to=act.person, key=f"{notice.kind}:{change}", due=due)


async def changed_there(unit: SchedulingUnit, person: PersonId, since: ChangeId) -> ChangedThere | None:
    """What the person has changed on the page from a change on; None: nothing of it stands."""
    changes = await unit.journal.since(since, person, causes=_CAUSES)
    standing = [each for each in changes if not each.undone and isinstance(each.facts, _KINDS)]
    added, removed, spared = _sums(standing)
    kept = await unit.diaries.standing([*added, *(rule for rule, _ in spared)])
    found = {each.id: each for each in await unit.diaries.some(list({*added, *removed, *kept}))}
    result = ChangedThere(
        said=tuple(found[each] for each in added if each in kept),
        gone=tuple(found[each] for each in removed if each not in added),
        spared=tuple((found[rule], start) for rule, start in spared if rule in kept),
        only=standing[0].id if len(standing) == 1 else None,
    )
    return None if result.nothing else result


_KINDS = DiaryMarked | DiarySpared | DiaryDateMoved
Sums = tuple[list[AvailabilityId], list[AvailabilityId], list[tuple[AvailabilityId, datetime]]]


def _sums(changes: Sequence[Change[ChangeFacts]]) -> Sums:
    """The entries that were added, those that were removed, and the dates that rules leave out."""
    added: list[AvailabilityId] = []
    removed: list[AvailabilityId] = []
    spared: list[tuple[AvailabilityId, datetime]] = []
    for each in changes:
        match each.facts:
            case DiaryMarked(said=said, removed=gone):
                added += said
                removed += gone
            case DiarySpared(rule=rule, old=old, new=new):
                spared += [(rule, start) for start in new if start not in old]
            case DiaryDateMoved(rule=rule, begins=begins, said=said):
                added += said
                spared.append((rule, begins))
            case _:
                pass
    return added, removed, spared
