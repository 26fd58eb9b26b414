"""A venue's nights, posts and promoters changed by two people at the same moment: nothing lost, nothing twice."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select

from core import undo
from core.access import NotAPromoter
from core.bands import Role
from core.journal import Gone
from core.marketplace.applications import ApplicationStage, bookings, decisions, nights, submission
from core.marketplace.applications.refusals import ApplicationOver
from core.marketplace.events import EventState, drafts
from core.marketplace.posts import read_facts
from core.marketplace.venues import promoters
from core.marketplace.venues.edits import edit_venue
from core.marketplace.venues.store import NewVenueInvite
from core.scheduling.commitments import rehearsals
from core.scheduling.commitments.rehearsals import Times
from core.scheduling.phrases.understanding import Context
from storage import schema as tables
from tests.races.market_scenes import ACCEPTED, SUPPORT, MarketScene, terms
from tests.races.scenes import kinds

SATURDAY = date(2026, 12, 12)
NOON = terms(time(12), time(16))


@pytest.fixture
async def scene(units, engine, clock) -> MarketScene:
    return MarketScene(units, engine, clock)


@pytest.fixture
async def heron(scene):
    return await scene.venue("The Heron", "Dana", "Eve")


@pytest.fixture
async def foxes(scene):
    return await scene.line_up("Foxes", Ana=Role.OWNER, Bo=Role.OWNER)


def confirm(which):
    return lambda unit, act: bookings.confirm(unit, act, which)


def cancel(night):
    return lambda unit, act: nights.cancel_night(unit, act, night.id)


def in_turn(acts, first, *names):
    """The acts, that of the name `first` ahead."""
    return acts if first == names[0] else acts[::-1]


@pytest.mark.parametrize("first", ["calling off", "confirming"])
async def test_nobody_is_booked_for_a_night_that_is_called_off_that_moment(
    scene, heron, foxes, meeting, first
):
    night = await scene.night(heron, by="Dana")
    which = await scene.applies(foxes, night, ACCEPTED)
    acts = [scene.turn("Dana", cancel(night)), scene.turn("Ana", confirm(which))]
    outcomes = await meeting.one_behind_the_other(*in_turn(acts, first, "calling off"))
    after = await scene.event(night.id)
    assert (after.state, after.slots[0].band) == (EventState.CANCELLED, None)
    assert await scene.states(which) == ["cancelled"]
    if first == "calling off":
        assert outcomes[1].stage is ApplicationStage.CANCELLED
        assert await scene.gigs(foxes.band) == []
    else:
        assert kinds(outcomes) == ["Booked", "NightCard"]
        assert await scene.gigs(foxes.band) == []
        assert await scene.notices("night_changed") == 2


@pytest.mark.parametrize("first", ["calling off", "applying"])
async def test_no_application_stands_to_a_night_that_is_called_off_that_moment(
    scene, heron, foxes, meeting, first
):
    night = await scene.night(heron, by="Dana")

    def apply(unit, act):
        return submission.apply(unit, act, foxes.band, night.id, SUPPORT, submission.Pitch())

    acts = [scene.turn("Dana", cancel(night)), scene.turn("Ana", apply)]
    outcomes = await meeting.one_behind_the_other(*in_turn(acts, first, "calling off"))
    if first == "calling off":
        assert kinds(outcomes) == ["NightCard", "NotPublished"]
        assert await scene.changes("application.made") == 0
    else:
        assert kinds(outcomes) == ["ApplicationCard", "NightCard"]
        assert await scene.states(outcomes[0].application.id) == ["cancelled"]


async def test_two_promoters_who_call_one_night_off_tell_the_bands_once(scene, heron, foxes, meeting):
    night = await scene.night(heron, by="Dana")
    await scene.applies(foxes, night)
    outcomes = await meeting.all_at_once(scene.turn("Dana", cancel(night)), scene.turn("Eve", cancel(night)))
    assert sorted(each.before for each in outcomes) == [False, True]
    assert await scene.changes("event.cancelled") == 1
    assert await scene.notices("night_changed") == 2


async def test_a_rehearsal_proposed_while_a_booked_night_is_called_off_has_its_evening(
    scene, heron, foxes, meeting
):
    night = await scene.night(heron, by="Dana")
    await scene.turn("Ana", confirm(await scene.applies(foxes, night, ACCEPTED)))
    evening = Times(datetime(2026, 12, 11, 20), datetime(2026, 12, 11, 22))
    outcomes = await meeting.one_behind_the_other(
        scene.turn("Dana", cancel(night)),
        scene.turn("Bo", lambda unit, act: rehearsals.propose(unit, act, foxes.band, evening, seen_on=None)),
    )
    assert kinds(outcomes) == ["NightCard", "Standing"]


@pytest.mark.parametrize("first", ["moving", "confirming"])
async def test_a_band_is_booked_at_a_nights_new_times_or_confirms_again(scene, heron, foxes, meeting, first):
    night = await scene.night(heron, by="Dana")
    which = await scene.applies(foxes, night, ACCEPTED)

    def move(unit, act):
        return nights.edit_night(unit, act, night.id, night.terms, day=SATURDAY)

    acts = [scene.turn("Dana", move), scene.turn("Ana", confirm(which))]
    outcomes = await meeting.one_behind_the_other(*in_turn(acts, first, "moving"))
    assert kinds(outcomes) == ["Booked", "NightEdited"]
    stands, after = await scene.application(which), await scene.event(night.id)
    assert after.day == SATURDAY
    if first == "moving":
        assert (stands.state.value, after.slots[0].band) == ("confirmed", foxes.band.id)
        gig = await scene.commitment(stands.commitment)
        assert (gig.start, gig.state.value) == (datetime(2026, 12, 12, 19, 30), "confirmed")
    else:
        assert (stands.state, stands.commitment, after.slots[0].band) == (ACCEPTED, None, None)
        assert await scene.gigs(foxes.band) == []


async def test_a_night_that_moves_takes_no_player_whom_another_band_books_that_moment(scene, heron, meeting):
    foxes = await scene.line_up("Foxes", Ana=Role.OWNER, Cy=Role.MEMBER)
    owls = await scene.line_up("Owls", Di=Role.OWNER, Cy=Role.MEMBER)
    evening = await scene.night(heron, by="Dana")
    booked = await scene.applies(foxes, evening, ACCEPTED)
    await scene.turn("Ana", confirm(booked))
    noon = await scene.night(await scene.venue("The Wren", "Wim"), by="Wim", offers=NOON)
    other = await scene.applies(owls, noon, ACCEPTED)
    outcomes = await meeting.all_at_once(
        scene.turn("Dana", lambda unit, act: nights.edit_night(unit, act, evening.id, NOON)),
        scene.turn("Di", confirm(other)),
    )
    stands = await scene.states(booked, other)
    if kinds(outcomes) == ["Booked", "NightEdited"]:
        assert stands == ["accepted", "confirmed"]
    else:
        assert kinds(outcomes) == ["NightEdited", "PlayersTaken"]
        assert stands == ["confirmed", "accepted"]


@pytest.mark.parametrize("first", ["filling", "accepting"])
async def test_no_invite_stands_to_a_night_that_is_filled_from_outside_that_moment(
    scene, heron, foxes, meeting, first
):
    night = await scene.night(heron, by="Dana")
    which = await scene.applies(foxes, night)
    acts = [
        scene.turn("Dana", lambda unit, act: nights.mark_taken(unit, act, night.id, taken=True)),
        scene.turn("Eve", lambda unit, act: decisions.accept(unit, act, which, code="CODE")),
    ]
    outcomes = await meeting.one_behind_the_other(*in_turn(acts, first, "filling"))
    stands = await scene.application(which)
    assert (stands.state.value, stands.slot, stands.keeps_until) == ("filled", None, None)
    if first == "filling":
        assert isinstance(outcomes[1], ApplicationOver)
        assert outcomes[1].stage is ApplicationStage.FILLED
    else:
        assert kinds(outcomes) == ["ApplicationCard", "NightCard"]


@pytest.fixture
async def post(scene, heron):
    """Two drafts of one post."""
    first = await scene.night(heron, by="Dana", state=EventState.DRAFT)
    await scene.night(heron, by="Dana", day=SATURDAY, state=EventState.DRAFT, post=first.id)
    return first.id


def publish(post):
    return lambda unit, act: drafts.publish(unit, act, post)


async def searches(engine):
    async with engine.connect() as connection:
        return await connection.scalar(select(func.count()).select_from(tables.search))


async def test_a_post_that_is_published_twice_is_published_once(scene, engine, post, meeting):
    outcomes = await meeting.all_at_once(scene.turn("Dana", publish(post)), scene.turn("Eve", publish(post)))
    assert kinds(outcomes) == ["PostPublished", "PostPublished"]
    assert sorted(each.before for each in outcomes) == [False, True]
    assert await scene.changes("event.published") == 1
    assert await searches(engine) == 2, "one for each of its dates"


async def test_a_post_is_published_or_discarded_never_both(scene, engine, post, meeting):
    outcomes = await meeting.all_at_once(
        scene.turn("Dana", publish(post)),
        scene.turn("Eve", lambda unit, act: drafts.discard(unit, act, post)),
    )
    assert sorted(isinstance(each, Gone) for each in outcomes) == [False, True]
    published = await scene.changes("event.published")
    assert published + await scene.changes("event.discarded") == 1
    state = EventState.PUBLISHED if published else EventState.DISCARDED
    assert (await scene.event(post)).state is state
    assert await searches(engine) == 2 * published


async def test_a_post_that_is_published_is_no_draft_again_by_an_edit_of_that_moment(scene, post, meeting):
    facts = read_facts("capacity 300", Context(datetime(2026, 11, 23, 19), "Europe/London"))
    outcomes = await meeting.one_behind_the_other(
        scene.turn("Dana", publish(post)),
        scene.turn("Eve", lambda unit, act: drafts.revise_drafts(unit, act, post, facts)),
    )
    assert isinstance(outcomes[1], Gone)
    after = await scene.event(post)
    assert (after.state, after.terms.capacity) == (EventState.PUBLISHED, None)


async def test_what_two_promoters_change_about_one_night_is_both_kept(stage, scene, meeting):
    await stage.says("Dana", "/venue create The Heron city: Leeds")
    code = (await stage.says("Dana", "/venue invite")).result.invited.code
    await stage.says("Eve", f"/join {code}")
    drafted = await stage.says(
        "Dana", "/post Fri 11 Dec, need 2 support, doors 7:30, 200 cap, indie, £150 each"
    )
    await stage.presses("Dana", drafted, "Publish")
    for name in ("Dana", "Eve"):
        shown = await stage.presses(name, await stage.says(name, "/dates"), "1")
        await stage.presses(name, shown, "Edit")
    await meeting.all_at_once(stage.says("Dana", "capacity 300"), stage.says("Eve", "doors 8pm"))
    after = await scene.event(shown.result.event.id)
    assert after.terms.capacity == 300
    assert [each.at for each in after.terms.points] == [time(20)]


async def test_what_two_promoters_edit_about_their_venue_is_both_kept(scene, heron, meeting):
    outcomes = await meeting.all_at_once(
        scene.turn("Dana", lambda unit, act: edit_venue(unit, act, heron.id, {"capacity": 300})),
        scene.turn("Eve", lambda unit, act: edit_venue(unit, act, heron.id, {"backline": "Drums"})),
    )
    assert kinds(outcomes) == ["VenueEdited", "VenueEdited"]
    async with scene.units.read() as unit:
        profile = (await unit.venues.get(heron.id)).profile
    assert (profile.capacity, profile.backline) == (300, "Drums")


async def test_an_edit_of_a_venue_that_is_undone_leaves_one_of_that_moment(scene, heron, meeting):
    edited = await scene.turn("Dana", lambda unit, act: edit_venue(unit, act, heron.id, {"capacity": 300}))
    await meeting.one_behind_the_other(
        scene.turn("Eve", lambda unit, act: edit_venue(unit, act, heron.id, {"backline": "Drums"})),
        scene.turn("Dana", lambda unit, act: undo.undo(unit, act, edited.change)),
    )
    async with scene.units.read() as unit:
        profile = (await unit.venues.get(heron.id)).profile
    assert (profile.capacity, profile.backline) == (None, "Drums")


async def speakers(scene, venue):
    async with scene.units.read() as unit:
        there = await unit.venues.get(venue.id)
        return there is not None, [each.name for each in await unit.venues.promoters(venue.id)]


async def test_two_promoters_who_leave_do_not_leave_an_open_venue_alone(scene, heron, meeting):
    def leave(unit, act):
        return promoters.leave_venue(unit, act, heron.id)

    outcomes = await meeting.all_at_once(scene.turn("Dana", leave), scene.turn("Eve", leave))
    assert kinds(outcomes) == ["VenueCloseAsked", "VenueLeft"]
    is_open, left = await speakers(scene, heron)
    assert (is_open, len(left)) == (True, 1)


async def test_two_promoters_who_take_each_other_off_leave_one(scene, heron, meeting):
    async with scene.units.read() as unit:
        places = {each.name: each.id for each in await unit.venues.promoters(heron.id)}

    def take_off(whom):
        return lambda unit, act: promoters.remove_promoter(unit, act, heron.id, places[whom])

    outcomes = await meeting.all_at_once(
        scene.turn("Dana", take_off("Eve")), scene.turn("Eve", take_off("Dana"))
    )
    assert sorted(type(each) for each in outcomes if isinstance(each, NotAPromoter)) == [NotAPromoter]
    assert len((await speakers(scene, heron))[1]) == 1


@pytest.fixture
async def invite(scene, heron):
    """An invite with one use left."""
    async with scene.units.write() as unit:
        now = scene.clock.now()
        for name in ("Fay", "Gus"):
            await scene.person(unit, name)
        by = (await unit.venues.promoters(heron.id))[0].person
        return await unit.venues.add_invite(
            NewVenueInvite(heron.id, by, "CODE", now + timedelta(days=1), 1, now)
        )


def join(invite):
    return lambda unit, act: promoters.join_venue(unit, act, invite)


async def test_a_venues_invite_with_one_use_left_lets_one_of_two_in(scene, heron, invite, meeting):
    outcomes = await meeting.all_at_once(scene.turn("Fay", join(invite)), scene.turn("Gus", join(invite)))
    assert kinds(outcomes) == ["PromoterAdded", "VenueInviteOver"]
    assert len((await speakers(scene, heron))[1]) == 3


@pytest.mark.parametrize("first", ["joining", "leaving"])
async def test_nobody_joins_a_venue_that_its_only_promoter_closes_that_moment(scene, meeting, first):
    wren = await scene.venue("The Wren", "Wim")
    async with scene.units.write() as unit:
        now = scene.clock.now()
        await scene.person(unit, "Fay")
        by = (await unit.venues.promoters(wren.id))[0].person
        invite = await unit.venues.add_invite(
            NewVenueInvite(wren.id, by, "CODE", now + timedelta(days=1), 9, now)
        )
    acts = [
        scene.turn("Fay", join(invite)),
        scene.turn("Wim", lambda unit, act: promoters.leave_venue(unit, act, wren.id, sure=True)),
    ]
    outcomes = await meeting.one_behind_the_other(*in_turn(acts, first, "joining"))
    assert await speakers(scene, wren) == ((True, ["Fay"]) if first == "joining" else (False, []))
    assert kinds(outcomes) == (
        ["PromoterAdded", "VenueLeft"] if first == "joining" else ["NoSuchInvite", "VenueLeft"]
    )
    if first == "joining":
        assert not outcomes[1].closed
