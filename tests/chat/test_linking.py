"""One person on several platforms: joined by a code, asked where both have something, parted again."""

import asyncio

import pytest

from bots.chat.turn import PressedButton
from core.ids import Platform
from core.journal import Gone
from core.people.account_links import (
    AlreadyLinked,
    AskedFromThere,
    LinkCodeExpired,
    LinkCodeUnknown,
    LinkCodeUsed,
    OwnLinkCode,
)
from core.personal_data.merge import Linked, LinkShown
from tests.fakes.stage import text_of

DISCORD, TELEGRAM = Platform.DISCORD, Platform.TELEGRAM


async def code_of(stage, name="Ana", on=DISCORD):
    return (await stage.says(name, "/link", on=on)).result.offered.code


async def join(stage, name="ana_t", on=TELEGRAM, *, to="Ana", to_on=DISCORD):
    code = await code_of(stage, to, to_on)
    answer = await stage.says(name, f"/link {code}", on=on)
    if isinstance(answer.result, LinkShown):
        answer = await stage.presses(name, answer, "Join them", on=on)
    assert isinstance(answer.result, Linked), answer.result
    return answer


async def diaries(book):
    return await book.diary("Ana", DISCORD), await book.diary("ana_t", TELEGRAM)


@pytest.fixture
async def both(stage):
    """Ana owns The Foxes on Discord; ana_t drums there on Telegram, and has a band of her own."""
    await stage.says("Ana", "/band create The Foxes city: Leeds", on=DISCORD)
    await stage.says("Ana", "/busy every Tuesday evening", on=DISCORD)
    code = (await stage.says("Ana", "/band invite part: drums", on=DISCORD)).result.invited.code
    await stage.says("ana_t", f"/join {code}", on=TELEGRAM)
    await stage.says("ana_t", "/band create Blue city: New York", on=TELEGRAM)
    await stage.says("ana_t", "/busy Fri 4 Dec 18:00-20:00", on=TELEGRAM)
    await stage.says("Ana", "/maybe Sat 5 Dec", on=DISCORD)
    return stage


# A code


async def test_a_code_comes_with_the_words_to_type_and_a_link(stage):
    answer = await stage.says("Ana", "/link", on=DISCORD)
    code = answer.result.offered.code
    text = text_of(answer.reply)
    assert f"On the other platform, type /link {code[:4]}-{code[4:]} to me." in text
    assert f"https://t.me/bandwidth_bot?start=link_{code}" in text
    assert "10 minutes, once" in text
    assert answer.reply.buttons == ()


async def test_it_is_kept_as_a_hash(stage, book):
    code = await code_of(stage)
    rows = await book.rows("link_code")
    assert len(rows["link_code"]) == 1
    assert code not in str(rows)


async def test_a_newer_code_voids_the_older(stage, book):
    older, newer = await code_of(stage), await code_of(stage)
    assert isinstance((await stage.says("ana_t", f"/link {older}", on=TELEGRAM)).result, LinkCodeUnknown)
    assert isinstance((await stage.says("ana_t", f"/link {newer}", on=TELEGRAM)).result, Linked)
    assert len((await book.rows("link_code"))["link_code"]) == 1


async def test_delivered_twice_it_is_answered_with_a_code_that_works(stage):
    first = await stage.says("Ana", "/link", on=DISCORD, cause="c")
    second = await stage.says("Ana", "/link", on=DISCORD, cause="c")
    assert first.result.offered.code != second.result.offered.code
    answer = await stage.says("ana_t", f"/link {second.result.offered.code}", on=TELEGRAM)
    assert isinstance(answer.result, Linked)


# Joining


async def test_an_empty_one_is_simply_absorbed(stage, book):
    await stage.says("Ana", "/timezone London", on=DISCORD)
    await stage.says("Ana", "/busy every Tuesday evening", on=DISCORD)
    await stage.says("ana_t", "/mine", on=TELEGRAM)
    answer = await join(stage)
    assert text_of(answer.reply).splitlines() == [
        "🔗 Joined: you are Ana on all of these",
        "Ana on Discord",
        "ana_t on Telegram",
        "To unlink them again: /link",
    ]
    ana, phone = await diaries(book)
    assert ana == phone
    assert len(ana) == 1
    assert text_of((await stage.says("ana_t", "/profile", on=TELEGRAM)).reply).startswith("👤 Ana,")


async def test_a_code_that_an_empty_one_made_joins_it_to_the_one_that_has_something(stage, book):
    await stage.says("ana_t", "/settings language: Deutsch free: no", on=TELEGRAM)
    await stage.says("ana_t", "/busy Tue 1 Dec", on=TELEGRAM)
    answer = await join(stage)
    assert answer.result.person.name == "ana_t"
    person = await book.person("Ana", DISCORD)
    assert (person.language, person.free_by_default) == ("de", False)
    assert len(await book.diary("Ana", DISCORD)) == 1


async def test_where_both_have_something_it_is_asked_first(both, book):
    code = await code_of(both)
    before = await book.rows()
    asked = await both.says("ana_t", f"/link {code}", on=TELEGRAM)
    assert await book.rows() == before
    assert text_of(asked.reply).splitlines() == [
        "🔗 Are you Ana?",
        "The code is from: Ana (Discord)",
        "There: 2 rules in the diary and 1 band",
        "Here: 1 rule in the diary and 2 bands",
        "Once joined, the two diaries are one. Zone and settings stay as they are there.",
        "Only if that is you: from then on both accounts read and change the same diary.",
    ]
    left = await both.presses("ana_t", asked, "Not now", on=TELEGRAM)
    assert text_of(left.reply).startswith("Nothing has changed")
    assert await book.rows() == before
    joined = await both.presses("ana_t", asked, "Join them", on=TELEGRAM)
    assert text_of(joined.reply).splitlines() == [
        "🔗 Joined: you are Ana on all of these",
        "Ana on Discord",
        "ana_t on Telegram",
        "Added and kept: 1 rule in the diary and 2 bands.",
        "Where the two disagree, what you said last counts.",
        "Where both were in the same band, you have the higher role and the parts of both.",
        "To unlink them again: /link",
    ]


async def test_all_of_both_is_one(both, book):
    await join(both)
    ana, phone = await diaries(book)
    assert ana == phone
    assert [said.words for said in ana] == ["every Tuesday evening", "Fri 4 Dec 18:00-20:00", "Sat 5 Dec"]
    assert [said.id for said in ana] == sorted(said.id for said in ana)
    ((blue, _), (foxes, seat)) = await book.bands("ana_t", TELEGRAM)
    assert (blue.name, foxes.name) == ("Blue", "The Foxes")
    assert (seat.role.value, seat.part, seat.required, seat.name) == ("owner", "drums", True, "Ana")
    shown = text_of((await both.says("ana_t", "/band members band: The Foxes", on=TELEGRAM)).reply)
    assert "1 member" in shown
    assert (await book.person("Ana", DISCORD)).last_band == foxes.id


async def test_rules_keep_the_zone_they_were_said_in(stage, book):
    for name, on, city in (("Ana", DISCORD, "London"), ("ana_t", TELEGRAM, "New York")):
        await stage.says(name, f"/timezone {city}", on=on)
        await stage.says(name, "/busy every Friday 18:00-20:00", on=on)
    answer = await join(stage)
    assert "Your zone is Europe/London; what was added keeps New York time." in text_of(answer.reply)
    zones = [said.rule.zone for said in await book.diary("Ana", DISCORD)]
    assert zones == ["Europe/London", "America/New_York"]


@pytest.mark.parametrize("knows", ["Ana", "ana_t"])
async def test_a_zone_that_only_one_has_is_the_zone_of_what_the_other_guessed(stage, book, knows):
    for name, on in (("Ana", DISCORD), ("ana_t", TELEGRAM)):
        if name == knows:
            await stage.says(name, "/timezone New York", on=on)
        await stage.says(name, "/busy Tue 1 Dec", on=on)
    await join(stage)
    assert {said.rule.zone for said in await book.diary("Ana", DISCORD)} == {"America/New_York"}
    assert (await book.person("Ana", DISCORD)).zone == "America/New_York"


async def test_what_was_said_before_is_undone_from_either_side(both, book):
    done = await both.says("ana_t", "/busy Wed 2 Dec", on=TELEGRAM)
    await join(both)
    ours = len(await book.diary("Ana", DISCORD))
    await both.presses("Ana", done, "Undo", on=DISCORD)
    assert len(await book.diary("Ana", DISCORD)) == ours - 1
    await both.says("Ana", "/undo", on=DISCORD)
    await both.says("ana_t", "/undo", on=TELEGRAM)
    assert [said.words for said in await book.diary("Ana", DISCORD)] == ["every Tuesday evening"]


async def test_an_old_zone_of_the_one_who_is_no_more_does_not_stand_in_undo_s_way(stage, book):
    await stage.says("Ana", "/timezone London", on=DISCORD)
    await stage.says("Ana", "/busy Tue 1 Dec", on=DISCORD)
    await stage.says("ana_t", "/busy Wed 2 Dec", on=TELEGRAM)
    zoned = await stage.says("ana_t", "/timezone New York", on=TELEGRAM)
    named = await stage.says("ana_t", "/profile name: Jo", on=TELEGRAM)
    await join(stage)
    for old in (zoned, named):
        assert isinstance((await stage.presses("ana_t", old, "Undo", on=TELEGRAM)).result, Gone)
    await stage.says("Ana", "/undo", on=DISCORD)
    await stage.says("Ana", "/undo", on=DISCORD)
    assert await book.diary("Ana", DISCORD) == []


async def test_a_name_that_was_said_counts_more_than_one_that_was_not(stage, book):
    await stage.says("Ana", "/start", on=DISCORD)
    await stage.says("ana_t", "/profile name: Jo instruments: drums", on=TELEGRAM)
    await join(stage)
    person = await book.person("Ana", DISCORD)
    assert (person.name, person.instruments) == ("Jo", ("drums",))


async def test_an_open_question_goes_on_after_joining(both, book):
    code = await code_of(both)
    asked = await both.says("ana_t", f"/link {code}", on=TELEGRAM)
    await both.says("ana_t", "/busy", on=TELEGRAM)
    await both.presses("ana_t", asked, "Join them", on=TELEGRAM)
    await both.says("ana_t", "Mon 7 Dec", on=TELEGRAM)
    assert [said.words for said in await book.diary("Ana", DISCORD)][-1] == "Mon 7 Dec"


async def test_joined_by_a_message_that_comes_twice_it_is_told_twice_and_done_once(both, book):
    code = await code_of(both)
    asked = await both.says("ana_t", f"/link {code}", on=TELEGRAM)
    first = await both.presses("ana_t", asked, "Join them", on=TELEGRAM, cause="c")
    before = await book.rows()
    second = await both.presses("ana_t", asked, "Join them", on=TELEGRAM, cause="c")
    assert text_of(second.reply) == text_of(first.reply)
    assert await book.rows() == before


async def test_three_accounts_are_one_person(stage, book):
    await join(stage)
    await join(stage, "Ana", Platform.CONSOLE, to="ana_t", to_on=TELEGRAM)
    ids = {
        (await book.person(name, on)).id
        for name, on in (("Ana", DISCORD), ("ana_t", TELEGRAM), ("Ana", Platform.CONSOLE))
    }
    assert len(ids) == 1


# By a link


async def test_a_link_shows_whom_it_joins_and_changes_nothing(both, book):
    code = await code_of(both)
    before = await book.rows()
    shown = await both.says("ana_t", f"/start link_{code}", on=TELEGRAM)
    assert isinstance(shown.result, LinkShown)
    assert await book.rows() == before
    assert isinstance((await both.presses("ana_t", shown, "Join them", on=TELEGRAM)).result, Linked)


async def test_an_empty_one_is_asked_too_when_it_comes_by_a_link(stage, book):
    code = await code_of(stage)
    shown = await stage.says("ana_t", f"/start link_{code}", on=TELEGRAM)
    assert "Are you Ana?" in text_of(shown.reply)
    assert (await book.person("ana_t", TELEGRAM)).name == "ana_t"
    await stage.presses("ana_t", shown, "Link", on=TELEGRAM)
    assert (await book.person("ana_t", TELEGRAM)).name == "Ana"


@pytest.mark.parametrize("payload", ["link_", "link_NOSUCHCODE", "link_" + "x" * 60])
async def test_a_link_with_another_code_opens_nothing(stage, payload):
    answer = await stage.says("ana_t", f"/start {payload}", on=TELEGRAM)
    assert isinstance(answer.result, LinkCodeUnknown)


# What is refused


async def test_codes_that_do_not_join(stage, clock):
    code = await code_of(stage)
    assert isinstance((await stage.says("Ana", f"/link {code}", on=DISCORD)).result, OwnLinkCode)
    assert isinstance((await stage.says("ana_t", "/link K7QX-MP2D", on=TELEGRAM)).result, LinkCodeUnknown)
    await stage.says("ana_t", f"/link {code}", on=TELEGRAM)
    assert isinstance((await stage.says("Eve", f"/link {code}", on=TELEGRAM)).result, LinkCodeUsed)
    for name, on in (("ana_t", TELEGRAM), ("Ana", DISCORD)):
        assert isinstance((await stage.says(name, f"/link {code}", on=on)).result, AlreadyLinked)
    code = await code_of(stage)
    clock.advance(minutes=10)
    assert isinstance((await stage.says("Eve", f"/link {code}", on=TELEGRAM)).result, LinkCodeExpired)


async def test_a_code_is_good_until_its_last_second(stage, clock):
    code = await code_of(stage)
    clock.advance(minutes=9, seconds=59)
    assert isinstance((await stage.says("ana_t", f"/link {code}", on=TELEGRAM)).result, Linked)


async def test_a_button_shown_in_time_is_pressed_too_late(both, clock, book):
    code = await code_of(both)
    asked = await both.says("ana_t", f"/link {code}", on=TELEGRAM)
    clock.advance(minutes=11)
    assert isinstance((await both.presses("ana_t", asked, "Join them", on=TELEGRAM)).result, LinkCodeExpired)
    await code_of(both)
    assert isinstance((await both.presses("ana_t", asked, "Join them", on=TELEGRAM)).result, Gone)
    ana, phone = await diaries(book)
    assert ana != phone


async def test_two_who_redeem_one_code_at_once(stage, book):
    code = await code_of(stage)
    answers = await asyncio.gather(
        *(stage.says(name, f"/link {code}", on=TELEGRAM) for name in ("ana_t", "Eve", "Mallory"))
    )
    assert sorted(type(each.result).__name__ for each in answers) == [
        "LinkCodeUsed",
        "LinkCodeUsed",
        "Linked",
    ]
    ana = await book.person("Ana", DISCORD)
    async with book.units.read() as unit:
        assert len(await unit.people.accounts(ana.id)) == 2


async def test_a_double_tap_joins_once(both, book):
    code = await code_of(both)
    asked = await both.says("ana_t", f"/link {code}", on=TELEGRAM)
    answers = await asyncio.gather(
        *(both.presses("ana_t", asked, "Join them", on=TELEGRAM) for _ in range(5))
    )
    assert sorted(type(each.result).__name__ for each in answers) == ["AlreadyLinked"] * 4 + ["Linked"]
    kinds = [row[2] for row in (await book.rows("change"))["change"]]
    assert kinds.count("person.linked") == 1


# In a group


async def test_in_a_group_the_answer_is_private(stage):
    answer = await stage.says("Ana", "/link", on=DISCORD, where="room")
    assert answer.reply.audience.value == "asker"
    door = await stage.says("ana_t", "/link", on=TELEGRAM, where="group")
    assert "between you and me" in text_of(door.reply)


# Parting


async def test_the_others_are_listed_with_a_button_each(both):
    await join(both)
    await join(both, "ana_2", TELEGRAM)
    card = await both.says("Ana", "/link", on=DISCORD)
    assert "Ana on Discord (this one)" in text_of(card.reply)
    labels = [button.label for row in card.reply.buttons for button in row]
    assert labels == ["Unlink ana_t", "Unlink ana_2"]


async def test_a_parted_account_starts_anew_and_the_diary_stays(both, book):
    await join(both)
    diary = await book.diary("Ana", DISCORD)
    card = await both.says("ana_t", "/link", on=TELEGRAM)
    asked = await both.presses("ana_t", card, "Unlink Discord", on=TELEGRAM)
    assert "That account starts again with nothing." in text_of(asked.reply)
    assert await book.diary("Ana", DISCORD) == diary
    parted = await both.presses("ana_t", asked, "Unlink", on=TELEGRAM)
    assert "Your diary and bands stay with ana_t (Telegram)." in text_of(parted.reply)
    assert await book.diary("ana_t", TELEGRAM) == diary
    assert await book.diary("Ana", DISCORD) == []
    assert await book.bands("Ana", DISCORD) == []
    assert (await book.person("Ana", DISCORD)).name == "Ana"
    again = await both.presses("ana_t", asked, "Unlink", on=TELEGRAM)
    assert isinstance(again.result, Gone)
    await join(both, "Ana", DISCORD, to="ana_t", to_on=TELEGRAM)
    assert await book.diary("Ana", DISCORD) == diary


async def test_the_account_that_asks_stays(both, book):
    await join(both)
    card = await both.says("Ana", "/link", on=DISCORD)
    asked = await both.presses("Ana", card, "Unlink Telegram", on=DISCORD)
    for answer, label in ((card, "Unlink Telegram"), (asked, "Unlink")):
        refused = await both.presses("ana_t", answer, label, on=TELEGRAM)
        assert isinstance(refused.result, AskedFromThere)
    kept = await both.presses("Ana", asked, "Keep it", on=DISCORD)
    assert text_of(kept.reply).startswith("Nothing has changed")
    assert (await book.person("Ana", DISCORD)).id == (await book.person("ana_t", TELEGRAM)).id


async def test_nobody_parts_somebody_else_s_account(both, book):
    await join(both)
    card = await both.says("Ana", "/link", on=DISCORD)
    asked = await both.presses("Ana", card, "Unlink Telegram", on=DISCORD)
    for answer, label in ((card, "Unlink Telegram"), (asked, "Unlink")):
        assert isinstance((await both.presses("Eve", answer, label, on=DISCORD)).result, Gone)
    for number in range(1, 5):
        token = both.dispatcher.tokens.encode("accountpart", (number,))
        assert isinstance((await both.does("Eve", PressedButton(token))).result, Gone | AskedFromThere)
    assert (await book.person("Ana", DISCORD)).id == (await book.person("ana_t", TELEGRAM)).id
