"""What a person is called, plays and has chosen, by words and by buttons; and Undo."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.ids import Platform
from core.journal import Superseded
from core.people.names import (
    INSTRUMENTS_LIMIT,
    NAME_LIMIT,
    InstrumentsNotUsable,
    PersonNameNotUsable,
    usable_instruments,
    usable_name,
)
from core.scheduling.diary.zones import ZoneSet
from tests.fakes.stage import text_of


async def profile(book, name="Ana"):
    person = await book.person(name)
    return person.name, person.named, person.instruments, person.language, person.free_by_default


# The card


async def test_the_card_shows_what_is_known(stage):
    await stage.says("Ana", "/timezone London")
    card = text_of((await stage.says("Ana", "/profile")).reply)
    assert card.splitlines()[:4] == [
        "👤 Ana, this is your profile",
        "Name: Ana",
        "Instruments: not said yet",
        "Time zone: Europe/London",
    ]


async def test_it_is_edited_by_arguments(stage, book):
    answer = await stage.says("Ana", "/profile name: Jo instruments: drums, lead  vocals,Drums, ")
    assert "Instruments: drums and lead vocals" in text_of(answer.reply)
    assert await profile(book) == ("Jo", True, ("drums", "lead vocals"), None, True)
    await stage.says("Ana", "/profile instruments: none")
    assert (await book.person("Ana")).instruments == ()


async def test_it_is_edited_by_buttons_that_ask(stage, book):
    card = await stage.says("Ana", "/profile")
    await stage.presses("Ana", card, "Name")
    assert "you" not in text_of((await stage.says("Ana", "Jo Bloggs")).reply).splitlines()[1]
    asked = await stage.presses("Ana", card, "Instruments")
    assert "What do you play?" in text_of(asked.reply)
    await stage.fills("Ana", asked, "Type it", "bass, triangle")
    await stage.presses("Ana", card, "Time zone")
    assert isinstance((await stage.says("Ana", "Leeds")).result, ZoneSet)
    person = await book.person("Ana")
    assert (person.name, person.instruments, person.zone) == (
        "Jo Bloggs",
        ("bass", "triangle"),
        "Europe/London",
    )


async def test_a_zone_alone_is_set_as_timezone_does(stage, book):
    assert isinstance((await stage.says("Ana", "/profile zone: Leeds")).result, ZoneSet)
    await stage.says("Ana", "/busy every Tuesday evening")
    asked = await stage.says("Ana", "/profile zone: New York")
    moved = await stage.presses("Ana", asked, "Same hours, new zone")
    assert moved.result.moved == 1
    asked = await stage.says("Ana", "/profile zone: Portland")
    assert "Which Portland" in text_of(asked.reply)


async def test_a_zone_beside_a_name_is_pointed_at(stage, book):
    answer = text_of((await stage.says("Ana", "/profile name: Jo zone: Leeds")).reply)
    assert "Your zone is set separately: /timezone Leeds" in answer
    assert (await profile(book))[0] == "Jo"
    assert (await book.person("Ana")).zone is None


async def test_the_same_again_changes_nothing(stage, book):
    await stage.says("Ana", "/profile name: Jo")
    before = await book.rows()
    again = await stage.says("Ana", "/profile name:  Jo ")
    assert text_of(again.reply).startswith("👤 Nothing to change, Jo")
    assert await book.rows() == before


async def test_delivered_twice_it_is_answered_twice_and_done_once(stage, book):
    first = await stage.says("Ana", "/profile name: Jo", cause="c")
    second = await stage.says("Ana", "/profile name: Jo", cause="c")
    assert text_of(second.reply) == text_of(first.reply)
    first = await stage.says("Ana", "/settings free: no", cause="d")
    second = await stage.says("Ana", "/settings free: no", cause="d")
    assert text_of(second.reply) == text_of(first.reply)


# Names


@pytest.mark.parametrize(
    "said", ["x" * 81, "\x00", "Jo\u202egnirts", "\u2066Jo", "Jo\x07", "\u200b\u200d", "\ud800", "Jo\x1b[2J"]
)
async def test_a_name_that_cannot_be_shown_is_refused(stage, book, said):
    await stage.says("Ana", "/start")
    answer = await stage.runs("Ana", "profile", values={"name": said})
    assert isinstance(answer.result, PersonNameNotUsable)
    assert (await profile(book))[:2] == ("Ana", False)


@pytest.mark.parametrize(
    "said",
    ["J", "x" * 80, "Zoë-Ann O'Hara", "🥁", "ジョー", "👩\u200d🎤 Jo", "יוסי", "<b>*Jo*</b>", "@everyone"],
)
async def test_a_name_can_be_whatever_can_be_seen(stage, book, said):
    await stage.runs("Ana", "profile", values={"name": said})
    assert (await profile(book))[:2] == (said, True)


@given(st.text(max_size=120))
def test_a_usable_name_is_one_line_that_fits_and_stays_itself(words):
    try:
        name = usable_name(words)
    except PersonNameNotUsable:
        return
    assert 0 < len(name) <= NAME_LIMIT
    assert name.splitlines() == [name]
    assert usable_name(name) == name
    name.encode()


@given(st.text(max_size=120))
def test_usable_instruments_stay_themselves(words):
    try:
        found = usable_instruments(words)
    except InstrumentsNotUsable:
        return
    assert 0 < len(found) <= INSTRUMENTS_LIMIT
    assert len({each.casefold() for each in found}) == len(found)
    assert usable_instruments(", ".join(found)) == found


@pytest.mark.parametrize("said", [",", "x" * 41, ",".join("abcdefghi"), "drums, \u202evocals"])
async def test_instruments_that_do_not_fit_are_refused(stage, book, said):
    await stage.says("Ana", "/start")
    answer = await stage.runs("Ana", "profile", values={"instruments": said})
    assert isinstance(answer.result, InstrumentsNotUsable)
    assert (await book.person("Ana")).instruments == ()


# The platform's names


async def renamed(stage, name, to, on=Platform.CONSOLE):
    from bots.chat.turn import Incoming, TypedLine
    from core.ids import AccountRef

    chat = stage.chat(on, name, None)
    said = Incoming(AccountRef(on, name), to, "en-GB", chat, f"test:{next(stage.causes)}", TypedLine("/mine"))
    await stage.dispatcher.answer(said)


async def test_until_a_name_is_said_it_is_the_platform_s(stage, book):
    await stage.says("Ana", "/start")
    await renamed(stage, "Ana", "Ana B")
    assert (await profile(book))[0] == "Ana B"


async def test_a_name_that_was_said_stays_even_if_it_is_what_the_account_is_called(stage, book):
    await stage.says("Ana", "/profile name: Ana B")
    await renamed(stage, "Ana", "Ana B")
    await renamed(stage, "Ana", "Somebody Else")
    assert (await profile(book))[:2] == ("Ana B", True)


async def test_with_several_accounts_only_the_one_that_gave_the_name_changes_it(stage, book):
    code = (await stage.says("Ana", "/link")).result.offered.code
    await stage.says("Phone", f"/link {code}", on=Platform.TELEGRAM)
    assert (await profile(book))[0] == "Ana"
    await renamed(stage, "Phone", "Fon", on=Platform.TELEGRAM)
    assert (await profile(book))[0] == "Ana"
    await renamed(stage, "Ana", "Ana B")
    assert (await profile(book))[0] == "Ana B"
    await stage.says("Phone", "/profile name: Fon", on=Platform.TELEGRAM)
    await renamed(stage, "Phone", "Fon 2", on=Platform.TELEGRAM)
    await renamed(stage, "Ana", "Ana C")
    assert (await profile(book))[0] == "Fon"


async def test_a_name_taken_back_is_what_the_platform_says_now(stage, book):
    done = await stage.says("Ana", "/profile name: Jo")
    await renamed(stage, "Ana", "Ana B")
    await stage.presses("Ana", done, "Undo")
    await renamed(stage, "Ana", "Ana C")
    assert (await profile(book))[:2] == ("Ana C", False)


# Undo


ACTS = st.lists(
    st.sampled_from(
        [
            "/profile name: Jo",
            "/profile name: Ana instruments: bass",
            "/profile instruments: none",
            "/profile instruments: drums, vocals",
            "/settings language: fr",
            "/settings language: app free: no",
            "/settings free: yes",
        ]
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, data=st.data())
async def test_whatever_is_done_and_undone_backwards_leaves_nothing_behind(stage, book, acts, data):
    name = data.draw(st.uuids().map(lambda each: f"P{each.hex[:12]}"))
    await stage.says(name, "/start")
    states, done = [await profile(book, name)], []
    for act in acts:
        answer = await stage.says(name, act)
        if any(button.label == "Undo" for row in answer.reply.buttons for button in row):
            done.append(answer)
            states.append(await profile(book, name))
    for answer in reversed(done):
        assert await profile(book, name) == states.pop()
        await stage.presses(name, answer, "Undo")
    assert [await profile(book, name)] == states


@pytest.mark.parametrize(
    "act",
    [
        "/profile name: Jo",
        "/profile name: Ana",
        "/profile instruments: bass, vocals",
        "/profile instruments: none",
        "/profile name: Jo instruments: bass",
        "/settings language: Deutsch",
        "/settings free: no",
        "/settings language: en-US free: no",
    ],
)
async def test_do_undo_redo_restores_exactly(stage, book, act):
    await stage.says("Ana", "/profile instruments: drums")
    at_first = await profile(book)
    done = await stage.says("Ana", act)
    after = await profile(book)
    assert after != at_first
    undone = await stage.presses("Ana", done, "Undo")
    assert await profile(book) == at_first
    redone = await stage.presses("Ana", undone, "Redo")
    assert await profile(book) == after
    undone = await stage.presses("Ana", redone, "Undo")
    assert await profile(book) == at_first
    again = await stage.presses("Ana", redone, "Undo")
    assert text_of(again.reply).startswith("↩ Already undone")
    for answer in (undone, again):
        assert len(text_of(answer.reply).splitlines()) > 1


async def test_what_was_changed_again_since_stays(stage, book):
    named = await stage.says("Ana", "/profile name: Jo")
    chosen = await stage.says("Ana", "/settings language: Deutsch")
    await stage.says("Ana", "/profile name: Joe")
    await stage.says("Ana", "/settings language: Español")
    for done, card in ((named, "/profile"), (chosen, "/settings")):
        answer = await stage.presses("Ana", done, "Undo")
        assert isinstance(answer.result, Superseded)
        assert card in text_of(answer.reply)
    assert (await profile(book))[0] == "Joe"


async def test_another_field_s_change_does_not_stand_in_the_way(stage, book):
    named = await stage.says("Ana", "/profile name: Jo")
    await stage.says("Ana", "/profile instruments: drums")
    await stage.presses("Ana", named, "Undo")
    assert await profile(book) == ("Ana", False, ("drums",), None, True)


async def test_slash_undo_is_about_the_diary_and_the_zone(stage, book):
    await stage.says("Ana", "/timezone London")
    await stage.says("Ana", "/profile name: Jo")
    await stage.says("Ana", "/undo")
    assert (await profile(book))[0] == "Jo"
    assert (await book.person("Ana")).zone is None


# Settings


async def test_a_chosen_language_counts_for_what_is_typed_and_for_dates(stage, book):
    await stage.says("Ana", "/timezone London")
    card = await stage.says("Ana", "/settings")
    assert "as your app tells me: I read and answer English" in text_of(card.reply)
    chosen = await stage.presses("Ana", card, "Deutsch")
    assert "I read German and English, and answer in English" in text_of(chosen.reply)
    busy = await stage.says("Ana", "/busy jeden Dienstag von 18 bis 20 Uhr")
    assert "Busy every Tuesday, 18:00-20:00" in text_of(busy.reply)
    chosen = await stage.presses("Ana", chosen, "English (US)")
    assert "Tue, Dec 1, 7:30 PM; when you type 5/6 it is Thu, May 6" in text_of(chosen.reply)
    assert "Thu, May 6" in text_of((await stage.says("Ana", "/busy 5/6")).reply)
    back = await stage.presses("Ana", chosen, "As my app says")
    assert "when you type 5/6 it is Sat 5 Jun" in text_of(back.reply)
    assert (await book.person("Ana")).locale == "en-GB"


async def test_a_chosen_language_stays_whatever_the_platform_tells(stage, book):
    await stage.says("Ana", "/settings language: Français")
    await stage.says("Ana", "/mine", locale="en-US")
    person = await book.person("Ana")
    assert (person.locale, person.language, person.told_locale) == ("fr", "fr", "en-US")
    await stage.says("Ana", "/settings language: app")
    assert (await book.person("Ana")).locale == "en-GB"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("Deutsch", "jeden Dienstag"),
        ("Español", "todos los martes"),
        ("Français", "tous les mardis"),
        ("Português", "todas as terças-feiras"),
        ("English (UK)", "every Tuesday"),
        ("English (US)", "every Tuesday"),
    ],
)
async def test_each_language_on_offer_is_read_and_so_is_english(stage, language, words):
    card = await stage.says("Ana", "/settings", locale=None)
    await stage.presses("Ana", card, language, locale=None)
    for each in (words, "every Tuesday"):
        said = await stage.says("Ana", f"/busy {each}", locale=None)
        assert "every Tuesday" in text_of(said.reply)


async def test_who_is_free_only_when_saying_so_turns_no_zone_green(foxes, book):
    green = (await foxes.says("Ana", "/green Tue 1 Dec")).result.zones.stretches
    card = await foxes.says("Bo", "/settings")
    chosen = await foxes.presses("Bo", card, "Only when I say")
    assert "turns green only where you have said that you are free" in text_of(chosen.reply)
    assert "You are free only where you say so." in text_of((await foxes.says("Bo", "/mine")).reply)
    assert (await foxes.says("Ana", "/green Tue 1 Dec")).result.zones.stretches != green
    await foxes.says("Bo", "/timezone Leeds")
    await foxes.says("Bo", "/free Tue 1 Dec")
    assert (await foxes.says("Ana", "/green Tue 1 Dec")).result.zones.stretches == green
    await foxes.presses("Bo", chosen, "Free unless I say")
    assert (await book.person("Bo")).free_by_default is True


async def test_pressed_twice_it_says_that_it_was_so(stage, book):
    card = await stage.says("Ana", "/settings")
    await stage.presses("Ana", card, "Español")
    before = await book.rows()
    again = await stage.presses("Ana", card, "Español")
    assert "settings: nothing to change" in text_of(again.reply)
    assert await book.rows() == before


async def test_numbers_that_no_button_has_only_show_the_card(stage, book):
    from bots.chat.turn import PressedButton

    await stage.says("Ana", "/start")
    before = await book.rows()
    for verb, number in (("personlanguage", 99), ("profilefield", 3)):
        token = stage.dispatcher.tokens.encode(verb, (number,))
        answer = await stage.does("Ana", PressedButton(token))
        assert "⚙" in text_of(answer.reply) or "👤" in text_of(answer.reply)
    assert await book.rows() == before


async def test_what_is_suggested_while_typing_is_read_in_the_chosen_language(stage):
    from bots.chat.suggestions import suggest
    from core.ids import AccountRef

    await stage.says("Ana", "/settings language: de")

    (found,) = await suggest(
        stage.dispatcher,
        account=AccountRef(Platform.CONSOLE, "Ana"),
        locale="en-US",
        chat=stage.chat(Platform.CONSOLE, "Ana", None),
        command="busy",
        argument="when",
        typed="jeden Dienstag 18:00-20:00",
    )
    assert "every Tuesday, 18:00-20:00" in found.label
