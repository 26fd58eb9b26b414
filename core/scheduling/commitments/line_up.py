"""Who plays for a commitment, what each has said to it, and what fills their time then: loaded once."""

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
    """What those who play in the band have answered."""
    by: str
    """Who proposed or entered it."""
    diaries: Mapping[PersonId, Sequence[Availability]]
    """What everybody has said, where it is open who can."""
    taken: Mapping[PersonId, TakenTime]
    """What else fills everybody's time while it lasts, where it is open who can."""

    def member(self, person: PersonId | None) -> Membership | None:
        """That person's place in the band."""
        return next((each for each in self.members if each.person == person), None)

    def said(self, person: PersonId) -> Rsvp | None:
        """What that person has answered."""
        answer = self.answers.get(person)
        return answer.said if answer else None

    def answered(self, person: PersonId, said: Rsvp, *, at: datetime) -> "LineUp":
        """The same once that person has answered."""
        return replace(self, answers={**self.answers, person: Answered(said, at)})

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
    """Load it. Whoever decides by it has locked the band, and the players where it takes their time."""
    players = await unit.commitments.players(band.id, commitment.id)
    members = [member for member, _ in players]
    by = next((each.name for each in members if each.person == commitment.made_by), None)
    diaries: Mapping[PersonId, Sequence[Availability]] = {}
    taken: Mapping[PersonId, TakenTime] = {}
    if is_open(commitment, now, fresh=fresh):
        people = [each.person for each in members]
        diaries = await unit.diaries.of(people)
        taken = await unit.taken.of(people, start=commitment.starts_at, end=commitment.ends_at)
    return LineUp(
        band=band,
        members=members,
        answers={member.person: answer for member, answer in players if answer is not None},
        by=by or (await unit.people.get(commitment.made_by)).name,
        diaries=diaries,
        taken=taken,
    )
