"""Reads a calendar in a separate process, which can be slow, greedy or killed without harming anybody else.

That process is `python -m jobs.calendar_process START END SECONDS`: it gets bytes on its standard input and
writes JSON to its standard output. It gets no settings and no secrets.
"""

import asyncio
import json
import logging
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

import core
from core.scheduling.calendars.outcome import BusyTimes, FeedTrouble, ReadCalendar, Unreadable
from core.scheduling.recurrence.spans import Span

logger = logging.getLogger(__name__)

SERIES_SECONDS = 2.0
"""Processor time that one event with all its repetitions may take before it is skipped."""

CALENDAR_SECONDS = 30
"""Processor time that a whole calendar may take before it is given up."""

WAIT_SECONDS = 120.0
"""How long to wait for the process on a busy machine."""

MEMORY_BYTES = 1 << 30
_NICENESS = 10
_KEPT = ("PATH", "SYSTEMROOT", "TZDIR", "PYTHONTZPATH", "LD_LIBRARY_PATH")


class CalendarProcess:
    """Implements jobs.ports.CalendarReader."""

    def __init__(
        self, *, calendar_seconds: int = CALENDAR_SECONDS, wait_seconds: float = WAIT_SECONDS
    ) -> None:
        self._calendar_seconds = calendar_seconds
        self._wait_seconds = wait_seconds
        self._turn = asyncio.Semaphore(1)

    async def read(self, data: bytes, horizon: Span) -> ReadCalendar | Unreadable:
        """The owner's busy times between two instants (POSIX seconds)."""
        async with self._turn:
            output = await self._run(data, horizon)
        if output is None:
            return Unreadable(FeedTrouble.TOO_MUCH)
        return _result(json.loads(output))

    async def _run(self, data: bytes, horizon: Span) -> bytes | None:
        root = Path(core.__file__).parents[1]
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            __name__,
            *map(str, (*horizon, self._calendar_seconds)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            cwd=root,
            env={"PYTHONPATH": str(root), **{key: os.environ[key] for key in _KEPT if key in os.environ}},
            start_new_session=True,  # so that Ctrl-C in the terminal does not reach it
        )
        try:
            async with asyncio.timeout(self._wait_seconds):
                output, _ = await process.communicate(data)
        except TimeoutError:
            return None
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        if process.returncode != 0:
            logger.warning("A calendar of %d bytes ended its process: %d", len(data), process.returncode)
            return None
        return output


def main(arguments: list[str]) -> int:
    """Read one calendar, inside the limits of this process."""
    from core.scheduling.calendars.reader import read

    start, end, seconds = map(int, arguments)
    _limit(seconds)
    result = read(sys.stdin.buffer.read(), (start, end), guard=cut_short)
    sys.stdout.write(json.dumps(_as_json(result)))
    return 0


class _CutShort(BaseException):
    """Not an Exception, because the libraries inside catch those."""


class SeriesTooLong(Exception):
    """One event with its repetitions took more than SERIES_SECONDS."""


@contextmanager
def cut_short() -> Iterator[None]:
    """Raises SeriesTooLong out of a block that takes too long. Only in the main thread; not on Windows."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGPROF, _raise)
    signal.setitimer(signal.ITIMER_PROF, SERIES_SECONDS)
    try:
        yield
    except _CutShort as error:
        raise SeriesTooLong from error
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _raise(_number: int, _frame: FrameType | None) -> None:
    raise _CutShort


def _limit(seconds: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        os.nice(_NICENESS)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _as_json(result: ReadCalendar | Unreadable) -> dict[str, Any]:
    if isinstance(result, Unreadable):
        return {"why": result.why.value}
    return {"busy": result.busy.as_json(), "events": result.events, "skipped": result.skipped}


def _result(found: dict[str, Any]) -> ReadCalendar | Unreadable:
    if "why" in found:
        return Unreadable(FeedTrouble(found["why"]))
    busy = found["busy"]
    exact, wall = (tuple((start, end) for start, end in busy[kind]) for kind in ("exact", "wall"))
    return ReadCalendar(BusyTimes(exact, wall, busy["until"]), found["events"], found["skipped"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
