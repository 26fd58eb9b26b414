"""/green as a band meets it: stretches, near misses, deps, maybes, lengths, people left out, and page after page."""

from datetime import datetime, timedelta

from bots.chat.conversations import Question
from core.bands.refusals import NoSuchMember
from tests.fakes.stage import text_of


def labels(answer):
    return [button.label for row in answer.reply.buttons for button in row]


async def test_eight_weeks_when_nothing_is_named(foxes):
    answer = await foxes.says("Ana", "/green")
    first, last = answer.result.zones.asked.days.first, answer.result.zones.asked.days.last
    assert (first, last) == (datetime(2026, 11, 23).date(), datetime(2027, 1, 17).date())
    # It is Monday, 19:00: what is over of today is not offered.
    assert answer.result.zones.stretches[0].start == datetime(2026, 11, 23, 19)
    assert "Mon 23 Nov · 19:00-23:30" in text_of(answer.reply)


async def test_more_goes_through_all_of_them_once(foxes):
    answer = await foxes.says("Ana", "/green")
    seen, pages = [], 0
    while True:
        seen += [line for line in text_of(answer.reply).splitlines()[1:9] if "·" in line]
        pages += 1
        if "More" not in labels(answer):
            break
        answer = await foxes.presses("Ana", answer, "More")
    assert len(seen) == len(set(seen)) == len(answer.result.zones.stretches) == 56
    assert pages == 7


async def test_more_counts_on_without_those_left_out(foxes):
    await foxes.says("Bo", "/busy 23 Nov to 17 Jan")
    none = await foxes.says("Ana", "/green")
    assert not none.result.zones.stretches
    answer = await foxes.says("Ana", "/green without: Bo hours: 5")
    further = await foxes.presses("Ana", answer, "More")
    assert further.result.zones.minutes == 300
    assert "The Foxes without Bo, Mon 23 Nov to Sun 17 Jan" in text_of(further.reply)
    assert further.result.zones.stretches


async def test_more_is_honest_after_the_diaries_have_changed(foxes):
    answer = await foxes.says("Ana", "/green")
    await foxes.says("Bo", "/busy 23 Nov to 17 Jan")
    further = await foxes.presses("Ana", answer, "More")
    assert "no green zone" in text_of(further.reply)


async def test_who_has_left_sees_no_more(foxes):
    answer = await foxes.says("Bo", "/green")
    await foxes.says("Bo", "/band leave")
    further = await foxes.presses("Bo", answer, "More")
    assert "You don't play in The Foxes." in text_of(further.reply)


async def test_one_missing_is_a_near_miss_with_the_part(foxes):
    await foxes.says("Bo", "/busy Tue 1 Dec 20:00-22:00")
    text = text_of((await foxes.says("Ana", "/green Tue 1 Dec hours: 4")).reply)
    assert "no green zone" in text
    assert "Tue 1 Dec · 18:00-23:30 · Bo (drums) busy 20:00-22:00" in text


async def test_a_free_dep_of_the_part_is_named(foxes):
    code = (await foxes.says("Ana", "/band invite part: drums dep: yes")).result.invited.code
    await foxes.says("Sam", f"/join {code}")
    await foxes.says("Bo", "/busy Tue 1 Dec")
    text = text_of((await foxes.says("Ana", "/green Tue 1 Dec")).reply)
    assert "Tue 1 Dec · 18:00-23:30 · without Bo (drums); Sam could dep" in text
    await foxes.says("Sam", "/busy Tue 1 Dec")
    text = text_of((await foxes.says("Ana", "/green Tue 1 Dec")).reply)
    assert "Sam" not in text
    assert "without Bo (drums)" in text


async def test_a_busy_dep_keeps_nobody_from_playing(foxes):
    code = (await foxes.says("Ana", "/band invite part: drums dep: yes")).result.invited.code
    await foxes.says("Sam", f"/join {code}")
    await foxes.says("Sam", "/busy Tue 1 Dec")
    assert (await foxes.says("Ana", "/green Tue 1 Dec")).result.zones.stretches


async def test_a_maybe_is_amber_and_says_whose(foxes):
    await foxes.says("Bo", "/maybe Fri 11 Dec")
    answer = await foxes.says("Ana", "/green Fri 11 Dec")
    text = text_of(answer.reply)
    assert text.splitlines()[0] == "🟡 The Foxes, Fri 11 Dec: no green zone"
    assert "Fri 11 Dec · 18:00-23:30 · Bo said maybe" in text


async def test_two_missing_is_neither(foxes):
    for name in ("Bo", "Cy"):
        await foxes.says(name, "/busy Tue 1 Dec")
    text = text_of((await foxes.says("Ana", "/green Tue 1 Dec")).reply)
    assert text.splitlines()[0] == "🔴 The Foxes, Tue 1 Dec: no green zone"
    assert "Within your hours you are never all free for 2 h, not even all but one of you." in text
    assert "Bo" not in text


async def test_people_are_left_out_by_name_by_part_and_several_at_once(foxes):
    for name in ("Bo", "Cy"):
        await foxes.says(name, "/busy Tue 1 Dec")
    for without in ("Bo, Cy", "bo and cy", "drums, vocals", "B, C"):
        answer = await foxes.says("Ana", f"/green Tue 1 Dec without: {without}")
        assert answer.result.zones.stretches, without
        assert "The Foxes without Bo and Cy, Tue 1 Dec" in text_of(answer.reply)
    answer = await foxes.says("Ana", "/green Tue 1 Dec without: Ana, Bo, Cy")
    assert "Nobody is left to play." in text_of(answer.reply)
    answer = await foxes.says("Ana", "/green Tue 1 Dec without: Jo")
    assert isinstance(answer.result, NoSuchMember)
    assert text_of(answer.reply).splitlines() == [
        "Nobody called Jo plays there.",
        "In the band: Ana, Bo and Cy.",
    ]


async def test_a_minimal_length_hides_what_is_shorter(foxes):
    await foxes.says("Bo", "/busy Tue 1 Dec 18:00-20:00")
    assert (await foxes.says("Ana", "/green Tue 1 Dec hours: 3.5")).result.zones.stretches
    assert not (await foxes.says("Ana", "/green Tue 1 Dec hours: 4")).result.zones.stretches


async def test_a_range_in_words_and_one_that_is_none(foxes):
    answer = await foxes.says("Ana", "/green weekends in December")
    assert {night.start.weekday() for night in answer.result.zones.stretches} == {5, 6}
    assert {night.start.month for night in answer.result.zones.stretches} == {12}
    asked = await foxes.says("Ana", "/green blah")
    assert isinstance(asked.result, Question)
    over = text_of((await foxes.says("Ana", "/green last week")).reply)
    assert "over" in over


async def test_a_holiday_under_way_is_in_the_diary_and_in_the_way(foxes, clock):
    await foxes.says("Bo", "/busy 20 Dec to 3 Jan")
    clock.at = datetime(2026, 12, 25, 12, tzinfo=clock.at.tzinfo)
    assert "Busy Sun 20 Dec to Sun 3 Jan" in text_of((await foxes.says("Bo", "/mine")).reply)
    assert "Busy Sun 20 Dec to Sun 3 Jan" in text_of((await foxes.says("Bo", "/mine January")).reply)
    answer = await foxes.says("Ana", "/green 25 Dec to 5 Jan")
    assert [night.start.date() for night in answer.result.zones.stretches] == [
        datetime(2027, 1, 4).date(),
        datetime(2027, 1, 5).date(),
    ]


async def test_diaries_are_shared_by_all_bands_of_a_person(foxes):
    await foxes.says("Bo", "/band create Ravens city: Leeds")
    await foxes.says("Bo", "/busy Tue 1 Dec")
    for name in ("Ravens", "The Foxes"):
        assert not (await foxes.says("Bo", f"/green Tue 1 Dec band: {name}")).result.zones.stretches


async def test_a_late_rule_reaches_into_the_next_day(foxes):
    await foxes.says("Bo", "/busy Sat 5 Dec 22:00 to Sun 6 Dec 16:00")
    answer = await foxes.says("Ana", "/green Sun 6 Dec")
    assert [(night.start, night.end - night.start) for night in answer.result.zones.stretches] == [
        (datetime(2026, 12, 6, 16), timedelta(hours=7, minutes=30))
    ]
