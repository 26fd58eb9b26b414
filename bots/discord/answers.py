"""Answers on Discord: in time, once, in place or as a new message, and never a private one in public."""

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from typing import Any

import aiohttp
import discord

from bots.chat.catalogue import BY_NAME
from bots.chat.dispatch import Answer, Answering, Dispatcher
from bots.chat.reply import Audience, Placement, Reply
from bots.chat.suggestions import PREVIEW_LIMIT, suggest
from bots.chat.turn import Filled, Incoming, PressedButton
from bots.discord.forms import form, opens_form, words_of
from bots.discord.incoming import (
    Interaction,
    account_of,
    chat_of,
    command_of,
    from_interaction,
    from_message,
    said_of,
    values_of,
)
from bots.discord.markup import cut
from bots.discord.render import EmbedMessage, Painter
from presentation.painting.painter import painting
from presentation.words import translate

log = logging.getLogger(__name__)

PATIENCE = 1.5
"""Seconds that a turn may take before the interaction is acknowledged; Discord gives three."""
_TOO_LATE = {10008, 10015, 10062, 40060, 50027}
"""Unknown message, webhook, interaction; answered already; its fifteen minutes are over."""
_CHOICES, _CHOICE = 25, 100
_NOD = "👌"
_CLOSED = "That is between you and me, and your direct messages are closed to me. Use a slash command here."


class Attendant:
    """Answers one Discord client's interactions and direct messages."""

    def __init__(self, dispatcher: Dispatcher, painter: Painter) -> None:
        self._dispatcher = dispatcher
        self._painter = painter

    async def command(self, interaction: Interaction) -> None:
        """A slash command was sent."""
        await self._answer(
            interaction, from_interaction(interaction, said_of(interaction.data, interaction.user))
        )

    async def pressed(self, interaction: Interaction, token: str) -> None:
        """A button was pressed: one for words opens its form at once, as only a first response may."""
        if not opens_form(token, self._dispatcher.tokens):
            await self._answer(interaction, from_interaction(interaction, PressedButton(token)))
            return
        with _delivering():
            await interaction.response.send_modal(form(token, interaction.message))

    async def filled(self, interaction: Interaction) -> None:
        """A form was sent off."""
        data: Any = interaction.data
        said = Filled(data["custom_id"], words_of(data["components"]))
        await self._answer(interaction, from_interaction(interaction, said))

    async def suggested(self, interaction: Interaction) -> None:
        """Somebody is typing into an option."""
        choices: list[discord.app_commands.Choice[str]] = []
        try:
            choices = await self._choices(interaction)
        except Exception:
            log.exception("no suggestions for an option")
        with _delivering():
            await interaction.response.autocomplete(choices)

    async def message(self, message: discord.Message) -> None:
        """Words came in the direct messages, or with a mention of the bot in a channel."""
        incoming = from_message(message, self._painter.bot or 0)
        answer, picture = await _with_picture(self._dispatcher.begin(incoming))
        if answer is None:
            return
        drawn = self._painter.draw(answer.reply, picture)
        nonce = f"m{message.id}"
        with _delivering():
            if message.guild is None:
                await message.channel.send(**drawn.new, nonce=nonce)
            elif answer.reply.audience is Audience.EVERYONE:
                await self._openly(message, drawn, nonce)
            else:
                await self._privately(message, drawn, nonce)

    async def _openly(self, message: discord.Message, drawn: EmbedMessage, nonce: str) -> None:
        """An answer for all; a channel in which the bot may not attach files gets the words."""
        try:
            await message.reply(**drawn.new, nonce=nonce, mention_author=False)
        except discord.Forbidden:
            if not drawn.uploads:
                raise
            await message.reply(**drawn.bare.new, nonce=nonce, mention_author=False)

    async def _privately(self, message: discord.Message, drawn: EmbedMessage, nonce: str) -> None:
        """A personal answer to words in a channel goes to the direct messages, and a nod to the channel."""
        try:
            await message.author.send(**drawn.new, nonce=nonce)
        except discord.Forbidden:
            await message.reply(translate(_CLOSED, "en-GB"), mention_author=False)
            return
        with contextlib.suppress(discord.Forbidden):
            await message.add_reaction(_NOD)

    async def _choices(self, interaction: Interaction) -> list[discord.app_commands.Choice[str]]:
        command, options = command_of(interaction.data)
        asked = next((each for each in options if each.get("focused")), None)
        if asked is None or command not in BY_NAME:
            return []
        found = await suggest(
            self._dispatcher,
            account=account_of(interaction.user),
            locale=str(interaction.locale),
            chat=chat_of(interaction),
            command=command,
            argument=asked["name"],
            typed=str(asked["value"]),
            band=values_of(options).get("band", ""),
        )
        return [
            discord.app_commands.Choice(name=cut(each.label, _CHOICE), value=each.value)
            for each in found[:_CHOICES]
            if each.label and 0 < len(each.value) <= PREVIEW_LIMIT
        ]

    async def _answer(self, interaction: Interaction, incoming: Incoming) -> None:
        delivery = _Delivery(interaction)
        answering = self._dispatcher.begin(incoming)
        patience = _Patience(delivery, answering)
        try:
            answer, picture = await _with_picture(answering)
        finally:
            await patience.over()
        if answer is None:
            return
        drawn = self._painter.draw(answer.reply, picture)
        with _delivering():
            try:
                await delivery.send(answer, drawn)
            except discord.HTTPException as error:
                if not drawn.uploads or error.code in _TOO_LATE:
                    raise
                log.warning("files are refused, the words go alone: %s %s", error.code, error.text)
                await delivery.send(answer, drawn.bare)


async def _with_picture(answering: Answering) -> tuple[Answer | None, bytes | None]:
    """The answer and its picture: drawing takes its time too, and must not miss the deadline."""
    answer = await answering.answer()
    return answer, await painting(answer.reply.picture) if answer else None


class _Patience:
    """Acknowledges an interaction whose answer takes its time."""

    def __init__(self, delivery: "_Delivery", answering: Answering) -> None:
        self._delivery = delivery
        self._answering = answering
        self._deferring: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(PATIENCE, self._ended)

    async def over(self) -> None:
        """The answer is there. An acknowledgement that has begun is finished first."""
        self._timer.cancel()
        if self._deferring is not None:
            await self._deferring

    def _ended(self) -> None:
        self._deferring = asyncio.create_task(self._defer())

    async def _defer(self) -> None:
        with _delivering():
            await self._delivery.defer(private=self._answering.private)


class _Delivery:
    """One answer on its way: at once, or after it was deferred."""

    def __init__(self, interaction: Interaction) -> None:
        self._interaction = interaction
        self._source = interaction.message
        self._in_server = interaction.guild_id is not None
        self._thinking: bool | None = None
        """Whether only the asker sees "thinking…". None: nobody does."""

    async def defer(self, *, private: bool) -> None:
        """Acknowledge. A press shows nothing of it; a command shows "thinking…", privately or to all."""
        if self._source is None:
            self._thinking = private and self._in_server
            await self._interaction.response.defer(ephemeral=self._thinking, thinking=True)
        else:
            await self._interaction.response.defer()

    async def send(self, answer: Answer, drawn: EmbedMessage) -> None:
        """Show it where it belongs."""
        whispered = self._whispered(answer.reply)
        response = self._interaction.response
        if not response.is_done():
            if self._replaces(answer.reply):
                await response.edit_message(**drawn.instead)
            else:
                await response.send_message(**drawn.new, ephemeral=whispered)
        elif self._replaces(answer.reply) or self._thinking is whispered:
            await self._interaction.edit_original_response(**drawn.instead)
        elif self._thinking is None:
            await self._interaction.followup.send(**drawn.new, ephemeral=whispered)
        else:
            await self._move(drawn, whispered=whispered)

    async def _move(self, drawn: EmbedMessage, *, whispered: bool) -> None:
        """Answer people other than those who see "thinking…".

        A first follow-up would take its place and its visibility, so that place is filled before.
        """
        await self._interaction.edit_original_response(content="…")
        await self._interaction.followup.send(**drawn.new, ephemeral=whispered)
        await self._interaction.delete_original_response()

    def _replaces(self, reply: Reply) -> bool:
        """Whether it goes where the button was: not if others see that, and should not see this."""
        if reply.placement is not Placement.REPLACE or self._source is None:
            return False
        return not self._whispered(reply) or self._source.flags.ephemeral

    def _whispered(self, reply: Reply) -> bool:
        private = reply.audience is Audience.ASKER and self._in_server
        return private or reply.placement is Placement.TOAST


@contextlib.contextmanager
def _delivering() -> Iterator[None]:
    """Log an answer that does not arrive: there is no other way to tell anybody."""
    try:
        yield
    except discord.HTTPException as error:
        if error.code in _TOO_LATE:
            log.warning("an answer came too late: %s %s", error.code, error.text)
        else:
            log.exception("Discord refuses an answer")
    except (aiohttp.ClientError, OSError) as error:
        log.warning("an answer did not reach Discord: %s", type(error).__name__)
