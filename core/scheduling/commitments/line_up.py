"""A commitment's players, their answers, and what fills their time then: loaded once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.bands import Band, Membership
from core.ids import PersonId
from core.scheduling.availability.ports import Availability, TakenTime
from core.scheduling.commitments.commitment import Answered, Commitment, Phase
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.kinds import Rsvp


@dataclass(frozen=True, slots=True)
class LineUp:
    """A band's players as one commitment finds them."""

    band: Band
    members: Sequence[Membership]
    """In the order of joining."""
    answers: Mapping[PersonId, Answered]
    """The members' answers."""
    by: str
    """Name of the person who proposed or entered it."""
    rules: Mapping[PersonId, Sequence[Availability]]
    """Everybody's rules; empty where it no longer matters who is busy (`is_open`)."""
    taken: Mapping[PersonId, TakenTime]
    """What else fills everybody's time while it lasts; empty as above."""

    def member(self, person: PersonId | None) -> Membership | None:
        """That person's membership in the band."""
        return next((each for each in self.members if each.person == person), None)

    def answer_of(self, person: PersonId) -> Rsvp | None:
        """That person's answer."""
        answered = self.answers.get(person)
        return answered.answer if answered else None

    def answered(self, person: PersonId, answer: Rsvp, *, at: datetime) -> "LineUp":
        """The same once that person has answered."""
        return replace(self, answers={**self.answers, person: Answered(answer, at)})

    def unanswered(self) -> "LineUp":
        """The same when everybody is to be asked again."""
        return replace(self, answers={})


def is_open(commitment: Commitment, now: datetime, *, fresh: bool) -> bool:
    """Whether it matters who is busy then: while it is proposed, or where its time is new."""
    phase = commitment.phase(now)
    return phase is Phase.PROPOSED or (fresh and phase is Phase.CONFIRMED)


async def line_up_for(
    unit: SchedulingUnit, band: Band, commitment: Commitment, *, now: datetime, fresh: bool = False
) -> LineUp:
    """Load it. To decide by it, lock the band first, and the players where it takes their time."""
    players = await unit.commitments.players(band.id, commitment.id)
    members = [member for member, _ in players]
    by = next((each.name for each in members if each.person == commitment.made_by), None)
    rules: Mapping[PersonId, Sequence[Availability]] = {}
    taken: Mapping[PersonId, TakenTime] = {}
    if is_open(commitment, now, fresh=fresh):
        people = [each.person for each in members]
        rules = await unit.diaries.of(people)
        taken = await unit.taken.of(people, start=commitment.starts_at, end=commitment.ends_at)
    return LineUp(
        band=band,
        members=members,
        answers={member.person: answer for member, answer in players if answer is not None},
        by=by or (await unit.people.get(commitment.made_by)).name,
        rules=rules,
        taken=taken,
    )
