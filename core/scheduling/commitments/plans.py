"""Taking back an answer to a rehearsal or gig, and giving it again."""

from datetime import datetime

from core.ids import BandId, CommitmentId
from core.journal import Act, Change, ChangeKind, Superseded
from core.plans import Direction, Plan
from core.scheduling.commitments import reminders
from core.scheduling.commitments.commitment import Phase
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.commitments.rehearsals import found
from core.scheduling.kinds import Rsvp


async def _turn_answer(unit: SchedulingUnit, act: Act, change: Change, direction: Direction) -> None:
    """The answer is what it was, of when it was given; those who heard of it hear that it has turned."""
    facts = change.facts
    which = CommitmentId(facts["commitment"])
    await unit.bands.lock(BandId(facts["band"]))
    commitment = await found(unit, which)
    answers = (await unit.commitments.answers([which]))[which]
    old, new = (Rsvp(said) if said else None for said in (facts["old"], facts["new"]))
    expected, target = direction.ends(old, new)
    members = await unit.bands.members(commitment.band)
    live = commitment.phase(act.at) in (Phase.PROPOSED, Phase.CONFIRMED)
    live = live and act.person in {each.person for each in members}
    if not live or commitment.revision != facts["revision"] or answers.get(act.person) is not expected:
        raise Superseded(change.kind)
    _, said_at = direction.ends(facts.get("old_at"), facts.get("new_at"))
    at = datetime.fromisoformat(said_at) if said_at else act.at
    await unit.commitments.answer(which, act.person, target, at=at)
    if facts["aloud"]:
        await unit.outbox.put_all(reminders.turned(act, commitment, members, old=expected, new=target))


PLANS: dict[ChangeKind, Plan[SchedulingUnit]] = {ChangeKind.ANSWERED: Plan(_turn_answer)}
"""The kinds of change of a commitment that can be turned."""
