"""Where a band could rehearse: the arithmetic, without a database."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.bands import Membership, Role
from core.habits import Habits, PlayableHours
from core.ids import BandId, MembershipId, PersonId
from core.moments import exact_seconds, to_exact, to_wall
from core.scheduling.availability.diary import Diary
from core.scheduling.commitments.commitment import ending
from core.scheduling.commitments.options import OptionPlayer, OptionSearch, best_options
from core.scheduling.recurrence.spans import clipped, intersection, merged

LONDON, NEW_YORK = "Europe/London", "America/New_York"
MONDAY = datetime(2026, 11, 30)
EVENINGS = Habits(playable=(PlayableHours(frozenset(range(7)), time(18), time(23)),))


def at(wall, zone=LONDON):
    return exact_seconds(to_exact(wall, zone))


def span(start, hours, zone=LONDON):
    return at(start, zone), at(start, zone) + int(hours * 3600)


def player(name, *, busy=(), maybe=(), required=True):
    number = sum(map(ord, name))
    member = Membership(
        MembershipId(number), BandId(1), PersonId(number), name, Role.MEMBER, None, required=required
    )
    return OptionPlayer(member, Diary((0, 2**40), tuple(merged(busy)), tuple(merged(maybe))))


def search(days=7, *, first=MONDAY, hours=3, zone=LONDON, habits=EVENINGS, **more):
    within = ((at(first, zone), at(first + timedelta(days=days), zone)),)
    settled = {"within": within, "named_hours": False, "taken": (), "rehearsed": (), **more}
    return OptionSearch(seconds=int(hours * 3600), zone=zone, habits=habits, **settled)


def starts(slots):
    return [each.start for each in slots]


def test_the_slots_are_on_different_days_the_soonest_first():
    slots = best_options([player("Ana"), player("Bo")], search(3))
    assert starts(slots)[:3] == [MONDAY + timedelta(days=n, hours=18) for n in range(3)]
    assert slots[0].end == MONDAY + timedelta(hours=21)
    assert slots[0].can == ("Ana", "Bo")


def test_where_more_can_comes_first_and_who_cannot_is_named():
    busy = [span(MONDAY + timedelta(hours=18), 5)]
    slots = best_options([player("Ana"), player("Bo", busy=busy), player("Cy")], search(2))
    assert starts(slots) == [MONDAY + timedelta(days=1, hours=18), MONDAY + timedelta(hours=18)]
    assert slots[1].cannot == ("Bo",)
    assert slots[1].can == ("Ana", "Cy")


def test_a_maybe_counts_as_half():
    evening = span(MONDAY + timedelta(hours=18), 5)
    tuesday = span(MONDAY + timedelta(days=1, hours=18), 5)
    wednesday = span(MONDAY + timedelta(days=2, hours=18), 5)
    bo = player("Bo", busy=[evening], maybe=[tuesday])
    slots = best_options([player("Ana"), bo, player("Cy", maybe=[wednesday])], search(4))
    assert [each.start.day for each in slots[:4]] == [3, 1, 2, 30]
    assert slots[1].maybe == ("Bo",)


def test_of_as_many_those_who_have_to_be_there_count_first():
    evening = span(MONDAY + timedelta(hours=18), 5)
    tuesday = span(MONDAY + timedelta(days=1, hours=18), 5)
    slots = best_options(
        [player("Ana", busy=[evening]), player("Bo", busy=[tuesday], required=False), player("Cy")], search(2)
    )
    assert [each.cannot for each in slots] == [("Bo",), ("Ana",)]


def test_the_weekday_and_hour_of_earlier_rehearsals_come_first():
    rehearsed = [datetime(2026, 11, 18, 19, 30), datetime(2026, 11, 11, 19, 30)]
    slots = best_options([player("Ana"), player("Bo")], search(7, rehearsed=rehearsed))
    assert starts(slots)[0] == datetime(2026, 12, 2, 19, 30)
    assert {each.start.time() for each in slots[:3]} <= {time(19), time(19, 30), time(20)}


def test_without_a_habit_the_evening_comes_before_the_afternoon():
    habits = Habits(playable=(PlayableHours(frozenset(range(7)), time(12), time(23)),))
    slots = best_options([player("Ana")], search(1, habits=habits))
    assert starts(slots)[0] == MONDAY + timedelta(hours=18)
    assert starts(slots)[1] < MONDAY + timedelta(hours=18), "what shares no time follows on the same day"


def test_what_leaves_no_day_to_prepare_comes_after_what_does():
    slots = best_options([player("Ana")], search(3, soon=at(MONDAY + timedelta(days=1))))
    assert [each.start.day for each in slots[:3]] == [1, 2, 30]


def test_the_band_s_own_plans_are_left_out():
    taken = (span(MONDAY + timedelta(hours=17), 3),)
    slots = best_options([player("Ana")], search(1, taken=taken, hours=3))
    assert starts(slots) == [MONDAY + timedelta(hours=20)]


def test_outside_its_hours_a_band_is_looked_at_only_where_these_have_no_room():
    mornings = search(1, hours=6)
    slots = best_options([player("Ana")], mornings)
    assert slots
    assert all(time(8) <= each.start.time() for each in slots)
    named = search(1, named_hours=True, within=(span(MONDAY + timedelta(hours=10), 3),))
    assert starts(best_options([player("Ana")], named)) == [MONDAY + timedelta(hours=10)]


def test_where_fewer_than_half_can_nothing_is_found():
    evening = [span(MONDAY, 48)]
    assert (
        best_options([player("Ana", busy=evening), player("Bo", busy=evening), player("Cy")], search(2)) == []
    )
    assert best_options([], search(2)) == []


@pytest.mark.parametrize(
    ("zone", "night"),
    [
        (LONDON, date(2027, 3, 27)),
        (LONDON, date(2026, 10, 24)),
        (NEW_YORK, date(2027, 3, 13)),
        (NEW_YORK, date(2026, 10, 31)),
    ],
)
def test_on_the_night_the_clocks_change_n_hours_have_passed(zone, night):
    habits = Habits(playable=(PlayableHours(frozenset(range(7)), time(20), time(8)),))
    first = datetime.combine(night, time(12))
    slots = best_options([player("Ana")], search(1, first=first, hours=2.5, zone=zone, habits=habits))
    assert slots
    for each in slots:
        assert to_exact(each.end, zone) - to_exact(each.start, zone) == timedelta(hours=2.5)
        assert each.start.minute in (0, 30)
        assert to_wall(to_exact(each.start, zone), zone) == each.start


BUSY = st.lists(st.tuples(st.integers(0, 14 * 48), st.integers(1, 20)), max_size=12)


@given(
    busy=st.lists(BUSY, min_size=1, max_size=5),
    hours=st.sampled_from([0.5, 1, 2.5, 3, 7, 12]),
    zone=st.sampled_from([LONDON, NEW_YORK]),
    first=st.sampled_from([datetime(2027, 3, 12), datetime(2027, 3, 26), datetime(2026, 10, 24), MONDAY]),
    named=st.booleans(),
)
def test_a_slot_never_holds_time_that_somebody_counted_as_free_has_not(busy, hours, zone, first, named):
    begin = at(first, zone)
    players = [
        player(name, busy=[(begin + half * 1800, begin + (half + length) * 1800) for half, length in each])
        for name, each in zip("ABCDE", busy, strict=False)
    ]
    wanted = search(14, first=first, hours=hours, zone=zone, named_hours=named)
    slots = best_options(players, wanted)
    by_name = {each.member.name: each for each in players}
    for slot in slots:
        start, end = at(slot.start, zone), at(slot.end, zone)
        assert (start, end) == slot.span
        assert end - start == hours * 3600
        assert slot.start.minute in (0, 30)
        assert intersection([(start, end)], wanted.within) == [(start, end)]
        for name in slot.can:
            assert clipped(by_name[name].diary.busy, (start, end)) == []
        for name in slot.cannot:
            assert clipped(by_name[name].diary.busy, (start, end))
        assert len(slot.can) * 2 >= len(players)
    spans = sorted(each.span for each in slots)
    assert all(one[1] <= two[0] for one, two in pairwise(spans)), "none shares time"


def test_an_end_that_would_be_the_second_of_two_is_never_too_early():
    start = datetime(2026, 10, 25, 0, 30)
    assert to_exact(ending(start, LONDON, timedelta(hours=1.5)), LONDON) - to_exact(
        start, LONDON
    ) >= timedelta(hours=1.5)
    assert ending(start, LONDON, timedelta(hours=4)) == datetime(2026, 10, 25, 3, 30)
