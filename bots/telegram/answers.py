"""Where each answer goes: the group, the private chat, the message that the button sat on, or a toast."""

import dataclasses
import logging
from functools import partial

from telegram import Bot, CallbackQuery, ForceReply, MaybeInaccessibleMessage, Message
from telegram.constants import ChatType, ReactionEmoji
from telegram.error import ChatMigrated, TelegramError

from bots.chat.catalogue import PRESS_BY_VERB
from bots.chat.conversations import Question
from bots.chat.dispatch import Answer, Dispatcher
from bots.chat.reply import Audience, Placement, Reply, Tone
from bots.chat.results.conversation import InPrivate
from bots.chat.turn import Incoming, PressedButton
from bots.telegram.admins import managed
from bots.telegram.delivery import send, shut
from bots.telegram.edits import replace
from bots.telegram.incoming import AnonymousMessage, CallbackPress, PersonMessage, key_of
from bots.telegram.photos import Photos
from bots.telegram.render import HtmlMessage, door, draw, example_of, toast
from bots.telegram.spinner import Spinner
from presentation.tokens import BadToken
from presentation.words import translate

log = logging.getLogger(__name__)

PRIVATE = ChatType.PRIVATE
OPEN = "Open the chat"
SHUT = "My answer is for you alone, and our private chat is closed. Open it and ask me there."
WHISPERED = "I have answered you in our private chat."
MASKED = (
    "You write as a group or a channel, so I can't tell who you are. Write as yourself, or to me in private."
)


class Answers:
    """Asks the dispatcher, and sends each answer where it belongs."""

    def __init__(self, dispatcher: Dispatcher, bot: Bot, photos: Photos) -> None:
        self._dispatcher = dispatcher
        self._bot = bot
        self._photos = photos

    async def to_message(self, said: PersonMessage) -> None:
        """Answer what somebody wrote."""
        answer = await self._answer(said.incoming)
        if answer is None:
            return
        chat, drawn = said.message.chat.id, self._drawn(answer.reply)
        if said.incoming.chat.private:
            await send(self._bot, chat, drawn, self._photos)
        elif _for_all(answer):
            await self._in_group(said.message, drawn, _asks(answer.reply, drawn))
        elif await self._whispered(said.incoming, drawn):
            await self._nod(said.message)
        else:
            await self._in_group(said.message, self._shut(said.incoming))

    async def to_masked(self, masked: AnonymousMessage) -> None:
        """Say to a group or a channel that a person is needed."""
        drawn = HtmlMessage(translate(MASKED, "en"), door(self._dispatcher.bot_address, OPEN, ""))
        await self._in_group(masked.message, drawn)

    async def to_press(self, press: CallbackPress) -> None:
        """Answer a press, whatever comes of it."""
        async with Spinner(press.query) as spinner:
            incoming, message = press.incoming, press.query.message
            if incoming is None or message is None:
                return
            answer = await self._answer(incoming)
            if answer is None:
                return
            if answer.reply.placement is Placement.TOAST:
                alert = answer.reply.tone is Tone.REFUSAL
                if not spinner.stop(toast(answer.reply), alert=alert):
                    await self._whispered(incoming, self._drawn(answer.reply))
            elif self._stays(incoming, answer):
                spinner.stop()
                if answer.reply.placement is Placement.REPLACE:
                    await self._in_place(message, answer.reply)
                else:
                    await self._beside(message, answer.reply)
            else:
                await self._aside(press.query, incoming, answer, spinner)

    async def _answer(self, incoming: Incoming) -> Answer | None:
        asked = partial(managed, self._bot, incoming)
        return await self._dispatcher.answer(dataclasses.replace(incoming, ask_manages=asked))

    async def _aside(
        self, query: CallbackQuery, incoming: Incoming, answer: Answer, spinner: Spinner
    ) -> None:
        """A button in a group, and an answer for one person."""
        drawn = self._drawn(answer.reply)
        if isinstance(answer.result, InPrivate):
            if not spinner.stop(url=_address(drawn)) and isinstance(query.message, Message):
                await self._in_group(query.message, drawn)
        elif await self._whispered(incoming, drawn):
            spinner.stop(translate(WHISPERED, incoming.locale or "en"))
        else:
            spinner.stop(url=self._dispatcher.bot_address.telegram_link("hello"))

    def _stays(self, incoming: Incoming, answer: Answer) -> bool:
        """Whether the answer may stand where the button was: who saw the button may see what comes of it.

        A button that runs a command is like that command typed: its definition says who sees the answer.
        """
        if incoming.chat.private or answer.reply.audience is Audience.EVERYONE:
            return True
        # A question is put to the one who pressed; the card stays for the others.
        if answer.reply.stays or isinstance(answer.result, Question):
            return False
        token = incoming.said.token if isinstance(incoming.said, PressedButton) else ""
        try:
            return self._dispatcher.tokens.decode(token).verb in PRESS_BY_VERB
        except BadToken:
            return False

    async def _in_place(self, message: MaybeInaccessibleMessage, reply: Reply) -> None:
        topic = message if isinstance(message, Message) and message.is_topic_message else None
        await replace(self._bot, message, self._drawn(reply), self._photos, topic=topic)

    async def _beside(self, message: MaybeInaccessibleMessage, reply: Reply) -> None:
        """A new message under the one whose button was pressed."""
        answering = message if isinstance(message, Message) and message.chat.type != PRIVATE else None
        await send(self._bot, message.chat.id, self._drawn(reply), self._photos, answering=answering)

    async def _in_group(self, message: Message, drawn: HtmlMessage, asks: ForceReply | None = None) -> None:
        try:
            await send(self._bot, message.chat.id, drawn, self._photos, answering=message, asks=asks)
        except ChatMigrated as error:
            await self._dispatcher.rebind(key_of(message.chat.id), key_of(error.new_chat_id))
            await send(self._bot, error.new_chat_id, drawn, self._photos, asks=asks)

    async def _whispered(self, incoming: Incoming, drawn: HtmlMessage) -> bool:
        """Send to the private chat; False: it is not open."""
        try:
            await send(self._bot, int(incoming.account.key), drawn, self._photos)
        except TelegramError as error:
            if not shut(error):
                raise
            return False
        return True

    async def _nod(self, message: Message) -> None:
        try:
            await self._bot.set_message_reaction(
                message.chat.id, message.message_id, ReactionEmoji.OK_HAND_SIGN
            )
        except TelegramError as error:
            log.debug("no reaction here: %s", error)

    def _shut(self, incoming: Incoming) -> HtmlMessage:
        return HtmlMessage(
            translate(SHUT, incoming.locale or "en"), door(self._dispatcher.bot_address, OPEN, "")
        )

    def _drawn(self, reply: Reply) -> HtmlMessage:
        return draw(reply, self._dispatcher.tokens, self._dispatcher.bot_address)


def _for_all(answer: Answer) -> bool:
    """Whether a group sees the answer: a door to the private chat would be useless inside it."""
    return answer.reply.audience is Audience.EVERYONE or isinstance(answer.result, InPrivate)


def _asks(reply: Reply, drawn: HtmlMessage) -> ForceReply | None:
    """In a group the bot hears plain words only in reply to it; a message with buttons can't ask for one."""
    if not reply.awaits_text or drawn.keyboard is not None:
        return None
    return ForceReply(selective=True, input_field_placeholder=example_of(reply) or None)


def _address(drawn: HtmlMessage) -> str | None:
    keys = (key for row in drawn.keyboard.inline_keyboard for key in row) if drawn.keyboard else iter(())
    return next((key.url for key in keys if key.url), None)
