"""Letters about a commitment, now and later: rows of the outbox, checked again when they are due.

Nobody is told of their own doing. Keys are unique for a commitment, a person and a revision, so
that nothing is told twice, and nudges go out once.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from core.access import Right, may
from core.bands import Membership, Role
from core.ids import BandId, ChangeId, PersonId
from core.journal import Act
from core.outbox import Letter
from core.scheduling.commitments.clashes import LOOKAHEAD
from core.scheduling.commitments.commitment import Commitment, concerned
from core.scheduling.commitments.notices import (
    AnswersDue,
    AnswerTurned,
    CommitmentAhead,
    CommitmentTold,
    EverybodyCan,
    RehearsalAsked,
    RehearsalNudge,
)
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.kinds import CommitmentState, Rsvp

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


def asking(act: Act, commitment: Commitment, people: Sequence[PersonId]) -> list[Letter]:
    """Letters that ask these people whether they can."""
    notice = RehearsalAsked(commitment.id, commitment.revision)
    return [
        Letter(notice, each, _key("asked", commitment, each), act.at) for each in people if each != act.person
    ]


def ahead(
    act: Act,
    commitment: Commitment,
    members: Sequence[Membership],
    people: Sequence[PersonId],
    *,
    asked_at: datetime,
) -> list[Letter]:
    """Letters due later: the nudge and the deadline of a proposal, or the reminder of a confirmed commitment.

    The nudge goes out when half of the time between `asked_at` and the deadline is over.
    """
    if commitment.state is CommitmentState.CONFIRMED:
        due = commitment.starts_at - AHEAD
        reminder = CommitmentAhead(commitment.id, commitment.revision)
        reminded = people if due > act.at else ()
        return [Letter(reminder, each, _key("ahead", commitment, each), due) for each in reminded]
    if commitment.state is not CommitmentState.PROPOSED or commitment.answer_by is None:
        return []
    half = asked_at + (commitment.answer_by - asked_at) / 2
    nudge = RehearsalNudge(commitment.id, commitment.revision)
    nudged = people if half >= act.at else ()
    letters = [Letter(nudge, each, _key("nudge", commitment, each), half) for each in nudged]
    if commitment.answer_by >= act.at:
        letters += _deadline(commitment, commitment.answer_by, members)
    return letters


async def catch_up(unit: SchedulingUnit, act: Act, band: BandId, person: PersonId) -> int:
    """Queue what is due later for a new member; returns how many coming commitments concern them."""
    members = await unit.bands.members(band)
    coming = await unit.commitments.of_band(band, start=act.at, end=act.at + LOOKAHEAD)
    answers = await unit.commitments.answers([each.id for each in coming])
    asked = [
        each
        for each in coming
        if each.starts_at > act.at and person in {one.person for one in concerned(members, answers[each.id])}
    ]
    await unit.outbox.put_all(
        [letter for each in asked for letter in ahead(act, each, members, [person], asked_at=act.at)]
    )
    return len(asked)


def _deadline(commitment: Commitment, by: datetime, members: Sequence[Membership]) -> list[Letter]:
    """A letter for everybody who could be the decider by then; `news` drops all but the right one's."""
    others = [each.person for each in members if each.role is not Role.DEP]
    over = AnswersDue(commitment.id, commitment.revision)
    return [
        Letter(over, each, _key("due", commitment, each), by)
        for each in dict.fromkeys([commitment.made_by, *others])
    ]


def hears(members: Sequence[Membership], proposer: PersonId) -> list[PersonId]:
    """The people who hear how a proposal stands: the proposer or, if they have left, those who decide."""
    if any(each.person == proposer for each in members):
        return [proposer]
    return [each.person for each in members if may(each.role, Right.DECIDE)]


def telling(act: Act, change: ChangeId, people: Sequence[PersonId]) -> list[Letter]:
    """Letters that tell these people of a change, as a difference."""
    return [
        Letter(CommitmentTold(change), each, f"commitment:told:{change}:{each}", act.at)
        for each in people
        if each != act.person
    ]


def ready(act: Act, commitment: Commitment, members: Sequence[Membership]) -> list[Letter]:
    """Letters to the proposer, or those in their place: everybody who has to be there can."""
    notice = EverybodyCan(commitment.id, commitment.revision)
    return [
        Letter(notice, each, _key("ready", commitment, each), act.at)
        for each in hears(members, commitment.made_by)
        if each != act.person
    ]


def turned(
    act: Act,
    commitment: Commitment,
    members: Sequence[Membership],
    *,
    old: Rsvp | None,
    new: Rsvp | None,
) -> list[Letter]:
    """Letters that the caller can't make it after all, or can again.

    They go to those who decide or, if there is nobody else to decide, to the other members.
    """
    if (old is Rsvp.NO) == (new is Rsvp.NO):
        return []
    others = [each for each in members if each.person != act.person and each.role is not Role.DEP]
    deciding = [each for each in others if each.person == commitment.made_by or may(each.role, Right.DECIDE)]
    notice = AnswerTurned(commitment.id, act.person, commitment.revision)
    return [
        Letter(notice, each.person, f"commitment:turned:{act.cause}:{each.person}", act.at)
        for each in deciding or others
    ]


def _key(what: str, commitment: Commitment, person: PersonId) -> str:
    return f"commitment:{what}:{commitment.id}:{commitment.revision}:{person}"
