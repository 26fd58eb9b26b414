"""What must hold whatever people have said, wherever they live: asked of the whole program on a database."""

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.moments import exact_seconds, to_exact
from core.scheduling.kinds import Kind
from core.scheduling.recurrence.expansion import occurrences
from core.scheduling.recurrence.spans import meets, merged
from tests.fakes.scenes import played

ZONES = ("London", "New York", "Kolkata", "Auckland", "St. John's", "Santiago")
SAID = (
    "/busy every Tuesday evening",
    "/busy every other Friday from 18:00 to 23:00",
    "/busy weekends",
    "/busy 3-9 March",
    "/busy Sat 27 March from 14:00 to 02:00",
    "/busy weekdays from 9:00 to 19:30",
    "/maybe Saturdays in March",
    "/maybe 24-30 March",
    "/free Sat 13 March",
    "/free 20-21 March",
    "/free Tuesdays in March from 20:00",
)
BEGINNINGS = (
    datetime(2027, 2, 22, 12, tzinfo=UTC),
    datetime(2027, 3, 13, 23, 30, tzinfo=UTC),
    datetime(2027, 3, 26, 9, tzinfo=UTC),
)
people = st.lists(
    st.tuples(st.sampled_from(ZONES), st.lists(st.sampled_from(SAID), max_size=4)), min_size=2, max_size=5
)
slowly = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


async def band_of(stage, cast):
    """A band whose members live there and say that; the first is its owner."""
    code = None
    for number, (zone, said) in enumerate(cast):
        name = f"P{number}"
        await stage.says(name, f"/timezone {zone}")
        if code is None:
            await stage.says(name, "/band create The Foxes city: Leeds")
            code = (await stage.says(name, "/band invite")).result.invited.code
        else:
            await stage.says(name, f"/join {code}")
        for words in said:
            await stage.says(name, words)


@slowly
@given(people, st.sampled_from(BEGINNINGS))
def test_green_never_overlaps_what_a_required_member_is_busy_with_in_any_zone(template_db, cast, now):
    async def scene(stage, clock, units):
        clock.at = now
        await band_of(stage, cast)
        answer = await stage.says("P0", "/green March")
        async with units.read() as unit:
            members = await unit.bands.members(answer.result.band.id)
            said = await unit.diaries.of([member.person for member in members])
        window = exact_seconds(now), exact_seconds(now + timedelta(days=60))
        for night in answer.result.zones.stretches:
            start, end = (exact_seconds(to_exact(at, "Europe/London")) for at in (night.start, night.end))
            assert start >= exact_seconds(now)
            assert end - start >= answer.result.zones.minutes * 60
            for rules in said.values():
                for number, each in enumerate(rules):
                    if each.kind is Kind.FREE:
                        continue
                    freed = [o for later in rules[number:] if later.kind is Kind.FREE
                             for o in occurrences(later.rule, window)]  # fmt: skip
                    for begins, ends in occurrences(each.rule, window):
                        if meets([(begins, ends)], (start, end)):
                            both = max(begins, start), min(ends, end)
                            assert any(a <= both[0] and both[1] <= b for a, b in merged(freed)), (each, night)

    played(template_db, scene)


@slowly
@given(people, st.integers(0, 4), st.sampled_from(BEGINNINGS))
def test_what_if_equals_removing_the_member(template_db, cast, who, now):
    who = 1 + who % (len(cast) - 1)

    async def scene(stage, clock, units):
        clock.at = now
        await band_of(stage, cast)
        what_if = await stage.says("P0", f"/green March without: P{who}")
        await stage.says(f"P{who}", "/band leave")
        removed = await stage.says("P0", "/green March")
        assert list(what_if.result.zones.stretches) == list(removed.result.zones.stretches)
        assert list(what_if.result.zones.near_misses) == list(removed.result.zones.near_misses)
        assert what_if.result.zones.freshness == removed.result.zones.freshness

    played(template_db, scene)


@slowly
@given(people, st.sampled_from(BEGINNINGS))
def test_why_agrees_with_green_on_every_day(template_db, cast, now):
    async def scene(stage, clock, units):
        clock.at = now
        await band_of(stage, cast)
        green = await stage.says("P0", "/green March")
        stretches = {night.start.date() for night in green.result.zones.stretches}
        near_misses = {near.stretch.start.date() for near in green.result.zones.near_misses}
        for number in range(20, 32):
            day = datetime(2027, 3, number).date()
            shown = (await stage.says("P0", f"/why {number} March 2027")).result
            why = getattr(shown, "explanation", None)
            if why is None or why.day != day:
                continue
            assert (why.state.value == "green") == (day in stretches), day
            if why.state.value == "amber":
                assert day in near_misses, day

    played(template_db, scene)
