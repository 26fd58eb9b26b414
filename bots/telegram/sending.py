"""Requests that send something, repeated where Telegram or the network asks for it."""

import warnings
from asyncio import sleep
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from telegram import Bot, ForceReply, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.warnings import PTBDeprecationWarning

from bots.telegram.render import Drawn

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
PATIENCE = 60.0
"""Seconds of flood waits that one request may cost; a group may have twenty messages a minute."""
AGAIN = 0.5

T = TypeVar("T")


async def patiently(request: Callable[[], Awaitable[T]]) -> T:
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
    bot: Bot, chat: int, drawn: Drawn, *, answering: Message | None = None, asks: ForceReply | None = None
) -> None:
    """Send one message into a chat; in a group in answer to another message."""
    thread = reply = None
    if answering is not None:
        thread = answering.message_thread_id if answering.is_topic_message else None
        reply = ReplyParameters(answering.message_id, allow_sending_without_reply=True)
    await patiently(
        lambda: bot.send_message(
            chat,
            drawn.text,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=drawn.keyboard or asks,
            reply_parameters=reply,
            message_thread_id=thread,
        )
    )


async def edit(bot: Bot, chat: int, message: int, drawn: Drawn) -> bool:
    """Put something else in place of a message; False: that message can't be changed any more."""
    try:
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
