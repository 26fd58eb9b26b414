"""The interactive console: a prompt with history and completion, for one person at a time."""

import asyncio
from contextlib import suppress
from typing import Protocol

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


class Companion(Protocol):
    """Leads somebody through a console: is given every line first, and may change who sits there."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its own commands, completed at the prompt."""
        ...

    @property
    def name(self) -> str:
        """The name of the person who sits at the terminal now."""
        ...

    async def greet(self) -> None:
        """Begin, before the first prompt."""
        ...

    async def typed(self, name: str, text: str) -> object:
        """A line that this person has typed. Raises NoSuchButton."""
        ...


class ConsoleSurface:
    """Implements bots.chat.surface.Surface for the terminal."""

    companion: Companion | None = None
    """None: every line goes to Bandwidth."""

    def __init__(self, dispatcher: Dispatcher, *, name: str, locale: str | None) -> None:
        self.messenger = ConsoleAdapter(dispatcher, self._show, locale)
        self._name = name
        self._screen = Console(highlight=False, soft_wrap=True)
        self._prompting: asyncio.Task[str] | None = None
        self._stopping = False

    async def serve(self) -> None:
        """Prompt until the person leaves, or the program stops."""
        own = self.companion.words if self.companion else ()
        words = [f"/{each.name}" for each in COMMANDS] + ["/quit", *own]
        session: PromptSession[str] = PromptSession(completer=WordCompleter(words, sentence=True))
        self.messenger.sit_down(self._sitting)
        with patch_stdout(raw=True):
            await (self.companion.greet() if self.companion else self._typed("/start"))
            while not self._stopping:
                self._prompting = asyncio.ensure_future(
                    session.prompt_async(f"{self._sitting}> ", handle_sigint=False)
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

    @property
    def _sitting(self) -> str:
        return self.companion.name if self.companion else self._name

    async def _typed(self, text: str) -> None:
        try:
            await (self.companion or self.messenger).typed(self._sitting, text)
        except NoSuchButton as error:
            there = " ".join(f"[{label}]" for label in error.there[:8]) or "none"
            self._screen.print(Text(f"There is no button [{error.label}] in sight. There: {there}"))

    async def _show(self, name: str, reply: Reply) -> None:
        del name
        for each in lines(reply):
            self._screen.print(each)
        self._screen.print()
