"""The contract of core.marketplace.matching.store.Matches."""

from datetime import timedelta

import pytest

from core.marketplace.matching.store import NewMatch
from core.unit import ReadOnlyUnit
from tests.storage.makings import NOW, band, night, person, venue

HOUR = timedelta(hours=1)
EVER = NOW - timedelta(days=99)


@pytest.fixture
async def scene(units):
    """Three nights at one venue, the Foxes and the Owls."""
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        place = await venue(unit, "The Lexington", ann)
        nights = [(await night(unit, place, ann)).id for _ in range(3)]
        return nights, await band(unit, "Foxes", ann), await band(unit, "Owls", ann)


async def test_bands_that_were_told_are_known_by_night(units, scene):
    (one, two, three), foxes, owls = scene
    async with units.write() as unit:
        matches = [NewMatch(one, foxes, NOW, alone=True), NewMatch(two, owls, NOW, alone=False)]
        await unit.matches.add(matches)
        await unit.matches.add([])
    async with units.read() as unit:
        of_events = unit.matches.of_events
        assert await of_events([one, two, three], [foxes, owls]) == {(one, foxes), (two, owls)}
        assert await of_events([one, two], [foxes]) == {(one, foxes)}
        assert await of_events([three], [foxes, owls]) == set()
        assert await of_events([], [foxes]) == set()
        assert await of_events([one], []) == set()


async def test_a_band_is_told_of_a_night_once_and_the_first_time_counts(units, scene):
    (one, two, _), foxes, _ = scene
    async with units.write() as unit:
        await unit.matches.add([NewMatch(one, foxes, NOW, alone=False)])
        again = [NewMatch(one, foxes, NOW + HOUR, alone=True), NewMatch(two, foxes, NOW + HOUR, alone=True)]
        await unit.matches.add(again)
        assert await unit.matches.waiting(foxes, EVER) == [one]
        assert await unit.matches.told_since({foxes: NOW}) == {foxes: 1}


async def test_single_messages_are_counted_since_an_instant(units, scene):
    (one, two, three), foxes, owls = scene
    async with units.write() as unit:
        await unit.matches.add(
            [
                NewMatch(one, foxes, NOW - HOUR, alone=True),
                NewMatch(two, foxes, NOW, alone=True),
                NewMatch(three, foxes, NOW, alone=False),
                NewMatch(one, owls, NOW - HOUR, alone=True),
            ]
        )
    async with units.read() as unit:
        told = unit.matches.told_since
        assert await told({foxes: NOW - HOUR, owls: NOW - HOUR}) == {foxes: 2, owls: 1}
        assert await told({foxes: NOW, owls: NOW}) == {foxes: 1}
        assert await told({foxes: NOW, owls: NOW - HOUR}) == {foxes: 1, owls: 1}
        assert await told({owls: NOW - HOUR}) == {owls: 1}
        assert await told({foxes: NOW + HOUR}) == {}
        assert await told({}) == {}


async def test_a_digest_has_the_nights_that_were_not_told_alone_since_then(units, scene):
    (one, two, three), foxes, owls = scene
    async with units.write() as unit:
        await unit.matches.add(
            [
                NewMatch(two, foxes, NOW, alone=False),
                NewMatch(one, foxes, NOW - HOUR, alone=False),
                NewMatch(three, foxes, NOW, alone=True),
                NewMatch(one, owls, NOW, alone=False),
            ]
        )
        assert await unit.matches.waiting(foxes, EVER) == [one, two]
        assert await unit.matches.waiting(foxes, NOW) == [two]
        assert await unit.matches.waiting(foxes, NOW + HOUR) == []
        await unit.matches.set_aside(two, foxes, at=NOW)
        assert await unit.matches.waiting(foxes, EVER) == [one]
        assert await unit.matches.waiting(owls, EVER) == [one]


async def test_a_night_is_set_aside_by_one_band_whether_or_not_it_was_told(units, scene):
    (one, two, three), foxes, owls = scene
    async with units.write() as unit:
        told = [NewMatch(one, each, NOW, alone=True) for each in (foxes, owls)]
        await unit.matches.add(told)
        await unit.matches.set_aside(one, foxes, at=NOW + HOUR)
        await unit.matches.set_aside(two, foxes, at=NOW + HOUR)
        await unit.matches.set_aside(two, foxes, at=NOW + 2 * HOUR)
    async with units.read() as unit:
        aside = unit.matches.is_set_aside
        assert [await aside(each, foxes) for each in (one, two, three)] == [True, True, False]
        assert not await aside(one, owls)
        assert await unit.matches.aside_of(foxes) == {one, two}
        assert await unit.matches.aside_of(owls) == set()
        # It still counts among the messages of its day, and is never told again.
        assert await unit.matches.told_since({foxes: NOW}) == {foxes: 1}
        assert await unit.matches.of_events([one, two, three], [foxes]) == {(one, foxes), (two, foxes)}


async def test_a_night_that_was_set_aside_is_not_told_by_a_search_that_comes_later(units, scene):
    (one, _, _), foxes, _ = scene
    async with units.write() as unit:
        await unit.matches.set_aside(one, foxes, at=NOW)
        await unit.matches.add([NewMatch(one, foxes, NOW + HOUR, alone=True)])
        assert await unit.matches.is_set_aside(one, foxes)
        assert await unit.matches.told_since({foxes: NOW}) == {}
        assert await unit.matches.waiting(foxes, EVER) == []


async def test_matches_are_changed_in_writing_units_only(units, scene):
    (one, _, _), foxes, _ = scene
    async with units.read() as unit:
        with pytest.raises(ReadOnlyUnit):
            await unit.matches.add([NewMatch(one, foxes, NOW, alone=True)])
        with pytest.raises(ReadOnlyUnit):
            await unit.matches.set_aside(one, foxes, at=NOW)
