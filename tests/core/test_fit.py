"""How well a night fits a band: its music, its room, its fee, the way there, and its players' time."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.bands import Band
from core.bands.wishes import GigWishes, Position
from core.habits import Habits, PlayableHours
from core.marketplace.events import Event, EventState, Slot, Terms
from core.marketplace.events.times import slot_times
from core.marketplace.matching.fit import Grade, LineUpTime, distance, fit, guaranteed, named_genres, suits
from core.marketplace.matching.genres import shared_genres
from core.marketplace.posts.values import Fee, FeeShape, Per, Point, PointOfDay, SlotKind
from core.marketplace.venues import Venue, VenueProfile
from core.money import Money
from core.scheduling import cities
from core.scheduling.availability.diary import Layer, diary
from core.scheduling.green.manager import Player
from core.scheduling.kinds import CommitmentKind, Kind
from core.scheduling.recurrence.rules import Rule
from core.scheduling.recurrence.spans import meets

LONDON = "Europe/London"
FRIDAY = date(2026, 12, 11)
FOXES = Band(1, "The Foxes", "Leeds", LONDON, ("indie rock", "post-punk"))
YORK = Venue(1, VenueProfile("The Crescent", "York", LONDON))
"""35 km from Leeds."""
HOUR = 3600
BEGINS = int(datetime(2026, 12, 11, 19, 30, tzinfo=UTC).timestamp())
ENDS = BEGINS + 3 * HOUR + HOUR // 2
EVENING = (PointOfDay(Point.DOORS, time(19, 30)), PointOfDay(Point.CURFEW, time(23)))
AT_EIGHT = Rule(datetime(2026, 12, 11, 20), LONDON, timedelta(hours=1))
ANN, BOB, CY, DEE = (Player(n, parts=frozenset({part})) for n, part in enumerate("vbdd", 1))
TRIO = (ANN, BOB, CY)


def wishing(**wishes):
    return replace(FOXES, wishes=GigWishes(**wishes))


def a_night(*kinds, zone=LONDON, points=EVENING, fees=(), **terms):
    slots = tuple(
        Slot(n, kind, fee=dict(enumerate(fees, 1)).get(n), id=n)
        for n, kind in enumerate(kinds or (SlotKind.ANY,), 1)
    )
    return Event(
        5, FRIDAY, zone, EventState.PUBLISHED, Terms(points=points, **terms), 1, datetime(2026, 11, 1, tzinfo=UTC),
        id=9, post=9, slots=slots,
    )  # fmt: skip


def time_of(*players, **more):
    return LineUpTime((), players or TRIO, **more)


def saying(player, kind, *spans):
    """The player with a layer on top."""
    return replace(player, layers=(*player.layers, Layer(kind, spans=spans)))


BUSY_AN_HOUR = (BEGINS + HOUR, BEGINS + 2 * HOUR)


# The players' time


def test_a_night_on_which_all_can_is_green():
    found = fit(FOXES, a_night(), YORK, time_of())
    assert (found.grade, found.players, found.kilometres) == (Grade.GREEN, 3, 35)
    assert (found.missing, found.maybes, found.deps, found.outside_hours) == (None, (), (), False)


@pytest.mark.parametrize(
    "layer",
    [
        Layer(Kind.BUSY, spans=(BUSY_AN_HOUR,)),
        Layer(Kind.BUSY, rules=(AT_EIGHT,)),
        Layer(Kind.BUSY, spans=((BEGINS - HOUR, BEGINS + 1),)),
        Layer(Kind.BUSY, spans=((ENDS - 1, ENDS + HOUR),)),
        Layer(Kind.BUSY, spans=((0, 2 * ENDS),)),
    ],
)
def test_a_night_on_which_one_is_busy_is_amber_and_says_who(layer):
    found = fit(FOXES, a_night(), YORK, time_of(ANN, replace(BOB, layers=(layer,)), CY))
    assert (found.grade, found.missing, found.maybes) == (Grade.AMBER, BOB.id, ())


@pytest.mark.parametrize("span", [(BEGINS - HOUR, BEGINS), (ENDS, ENDS + HOUR)])
def test_time_that_only_touches_the_night_does_not_matter(span):
    found = fit(FOXES, a_night(), YORK, time_of(saying(ANN, Kind.BUSY, span), BOB, CY))
    assert found.grade is Grade.GREEN


def test_a_night_on_which_two_are_busy_does_not_fit():
    busy = [saying(each, Kind.BUSY, BUSY_AN_HOUR) for each in (ANN, BOB)]
    assert fit(FOXES, a_night(), YORK, time_of(*busy, CY)) is None


def test_a_night_that_hangs_on_maybes_is_amber_and_says_whose():
    unsure = [saying(each, Kind.MAYBE, BUSY_AN_HOUR) for each in (ANN, CY)]
    found = fit(FOXES, a_night(), YORK, time_of(unsure[0], BOB, unsure[1]))
    assert (found.grade, found.missing, found.maybes) == (Grade.AMBER, None, (ANN.id, CY.id))


def test_a_night_with_one_busy_and_another_unsure_does_not_fit():
    line_up = saying(ANN, Kind.BUSY, BUSY_AN_HOUR), saying(BOB, Kind.MAYBE, BUSY_AN_HOUR), CY
    assert fit(FOXES, a_night(), YORK, time_of(*line_up)) is None


def test_somebody_who_is_busy_for_one_part_of_it_and_unsure_for_another_is_busy():
    both = saying(saying(ANN, Kind.BUSY, BUSY_AN_HOUR), Kind.MAYBE, (BEGINS, BEGINS + HOUR))
    found = fit(FOXES, a_night(), YORK, time_of(both, BOB, CY))
    assert (found.missing, found.maybes) == (ANN.id, ())


def test_the_last_word_of_a_player_counts():
    freed = saying(saying(ANN, Kind.BUSY, (0, 2 * ENDS)), Kind.FREE, (BEGINS, ENDS))
    assert fit(FOXES, a_night(), YORK, time_of(freed, BOB, CY)).grade is Grade.GREEN
    only_when_said = replace(BOB, base=Kind.BUSY)
    assert fit(FOXES, a_night(), YORK, time_of(ANN, only_when_said, CY)).missing == BOB.id
    said = saying(only_when_said, Kind.FREE, (BEGINS, ENDS))
    assert fit(FOXES, a_night(), YORK, time_of(ANN, said, CY)).grade is Grade.GREEN


def test_players_who_are_not_needed_stand_in_nobody_s_way():
    optional = replace(saying(DEE, Kind.BUSY, (0, 2 * ENDS)), required=False)
    found = fit(FOXES, a_night(), YORK, time_of(*TRIO, optional))
    assert (found.grade, found.players) == (Grade.GREEN, 3)


def test_a_band_that_needs_nobody_fits_nowhere():
    assert fit(FOXES, a_night(), YORK, time_of(*(replace(each, required=False) for each in TRIO))) is None
    assert fit(FOXES, a_night(), YORK, LineUpTime((), ())) is None


@pytest.mark.parametrize("kind", [Kind.BUSY, Kind.MAYBE])
def test_stand_ins_for_the_part_are_named_if_they_are_free_themselves(kind):
    drummer = saying(CY, kind, BUSY_AN_HOUR)
    dep = replace(DEE, required=False)
    others = (
        saying(replace(dep, id=5), Kind.BUSY, BUSY_AN_HOUR),
        saying(replace(dep, id=6), Kind.MAYBE, BUSY_AN_HOUR),
        replace(dep, id=7, parts=frozenset({"v"})),
        replace(dep, id=8, parts=frozenset()),
        replace(dep, id=9, parts=frozenset({"v", "d"})),
    )
    found = fit(FOXES, a_night(), YORK, time_of(ANN, BOB, drummer, dep, *others))
    assert (found.grade, found.deps) == (Grade.AMBER, (DEE.id, 9))
    assert fit(FOXES, a_night(), YORK, time_of(*TRIO, dep)).deps == ()


def test_somebody_who_has_said_yes_to_that_night_is_free_for_it():
    busy = saying(ANN, Kind.BUSY, BUSY_AN_HOUR)
    event = a_night()
    yes = {event.id: frozenset({ANN.id})}
    assert fit(FOXES, event, YORK, time_of(busy, BOB, CY, yes=yes)).grade is Grade.GREEN
    other = {event.id + 1: frozenset({ANN.id})}
    assert fit(FOXES, event, YORK, time_of(busy, BOB, CY, yes=other)).missing == ANN.id


def test_a_yes_does_not_stand_against_what_another_band_has_confirmed_since():
    busy = saying(ANN, Kind.BUSY, BUSY_AN_HOUR)
    event = a_night()
    yes = {event.id: frozenset({ANN.id})}
    at_that_time, later = {ANN.id: [BUSY_AN_HOUR]}, {ANN.id: [(ENDS, ENDS + HOUR)]}
    taken = fit(FOXES, event, YORK, time_of(busy, BOB, CY, yes=yes, elsewhere=at_that_time))
    assert (taken.grade, taken.missing) == (Grade.AMBER, ANN.id)
    assert fit(FOXES, event, YORK, time_of(busy, BOB, CY, yes=yes, elsewhere=later)).grade is Grade.GREEN


# The band's own gigs and hours


@pytest.mark.parametrize(
    ("span", "fits"),
    [
        ((BEGINS + HOUR, BEGINS + 2 * HOUR), False),
        ((BEGINS - 9 * HOUR, BEGINS - 8 * HOUR + 1), False),
        ((BEGINS - 9 * HOUR, BEGINS - 8 * HOUR), True),
        ((ENDS + 8 * HOUR - 1, ENDS + 9 * HOUR), False),
        ((ENDS + 8 * HOUR, ENDS + 9 * HOUR), True),
    ],
)
def test_a_band_with_a_gig_that_night_is_not_asked_about_another(span, fits):
    own = ((span, CommitmentKind.GIG),)
    assert (fit(FOXES, a_night(), YORK, time_of(own=own)) is not None) is fits


@pytest.mark.parametrize(
    ("span", "fits"),
    [((BEGINS, ENDS), False), ((BEGINS - 2 * HOUR, BEGINS), True), ((ENDS, ENDS + HOUR), True)],
)
def test_a_rehearsal_stands_in_the_way_only_at_that_time(span, fits):
    own = ((span, CommitmentKind.REHEARSAL),)
    assert (fit(FOXES, a_night(), YORK, time_of(own=own)) is not None) is fits


def points(doors, curfew, *more):
    return (PointOfDay(Point.DOORS, doors), PointOfDay(Point.CURFEW, curfew), *more)


@pytest.mark.parametrize(
    ("said", "outside"),
    [
        (points(time(19), time(23, 30)), False),
        (points(time(19), time(0)), False),
        (points(time(19), time(0, 1)), True),
        (points(time(17, 30), time(23)), False),
        (points(time(17, 29), time(23)), True),
        (points(time(19), time(23), PointOfDay(Point.LOAD_IN, time(12))), False),
        (points(time(23), time(3)), True),
    ],
)
def test_a_night_outside_the_band_s_hours_is_amber_but_for_half_an_hour_and_loading_in(said, outside):
    found = fit(FOXES, a_night(points=said), YORK, time_of())
    assert found.outside_hours is outside
    assert found.grade is (Grade.AMBER if outside else Grade.GREEN)


def test_the_band_s_hours_are_wall_time_where_it_lives():
    late = replace(FOXES, habits=Habits(playable=(PlayableHours(frozenset({4}), time(19), time(23)),)))
    assert not fit(late, a_night(), YORK, time_of()).outside_hours
    abroad = replace(late, zone="Europe/Berlin")
    assert fit(abroad, a_night(), YORK, time_of()).outside_hours


# What a band looks for


@pytest.mark.parametrize(
    ("kind", "positions"),
    [
        (SlotKind.HEADLINER, {Position.HEADLINER}),
        (SlotKind.MAIN_SUPPORT, {Position.SUPPORT}),
        (SlotKind.SUPPORT, {Position.SUPPORT, Position.OPENER}),
        (SlotKind.OPENER, {Position.OPENER}),
        (SlotKind.ANY, {*Position}),
    ],
)
def test_a_band_takes_the_sorts_of_slots_that_it_wants(kind, positions):
    for position in Position:
        found = suits(wishing(positions=(position,)), a_night(kind), YORK)
        assert (found is not None) is (position in positions), position
    assert suits(wishing(positions=()), a_night(kind), YORK) is None


def test_only_open_slots_count_and_each_sort_is_named_once():
    event = a_night(SlotKind.HEADLINER, SlotKind.SUPPORT, SlotKind.SUPPORT)
    assert suits(FOXES, event, YORK)[0] == (SlotKind.HEADLINER, SlotKind.SUPPORT)
    filled = replace(event, slots=(replace(event.slots[0], band=7), *event.slots[1:]))
    assert suits(FOXES, filled, YORK)[0] == (SlotKind.SUPPORT,)
    full = replace(event, slots=tuple(replace(each, taken=True) for each in event.slots))
    assert suits(FOXES, full, YORK) is None


def pounds(minor):
    return Money(minor, "GBP")


@pytest.mark.parametrize(
    ("fee", "fits"),
    [
        (Fee(), True),
        (Fee(FeeShape.GUARANTEE, pounds(15000)), True),
        (Fee(FeeShape.GUARANTEE, pounds(14999)), False),
        (Fee(FeeShape.VERSUS, pounds(10000), share=70), False),
        (Fee(FeeShape.GUARANTEE, Money(1, "EUR")), True),
        (Fee(FeeShape.DOOR_SPLIT, share=70), True),
        (Fee(FeeShape.UNPAID), False),
        (Fee(FeeShape.HIRE, hire=pounds(5000)), False),
        (Fee(FeeShape.IN_KIND), False),
        (Fee(FeeShape.EXPENSES), False),
        (Fee(FeeShape.TIPS), False),
        (Fee(FeeShape.OWN_TICKETS, own_share=50), False),
    ],
)
def test_a_band_with_a_least_fee_is_not_told_of_what_is_certainly_less(fee, fits):
    band = wishing(least_fee=pounds(15000))
    assert (suits(band, a_night(fee=fee), YORK) is not None) is fits
    assert suits(FOXES, a_night(fee=fee), YORK) is not None
    assert suits(wishing(least_fee=pounds(0)), a_night(fee=fee), YORK) is not None


def test_one_slot_that_pays_enough_is_enough():
    band = wishing(least_fee=pounds(15000))
    support = SlotKind.SUPPORT
    fees = (pounds(10000), pounds(15000))
    assert suits(band, a_night(support, support, fees=fees), YORK) is not None
    assert suits(band, a_night(support, support, fees=fees[:1] * 2), YORK) is None
    mixed = suits(band, a_night(SlotKind.HEADLINER, support, fees=fees[::-1]), YORK)
    assert mixed[0] == (SlotKind.HEADLINER,)


def test_a_sum_for_all_is_shared_and_a_slot_s_own_fee_comes_first():
    fee = Fee(FeeShape.GUARANTEE, pounds(30000), per=Per.IN_ALL)
    event = a_night(*(SlotKind.ANY,) * 3, fees=(pounds(500),), fee=fee)
    assert [guaranteed(event, each) for each in event.slots] == [pounds(500), pounds(10000), pounds(10000)]
    each = replace(event, terms=Terms(fee=replace(fee, per=Per.EACH)))
    assert guaranteed(each, each.slots[1]) == pounds(30000)
    alone = a_night(fee=fee)
    assert guaranteed(alone, alone.slots[0]) == pounds(30000)
    assert guaranteed(a_night(), a_night().slots[0]) is None


@pytest.mark.parametrize(
    ("least", "most", "room", "fits"),
    [
        (None, None, 20000, True),
        (100, None, 100, True),
        (100, None, 99, False),
        (None, 300, 300, True),
        (None, 300, 301, False),
        (100, 300, None, True),
        (100, 300, 200, True),
    ],
)
def test_a_room_is_as_large_as_the_band_wants_it(least, most, room, fits):
    band = wishing(least_room=least, most_room=most)
    assert (suits(band, a_night(capacity=room), YORK) is not None) is fits


# The way there


def test_a_band_plays_within_its_radius():
    assert suits(wishing(radius_km=35), a_night(), YORK)[1] == 35
    assert suits(wishing(radius_km=34), a_night(), YORK) is None
    london = Venue(1, VenueProfile("The Lexington", "London", LONDON))
    assert suits(FOXES, a_night(), london) is None
    assert suits(wishing(radius_km=300), a_night(), london)[1] == distance(FOXES, london) == 272


def test_where_a_city_is_not_known_nothing_is_near():
    assert suits(replace(FOXES, city=None), a_night(), YORK) is None
    assert suits(replace(FOXES, city="Nowhere on Earth"), a_night(), YORK) is None
    assert suits(FOXES, a_night(), Venue(1, VenueProfile("A", "Nowhere on Earth", LONDON))) is None


def test_a_band_may_look_around_another_city_even_one_that_is_called_like_one_at_home():
    there = Venue(1, VenueProfile("Saturn", "Birmingham", "America/Chicago"))
    alabama = cities.named("Birmingham", "America/Chicago")
    assert (alabama.country, cities.named("Birmingham", LONDON).country) == ("US", "GB")
    event = a_night(zone="America/Chicago")
    assert suits(FOXES, event, there, near=alabama)[1] == 0
    assert suits(FOXES, event, there, near=cities.named("Birmingham", LONDON)) is None
    late = replace(FOXES, habits=Habits(playable=(PlayableHours(frozenset(range(7)), time(0), time(0)),)))
    assert fit(late, event, there, time_of(), near=alabama).grade is Grade.GREEN
    assert suits(replace(FOXES, city=None), event, there, near=alabama) is not None


# Music


@pytest.mark.parametrize(
    ("wanted", "played", "together"),
    [
        ("indie", "indie rock", True),
        ("Indie", "INDIE", True),
        ("post-punk", "punk", True),
        ("hip-hop", "hiphop", True),
        ("hip hop", "Hip-Hop", True),
        ("rnb", "R&B", True),
        ("americana", "country", True),
        ("singer-songwriter", "acoustic folk", True),
        ("alt rock", "alternative", True),
        ("shoegazer", "shoegaze", True),
        ("hard rock", "hard house", False),
        ("new wave", "new metal", False),
        ("post-rock", "post-punk", False),
        ("jazz", "metal", False),
        ("!!!", "???", False),
        ("new", "new", True),
    ],
)
def test_genres_go_together_by_words_that_say_something(wanted, played, together):
    assert shared_genres([wanted], [played]) == ((wanted,) if together else ())
    assert bool(shared_genres([played], [wanted])) is together


def test_a_night_with_other_music_does_not_suit_unless_anything_goes():
    assert suits(FOXES, a_night(genres=("jazz",)), YORK) is None
    assert suits(FOXES, a_night(genres=("jazz",), any_genre=True), YORK) is not None
    assert suits(replace(FOXES, genres=()), a_night(genres=("jazz",)), YORK) is not None
    found = fit(FOXES, a_night(genres=("jazz", "indie", "punk")), YORK, time_of())
    assert found.genres == ("indie", "punk")


def test_a_night_that_names_no_music_wants_what_its_venue_wants():
    jazz = replace(YORK, profile=replace(YORK.profile, genres=("jazz", "punk")))
    assert named_genres(a_night(), jazz) == ("jazz", "punk")
    assert fit(FOXES, a_night(), jazz, time_of()).genres == ("punk",)
    only_jazz = replace(YORK, profile=replace(YORK.profile, genres=("jazz",)))
    assert suits(FOXES, a_night(), only_jazz) is None
    assert suits(FOXES, a_night(genres=("indie",)), only_jazz) is not None
    assert fit(FOXES, a_night(), YORK, time_of()).genres == ()


# Green is never a lie

BEFORE, AFTER = BEGINS - 24 * HOUR, ENDS + 24 * HOUR
SPANS = st.tuples(st.integers(BEFORE, AFTER), st.integers(0, 8 * HOUR)).map(lambda each: (each[0], sum(each)))
RULES = st.builds(
    Rule,
    st.datetimes(datetime(2026, 12, 10), datetime(2026, 12, 13)).map(
        lambda each: each.replace(microsecond=0)
    ),
    st.sampled_from([LONDON, "America/New_York"]),
    st.integers(1, 600).map(lambda minutes: timedelta(minutes=minutes)),
)
LAYERS = st.builds(
    Layer,
    st.sampled_from(Kind),
    st.lists(RULES, max_size=2).map(tuple),
    st.lists(SPANS, max_size=2).map(tuple),
)
PLAYERS = st.lists(
    st.builds(
        Player,
        st.just(0),
        st.lists(LAYERS, max_size=3).map(tuple),
        st.booleans(),
        st.sampled_from([Kind.FREE, Kind.FREE, Kind.BUSY]),
        st.sets(st.sampled_from("vbd")).map(frozenset),
    ),
    max_size=4,
).map(lambda players: tuple(replace(each, id=n) for n, each in enumerate(players, 1)))
SAID = st.lists(
    st.builds(PointOfDay, st.sampled_from(Point), st.times().map(lambda each: each.replace(microsecond=0, fold=0))),
    max_size=4,
).map(tuple)  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PLAYERS, SAID, st.integers(1, 2))
def test_a_green_night_is_over_nobody_s_busy_time_who_is_needed(players, said, slots):
    event = a_night(*(SlotKind.ANY,) * slots, points=said)
    found = fit(FOXES, event, YORK, time_of(*players) if players else LineUpTime((), ()))
    if found is None:
        return
    times = slot_times(event, event.slots[0])
    low, high = times.span
    wide = (low - 24 * HOUR, high + 24 * HOUR)
    taken = {each.id: diary(each.layers, wide, base=each.base) for each in players}
    needed = [each.id for each in players if each.required]
    busy = [each for each in needed if meets(taken[each].busy, (low, high))]
    unsure = [each for each in needed if each not in busy and meets(taken[each].maybe, (low, high))]
    assert needed
    assert ([found.missing] if found.missing else []) == busy
    assert list(found.maybes) == unsure
    assert not (busy and unsure)
    if found.grade is Grade.GREEN:
        assert not busy
        assert not unsure
        assert not found.outside_hours
    for dep in found.deps:
        assert not meets(taken[dep].taken, (low, high))
        assert dep not in needed
