"""Whole messages: what a careful assistant makes of them, and leaves alone."""

from datetime import datetime

import pytest

from bots.chat.results.green import GreenShown
from core.bands import BindingKind
from core.ids import Platform
from core.scheduling.diary.corrections import (
    CannotCorrect,
    Corrected,
    EntryForgotten,
    NothingLikeThat,
    NothingToCorrect,
)
from core.scheduling.kinds import Kind
from core.scheduling.phrases.messages import (
    BandQuestion,
    Chatter,
    Drop,
    OwnQuestion,
    SaidAvailability,
    Swap,
    TakeBack,
    read_message,
)
from core.scheduling.phrases.understanding import Context
from tests.fakes.stage import Stage, make_dispatcher, text_of

MONDAY = Context(now=datetime(2026, 11, 23, 10), zone="Europe/London", locale="en-GB")

WANTED = [
    ("actually make that 7.30 not 7", Swap("7.30", "7")),
    ("undo", TakeBack()),
    ("not the 5th, the 6th, sorry", Swap("the 6th", "the 5th")),
    ("when are we all free in Feb?", BandQuestion("feb", None)),
    ("can everyone do Sat 9 Jan?", BandQuestion("sat 9 jan", None)),
    ("what have you got me down as for next week?", OwnQuestion("next week")),
    ("can we fit a 3 hr rehearsal in before the 18th?", BandQuestion("before the 18th", 3.0)),
    ("why isn't 11 Dec green?", BandQuestion("11 dec", None, why=True)),
    ("how many weekends in Feb are we short just a drummer", BandQuestion("weekends in feb", None)),
    ("are we clear two days either side of the 20th", BandQuestion("2026-12-18 - 2026-12-22", None)),
    ("scrap that!", TakeBack()),
    ("no, the Friday after", Swap("the friday after", "")),
    ("sorry, I meant Wednesday", Swap("wednesday", "")),
    ("make it the 6th please", Swap("the 6th", "")),
    ("who's free on Saturday?", BandQuestion("saturday", None)),
    ("When can we all rehearse?", BandQuestion("", None)),
    ("am I down as busy on Friday?", OwnQuestion("friday")),
    ("forget the Tuesday thing", Drop("tuesday")),
    ("Never mind", TakeBack()),
]

CHATTER = [
    "Thursday was brutal",
    "did anyone record last Tuesday's set",
    "how about we start at 7 not 8",
    "free entry before 8",
    "can't do that riff any faster",
    "7/8 in the verse, 4/4 in the chorus",
    "I could do with a drink",
    "out now on Bandcamp",
    "April's songs are all in drop D",
    "sat down all day and still knackered",
    "can we get 4 on the guest list",
    "is that £150 total or each?",
    "put us on a second",
    "moved to 7.30 doors, please tell the other bands",
    "what's the running order and how long have we got",
    "who's bringing the PA",
    "great set on Saturday!",
    "good gig Friday",
    "I rehearse my lines Friday",
    "anyone got a spare snare for Friday",
    "set list for Friday attached",
    "load of people at the Lanes on Thursday",
    "new skins for Sunday's show",
    "the van leaves at 4 on Friday",
    "my copy of the contract arrives Tuesday",
    "mics from Friday are in the boot",
    "Netflix special drops Thursday",
    "doors at 7 on Friday, bring change",
    "learn the outro by Monday",
    "see you on Tuesday",
    "🎸🎸🎸",
    "x" * 5000,
    "   ",
]


@pytest.mark.parametrize(("words", "wanted"), WANTED, ids=[words for words, _ in WANTED])
def test_a_message_wants(words, wanted):
    assert read_message(words, MONDAY) == wanted


@pytest.mark.parametrize("words", CHATTER, ids=[words[:40] for words in CHATTER])
def test_chatter_is_left_alone(words):
    assert read_message(words, MONDAY) == Chatter()


@pytest.mark.parametrize(
    ("words", "kind", "day"),
    [
        ("scrap that, I can do the 5th after all", Kind.FREE, "2026-12-05"),
        ("wedding's off so 6 Feb is free again", Kind.FREE, "2027-02-06"),
        ("can't do Friday, sorry all", Kind.BUSY, "2026-11-27"),
        ("maybe on the 9th", Kind.MAYBE, "2026-12-09"),
        ("choir on Wednesday", None, "2026-11-25"),
        ("dentist tomorrow at 3", None, "2026-11-24"),
        ("in Berlin 3-10 Jan", None, "2027-01-03"),
        ("at my sister's from 3 to 6 Jan", None, "2027-01-03"),
        ("five-a-side football Thursdays 7-9", None, "2026-11-26"),
        ("my gran's birthday on the 5th", None, "2026-12-05"),
        ("cousin's wedding in Leeds Sat 5 Dec", None, "2026-12-05"),
        ("flight to Rome 6am Friday", None, "2026-11-27"),
        ("unicycle polo every Tuesday 7-9", None, "2026-11-24"),
        ("Lisbon 3-10 Jan", None, "2027-01-03"),
        ("I'm good Friday", Kind.FREE, "2026-11-27"),
        ("out Thursday pm", Kind.BUSY, "2026-11-26"),
        ("back Sunday", Kind.BUSY, "2026-11-23"),
        ("rest of the week", None, "2026-11-23"),
    ],
)
def test_availability_is_read_without_a_command(words, kind, day):
    found = read_message(words, MONDAY)
    assert isinstance(found, SaidAvailability)
    (said,) = found.meaning.statements
    assert (said.kind, said.rule.start.date().isoformat()) == (kind, day)


def test_several_days_alone_are_availability():
    found = read_message("Mon 7th, Tues 8th", MONDAY)
    assert isinstance(found, SaidAvailability)
    assert [said.rule.start.day for said in found.meaning.statements] == [7, 8]


def test_a_language_whose_talk_is_not_described_is_taken_at_its_word():
    context = Context(now=MONDAY.now, zone="Europe/Berlin", locale="de-DE")
    assert isinstance(read_message("Mittwoch Hallenturnier Kreisliga Bezirk", context), SaidAvailability)


@pytest.fixture
async def stage(units, clock):
    stage = Stage(make_dispatcher(units, clock))
    await stage.says("Ana", "/timezone London")
    return stage


async def test_what_was_said_last_is_corrected_and_the_correction_undone(stage):
    await stage.says("Ana", "busy Wed 2 Dec 7-11")
    changed = await stage.says("Ana", "actually make that 7.30 not 7")
    assert isinstance(changed.result, Corrected)
    assert text_of(changed.reply).splitlines() == [
        "📅 Changed: Busy Wed 2 Dec, 19:30-23:00",
        "Before: Wed 2 Dec, 19:00-23:00",
    ]
    moved = await stage.says("Ana", "no, the Wednesday after")
    assert "Wed 9 Dec, 19:30-23:00" in text_of(moved.reply)
    await stage.presses("Ana", moved, "Undo")
    await stage.says("Ana", "scrap that")
    mine = text_of((await stage.says("Ana", "/mine")).reply)
    assert "Busy Wed 2 Dec, 19:00-23:00" in mine
    assert "19:30" not in mine


async def test_one_of_several_days_is_swapped(stage):
    await stage.says("Ana", "can't do the 5th or the 12th")
    changed = await stage.says("Ana", "not the 5th, the 6th")
    assert "Busy Sun 6 Dec" in text_of(changed.reply)
    mine = text_of((await stage.says("Ana", "/mine")).reply)
    assert "Sat 12 Dec" in mine
    assert "Sat 5 Dec" not in mine


async def test_the_end_is_corrected_where_the_old_time_was_the_end(stage):
    await stage.says("Ana", "busy Wed 2 Dec 7-11")
    changed = await stage.says("Ana", "make that 10 not 11")
    assert "19:00-22:00" in text_of(changed.reply)


async def test_what_cannot_be_corrected_is_refused_and_stays(stage):
    assert isinstance((await stage.says("Ana", "not the 5th, the 6th")).result, NothingToCorrect)
    await stage.says("Ana", "busy every Tuesday")
    assert isinstance((await stage.says("Ana", "make that Wednesday")).result, CannotCorrect)
    assert "every Tuesday" in text_of((await stage.says("Ana", "/mine")).reply)


async def test_old_words_are_not_what_that_means(stage, clock):
    await stage.says("Ana", "busy Wed 2 Dec")
    clock.advance(days=3)
    assert isinstance((await stage.says("Ana", "make that Thursday")).result, NothingToCorrect)


async def test_something_is_forgotten_by_its_day_or_its_words(stage):
    await stage.says("Ana", "/busy choir every Tuesday 7-9")
    await stage.says("Ana", "/busy Thu 3 Dec")
    gone = await stage.says("Ana", "forget the choir thing")
    assert isinstance(gone.result, EntryForgotten)
    assert "No longer busy every Tuesday" in text_of(gone.reply)
    await stage.presses("Ana", gone, "Undo")
    assert "No longer busy every Tuesday" in text_of((await stage.says("Ana", "drop the Tuesday one")).reply)
    assert isinstance((await stage.says("Ana", "forget the yoga thing")).result, NothingLikeThat)
    assert "Thu 3 Dec" in text_of((await stage.says("Ana", "/mine")).reply)


async def test_of_several_that_fit_one_is_asked_for(stage):
    await stage.says("Ana", "/busy every Tuesday 7-9")
    await stage.says("Ana", "/busy Tue 8 Dec")
    asked = await stage.says("Ana", "/forget the Tuesday one")
    assert "Which of these 2 is it?" in text_of(asked.reply)
    gone = await stage.presses("Ana", asked, "Busy Tue 8 Dec")
    assert isinstance(gone.result, EntryForgotten)
    assert "every Tuesday" in text_of((await stage.says("Ana", "/mine")).reply)


async def test_words_that_do_not_say_busy_or_free_are_asked_about(stage):
    asked = await stage.says("Ana", "Tuesday evening")
    assert text_of(asked.reply).splitlines()[0] == "Can you play then, or not?"
    assert [button.label for row in asked.reply.buttons for button in row] == ["Busy", "Free", "Maybe"]
    assert "Busy Tue 24 Nov" in text_of((await stage.presses("Ana", asked, "Busy")).reply)
    assert "unsaid" == "unsaid"


async def test_a_question_in_a_group_is_answered_there_and_chatter_is_not(stage):
    telegram = {"on": Platform.TELEGRAM, "where": "-100"}
    stage.manage["Bo"] = frozenset({BindingKind.GROUP})
    await stage.says("Bo", "/start", on=Platform.TELEGRAM)
    await stage.says("Bo", "/band create The Foxes city: Leeds", **telegram)
    answer = await stage.says("Bo", "when are we all free in Feb?", **telegram)
    assert isinstance(answer.result, GreenShown)
    assert answer.reply.audience.value == "everyone"
    assert await stage.says("Bo", "Thursday was brutal", **telegram) is None
    busy = await stage.says("Bo", "can't do Friday", **telegram)
    assert busy.reply.audience.value == "asker"


async def test_the_same_correction_delivered_twice_is_made_once(stage):
    await stage.says("Ana", "busy Wed 2 Dec")
    first = await stage.says("Ana", "make that Thursday", cause="tg:1")
    again = await stage.says("Ana", "make that Thursday", cause="tg:1")
    assert text_of(first.reply) == text_of(again.reply)
    gone = await stage.says("Ana", "forget the Thursday one", cause="tg:2")
    assert text_of(gone.reply) == text_of(
        (await stage.says("Ana", "forget the Thursday one", cause="tg:2")).reply
    )
    assert "Nothing in it yet" in text_of((await stage.says("Ana", "/mine")).reply)


async def test_only_asks_about_the_rest(stage):
    asked = await stage.says("Ana", "/free only Mondays")
    assert "Are you busy the rest of the time?" in text_of(asked.reply)
    marked = await stage.presses("Ana", asked, "Busy otherwise")
    assert text_of(marked.reply).splitlines()[1:3] == [
        "Busy every day, from Mon 23 Nov",
        "Free every Monday, from Mon 23 Nov",
    ]
    await stage.presses("Ana", marked, "Undo")
    again = await stage.says("Ana", "/free only Mondays")
    left = await stage.presses("Ana", again, "Leave the rest")
    assert "You were free then already" in text_of(left.reply)


async def test_only_some_days_of_a_month_leave_the_rest_of_that_month(stage):
    asked = await stage.says("Ana", "I can only do Thursdays in January")
    marked = await stage.presses("Ana", asked, "Busy otherwise")
    assert "Busy every day, from Fri 1 Jan to Sun 31 Jan" in text_of(marked.reply)


POST = "Fri 11 Dec, need 2 support, doors 7:30, 200 cap, indie/punk, £150 + rider"


async def test_a_gig_post_in_a_band_is_read_and_not_taken_as_anybodys_diary(foxes):
    read = text_of((await foxes.says("Ana", POST)).reply)
    assert read.splitlines() == [
        "🎤 That reads like a gig post: Fri 11 Dec",
        "Wanted: 2 supports",
        "Genres: indie and punk",
        "Doors: 19:30",
        "Fee: £150 (not said if each or in all), rider",
        "Capacity: 200",
        "Not said: set length.",
        "Nothing was saved. Is it a date of yours? /post",
    ]
    assert "Nothing in it yet" in text_of((await foxes.says("Ana", "/mine")).reply)


async def test_a_gig_post_of_somebody_without_venue_and_band_asks_for_the_venue(stage):
    asked = text_of((await stage.says("Dana", POST)).reply)
    assert asked.splitlines() == [
        "What is the venue called?",
        "You speak for no venue yet, so I make one with you: its name, then its city.",
    ]
    await stage.says("Dana", "The Heron")
    draft = text_of((await stage.says("Dana", "Leeds")).reply)
    assert draft.splitlines()[0] == "🎤 Fri 11 Dec, The Heron, Leeds: draft"
    assert "Nothing in it yet" in text_of((await stage.says("Dana", "/mine")).reply)


async def test_a_question_of_ones_own_is_no_answer_to_an_open_one(stage):
    asked = await stage.says("Ana", "can't do Thursdays till mid Dec except the 12th")
    assert [button.label for row in asked.reply.buttons for button in row][:2] == [
        "Thu 10 Dec",
        "None of them",
    ]
    diary = await stage.says("Ana", "what have you got me down as for next week?")
    assert "Your diary" in text_of(diary.reply)
    marked = await stage.presses("Ana", asked, "None of them")
    assert "every Thursday, from Thu 26 Nov to Thu 10 Dec" in text_of(marked.reply)
    assert "not on" not in text_of(marked.reply)


async def test_never_mind_puts_an_open_question_away(stage):
    await stage.says("Ana", "/busy")
    away = await stage.says("Ana", "never mind")
    assert text_of(away.reply) == "I have put my question about /busy aside.\nNothing was saved."
    assert "Start with" in text_of((await stage.says("Ana", "see you")).reply)
