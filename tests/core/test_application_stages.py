"""How an application and a night stand at a moment: their states against the clock, to the second."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.ids import ApplicationId, BandId, EventId, SlotId
from core.marketplace.applications import (
    OPEN,
    Application,
    ApplicationStage,
    ApplicationState,
    keep_until,
    look_until,
)
from core.marketplace.events import Event, EventState, EventStatus, Slot, Terms, status_of
from core.marketplace.posts.values import SlotKind

DOORS = datetime(2026, 12, 11, 19, 30, tzinfo=UTC)
ENDS = datetime(2026, 12, 11, 23, tzinfo=UTC)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
EARLY = DOORS - 400 * HOUR
SLOT = SlotId(7)


def application(state, *, made_at=EARLY, **more):
    values = {"doors_at": DOORS, "ends_at": ENDS, "id": ApplicationId(1), **more}
    return Application(EventId(1), BandId(1), SlotKind.ANY, state, 1, made_at, **values)


def assert_ends(found, deadline, before, after):
    """One stage until a second before the deadline, the other from the deadline on."""
    assert found.stage(deadline - SECOND) is before
    assert found.stage(deadline) is after
    assert found.stage(deadline + SECOND) is after
    assert found.stage(deadline + 9000 * HOUR) is after


@pytest.mark.parametrize("state", [ApplicationState.LOOKING, ApplicationState.PENDING])
def test_what_nobody_answers_expires_forty_eight_hours_before_doors(state):
    stage = ApplicationStage(state.value)
    assert_ends(application(state), DOORS - 48 * HOUR, stage, ApplicationStage.EXPIRED)


@pytest.mark.parametrize("state", [ApplicationState.LOOKING, ApplicationState.PENDING])
@pytest.mark.parametrize(("left", "answer_in"), [(97, 49), (60, 12), (59, 12), (24, 12), (20, 10), (2, 1)])
def test_a_late_application_has_half_a_day_or_half_of_the_time_that_is_left(state, left, answer_in):
    made_at = DOORS - left * HOUR
    stage = ApplicationStage(state.value)
    assert_ends(
        application(state, made_at=made_at), made_at + answer_in * HOUR, stage, ApplicationStage.EXPIRED
    )


def test_the_time_to_answer_is_counted_from_when_it_was_sent():
    sent = DOORS - 20 * HOUR
    found = application(ApplicationState.PENDING, made_at=DOORS - 60 * HOUR, sent_at=sent)
    assert_ends(found, sent + 10 * HOUR, ApplicationStage.PENDING, ApplicationStage.EXPIRED)


def test_an_invite_that_is_not_confirmed_expires():
    kept = application(ApplicationState.ACCEPTED, slot=SLOT, keeps_until=EARLY + 72 * HOUR)
    assert_ends(kept, EARLY + 72 * HOUR, ApplicationStage.ACCEPTED, ApplicationStage.EXPIRED)
    # The time to answer is over for it long before.
    late = replace(kept, keeps_until=DOORS - HOUR)
    assert_ends(late, DOORS - HOUR, ApplicationStage.ACCEPTED, ApplicationStage.EXPIRED)


def test_its_slot_is_kept_as_long_as_the_invite_stands_and_no_other():
    kept = application(ApplicationState.ACCEPTED, slot=SLOT, keeps_until=EARLY + 72 * HOUR)
    assert kept.keeps(SLOT, EARLY + 72 * HOUR - SECOND)
    assert not kept.keeps(SLOT, EARLY + 72 * HOUR)
    assert not kept.keeps(SlotId(8), EARLY)
    for state in set(ApplicationState) - {ApplicationState.ACCEPTED}:
        assert not replace(kept, state=state).keeps(SLOT, EARLY), state


def test_a_booking_is_played_when_the_night_is_over():
    assert_ends(
        application(ApplicationState.CONFIRMED), ENDS, ApplicationStage.CONFIRMED, ApplicationStage.PLAYED
    )


@pytest.mark.parametrize(
    "state",
    [
        ApplicationState.DECLINED,
        ApplicationState.WITHDRAWN,
        ApplicationState.FILLED,
        ApplicationState.CANCELLED,
    ],
)
def test_what_has_ended_stays_as_it_ended(state):
    found = application(state, keeps_until=EARLY)
    for now in (EARLY, DOORS - 48 * HOUR, DOORS, ENDS, ENDS + 9000 * HOUR):
        assert found.stage(now) is ApplicationStage(state.value)
        assert found.stage(now) not in OPEN


def test_every_state_has_a_stage_of_its_name_and_every_stage_can_be_reached():
    moments = (EARLY, DOORS - 48 * HOUR, ENDS)
    found = {application(state, keeps_until=ENDS).stage(now) for state in ApplicationState for now in moments}
    assert found == {*ApplicationStage}
    assert {state.value for state in ApplicationState} < {stage.value for stage in ApplicationStage}


# Deadlines


@pytest.mark.parametrize(
    ("left", "kept"),
    [(400, 72), (84, 72), (83, 71), (60, 48), (16, 4), (13, 1), (12, 1), (4, 1), (2, 0.5)],
)
def test_a_band_has_three_days_to_confirm_or_until_twelve_hours_before_doors(left, kept):
    now = DOORS - left * HOUR
    assert keep_until(DOORS, now) == now + kept * HOUR


@pytest.mark.parametrize(("left", "asked"), [(400, 24), (48, 24), (47, 23.5), (2, 1)])
def test_players_have_a_day_to_answer_or_half_of_the_time_that_is_left(left, asked):
    until = DOORS - 48 * HOUR
    now = until - left * HOUR
    assert look_until(until, now) == now + asked * HOUR


@settings(deadline=None)
@given(st.integers(1, 60 * 24 * 400).map(lambda minutes: timedelta(minutes=minutes)))
def test_every_deadline_is_ahead_when_it_is_set_and_before_doors(left):
    now = DOORS - left
    new = application(ApplicationState.PENDING, made_at=now)
    assert now < new.pending_until < DOORS
    assert now < look_until(new.pending_until, now) < new.pending_until
    assert now < keep_until(DOORS, now) < DOORS
    assert new.stage(now) is ApplicationStage.PENDING
    kept = application(ApplicationState.ACCEPTED, made_at=now, keeps_until=keep_until(DOORS, now))
    assert kept.stage(now) is ApplicationStage.ACCEPTED
    assert kept.stage(DOORS) is ApplicationStage.EXPIRED


# The status of a night


def a_night(*kinds, state=EventState.PUBLISHED, filled=()):
    slots = tuple(
        Slot(n, kind, id=SlotId(n), band=BandId(1) if n in filled else None)
        for n, kind in enumerate(kinds, 1)
    )
    return Event(1, date(2026, 12, 11), "UTC", state, Terms(), 1, EARLY, id=1, post=1, slots=slots)


HEADLINER, MAIN, SUPPORT, OPENER, ANY = (
    SlotKind.HEADLINER, SlotKind.MAIN_SUPPORT, SlotKind.SUPPORT, SlotKind.OPENER, SlotKind.ANY,
)  # fmt: skip


@pytest.mark.parametrize(
    ("kinds", "filled", "status"),
    [
        ((HEADLINER, SUPPORT), (), EventStatus.BOOKING_OPEN),
        ((HEADLINER, SUPPORT), (1,), EventStatus.NEED_SUPPORT),
        ((HEADLINER, SUPPORT), (2,), EventStatus.BOOKING_OPEN),
        ((HEADLINER, SUPPORT), (1, 2), EventStatus.BOOKED),
        ((ANY,), (), EventStatus.BOOKING_OPEN),
        ((ANY, ANY), (1,), EventStatus.BOOKING_OPEN),
        ((MAIN, OPENER), (), EventStatus.NEED_SUPPORT),
        ((MAIN, OPENER), (1,), EventStatus.NEED_SUPPORT),
        ((), (), EventStatus.BOOKED),
    ],
)
def test_the_status_of_a_published_night_is_derived_from_its_slots(kinds, filled, status):
    event = a_night(*kinds, filled=filled)
    assert status_of(event, ends_at=ENDS, now=EARLY) is status
    assert status_of(event, ends_at=ENDS, now=ENDS - SECOND) is status
    assert status_of(event, ends_at=ENDS, now=ENDS) is EventStatus.PAST


def test_a_slot_that_an_act_from_outside_fills_is_filled():
    event = a_night(HEADLINER, SUPPORT)
    taken = replace(event, slots=(replace(event.slots[0], taken=True), event.slots[1]))
    assert status_of(taken, ends_at=ENDS, now=EARLY) is EventStatus.NEED_SUPPORT
    assert taken.kinds_open() == (SUPPORT,)
    assert event.kinds_open() == (HEADLINER, SUPPORT)


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.DISCARDED, EventState.CANCELLED])
def test_other_states_are_shown_as_they_are_even_when_the_night_is_over(state):
    for now in (EARLY, ENDS):
        assert status_of(a_night(HEADLINER, state=state), ends_at=ENDS, now=now).value == state.value


def test_the_sorts_of_slots_that_are_open_are_told_once_in_the_order_of_the_bill():
    assert a_night(SUPPORT, OPENER, SUPPORT, HEADLINER, filled=(2,)).kinds_open() == (SUPPORT, HEADLINER)
