"""How a commitment stands: everybody's answers, and the worries about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zlib import crc32

from core.access import Right, may
from core.bands import Band, Membership
from core.ids import PersonId
from core.journal import Act
from core.moments import from_seconds, to_wall
from core.scheduling.availability.diary import diary
from core.scheduling.availability.layers import layers_of
from core.scheduling.availability.ports import TakenTime
from core.scheduling.commitments.commitment import Commitment, Phase, concerned, takes_part
from core.scheduling.commitments.line_up import LineUp, is_open, line_up_for
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.kinds import Kind, Rsvp
from core.scheduling.recurrence.spans import Spans, clipped


class Note(StrEnum):
    """The outcome of what was done, beside how the commitment stands."""

    ALREADY = "already"
    """It had been done before."""
    MOVED_SINCE = "moved_since"
    """The answer was meant for a time that is no longer it, and was not kept."""
    TOO_LATE = "too_late"
    """It has begun, is over or was called off: the answer was not kept."""
    EVERYBODY = "everybody"
    """Everybody who has to be there can now."""
    PUT_BACK = "put_back"
    TAKES = "takes"
    """It takes the players' time in all their bands from now on."""


@dataclass(frozen=True, slots=True)
class Response:
    """A player and the answer so far."""

    person: PersonId
    name: str
    required: bool
    answer: Rsvp | None


@dataclass(frozen=True, slots=True)
class Worry:
    """A player who is needed, or said yes, and cannot be counted on. No reasons, and no other bands."""

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
    responses: tuple[Response, ...]
    worries: tuple[Worry, ...]
    """While it is proposed, or was just moved or entered."""
    by: str
    """Name of the person who proposed or entered it."""
    overdue: bool = False
    """The time to answer is over."""

    @property
    def ready(self) -> bool:
        """Everybody who has to be there has said yes."""
        required = [each for each in self.responses if each.required]
        return bool(required) and all(each.answer is Rsvp.YES for each in required)


@dataclass(frozen=True, slots=True)
class CommitmentOutcome:
    """A commitment after something was done about it."""

    standing: Standing
    note: Note | None = None

    @property
    def band(self) -> Band:
        """The band that it is about."""
        return self.standing.band


def decides(commitment: Commitment, member: Membership | None) -> bool:
    """Whether the member may confirm, move or call it off: the proposer may, and members with the right."""
    if member is None:
        return False
    return member.person == commitment.made_by or may(member.role, Right.DECIDE)


def standing(line_up: LineUp, commitment: Commitment, *, now: datetime, fresh: bool = False) -> Standing:
    """How it stands; `fresh`: its times are new, so worries are listed even if it is confirmed."""
    return Standing(
        band=line_up.band,
        commitment=commitment,
        phase=commitment.phase(now),
        responses=tuple(
            Response(each.person, each.name, each.required, line_up.answer_of(each.person))
            for each in concerned(line_up.members, line_up.answers)
        ),
        worries=worries_about(line_up, commitment) if is_open(commitment, now, fresh=fresh) else (),
        by=line_up.by,
        overdue=commitment.answer_by is not None and commitment.answer_by <= now,
    )


async def as_it_stands(
    unit: SchedulingUnit, band: Band, commitment: Commitment, *, now: datetime
) -> Standing:
    """How it stands, where nothing else is done about it."""
    line_up = await line_up_for(unit, band, commitment, now=now)
    return standing(line_up, commitment, now=now)


async def already(unit: SchedulingUnit, act: Act, band: Band, commitment: Commitment) -> CommitmentOutcome:
    """How it stands, where there was nothing left to do."""
    return CommitmentOutcome(await as_it_stands(unit, band, commitment, now=act.at), Note.ALREADY)


def worries_about(line_up: LineUp, commitment: Commitment) -> tuple[Worry, ...]:
    """The players it needs who are busy then or have said no, in the order of joining."""
    found = []
    for each in line_up.members:
        answer = line_up.answer_of(each.person)
        if not each.required and not takes_part(each, answer):
            continue
        busy = _busy(line_up, each, commitment)
        if busy or answer is Rsvp.NO:
            spans = tuple((_wall(start, commitment), _wall(end, commitment)) for start, end in busy)
            found.append(Worry(each.person, each.name, spans, answer is Rsvp.NO))
    return tuple(found)


def _busy(line_up: LineUp, member: Membership, commitment: Commitment) -> Spans:
    """When the member is busy during it. A yes outranks all that was said before, but not other bands."""
    taken, rules = line_up.taken[member.person], line_up.rules[member.person]
    imported, base = taken.imported, Kind.FREE if member.free_by_default else Kind.BUSY
    answered = line_up.answers.get(member.person)
    if answered is not None and answered.answer is Rsvp.YES:
        imported, base = (), Kind.FREE
        rules = [rule for rule in rules if rule.said_at > answered.at]
    elsewhere = tuple(each for each in taken.occupied if each.band != commitment.band)
    whole = diary(layers_of(rules, TakenTime(imported, elsewhere)), commitment.span, base=base)
    return clipped(whole.busy, commitment.span)


def stamp(worries: Sequence[Worry]) -> int:
    """A fingerprint of the worries: [Confirm anyway] carries it, and so notices new ones."""
    return crc32(repr([(each.person, each.busy, each.said_no) for each in worries]).encode())


def _wall(second: int, commitment: Commitment) -> datetime:
    return to_wall(from_seconds(second), commitment.zone)
