"""Requests that send something, repeated where Telegram or the network asks for it.

A reply with a picture is a photo with its words under it; where they are too many for that, the photo comes
first and the words, with the buttons, after it. A file comes behind as a message of its own.
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
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.warnings import PTBDeprecationWarning

from bots.telegram.photos import Photos
from bots.telegram.render import HtmlMessage

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


def closed(error: TelegramError) -> bool:
    """Whether the bot may not write into that group or topic, or the topic is gone."""
    return isinstance(error, BadRequest) and any(each in str(error).casefold() for each in _CLOSED)


_CLOSED = (
    *("message thread not found", "topic_closed", "topic_deleted"),
    *("not enough rights to send", "have no rights to send", "chat_write_forbidden"),
)


async def send(
    bot: Bot,
    chat: int,
    drawn: HtmlMessage,
    photos: Photos,
    *,
    answering: Message | None = None,
    topic: int | None = None,
    asks: ForceReply | None = None,
    asking: Asking = patiently,
) -> tuple[Message, ...]:
    """Send a reply into a chat or a topic of it; in a group in answer to another message.

    What was sent: first the message with the words and the buttons, then a photo and a file beside it.
    """
    place = chat_of(chat, answering) if topic is None else {"chat_id": chat, "message_thread_id": topic}
    keys = drawn.keyboard or asks
    photo = await _photo(bot, place, drawn, photos, keys, asking)
    sent = [photo] if isinstance(photo, Message) else []
    if not (photo and drawn.whole):
        words = await asking(
            lambda: bot.send_message(
                text=drawn.text,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=keys,
                **place,
            )
        )
        sent.insert(0, words)
    file = await send_file(bot, place, drawn, asking)
    return (*sent, file) if file else tuple(sent)


def chat_of(chat: int, answering: Message | None) -> dict[str, Any]:
    """The arguments that say where to send: in a group in answer to a message, in its topic."""
    if answering is None:
        return {"chat_id": chat}
    return {
        "chat_id": chat,
        "message_thread_id": answering.message_thread_id if answering.is_topic_message else None,
        "reply_parameters": ReplyParameters(answering.message_id, allow_sending_without_reply=True),
    }


async def _photo(
    bot: Bot, place: dict[str, Any], drawn: HtmlMessage, photos: Photos, keys: Any, asking: Asking
) -> Message | bool:
    """Send the reply's picture; if its words have room under it, with them and the keys. False: not sent."""
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


async def send_file(bot: Bot, place: dict[str, Any], drawn: HtmlMessage, asking: Asking) -> Message | None:
    """Send the reply's file; the words are there by now, and must not come again because of it."""
    if (file := drawn.file) is None:
        return None
    try:
        return await asking(lambda: bot.send_document(document=file.content, filename=file.name, **place))
    except TelegramError as error:
        log.error("a file could not be sent: %s", error)  # noqa: TRY400 - the library's trace says nothing
        return None
