"""Green and amber: against a second implementation, and against what may never happen."""

import json
import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bandwidth.greenzone import answer_scenario
from core.habits import Habits
from core.scheduling.availability.diary import Layer, diary
from core.scheduling.green.manager import AvailabilityManager, Player
from core.scheduling.kinds import Kind
from core.scheduling.recurrence.spans import clipped, intersection, merged
from core.scheduling.recurrence.sweep import sweep
from tests.core import oracle
from tests.core.scenarios import scenarios

MANY = int(os.environ.get("BANDWIDTH_EXAMPLES", "150"))


@settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenarios())
def test_green_zones_are_those_of_dateutil_and_a_naive_sweep(scenario):
    assert answer_scenario(json.dumps(scenario).encode()) == oracle.answer(scenario)


# A diary as a grid of minutes, and what lies uppermost in each of them.

MINUTES = 240
WINDOW = (0, MINUTES)
pairs = st.tuples(st.integers(-20, 260), st.integers(-20, 260)).map(lambda pair: (min(pair), max(pair)))
layers = st.builds(Layer, st.sampled_from(Kind), st.just(()), st.lists(pairs, max_size=4).map(tuple))
bases = st.sampled_from((Kind.FREE, Kind.BUSY))


def grid(said, base):
    minutes = [base] * MINUTES
    for layer in said:
        for start, end in layer.spans:
            for minute in range(max(start, 0), min(end, MINUTES)):
                minutes[minute] = layer.kind
    return minutes


def minutes_of(spans):
    return {minute for start, end in spans for minute in range(start, end)}


@given(st.lists(layers, max_size=6), bases)
def test_the_last_word_wins(said, base):
    found = diary(said, WINDOW, base=base)
    minutes = grid(said, base)
    for kind, spans in ((Kind.BUSY, found.busy), (Kind.MAYBE, found.maybe), (Kind.FREE, found.free)):
        assert minutes_of(spans) == {at for at, each in enumerate(minutes) if each is kind}
        assert list(spans) == merged(spans)


def test_a_free_day_never_shuts_out_the_others():
    busy = Layer(Kind.BUSY, spans=((0, 50),))
    free = Layer(Kind.FREE, spans=((10, 20),))
    assert diary([busy, free], (0, 100)).busy == ((0, 10), (20, 50))
    assert diary([free, busy], (0, 100)).busy == ((0, 50),)
    assert diary([free], (0, 100), base=Kind.BUSY).busy == ((0, 10), (20, 100))


# A band on the same grid: one cell an hour, 24 hours, playable throughout.

HOURS = 72
BAND = (0, HOURS * 3600)
ALWAYS = Habits(min_minutes=60)
hour_pairs = st.tuples(st.integers(0, HOURS), st.integers(0, HOURS)).map(lambda pair: (min(pair), max(pair)))
hour_layers = st.builds(
    Layer,
    st.sampled_from(Kind),
    st.just(()),
    st.lists(hour_pairs.map(lambda pair: (pair[0] * 3600, pair[1] * 3600)), max_size=3).map(tuple),
)
bands = st.lists(
    st.builds(
        Player,
        st.uuids().map(str),
        st.lists(hour_layers, max_size=3).map(tuple),
        st.booleans(),
        st.just(Kind.FREE),
        st.frozensets(st.sampled_from(("drums", "bass")), max_size=1),
    ),
    max_size=4,
    unique_by=lambda member: member.id,
)


def manager(members, **more):
    return AvailabilityManager(members, window=BAND, habits=ALWAYS, zone="UTC", **more)


def cells(members):
    """For each hour: who of the required is busy, and who said maybe."""
    told = {member.id: diary(member.layers, BAND) for member in members if member.required}
    busy = [set() for _ in range(HOURS)]
    maybe = [set() for _ in range(HOURS)]
    for who, each in told.items():
        for spans, into in ((each.busy, busy), (each.maybe, maybe)):
            for at in minutes_of((start // 3600, end // 3600) for start, end in spans):
                into[at].add(who)
    return busy, maybe


def runs(good, playable):
    spans = merged((at * 3600, at * 3600 + 3600) for at in range(HOURS) if good(at))
    return [span for span in intersection(spans, playable) if span[1] - span[0] >= 3600]


@given(bands)
def test_green_and_amber_are_what_the_product_says(members):
    band = manager(members)
    zones = band.zones()
    busy, maybe = cells(members)
    ids = [member.id for member in members if member.required]
    assert [(each.start, each.end) for each in zones.green] == runs(
        lambda at: not busy[at] and not maybe[at], band.playable
    )
    expected = set()
    for who in ids:
        for start, end in runs(lambda at, who=who: busy[at] | maybe[at] <= {who}, band.playable):
            if any(who in busy[at] for at in range(start // 3600, -(-end // 3600)) if at * 3600 < end):
                expected.add((start, end, who))
    for start, end in runs(lambda at: not busy[at], band.playable):
        if any(maybe[at] for at in range(start // 3600, -(-end // 3600)) if at * 3600 < end):
            expected.add((start, end, None))
    assert {(each.start, each.end, each.missing) for each in zones.amber} == expected
    assert len(zones.amber) == len(expected)
    assert list(zones.amber) == sorted(zones.amber, key=lambda one: (one.start, one.end, one.missing or ""))


@given(bands)
def test_green_never_overlaps_what_a_required_member_has_on(members):
    band = manager(members)
    for each in band.zones().green:
        window = (each.start, each.end)
        assert clipped(band.playable, window) == [window]
        assert band.blockers(window) == ()
        for member in members:
            taken = clipped(band.diaries[member.id].taken, window)
            assert not taken or not member.required


@given(bands)
def test_amber_says_who_and_when(members):
    band = manager(members)
    of = {member.id: member for member in members}
    for each in band.zones().amber:
        window = (each.start, each.end)
        blockers = {blocker.member: blocker for blocker in band.blockers(window)}
        unsure = {one.member: one.spans for one in each.maybes}
        if each.missing is None:
            assert each.blocked == ()
            assert unsure == {who: blocker.maybe for who, blocker in blockers.items()}
            wanted = frozenset().union(*(of[who].parts for who in unsure))
        else:
            assert set(blockers) == {each.missing}
            assert each.blocked == blockers[each.missing].busy
            assert unsure.get(each.missing, ()) == blockers[each.missing].maybe
            wanted = of[each.missing].parts
        assert set(each.deps) == {
            who
            for who, member in of.items()
            if not member.required and member.parts & wanted and not clipped(band.diaries[who].taken, window)
        }


@given(bands)
def test_leaving_somebody_out_only_helps(members):
    for member in members:
        others = [each for each in members if each is not member]
        with_them, without = (
            merged((each.start, each.end) for each in manager(some).zones().green)
            for some in (members, others)
        )
        assert intersection(with_them, without) == with_them


@given(bands, st.lists(hour_pairs.map(lambda pair: (pair[0] * 3600, pair[1] * 3600)), max_size=3))
def test_a_mask_narrows_the_playable_hours(members, within):
    band = manager(members, within=within)
    assert band.playable == intersection(manager(members).playable, merged(within))


def test_a_dep_with_the_part_could_stand_in():
    drummer = Player(1, (Layer(Kind.BUSY, spans=((0, 90_000),)),), parts=frozenset({"drums"}))
    sam = Player(2, required=False, parts=frozenset({"drums", "vocals"}))
    kim = Player(3, required=False, parts=frozenset({"bass"}))
    (first, *_) = manager([drummer, sam, kim]).zones().amber
    assert (first.missing, first.deps) == (1, (2,))


def test_nobody_required_means_the_whole_playable_time():
    assert [(each.start, each.end) for each in manager([]).zones().green] == manager([]).playable


def test_touching_blocks_of_different_people_leave_no_window():
    clear, alone = sweep([(0, 100)], [[(0, 50)], [(50, 100)]])
    assert clear == []
    assert alone == [(0, 50, 0, ((0, 50),)), (50, 100, 1, ((50, 100),))]
