"""Requests that change a message.

Telegram turns a text into a photo, and never a photo into a text: then the new message is sent and the old
one taken away.
"""

import logging

from telegram import Bot, InputMediaPhoto, MaybeInaccessibleMessage, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bots.telegram.delivery import NO_PREVIEW, PICTURE, Asking, chat_of, patiently, send, send_file
from bots.telegram.photos import Photos
from bots.telegram.render import HtmlMessage

log = logging.getLogger(__name__)


async def replace(
    bot: Bot, message: MaybeInaccessibleMessage, drawn: HtmlMessage, photos: Photos, *, topic: Message | None
) -> None:
    """Put a reply where a message is: by changing it, or where that can't be by a new one into `topic`."""
    chat, number = message.chat.id, message.message_id
    turned = isinstance(message, Message) and bool(message.photo) and drawn.picture is None
    if not (turned or _in_two(drawn)) and await edit(bot, chat, number, drawn, photos):
        await send_file(bot, chat_of(chat, topic), drawn, patiently)
        return
    await send(bot, chat, drawn, photos, answering=topic)
    if turned or _in_two(drawn):
        try:
            await patiently(lambda: bot.delete_message(chat, number))
        except TelegramError as error:
            log.info("a message stays above its successor: %s", error)  # mostly: it is older than two days


async def edit(bot: Bot, chat: int, message: int, drawn: HtmlMessage, photos: Photos) -> bool:
    """Put something else into a message; False: that message can't be changed any more, or not to this."""
    try:
        await _changed(bot, chat, message, drawn, photos, patiently)
    except BadRequest as error:
        return _unmodified(error)
    return True


async def put_into(
    bot: Bot, chat: int, message: int, drawn: HtmlMessage, photos: Photos, *, asking: Asking
) -> None:
    """Put something else into a message; under a photo that stays, as its caption. Raises TelegramError."""
    try:
        try:
            await _changed(bot, chat, message, drawn, photos, asking)
        except BadRequest as error:
            if _NO_TEXT not in str(error).casefold() or drawn.caption != drawn.text:
                raise
            await _captioned(bot, chat, message, drawn, asking)
    except BadRequest as error:
        if not _unmodified(error):
            raise


async def _changed(
    bot: Bot, chat: int, message: int, drawn: HtmlMessage, photos: Photos, asking: Asking
) -> None:
    """Change a text into another or into a photo, or a photo into another."""
    if (
        drawn.picture is not None
        and drawn.whole
        and await photos.used(
            drawn.picture,
            lambda photo: asking(
                lambda: bot.edit_message_media(
                    InputMediaPhoto(photo, drawn.caption, ParseMode.HTML, filename=PICTURE),
                    chat,
                    message,
                    reply_markup=drawn.keyboard,
                )
            ),
        )
    ):
        return
    await asking(
        lambda: bot.edit_message_text(
            drawn.text,
            chat,
            message,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=drawn.keyboard,
        )
    )


async def _captioned(bot: Bot, chat: int, message: int, drawn: HtmlMessage, asking: Asking) -> None:
    """Change the words under a photo."""
    await asking(
        lambda: bot.edit_message_caption(
            chat,
            message,
            caption=drawn.caption,
            parse_mode=ParseMode.HTML,
            reply_markup=drawn.keyboard,
        )
    )


def _unmodified(error: BadRequest) -> bool:
    return "not modified" in str(error).casefold()


def _in_two(drawn: HtmlMessage) -> bool:
    return drawn.picture is not None and not drawn.whole


def lost(error: TelegramError) -> bool:
    """Whether that message was deleted, or cannot be turned into what it should become."""
    return isinstance(error, BadRequest) and any(each in str(error).casefold() for each in _LOST)


_NO_TEXT = "no text in the message to edit"
_LOST = ("message to edit not found", "message can't be edited", "message_id_invalid", _NO_TEXT)
