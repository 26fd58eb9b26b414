"""Questions and their pending commands: answered in words, by a button, by a form; set aside; expired; somebody else's."""

import pytest

from bots.chat.conversations import Question
from bots.chat.turn import Filled, PressedButton
from core.ids import AccountRef, Platform
from core.journal import Gone, NotYours
from core.scheduling.diary.marking import Marked
from tests.fakes.stage import Stage, make_dispatcher, text_of

DISCORD, TELEGRAM = Platform.DISCORD, Platform.TELEGRAM


def buttons(answer):
    return [button.label for row in answer.reply.buttons for button in row]


async def test_a_plain_answer_goes_on_with_the_command(stage, book):
    await stage.says("Ana", "/busy")
    answer = await stage.says("Ana", "Tue 1 Dec")
    assert isinstance(answer.result, Marked)
    assert await book.kinds("Ana") == ["busy"]
    assert "Start with one of these" in text_of((await stage.says("Ana", "see you")).reply)


async def test_a_button_answers(stage, book):
    asked = await stage.says("Ana", "/busy free on Tuesdays")
    assert buttons(asked) == ["Busy", "Free"]
    await stage.presses("Ana", asked, "Free")
    assert await book.diary("Ana") == []
    await stage.presses("Ana", await stage.says("Ana", "/busy free on Tuesdays"), "Busy")
    assert await book.kinds("Ana") == ["busy"]


async def test_a_form_answers(stage, book):
    asked = await stage.runs("Ana", "busy", on=DISCORD)
    answer = await stage.fills("Ana", asked, "Type it", "Tue 1 Dec", on=DISCORD)
    assert isinstance(answer.result, Marked)
    assert await book.kinds("Ana", DISCORD) == ["busy"]


async def test_an_answer_that_is_no_better_is_asked_about_again(stage, book):
    await stage.says("Ana", "/busy")
    asked = await stage.says("Ana", "dunno")
    assert isinstance(asked.result, Question)
    await stage.says("Ana", "Tue 1 Dec")
    assert await book.kinds("Ana") == ["busy"]


async def test_a_time_without_a_zone_asks_for_the_city_and_says_the_zone_back(stage, book):
    asked = await stage.says("Ana", "/busy every Tuesday 18:00-21:00")
    assert "Which city are you in?" in text_of(asked.reply)
    assert await book.diary("Ana") == []
    answer = await stage.says("Ana", "New York")
    text = text_of(answer.reply)
    assert "Busy every Tuesday, 18:00-21:00" in text or "Busy every Tuesday, 6:00 PM-9:00 PM" in text
    assert "Your zone is America/New_York now." in text
    (said,) = await book.diary("Ana")
    assert said.rule.zone == "America/New_York"
    assert (await book.person("Ana")).zone == "America/New_York"


async def test_a_city_nobody_knows_keeps_the_question_open(stage, book):
    await stage.says("Ana", "/busy every Tuesday 18:00-21:00")
    refused = await stage.says("Ana", "Narnia")
    assert "I don't know a city or zone called Narnia." in text_of(refused.reply)
    assert (await book.person("Ana")).zone is None
    await stage.says("Ana", "Leeds")
    (said,) = await book.diary("Ana")
    assert said.rule.zone == "Europe/London"


async def test_several_cities_then_the_rule(stage, book):
    await stage.says("Ana", "/busy every Tuesday 18:00-21:00")
    asked = await stage.says("Ana", "Springfield")
    assert "Which Springfield do you mean?" in text_of(asked.reply)
    await stage.presses("Ana", asked, "Springfield, Oregon, US")
    (said,) = await book.diary("Ana")
    assert said.rule.zone == "America/Los_Angeles"


async def test_a_reading_chosen_before_the_zone_was_known_is_kept_in_that_zone(stage, book):
    asked = await stage.says("Ana", "/busy Tue 9 Dec 18:00-21:00")
    assert "Which one is it?" in text_of(asked.reply)
    city = await stage.presses("Ana", asked, buttons(asked)[0])
    assert "Which city are you in?" in text_of(city.reply)
    await stage.says("Ana", "New York")
    (said,) = await book.diary("Ana")
    assert said.rule.zone == "America/New_York"
    assert said.rule.start.hour == 18


async def test_a_weekday_that_is_not_is_asked_about_with_the_real_days(stage, book):
    asked = await stage.says("Ana", "/busy Tue 9 Dec")
    assert "You said Tue 9 Dec, but that day is Wed 9 Dec." in text_of(asked.reply)
    assert "Tue 8 Dec" in buttons(asked)
    assert "Wed 9 Dec" in buttons(asked)
    answer = await stage.presses("Ana", asked, "Wed 9 Dec")
    assert "Busy Wed 9 Dec" in text_of(answer.reply)


async def test_a_new_command_sets_the_question_aside_and_says_so(stage, book):
    asked = await stage.says("Ana", "/busy free on Tuesdays")
    answer = await stage.says("Ana", "/maybe Fri 11 Dec")
    assert "I have put my question about /busy aside." in text_of(answer.reply)
    gone = await stage.presses("Ana", asked, "Busy")
    assert isinstance(gone.result, Gone)
    assert await book.kinds("Ana") == ["maybe"]


async def test_the_same_command_again_sets_its_question_aside_without_a_word(stage):
    await stage.says("Ana", "/busy")
    answer = await stage.says("Ana", "/busy Tue 1 Dec")
    assert "aside" not in text_of(answer.reply)


async def test_looking_something_up_leaves_the_question_open(stage, book):
    await stage.says("Ana", "/busy")
    await stage.says("Ana", "/help")
    await stage.says("Ana", "Tue 1 Dec")
    assert await book.kinds("Ana") == ["busy"]


async def test_a_command_that_fails_leaves_the_question_open(stage, book):
    await stage.says("Ana", "/busy")
    await stage.says("Ana", "/join ABCD-EFGH")
    await stage.says("Ana", "Tue 1 Dec")
    assert await book.kinds("Ana") == ["busy"]


async def test_a_question_expires_after_a_day(stage, book, clock):
    asked = await stage.says("Ana", "/busy free on Tuesdays")
    form = await stage.says("Bo", "/busy")
    clock.advance(hours=24)
    gone = await stage.presses("Ana", asked, "Busy")
    assert isinstance(gone.result, Gone)
    assert text_of(gone.reply).splitlines() == [
        "That is gone, so the button does nothing any more.",
        "How things stand: /mine, /green.",
    ]
    assert isinstance((await stage.fills("Bo", form, "Type it", "Tue 1 Dec")).result, Gone)
    assert "Start with" in text_of((await stage.says("Bo", "see you")).reply)
    assert await book.diary("Ana") == await book.diary("Bo") == []


async def test_a_question_lasts_almost_a_day(stage, book, clock):
    asked = await stage.says("Ana", "/busy free on Tuesdays")
    clock.advance(hours=23, minutes=59)
    await stage.presses("Ana", asked, "Busy")
    assert await book.kinds("Ana") == ["busy"]


async def test_a_question_survives_a_restart(stage, book, units, clock):
    asked = await stage.says("Ana", "/busy free on Tuesdays")
    await stage.says("Bo", "/busy")
    later = Stage(make_dispatcher(units, clock), stage.causes)
    await later.presses("Ana", asked, "Busy")
    await later.says("Bo", "Tue 1 Dec")
    assert await book.kinds("Ana") == await book.kinds("Bo") == ["busy"]


async def test_words_mean_the_day_on_which_they_were_said(stage, book, clock):
    asked = await stage.says("Ana", "/busy free tomorrow")
    clock.advance(hours=20)
    await stage.presses("Ana", asked, "Busy")
    (said,) = await book.diary("Ana")
    assert said.rule.start.day == 24


async def test_somebody_else_s_button_is_refused(stage, book):
    asked = await stage.says("Ana", "/busy free on Tuesdays")
    form = await stage.says("Ana", "/maybe")
    await stage.says("Eve", "/start")
    before = await book.rows()
    for said in (
        PressedButton(stage.dispatcher.tokens.encode("pick", (form.result.pending, 0))),
        PressedButton(stage.dispatcher.tokens.encode("resume", (form.result.pending,))),
        Filled(stage.token(form, "Type it"), "Tue 1 Dec"),
    ):
        answer = await stage.does("Eve", said)
        assert isinstance(answer.result, NotYours)
        assert "That button belongs to somebody else." in text_of(answer.reply)
    assert isinstance((await stage.presses("Eve", asked, "Busy")).result, Gone)
    assert await book.rows() == before
    # It still waits for Ana.
    await stage.says("Ana", "Tue 1 Dec")
    assert await book.kinds("Ana") == ["maybe"]


async def test_a_choice_that_was_never_offered_is_refused(stage, book):
    asked = await stage.says("Ana", "/busy free on Tuesdays")
    token = stage.dispatcher.tokens.encode("pick", (asked.result.pending, 7))
    answer = await stage.does("Ana", PressedButton(token))
    assert isinstance(answer.result, Gone)
    assert await book.diary("Ana") == []


@pytest.mark.parametrize(
    ("command", "answers", "step"),
    [
        ("busy", {"when": "Tue", "kind": "busyish"}, "/busy"),
        ("gig", {"when": "Tue", "reading": "{"}, "/gig"),
        ("sing", {"when": "Tue"}, "/help"),
    ],
)
async def test_a_question_of_another_release_is_closed_with_the_command_to_type(
    stage, book, command, answers, step
):
    await stage.says("Ana", "/band create The Foxes city: Leeds")
    async with book.units.write() as unit:
        ana, _ = await unit.people.by_account(AccountRef(Platform.CONSOLE, "Ana"))
        pending = await unit.pending.open(
            ana.id,
            "console:Ana",
            command=command,
            answers=answers,
            asking="when",
            choices=[{}],
            at=stage.dispatcher.clock.now(),
        )
    token = stage.dispatcher.tokens.encode("pick", (pending, 0))
    closed = await stage.does("Ana", PressedButton(token))
    assert "That question is from before an update, so I have closed it." in text_of(closed.reply)
    assert step in text_of(closed.reply)
    assert isinstance((await stage.does("Ana", PressedButton(token))).result, Gone)
    assert await book.diary("Ana") == []


@pytest.mark.parametrize(
    "token",
    ["", "b1", "b1-undo-1", "b1-undo-1-000000000", "b0-undo-1-000000000", "b999-x-1", "x" * 64, "🎸", "b1--"],
)
async def test_a_malformed_button_is_refused(stage, book, token):
    await stage.says("Ana", "/busy Tue 1 Dec")
    before = await book.rows()
    for said in (PressedButton(token), Filled(token, "Tue 1 Dec")):
        answer = await stage.does("Ana", said)
        first, step = text_of(answer.reply).splitlines()
        assert first == "That button is from before an update, or is not one of mine."
        assert "/mine" in step
    assert await book.rows() == before


async def test_a_button_of_another_installation_is_refused(stage, book):
    from presentation.tokens import Tokens

    await stage.says("Ana", "/busy Tue 1 Dec")
    foreign = Tokens(b"another secret").encode("undo", (1,))
    answer = await stage.does("Ana", PressedButton(foreign))
    assert "not one of mine" in text_of(answer.reply)
    assert await book.kinds("Ana") == ["busy"]


async def test_a_verb_with_the_wrong_number_of_ids_is_refused(stage):
    for verb, ids in (
        ("undo", (1, 2)),
        ("greens", (1,)),
        ("pick", (1,)),
        ("nonsense", (1,)),
        ("busy", (1,)),
    ):
        answer = await stage.does("Ana", PressedButton(stage.dispatcher.tokens.encode(verb, ids)))
        assert "not one of mine" in text_of(answer.reply)


async def test_buttons_of_things_that_never_were_are_refused(foxes, book):
    await foxes.says("Ana", "/busy Tue 1 Dec")
    before = await book.rows()
    huge = 2**63 - 1
    for verb, ids in (
        ("undo", (huge,)),
        ("redo", (0,)),
        ("join", (huge,)),
        ("revoke", (huge,)),
        ("heir", (huge, huge)),
        ("heir", (1, huge)),
        ("dissolve", (huge,)),
        ("greens", (huge, 0, 0)),
        ("pick", (huge, huge)),
        ("resume", (huge,)),
    ):
        answer = await foxes.does("Ana", PressedButton(foxes.dispatcher.tokens.encode(verb, ids)))
        assert "Something broke" not in text_of(answer.reply), (verb, ids)
        assert len(text_of(answer.reply).splitlines()) == 2
    assert await book.rows() == before


async def test_a_range_from_a_button_may_be_absurd_and_still_is_answered(foxes):
    huge = 2**63 - 1
    for ids in ((1, huge, huge), (1, 0, 0), (1, 1, huge), (1, huge, 0)):
        answer = await foxes.does("Ana", PressedButton(foxes.dispatcher.tokens.encode("greenpage", ids)))
        assert "Something broke" not in text_of(answer.reply), ids


async def test_a_question_in_a_group_is_answered_there(stage, book):
    await stage.says("Ana", "/band create Blue", on=TELEGRAM, where="-1")
    await stage.says("Ana", "Leeds", on=TELEGRAM, where="-1")
    assert [band.name for band, _ in await book.bands("Ana", TELEGRAM)] == ["Blue"]


async def test_a_question_in_a_group_is_set_aside_by_the_next_command_there(stage, book):
    await stage.says("Ana", "/timezone London", on=TELEGRAM)
    await stage.says("Ana", "/band create", on=TELEGRAM, where="-1")
    answer = await stage.says("Ana", "/busy Tue 1 Dec", on=TELEGRAM, where="-1")
    assert "I have put my question about /band create aside." in text_of(answer.reply)
    assert await stage.says("Ana", "see you there", on=TELEGRAM, where="-1") is None
    assert await book.bands("Ana", TELEGRAM) == []


async def test_words_where_only_buttons_answer_point_at_them(stage, book):
    await stage.says("Ana", "/busy free on Tuesdays")
    answer = await stage.says("Ana", "free")
    assert text_of(answer.reply) == "One of the buttons above answers that\nOr start again: /busy"
    assert await book.diary("Ana") == []


async def test_another_s_plain_words_do_not_answer_my_question(stage, book):
    await stage.says("Ana", "/band create", on=TELEGRAM, where="-1")
    assert await stage.says("Bo", "Leeds", on=TELEGRAM, where="-1") is None
    await stage.says("Ana", "Blue", on=TELEGRAM, where="-1")
    await stage.says("Ana", "Leeds", on=TELEGRAM, where="-1")
    assert [band.name for band, _ in await book.bands("Ana", TELEGRAM)] == ["Blue"]


async def test_a_flag_or_an_amount_that_is_none_is_asked_for_again(foxes):
    asked = await foxes.says("Ana", "/band invite dep: perhaps")
    assert "perhaps does not fit here." in text_of(asked.reply)
    assert "Say yes or no." in text_of(asked.reply)
    made = await foxes.says("Ana", "yes")
    assert "a dep (a stand-in)" in text_of(made.reply)
    for hours in ("many", "0", "25", "-1", "1e9", "nan"):
        asked = await foxes.says("Ana", f"/green hours: {hours}")
        assert f"{hours} does not fit here. How long at least?" in text_of(asked.reply)
    answer = await foxes.says("Ana", "3h")
    assert "3 h or longer" in text_of(answer.reply)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-GB", "cancel"),
        ("en-GB", "Cancel!"),
        ("de-DE", "abbrechen"),
        ("de-DE", "cancel"),
        ("es-ES", "Déjalo."),
        ("fr-FR", "annuler"),
        ("pt-BR", "cancela"),
    ],
)
async def test_a_question_is_left_by_a_word(stage, book, locale, words):
    await stage.says("Ana", "/timezone London", locale=locale)
    asked = await stage.says("Ana", "/busy Fri 12 Dec", locale=locale)
    before = await book.rows("availability", "change")
    left = await stage.says("Ana", words, locale=locale)
    assert "aside" in text_of(left.reply)
    assert await book.rows("availability", "change") == before
    await stage.presses("Ana", asked, "Fri 11 Dec", locale=locale)
    assert await book.rows("availability") == {"availability": []}, "what was left takes no answer"


async def test_what_needs_a_word_is_left_by_one_too(stage):
    await stage.says("Ana", "/band create", locale="en-GB")
    left = await stage.says("Ana", "cancel")
    assert "I have put my question about /band create aside." in text_of(left.reply)
    assert "Foxes is here" in text_of((await stage.says("Ana", "/band create Foxes city: Leeds")).reply)
