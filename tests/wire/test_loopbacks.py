"""The loopback servers carry the real libraries: tiny bots of discord.py and python-telegram-bot talk to them."""

import asyncio
import contextlib
import io

import discord
import pytest
from discord import app_commands
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


async def test_telegram_carries_commands_presses_and_edits(loopback_telegram):
    ann = loopback_telegram.add_user("Ann")
    async with telegram_bot(loopback_telegram):
        assert (await loopback_telegram.start(ann, "join_1")).text == "Welcome, join_1"
        asked = await loopback_telegram.send(ann, "/band")
        assert asked.text == "Tea & Ghosts?"
        assert asked.message.raw == "<b>Tea &amp; Ghosts</b>?"
        assert asked.labels == ["Yes"]
        pressed = await loopback_telegram.press(ann, asked, "Yes")
        assert pressed.answered
        assert pressed.toast == "Done"
        assert [message.text for message in pressed.edits] == ["It is done"]
        assert not pressed.alert
        assert asked.labels == []
        assert [message.text for message in loopback_telegram.inbox(ann)] == ["Welcome, join_1", "It is done"]


async def test_telegram_keeps_group_chatter_from_the_bot(loopback_telegram):
    ann, bob = loopback_telegram.add_user("Ann"), loopback_telegram.add_user("Bob")
    group = loopback_telegram.add_group("Tea & Ghosts", [ann, bob])
    async with telegram_bot(loopback_telegram) as app:
        assert not (await loopback_telegram.send(ann, "hello all", group)).delivered
        assert not (await loopback_telegram.send(ann, "/band@another_bot", group)).delivered
        asked = await loopback_telegram.send(bob, "/band@bandwidth_bot", group)
        assert asked.labels == ["Yes"]
        assert (await loopback_telegram.send(ann, "Tuesday", group, reply_to=asked.message)).text == "Tuesday"
        assert (await loopback_telegram.send(ann, "and @bandwidth_bot?", group)).text == "and @bandwidth_bot?"
        assert (await loopback_telegram.press(ann, asked, "Yes")).toast == "Done"
        assert loopback_telegram.inbox(ann) == []
        assert (await app.bot.get_chat(group.id)).title == "Tea & Ghosts"
        assert (await app.bot.get_chat_member(group.id, ann.id)).status == "creator"
        assert (await app.bot.get_chat_member(group.id, bob.id)).status == "member"
        loopback_telegram.remove_bot(group, ann)
        with pytest.raises(Forbidden, match="kicked"):
            await app.bot.send_message(group.id, "hello?")


async def test_telegram_lets_nobody_be_written_to_who_never_pressed_start(loopback_telegram):
    ann = loopback_telegram.add_user("Ann")
    async with telegram_bot(loopback_telegram) as app:
        with pytest.raises(Forbidden, match="can't initiate conversation"):
            await app.bot.send_message(ann.id, "hello")
        await loopback_telegram.start(ann)
        await app.bot.send_message(ann.id, "hello")
        loopback_telegram.block(ann)
        with pytest.raises(Forbidden, match="blocked"):
            await app.bot.send_message(ann.id, "hello")
        with pytest.raises(BadRequest, match="Chat not found"):
            await app.bot.send_message(1, "hello")


async def test_telegram_delivers_an_update_until_it_is_confirmed_and_again_when_told(loopback_telegram):
    ann = loopback_telegram.add_user("Ann", started=True)
    sending = asyncio.create_task(loopback_telegram.send(ann, "/band"))
    await asyncio.sleep(0)  # the update is there before the bot is
    async with telegram_bot(loopback_telegram):
        first = await sending
        assert len(first.messages) == 1
        again = await loopback_telegram.redeliver(first)
        assert len(again.messages) == 1
        assert len(loopback_telegram.inbox(ann)) == 2
        pressed = await loopback_telegram.press(ann, first, "Yes")
        assert (await loopback_telegram.redeliver(pressed)).toast == "Done"


async def test_telegram_takes_files_menus_reactions_and_passing_faults(loopback_telegram, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the library warns of itself
    ann = loopback_telegram.add_user("Ann", started=True)
    async with telegram_bot(loopback_telegram) as app:
        sent = await app.bot.send_document(
            ann.id, b"BEGIN:VCALENDAR", filename="gigs.ics", caption="Your gigs"
        )
        await app.bot.send_photo(ann.id, b"\x89PNG", caption="<i>map</i>", parse_mode="HTML")
        document, photo = loopback_telegram.inbox(ann)
        assert (document.file, document.file_name, document.text) == (
            b"BEGIN:VCALENDAR",
            "gigs.ics",
            "Your gigs",
        )
        assert (photo.file, photo.text) == (b"\x89PNG", "map")
        await app.bot.set_message_reaction(ann.id, sent.message_id, "👌")
        assert document.reactions == ["👌"]
        await app.bot.delete_message(ann.id, sent.message_id)
        assert loopback_telegram.inbox(ann) == [photo]
        await app.bot.send_venue(ann.id, 53.8, -1.55, "Brudenell", "Queens Road")
        await app.bot.send_message(ann.id, "When?", reply_markup=ForceReply())

        await app.bot.set_my_commands([BotCommand("band", "Your band")], language_code="de")
        assert [command.command for command in await app.bot.get_my_commands(language_code="de")] == ["band"]
        assert await app.bot.get_my_commands() == ()
        await app.bot.delete_my_commands(language_code="de")
        assert loopback_telegram.commands == {}
        assert await app.bot.set_my_description("x")
        assert await app.bot.send_chat_action(ann.id, "typing")

        loopback_telegram.fail("sendMessage", 429, "Too Many Requests: retry after 3", retry_after=3)
        with pytest.raises(RetryAfter):
            await app.bot.send_message(ann.id, "hello")
        await app.bot.send_message(ann.id, "hello")
        with pytest.raises(BadRequest, match="not modified"):
            await app.bot.edit_message_text("hello", ann.id, loopback_telegram.inbox(ann)[-1].id)


async def test_a_telegram_bot_that_does_not_answer_fails_the_test_and_says_how(loopback_telegram):
    ann = loopback_telegram.add_user("Ann", started=True)
    loopback_telegram.pulse.timeout = 0.2
    async with telegram_bot(loopback_telegram):
        loopback_telegram.fail("sendMessage", 400, "Bad Request")
        with pytest.raises(AssertionError, match="answer Ann's '/band'"):
            await loopback_telegram.send(ann, "/band")
        loopback_telegram.fail("sendMessage", 400, "Bad Request")
        assert not (await loopback_telegram.send(ann, "/band", answered=False)).anything


class BandForm(discord.ui.Modal, title="Your band"):
    name = discord.ui.TextInput(label="Name")
    genre = discord.ui.Label(
        text="Genre",
        component=discord.ui.Select(
            options=[
                discord.SelectOption(label="Folk", value="folk"),
                discord.SelectOption(label="Noise", value="noise"),
            ]
        ),
    )

    async def on_submit(self, interaction):
        await interaction.response.send_message(f"{self.name.value}, {self.genre.component.values}")


class Yes(discord.ui.DynamicItem[discord.ui.Button], template=r"b1-(?P<what>.*)"):
    def __init__(self, what):
        super().__init__(
            discord.ui.Button(label="Yes" if what == "yes" else what.title(), custom_id=f"b1-{what}")
        )
        self.what = what

    @classmethod
    async def from_custom_id(cls, interaction, item, match):
        return cls(match["what"])

    async def callback(self, interaction):
        match self.what:
            case "yes":
                await interaction.response.edit_message(content="It is done", view=None)
            case "form":
                await interaction.response.send_modal(BandForm())
            case "late":
                await interaction.response.defer()
                await interaction.edit_original_response(content="Later")
            case "gone":
                await interaction.response.defer()
                await interaction.delete_original_response()


def view(*buttons):
    made = discord.ui.View(timeout=None)
    for what in buttons:
        made.add_item(Yes(what))
    return made


def small_tree(client):
    tree = app_commands.CommandTree(client)
    band = app_commands.Group(name="band", description="Bands")

    @band.command(description="Make a band")
    @app_commands.describe(name="Its name")
    async def create(interaction, name: str, loud: bool = False, drummer: discord.User = None):
        embed = discord.Embed(title=name, description="a band").add_field(name="Drums", value=str(drummer))
        await interaction.response.send_message(
            f"{name}?", embed=embed, view=view("yes", "form", "late", "gone"), ephemeral=loud
        )

    @create.autocomplete("name")
    async def names(interaction, typed):
        return [app_commands.Choice(name=typed.title(), value=typed)]

    @tree.command(description="Think")
    async def think(interaction, where: discord.TextChannel = None):
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("Thought", file=discord.File(io.BytesIO(b"BEGIN"), "gigs.ics"))
        await interaction.followup.send(f"Aloud in {where}")
        await interaction.user.send("In private", nonce=7)

    @tree.command(description="Silent")
    async def silent(interaction):
        await interaction.response.defer()

    @tree.context_menu(name="Quote")
    async def quote(interaction, message: discord.Message):
        response = await interaction.response.send_message(
            f"> {message.content} by {message.author.display_name}"
        )
        assert response.resource.content.startswith("> ")

    tree.add_command(band)
    return tree


@contextlib.asynccontextmanager
async def discord_bot(server, **more):
    """A client with /band create, /think, a button, a form and a context menu."""
    client = discord.Client(intents=discord.Intents.default(), **more)
    client.tree = small_tree(client)
    client.add_dynamic_items(Yes)
    client.heard = []

    async def setup():
        await client.tree.sync()

    async def on_message(message):
        client.heard.append((message.author.display_name, message.content))

    client.setup_hook = setup
    client.event(on_message)
    running = asyncio.create_task(client.start(server.token))
    try:
        await server.wait_ready()
        yield client
    finally:
        await client.close()
        await running
        assert server.unknown == []


async def test_discord_carries_commands_options_and_autocomplete(loopback_discord):
    ann = loopback_discord.add_user("Ann", "de")
    bob = loopback_discord.add_user("Bob")
    guild = loopback_discord.add_guild("Leeds", ann, [bob], ["general", "gigs"])
    async with discord_bot(loopback_discord) as client:
        assert client.get_guild(guild.id).name == "Leeds"
        asked = await loopback_discord.slash(ann, guild, "/band create", name="Tea & Ghosts", drummer=bob)
        assert asked.text == "Tea & Ghosts?\nTea & Ghosts\na band\nDrums\nbob"
        assert asked.labels == ["Yes", "Form", "Late", "Gone"]
        assert asked.embeds[0]["title"] == "Tea & Ghosts"
        assert not asked.ephemeral
        assert not asked.deferred
        assert (await loopback_discord.slash(bob, "dm", "/band create", name="x", loud=True)).ephemeral
        assert await loopback_discord.autocomplete(ann, guild, "/band create", "name", "tea") == [
            {"name": "Tea", "value": "tea"}
        ]
        with pytest.raises(AssertionError, match="needs \\['name'\\]"):
            await loopback_discord.slash(ann, guild, "/band create")
        quoted = await loopback_discord.menu(bob, guild, "Quote", asked.message)
        assert quoted.text == "> Tea & Ghosts? by Bandwidth"
        assert [m.text.split("\n")[0] for m in loopback_discord.said(guild)] == ["Tea & Ghosts?", quoted.text]


async def test_discord_carries_presses_and_forms(loopback_discord):
    ann = loopback_discord.add_user("Ann")
    guild = loopback_discord.add_guild("Leeds", ann)
    async with discord_bot(loopback_discord):
        asked = await loopback_discord.slash(ann, guild, "/band create", name="Tea")
        form = await loopback_discord.press(ann, asked, "Form")
        assert form.modal["title"] == "Your band"
        sent = await loopback_discord.submit(ann, form, {"Name": "Ghosts", "Genre": ["noise"]})
        assert sent.text == "Ghosts, ['noise']"
        late = await loopback_discord.press(ann, asked, "Late")
        assert (late.deferred, late.text.split("\n")[0]) == (True, "Later")
        done = await loopback_discord.press(ann, asked, "Yes")
        assert [message.content for message in done.edits] == ["It is done"]
        assert asked.labels == []
        again = await loopback_discord.slash(ann, guild, "/band create", name="Tea")
        assert (await loopback_discord.press(ann, again, "Gone")).deleted == [again.message]


async def test_discord_gives_the_first_follow_up_the_place_of_the_deferral(loopback_discord):
    ann = loopback_discord.add_user("Ann")
    guild = loopback_discord.add_guild("Leeds", ann)
    async with discord_bot(loopback_discord) as client:
        thought = await loopback_discord.slash(ann, guild, "/think", where=guild.channels[0])
        assert thought.deferred
        assert [(m.text, m.ephemeral) for m in thought.messages] == [
            ("Thought", True),
            ("Aloud in general", False),
        ]
        assert thought.messages[0].files == {"gigs.ics": b"BEGIN"}
        assert [message.text for message in thought.also] == ["In private"]
        assert loopback_discord.dms(ann) == thought.also
        user = await client.fetch_user(ann.id)
        assert (await user.send("again", nonce=7)).content == "In private"
        sent = await user.send("more", nonce=8)
        await sent.edit(content="most")
        assert [message.text for message in loopback_discord.dms(ann)] == ["In private", "most"]
        await sent.delete()
        await client.get_channel(guild.channels[0].id).send(
            "to all", file=discord.File(io.BytesIO(b"x"), "x.txt")
        )
        assert loopback_discord.said(guild)[-1].files == {"x.txt": b"x"}
        loopback_discord.fail("POST /channels", 403, 50013, message="Missing Permissions")
        with pytest.raises(discord.Forbidden, match="50013"):
            await user.send("hello")


async def test_discord_refuses_messages_to_whom_the_bot_may_not_write(loopback_discord):
    ann, bob = loopback_discord.add_user("Ann", accepts_dms=False), loopback_discord.add_user("Bob")
    loopback_discord.add_guild("Leeds", ann)
    async with discord_bot(loopback_discord) as client:
        for user in (ann, bob):
            with pytest.raises(discord.Forbidden, match="50007"):
                await (await client.fetch_user(user.id)).send("hello")
        with pytest.raises(discord.NotFound):
            await client.fetch_user(1)


async def test_discord_tells_what_is_said_and_goes_on_after_a_lost_connection(loopback_discord):
    ann = loopback_discord.add_user("Ann")
    guild = loopback_discord.add_guild("Leeds", ann)
    async with discord_bot(loopback_discord) as client:
        await loopback_discord.say(ann, "dm", "hello")
        await loopback_discord.say(ann, guild, "not for the bot")
        await loopback_discord.gateway.drop()
        await loopback_discord.say(ann, "dm", "are you there?")
        await loopback_discord.wait_for(lambda: loopback_discord.gateway.resumes == 1, "resume")
        await loopback_discord.slash(ann, guild, "/band create", name="Tea")
        assert client.heard == [("Ann", "hello"), ("Ann", ""), ("Ann", "are you there?")]
        other = loopback_discord.add_guild("York", ann)
        assert (await loopback_discord.slash(ann, other, "/band create", name="Tea")).labels
        assert len(client.guilds) == 2
        loopback_discord.remove_bot(other)
        await loopback_discord.slash(ann, guild, "/band create", name="Tea")
        assert len(client.guilds) == 1


async def test_discord_keeps_the_registered_commands(loopback_discord):
    ann = loopback_discord.add_user("Ann")
    guild = loopback_discord.add_guild("Leeds", ann)
    async with discord_bot(loopback_discord) as client:
        before = {command.name: command.id for command in await client.tree.fetch_commands()}
        assert set(before) == {"band", "think", "silent", "Quote"}
        client.tree.remove_command("silent")
        after = {command.name: command.id for command in await client.tree.sync()}
        assert after == {name: number for name, number in before.items() if name != "silent"}
        command = await client.tree.fetch_command(after["think"])
        await command.edit(description="Think hard")
        assert loopback_discord.commands[0][command.id]["description"] == "Think hard"
        await command.delete()
        with pytest.raises(AssertionError, match="no command /think"):
            await loopback_discord.slash(ann, guild, "/think")


async def test_a_discord_bot_that_only_defers_fails_the_test_and_says_how(loopback_discord):
    ann = loopback_discord.add_user("Ann")
    guild = loopback_discord.add_guild("Leeds", ann)
    async with discord_bot(loopback_discord):
        loopback_discord.pulse.timeout = 0.2
        with pytest.raises(AssertionError, match="answer Ann's /silent"):
            await loopback_discord.slash(ann, guild, "/silent")
