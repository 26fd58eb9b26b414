"""Plays a transcript: several people, a set clock, and everything each of them saw."""

import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from bots.chat.reply import Reply
from bots.console.adapter import NoSuchButton
from bots.console.render import plain_lines

_CLOCK = re.compile(r"@\s*(\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2})")
_SAID = re.compile(r"(?P<name>[^:@#/\[\]]{1,40}):\s+(?P<text>.+)")


class BadScript(Exception):
    """A line that is neither a clock, a person's words, a comment nor empty; `str()` names it."""


def up_to_its_clock(script: Sequence[str]) -> int:
    """How many lines there are up to the first clock, if nobody says anything before it; else 0."""
    for number, line in enumerate(script, 1):
        if _CLOCK.fullmatch(line.strip()):
            return number
        if _SAID.fullmatch(line.strip()):
            break
    return 0


@dataclass(slots=True)
class SetClock:
    """A clock that shows what the script says."""

    at: datetime = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)

    def now(self) -> datetime:
        """The instant that was set, in UTC."""
        return self.at


class LineTaker(Protocol):
    """Anything that is given what people type."""

    async def typed(self, name: str, text: str) -> object:
        """A line that this person has typed. Raises NoSuchButton."""
        ...


@dataclass(slots=True)
class TranscriptPlayer:
    """Plays a script line by line."""

    adapter: LineTaker
    clock: SetClock
    write: Callable[[str], None]
    deliver: Callable[[], Awaitable[int]]
    """Reads the calendars that are due, and delivers what waits in the outbox."""
    _letters: list[tuple[str, Reply]] | None = field(default=None, init=False)
    """The letters of the delivery under way."""

    async def play(self, script: Iterable[str], *, since: int = 1) -> None:
        """Play all of it. Raises BadScript at the first line that cannot be played.

        `since`: the number of its first line.
        """
        for number, line in enumerate(script, since):
            await self._line(number, line.strip())

    async def _line(self, number: int, line: str) -> None:
        if not line or line.startswith("#"):
            return
        if found := _CLOCK.fullmatch(line):
            try:
                self.clock.at = datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
            except ValueError as error:
                raise BadScript(f"line {number}: no such time: {line}") from error
            self.write(line)
            return
        said = _SAID.fullmatch(line)
        if said is None:
            raise BadScript(f"line {number}: neither '@ 2026-11-23 14:05' nor 'Name: words': {line}")
        self.write(f"\n{line}")
        try:
            await self.adapter.typed(said["name"].strip(), said["text"])
        except NoSuchButton as error:
            there = ", ".join(f"[{label}]" for label in error.there) or "none"
            raise BadScript(
                f"line {number}: no button [{error.label}] in sight of {said['name']} (there: {there})"
            ) from error
        while await self._delivered():
            pass

    async def _delivered(self) -> int:
        """Deliver once. Letters to several people leave at the same moment; they are printed by name."""
        self._letters = []
        count = await self.deliver()
        letters, self._letters = self._letters, None
        for name, reply in sorted(letters, key=lambda letter: letter[0]):
            await self.show(name, reply)
        return count

    async def show(self, name: str, reply: Reply) -> None:
        """Print what a person sees."""
        if self._letters is not None:
            self._letters.append((name, reply))
            return
        first, *others = plain_lines(reply)
        self.write(f"  {name} sees | {first}")
        for each in others:
            self.write(f"  {' ' * len(name)}      | {each}")
