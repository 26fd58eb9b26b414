"""Zones that are kept for whole days, and cut at the present, are those of the present."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from core.habits import Habits, PlayableHours
from core.scheduling.availability.diary import Layer
from core.scheduling.green.cache import _zones, days_from, from_now_on
from core.scheduling.green.manager import Player
from core.scheduling.kinds import Kind
from core.scheduling.phrases.day_ranges import days_between
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule

ZONE = "Europe/London"
ALWAYS = PlayableHours(frozenset(range(7)), time(0), time(0))
HOURS = (
    Habits().playable,
    (ALWAYS,),
    (PlayableHours(frozenset({4, 5}), time(18), time(3)),),
    (PlayableHours(frozenset({3, 4, 5, 6}), time(0), time(0)),),
)


@st.composite
def members(draw):
    found = []
    for number in range(draw(st.integers(1, 4))):
        layers = []
        for _ in range(draw(st.integers(0, 4))):
            start = datetime(2026, 10, 20) + timedelta(hours=draw(st.integers(0, 24 * 10)))
            rule = Rule(
                start,
                ZONE,
                timedelta(hours=draw(st.integers(1, 30))),
                repeat=draw(st.sampled_from([None, Repeat(Frequency.DAILY), Repeat(Frequency.WEEKLY)])),
            )
            layers.append(Layer(draw(st.sampled_from(list(Kind))), (rule,)))
        found.append(Player(number, tuple(layers), required=draw(st.booleans())))
    return tuple(found)


@settings(max_examples=150, deadline=None)
@given(members(), st.integers(0, 10 * 24 * 60), st.sampled_from([30, 120, 300]), st.sampled_from(HOURS))
def test_what_is_left_now_is_what_would_be_worked_out_now(band, minutes, shortest, hours):
    habits = Habits(playable=hours, min_minutes=shortest)
    now = datetime(2026, 10, 21, tzinfo=UTC) + timedelta(minutes=minutes)
    days = days_between(date(2026, 10, 22), date(2026, 10, 29))
    clear, nearly = from_now_on(band, habits, ZONE, days, now)
    direct = _zones.__wrapped__(band, habits.playable, shortest, ZONE, days_from(days, ZONE, now))
    assert (tuple(clear), tuple(nearly)) == (tuple(direct[0]), tuple(direct[1]))
