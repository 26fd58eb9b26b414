"""The clock on a pressed button, which turns until the press is answered."""

import asyncio
import logging
from types import TracebackType
from typing import Self

from telegram import CallbackQuery
from telegram.error import TelegramError

from bots.telegram.delivery import patiently

log = logging.getLogger(__name__)

PATIENCE = 1.5
"""Seconds until a press is answered even though the work is not done."""


class Spinner:
    """Answers a press once, with words, an address or nothing: at the latest when the block is left."""

    def __init__(self, query: CallbackQuery) -> None:
        self._query = query
        self._timer: asyncio.TimerHandle | None = None
        self._answering: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._timer = asyncio.get_running_loop().call_later(PATIENCE, self.stop)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        if self._answering is not None:
            await self._answering

    def stop(self, text: str | None = None, *, alert: bool = False, url: str | None = None) -> bool:
        """Answer the press; False: it was answered before, without this."""
        if self._answering is not None:
            return False
        if self._timer is not None:
            self._timer.cancel()
        self._answering = asyncio.create_task(self._answer(text, alert=alert, url=url))
        return True

    async def _answer(self, text: str | None, *, alert: bool, url: str | None) -> None:
        try:
            await patiently(lambda: self._query.answer(text, show_alert=alert or None, url=url))
        except TelegramError as error:
            log.info("a press could not be answered: %s", error)  # mostly: it is too old
