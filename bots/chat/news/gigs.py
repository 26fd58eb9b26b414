"""Notices about rehearsals and gigs, with the facts as they are when they are sent."""

from bots.chat.news.delivery import News, NoticeDelivery
from core.ids import CommitmentId
from core.scheduling.commitments import news as commitments
from core.scheduling.commitments.news import Reason, Told
from core.scheduling.commitments.notices import (
    AnswersDue,
    AnswerTurned,
    CommitmentAhead,
    CommitmentTold,
    EverybodyCan,
    RehearsalAsked,
    RehearsalNudge,
)


async def _asked(notice: RehearsalAsked, telling: NoticeDelivery) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Reason.ASKED, telling)


async def _nudge(notice: RehearsalNudge, telling: NoticeDelivery) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Reason.NUDGED, telling)


async def _due(notice: AnswersDue, telling: NoticeDelivery) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Reason.DUE, telling)


async def _ready(notice: EverybodyCan, telling: NoticeDelivery) -> Told | None:
    return await _of_proposal(notice.commitment, notice.revision, Reason.READY, telling)


async def _of_proposal(
    which: CommitmentId, revision: int, why: Reason, telling: NoticeDelivery
) -> Told | None:
    return await commitments.of_proposal(telling.unit, which, revision, why, to=telling.to, now=telling.now)


async def _changed(notice: CommitmentTold, telling: NoticeDelivery) -> Told | None:
    return await commitments.of_change(telling.unit, notice.change, to=telling.to, now=telling.now)


async def _turned(notice: AnswerTurned, telling: NoticeDelivery) -> Told | None:
    unit, to, now = telling.unit, telling.to, telling.now
    return await commitments.of_turn(unit, notice.commitment, notice.player, notice.revision, to=to, now=now)


async def _ahead(notice: CommitmentAhead, telling: NoticeDelivery) -> Told | None:
    unit, to, now = telling.unit, telling.to, telling.now
    return await commitments.of_reminder(
        unit, notice.commitment, notice.revision, to=to, now=now, due=telling.due_at
    )


NEWS: News = {
    RehearsalAsked: _asked,
    RehearsalNudge: _nudge,
    AnswersDue: _due,
    EverybodyCan: _ready,
    CommitmentTold: _changed,
    AnswerTurned: _turned,
    CommitmentAhead: _ahead,
}
