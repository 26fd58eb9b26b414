"""What a band means by its words is the band's, is used everywhere, and is said back."""

import pytest

from bots.chat.suggestions import suggest
from core.access import NotAllowed
from core.bands.habits import HabitsSet, HabitUnclear
from core.habits import DAY_PARTS, DayPart, Habits, PlayableHours, habits_from_json, habits_to_json
from core.ids import AccountRef, Platform
from tests.fakes.stage import Stage, make_dispatcher, text_of


@pytest.fixture
async def stage(units, clock):
    stage = Stage(make_dispatcher(units, clock))
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    return stage


async def test_an_evening_is_what_the_band_says_it_is(stage):
    changed = await stage.says("Ana", "/band edit field: evening value: 19:30-22:30")
    assert isinstance(changed.result, HabitsSet)
    assert "Evening: 19:30-22:30" in text_of(changed.reply)
    said = text_of((await stage.says("Ana", "/busy every Tuesday evening")).reply)
    assert "every Tuesday, 19:30-22:30" in said
    assert "I took evening as 19:30-22:30." in said
    chat = stage.chat(Platform.CONSOLE, "Ana", None)
    (found,) = await suggest(
        stage.dispatcher,
        account=AccountRef(Platform.CONSOLE, "Ana"),
        locale="en-GB",
        chat=chat,
        command="busy",
        argument="when",
        typed="Friday evening",
    )
    assert "19:30-22:30" in found.label


async def test_another_member_has_the_same_evening_and_a_stranger_the_usual_one(stage):
    await stage.says("Ana", "/band edit field: evening value: 19:30-22:30")
    code = (await stage.says("Ana", "/band invite")).result.invited.code
    await stage.says("Bo", f"/join {code}")
    assert "19:30-22:30" in text_of((await stage.says("Bo", "/busy Tuesday evening")).reply)
    await stage.says("Cy", "/timezone London")
    assert "18:00-23:00" in text_of((await stage.says("Cy", "/busy Tuesday evening")).reply)


async def test_playable_hours_and_length_shape_the_green_zones(stage):
    await stage.says("Ana", "/band edit field: hours value: weekdays 19:00-23:00, Saturdays 12:00-24:00")
    await stage.says("Ana", "/band edit field: length value: 4.5 hours")
    green = text_of((await stage.says("Ana", "/green next week")).reply)
    assert "Sat 5 Dec · 12:00-24:00" in green
    assert "19:00-23:00" not in green
    assert "4.5 h or longer" in green
    await stage.says("Ana", "/band edit field: length value: 90 min")
    assert "Mon 30 Nov · 19:00-23:00" in text_of((await stage.says("Ana", "/green next week")).reply)


async def test_default_is_the_way_back(stage):
    before = text_of((await stage.says("Ana", "/band edit")).reply)
    for field, value in (("late", "22:00-03:00"), ("hours", "Fridays 19:00-23:00"), ("length", "1h")):
        await stage.says("Ana", f"/band edit field: {field} value: {value}")
    assert text_of((await stage.says("Ana", "/band edit")).reply) != before
    for field in ("late", "hours", "length"):
        await stage.says("Ana", f"/band edit field: {field} value: default")
    assert text_of((await stage.says("Ana", "/band edit")).reply) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("evening", "purple"),
        ("evening", "every Tuesday"),
        ("hours", "when we feel like it"),
        ("hours", "every day in August every year 18:00-23:00"),
        ("hours", "27 November 18:00-23:00"),
        ("hours", "Mon-Sun off"),
        ("hours", "weekdays 18:00-23:00 except Wednesdays until March"),
        ("length", "long"),
        ("length", "40 h"),
        ("length", "0 min"),
    ],
)
async def test_what_is_no_habit_is_refused_and_changes_nothing(stage, field, value):
    before = text_of((await stage.says("Ana", "/band edit")).reply)
    refused = await stage.says("Ana", f"/band edit field: {field} value: {value}")
    assert isinstance(refused.result, HabitUnclear)
    assert "For example" in text_of(refused.reply)
    assert text_of((await stage.says("Ana", "/band edit")).reply) == before


async def test_days_that_are_not_said_or_are_off_are_days_on_which_the_band_never_plays(stage):
    changed = await stage.says("Ana", "/band edit field: hours value: Fri 18-23:30, Sat-Sun 14-23:30")
    text = text_of(changed.reply)
    assert "Hours: Friday 18:00-23:30; Saturday and Sunday 14:00-23:30; never" in text
    assert "never Monday, Tuesday, Wednesday and Thursday" in text
    assert "Mon 30 Nov ·" not in text_of((await stage.says("Ana", "/green next week")).reply)
    changed = await stage.says("Ana", "/band edit field: hours value: Mon-Fri 19-23, Wed off")
    assert "Hours: Monday, Tuesday, Thursday and Friday 19:00-23:00; never" in text_of(changed.reply)
    changed = await stage.says("Ana", "/band edit field: hours value: Mondays off")
    assert "Hours: Tuesday, Thursday and Friday 19:00-23:00; never Monday" in text_of(changed.reply)


async def test_a_habit_can_be_undone_and_done_again_and_said_twice_it_is_so_already(stage):
    before = text_of((await stage.says("Ana", "/band edit")).reply)
    changed = await stage.says("Ana", "/band edit field: evening value: 19:30-22:30")
    after = text_of((await stage.says("Ana", "/band edit")).reply)
    again = await stage.says("Ana", "/band edit field: evening value: 19:30-22:30")
    assert "nothing to change" in text_of(again.reply)
    undone = await stage.presses("Ana", changed, "Undo")
    assert "Evening: 18:00-23:00" in text_of(undone.reply)
    assert text_of((await stage.says("Ana", "/band edit")).reply) == before
    await stage.presses("Ana", undone, "Redo")
    assert text_of((await stage.says("Ana", "/band edit")).reply) == after


async def test_an_unknown_habit_is_asked_for_with_buttons(stage):
    asked = await stage.says("Ana", "/band edit field: brunch value: 10:00-12:00")
    assert "after work" in [button.label for row in asked.reply.buttons for button in row]
    changed = await stage.presses("Ana", asked, "lunch")
    assert "Lunch: 10:00-12:00" in text_of(changed.reply)


async def test_only_the_owner_changes_habits(stage):
    code = (await stage.says("Ana", "/band invite")).result.invited.code
    await stage.says("Bo", f"/join {code}")
    refused = await stage.says("Bo", "/band edit field: evening value: 19:00-23:00")
    assert isinstance(refused.result, NotAllowed)
    assert "Ask Ana" in text_of(refused.reply)


def test_habits_survive_as_json():
    from datetime import time

    habits = Habits(
        {**DAY_PARTS, "evening": DayPart(time(19, 30), time(1))},
        (PlayableHours(frozenset({4}), time(20), time(2)),),
        45,
    )
    assert habits_from_json(habits_to_json(habits)) == habits
    assert habits_from_json(None) == Habits()
    assert habits_to_json(habits)["day_parts"] == {"evening": ["19:30", "01:00"]}
