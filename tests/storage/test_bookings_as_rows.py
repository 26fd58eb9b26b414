"""A booking is one unit: the slot, the gig, the other applications and the letters, on both databases."""

import asyncio

import pytest
from sqlalchemy import select

from core.bands import Role
from core.ids import AccountRef, Platform
from core.journal import Act
from core.marketplace.applications import ApplicationStage, ApplicationState, LookAnswer, Side
from core.marketplace.applications.bookings import call_off_booking, clashing, confirm
from core.marketplace.applications.decisions import accept, decline, turn_down
from core.marketplace.applications.last_look import answer_look
from core.marketplace.applications.notices import LastLookAsked, WithdrawnByBooking
from core.marketplace.applications.parties import ApplicationCard
from core.marketplace.applications.refusals import ApplicationOver
from core.marketplace.applications.submission import Pitch, apply
from core.marketplace.posts.values import SlotKind
from core.scheduling.kinds import CommitmentKind, CommitmentState, Rsvp
from storage import schema as tables
from tests.storage.makings import NOW, band, night, person, venue

CODE = "K7QM-10XR-4T"
_CAUSES = iter(range(10**6))


def act(who):
    return Act(who.id, NOW, f"cause {next(_CAUSES)}")


@pytest.fixture
async def scene(units):
    """Bob and Cy in the Foxes; two nights on one Friday, at the Lexington and at the Windmill, of Ann."""
    async with units.write() as unit:
        ann, bob, cy = [await person(unit, name) for name in ("Ann", "Bob", "Cy")]
        foxes = await band(unit, "Foxes", bob, cy, role=Role.OWNER)
        places = [await venue(unit, name, ann) for name in ("The Lexington", "The Windmill")]
        nights = [await night(unit, each, ann) for each in places]
        return ann, bob, cy, await unit.bands.get(foxes), nights


async def applied(unit, scene, event, kind=SlotKind.SUPPORT) -> ApplicationCard:
    """Bob applies, and Cy says yes."""
    _, bob, cy, foxes, _ = scene
    card = await apply(unit, act(bob), foxes, event.id, kind, Pitch())
    assert card.stage is ApplicationStage.LOOKING
    look = await answer_look(unit, act(cy), foxes, event.id, LookAnswer.YES)
    assert (look.sent, look.stage) == (True, ApplicationStage.PENDING)
    return card


async def test_a_band_applies_is_accepted_and_books(units, scene, engine):
    ann, bob, cy, foxes, (event, other) = scene
    async with units.write() as unit:
        mine = (await applied(unit, scene, event)).application.id
        elsewhere = (await applied(unit, scene, other)).application.id
    async with units.write() as unit:
        accepted = await accept(unit, act(ann), mine, code=CODE, line="Lovely")
        assert (accepted.stage, accepted.slot.kind) == (ApplicationStage.ACCEPTED, SlotKind.SUPPORT)
        assert await unit.applications.by_code(CODE) == mine
    async with units.read() as unit:
        assert [each.id for each, _, _ in await clashing(unit, act(bob), mine)] == [elsewhere]
    async with units.write() as unit:
        booked = await confirm(unit, act(bob), mine)
    assert [each.id for each, _ in booked.withdrawn] == [other.id]
    async with units.read() as unit:
        kept = await unit.applications.get(mine)
        assert kept.state is ApplicationState.CONFIRMED
        assert (await unit.applications.get(elsewhere)).state is ApplicationState.WITHDRAWN
        slot = (await unit.events.get(event.id)).slot(kept.slot)
        assert (slot.band, slot.application) == (foxes.id, mine)
        gig = await unit.commitments.get(kept.commitment)
        assert (gig.kind, gig.state, gig.agreed) == (CommitmentKind.GIG, CommitmentState.CONFIRMED, True)
        said = (await unit.commitments.answers([gig.id]))[gig.id]
        assert said == {bob.id: Rsvp.YES, cy.id: Rsvp.YES}
        taken = await unit.taken.of([cy.id], start=booked.times.starts_at, end=booked.times.ends_at)
        assert [each.span for each in taken[cy.id].occupied] == [booked.times.span]
    async with engine.connect() as connection:
        told = set((await connection.execute(select(tables.outbox.c.kind, tables.outbox.c.person))).all())
    assert {(LastLookAsked.kind, cy.id), (WithdrawnByBooking.kind, ann.id)} <= {tuple(each) for each in told}


async def test_a_booking_that_is_called_off_gives_the_time_and_the_slot_back(units, scene):
    ann, bob, cy, _, (event, _) = scene
    async with units.write() as unit:
        mine = (await applied(unit, scene, event)).application.id
        await accept(unit, act(ann), mine, code=CODE)
        booked = await confirm(unit, act(bob), mine)
        again = await confirm(unit, act(bob), mine)
        assert again.card.before
        off = await call_off_booking(unit, act(ann), mine, Side.VENUE, reason="Flooded")
        assert off.stage is ApplicationStage.CANCELLED
    async with units.read() as unit:
        assert all(each.open for each in (await unit.events.get(event.id)).slots)
        taken = await unit.taken.of([cy.id], start=booked.times.starts_at, end=booked.times.ends_at)
        assert taken[cy.id].occupied == ()
        found = await unit.applications.get(mine)
    assert (found.state, found.ended_by, found.line) == (ApplicationState.CANCELLED, Side.VENUE, "Flooded")


async def test_the_bill_of_another_night_may_have_lost_its_slots(units, scene):
    ann, bob, _, _, (event, other) = scene
    async with units.write() as unit:
        mine = (await applied(unit, scene, event)).application.id
        elsewhere = (await applied(unit, scene, other)).application.id
        await unit.events.set_slots(other.id, ())
        await accept(unit, act(ann), mine, code=CODE)
        booked = await confirm(unit, act(bob), mine)
        assert [each.id for each, _ in booked.withdrawn] == [other.id]
        assert (await unit.applications.get(elsewhere)).state is ApplicationState.WITHDRAWN


async def test_an_invite_that_is_turned_down_frees_its_slot_and_its_code(units, scene):
    ann, bob, _, _, (event, _) = scene
    async with units.write() as unit:
        mine = (await applied(unit, scene, event)).application.id
        await accept(unit, act(ann), mine, code=CODE)
        await turn_down(unit, act(bob), mine, line="Sorry")
        assert await unit.applications.by_code(CODE) is None
        with pytest.raises(ApplicationOver):
            await confirm(unit, act(bob), mine)


async def test_what_the_venue_declines_while_the_band_books_elsewhere_is_not_overwritten(units, scene):
    """The two lock the same night: one is first, and the other reads what came of that."""
    ann, bob, _, _, (event, other) = scene
    async with units.write() as unit:
        mine = (await applied(unit, scene, event)).application.id
        elsewhere = (await applied(unit, scene, other)).application.id
        await accept(unit, act(ann), mine, code=CODE)
    seen = asyncio.Event()

    async def booking():
        async with units.write() as unit:
            await unit.people.by_account(AccountRef(Platform.DISCORD, "key of Bob"))
            return await confirm(unit, act(bob), mine)

    async def declining():
        async with units.write() as unit:
            await unit.people.by_account(AccountRef(Platform.DISCORD, "key of Ann"))
            card = await decline(unit, act(ann), elsewhere, line="Too loud")
            seen.set()
            await asyncio.sleep(0.1)
            return card

    async def behind():
        await seen.wait()
        return await booking()

    card, booked = await asyncio.gather(declining(), behind())
    assert card.stage is ApplicationStage.DECLINED
    assert booked.withdrawn == ()
    async with units.read() as unit:
        found = await unit.applications.get(elsewhere)
    assert (found.state, found.line) == (ApplicationState.DECLINED, "Too loud")


async def test_two_bands_cannot_both_have_one_slot(units, scene):
    ann, *_, (event, _) = scene
    async with units.write() as unit:
        dee = await person(unit, "Dee")
        owls = await unit.bands.get(await band(unit, "Owls", dee, role=Role.OWNER))
        mine = (await applied(unit, scene, event)).application.id
        theirs = (await apply(unit, act(dee), owls, event.id, SlotKind.SUPPORT, Pitch())).application.id

    async def accepting(which, code):
        async with units.write() as unit:
            return await accept(unit, act(ann), which, code=code)

    both = accepting(mine, "ONE"), accepting(theirs, "OTHER")
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(each).__name__ for each in outcomes) == ["ApplicationCard", "SlotGone"]
