"""Pictures and files on Telegram's wire: photos with the words under them, edits, ids, and refusals."""

from dataclasses import replace

import pytest

from bots.chat.reply import File
from core.destinations import PrivateChat
from core.ids import AccountRef, Platform
from core.outbox import Later, Sent
from presentation.painting.painter import painted
from tests.wire.pictured import OTHER, PICTURED, WORDS, WORDY, PresetDispatcher, on_telegram

PNG = painted(PICTURED.picture)


@pytest.fixture
def dispatcher():
    return PresetDispatcher()


@pytest.fixture
async def server(loopback_telegram, dispatcher):
    async with on_telegram(loopback_telegram, dispatcher) as server:
        yield server


@pytest.fixture
async def telegram(loopback_telegram, server):
    return loopback_telegram


@pytest.fixture
def ann(telegram):
    return telegram.add_user("Ann", started=True)


def made(telegram, since):
    return [name for name, _ in telegram.requests[since:] if name != "answercallbackquery"]


async def test_a_picture_is_a_photo_with_the_words_under_it(telegram, ann):
    before = len(telegram.requests)
    said = await telegram.send(ann, "/green")
    assert made(telegram, before) == ["sendphoto"]
    assert said.message.file == PNG
    assert said.message.file_name == "calendar.png"
    assert said.message.data["caption"] == "The Foxes in March\n• Fri 12\n• Sat 13"
    assert said.labels == ["Words"]


async def test_a_picture_is_uploaded_once(telegram, ann):
    await telegram.send(ann, "/green")
    again = await telegram.send(ann, "/green")
    assert again.message.file == PNG
    assert len(telegram.files) == 1
    assert isinstance(telegram.requests[-1][1]["photo"], str)


async def test_an_id_that_telegram_forgot_is_uploaded_again(telegram, ann):
    await telegram.send(ann, "/green")
    telegram.files.clear()
    again = await telegram.send(ann, "/green")
    assert again.message.file == PNG
    assert len(again.messages) == 1
    before = len(telegram.requests)
    await telegram.send(ann, "/green")
    assert made(telegram, before) == ["sendphoto"]


async def test_more_words_than_a_caption_takes_follow_with_the_buttons(telegram, dispatcher, ann):
    dispatcher.next = WORDY
    said = await telegram.send(ann, "/green")
    await telegram.wait_for(lambda: len(said.messages) == 2, "send the words, too")
    photo, words = said.messages
    assert photo.file == PNG
    assert photo.text == "The Foxes in March"
    assert photo.labels == []
    assert words.text.count("•") == 20
    assert words.labels == ["Words"]


async def test_a_text_becomes_a_photo_in_place(telegram, dispatcher, ann):
    dispatcher.next = WORDS
    said = await telegram.send(ann, "/green")
    dispatcher.next = PICTURED
    shown = await telegram.press(ann, said, "Picture")
    assert (shown.edits, shown.messages) == ([said.message], [])
    assert said.message.file == PNG
    assert said.labels == ["Words"]
    dispatcher.next = OTHER
    await telegram.press(ann, said, "Words")
    assert said.message.file == painted(OTHER.picture)
    assert "Another" in said.text
    dispatcher.next = PICTURED
    await telegram.press(ann, said, "Words")
    assert said.message.file == PNG
    assert len(telegram.files) == 2


async def test_a_photo_makes_room_for_a_text(telegram, dispatcher, ann):
    said = await telegram.send(ann, "/green")
    dispatcher.next = WORDS
    turned = await telegram.press(ann, said, "Words")
    assert turned.text == "Words alone"
    assert turned.labels == ["Picture"]
    assert turned.deleted == [said.message]
    assert telegram.inbox(ann) == [turned.message]


async def test_a_photo_too_old_to_be_deleted_stays(telegram, dispatcher, ann):
    said = await telegram.send(ann, "/green")
    telegram.fail("deleteMessage", 400, "Bad Request: message can't be deleted for everyone")
    dispatcher.next = WORDS
    turned = await telegram.press(ann, said, "Words")
    assert turned.answered
    assert telegram.inbox(ann) == [said.message, turned.message]


async def test_a_long_answer_with_a_picture_takes_the_place_of_its_button(telegram, dispatcher, ann):
    dispatcher.next = WORDS
    said = await telegram.send(ann, "/green")
    dispatcher.next = WORDY
    shown = await telegram.press(ann, said, "Picture")
    await telegram.wait_for(lambda: len(shown.messages) == 2, "send the words, too")
    assert [bool(each.file) for each in shown.messages] == [True, False]
    assert telegram.inbox(ann) == shown.messages


async def test_a_message_that_cannot_be_changed_is_answered_anew(telegram, dispatcher, ann):
    said = await telegram.send(ann, "/green")
    telegram.fail("editMessageMedia", 400, "Bad Request: message can't be edited")
    dispatcher.next = OTHER
    shown = await telegram.press(ann, said, "Words")
    assert shown.messages[0].file == painted(OTHER.picture)


async def test_a_group_without_photos_gets_the_words(telegram, dispatcher, ann):
    group = telegram.add_group("The Foxes", [ann])
    telegram.fail("sendPhoto", 400, "Bad Request: not enough rights to send photos to the chat")
    said = await telegram.send(ann, "/green", chat=group)
    assert said.text.startswith("The Foxes in March")
    assert said.message.file is None
    assert said.labels == ["Words"]
    telegram.fail("editMessageMedia", 400, "Bad Request: not enough rights to send photos to the chat")
    dispatcher.next = OTHER
    changed = await telegram.press(ann, said, "Words")
    assert changed.edits == [said.message]
    assert said.text.startswith("Another")


async def test_a_painter_that_breaks_costs_no_words(telegram, ann, monkeypatch):
    monkeypatch.setattr("presentation.painting.painter.painted", lambda calendar: 1 / 0)
    said = await telegram.send(ann, "/green")
    assert said.message.file is None
    assert "Sat 13" in said.text
    assert said.labels == ["Words"]


async def test_a_file_comes_behind_the_words(telegram, dispatcher, ann):
    dispatcher.next = replace(WORDS, file=File("mydata.json", b"{}"))
    said = await telegram.send(ann, "/mydata")
    await telegram.wait_for(lambda: len(said.messages) == 2, "send the file, too")
    words, file = said.messages
    assert (words.text, words.labels) == ("Words alone", ["Picture"])
    assert (file.file, file.file_name) == (b"{}", "mydata.json")
    pressed = await telegram.press(ann, words, "Picture")
    await telegram.wait_for(lambda: pressed.messages and pressed.messages[-1].file, "send the file, too")
    assert pressed.messages[-1].file == b"{}"
    telegram.fail("sendDocument", 400, "Bad Request: file must be non-empty")
    again = await telegram.send(ann, "/mydata")
    assert [each.text for each in again.messages] == ["Words alone"]


async def test_what_nobody_asked_for_may_have_a_picture(telegram, server, ann, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the library warns of itself
    private = PrivateChat(AccountRef(Platform.TELEGRAM, str(ann.id)))
    assert isinstance(await server.messenger.send(private, PICTURED, nonce="1"), Sent)
    assert telegram.inbox(ann)[0].file == PNG
    await telegram.send(ann, "/green")
    assert len(telegram.files) == 1
    telegram.fail("sendPhoto", 429, "Too Many Requests: retry after 7", retry_after=7)
    assert await server.messenger.send(private, PICTURED, nonce="2") == Later(7.0)
    telegram.fail("sendPhoto", 400, "Bad Request: PHOTO_INVALID_DIMENSIONS", times=2)
    assert isinstance(await server.messenger.send(private, PICTURED, nonce="3"), Sent)
    assert telegram.inbox(ann)[-1].text.startswith("The Foxes in March")
