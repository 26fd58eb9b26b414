"""Proposing a rehearsal, answering, confirming: all of it decided under the band's lock."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.bands import Band
from core.bands.refusals import NotAMember
from core.ids import CommitmentId, Platform
from core.journal import Act, Gone
from core.moments import to_exact
from core.scheduling.commitments import reminders
from core.scheduling.commitments.card import (
    CommitmentOutcome,
    Note,
    Standing,
    already,
    stamp,
    standing,
    worries_about,
)
from core.scheduling.commitments.changes import CommitmentAnswered, CommitmentConfirmed, RehearsalProposed
from core.scheduling.commitments.commitment import (
    LONGEST,
    BandTaken,
    CalledOff,
    Commitment,
    NewCommitment,
    Phase,
    TimePast,
    TooLate,
    TooLong,
    kept,
)
from core.scheduling.commitments.line_up import line_up_for
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp


@dataclass(frozen=True, slots=True)
class ConfirmAsked:
    """Somebody who is needed is busy then or has said no: confirming needs another press."""

    standing: Standing
    seen: int
    """The worries' stamp."""

    @property
    def band(self) -> Band:
        """The band that it is about."""
        return self.standing.band


@dataclass(frozen=True, slots=True)
class Times:
    """When and where: naive wall times in the band's zone, and a location."""

    start: datetime
    end: datetime
    location: str | None = None


async def propose(
    unit: SchedulingUnit, act: Act, band: Band, times: Times, *, seen_on: Platform | None
) -> Standing:
    """Propose a rehearsal, and ask the members. Raises BandTaken, TimePast, TooLong.

    `seen_on` is the platform where the card is seen in the band's chat: its people get no message of their
    own. The proposer counts as coming, unless their own diary says busy.
    """
    await unit.bands.lock(band.id)
    await check_room(unit, act, band, times)
    starts_at = to_exact(times.start, band.zone)
    new = NewCommitment(
        band=band.id,
        kind=CommitmentKind.REHEARSAL,
        state=CommitmentState.PROPOSED,
        start=times.start,
        end=times.end,
        zone=band.zone,
        location=times.location,
        made_by=act.person,
        made_at=act.at,
        answer_by=reminders.deadline(starts_at, act.at),
    )
    made = kept(new, await unit.commitments.add(new))
    await unit.journal.record(act, RehearsalProposed.of(made, before=None))
    line_up = await line_up_for(unit, band, made, now=act.at)
    if act.person not in {each.person for each in worries_about(line_up, made)}:
        await unit.commitments.answer(made.id, act.person, Rsvp.YES, at=act.at)
        line_up = line_up.answered(act.person, Rsvp.YES, at=act.at)
    stands = standing(line_up, made, now=act.at)
    asked = [each.person for each in stands.responses if each.answer is None]
    reached = await unit.commitments.on_platform(asked, seen_on) if seen_on else frozenset()
    letters = reminders.asking(act, made, [each for each in asked if each not in reached])
    letters += reminders.ahead(act, made, line_up.members, asked, asked_at=act.at)
    await unit.outbox.put_all(letters)
    return stands


async def respond(
    unit: SchedulingUnit,
    act: Act,
    band: Band,
    which: CommitmentId,
    answer: Rsvp,
    *,
    revision: int,
    aloud: bool = False,
) -> CommitmentOutcome:
    """Keep the caller's answer to that revision; the same answer changes nothing. Raises Gone, NotAMember.

    No answer is kept, and the result says so, if it has moved since, has begun or is called off. Those who
    decide are told that somebody can't if it is confirmed already, or if the answer is given `aloud`.
    """
    await unit.bands.lock(band.id)
    commitment = await found(unit, which)
    line_up = await line_up_for(unit, band, commitment, now=act.at)
    if line_up.member(act.person) is None:
        raise NotAMember(band.name)
    if commitment.phase(act.at) not in (Phase.PROPOSED, Phase.CONFIRMED):
        return CommitmentOutcome(standing(line_up, commitment, now=act.at), Note.TOO_LATE)
    if commitment.revision != revision:
        return CommitmentOutcome(standing(line_up, commitment, now=act.at), Note.MOVED_SINCE)
    before = line_up.answers.get(act.person)
    old = before.answer if before else None
    if old is answer:
        return CommitmentOutcome(standing(line_up, commitment, now=act.at), Note.ALREADY)
    await unit.commitments.answer(which, act.person, answer, at=act.at)
    aloud = aloud or commitment.state is CommitmentState.CONFIRMED
    facts = CommitmentAnswered(
        commitment=which,
        band=band.id,
        old=old,
        new=answer,
        old_at=before.at if before else None,
        new_at=act.at,
        revision=revision,
        aloud=aloud,
    )
    await unit.journal.record(act, facts)
    members = line_up.members
    stands = standing(line_up.answered(act.person, answer, at=act.at), commitment, now=act.at)
    note = None
    letters = reminders.turned(act, commitment, members, old=old, new=answer) if aloud else []
    if stands.phase is Phase.CONFIRMED:
        letters += reminders.ahead(act, commitment, members, [act.person], asked_at=act.at)
    elif stands.ready and answer is Rsvp.YES:
        letters += reminders.ready(act, commitment, members)
        note = Note.EVERYBODY
    await unit.outbox.put_all(letters)
    return CommitmentOutcome(stands, note)


async def confirm(
    unit: SchedulingUnit, act: Act, band: Band, which: CommitmentId, *, seen: int | None = None
) -> CommitmentOutcome | ConfirmAsked:
    """Confirm a proposal: from now on it takes the players' time in all their bands.

    If somebody who is needed is busy (with another band, say) or has said no, that is answered first, and
    `seen` must be the stamp of exactly these worries. Raises Gone, CalledOff, TooLate.
    """
    await unit.bands.lock(band.id)
    commitment = await found(unit, which)
    match commitment.phase(act.at):
        case Phase.CONFIRMED:
            return await already(unit, act, band, commitment)
        case Phase.CALLED_OFF:
            raise CalledOff
        case Phase.RAN_OUT | Phase.OVER:
            raise TooLate
        case Phase.PROPOSED:
            pass
    await unit.commitments.lock_players([each.person for each in await unit.bands.members(band.id)])
    line_up = await line_up_for(unit, band, commitment, now=act.at)
    stands = standing(line_up, commitment, now=act.at)
    if stands.worries and seen != stamp(stands.worries):
        return ConfirmAsked(stands, stamp(stands.worries))
    confirmed = replace(commitment, state=CommitmentState.CONFIRMED, answer_by=None)
    await unit.commitments.replace(confirmed, at=act.at)
    change = await unit.journal.record(act, CommitmentConfirmed.of(confirmed, before=commitment))
    people = [each.person for each in stands.responses]
    letters = reminders.telling(act, change, people)
    letters += reminders.ahead(act, confirmed, line_up.members, people, asked_at=act.at)
    await unit.outbox.put_all(letters)
    return CommitmentOutcome(standing(line_up, confirmed, now=act.at), Note.TAKES)


async def found(unit: SchedulingUnit, which: CommitmentId) -> Commitment:
    """The commitment as it is now. Raises Gone."""
    commitment = await unit.commitments.get(which)
    if commitment is None:
        raise Gone
    return commitment


async def check_room(
    unit: SchedulingUnit, act: Act, band: Band, times: Times, *, but: CommitmentId | None = None
) -> None:
    """Refuse times that are past or too long, or that the band has taken by something other than `but`.

    Raises TimePast, TooLong, BandTaken. The band is locked.
    """
    start, end = to_exact(times.start, band.zone), to_exact(times.end, band.zone)
    if start <= act.at:
        raise TimePast
    if end - start > LONGEST:
        raise TooLong
    for other in await unit.commitments.of_band(band.id, start=start, end=end):
        if other.id != but and other.phase(act.at) in (Phase.PROPOSED, Phase.CONFIRMED):
            raise BandTaken(band.name, other)
