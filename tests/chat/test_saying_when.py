"""/busy, /free, /maybe, /mine as a person at a console meets them."""

from datetime import datetime

import pytest

from bots.chat.conversations import Question
from core.errors import Refusal
from core.scheduling.diary.marking import AlreadyFree, AlreadySo, Marked
from tests.fakes.stage import text_of


@pytest.fixture
async def ana(stage):
    await stage.says("Ana", "/timezone London")
    return stage


async def test_busy_is_said_back_in_full_dates_with_assumptions_and_undo(ana, book):
    answer = await ana.says("Ana", "/busy every Tuesday evening")
    text = text_of(answer.reply)
    assert text.splitlines()[0] == "📅 Busy every Tuesday, 18:00-23:00, from Tue 24 Nov"
    assert "Next: Tue 24 Nov, Tue 1 Dec, Tue 8 Dec" in text
    assert "I took evening as 18:00-23:00." in text
    assert [button.label for row in answer.reply.buttons for button in row] == ["Undo"]
    (said,) = await book.diary("Ana")
    assert said.kind == "busy"
    assert said.words == "every Tuesday evening"
    assert said.rule.start == datetime(2026, 11, 24, 18)
    assert said.rule.zone == "Europe/London"


async def test_a_whole_day_needs_no_zone(stage, book):
    answer = await stage.says("Ana", "/busy Tue 1 Dec")
    assert isinstance(answer.result, Marked)
    assert "Busy Tue 1 Dec" in text_of(answer.reply)
    assert (await book.person("Ana")).zone is None


async def test_maybe_is_kept_as_maybe(ana, book):
    answer = await ana.says("Ana", "/maybe Fri 11 Dec")
    assert "Maybe Fri 11 Dec" in text_of(answer.reply)
    assert await book.kinds("Ana") == ["maybe"]


async def test_busy_maybe_is_a_maybe(ana, book):
    await ana.says("Ana", "/busy maybe on Tuesdays")
    assert await book.kinds("Ana") == ["maybe"]


async def test_exceptions_are_said_back(ana, book):
    answer = await ana.says("Ana", "/busy every Tuesday evening except 15 Dec")
    assert "not on Tue 15 Dec" in text_of(answer.reply)
    (said,) = await book.diary("Ana")
    assert said.rule.exceptions == (datetime(2026, 12, 15, 18),)


async def test_the_last_word_wins(foxes):
    await foxes.says("Ana", "/busy 1-31 Dec")
    none = await foxes.says("Ana", "/green December")
    assert not none.result.zones.stretches
    await foxes.says("Ana", "/free Sat 12 Dec")
    one = await foxes.says("Ana", "/green December")
    assert [night.start for night in one.result.zones.stretches] == [datetime(2026, 12, 12, 14)]
    await foxes.says("Ana", "/busy Sat 12 Dec")
    again = await foxes.says("Ana", "/green December")
    assert not again.result.zones.stretches


async def test_freeing_what_is_free_says_so_writes_no_rule_and_confirms_the_month(ana, book):
    before = await book.rows("availability")
    answer = await ana.says("Ana", "/free Tue 1 Dec")
    assert isinstance(answer.result, AlreadyFree)
    assert "You were free then already" in text_of(answer.reply)
    assert "Tue 1 Dec" in text_of(answer.reply)
    assert "That also confirms December." in text_of(answer.reply)
    assert await book.rows("availability") == before
    assert len((await book.rows("confirmation"))["confirmation"]) == 1
    await ana.presses("Ana", answer, "Undo")
    assert (await book.rows("confirmation"))["confirmation"] == []


async def test_being_free_for_ever_confirms_no_month(ana, book):
    before = await book.rows()
    answer = await ana.says("Ana", "/free on Tuesdays")
    assert isinstance(answer.result, AlreadyFree)
    assert await book.rows() == before


async def test_freeing_a_part_of_what_is_busy_is_written(ana, book):
    await ana.says("Ana", "/busy every Tuesday evening")
    await ana.says("Ana", "/free Tue 1 Dec from 21:00")
    assert await book.kinds("Ana") == ["busy", "free"]


async def test_the_same_said_again_changes_nothing(ana, book):
    await ana.says("Ana", "/busy every Tuesday evening")
    before = await book.rows()
    answer = await ana.says("Ana", "/busy every Tuesday evening")
    assert isinstance(answer.result, AlreadySo)
    assert "Already so: Busy every Tuesday" in text_of(answer.reply)
    assert await book.rows() == before


async def test_the_same_said_again_above_a_later_word_counts(ana, book):
    await ana.says("Ana", "/busy Tue 1 Dec")
    await ana.says("Ana", "/free Tue 1 Dec")
    await ana.says("Ana", "/busy Tue 1 Dec")
    assert await book.kinds("Ana") == ["busy", "free", "busy"]


async def test_busy_free_asks_which(ana, book):
    asked = await ana.says("Ana", "/busy free on Tuesdays")
    assert isinstance(asked.result, Question)
    assert "Busy or free?" in text_of(asked.reply)
    assert "every Tuesday" in text_of(asked.reply)
    assert await book.diary("Ana") == []
    await ana.presses("Ana", asked, "Busy")
    assert await book.kinds("Ana") == ["busy"]


async def test_free_busy_asks_which_too(ana, book):
    await ana.says("Ana", "/busy Mon 30 Nov to Sun 20 Dec")
    asked = await ana.says("Ana", "/free busy on Tuesday 8 December")
    assert isinstance(asked.result, Question)
    await ana.presses("Ana", asked, "Free")
    assert await book.kinds("Ana") == ["busy", "free"]


async def test_a_rule_and_its_free_day_in_one_sentence_contradict_nothing(ana, book):
    await ana.says("Ana", "/busy Tuesdays 18:00-23:00 but free on the 8th")
    said = await book.diary("Ana")
    kinds = [each.kind.value for each in said]
    left_out = [day for each in said for day in each.rule.exceptions]
    assert kinds == ["busy", "free"] or (kinds == ["busy"] and left_out == [datetime(2026, 12, 8, 18)])


async def test_one_sentence_is_one_change(ana, book):
    await ana.says("Ana", "/busy 1 Dec and every Friday evening")
    assert len(await book.diary("Ana")) == 2
    await ana.says("Ana", "/undo")
    assert await book.diary("Ana") == []


@pytest.mark.parametrize(
    "words",
    [
        "sometime",
        "blah blah blah",
        "the 31st of February",
        "Tue 1 Dec 25:00-26:00",
        "last Friday",
        "yesterday",
        "4/12/2020",
        "x" * 5000,
        "every Tuesday " * 360,
        "1e309",
        "🎸",
        "'; DROP TABLE availability; --",
        "<b>bold</b> @everyone",
    ],
)
@pytest.mark.parametrize("command", ["busy", "free", "maybe"])
async def test_bad_words_get_a_sentence_and_a_next_step_and_change_nothing(ana, book, command, words):
    before = await book.rows()
    answer = await ana.says("Ana", f"/{command} {words}")
    assert isinstance(answer.result, Question | Refusal), text_of(answer.reply)
    first, *others = text_of(answer.reply).splitlines()
    assert first[-1] in ".?"
    assert len(first) < 400
    assert others or answer.reply.buttons
    assert "!" not in first.replace(words, "")
    assert await book.rows() == before


async def test_nothing_after_busy_asks_when(ana, book):
    asked = await ana.says("Ana", "/busy")
    assert "When can't you play?" in text_of(asked.reply)
    assert "every Tuesday evening" in text_of(asked.reply)
    assert asked.reply.awaits_text
    await ana.says("Ana", "every Tuesday evening")
    assert await book.kinds("Ana") == ["busy"]


async def test_mine_lists_my_rules_in_the_order_of_saying(ana):
    empty = text_of((await ana.says("Ana", "/mine")).reply)
    assert "Your diary, Mon 23 Nov to Thu 31 Dec" in empty
    assert "Nothing in it yet for these days." in empty
    await ana.says("Ana", "/busy every Tuesday evening")
    await ana.says("Ana", "/free Tue 1 Dec")
    await ana.says("Ana", "/maybe 3-10 Jan")
    text = text_of((await ana.says("Ana", "/mine")).reply)
    assert text.index("Busy every Tuesday") < text.index("Free Tue 1 Dec")
    assert "1 more rule is about other days." in text
    january = text_of((await ana.says("Ana", "/mine January")).reply)
    assert "Maybe Sun 3 Jan to Sun 10 Jan" in january
    assert "Free Tue 1 Dec" not in january


async def test_mine_of_no_month_asks(ana):
    asked = await ana.says("Ana", "/mine blah")
    assert isinstance(asked.result, Question)
    assert "March" in text_of(asked.reply)


async def test_undo_takes_the_last_word_back_and_says_which(ana, book):
    await ana.says("Ana", "/busy every Tuesday evening")
    await ana.says("Ana", "/maybe Fri 11 Dec")
    undone = text_of((await ana.says("Ana", "/undo")).reply)
    assert undone == "↩ Undone\nNo longer maybe Fri 11 Dec"
    undone = text_of((await ana.says("Ana", "/undo")).reply)
    assert "No longer busy every Tuesday, 18:00-23:00" in undone
    # The zone was set first.
    assert "I don't know your zone any more." in text_of((await ana.says("Ana", "/undo")).reply)
    nothing = await ana.says("Ana", "/undo")
    assert text_of(nothing.reply) == "There is nothing to undo.\nYour diary: /mine"
    assert await book.diary("Ana") == []


async def test_a_name_with_markup_is_data(stage):
    answer = await stage.says("<b>*_Ana_*</b> [x](y)", "/start")
    assert "<b>*_Ana_*</b> [x](y)" in text_of(answer.reply)


async def test_plain_words_point_at_what_would_be_understood(ana):
    answer = await ana.says("Ana", "hello there")
    assert "/busy every Tuesday evening" in text_of(answer.reply)
    assert "/help" in text_of(answer.reply)


async def test_chatter_in_a_group_gets_no_answer(stage):
    assert await stage.says("Ana", "Thursday was brutal", on="discord", where="room") is None
    assert await stage.says("Ana", "   ") is None


async def test_what_nobody_knows_points_at_help(stage):
    for text in ("/nonsense", "/band dance", "/busyy every Tuesday"):
        answer = await stage.says("Ana", text)
        assert "I don't know" in text_of(answer.reply)
        assert "/help" in text_of(answer.reply)
    answer = await stage.runs("Ana", "gone since the last update")
    assert "/help" in text_of(answer.reply)


async def test_the_same_day_named_twice_in_a_sentence_is_one_rule(ana, book):
    await ana.says("Ana", "/busy Tue 1 Dec, Tue 1 Dec and Tue 1 Dec")
    assert await book.kinds("Ana") == ["busy"]


async def test_an_end_on_the_next_day_is_said(ana):
    night = text_of((await ana.says("Ana", "/busy Fri 4 Dec 22:00-04:00")).reply)
    assert night.startswith("📅 Busy Fri 4 Dec, 22:00-04:00\n") or night == "📅 Busy Fri 4 Dec, 22:00-04:00"
    long = text_of((await ana.says("Ana", "/busy Fri 4 Dec 20:00 to Sat 5 Dec 18:00")).reply)
    assert "Busy Fri 4 Dec, 20:00-18:00 the next day" in long


async def test_a_long_sentence_is_not_given_back_whole(ana, book):
    for words in ("x" * 3900, "lorem ipsum dolor " * 55, "1" * 500, "Tue 1 Dec " + "blah " * 200):
        answer = await ana.says("Ana", f"/busy {words}")
        assert len(text_of(answer.reply)) < 500, words[:20]


async def test_an_assumption_is_said_once(ana):
    text = text_of((await ana.says("Ana", "/busy every Tuesday evening until Easter")).reply)
    assert text.count("28 Mar") == 1


async def test_a_rule_that_has_begun_does_not_say_from_when(ana, clock):
    await ana.says("Ana", "/busy every Tuesday evening until Easter")
    await ana.says("Ana", "/busy every other Friday")
    clock.advance(days=60)
    text = text_of((await ana.says("Ana", "/mine")).reply)
    assert "Busy every Tuesday, 18:00-23:00, until Tue 23 Mar" in text
    assert "Busy every other Friday, from Fri 27 Nov" in text
