"""Everybody's updates at once, and each person's one after the other."""

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 200
"""Turns under way; fewer than the connections that the library keeps for requests."""


class Queues(BaseUpdateProcessor):
    """A slow answer holds up nobody but the one it is for."""

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        """A lock for each person by id, kept as long as somebody holds it or waits for it."""
        self._under_way: set[asyncio.Task[Any]] = set()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the turn, then take it. Locks are fair, so the order stays."""
        turn = self._turns.setdefault(_whose(update), asyncio.Lock())
        task = asyncio.current_task()
        if task is not None:
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        try:
            async with turn:
                await coroutine
        finally:
            if isinstance(coroutine, Coroutine):
                coroutine.close()  # when given up before its turn came

    async def initialize(self) -> None:
        """Nothing is needed."""

    async def shutdown(self) -> None:
        """Give up what is still under way."""
        left = list(self._under_way)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


def _whose(update: object) -> int:
    if not isinstance(update, Update):
        return 0
    if update.effective_user is not None:
        return update.effective_user.id
    return update.effective_chat.id if update.effective_chat is not None else 0
