"""The contract of core.scheduling.availability.ports.Diaries."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.scheduling.availability.ports import Availability
from core.scheduling.phrases.understanding import Kind
from core.scheduling.recurrence.rules import Frequency, Repeat, Rule, WeekdayNumber
from tests.storage.makings import NOW, person

TUESDAYS = Rule(
    datetime(2026, 11, 24, 18),
    "Europe/London",
    timedelta(hours=5),
    repeat=Repeat(Frequency.WEEKLY, by_day=(WeekdayNumber(1),)),
)
RULES = [
    TUESDAYS,
    Rule(datetime(2026, 12, 24), "Europe/London", timedelta(days=3), all_day=True),
    Rule(datetime(2026, 12, 1), "UTC", None, all_day=True),
    Rule(datetime(2026, 12, 1, 9, 30), "America/New_York", timedelta(0), timedelta(hours=5, minutes=15)),
    Rule(
        datetime(2026, 1, 5, 20),
        "Asia/Kathmandu",
        timedelta(minutes=90),
        repeat=Repeat(
            Frequency.MONTHLY,
            interval=2,
            until=datetime(2027, 1, 1, tzinfo=UTC),
            by_day=(WeekdayNumber(0, 1), WeekdayNumber(4, -1)),
            week_start=6,
        ),
        exceptions=(datetime(2026, 3, 2, 20), datetime(2026, 5, 4, 20)),
    ),
    Rule(
        datetime(2026, 1, 1),
        "UTC",
        timedelta(1),
        all_day=True,
        repeat=Repeat(Frequency.YEARLY, until=date(2030, 1, 1)),
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=range(len(RULES)))
async def test_a_rule_comes_back_as_it_was_said(units, rule):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        made = await unit.diaries.add(ann.id, Kind.MAYBE, rule, words="maybe – later", at=NOW)
    async with units.read() as unit:
        expected = Availability(made, ann.id, Kind.MAYBE, rule, "maybe – later", NOW)
        assert await unit.diaries.of([ann.id]) == {ann.id: [expected]}
        assert await unit.diaries.some([made]) == [expected]


async def test_ids_rise_and_are_not_reused(units, engine):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        said = [await unit.diaries.add(ann.id, Kind.BUSY, rule, words="", at=NOW) for rule in RULES]
        assert said == sorted(set(said))
    async with engine.begin() as connection:
        await connection.exec_driver_sql("DELETE FROM availability")
    async with units.write() as unit:
        assert await unit.diaries.add(ann.id, Kind.BUSY, TUESDAYS, words="", at=NOW) > said[-1]


async def test_removed_rules_stay_as_rows_and_come_back_in_their_places(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        first, second, third = [
            await unit.diaries.add(ann.id, Kind.BUSY, rule, words="", at=NOW) for rule in RULES[:3]
        ]
        await unit.diaries.remove([first, second], at=NOW)
        assert [each.id for each in (await unit.diaries.of([ann.id]))[ann.id]] == [third]
        assert [each.id for each in await unit.diaries.some([third, first])] == [first, third]
        assert await unit.diaries.standing([first, second, third]) == {third}
        await unit.diaries.restore([first])
        assert [each.id for each in (await unit.diaries.of([ann.id]))[ann.id]] == [first, third]


async def test_each_person_has_a_diary_even_an_empty_one(units):
    async with units.write() as unit:
        ann, bob = await person(unit, "Ann"), await person(unit, "Bob")
        mine = await unit.diaries.add(ann.id, Kind.FREE, TUESDAYS, words="", at=NOW)
        diaries = await unit.diaries.of([bob.id, ann.id])
        assert {who: [each.id for each in diary] for who, diary in diaries.items()} == {
            bob.id: [],
            ann.id: [mine],
        }


async def test_zones_change_and_wall_times_do_not(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        first, second, third = [
            await unit.diaries.add(ann.id, Kind.BUSY, TUESDAYS, words="", at=NOW) for _ in range(3)
        ]
        await unit.diaries.set_zones({first: "Europe/Berlin", second: "Asia/Tokyo", third: "Europe/Berlin"})
        rules = [each.rule for each in await unit.diaries.some([first, second, third])]
    assert [rule.zone for rule in rules] == ["Europe/Berlin", "Asia/Tokyo", "Europe/Berlin"]
    assert {rule.start for rule in rules} == {TUESDAYS.start}


async def test_nothing_asked_for_is_nothing_found(units):
    async with units.write() as unit:
        assert await unit.diaries.of([]) == {}
        assert await unit.diaries.some([]) == []
        assert await unit.diaries.standing([]) == frozenset()
        await unit.diaries.remove([], at=NOW)
        await unit.diaries.restore([])
        await unit.diaries.set_zones({})


async def test_a_wall_time_with_a_zone_is_a_bug(units):
    async with units.write() as unit:
        ann = await person(unit, "Ann")
        with pytest.raises(Exception, match="not a wall time"):
            await unit.diaries.add(ann.id, Kind.BUSY, Rule(NOW, "UTC"), words="", at=NOW)
