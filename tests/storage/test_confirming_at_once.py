"""Two bands with one drummer confirm for the same evening at the same moment, on both databases."""

import asyncio
from datetime import datetime, timedelta

from core.journal import Act
from core.scheduling.commitments.card import CommitmentOutcome
from core.scheduling.commitments.commitment import NewCommitment
from core.scheduling.commitments.rehearsals import ConfirmAsked, confirm
from core.scheduling.kinds import CommitmentKind, CommitmentState
from core.unit import Conflict
from tests.storage.makings import NOW, band, person

EVENING = datetime(2026, 12, 1, 19)


async def confirmed(units, who, of, which, *, cause):
    """As the dispatcher does it: again, where another unit was in the way."""
    for attempt in range(3):
        try:
            async with units.write() as unit:
                found = await unit.bands.get(of)
                return await confirm(unit, Act(who.id, NOW, f"{cause}"), found, which)
        except Conflict:
            assert attempt < 2
    return None


async def test_a_player_is_taken_once_without_a_word(units):
    async with units.write() as unit:
        drummer = await person(unit, "Bo")
        owners = [await person(unit, f"Owner {number}") for number in range(4)]
        bands = [await band(unit, owner.name, owner, drummer) for owner in owners]
        made = [
            await unit.commitments.add(
                NewCommitment(
                    band=each,
                    kind=CommitmentKind.REHEARSAL,
                    state=CommitmentState.PROPOSED,
                    start=EVENING + timedelta(minutes=30 * number),
                    end=EVENING + timedelta(hours=3),
                    zone="Europe/London",
                    location=None,
                    made_by=owner.id,
                    made_at=NOW,
                    answer_by=NOW + timedelta(days=1),
                )
            )
            for number, (each, owner) in enumerate(zip(bands, owners, strict=True))
        ]
    results = await asyncio.gather(
        *(
            confirmed(units, owner, each, which, cause=f"{number}")
            for number, (owner, each, which) in enumerate(zip(owners, bands, made, strict=True))
        )
    )
    assert sorted(type(each).__name__ for each in results) == ["CommitmentOutcome"] + ["ConfirmAsked"] * 3
    asked = [each for each in results if isinstance(each, ConfirmAsked)]
    assert all([worry.person for worry in each.standing.worries] == [drummer.id] for each in asked)
    (done,) = [each for each in results if isinstance(each, CommitmentOutcome)]
    async with units.read() as unit:
        states = [(await unit.commitments.get(each)).state for each in made]
    assert states.count(CommitmentState.CONFIRMED) == 1
    assert done.standing.commitment.state is CommitmentState.CONFIRMED
