"""The contract of core.marketplace.applications.store.Applications."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, text

from core.bands import Role
from core.ids import ApplicationId, SlotId
from core.marketplace.applications import (
    Application,
    ApplicationState,
    LookAnswer,
    NewApplication,
    PlayerLook,
    Side,
)
from core.marketplace.applications.store import ApplicationReach
from core.marketplace.events.times import night_times
from core.marketplace.posts.values import SlotKind
from core.unit import Conflict
from storage import schema as tables
from storage.unit import SqlUnits
from tests.storage.makings import BILL, FRIDAY, NOW, band, night, person, venue
from tests.storage.test_stored_commitments import rehearsal

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
DOORS = datetime(2026, 12, 11, 19, 30, tzinfo=UTC)
ENDS = datetime(2026, 12, 11, 23, tzinfo=UTC)
CODE = "K7QM-10XR-4T"


def asked(event, of, by, *, kind=SlotKind.SUPPORT, state=ApplicationState.PENDING, **more):
    values = {"doors_at": DOORS, "ends_at": ENDS, "sent_at": NOW, **more}
    return NewApplication(event.id, of, kind, state, by.id, NOW, **values)


def made_of(new, number):
    """The application that is read back."""
    return Application(id=number, **{name: getattr(new, name) for name in NewApplication.__slots__})


@pytest.fixture
async def scene(units):
    """Ann speaks for the Lexington, which has a night; Bob is in the Foxes, Cy in the Owls."""
    async with units.write() as unit:
        ann, bob, cy = [await person(unit, name) for name in ("Ann", "Bob", "Cy")]
        place = await venue(unit, "The Lexington", ann)
        event = await night(unit, place, ann)
        return ann, bob, cy, await band(unit, "Foxes", bob), await band(unit, "Owls", cy), event


async def test_an_application_is_kept_as_it_was_made(units, scene):
    _, bob, _, foxes, _, event = scene
    bare = asked(event, foxes, bob, state=ApplicationState.LOOKING, sent_at=None)
    full = asked(
        event,
        foxes,
        bob,
        kind=SlotKind.HEADLINER,
        state=ApplicationState.ACCEPTED,
        slot=event.slots[0].id,
        offered=True,
        note="Loud, but kind",
        draw=40,
        look_until=NOW + HOUR,
        keeps_until=NOW + DAY,
    )
    async with units.write() as unit:
        ids = [await unit.applications.add(each) for each in (bare, full)]
    async with units.read() as unit:
        for new, number in zip((bare, full), ids, strict=True):
            assert await unit.applications.get(number) == made_of(new, number)
        assert await unit.applications.get(ApplicationId(ids[-1] + 1)) is None


async def test_what_becomes_of_applications_is_written(units, scene):
    _, bob, cy, foxes, owls, event = scene
    async with units.write() as unit:
        number, other = [
            await unit.applications.add(asked(event, of, by)) for of, by in ((foxes, bob), (owls, cy))
        ]
        gig = await unit.commitments.add(rehearsal(foxes, bob))
        untouched = await unit.applications.add(asked(event, foxes, bob))
    now = replace(
        made_of(asked(event, foxes, bob), number),
        state=ApplicationState.CONFIRMED,
        doors_at=DOORS + HOUR,
        ends_at=ENDS + HOUR,
        slot=event.slots[1].id,
        sent_at=NOW + HOUR,
        look_until=NOW + 2 * HOUR,
        keeps_until=NOW + DAY,
        seen_at=NOW + 3 * HOUR,
        shortlisted_at=NOW + 4 * HOUR,
        line="See you at five",
        ended_by=Side.VENUE,
        commitment=gig,
        revision=3,
    )
    ended = replace(made_of(asked(event, owls, cy), other), state=ApplicationState.WITHDRAWN)
    async with units.write() as unit:
        await unit.applications.replace([now, ended])
        await unit.applications.replace([])
    async with units.read() as unit:
        assert await unit.applications.get(number) == now
        assert await unit.applications.get(other) == ended
        assert await unit.applications.get(untouched) == made_of(asked(event, foxes, bob), untouched)
    cleared = replace(
        made_of(asked(event, foxes, bob), number), look_until=None, keeps_until=None, revision=4
    )
    async with units.write() as unit:
        await unit.applications.replace([cleared])
        assert await unit.applications.get(number) == cleared


@pytest.mark.parametrize("state", ApplicationState)
@pytest.mark.parametrize("kind", SlotKind)
async def test_each_state_and_sort_of_slot_can_be_kept(units, scene, state, kind):
    _, bob, _, foxes, _, event = scene
    new = asked(event, foxes, bob, state=state, kind=kind)
    async with units.write() as unit:
        number = await unit.applications.add(new)
        assert await unit.applications.get(number) == made_of(new, number)


async def test_an_application_and_all_around_it_are_one_look(units, scene):
    ann, bob, cy, foxes, _, event = scene
    async with units.write() as unit:
        both = await person(unit, "Dee")
        await unit.bands.add_member(foxes, both.id, role=Role.DEP, part="drums", required=False, at=NOW)
        await unit.venues.add_promoter(event.venue, both.id, at=NOW)
        number = await unit.applications.add(asked(event, foxes, bob))
    async with units.read() as unit:
        application, at_venue = await unit.applications.get(number), await unit.venues.get(event.venue)
        of_band = await unit.bands.get(foxes)
        for who in (ann, bob, cy, both):
            expected = ApplicationReach(
                application,
                event,
                at_venue,
                of_band,
                await unit.bands.membership(foxes, who.id),
                (await unit.venues.reach(event.venue, who.id))[1],
            )
            assert await unit.applications.reach(number, who.id) == expected
        assert await unit.applications.reach(ApplicationId(number + 1), ann.id) is None


async def test_who_may_what_follows_from_one_s_places(units, scene):
    ann, bob, cy, foxes, _, event = scene
    async with units.write() as unit:
        booker, dep = await person(unit, "Booker"), await person(unit, "Dep")
        for who, role in ((booker, Role.BOOKER), (dep, Role.DEP)):
            await unit.bands.add_member(foxes, who.id, role=role, part=None, required=False, at=NOW)
        number = await unit.applications.add(asked(event, foxes, bob))
        may = {}
        for who in (ann, bob, cy, booker, dep):
            reach = await unit.applications.reach(number, who.id)
            may[who.name] = reach.books, reach.chooses
    assert may == {
        "Ann": (False, True),
        "Bob": (False, False),
        "Cy": (False, False),
        "Booker": (True, False),
        "Dep": (False, False),
    }


async def test_those_who_have_left_reach_an_application_as_strangers_do(units, scene):
    ann, bob, _, foxes, _, event = scene
    async with units.write() as unit:
        number = await unit.applications.add(asked(event, foxes, bob))
        (mine,) = await unit.bands.members(foxes)
        (speaker,) = await unit.venues.promoters(event.venue)
        place, the_band = await unit.venues.get(event.venue), await unit.bands.get(foxes)
        await unit.bands.remove_member(mine.id, at=NOW)
        await unit.venues.remove_promoter(speaker.id, at=NOW)
        await unit.bands.dissolve(foxes, at=NOW)
        await unit.venues.close(event.venue, at=NOW)
        for who in (ann, bob):
            reach = await unit.applications.reach(number, who.id)
            assert (reach.venue, reach.band, reach.member, reach.promoter) == (place, the_band, None, None)


async def test_applications_to_nights_are_told_in_the_order_of_being_made_with_their_bands(units, scene):
    ann, bob, cy, foxes, owls, event = scene
    async with units.write() as unit:
        other = await night(unit, event.venue, ann, day=FRIDAY + DAY)
        third = await night(unit, event.venue, ann)
        order = ((event, owls, cy), (other, foxes, bob), (event, foxes, bob), (third, foxes, bob))
        ids = [await unit.applications.add(asked(*each)) for each in order]
    async with units.read() as unit:
        of_events = unit.applications.of_events
        assert [(each.id, name) for each, name in await of_events([other.id, event.id])] == [
            (ids[0], "Owls"),
            (ids[1], "Foxes"),
            (ids[2], "Foxes"),
        ]
        assert [each.id for each, _ in await of_events([third.id])] == ids[3:]
        assert await of_events([]) == []


async def test_a_band_s_applications_are_told_by_date_each_with_all_slots_of_its_night(units, scene):
    ann, bob, cy, foxes, owls, event = scene
    week = 7 * DAY
    async with units.write() as unit:
        elsewhere = await venue(unit, "The Windmill", ann)
        later = await night(
            unit, elsewhere, ann, day=FRIDAY + week, slots=(*BILL, replace(BILL[1], number=3))
        )
        empty = await night(unit, elsewhere, ann, day=FRIDAY + DAY, slots=())
        shifted = {"doors_at": DOORS + week, "ends_at": ENDS + week}
        second = await unit.applications.add(asked(later, foxes, bob, **shifted))
        again = await unit.applications.add(asked(later, foxes, bob, kind=SlotKind.HEADLINER, **shifted))
        first = await unit.applications.add(asked(event, foxes, bob))
        on_empty = await unit.applications.add(asked(empty, foxes, bob, ends_at=ENDS + DAY))
        await unit.applications.add(asked(event, owls, cy))
    async with units.read() as unit:
        of_band = unit.applications.of_band
        lexington, windmill = await unit.venues.get(event.venue), await unit.venues.get(elsewhere)
        got = [await unit.applications.get(each) for each in (first, on_empty, second, again)]
        expected = list(zip(got, (event, empty, later, later), (lexington, *(windmill,) * 3), strict=True))
        assert await of_band(foxes, after=NOW) == expected
        assert await of_band(foxes, after=ENDS - timedelta(seconds=1)) == expected
        assert await of_band(foxes, after=ENDS) == expected[1:]
        assert await of_band(foxes, after=ENDS + week) == []
        assert len(await of_band(owls, after=NOW)) == 1


# Codes of invites


async def test_an_invite_is_found_by_its_code_until_that_is_taken_away(units, scene):
    _, bob, cy, foxes, owls, event = scene
    async with units.write() as unit:
        number, other = [
            await unit.applications.add(asked(event, of, by)) for of, by in ((foxes, bob), (owls, cy))
        ]
        await unit.applications.set_code(number, CODE)
        await unit.applications.set_code(other, "OTHER")
        for typed in (CODE, "k7qm10xr4t", " K7QM 10XR 4T "):
            assert await unit.applications.by_code(typed) == number
        assert await unit.applications.by_code("K7QM-10XR-4U") is None
        before = await unit.applications.get(number)
        await unit.applications.replace([before])
        assert await unit.applications.by_code(CODE) == number
        await unit.applications.set_code(number, None)
        assert await unit.applications.by_code(CODE) is None
        assert await unit.applications.by_code("OTHER") == other


async def test_the_database_does_not_know_the_code_of_an_invite(units, scene, engine):
    _, bob, _, foxes, _, event = scene
    async with units.write() as unit:
        await unit.applications.set_code(await unit.applications.add(asked(event, foxes, bob)), CODE)
    async with engine.connect() as connection:
        stored = (await connection.execute(text("SELECT code FROM application"))).scalar_one()
    assert len(stored) == 64
    assert "K7QM" not in stored
    async with SqlUnits(engine, secret=b"another").read() as unit:
        assert await unit.applications.by_code(CODE) is None


async def test_a_code_opens_one_invite_only(units, scene):
    _, bob, _, foxes, _, event = scene
    async with units.write() as unit:
        first, second = [await unit.applications.add(asked(event, foxes, bob)) for _ in range(2)]
        await unit.applications.set_code(first, CODE)
    with pytest.raises(Conflict):
        async with units.write() as unit:
            await unit.applications.set_code(second, CODE)


# Last looks


async def test_a_later_look_of_a_player_takes_the_place_of_the_earlier(units, scene):
    ann, bob, cy, foxes, owls, event = scene
    asked_first = PlayerLook(event.id, foxes, bob.id, NOW)
    async with units.write() as unit:
        other = await night(unit, event.venue, ann)
        cys = PlayerLook(event.id, foxes, cy.id, NOW, LookAnswer.YES, answered_at=NOW)
        elsewhere = [replace(asked_first, event=other.id), replace(asked_first, band=owls)]
        await unit.applications.set_looks([asked_first, cys, *elsewhere])
        await unit.applications.set_looks([])
        assert await unit.applications.looks(event.id, foxes) == [asked_first, cys]
    for answer in LookAnswer:
        said = replace(
            asked_first, answer=answer, by_when="after rehearsal", answered_at=NOW + HOUR, left_out=True
        )
        async with units.write() as unit:
            await unit.applications.set_looks([said])
            assert await unit.applications.looks(event.id, foxes) == [said, cys]
    again = replace(asked_first, asked_at=NOW + DAY)
    async with units.write() as unit:
        await unit.applications.set_looks([again])
        assert await unit.applications.looks(event.id, foxes) == [again, cys]
        assert await unit.applications.looks(other.id, foxes) == elsewhere[:1]
        assert await unit.applications.looks(event.id, owls) == elsewhere[1:]


async def test_the_looks_of_one_player_are_those_of_nights_ahead_by_their_dates(units, scene):
    ann, bob, cy, foxes, owls, event = scene
    async with units.write() as unit:
        sooner = await night(unit, event.venue, ann, day=event.day - DAY)
        later = PlayerLook(event.id, foxes, bob.id, NOW)
        looks = [
            later,
            replace(later, band=owls, answer=LookAnswer.NO, answered_at=NOW),
            replace(later, event=sooner.id),
            replace(later, person=cy.id),
        ]
        await unit.applications.set_looks(looks)
        ends = night_times(sooner).ends_at
        assert await unit.applications.looks_of(bob.id, after=NOW) == [looks[2], looks[0], looks[1]]
        assert await unit.applications.looks_of(bob.id, after=ends) == looks[:2]
        assert await unit.applications.looks_of(ann.id, after=NOW) == []


async def test_rows_with_no_more_than_the_first_release_knew_are_read(units, scene, engine):
    _, bob, _, foxes, _, event = scene
    common = {"event": event.id, "band": foxes}
    first = {
        **common,
        "kind": "any",
        "state": "pending",
        "made_by": bob.id,
        "made_at": NOW,
        "doors_at": DOORS,
        "ends_at": ENDS,
        "offered": False,
    }
    async with engine.begin() as connection:
        made = insert(tables.application).values(first).returning(tables.application.c.id)
        number = await connection.scalar(made)
        await connection.execute(insert(tables.look).values({**common, "person": bob.id, "asked_at": NOW}))
        plain = insert(tables.slot).values(event=event.id, number=9, kind="opener")
        slot = await connection.scalar(plain.returning(tables.slot.c.id))
    async with units.read() as unit:
        read = await unit.applications.get(number)
        assert read == Application(
            event.id, foxes, SlotKind.ANY, ApplicationState.PENDING, bob.id, NOW, DOORS, ENDS, id=number
        )
        assert (read.revision, read.commitment, read.slot) == (0, None, None)
        assert await unit.applications.looks(event.id, foxes) == [PlayerLook(event.id, foxes, bob.id, NOW)]
        kept = (await unit.events.get(event.id)).slot(SlotId(slot))
    assert (kept.sets, kept.fee, kept.taken, kept.open) == (1, None, False, True)
