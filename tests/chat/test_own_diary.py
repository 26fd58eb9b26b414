"""/mine and its buttons: rules one by one, months confirmed, and what an owner enters for a member."""

from datetime import date

import pytest

from bots.chat.dispatch import Answer
from bots.chat.results.diary import DiaryShown
from core.journal import Gone, NotYours
from core.scheduling.availability.freshness import Confirmed
from core.scheduling.diary.entries import DateSpared, EntryCard
from tests.fakes.stage import text_of


@pytest.fixture
async def ana(stage):
    await stage.says("Ana", "/timezone London")
    return stage


async def test_rules_are_numbered_and_a_number_shows_what_can_be_done(ana):
    await ana.says("Ana", "/busy every Tuesday evening")
    await ana.says("Ana", "/busy 3-6 Dec")
    diary = await ana.says("Ana", "/mine")
    assert "1. Busy every Tuesday, 18:00-23:00" in text_of(diary.reply)
    assert "2. Busy Thu 3 Dec to Sun 6 Dec" in text_of(diary.reply)
    first = await ana.presses("Ana", diary, "1")
    assert isinstance(first.result, EntryCard)
    assert "You said: every Tuesday evening" in text_of(first.reply)
    labels = [button.label for row in first.reply.buttons for button in row]
    assert labels == ["Tue 24 Nov", "Tue 1 Dec", "Tue 8 Dec", "Tue 15 Dec", "Edit", "Remove", "Later dates"]
    second = await ana.presses("Ana", diary, "2")
    assert [button.label for row in second.reply.buttons for button in row] == ["Edit", "Remove"]


async def test_not_this_time_keeps_the_rule_in_its_place_below_what_was_said_later(ana, book):
    await ana.says("Ana", "/busy every Tuesday evening")
    await ana.says("Ana", "/free Tue 8 Dec")
    diary = await ana.says("Ana", "/mine")
    card = await ana.presses("Ana", diary, "1")
    before = await book.rows("availability", "confirmation")
    spared = await ana.presses("Ana", card, "Tue 15 Dec")
    assert isinstance(spared.result, DateSpared)
    rule, after = await book.diary("Ana")
    assert [each.date() for each in rule.rule.exceptions] == [date(2026, 12, 15)]
    assert rule.id < after.id, "the free Tuesday is still the last word on its day"
    again = await ana.presses("Ana", card, "Tue 15 Dec")
    assert "left out already" in text_of(again.reply)
    undone = await ana.presses("Ana", spared, "Undo")
    assert "Tue 15 Dec holds again" in text_of(undone.reply)
    assert await book.rows("availability", "confirmation") == before
    await ana.presses("Ana", undone, "Redo")
    assert [each.date() for each in (await book.diary("Ana"))[0].rule.exceptions] == [date(2026, 12, 15)]


async def test_the_dates_go_on_for_as_long_as_the_rule_does(ana):
    await ana.says("Ana", "/busy every Tuesday evening until 22 Dec")
    card = await ana.presses("Ana", await ana.says("Ana", "/mine"), "1")
    later = await ana.presses("Ana", card, "Later dates")
    labels = [button.label for row in later.reply.buttons for button in row]
    assert labels == ["Tue 22 Dec", "Edit", "Remove"]


async def test_a_rule_is_said_anew(ana, book):
    await ana.says("Ana", "/busy every Tuesday evening")
    card = await ana.presses("Ana", await ana.says("Ana", "/mine"), "1")
    asked = await ana.presses("Ana", card, "Edit")
    assert "How should it be instead?" in text_of(asked.reply)
    edited = await ana.says("Ana", "every Wednesday from 19:00 to 22:00")
    assert "every Wednesday, 19:00-22:00" in text_of(edited.reply)
    assert "Before: Busy every Tuesday, 18:00-23:00" in text_of(edited.reply)
    assert len(await book.diary("Ana")) == 1
    await ana.presses("Ana", edited, "Undo")
    (rule,) = await book.diary("Ana")
    assert rule.words == "every Tuesday evening"


async def test_new_words_that_are_not_understood_leave_the_rule_as_it_is(ana, book):
    await ana.says("Ana", "/busy every Tuesday evening")
    card = await ana.presses("Ana", await ana.says("Ana", "/mine"), "1")
    await ana.presses("Ana", card, "Edit")
    before = await book.rows("availability", "change")
    await ana.says("Ana", "sometime")
    assert await book.rows("availability", "change") == before
    fixed = await ana.says("Ana", "Thursdays from 18:00 to 20:00")
    assert "Before: Busy every Tuesday" in text_of(fixed.reply)
    assert len(await book.diary("Ana")) == 1


async def test_a_rule_that_is_gone_is_not_put_in_new_words(ana, book):
    await ana.says("Ana", "/busy every Tuesday evening")
    card = await ana.presses("Ana", await ana.says("Ana", "/mine"), "1")
    await ana.presses("Ana", card, "Edit")
    await ana.presses("Ana", card, "Remove")
    answer = await ana.says("Ana", "/mine")
    assert "Nothing in it yet" in text_of(answer.reply)
    assert isinstance((await ana.presses("Ana", card, "Tue 1 Dec")).result, Gone)
    assert await book.diary("Ana") == []


async def test_a_removed_rule_comes_back_by_undo(ana, book):
    await ana.says("Ana", "/busy every Tuesday evening")
    before = await book.rows("availability")
    card = await ana.presses("Ana", await ana.says("Ana", "/mine"), "1")
    removed = await ana.presses("Ana", card, "Remove")
    assert "No longer busy every Tuesday" in text_of(removed.reply)
    assert await book.diary("Ana") == []
    await ana.says("Ana", "/undo")
    assert await book.rows("availability") == before


@pytest.mark.parametrize("label", ["Edit", "Remove", "Tue 1 Dec"])
async def test_another_s_rule_is_nobody_else_s_to_change(ana, book, label):
    await ana.says("Ana", "/busy every Tuesday evening")
    card = await ana.presses("Ana", await ana.says("Ana", "/mine"), "1")
    before = await book.rows("availability", "change")
    refused = await ana.presses("Bo", card, label)
    assert isinstance(refused.result, NotYours)
    assert "every Tuesday" not in text_of(refused.reply)
    assert await book.rows("availability", "change") == before


async def test_many_rules_are_paged(ana):
    for day in range(1, 12):
        await ana.says("Ana", f"/busy {day} Dec")
    first = await ana.says("Ana", "/mine December")
    assert "3 more after that" in text_of(first.reply)
    second = await ana.presses("Ana", first, "More")
    assert "9. Busy Wed 9 Dec" in text_of(second.reply)
    card = await ana.presses("Ana", second, "9")
    assert "Wed 9 Dec" in text_of(card.reply)


# Confirming


async def test_a_month_is_confirmed_with_one_tap_and_that_can_be_undone(ana, book):
    diary = await ana.says("Ana", "/mine March")
    confirmed = await ana.presses("Ana", diary, "March as usual")
    assert isinstance(confirmed.result, Confirmed)
    assert "March: all as usual, confirmed" in text_of(confirmed.reply)
    assert "Confirmed: March." in text_of((await ana.says("Ana", "/mine March")).reply)
    twice = await ana.presses("Ana", diary, "March as usual")
    assert "confirmed today already" in text_of(twice.reply)
    undone = await ana.says("Ana", "/undo")
    assert "March: no longer confirmed" in text_of(undone.reply)
    assert (await book.rows("confirmation"))["confirmation"] == []
    await ana.presses("Ana", undone, "Redo")
    assert len((await book.rows("confirmation"))["confirmation"]) == 1


@pytest.mark.parametrize(
    "words",
    ["all as usual for March", "All as usual in March.", "everything as usual for march"],
)
async def test_a_month_is_confirmed_in_words_too(ana, words):
    said = await ana.says("Ana", words)
    assert said.result == Confirmed((date(2027, 3, 1),), said.result.change)
    assert "March: all as usual, confirmed" in text_of(said.reply)
    assert "Undone" in text_of((await ana.presses("Ana", said, "Undo")).reply)


async def test_a_month_that_there_is_not_is_asked_about(ana):
    asked = await ana.says("Ana", "all as usual for 30 Feb")
    assert "There is no such day" in text_of(asked.reply)
    assert "Your diary" in text_of((await ana.says("Ana", "March")).reply)


async def test_all_as_usual_alone_means_this_month_and_the_next(ana):
    assert (await ana.says("Ana", "all as usual")).result.months == (date(2026, 11, 1), date(2026, 12, 1))
    asked = await ana.says("Ana", "is it all as usual?")
    assert not isinstance(asked and asked.result, Confirmed)


async def test_what_was_confirmed_anew_is_not_undone_by_an_old_button(ana, clock, book):
    diary = await ana.says("Ana", "/mine March")
    old = await ana.presses("Ana", diary, "March as usual")
    clock.advance(days=3)
    await ana.presses("Ana", diary, "March as usual")
    before = await book.rows("confirmation")
    refused = await ana.presses("Ana", old, "Undo")
    assert "confirmed again since" in text_of(refused.reply)
    assert await book.rows("confirmation") == before


async def test_what_is_said_about_days_of_a_month_confirms_it_for_four_weeks(ana, clock):
    await ana.says("Ana", "/busy 3-6 March")
    await ana.says("Ana", "/busy every Tuesday evening until Easter")
    assert (await ana.says("Ana", "/mine March")).result.overview.confirmed == (date(2027, 3, 1),)
    assert (await ana.says("Ana", "/mine February")).result.overview.confirmed == ()
    clock.advance(days=28)
    assert (await ana.says("Ana", "/mine March")).result.overview.confirmed == ()


async def test_the_diary_has_a_day_for_every_day(ana):
    await ana.says("Ana", "/busy every Tuesday evening")
    await ana.says("Ana", "/busy 3-6 Dec")
    await ana.says("Ana", "/maybe Fri 11 Dec")
    answer = await ana.says("Ana", "/mine December")
    assert isinstance(answer.result, DiaryShown)
    kinds = {each.day.day: (each.kind.value, each.whole) for each in answer.result.overview.days}
    assert len(kinds) == 31
    assert kinds[1] == ("busy", False)
    assert kinds[3] == kinds[6] == ("busy", True)
    assert kinds[11] == ("maybe", True)
    assert kinds[7] == ("free", True)
    cells = {day.day: cell for day, cell in answer.reply.picture.days}
    assert cells[1].note == "18-23"
    assert "busy: 4" in answer.reply.picture.alt


# For somebody else


async def test_an_owner_enters_for_a_member_who_is_told_and_can_take_it_back(foxes, book, told):
    entered = await foxes.says("Ana", "/busy every Tuesday evening member: Bo")
    assert "For Bo: Busy every Tuesday, 18:00-23:00" in text_of(entered.reply)
    (rule,) = await book.diary("Bo")
    assert rule.said_by == (await book.person("Ana")).id
    assert await book.diary("Ana") == []
    notice = (await told("Bo"))[-1]
    assert "Ana has entered this for you" in text_of(notice)
    assert "entered for you" in text_of((await foxes.says("Bo", "/mine")).reply)
    taken_back = await foxes.presses("Bo", Answer(notice, None), "Take it back")
    assert "Undone" in text_of(taken_back.reply)
    assert await book.diary("Bo") == []


async def test_what_an_owner_has_entered_the_owner_can_undo_but_not_by_the_command(foxes, book):
    entered = await foxes.says("Ana", "/busy every Tuesday evening member: Bo")
    await foxes.says("Ana", "/undo")
    assert len(await book.diary("Bo")) == 1
    await foxes.presses("Ana", entered, "Undo")
    assert await book.diary("Bo") == []


async def test_what_is_taken_back_or_put_in_again_by_the_owner_is_told_each_time(foxes, book, told):
    entered = await foxes.says("Ana", "/busy every Tuesday evening member: Bo")
    await foxes.presses("Bo", Answer((await told("Bo"))[-1], None), "Take it back")
    before = await foxes.presses("Ana", entered, "Undo")
    again = await foxes.presses("Ana", before, "Redo")
    assert "It is Bo's diary, so Bo will be told." in text_of(again.reply)
    assert "Ana has entered this for you" in text_of((await told("Bo"))[-1])
    back = await foxes.presses("Ana", again, "Undo")
    assert "Bo will be told" in text_of(back.reply)
    notice = (await told("Bo"))[-1]
    assert text_of(notice).startswith("📅 Ana has taken back what was entered for you")
    assert await book.diary("Bo") == []
    await foxes.presses("Bo", Answer(notice, None), "Keep it in")
    assert len(await book.diary("Bo")) == 1


@pytest.mark.parametrize("goes", ["Ana", "Bo"])
async def test_who_may_not_enter_for_somebody_any_more_cannot_turn_what_was_entered(foxes, book, goes):
    entered = await foxes.says("Ana", "/busy every Tuesday evening member: Bo")
    left = await foxes.says(goes, "/band leave")
    if goes == "Ana":
        await foxes.presses("Ana", left, "Cy")
    refused = await foxes.presses("Ana", entered, "Undo")
    assert "belongs to somebody else" in text_of(refused.reply)
    assert len(await book.diary("Bo")) == 1


async def test_only_an_owner_may_enter_for_others(foxes, book):
    refused = await foxes.says("Bo", "/busy Friday member: Cy")
    assert "does not let you fill in anybody's diary" in text_of(refused.reply)
    assert await book.diary("Cy") == []
    assert "Nobody called Zed" in text_of((await foxes.says("Ana", "/busy Friday member: Zed")).reply)


async def test_what_is_entered_for_oneself_is_one_s_own(foxes, book):
    await foxes.says("Ana", "/busy Friday member: Ana")
    (rule,) = await book.diary("Ana")
    assert rule.said_by is None


async def test_what_was_entered_for_somebody_is_no_sign_that_he_has_looked(foxes):
    await foxes.says("Ana", "/busy 3-6 March member: Bo")
    assert (await foxes.says("Bo", "/mine March")).result.overview.confirmed == ()
