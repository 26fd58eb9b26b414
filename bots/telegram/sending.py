"""Requests that send something, repeated where Telegram or the network asks for it.

A reply with a picture is a photo with its words under it; where they are too many for that, the photo comes
first and the words, with the buttons, after it. Telegram turns a text into a photo, and never a photo into a
text: then the new message is sent and the old one taken away. A file comes behind as a message of its own.
"""

import logging
import warnings
from asyncio import sleep
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Protocol, TypeVar

from telegram import (
    Bot,
    ForceReply,
    InputMediaPhoto,
    LinkPreviewOptions,
    MaybeInaccessibleMessage,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.warnings import PTBDeprecationWarning

from bots.telegram.photos import Photos
from bots.telegram.render import Drawn

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
PATIENCE = 60.0
"""Seconds of flood waits that one request may cost; a group may have twenty messages a minute."""
AGAIN = 0.5

PICTURE = "calendar.png"

T = TypeVar("T")


class Asking(Protocol):
    """How a request is made: once, or patiently."""

    async def __call__(self, request: Callable[[], Awaitable[T]], /) -> T:
        """The outcome of the request."""
        ...


async def once(request: Callable[[], Awaitable[T]], /) -> T:
    """The outcome of a request that is made a single time."""
    return await request()


async def patiently(request: Callable[[], Awaitable[T]], /) -> T:
    """The outcome of a request, after the waits that Telegram asks for; tried again if the network fails.

    A try that has failed may have been heard all the same. Then somebody reads an answer twice, which is
    better than never.
    """
    left, tries = PATIENCE, 2
    while True:
        try:
            return await request()
        except RetryAfter as error:
            seconds = wait_of(error)
            left -= seconds
            if left < 0:
                raise
            await sleep(seconds)
        except BadRequest:
            raise  # to python-telegram-bot a kind of NetworkError
        except NetworkError:
            tries -= 1
            if not tries:
                raise
            await sleep(AGAIN)


def wait_of(error: RetryAfter) -> float:
    """The seconds that Telegram asks to wait."""
    with warnings.catch_warnings():
        # The library warns that this will be a timedelta one day; both are understood here.
        warnings.simplefilter("ignore", PTBDeprecationWarning)
        wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def shut(error: TelegramError) -> bool:
    """Whether that chat cannot be written to: never opened, blocked, or gone."""
    said = str(error).casefold()
    return isinstance(error, Forbidden) or (
        isinstance(error, BadRequest) and any(each in said for each in _GONE)
    )


_GONE = ("chat not found", "user not found", "user is deactivated", "peer_id_invalid")


async def send(
    bot: Bot,
    chat: int,
    drawn: Drawn,
    photos: Photos,
    *,
    answering: Message | None = None,
    asks: ForceReply | None = None,
    asking: Asking = patiently,
) -> None:
    """Send a reply into a chat; in a group in answer to another message."""
    place = _place(chat, answering)
    keys = drawn.keyboard or asks
    if not (await _photo(bot, place, drawn, photos, keys, asking) and drawn.whole):
        await asking(
            lambda: bot.send_message(
                text=drawn.text,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=keys,
                **place,
            )
        )
    await _file(bot, place, drawn, asking)


async def replace(
    bot: Bot, message: MaybeInaccessibleMessage, drawn: Drawn, photos: Photos, *, topic: Message | None
) -> None:
    """Put a reply where a message is: by changing it, or where that can't be by a new one into `topic`."""
    chat, number = message.chat.id, message.message_id
    turned = isinstance(message, Message) and bool(message.photo) and drawn.picture is None
    if not (turned or _in_two(drawn)) and await edit(bot, chat, number, drawn, photos):
        await _file(bot, _place(chat, topic), drawn, patiently)
        return
    await send(bot, chat, drawn, photos, answering=topic)
    if turned or _in_two(drawn):
        try:
            await patiently(lambda: bot.delete_message(chat, number))
        except TelegramError as error:
            log.info("a message stays above its successor: %s", error)  # mostly: it is older than two days


async def edit(bot: Bot, chat: int, message: int, drawn: Drawn, photos: Photos) -> bool:
    """Put something else into a message; False: that message can't be changed any more, or not to this."""
    try:
        if drawn.picture is not None and await photos.used(
            drawn.picture,
            lambda photo: patiently(
                lambda: bot.edit_message_media(
                    InputMediaPhoto(photo, drawn.caption, ParseMode.HTML, filename=PICTURE),
                    chat,
                    message,
                    reply_markup=drawn.keyboard,
                )
            ),
        ):
            return True
        await patiently(
            lambda: bot.edit_message_text(
                drawn.text,
                chat,
                message,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=drawn.keyboard,
            )
        )
    except BadRequest as error:
        return "not modified" in str(error).casefold()
    return True


def _place(chat: int, answering: Message | None) -> dict[str, Any]:
    if answering is None:
        return {"chat_id": chat}
    return {
        "chat_id": chat,
        "message_thread_id": answering.message_thread_id if answering.is_topic_message else None,
        "reply_parameters": ReplyParameters(answering.message_id, allow_sending_without_reply=True),
    }


def _in_two(drawn: Drawn) -> bool:
    return drawn.picture is not None and not drawn.whole


async def _photo(
    bot: Bot, place: dict[str, Any], drawn: Drawn, photos: Photos, keys: Any, asking: Asking
) -> bool:
    """Whether the reply's picture was sent; if its words have room under it, with them and the keys."""
    if drawn.picture is None:
        return False
    return await photos.used(
        drawn.picture,
        lambda photo: asking(
            lambda: bot.send_photo(
                photo=photo,
                caption=drawn.caption,
                parse_mode=ParseMode.HTML,
                filename=PICTURE,
                reply_markup=keys if drawn.whole else None,
                **place,
            )
        ),
    )


async def _file(bot: Bot, place: dict[str, Any], drawn: Drawn, asking: Asking) -> None:
    """Send the reply's file; the words are there by now, and must not come again because of it."""
    if (file := drawn.file) is None:
        return
    try:
        await asking(lambda: bot.send_document(document=file.content, filename=file.name, **place))
    except TelegramError as error:
        log.error("a file could not be sent: %s", error)  # noqa: TRY400 - the library's trace says nothing
