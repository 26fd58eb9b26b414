"""The contract of core.publications.store.Publications, and of what a calendar reads of commitments."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.ids import PublicationId
from core.publications import NewPublication, Publication, PublicationKind
from core.scheduling.commitments.commitment import NewCommitment
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp
from core.unit import Conflict
from tests.storage.makings import NOW, band, person

MINE, DIARY, FREE = PublicationKind.MY_CALENDAR, PublicationKind.BAND_CALENDAR, PublicationKind.AVAILABILITY
HOUR = timedelta(hours=1)
EVENING = NOW.replace(tzinfo=None)


def gig(which, by, *, start=EVENING, kind=CommitmentKind.GIG):
    return NewCommitment(
        band=which,
        kind=kind,
        state=CommitmentState.CONFIRMED,
        start=start,
        end=start + HOUR,
        zone="UTC",
        location=None,
        made_by=by.id,
        made_at=NOW,
        answer_by=None,
    )


async def test_it_is_kept_with_its_generation_its_alarm_and_its_end(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        number = await unit.publications.add(NewPublication(MINE, ann.id, None, NOW))
        made = Publication(MINE, ann.id, None, NOW, id=number)
        assert await unit.publications.get(number) == made
        changed = replace(made, generation=3, alarm=3 * HOUR, revoked_at=NOW + HOUR)
        await unit.publications.replace(changed)
    async with units.read() as unit:
        assert await unit.publications.get(number) == changed
        assert await unit.publications.get(PublicationId(number + 1)) is None


async def test_a_person_has_one_of_each_kind_for_each_band(units):
    async with units.write() as unit:
        ann, bo = await person(unit, "Ann"), await person(unit, "Bo")
        foxes, owls = await band(unit, "Foxes", ann, bo), await band(unit, "Owls", ann)
        wanted = [(MINE, None), (DIARY, foxes), (DIARY, owls), (FREE, foxes)]
        made = [
            await unit.publications.add(NewPublication(kind, ann.id, which, NOW)) for kind, which in wanted
        ]
        other = await unit.publications.add(NewPublication(DIARY, bo.id, foxes, NOW))
    async with units.read() as unit:
        mine = await unit.publications.of_person(ann.id)
        assert [(each.id, each.kind, each.band) for each in mine] == [
            (number, kind, which) for number, (kind, which) in zip(made, wanted, strict=True)
        ]
        assert [each.id for each in await unit.publications.of_person(bo.id)] == [other]
        assert (await unit.publications.of_band(FREE, foxes)).id == made[3]
        assert await unit.publications.of_band(FREE, owls) is None
    for kind, which in ((MINE, None), (DIARY, foxes)):
        with pytest.raises(Conflict):
            async with units.write() as unit:
                await unit.publications.add(NewPublication(kind, ann.id, which, NOW))


async def test_a_calendar_reads_what_is_of_the_persons_bands_called_off_or_not(units):
    async with units.write() as unit:
        ann, bo = await person(unit, "Ann"), await person(unit, "Bo")
        foxes, owls, crows = (
            await band(unit, "Foxes", ann, bo),
            await band(unit, "Owls", ann),
            await band(unit, "Crows", bo),
        )
        first = await unit.commitments.add(gig(foxes, ann))
        second = await unit.commitments.add(gig(owls, ann, start=EVENING + 2 * HOUR))
        await unit.commitments.add(gig(crows, bo))
        over = await unit.commitments.add(gig(foxes, ann, start=EVENING - 3 * HOUR))
        await unit.commitments.answer(first, ann.id, Rsvp.MAYBE, at=NOW)
        await unit.commitments.answer(first, bo.id, Rsvp.NO, at=NOW)
        off = replace(await unit.commitments.get(second), state=CommitmentState.CANCELLED)
        await unit.commitments.replace(off, at=NOW + HOUR)
    async with units.read() as unit:
        shown = await unit.commitments.shown(ann.id, None, since=NOW)
        assert [(each.id, of, answer) for each, of, answer in shown] == [
            (first, "Foxes", Rsvp.MAYBE),
            (second, "Owls", None),
        ]
        assert (shown[1][0].state, shown[1][0].changed_at, shown[1][0].changes) == (
            CommitmentState.CANCELLED,
            NOW + HOUR,
            1,
        )
        of_foxes = await unit.commitments.shown(ann.id, foxes, since=NOW - 4 * HOUR)
        assert [each.id for each, _, _ in of_foxes] == [over, first]
        assert await unit.commitments.shown(ann.id, crows, since=NOW) == []


@pytest.fixture
async def calendar(units):
    """Ann's calendar; she plays in the Foxes with Bo, who plays in the Crows as well."""
    async with units.write() as unit:
        ann, bo = await person(unit, "Ann"), await person(unit, "Bo")
        foxes, crows = await band(unit, "Foxes", ann, bo), await band(unit, "Crows", bo)
        number = await unit.publications.add(NewPublication(MINE, ann.id, None, NOW))
        return number, ann, bo, foxes, crows


async def state_of(units, number):
    async with units.read() as unit:
        return await unit.publications.state_of(await unit.publications.get(number), since=NOW)


async def only(unit, ann):
    ((found, _, _),) = await unit.commitments.shown(ann.id, None, since=NOW)
    return found


async def test_its_state_changes_with_all_that_a_calendar_shows(units, calendar):
    number, ann, _, foxes, _ = calendar
    seen = [await state_of(units, number)]
    async with units.write() as unit:
        await unit.commitments.add(gig(foxes, ann))
    seen.append(await state_of(units, number))
    async with units.write() as unit:
        await unit.commitments.replace(replace(await only(unit, ann), location="Unit 4"), at=NOW + HOUR)
    seen.append(await state_of(units, number))
    async with units.write() as unit:
        await unit.commitments.answer((await only(unit, ann)).id, ann.id, Rsvp.YES, at=NOW)
    seen.append(await state_of(units, number))
    async with units.write() as unit:
        await unit.commitments.answer((await only(unit, ann)).id, ann.id, Rsvp.NO, at=NOW + HOUR)
    seen.append(await state_of(units, number))
    async with units.write() as unit:
        found, _ = await unit.bands.reach(foxes, ann.id)
        await unit.bands.set_profile(replace(found, name="The Foxes"))
    seen.append(await state_of(units, number))
    async with units.write() as unit:
        await unit.publications.replace(replace(await unit.publications.get(number), alarm=HOUR))
    seen.append(await state_of(units, number))
    assert len(set(seen)) == len(seen)


async def test_its_state_stays_whatever_others_do(units, calendar):
    number, ann, bo, foxes, crows = calendar
    async with units.write() as unit:
        await unit.commitments.add(gig(foxes, ann))
    before = await state_of(units, number)
    async with units.write() as unit:
        await unit.commitments.add(gig(crows, bo))
        await unit.commitments.answer((await only(unit, ann)).id, bo.id, Rsvp.NO, at=NOW)
    assert await state_of(units, number) == before
