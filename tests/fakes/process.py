"""The program as a process of its own, as whoever hosts it runs it."""

import asyncio
import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]


def settings_for(environment: dict[str, str]) -> dict[str, str]:
    """The environment of a program with these settings, and none that the tests themselves run under."""
    base = {name: value for name, value in os.environ.items() if not name.startswith("BANDWIDTH_")}
    return {**base, "PYTHONPATH": str(ROOT), "BANDWIDTH_WEB_PORT": "0", **environment}


@dataclass
class Program:
    """`bandwidth run` (or another script of it) in a folder of its own."""

    folder: Path
    environment: dict[str, str]
    arguments: tuple[str, ...] = ("-m", "bandwidth", "run")
    process: asyncio.subprocess.Process | None = None
    errors: list[str] = field(default_factory=list)

    async def start(self, **more: str) -> "Program":
        """Start it; its standard error is kept line by line."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            *self.arguments,
            cwd=self.folder,
            env=settings_for({**self.environment, **more}),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        self._reading = asyncio.create_task(self._read())
        return self

    async def ended(self, within: float = 90) -> int:
        """Its exit status, once it has ended (negative: the signal that ended it)."""
        async with asyncio.timeout(within):
            status = await self.process.wait()
            await self._reading
        return status

    async def stop(self) -> int:
        """SIGTERM, and the exit status."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return await self.ended()
        except TimeoutError:
            self.process.kill()
            raise AssertionError("\n".join(self.errors)) from None

    async def _read(self) -> None:
        async for line in self.process.stderr:
            self.errors.append(line.decode().rstrip())
