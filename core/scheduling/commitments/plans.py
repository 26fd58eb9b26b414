"""Taking back an answer to a rehearsal or gig, and giving it again."""

from core.journal import Act, Change, Superseded
from core.plans import Direction, Plans, UndoPlan
from core.scheduling.commitments import reminders
from core.scheduling.commitments.changes import CommitmentAnswered
from core.scheduling.commitments.commitment import Phase
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.commitments.rehearsals import found


async def _turn_answer(
    unit: SchedulingUnit, act: Act, change: Change[CommitmentAnswered], direction: Direction
) -> None:
    """Set the answer back, with its own time; the deciders who heard of the change hear of this, too."""
    facts = change.facts
    await unit.bands.lock(facts.band)
    commitment = await found(unit, facts.commitment)
    answers = (await unit.commitments.answers([commitment.id]))[commitment.id]
    expected, target = direction.ends(facts.old, facts.new)
    members = await unit.bands.members(commitment.band)
    live = commitment.phase(act.at) in (Phase.PROPOSED, Phase.CONFIRMED)
    live = live and act.person in {each.person for each in members}
    if not live or commitment.revision != facts.revision or answers.get(act.person) is not expected:
        raise Superseded(CommitmentAnswered)
    _, at = direction.ends(facts.old_at, facts.new_at)
    await unit.commitments.answer(commitment.id, act.person, target, at=at or act.at)
    if facts.aloud:
        await unit.outbox.put_all(reminders.turned(act, commitment, members, old=expected, new=target))


PLANS: Plans[SchedulingUnit] = {CommitmentAnswered: UndoPlan(_turn_answer)}
"""The changes of a commitment that can be undone and redone."""
