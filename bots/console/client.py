"""The interactive console: a prompt with history and completion, for one person."""

import asyncio
from contextlib import suppress

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.patch_stdout import patch_stdout
from rich.console import Console
from rich.text import Text

from bots.chat.catalogue import COMMANDS
from bots.chat.dispatch import Dispatcher
from bots.chat.reply import Reply
from bots.console.adapter import ConsoleAdapter, NoSuchButton
from bots.console.render import lines

_LEAVE = frozenset({"/quit", "/exit", "quit", "exit"})


class ConsoleSurface:
    """Implements bots.chat.surface.Surface for the terminal."""

    def __init__(self, dispatcher: Dispatcher, *, name: str, locale: str | None) -> None:
        self.messenger = ConsoleAdapter(dispatcher, self._show, locale)
        self._name = name
        self._screen = Console(highlight=False, soft_wrap=True)
        self._prompting: asyncio.Task[str] | None = None
        self._stopping = False

    async def serve(self) -> None:
        """Prompt until the person leaves, or the program stops."""
        words = [f"/{each.name}" for each in COMMANDS] + ["/quit"]
        session: PromptSession[str] = PromptSession(completer=WordCompleter(words, sentence=True))
        self.messenger.sit_down(self._name)
        with patch_stdout(raw=True):
            await self._typed("/start")
            while not self._stopping:
                self._prompting = asyncio.ensure_future(
                    session.prompt_async(f"{self._name}> ", handle_sigint=False)
                )
                try:
                    text = await self._prompting
                except (EOFError, KeyboardInterrupt, asyncio.CancelledError):
                    return
                if text.strip().lower() in _LEAVE:
                    return
                if text.strip():
                    await self._typed(text)

    async def ready(self) -> None:
        """The console is there at once."""

    async def stop(self) -> None:
        """Take the prompt away."""
        self._stopping = True
        if self._prompting is not None:
            self._prompting.cancel()
            with suppress(asyncio.CancelledError, EOFError):
                await self._prompting

    async def _typed(self, text: str) -> None:
        try:
            await self.messenger.typed(self._name, text)
        except NoSuchButton as error:
            there = " ".join(f"[{label}]" for label in error.there[:8]) or "none"
            self._screen.print(Text(f"There is no button [{error.label}] in sight. There: {there}"))

    async def _show(self, name: str, reply: Reply) -> None:
        del name
        for each in lines(reply):
            self._screen.print(each)
        self._screen.print()
