"""The facts of a notice about a commitment when it is told; None: there is nothing left to tell."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from core.bands import Band
from core.ids import ChangeId, CommitmentId, PersonId
from core.scheduling.commitments.card import Standing, as_it_stands, decides
from core.scheduling.commitments.changes import (
    CommitmentCalledOff,
    CommitmentConfirmed,
    CommitmentFacts,
    CommitmentMoved,
    CommitmentPutBack,
    Snapshot,
    snapshot,
)
from core.scheduling.commitments.commitment import (
    Clash,
    Commitment,
    Phase,
    concerned,
    takes_part,
)
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.commitments.rehearsals import Times
from core.scheduling.commitments.reminders import hears
from core.scheduling.kinds import CommitmentState, Rsvp

_LATE = timedelta(minutes=20)
"""A reminder that comes later than this says so."""


class Reason(StrEnum):
    """Why somebody is told."""

    ASKED = "asked"
    NUDGED = "nudged"
    DUE = "due"
    READY = "ready"
    CONFIRMED = "confirmed"
    ENTERED = "entered"
    MOVED = "moved"
    RELOCATED = "relocated"
    CALLED_OFF = "called_off"
    PUT_BACK = "put_back"
    TURNED = "turned"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Told:
    """A commitment as it stands, and why somebody is told of it."""

    standing: Standing
    reason: Reason
    reader: PersonId
    by: str = ""
    """Name of the person who has done it."""
    player: PersonId | None = None
    """The player whose answer has turned."""
    before: Times | None = None
    """How it was, where it was moved."""
    late: bool = False
    ahead: timedelta = timedelta(0)
    """How long it is until it starts."""
    decides: bool = False
    """The reader may confirm it, move it or call it off."""
    doubled: tuple[Clash, ...] = ()
    """Other bands' commitments that take the reader's time then."""

    @property
    def answer(self) -> Rsvp | None:
        """The reader's answer."""
        return next((each.answer for each in self.standing.responses if each.person == self.reader), None)


async def of_proposal(
    unit: SchedulingUnit, which: CommitmentId, revision: int, reason: Reason, *, to: PersonId, now: datetime
) -> Told | None:
    """A proposal: to those asked while they have not answered, to the proposer as long as it is one.

    If the proposer has left the band, those who decide are told instead.
    """
    commitment = await unit.commitments.get(which)
    if commitment is None or commitment.revision != revision or commitment.phase(now) is not Phase.PROPOSED:
        return None
    told = await _told(unit, commitment, reason, to=to, now=now)
    if told is None:
        return None
    asks = reason in (Reason.ASKED, Reason.NUDGED)
    if not asks and to not in hears(await unit.bands.members(commitment.band), commitment.made_by):
        return None
    if reason is Reason.NUDGED and told.standing.overdue:
        return None
    if (asks and told.answer is not None) or (reason is Reason.READY and not told.standing.ready):
        return None
    return told


async def of_change(unit: SchedulingUnit, which: ChangeId, *, to: PersonId, now: datetime) -> Told | None:
    """A change of a commitment that is coming up, as long as no later change has replaced it."""
    change = await unit.journal.find(which)
    if change is None or not isinstance(change.facts, CommitmentFacts):
        return None
    facts = change.facts
    commitment = await unit.commitments.get(facts.commitment)
    if commitment is None or now >= commitment.starts_at:
        return None
    before, after, is_now = facts.before, facts.after, snapshot(commitment)
    reason = _reason(facts)
    relocated = reason is Reason.RELOCATED
    same_state = (after.state, after.revision) == (is_now.state, is_now.revision)
    if not (after.place == is_now.place if relocated else same_state):
        return None
    if relocated and commitment.state is CommitmentState.CANCELLED:
        return None
    times = Times(before.start, before.end, before.place) if before else None
    by = (await unit.people.get(change.person)).name
    return await _told(unit, commitment, reason, to=to, now=now, by=by, before=times)


def _reason(facts: CommitmentFacts) -> Reason:
    match facts:
        case CommitmentConfirmed():
            return Reason.CONFIRMED if facts.before else Reason.ENTERED
        case CommitmentMoved(before=Snapshot(revision=revision)) if revision == facts.after.revision:
            return Reason.RELOCATED
        case CommitmentCalledOff():
            return Reason.CALLED_OFF
        case CommitmentPutBack():
            return Reason.PUT_BACK
        case _:
            return Reason.MOVED


async def of_turn(
    unit: SchedulingUnit, which: CommitmentId, player: PersonId, revision: int, *, to: PersonId, now: datetime
) -> Told | None:
    """That a player can't make what is confirmed after all, or can again."""
    commitment = await unit.commitments.get(which)
    if commitment is None or commitment.revision != revision or now >= commitment.starts_at:
        return None
    if commitment.state is CommitmentState.CANCELLED:
        return None
    by = (await unit.people.get(player)).name
    told = await _told(unit, commitment, Reason.TURNED, to=to, now=now, by=by)
    if told is None or player not in {each.person for each in told.standing.responses}:
        return None
    return replace(told, player=player)


async def of_reminder(
    unit: SchedulingUnit, which: CommitmentId, revision: int, *, to: PersonId, now: datetime, due: datetime
) -> Told | None:
    """That it is tomorrow, or soon: to the players who are in."""
    commitment = await unit.commitments.get(which)
    if commitment is None or commitment.revision != revision or now >= commitment.starts_at:
        return None
    if commitment.state is not CommitmentState.CONFIRMED:
        return None
    members = await unit.bands.members(commitment.band)
    answers = (await unit.commitments.answers([which]))[which]
    mine = next((each for each in concerned(members, answers) if each.person == to), None)
    if mine is None or not takes_part(mine, answers.get(to)):
        return None
    return await _told(unit, commitment, Reason.AHEAD, to=to, now=now, late=now - due > _LATE)


async def _told(
    unit: SchedulingUnit,
    commitment: Commitment,
    reason: Reason,
    *,
    to: PersonId,
    now: datetime,
    by: str = "",
    before: Times | None = None,
    late: bool = False,
) -> Told | None:
    band: Band | None = await unit.bands.get(commitment.band)
    member = await unit.bands.membership(band.id, to) if band else None
    if band is None or member is None:
        return None
    others = await unit.commitments.clashes(to, start=commitment.starts_at, end=commitment.ends_at)
    return Told(
        standing=await as_it_stands(unit, band, commitment, now=now),
        reason=reason,
        reader=to,
        by=by,
        before=before,
        late=late,
        ahead=commitment.starts_at - now,
        decides=decides(commitment, member),
        doubled=tuple(
            each
            for each in others
            if each.commitment.band != band.id and each.commitment.phase(now) is Phase.CONFIRMED
        ),
    )
