"""Entering a gig; moving commitments, calling them off and putting them back."""

from dataclasses import dataclass, replace

from core.bands import Band
from core.ids import ChangeId, CommitmentId
from core.journal import Act
from core.moments import to_exact
from core.scheduling.commitments import reminders
from core.scheduling.commitments.card import (
    CommitmentOutcome,
    Note,
    Standing,
    Worry,
    already,
    as_it_stands,
    standing,
    worries_about,
)
from core.scheduling.commitments.changes import (
    CommitmentCalledOff,
    CommitmentConfirmed,
    CommitmentMoved,
    CommitmentPutBack,
)
from core.scheduling.commitments.commitment import (
    AgreedElsewhere,
    CalledOff,
    Commitment,
    NewCommitment,
    Phase,
    TooLate,
    kept,
)
from core.scheduling.commitments.line_up import LineUp, line_up_for
from core.scheduling.commitments.ports import SchedulingUnit
from core.scheduling.commitments.rehearsals import Times, check_room, found
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp


@dataclass(frozen=True, slots=True)
class Doubled:
    """The times would take players who are busy then; nothing was changed."""

    kind: CommitmentKind
    times: Times
    zone: str
    """The zone of the times."""
    worries: tuple[Worry, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """It has other times, or another location."""

    standing: Standing
    before: Times
    another_day: bool
    """Everybody is asked again."""

    @property
    def band(self) -> Band:
        """The band that it is about."""
        return self.standing.band


async def enter_gig(
    unit: SchedulingUnit, act: Act, band: Band, times: Times, *, anyway: bool
) -> CommitmentOutcome | Doubled:
    """Enter a gig that was booked elsewhere, and tell the members. Raises BandTaken, TimePast, TooLong.

    If somebody who is needed is busy then, it is entered only `anyway`. A required member who enters it
    counts as coming, unless their own diary says busy.
    """
    await unit.bands.lock(band.id)
    await check_room(unit, act, band, times)
    await unit.commitments.lock_players([each.person for each in await unit.bands.members(band.id)])
    new = NewCommitment(
        band=band.id,
        kind=CommitmentKind.GIG,
        state=CommitmentState.PROPOSED,
        start=times.start,
        end=times.end,
        zone=band.zone,
        location=times.location,
        made_by=act.person,
        made_at=act.at,
        answer_by=None,
    )
    trial = kept(new, CommitmentId(0))
    line_up = await line_up_for(unit, band, trial, now=act.at)
    worries = worries_about(line_up, trial)
    if worries and not anyway:
        return Doubled(new.kind, times, band.zone, worries)
    new = replace(new, state=CommitmentState.CONFIRMED)
    entered = kept(new, await unit.commitments.add(new))
    change = await unit.journal.record(act, CommitmentConfirmed.of(entered, before=None))
    needed = {each.person for each in line_up.members if each.required}
    if act.person in needed - {each.person for each in worries}:
        await unit.commitments.answer(entered.id, act.person, Rsvp.YES, at=act.at)
        line_up = line_up.answered(act.person, Rsvp.YES, at=act.at)
    stands = standing(line_up, entered, now=act.at)
    await _announce(unit, act, stands, line_up, change)
    return CommitmentOutcome(stands, Note.TAKES)


async def move(
    unit: SchedulingUnit, act: Act, band: Band, which: CommitmentId, times: Times, *, anyway: bool
) -> Moved | CommitmentOutcome | Doubled:
    """Give it other times (in the band's zone), and another location if one is named.

    On another day everybody is asked again, except the person who moves it. If it is confirmed and
    somebody who is needed is busy then, it is moved only `anyway`.
    Raises Gone, CalledOff, TooLate, BandTaken, TimePast, TooLong, AgreedElsewhere.
    """
    await unit.bands.lock(band.id)
    before = _own(_open(act, await found(unit, which))).in_zone(band.zone)
    if (before.start, before.end) == (times.start, times.end):
        return await already(unit, act, band, before)
    await check_room(unit, act, band, times, but=which)
    await unit.commitments.lock_players([each.person for each in await unit.bands.members(band.id)])
    another_day = before.start.date() != times.start.date()
    after = _at(before, times, act, another_day=another_day)
    answers = (await unit.commitments.answers([which]))[which]
    line_up = await line_up_for(unit, band, after, now=act.at, fresh=True)
    busy = _busy_then(line_up, after, another_day=another_day)
    if busy and not anyway and after.state is CommitmentState.CONFIRMED:
        return Doubled(after.kind, times, after.zone, busy)
    await unit.commitments.replace(after, at=act.at)
    if another_day:
        comes = answers.get(act.person) is Rsvp.YES and act.person not in {each.person for each in busy}
        line_up = await _ask_again(unit, act, which, line_up, comes=comes)
    change = await unit.journal.record(act, CommitmentMoved.of(after, before=before))
    stands = standing(line_up, after, now=act.at, fresh=True)
    people = list(dict.fromkeys([*(each.person for each in stands.responses), *answers]))
    asked_at = act.at if another_day else before.made_at
    letters = reminders.telling(act, change, people)
    letters += reminders.ahead(act, after, line_up.members, people, asked_at=asked_at)
    await unit.outbox.put_all(letters)
    return Moved(stands, Times(before.start, before.end, before.location), another_day)


def _busy_then(line_up: LineUp, commitment: Commitment, *, another_day: bool) -> tuple[Worry, ...]:
    """The players who are busy at its new times; on the same day not those who had said no anyway."""
    worries = worries_about(line_up, commitment)
    return tuple(each for each in worries if each.busy and (another_day or not each.said_no))


async def _ask_again(
    unit: SchedulingUnit, act: Act, which: CommitmentId, line_up: LineUp, *, comes: bool
) -> LineUp:
    """Drop all answers; the caller's yes is given again if the caller still `comes`."""
    await unit.commitments.forget_answers(which)
    line_up = line_up.unanswered()
    if not comes:
        return line_up
    await unit.commitments.answer(which, act.person, Rsvp.YES, at=act.at)
    return line_up.answered(act.person, Rsvp.YES, at=act.at)


async def set_location(
    unit: SchedulingUnit, act: Act, band: Band, which: CommitmentId, location: str
) -> Moved | CommitmentOutcome:
    """Say where it is. Raises Gone, CalledOff, TooLate, AgreedElsewhere."""
    await unit.bands.lock(band.id)
    before = _own(_open(act, await found(unit, which)))
    if before.location == location:
        return await already(unit, act, band, before)
    after = replace(before, location=location)
    await unit.commitments.replace(after, at=act.at)
    change = await unit.journal.record(act, CommitmentMoved.of(after, before=before))
    stands = await as_it_stands(unit, band, after, now=act.at)
    await unit.outbox.put_all(reminders.telling(act, change, [each.person for each in stands.responses]))
    return Moved(stands, Times(before.start, before.end, before.location), another_day=False)


async def call_off(unit: SchedulingUnit, act: Act, band: Band, which: CommitmentId) -> CommitmentOutcome:
    """Call it off: it no longer takes anybody's time. Raises Gone, TooLate, AgreedElsewhere."""
    await unit.bands.lock(band.id)
    before = _own(await found(unit, which))
    if before.phase(act.at) is Phase.CALLED_OFF:
        return await already(unit, act, band, before)
    _open(act, before)
    after = replace(before, state=CommitmentState.CANCELLED)
    await unit.commitments.replace(after, at=act.at)
    change = await unit.journal.record(act, CommitmentCalledOff.of(after, before=before))
    stands = await as_it_stands(unit, band, after, now=act.at)
    await unit.outbox.put_all(reminders.telling(act, change, [each.person for each in stands.responses]))
    return CommitmentOutcome(stands)


async def put_back(unit: SchedulingUnit, act: Act, band: Band, which: CommitmentId) -> CommitmentOutcome:
    """Put back what was called off, as it stood, if the band's time is still free.

    A confirmed commitment comes back as a proposal if one of its players has become busy since.
    Raises Gone, TooLate, BandTaken, AgreedElsewhere.
    """
    await unit.bands.lock(band.id)
    before = _own(await found(unit, which))
    if before.phase(act.at) is not Phase.CALLED_OFF:
        return await already(unit, act, band, before)
    if before.starts_at <= act.at:
        raise TooLate
    here = before.in_zone(band.zone)
    await check_room(unit, act, band, Times(here.start, here.end), but=which)
    await unit.commitments.lock_players([each.person for each in await unit.bands.members(band.id)])
    proposed = replace(before, state=CommitmentState.PROPOSED)
    after = proposed
    line_up = await line_up_for(unit, band, proposed, now=act.at)
    if before.answer_by is None:
        worries = worries_about(line_up, proposed)
        after = replace(proposed, state=CommitmentState.CONFIRMED)
        if any(each.busy and not each.said_no for each in worries):
            after = replace(proposed, answer_by=reminders.deadline(before.starts_at, act.at))
    await unit.commitments.replace(after, at=act.at)
    change = await unit.journal.record(act, CommitmentPutBack.of(after, before=before))
    stands = standing(line_up, after, now=act.at)
    await _announce(unit, act, stands, line_up, change)
    return CommitmentOutcome(stands, Note.PUT_BACK)


def _at(before: Commitment, times: Times, act: Act, *, another_day: bool) -> Commitment:
    """The commitment at other times; answers are due when they were, unless that is no longer possible."""
    after = replace(
        before,
        start=times.start,
        end=times.end,
        revision=before.revision + 1,
        location=times.location or before.location,
    )
    if before.answer_by is None:
        return after
    starts_at = to_exact(times.start, before.zone)
    if another_day or before.answer_by >= starts_at:
        return replace(after, answer_by=reminders.deadline(starts_at, act.at))
    return after


def _own(commitment: Commitment) -> Commitment:
    """The commitment, if it is the band's alone to change. Raises AgreedElsewhere."""
    if commitment.agreed:
        raise AgreedElsewhere(commitment.location or "")
    return commitment


def _open(act: Act, commitment: Commitment) -> Commitment:
    """The commitment, if it can still be changed. Raises CalledOff, TooLate."""
    if commitment.phase(act.at) is Phase.CALLED_OFF:
        raise CalledOff
    if commitment.starts_at <= act.at:
        raise TooLate
    return commitment


async def _announce(
    unit: SchedulingUnit, act: Act, stands: Standing, line_up: LineUp, change: ChangeId
) -> None:
    people = [each.person for each in stands.responses]
    letters = reminders.telling(act, change, people)
    letters += reminders.ahead(act, stands.commitment, line_up.members, people, asked_at=act.at)
    await unit.outbox.put_all(letters)
