"""Who is told what about a commitment, now and later: rows of the outbox, checked again when they are due.

Nobody is told what he has done himself. Keys are unique for a commitment, a person and a revision, so
that nothing is told twice, and nudges go out once.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from core.access import Right, may
from core.bands import Membership, Role
from core.ids import BandId, ChangeId, PersonId
from core.journal import Act
from core.notices import (
    AnswersDue,
    AnswerTurned,
    CommitmentAhead,
    CommitmentTold,
    EverybodyCan,
    RehearsalAsked,
    RehearsalNudge,
)
from core.scheduling.commitments import Commitment, concerned
from core.scheduling.kinds import CommitmentState, Rsvp
from core.scheduling.ports import SchedulingUnit
from core.scheduling.touching import LOOKAHEAD

AHEAD = timedelta(hours=24)
"""How long before its start the players are reminded."""
_ANSWER_WITHIN = timedelta(hours=48)
_BEFORE_START = timedelta(days=2)
_AT_LEAST = timedelta(hours=6)


def deadline(starts_at: datetime, now: datetime) -> datetime:
    """Until when to answer: two days before the start or in 48 hours, whichever comes first.

    At least six hours are left to answer; where it starts in less than twelve, half of the time until then.
    """
    earliest = min(now + _AT_LEAST, now + (starts_at - now) / 2)
    return max(min(starts_at - _BEFORE_START, now + _ANSWER_WITHIN), earliest).replace(
        second=0, microsecond=0
    )


async def ask(unit: SchedulingUnit, act: Act, commitment: Commitment, people: Sequence[PersonId]) -> None:
    """Ask these people whether they can."""
    for person in people:
        if person != act.person:
            notice = RehearsalAsked(commitment.id, commitment.revision)
            await unit.outbox.put(notice, to=person, key=_key("asked", commitment, person), due=act.at)


async def plan_ahead(
    unit: SchedulingUnit, act: Act, commitment: Commitment, people: Sequence[PersonId], *, asked_at: datetime
) -> None:
    """Leave what is due later: the nudge and the deadline of a proposal, the reminder of what is confirmed.

    The nudge goes out when half of the time between `asked_at` and the deadline is over.
    """
    if commitment.state is CommitmentState.CONFIRMED:
        due = commitment.starts_at - AHEAD
        for person in people if due > act.at else ():
            reminder = CommitmentAhead(commitment.id, commitment.revision)
            await unit.outbox.put(reminder, to=person, key=_key("ahead", commitment, person), due=due)
    elif commitment.state is CommitmentState.PROPOSED and commitment.answer_by is not None:
        half = asked_at + (commitment.answer_by - asked_at) / 2
        for person in people if half >= act.at else ():
            nudge = RehearsalNudge(commitment.id, commitment.revision)
            await unit.outbox.put(nudge, to=person, key=_key("nudge", commitment, person), due=half)
        if commitment.answer_by >= act.at:
            await _plan_deadline(unit, commitment, commitment.answer_by)


async def catch_up(unit: SchedulingUnit, act: Act, band: BandId, person: PersonId) -> int:
    """Leave what is due later for somebody who is new; how many commitments concern him that are to come."""
    members = await unit.bands.members(band)
    coming = await unit.commitments.of_band(band, start=act.at, end=act.at + LOOKAHEAD)
    answers = await unit.commitments.answers([each.id for each in coming])
    found = 0
    for each in coming:
        asked = {one.person for one in concerned(members, answers[each.id])}
        if each.starts_at > act.at and person in asked:
            await plan_ahead(unit, act, each, [person], asked_at=act.at)
            found += 1
    return found


async def _plan_deadline(unit: SchedulingUnit, commitment: Commitment, by: datetime) -> None:
    """The proposer hears how it stands; who decides in his place, should he be gone by then, shows then."""
    members = await unit.bands.members(commitment.band)
    others = [each.person for each in members if each.role is not Role.DEP]
    for to in dict.fromkeys([commitment.made_by, *others]):
        over = AnswersDue(commitment.id, commitment.revision)
        await unit.outbox.put(over, to=to, key=_key("due", commitment, to), due=by)


def hears(members: Sequence[Membership], proposer: PersonId) -> list[PersonId]:
    """Who hears how a proposal stands: who made it; once he plays there no more, those who decide."""
    if any(each.person == proposer for each in members):
        return [proposer]
    return [each.person for each in members if may(each.role, Right.DECIDE)]


async def tell(unit: SchedulingUnit, act: Act, change: ChangeId, people: Sequence[PersonId]) -> None:
    """Tell these people of a change, as a difference."""
    for person in people:
        if person != act.person:
            await unit.outbox.put(
                CommitmentTold(change), to=person, key=f"commitment:told:{change}:{person}", due=act.at
            )


async def tell_ready(unit: SchedulingUnit, act: Act, commitment: Commitment) -> None:
    """Tell the proposer (or those in his place), once, that everybody who has to be there can."""
    for to in hears(await unit.bands.members(commitment.band), commitment.made_by):
        if to != act.person:
            notice = EverybodyCan(commitment.id, commitment.revision)
            await unit.outbox.put(notice, to=to, key=_key("ready", commitment, to), due=act.at)


async def tell_turned(
    unit: SchedulingUnit,
    act: Act,
    commitment: Commitment,
    members: Sequence[Membership],
    *,
    old: Rsvp | None,
    new: Rsvp | None,
) -> None:
    """Tell that the caller can't make it after all, or can again.

    Those who decide hear of it; where there is nobody else to decide, the other members.
    """
    if (old is Rsvp.NO) == (new is Rsvp.NO):
        return
    others = [each for each in members if each.person != act.person and each.role is not Role.DEP]
    deciding = [each for each in others if each.person == commitment.made_by or may(each.role, Right.DECIDE)]
    for member in deciding or others:
        notice = AnswerTurned(commitment.id, act.person, commitment.revision)
        key = f"commitment:turned:{act.cause}:{member.person}"
        await unit.outbox.put(notice, to=member.person, key=key, due=act.at)


def _key(what: str, commitment: Commitment, person: PersonId) -> str:
    return f"commitment:{what}:{commitment.id}:{commitment.revision}:{person}"
