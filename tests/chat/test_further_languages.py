"""Single dates in languages that the grammar does not read: asked about, and never kept unasked."""

import asyncio
import threading
from contextlib import asynccontextmanager

import pytest

from bandwidth.app import read_date
from bots.chat.turn import PressedButton
from core.ids import Platform
from core.journal import Gone
from core.scheduling.diary.marking import Marked
from storage.engine.engines import open_engine
from storage.unit import SqlUnits
from tests.fakes.stage import Stage, make_dispatcher, text_of

DISCORD, TELEGRAM = Platform.DISCORD, Platform.TELEGRAM


@pytest.fixture
def stage(units, clock):
    return Stage(make_dispatcher(units, clock, dates=read_date))


def buttons(answer):
    return [button.label for row in answer.reply.buttons for button in row]


async def nothing_kept(book, name="Ana"):
    return await book.diary(name) == []


@pytest.mark.parametrize(
    ("words", "day", "language"),
    [
        ("venerdì 15 gennaio", "Fri 15 Jan", "Italian"),
        ("11e mei", "Tue 11 May", "Dutch"),
        ("piątek 11 grudnia", "Fri 11 Dec", "Polish"),
        ("11 Aralık Cuma", "Fri 11 Dec", "Turkish"),
        ("п’ятниця, 11 грудня", "Fri 11 Dec", "Ukrainian"),
        ("завтра", "Tue 24 Nov", "Ukrainian or Russian"),
        ("ve středu 2. prosince", "Wed 2 Dec", "Czech"),
        ("i morgen", "Tue 24 Nov", "Danish or Norwegian"),
        ("tiistaina", "Tue 24 Nov", "Finnish"),
        ("pe 11 decembrie", "Fri 11 Dec", "Romanian"),
        ("29 lutego", "Tue 29 Feb 2028", "Polish"),
    ],
)
@pytest.mark.parametrize("command", ["busy", "free", "maybe"])
async def test_a_date_is_asked_about_in_full_and_a_yes_goes_on(stage, book, words, day, language, command):
    asked = await stage.says("Ana", f"/{command} {words}")
    assert text_of(asked.reply) == f"Is it {day}?\nI read {words} as {language}."
    assert buttons(asked) == ["Yes", "No"]
    assert await nothing_kept(book)
    done = await stage.presses("Ana", asked, "Yes")
    if command != "free":
        assert text_of(done.reply).startswith(f"📅 {command.capitalize()} {day}")
        assert await book.kinds("Ana") == [command]


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("/why 11 grudnia", "The Foxes, Fri 11 Dec: green"),
        ("/green 11 grudnia", "The Foxes, Fri 11 Dec"),
        ("/rehearse 11 grudnia", "Fri 11 Dec"),
        ("/gigs 11 grudnia", "nothing in its diary for these days"),
        ("/mine 11 grudnia", "Your diary, Fri 11 Dec"),
        ("/gig 11 grudnia", "From when to when is the gig on Fri 11 Dec?"),
    ],
)
async def test_every_command_that_takes_days_takes_such_a_date(foxes, command, answer):
    asked = await foxes.says("Ana", command)
    assert text_of(asked.reply).startswith("Is it Fri 11 Dec?")
    assert answer in text_of((await foxes.presses("Ana", asked, "Yes")).reply)


async def test_the_rest_of_the_command_is_kept(foxes, book):
    asked = await foxes.says("Ana", "/gig 11 grudnia place: The Heron")
    await foxes.presses("Ana", asked, "Yes")
    entered = await foxes.says("Ana", "20:00-22:00")
    assert "The Foxes, Fri 11 Dec, 20:00-22:00" in text_of(entered.reply)
    assert "Where: The Heron" in text_of(entered.reply)
    asked = await foxes.says("Ana", "/busy 18 grudnia member: Bo")
    assert await nothing_kept(book, "Bo")
    await foxes.presses("Ana", asked, "Yes")
    assert await book.kinds("Bo") == ["busy"]
    assert await nothing_kept(book)


async def test_a_new_date_for_a_rule_replaces_it(stage, book):
    await stage.says("Ana", "/busy Fri 11 Dec")
    ((before),) = await book.diary("Ana")
    shown = await stage.presses("Ana", await stage.says("Ana", "/mine"), "1")
    await stage.presses("Ana", shown, "Edit")
    asked = await stage.says("Ana", "18 grudnia")
    assert await book.diary("Ana") == [before]
    await stage.presses("Ana", asked, "Yes")
    ((after),) = await book.diary("Ana")
    assert after.rule.start.day == 18


async def test_a_no_asks_for_another_day(stage, book):
    asked = await stage.says("Ana", "/busy 11 grudnia")
    denied = await stage.presses("Ana", asked, "No")
    assert text_of(denied.reply).startswith("Which day is it, then?")
    assert await nothing_kept(book)
    again = await stage.says("Ana", "12 grudnia")
    assert text_of(again.reply).startswith("Is it Sat 12 Dec?")
    await stage.presses("Ana", again, "Yes")
    assert [said.rule.start.day for said in await book.diary("Ana")] == [12]
    foxless = await stage.says("Ana", "/mine 11 grudnia")
    assert "Nothing was saved" not in text_of((await stage.presses("Ana", foxless, "No")).reply)


async def test_an_answer_typed_to_a_question_may_be_such_a_date(stage, book):
    await stage.says("Ana", "/busy")
    asked = await stage.says("Ana", "11e mei")
    assert text_of(asked.reply).startswith("Is it Tue 11 May?")
    await stage.presses("Ana", asked, "Yes")
    assert await book.kinds("Ana") == ["busy"]


async def test_a_yes_in_words_points_at_the_buttons(stage, book):
    await stage.says("Ana", "/busy 11 grudnia")
    assert "One of the buttons above" in text_of((await stage.says("Ana", "yes")).reply)
    assert await nothing_kept(book)


@pytest.mark.parametrize("words", ["venerdì 16 gennaio", "sobota 11 grudnia", "piątek 4 września 2027"])
async def test_a_weekday_that_disagrees_is_refused(stage, book, words):
    for said in (f"/busy {words}", words):
        refused = await stage.says("Ana", said)
        assert f"You said {words}, but that day is Sat" in text_of(refused.reply) or "Fri 11" in text_of(
            refused.reply
        )
        assert buttons(refused) == ["Type it"]
    assert await nothing_kept(book)


async def test_a_date_that_is_over_is_refused(stage, book):
    assert "That is over already" in text_of((await stage.says("Ana", "/busy 11 grudnia 2025")).reply)
    assert await nothing_kept(book)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("dal 3 al 10 gennaio", "Italian"),
        ("ogni martedì", "Italian"),
        ("elke dinsdag", "Dutch"),
        ("od 3 do 10 stycznia", "Polish"),
        ("co wtorek wieczorem", "Polish"),
        ("her salı", "Turkish"),
        ("з 3 по 10 січня", "Ukrainian"),
        ("каждый вторник", "Russian"),
        ("každé úterý", "Czech"),
        ("joka tiistai", "Finnish"),
        ("în fiecare miercuri", "Romanian"),
    ],
)
async def test_ranges_and_rules_get_one_honest_sentence(stage, book, words, language):
    for said in (f"/busy {words}", f"/mine {words}", words):
        refused = await stage.says("Ana", said)
        text = text_of(refused.reply)
        assert text.startswith(f"In {language} I only read single dates, at most two years ahead.")
        assert "I read everything else in English, German, Spanish, French and Portuguese." in text
    assert await nothing_kept(book)


async def test_the_honest_sentence_can_be_answered(stage, book):
    await stage.says("Ana", "/busy ogni martedì")
    assert isinstance((await stage.says("Ana", "every Tuesday")).result, Marked)
    assert await book.kinds("Ana") == ["busy"]


@pytest.mark.parametrize("label", ["Busy", "Maybe"])
async def test_a_message_that_is_only_a_date_asks_what_it_is(stage, book, label):
    asked = await stage.says("Ana", "11 grudnia")
    assert text_of(asked.reply) == "Can you play then, or not?\nFri 11 Dec"
    assert buttons(asked) == ["Busy", "Free", "Maybe"]
    assert await nothing_kept(book)
    await stage.presses("Ana", asked, label)
    ((said),) = await book.diary("Ana")
    assert (said.kind.value, said.rule.start.isoformat()) == (label.lower(), "2026-12-11T00:00:00")


@pytest.mark.parametrize("words", ["hello there", "see you", "martedì suoniamo a Leeds con gli amici di Jo"])
async def test_messages_that_are_more_than_a_date_are_as_before(stage, words):
    assert text_of((await stage.says("Ana", words)).reply).startswith("Start with one of these")


async def test_in_a_group_nothing_is_said(units, clock):
    async def read(words, context):
        raise AssertionError(words)

    stage = Stage(make_dispatcher(units, clock, dates=read))
    for where in (DISCORD, TELEGRAM):
        for words in ("11 grudnia", "jutro", "co wtorek"):
            assert await stage.says("Ana", words, on=where, where="room") is None


@pytest.mark.parametrize(
    "words",
    [
        "/busy Fri 11 Dec",
        "/busy 5/6",
        "/busy Tue 9 Dec",
        "/why 31 Feb",
        "Fri 18 Dec",
        "/busy yesterday",
        "/busy",
    ],
)
async def test_what_the_grammar_reads_or_asks_about_is_not_read_twice(units, clock, words):
    async def read(words, context):
        raise AssertionError(words)

    twice = Stage(make_dispatcher(units, clock, dates=read))
    once = Stage(make_dispatcher(units, clock), twice.causes)
    await once.says("Ana", "/band create The Foxes city: Leeds")
    await once.says("Bo", "/band create The Foxes city: Leeds")
    seen = await twice.says("Ana", words)
    assert "Something broke" not in text_of(seen.reply)
    assert text_of(seen.reply) == text_of((await once.says("Bo", words)).reply)


async def test_it_is_read_between_two_units_and_not_on_the_loop(units, clock, monkeypatch):
    open_units, threads = set(), []

    class Watched:
        def __getattr__(self, name):
            @asynccontextmanager
            async def unit():
                async with getattr(units, name)() as opened:
                    open_units.add(id(opened))
                    try:
                        yield opened
                    finally:
                        open_units.discard(id(opened))

            return unit

    from core.scheduling.tongues import reader as reading

    real = reading.read

    def read(words, context):
        threads.append(threading.current_thread())
        assert not open_units
        return real(words, context)

    monkeypatch.setattr(reading, "read", read)
    stage = Stage(make_dispatcher(Watched(), clock, dates=read_date))
    asked = await stage.says("Ana", "/busy 11 grudnia")
    assert buttons(asked) == ["Yes", "No"]
    await stage.says("Ana", "jutro")
    assert len(threads) == 2
    assert threading.main_thread() not in threads


async def test_the_question_survives_a_restart_and_a_second_press_says_so(db_url, clock, book):
    async with running(db_url, clock) as stage:
        asked = await stage.says("Ana", "/busy 11 grudnia")
        token = stage.token(asked, "Yes")
    async with running(db_url, clock) as stage:
        done = await stage.does("Ana", PressedButton(token), cause="press:1")
        assert isinstance(done.result, Marked)
        same = await stage.does("Ana", PressedButton(token), cause="press:1")
        assert text_of(same.reply).startswith("📅 Busy Fri 11 Dec")
        again = await stage.does("Ana", PressedButton(token), cause="press:2")
        assert isinstance(again.result, Gone)
    assert await book.kinds("Ana") == ["busy"]


@asynccontextmanager
async def running(db_url, clock):
    engine = open_engine(db_url)
    try:
        yield Stage(make_dispatcher(SqlUnits(engine, secret=b"only for tests"), clock, dates=read_date))
    finally:
        await engine.dispose()


async def test_the_same_message_twice_asks_once_more_and_keeps_nothing(stage, book):
    for words in ("/busy 11 grudnia", "12 grudnia"):
        first = await stage.says("Ana", words, cause=words)
        second = await stage.says("Ana", words, cause=words)
        assert text_of(first.reply) == text_of(second.reply)
    assert await nothing_kept(book)


async def test_tomorrow_is_the_persons_own(stage, clock):
    await stage.says("Ana", "/timezone Auckland")
    assert "Wed 25 Nov" in text_of((await stage.says("Ana", "jutro")).reply)


async def test_many_people_at_once_each_get_their_own_date(stage):
    said = [
        ("Ana", "11 grudnia", "Fri 11 Dec"),
        ("Bo", "12 Aralık", "Sat 12 Dec"),
        ("Cy", "13e mei", "Thu 13 May"),
    ]
    answers = await asyncio.gather(*(stage.says(name, f"/busy {words}") for name, words, _ in said * 3))
    for (_, _, day), answer in zip(said * 3, answers, strict=True):
        assert text_of(answer.reply).startswith(f"Is it {day}?")


async def test_help_names_the_languages_of_single_dates(stage):
    for command in ("busy", "why", "gigs"):
        text = text_of((await stage.says("Ana", f"/help {command}")).reply)
        assert "A single date may also be in Italian, Dutch, Polish, Turkish, Ukrainian, Russian" in text
    assert "A single date" not in text_of((await stage.says("Ana", "/help timezone")).reply)
