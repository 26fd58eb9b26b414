"""/green, /why, /share and nudges: line-ups, exceptions, freshness, pictures, and what is told to whom."""

from datetime import date

import pytest

from bots.chat.dispatch import Answer
from core.ids import Platform
from core.scheduling.green.search import TooManyLineUps
from core.scheduling.green.why import State
from presentation.picture import Mark
from tests.fakes.stage import text_of


@pytest.fixture
async def dads(stage):
    """A four-piece; Bo and Cy have children on alternate Fridays."""
    await stage.says("Ana", "/band create Friday Dads city: Leeds")
    code = (await stage.says("Ana", "/band invite")).result.invited.code
    for name in ("Bo", "Cy", "Dee"):
        await stage.says(name, f"/join {code}")
    await stage.says("Bo", "every other Friday from 4 Dec I have the kids")
    await stage.says("Cy", "/busy every other Friday from 27 Nov")
    return stage


async def test_an_exception_to_what_was_said_last_is_understood_by_itself(dads, book):
    answer = await dads.says("Bo", "except I've swapped the 18th with my ex so that one's free")
    assert "every other Friday, from Fri 4 Dec, not on Fri 18 Dec" in text_of(answer.reply)
    assert "Before: Busy every other Friday, from Fri 4 Dec" in text_of(answer.reply)
    (rule,) = await book.diary("Bo")
    assert [each.date() for each in rule.rule.exceptions] == [date(2026, 12, 18)]
    await dads.presses("Bo", answer, "Undo")
    (rule,) = await book.diary("Bo")
    assert rule.rule.exceptions == ()


async def test_an_exception_keeps_the_weeks_that_were_said_when_they_were_said(stage, clock, book):
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "busy every other Friday")
    first = (await book.diary("Ana"))[0].rule.start
    clock.advance(days=5, hours=-100)
    clock.advance(hours=20)
    await stage.says("Ana", "except the 11th")
    (rule,) = await book.diary("Ana")
    assert rule.rule.start == first
    assert [each.date() for each in rule.rule.exceptions] == [date(2026, 12, 11)]


async def test_an_exception_to_nothing_changes_nothing(stage, book):
    await stage.says("Ana", "/timezone London")
    before = await book.rows("availability", "change")
    await stage.says("Ana", "except the 18th that one's free")
    assert await book.rows("availability", "change") == before


async def test_a_night_that_is_green_by_an_exception_alone_says_so(dads):
    await dads.says("Bo", "except the 18th")
    answer = await dads.says("Ana", "/green Fridays till Christmas")
    stretches = list(answer.result.zones.stretches)
    assert [night.start.date() for night in stretches] == [date(2026, 12, 18)]
    assert stretches[0].freed == ("Bo",)
    assert "Fri 18 Dec · 18:00-23:30 · only because Bo is free after all" in text_of(answer.reply)
    assert "kids" not in text_of(answer.reply)
    why = await dads.says("Ana", "/why 18 Dec")
    assert "Only because Bo is free after all." in text_of(why.reply)


async def test_a_later_free_word_counts_as_an_exception_too(dads):
    await dads.says("Bo", "/free Fri 18 Dec")
    assert "only because Bo is free" in text_of((await dads.says("Ana", "/green 18 Dec")).reply)
    assert "only because" not in text_of((await dads.says("Ana", "/green Thu 17 Dec")).reply)


@pytest.mark.parametrize(
    "words",
    ["/green Fri 4 Dec as a three-piece", "/green Fri 4 Dec as a trio", "/green Fri 4 Dec zu dritt"],
)
async def test_a_smaller_line_up_plays_whoever_it_is(dads, words):
    answer = await dads.says("Ana", words)
    assert "Fri 4 Dec · 18:00-23:30 · without Bo" in text_of(answer.reply)
    assert "for 3 of you" in text_of(answer.reply)


async def test_where_all_can_play_nobody_is_left_out_of_a_smaller_line_up(dads):
    answer = await dads.says("Ana", "/green Thu 3 Dec as a three-piece")
    assert "without" not in text_of(answer.reply)


async def test_words_without_a_command_leave_somebody_out(dads):
    answer = await dads.says("Ana", "when can we play in December without Bo?")
    assert answer.result.zones.left_out == ("Bo",)
    assert "Fri 4 Dec" in text_of(answer.reply)


async def test_what_if_is_what_leaving_the_member_out_would_be(dads):
    whatif = await dads.says("Ana", "/green December without: Bo")
    assert [each.start.date() for each in whatif.result.zones.stretches if each.start.weekday() == 4] == [
        date(2026, 12, 4),
        date(2026, 12, 18),
    ]


async def test_too_many_line_ups_are_refused(stage):
    await stage.says("P0", "/band create Orchestra city: Leeds")
    code = (await stage.says("P0", "/band invite")).result.invited.code
    for number in range(1, 20):
        await stage.says(f"P{number}", f"/join {code}")
    refused = await stage.says("P0", "/green March as 10")
    assert isinstance(refused.result, TooManyLineUps)
    assert "too many ways to pick 10 of 20" in text_of(refused.reply)


async def test_more_and_picture_know_the_line_up_and_the_weekdays(dads):
    answer = await dads.says("Ana", "/green weekends till Easter as a three-piece")
    more = await dads.presses("Ana", answer, "More")
    assert more.result.zones.asked == answer.result.zones.asked
    assert more.result.skip == 8
    picture = await dads.presses("Ana", answer, "Picture")
    assert picture.result.zones.asked == answer.result.zones.asked
    cells = dict(picture.reply.picture.days)
    assert cells[date(2026, 11, 28)].mark is Mark.GREEN
    assert cells[date(2026, 11, 30)].mark is Mark.PAST


async def test_the_picture_has_a_cell_for_every_day_and_its_words_say_the_same(dads):
    answer = await dads.says("Ana", "/green December")
    picture = await dads.presses("Ana", answer, "Picture")
    drawn = picture.reply.picture
    cells = {day.day: cell for day, cell in drawn.days}
    assert len(cells) == 31
    assert (cells[3].mark, cells[3].note) == (Mark.GREEN, "18-23:30")
    assert (cells[4].mark, cells[4].note) == (Mark.AMBER, "no Bo")
    assert (drawn.title, drawn.range, drawn.zone) == ("Friday Dads", "December 2026", "London time")
    assert "As of Mon 23 Nov" in drawn.footer
    said = text_of(picture.reply)
    assert "Short by one, or a maybe: Fri 4 Dec, Fri 11 Dec, Fri 18 Dec, Fri 25 Dec" in said
    assert "Every other day: all can play" in said
    assert picture.reply.stays


# Why


async def test_why_says_who_blocks_and_when_but_never_why(dads):
    await dads.says("Dee", "/busy Fri 4 Dec 18:00-22:30 dentist")
    answer = await dads.says("Ana", "/why 4 Dec")
    assert answer.result.explanation.state is State.RED
    said = text_of(answer.reply)
    assert "Bo: busy for all of it" in said
    assert "Dee: busy 18:00-22:30" in said
    assert "No single change makes it green" in said
    assert "kids" not in said
    assert "dentist" not in said


async def test_why_names_what_would_make_it_green(foxes):
    invited = await foxes.says("Ana", "/band invite part: drums dep: yes")
    await foxes.says("Sam", f"/join {invited.result.invited.code}")
    await foxes.says("Bo", "/busy Fri 15 Jan")
    said = text_of((await foxes.says("Ana", "why not 15 Jan?")).reply)
    assert "amber" in said
    assert "without Bo (drums): 18:00-23:30; Sam is free and could dep" in said
    await foxes.says("Sam", "/busy Fri 15 Jan evening")
    assert "Sam" not in text_of((await foxes.says("Ana", "/why 15 Jan")).reply).split("\n", 4)[3]


async def test_why_with_a_maybe(foxes):
    await foxes.says("Bo", "/maybe Fri 15 Jan")
    said = text_of((await foxes.says("Ana", "/why 15 Jan")).reply)
    assert "Bo (drums): maybe 18:00-23:30" in said
    assert "with a yes from Bo: 18:00-23:30" in said


@pytest.mark.parametrize(
    ("words", "state"), [("yesterday", None), ("22 Nov 2026", State.PAST), ("Mon 7 Dec", State.CLOSED)]
)
async def test_why_of_days_on_which_nothing_is_played(foxes, words, state):
    await foxes.says("Ana", "/band edit field: hours value: Fridays 18:00-23:00, weekends 14:00-23:00")
    answer = await foxes.says("Ana", f"/why {words}")
    if state is None or state is State.PAST:
        assert "over" in text_of(answer.reply)
    else:
        assert answer.result.explanation.state is state


async def test_why_of_several_days_asks_which(foxes):
    answer = await foxes.says("Ana", "/why next week")
    assert "Which day of these?" in text_of(answer.reply)
    assert "Fri 4 Dec" in text_of((await foxes.says("Ana", "Fri 4 Dec")).reply)


async def test_why_says_what_the_band_has_itself_and_blames_nobody_for_it(foxes):
    await foxes.says("Ana", "/gig Thu 3 Dec 18:00-21:00")
    said = text_of((await foxes.says("Ana", "/why 3 Dec")).reply)
    assert said.splitlines()[0] == "🟢 The Foxes, Thu 3 Dec: green 21:00-23:30"
    assert said.splitlines()[1] == "The band has a gig then, 18:00-21:00: /gigs"
    assert "busy" not in said
    await foxes.says("Bo", "/busy Thu 3 Dec from 20:00")
    said = text_of((await foxes.says("Ana", "/why 3 Dec")).reply)
    assert "Bo (drums): busy 21:00-23:30" in said
    assert "Ana" not in said.split("It turns green")[0]


async def test_why_of_a_day_that_the_band_has_taken_whole_counts_nobody_as_missing(foxes):
    await foxes.says("Ana", "/gig Thu 3 Dec 17:00-23:30")
    said = text_of((await foxes.says("Ana", "/why 3 Dec")).reply)
    assert "The band has a gig then, 17:00-23:30" in said
    assert "missing" not in said


async def test_why_of_a_day_with_two_stretches_looks_only_at_them(foxes):
    await foxes.says("Ana", "/band edit field: hours value: Sat 10-13, Sat 18-23")
    await foxes.says("Bo", "/busy Sat 5 Dec 14:00-17:00")
    assert "Bo" not in text_of((await foxes.says("Ana", "/why Sat 5 Dec")).reply).splitlines()[1]
    await foxes.says("Cy", "/busy Sat 5 Dec 10:00-13:00")
    await foxes.says("Cy", "/busy Sat 5 Dec 18:00-23:00")
    assert "Cy (vocals): busy for all of it" in text_of((await foxes.says("Ana", "/why Sat 5 Dec")).reply)


async def test_the_small_hours_belong_to_the_day_on_which_the_night_began(foxes):
    await foxes.says("Ana", "/band edit field: hours value: Fri 20:00-02:00")
    assert (await foxes.says("Ana", "/why Fri 4 Dec")).result.explanation.state is State.GREEN
    assert (await foxes.says("Ana", "/why Sat 5 Dec")).result.explanation.state is State.CLOSED


async def test_a_line_up_no_smaller_than_those_it_takes_is_the_band_as_it_is(foxes):
    await foxes.says("Ana", "/band member Bo required: no")
    await foxes.says("Cy", "/busy Fri 4 Dec")
    plain = text_of((await foxes.says("Ana", "/green Fri 4 Dec")).reply)
    two = text_of((await foxes.says("Ana", "/green Fri 4 Dec as a two-piece")).reply)
    three = text_of((await foxes.says("Ana", "/green Fri 4 Dec as a three-piece")).reply)
    assert "Fri 4 Dec · 18:00-23:30 · without Cy (vocals)" in plain
    assert two == plain
    assert "Only 2 of you have to be there" in three
    assert "without Cy" in three


async def test_nudging_is_offered_in_private_only_to_those_who_may(foxes):
    for words in ("/green December", "/why 4 Dec"):
        mine = (await foxes.says("Ana", words)).reply.buttons
        his = (await foxes.says("Bo", words)).reply.buttons
        assert any("Nudge" in button.label for row in mine for button in row)
        assert not any("Nudge" in button.label for row in his for button in row)


async def test_where_nobody_has_to_be_there_green_and_why_say_the_same(foxes):
    for name in ("Ana", "Bo", "Cy"):
        await foxes.says("Ana", f"/band member {name} required: no")
    for words in ("/green Fri 4 Dec", "/green Fri 4 Dec as a trio", "/why Fri 4 Dec"):
        said = text_of((await foxes.says("Ana", words)).reply)
        assert said.startswith("🔴")
        assert "Make somebody required, and I can work it out: /band members" in said
        assert " 0 " not in said


async def test_why_goes_a_day_on(foxes):
    answer = await foxes.says("Ana", "/why Fri 4 Dec")
    assert (await foxes.presses("Ana", answer, "Day after")).result.explanation.day == date(2026, 12, 5)
    assert (await foxes.presses("Ana", answer, "Day before")).result.explanation.day == date(2026, 12, 3)


# Freshness, nudges, words to copy


async def test_a_stale_diary_is_counted_and_nudged_once_a_week(dads, clock, told):
    clock.advance(days=-45)
    await dads.says("Bo", "/busy Mondays")
    await dads.says("Dee", "/busy Mondays")
    clock.advance(days=45)
    for name in ("Ana", "Cy"):
        await dads.presses(name, await dads.says(name, "/mine March"), "March as usual")
    answer = await dads.says("Ana", "/green March")
    assert "2 of 4 have confirmed March. Not yet: Bo, Dee (last looked on Fri 9 Oct)." in text_of(
        answer.reply
    )
    nudged = await dads.presses("Ana", answer, "Nudge 2")
    assert "Nudged Bo and Dee about March" in text_of(nudged.reply)
    assert [len(await told(name)) for name in ("Ana", "Bo", "Cy", "Dee")] == [3, 1, 0, 1]
    again = await dads.presses("Ana", answer, "Nudge 2")
    assert "Nobody is nudged about March just now" in text_of(again.reply)
    assert "Bo was nudged on Mon 23 Nov" in text_of(again.reply)
    assert len(await told("Bo")) == 1
    clock.advance(days=7)
    await dads.presses("Ana", answer, "Nudge 2")
    assert len(await told("Bo")) == 2


async def test_a_nudge_is_answered_with_one_tap(dads, told):
    answer = await dads.says("Ana", "/green March")
    await dads.presses("Ana", answer, "Nudge 3")
    notice = (await told("Bo"))[-1]
    assert "Friday Dads would like to plan March" in text_of(notice)
    assert "Sent because Ana plans for Friday Dads" in text_of(notice)
    await dads.presses("Bo", Answer(notice, None), "All as usual")
    assert (await dads.says("Ana", "/green March")).result.zones.freshness.confirmed == 1


async def test_who_has_confirmed_meanwhile_is_not_told(dads, told):
    answer = await dads.says("Ana", "/green March")
    await dads.presses("Ana", answer, "Nudge 3")
    await dads.presses("Bo", await dads.says("Bo", "/mine March"), "March as usual")
    assert await told("Bo") == []


async def test_only_owners_and_bookers_nudge(dads, told):
    own = await dads.says("Bo", "/green March")
    assert [button.label for row in own.reply.buttons for button in row] == [
        "More",
        "Picture",
        "All as usual",
    ]
    answer = await dads.says("Ana", "/green March")
    refused = await dads.presses("Bo", answer, "Nudge 3")
    assert "does not let you nudge" in text_of(refused.reply)
    assert await told("Cy") == []


async def test_words_to_copy_say_as_of_when_and_name_nobody(dads):
    said = text_of((await dads.says("Ana", "/share 3-4 Dec")).reply)
    assert "Friday Dads, free to play" in said
    assert "- Thu 3 Dec, 18:00-23:30" in said
    assert "As of 23 Nov; dates may still change." in said
    copied = said.split("As of")[0]
    assert "Bo" not in copied
    refused = await dads.says("Bo", "/share March")
    assert "does not let you share" in text_of(refused.reply)


async def test_a_public_list_stays_when_its_picture_is_asked_for(stage):
    await stage.says("Manager", "/band create The Foxes city: Leeds", on=Platform.DISCORD, where="one")
    answer = await stage.says("Manager", "/green March", on=Platform.DISCORD, where="one")
    picture = await stage.presses("Manager", answer, "Picture", on=Platform.DISCORD, where="one")
    assert picture.reply.stays
    assert picture.reply.placement.value == "new"


async def test_a_whole_year_has_a_picture_and_more_pages(dads):
    answer = await dads.says("Ana", "/green 1 January to 31 December 2027")
    labels = [button.label for row in answer.reply.buttons for button in row]
    assert {"More", "Picture"} <= set(labels)
    picture = await dads.presses("Ana", answer, "Picture")
    assert len(picture.reply.picture.months) == 12
