"""A terminal with Bandwidth in it, and somebody who types."""

import asyncio
import os
import pty
import re
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.fakes.process import settings_for

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]|\r")


@dataclass
class Terminal:
    """A program under a pseudo-terminal; `typed` gives back what it printed until it fell silent."""

    folder: Path
    environment: dict[str, str]
    arguments: tuple[str, ...] = ("-m", "bandwidth", "run")
    heard: bytes = b""
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def start(self) -> "Terminal":
        """Start it with a terminal as its standard input, output and error."""
        ours, theirs = pty.openpty()
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            *self.arguments,
            cwd=self.folder,
            env=settings_for({"TERM": "dumb", "COLUMNS": "200", **self.environment}),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self._ours = ours
        asyncio.get_running_loop().add_reader(ours, self._hear)
        return self

    @property
    def text(self) -> str:
        """All that was printed, without the terminal's own signs."""
        return _ESCAPES.sub("", self.heard.decode("utf-8", "replace"))

    async def until(self, words: str, within: float = 15) -> str:
        """Wait until these words have been printed; what was printed so far."""
        try:
            async with asyncio.timeout(within):
                while words not in self.text:
                    self.changed.clear()
                    await self.changed.wait()
        except TimeoutError:
            raise AssertionError(f"{words!r} never came:\n{self.text}") from None
        return self.text

    async def typed(self, line: str, until: str) -> str:
        """Type a line, wait for the words that its answer must have, and give the answer."""
        self.heard = b""
        os.write(self._ours, f"{line}\r".encode())
        return await self.until(until)

    async def stop(self) -> int:
        """SIGTERM; the exit status."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(60):
            status = await self.process.wait()
        asyncio.get_running_loop().remove_reader(self._ours)
        os.close(self._ours)
        return status

    def _hear(self) -> None:
        try:
            heard = os.read(self._ours, 65536)
        except OSError:
            heard = b""
        if not heard:
            asyncio.get_running_loop().remove_reader(self._ours)
        self.heard += heard
        self.changed.set()
