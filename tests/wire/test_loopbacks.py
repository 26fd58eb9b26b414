"""The loopback servers carry the real libraries: tiny bots of discord.py and python-telegram-bot talk to them."""

import asyncio
import contextlib

import pytest
from telegram import BotCommand, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, RetryAfter
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, MessageHandler, filters


@contextlib.asynccontextmanager
async def telegram_bot(server):
    """A bot with /start, /band, a button and an echo."""

    async def start(update, context):
        await update.message.reply_text(f"Welcome, {' '.join(context.args)}", parse_mode="HTML")

    async def band(update, context):
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="b1-yes")]])
        await update.message.reply_text("<b>Tea &amp; Ghosts</b>?", parse_mode="HTML", reply_markup=keyboard)

    async def press(update, context):
        await update.callback_query.answer("Done")
        await update.callback_query.edit_message_text("It is done")

    async def other(update, context):
        await update.message.reply_text(update.message.text)

    app = (
        Application.builder()
        .token(server.token)
        .base_url(server.api_url + "/bot")
        .base_file_url(server.api_url + "/file/bot")
        .job_queue(None)
        .build()
    )
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CommandHandler("band", band))
    app.add_handler(CallbackQueryHandler(press))
    app.add_handler(MessageHandler(filters.TEXT & filters.UpdateType.MESSAGE, other))
    await app.initialize()
    await app.start()
    await app.updater.start_polling(poll_interval=0, timeout=5)
    try:
        await server.wait_ready()
        yield app
    finally:
        await app.updater.stop()
        await app.stop()
        await app.shutdown()


async def test_telegram_carries_commands_presses_and_edits(telegram):
    ann = telegram.add_user("Ann")
    async with telegram_bot(telegram):
        assert (await telegram.start(ann, "join_1")).text == "Welcome, join_1"
        asked = await telegram.send(ann, "/band")
        assert asked.text == "Tea & Ghosts?"
        assert asked.message.raw == "<b>Tea &amp; Ghosts</b>?"
        assert asked.labels == ["Yes"]
        pressed = await telegram.press(ann, asked, "Yes")
        assert pressed.answered
        assert pressed.toast == "Done"
        assert [message.text for message in pressed.edits] == ["It is done"]
        assert not pressed.alert
        assert asked.labels == []
        assert [message.text for message in telegram.inbox(ann)] == ["Welcome, join_1", "It is done"]


async def test_telegram_keeps_group_chatter_from_the_bot(telegram):
    ann, bob = telegram.add_user("Ann"), telegram.add_user("Bob")
    group = telegram.add_group("Tea & Ghosts", [ann, bob])
    async with telegram_bot(telegram) as app:
        assert not (await telegram.send(ann, "hello all", group)).delivered
        assert not (await telegram.send(ann, "/band@another_bot", group)).delivered
        asked = await telegram.send(bob, "/band@bandwidth_bot", group)
        assert asked.labels == ["Yes"]
        assert (await telegram.send(ann, "Tuesday", group, reply_to=asked.message)).text == "Tuesday"
        assert (await telegram.send(ann, "and @bandwidth_bot?", group)).text == "and @bandwidth_bot?"
        assert (await telegram.press(ann, asked, "Yes")).toast == "Done"
        assert telegram.inbox(ann) == []
        assert (await app.bot.get_chat(group.id)).title == "Tea & Ghosts"
        assert (await app.bot.get_chat_member(group.id, ann.id)).status == "creator"
        assert (await app.bot.get_chat_member(group.id, bob.id)).status == "member"
        telegram.remove_bot(group, ann)
        with pytest.raises(Forbidden, match="kicked"):
            await app.bot.send_message(group.id, "hello?")


async def test_telegram_lets_nobody_be_written_to_who_never_pressed_start(telegram):
    ann = telegram.add_user("Ann")
    async with telegram_bot(telegram) as app:
        with pytest.raises(Forbidden, match="can't initiate conversation"):
            await app.bot.send_message(ann.id, "hello")
        await telegram.start(ann)
        await app.bot.send_message(ann.id, "hello")
        telegram.block(ann)
        with pytest.raises(Forbidden, match="blocked"):
            await app.bot.send_message(ann.id, "hello")
        with pytest.raises(BadRequest, match="Chat not found"):
            await app.bot.send_message(1, "hello")


async def test_telegram_delivers_an_update_until_it_is_confirmed_and_again_when_told(telegram):
    ann = telegram.add_user("Ann", started=True)
    sending = asyncio.create_task(telegram.send(ann, "/band"))
    await asyncio.sleep(0)  # the update is there before the bot is
    async with telegram_bot(telegram):
        first = await sending
        assert len(first.messages) == 1
        again = await telegram.redeliver(first)
        assert len(again.messages) == 1
        assert len(telegram.inbox(ann)) == 2
        pressed = await telegram.press(ann, first, "Yes")
        assert (await telegram.redeliver(pressed)).toast == "Done"


async def test_telegram_takes_files_menus_reactions_and_passing_faults(telegram, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the library warns of itself
    ann = telegram.add_user("Ann", started=True)
    async with telegram_bot(telegram) as app:
        sent = await app.bot.send_document(
            ann.id, b"BEGIN:VCALENDAR", filename="gigs.ics", caption="Your gigs"
        )
        await app.bot.send_photo(ann.id, b"\x89PNG", caption="<i>map</i>", parse_mode="HTML")
        document, photo = telegram.inbox(ann)
        assert (document.file, document.file_name, document.text) == (
            b"BEGIN:VCALENDAR",
            "gigs.ics",
            "Your gigs",
        )
        assert (photo.file, photo.text) == (b"\x89PNG", "map")
        await app.bot.set_message_reaction(ann.id, sent.message_id, "👌")
        assert document.reactions == ["👌"]
        await app.bot.delete_message(ann.id, sent.message_id)
        assert telegram.inbox(ann) == [photo]
        await app.bot.send_venue(ann.id, 53.8, -1.55, "Brudenell", "Queens Road")
        await app.bot.send_message(ann.id, "When?", reply_markup=ForceReply())

        await app.bot.set_my_commands([BotCommand("band", "Your band")], language_code="de")
        assert [command.command for command in await app.bot.get_my_commands(language_code="de")] == ["band"]
        assert await app.bot.get_my_commands() == ()
        await app.bot.delete_my_commands(language_code="de")
        assert telegram.commands == {}
        assert await app.bot.set_my_description("x")
        assert await app.bot.send_chat_action(ann.id, "typing")

        telegram.fail("sendMessage", 429, "Too Many Requests: retry after 3", retry_after=3)
        with pytest.raises(RetryAfter):
            await app.bot.send_message(ann.id, "hello")
        await app.bot.send_message(ann.id, "hello")
        with pytest.raises(BadRequest, match="not modified"):
            await app.bot.edit_message_text("hello", ann.id, telegram.inbox(ann)[-1].id)


async def test_a_telegram_bot_that_does_not_answer_fails_the_test_and_says_how(telegram):
    ann = telegram.add_user("Ann", started=True)
    telegram.pulse.timeout = 0.2
    async with telegram_bot(telegram):
        telegram.fail("sendMessage", 400, "Bad Request")
        with pytest.raises(AssertionError, match="answer Ann's '/band'"):
            await telegram.send(ann, "/band")
        telegram.fail("sendMessage", 400, "Bad Request")
        assert not (await telegram.send(ann, "/band", answered=False)).anything
