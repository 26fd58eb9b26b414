"""How a commitment stands: who said what, who is busy then, and what may still be done about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zlib import crc32

from core.access import Right, may
from core.bands import Band, Membership
from core.ids import ChangeId, PersonId
from core.moments import from_seconds, to_wall
from core.scheduling.commitments import Commitment, Phase, concerned, takes_part
from core.scheduling.diary import diary
from core.scheduling.kinds import Kind, Rsvp
from core.scheduling.layers import layers_of
from core.scheduling.ports import SchedulingUnit, Taken
from core.scheduling.spans import clipped


class Note(StrEnum):
    """What is said beside how it stands."""

    ALREADY = "already"
    """What was pressed had been done before."""
    MOVED_SINCE = "moved_since"
    """The answer was meant for a time that is no longer it, and was not kept."""
    TOO_LATE = "too_late"
    """It has begun, is over or called off: the answer was not kept."""
    EVERYBODY = "everybody"
    """Everybody who has to be there can now."""
    PUT_BACK = "put_back"
    TOLD = "told"
    """Those who decide have been told that the player can't."""
    TAKES = "takes"
    """It takes the players' time in all their bands from now on."""
    END_TAKEN = "end_taken"
    """No end was said, and one was taken."""


@dataclass(frozen=True, slots=True)
class Said:
    """A player and the answer so far."""

    person: PersonId
    name: str
    required: bool
    answer: Rsvp | None


@dataclass(frozen=True, slots=True)
class Worry:
    """Somebody who has to be there, or said yes, and cannot be counted on. No reasons, and no bands."""

    person: PersonId
    name: str
    busy: tuple[tuple[datetime, datetime], ...]
    """Wall times in the commitment's zone, half-open."""
    said_no: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A commitment as it stands."""

    band: Band
    commitment: Commitment
    phase: Phase
    said: tuple[Said, ...]
    worries: tuple[Worry, ...]
    """While it is proposed, or was just moved or entered."""
    by: str
    """Who proposed or entered it."""
    decides: bool
    """What only some may do is offered, too."""
    overdue: bool = False
    """The time to answer is over."""
    note: Note | None = None
    undo: ChangeId | None = None
    """The reader's own change that [Undo] takes back."""

    @property
    def ready(self) -> bool:
        """Everybody who has to be there has said yes."""
        required = [each for each in self.said if each.required]
        return bool(required) and all(each.answer is Rsvp.YES for each in required)


def decides(commitment: Commitment, member: Membership | None) -> bool:
    """Whether the member may confirm, move or call it off: who proposed it, and those with the right."""
    if member is None:
        return False
    return member.person == commitment.made_by or may(member.role, Right.DECIDE)


async def standing(
    unit: SchedulingUnit,
    band: Band,
    commitment: Commitment,
    *,
    now: datetime,
    asker: PersonId | None = None,
    note: Note | None = None,
    fresh: bool = False,
) -> Standing:
    """How it stands. Without an `asker` it is for all to see, and everything is offered.

    `fresh`: its time is new, so that who is busy then is looked up although it is confirmed.
    """
    members = await unit.bands.members(band.id)
    answers = (await unit.commitments.answers([commitment.id]))[commitment.id]
    phase = commitment.phase(now)
    worries: tuple[Worry, ...] = ()
    if phase is Phase.PROPOSED or (fresh and phase is Phase.CONFIRMED):
        worries = await worries_about(unit, commitment, members, answers)
    mine = next((each for each in members if each.person == asker), None)
    return Standing(
        band=band,
        commitment=commitment,
        phase=phase,
        said=tuple(
            Said(each.person, each.name, each.required, answers.get(each.person))
            for each in concerned(members, answers)
        ),
        worries=worries,
        by=(await unit.people.get(commitment.made_by)).name,
        decides=asker is None or decides(commitment, mine),
        overdue=commitment.answer_by is not None and commitment.answer_by <= now,
        note=note,
    )


async def worries_about(
    unit: SchedulingUnit,
    commitment: Commitment,
    members: Sequence[Membership],
    answers: Mapping[PersonId, Rsvp],
) -> tuple[Worry, ...]:
    """Who of those it needs is busy then or has said no, in the order of joining."""
    needed = [each for each in members if each.required or takes_part(each, answers.get(each.person))]
    people = [each.person for each in needed]
    diaries = await unit.diaries.of(people)
    taken = await unit.taken.of(people, start=commitment.starts_at, end=commitment.ends_at)
    found = []
    for each in needed:
        held = tuple(one for one in taken[each.person].held if one.band != commitment.band)
        imported, said = taken[each.person].imported, diaries[each.person]
        if answers.get(each.person) is Rsvp.YES:  # the last word wins, but not over what holds him
            since = (await unit.commitments.answered_at(commitment.id))[each.person]
            imported, said = (), [one for one in said if one.said_at > since]
        layers = layers_of(said, Taken(imported, held))
        yes = answers.get(each.person) is Rsvp.YES
        base = Kind.FREE if each.free_by_default or yes else Kind.BUSY
        busy = clipped(diary(layers, commitment.span, base=base).busy, commitment.span)
        said_no = answers.get(each.person) is Rsvp.NO
        if busy or said_no:
            spans = tuple((_wall(start, commitment), _wall(end, commitment)) for start, end in busy)
            found.append(Worry(each.person, each.name, spans, said_no))
    return tuple(found)


def stamp(worries: Sequence[Worry]) -> int:
    """A number that is another one when the worries are others: what [Confirm anyway] has seen."""
    return crc32(repr([(each.person, each.busy, each.said_no) for each in worries]).encode())


def _wall(second: int, commitment: Commitment) -> datetime:
    return to_wall(from_seconds(second), commitment.zone)
