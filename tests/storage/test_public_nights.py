"""The contract of core.marketplace.events.public_nights.PublicNights."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.ids import EventId
from core.marketplace.applications import ApplicationState, NewApplication
from core.marketplace.events import EventState, NewSlot
from core.marketplace.events.times import doors_at, night_times
from core.marketplace.matching.open_dates import OpenDatesWanted, open_dates
from core.marketplace.posts.values import SlotKind
from core.scheduling import cities
from core.scheduling.commitments.commitment import NewCommitment
from core.scheduling.kinds import CommitmentKind, CommitmentState
from tests.fakes.counting import statements
from tests.storage.makings import BILL, EVENING, FRIDAY, NOW, band, night, person, venue

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
DRAFT, DISCARDED, CANCELLED = EventState.DRAFT, EventState.DISCARDED, EventState.CANCELLED


@pytest.fixture
async def made(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        return ann, await venue(unit, "The Heron", ann, genres=("jazz",)), await band(unit, "Foxes", ann)


async def test_a_night_is_read_with_its_venue_its_bands_and_its_changes(units, made):
    ann, place, foxes = made
    async with units.write() as unit:
        event = await night(unit, place, ann)
        await unit.events.set_state([replace(event, published_at=NOW)], at=NOW)
        await unit.events.fill(event.slots[0].id, foxes, None)
        found = await unit.public_nights.get(event.id)
        assert found.event == await unit.events.get(event.id)
        assert (found.venue.name, found.venue_open) == ("The Heron", True)
        assert [(slot.kind, name) for slot, name in found.booked] == [(SlotKind.HEADLINER, "Foxes")]
        assert (found.changed_at, found.changes, found.published_at) == (NOW, 1, NOW)
        await unit.events.replace(replace(event, day=FRIDAY + DAY), at=NOW + HOUR)
        after = await unit.public_nights.get(event.id)
        assert (after.updated_at, after.changes) == (NOW + HOUR, 2)


async def test_a_booking_is_a_change_that_readers_hear_of(units, made):
    ann, place, foxes = made
    async with units.write() as unit:
        event = await night(unit, place, ann)
        times = night_times(event)
        gig = await unit.commitments.add(
            NewCommitment(
                band=foxes,
                kind=CommitmentKind.GIG,
                state=CommitmentState.CONFIRMED,
                start=times.start,
                end=times.end,
                zone=event.zone,
                location=None,
                made_by=ann.id,
                made_at=NOW + 2 * HOUR,
                answer_by=None,
            )
        )
        which = await unit.applications.add(
            NewApplication(
                event=event.id,
                band=foxes,
                kind=SlotKind.HEADLINER,
                state=ApplicationState.CONFIRMED,
                made_by=ann.id,
                made_at=NOW,
                doors_at=doors_at(event),
                ends_at=times.ends_at,
            )
        )
        application = await unit.applications.get(which)
        await unit.applications.replace([replace(application, commitment=gig)])
        await unit.events.fill(event.slots[0].id, foxes, which)
        assert (await unit.public_nights.get(event.id)).changed_at == NOW + 2 * HOUR


async def test_what_is_not_public_is_not_there(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        hidden = [await night(unit, place, ann, state=state) for state in (DRAFT, DISCARDED)]
        off = await night(unit, place, ann, state=CANCELLED)
        ids = [each.id for each in (*hidden, off)]
        assert [each.event.id for each in await unit.public_nights.some(ids)] == [off.id]
        assert (await unit.public_nights.get(off.id)).cancelled
        assert await unit.public_nights.get(hidden[0].id) is None
        assert await unit.public_nights.get(EventId(999)) is None
        assert await unit.public_nights.some([]) == []


async def test_the_nights_of_a_venue_are_those_that_are_not_over(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        other = await venue(unit, "The Lanes", ann)
        await night(unit, other, ann)
        first, second = [await night(unit, place, ann, day=FRIDAY + number * DAY) for number in (0, 1)]
        await night(unit, place, ann, state=DRAFT)
        ends = night_times(first).ends_at
        found = await unit.public_nights.of_venue(place, since=ends - HOUR)
        assert [each.event.id for each in found] == [first.id, second.id]
        found = await unit.public_nights.of_venue(place, since=ends)
        assert [each.event.id for each in found] == [second.id]
        await unit.venues.close(place, at=NOW)
        assert not (await unit.public_nights.get(first.id)).venue_open


async def test_open_nights_are_those_that_begin_later_with_an_open_slot_at_an_open_venue(units, made):
    ann, place, foxes = made
    async with units.write() as unit:
        closed = await venue(unit, "The Closed", ann)
        await night(unit, closed, ann)
        await unit.venues.close(closed, at=NOW)
        full = await night(unit, place, ann, slots=(NewSlot(1, SlotKind.ANY),))
        await unit.events.fill(full.slots[0].id, foxes, None)
        taken = await night(unit, place, ann, slots=(NewSlot(1, SlotKind.ANY),))
        await unit.events.set_taken([taken.slots[0].id], taken=True)
        for state in (DRAFT, DISCARDED, CANCELLED):
            await night(unit, place, ann, state=state)
        nights = [await night(unit, place, ann, day=FRIDAY + number * DAY) for number in range(4)]
        ids = [each.id for each in nights]
        starts = night_times(nights[0]).starts_at
        every = {"first": None, "last": None}
        assert [each.event for each in await unit.public_nights.open(starts - HOUR, **every)] == ids
        assert [each.event for each in await unit.public_nights.open(starts, **every)] == ids[1:]
        days = {"first": FRIDAY + DAY, "last": FRIDAY + 2 * DAY}
        assert [each.event for each in await unit.public_nights.open(NOW, **days)] == ids[1:3]
        since = {"first": FRIDAY + DAY, "last": None}
        assert [each.event for each in await unit.public_nights.open(NOW, **since)] == ids[1:]
        until = {"first": None, "last": FRIDAY + DAY}
        assert [each.event for each in await unit.public_nights.open(NOW, **until)] == ids[:2]
        assert await unit.public_nights.open_counts(NOW) == {place: 4}
        for skip, take, page in ((0, 2, ids[:2]), (2, 5, ids[2:]), (9, 5, [])):
            found = await unit.public_nights.open_page(NOW, **every, skip=skip, take=take)
            assert found == (page, 4)
        none = {"first": date(2028, 1, 1), "last": None}
        assert await unit.public_nights.open_page(NOW, **none, skip=0, take=5) == ([], 0)


async def test_a_search_reads_the_city_the_zone_and_the_music_of_a_night(units, made):
    ann, place, _ = made
    async with units.write() as unit:
        await night(unit, place, ann)
        await night(unit, place, ann, terms=replace(EVENING, genres=("punk", "indie")))
        await night(unit, place, ann, terms=replace(EVENING, genres=("punk",), any_genre=True))
        found = await unit.public_nights.open(NOW, first=None, last=None)
        assert [each.genres for each in found] == [("jazz",), ("punk", "indie"), ()]
        assert {(each.city, each.zone, each.venue) for each in found} == {("London", "Europe/London", place)}


@pytest.mark.parametrize("nights", [1, 60])
@pytest.mark.parametrize(
    "wanted",
    [
        OpenDatesWanted(),
        OpenDatesWanted(first=FRIDAY, genre="jazz"),
        OpenDatesWanted(near=cities.named("London", "Europe/London")),
    ],
)
async def test_looking_takes_as_much_however_many_nights_there_are(units, made, nights, wanted):
    ann, place, _ = made
    async with units.write() as unit:
        for number in range(nights):
            await night(unit, place, ann, day=FRIDAY + number * DAY, slots=BILL)
    async with units.read() as unit:
        with statements() as seen:
            found = await open_dates(unit, wanted, now=NOW)
    assert (found.total, len(found.nights)) == (nights, min(nights, 50))
    assert len(seen) <= 3
