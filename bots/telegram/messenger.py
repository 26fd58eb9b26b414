"""Messages that nobody asked for: written, edited, and what became of them."""

import logging

from telegram import Bot, Message
from telegram.error import BadRequest, ChatMigrated, RetryAfter, TelegramError

from bots.chat.reply import Reply
from bots.chat.turn import BotAddress
from bots.telegram.delivery import closed, once, send, shut, wait_of
from bots.telegram.edits import lost, put_into
from bots.telegram.photos import Photos
from bots.telegram.render import draw
from core.destinations import ChatThread, Destination, MessageGone, MessageRef, PrivateChat, SharedChat
from core.ids import Platform
from core.outbox import Later, Reach, Sent, Unreachable, Verdict
from presentation.tokens import Tokens

log = logging.getLogger(__name__)

_AGAIN_SECONDS = 30.0
_REFUSED_SECONDS = 600.0


class TelegramMessenger:
    """Implements bots.chat.postman.Messenger."""

    def __init__(self, tokens: Tokens, bot_address: BotAddress, photos: Photos) -> None:
        self._tokens = tokens
        self._photos = photos
        self._bot_address = bot_address
        self.bot: Bot | None = None
        """Set while the bot polls."""

    def reach(self) -> Reach | None:
        """All of Telegram, while the bot polls."""
        return Reach(Platform.TELEGRAM) if self.bot is not None else None

    async def send(self, to: Destination, reply: Reply, *, nonce: str) -> Verdict:
        """Write once. Telegram takes no nonce: a message whose receipt got lost is sent twice."""
        del nonce
        if self.bot is None:
            return Later(_AGAIN_SECONDS)
        chat, topic = _chat_of(to)
        try:
            written = await self._written(self.bot, chat, topic, reply)
        except TelegramError as error:
            return _verdict(error)
        return Sent(tuple(_ref(each) for each in written))

    async def edit(self, message: MessageRef, reply: Reply) -> Verdict | MessageGone:
        """Put the reply's words and buttons in place of the message's; a file of the reply is not sent.

        Telegram never turns a photo into a text: without a picture in the reply, the photo stays and its
        caption changes.
        """
        if self.bot is None:
            return Later(_AGAIN_SECONDS)
        drawn = draw(reply, self._tokens, self._bot_address)
        try:
            await put_into(
                self.bot, int(message.chat), int(message.message), drawn, self._photos, asking=once
            )
        except TelegramError as error:
            return MessageGone(str(error)) if lost(error) else _verdict(error)
        return Sent((message,))

    async def _written(self, bot: Bot, chat: int, topic: int | None, reply: Reply) -> tuple[Message, ...]:
        drawn = draw(reply, self._tokens, self._bot_address)
        try:
            return await send(bot, chat, drawn, self._photos, topic=topic, asking=once)
        except ChatMigrated as error:
            # The group has become a supergroup; its new id is in the answer.
            return await send(bot, error.new_chat_id, drawn, self._photos, topic=topic, asking=once)


def _chat_of(to: Destination) -> tuple[int, int | None]:
    """The id of the chat, and the topic's within it."""
    match to:
        case PrivateChat(account=account):
            return int(account.key), None
        case SharedChat(key=key):
            return int(key), None
        case ChatThread(chat=chat, key=topic):
            return int(chat.key), int(topic)


def _ref(message: Message) -> MessageRef:
    return MessageRef(Platform.TELEGRAM, str(message.chat.id), str(message.message_id))


def _verdict(error: TelegramError) -> Verdict:
    if isinstance(error, RetryAfter):
        return Later(wait_of(error))
    if shut(error) or closed(error):
        return Unreachable(str(error))
    if isinstance(error, BadRequest):
        log.error("Telegram does not take a message: %s", error)
        return Later(_REFUSED_SECONDS)
    return Later(_AGAIN_SECONDS)
