"""A booking in the band's diary: it takes the players' time in all their bands, and gives it back."""

from collections.abc import Sequence
from dataclasses import replace

from core.bands import Membership
from core.ids import PersonId
from core.journal import Act
from core.marketplace.applications import Application, LookAnswer, PlayerLook
from core.marketplace.applications.refusals import PlayersTaken
from core.marketplace.applications.store import ApplicationReach, ApplicationUnit
from core.marketplace.events.times import NightTimes
from core.scheduling.commitments.commitment import BandTaken, Commitment, NewCommitment, kept
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp


async def end_gig(unit: ApplicationUnit, act: Act, application: Application) -> None:
    """Take the gig of a booking out of the band's diary: it takes nobody's time any longer."""
    gig = await unit.commitments.get(application.commitment) if application.commitment else None
    if gig is not None:
        await unit.commitments.replace(replace(gig, state=CommitmentState.CANCELLED), at=act.at)


def answers_in(
    members: Sequence[Membership], looks: Sequence[PlayerLook], caller: PersonId
) -> dict[PersonId, Rsvp]:
    """What each player's answer to the last look means for the gig; somebody left out does not play."""
    answers: dict[PersonId, Rsvp] = {}
    by_person = {each.person: each for each in looks}
    for each in members:
        look = by_person.get(each.person)
        if look is not None and look.answer is LookAnswer.YES:
            answers[each.person] = Rsvp.YES
        elif look is not None and look.left_out:
            answers[each.person] = Rsvp.NO
        elif each.person == caller and each.required:
            answers[each.person] = Rsvp.YES
    return answers


async def take_time(
    unit: ApplicationUnit,
    reach: ApplicationReach,
    times: NightTimes,
    members: Sequence[Membership],
    answers: dict[PersonId, Rsvp],
) -> None:
    """Lock the players, and refuse what is taken already. Raises BandTaken, PlayersTaken."""
    people = [each.person for each in members]
    await unit.commitments.lock_players(people)
    taken = await unit.taken.of(people, start=times.starts_at, end=times.ends_at)
    own = [each for person in people for each in taken[person].occupied if each.band == reach.band.id]
    if own:
        found = await unit.commitments.of_band(reach.band.id, start=times.starts_at, end=times.ends_at)
        standing = [each for each in found if each.state is CommitmentState.CONFIRMED]
        if standing:
            raise BandTaken(reach.band.name, standing[0])
    plays = [each for each in members if _plays(each, answers)]
    elsewhere = [each.name for each in plays if taken[each.person].occupied]
    if elsewhere:
        raise PlayersTaken(tuple(elsewhere))


def _plays(member: Membership, answers: dict[PersonId, Rsvp]) -> bool:
    answer = answers.get(member.person)
    return answer is Rsvp.YES or (member.required and answer is not Rsvp.NO)


async def enter_booking(
    unit: ApplicationUnit,
    act: Act,
    reach: ApplicationReach,
    times: NightTimes,
    answers: dict[PersonId, Rsvp],
) -> Commitment:
    """Enter the gig with the players' answers; the band and its players are locked."""
    profile = reach.venue.profile
    new = NewCommitment(
        band=reach.band.id,
        kind=CommitmentKind.GIG,
        state=CommitmentState.CONFIRMED,
        start=times.start,
        end=times.end,
        zone=times.zone,
        location=f"{profile.name}, {profile.city}",
        made_by=act.person,
        made_at=act.at,
        answer_by=None,
        agreed=True,
    )
    gig = kept(new, await unit.commitments.add(new))
    await unit.commitments.answer_all(gig.id, answers, at=act.at)
    return gig
