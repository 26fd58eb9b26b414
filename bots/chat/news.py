"""What a notice amounts to when it is told: the facts as they are then, ready for a view."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bots.chat.views.notices import Entered, NewMember
from core.ids import CommitmentId, PersonId
from core.journal import Change
from core.notices import (
    AnswersDue,
    AnswerTurned,
    CommitmentAhead,
    CommitmentTold,
    EnteredForYou,
    EverybodyCan,
    MemberJoined,
    Notice,
    RehearsalAsked,
    RehearsalNudge,
)
from core.scheduling import telling as commitments
from core.scheduling.ports import SchedulingUnit
from core.scheduling.telling import Told, Why
from core.scheduling.undo import rules_of


@dataclass(frozen=True, slots=True)
class Telling:
    """A notice on its way to somebody."""

    unit: SchedulingUnit
    to: PersonId
    now: datetime
    """Aware, UTC."""
    due_at: datetime
    """When it should have gone; earlier than `now` when it is late."""


async def news_of(notice: Notice, telling: Telling) -> object | None:
    """A result that a view can word; None: there is nothing to tell any more."""
    return await NEWS[type(notice)](notice, telling)


async def _member_joined(notice: MemberJoined, telling: Telling) -> NewMember | None:
    band = await telling.unit.bands.get(notice.band)
    member = await telling.unit.bands.membership(notice.band, notice.member)
    if band is None or member is None:
        return None
    return NewMember(band, member, len(await telling.unit.bands.members(band.id)))


async def _entered(notice: EnteredForYou, telling: Telling) -> Entered | None:
    change: Change | None = await telling.unit.journal.find(notice.change)
    band = await telling.unit.bands.get(notice.band)
    if change is None or change.undone or band is None:
        return None
    said = tuple(await telling.unit.diaries.some(rules_of(change, "said")))
    by = await telling.unit.people.get(notice.by)
    return Entered(band, by.name, said, change.id)


async def _asked(notice: RehearsalAsked, telling: Telling) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Why.ASKED, telling)


async def _nudge(notice: RehearsalNudge, telling: Telling) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Why.NUDGED, telling)


async def _due(notice: AnswersDue, telling: Telling) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Why.DUE, telling)


async def _ready(notice: EverybodyCan, telling: Telling) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Why.READY, telling)


async def _of_proposal(which: CommitmentId, revision: int, why: Why, telling: Telling) -> Told | None:
    return await commitments.of_proposal(telling.unit, which, revision, why, to=telling.to, now=telling.now)


async def _changed(notice: CommitmentTold, telling: Telling) -> Told | None:
    return await commitments.of_change(telling.unit, notice.change, to=telling.to, now=telling.now)


async def _turned(notice: AnswerTurned, telling: Telling) -> Told | None:
    unit, to, now = telling.unit, telling.to, telling.now
    return await commitments.of_turn(unit, notice.commitment, notice.player, notice.revision, to=to, now=now)


async def _ahead(notice: CommitmentAhead, telling: Telling) -> Told | None:
    unit, to, now = telling.unit, telling.to, telling.now
    return await commitments.of_reminder(
        unit, notice.commitment, notice.revision, to=to, now=now, due=telling.due_at
    )


NEWS: dict[type[Notice], Callable[[Any, Telling], Awaitable[object | None]]] = {
    MemberJoined: _member_joined,
    EnteredForYou: _entered,
    RehearsalAsked: _asked,
    RehearsalNudge: _nudge,
    AnswersDue: _due,
    EverybodyCan: _ready,
    CommitmentTold: _changed,
    AnswerTurned: _turned,
    CommitmentAhead: _ahead,
}
"""Every notice there is; a test fails when one is missing."""
