"""The admins of a Telegram group, asked of Telegram when it matters."""

import logging

from telegram import Bot
from telegram.error import TelegramError

from bots.chat.turn import Incoming
from core.bands import BindingKind

log = logging.getLogger(__name__)


async def managed(bot: Bot, incoming: Incoming) -> frozenset[BindingKind]:
    """The group, if the sender is one of its admins. Where Telegram does not tell, nobody is."""
    chat = incoming.chat.key.partition(":")[2]
    try:
        admins = await bot.get_chat_administrators(int(chat))
    except TelegramError as error:
        log.warning("Telegram does not say who the admins of a group are: %s", error)
        return frozenset()
    return frozenset(
        {BindingKind.GROUP} if incoming.account.key in {str(one.user.id) for one in admins} else ()
    )
