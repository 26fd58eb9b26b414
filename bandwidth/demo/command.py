"""`bandwidth demo` on the command line: its arguments, its folder, and how it ends."""

import argparse
import asyncio
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from bandwidth.called import command
from bandwidth.chat import console_locale
from bandwidth.demo.town import LOCALE
from bandwidth.environment import PREFIX, BadSetting, written
from bandwidth.logs import start_logging
from bandwidth.settings import OperatorSettings

_DATABASE = "database_url"
FOLDER = "bandwidth-demo-"
"""How the name of its folder begins, among the temporary files."""


class NoTerminal(Exception):
    """The tour needs somebody who types; `str()` is one line that says what to do."""


def main(arguments: list[str]) -> int:
    """Make the town, lead somebody through it, and remove it."""
    parser = argparse.ArgumentParser(
        prog="bandwidth demo",
        description="Try Bandwidth in three minutes: a small town in a database of its own, "
        "which is removed at the end. Your own database and settings are not touched.",
    )
    parser.add_argument(
        "--script",
        metavar="FILE",
        help="play a transcript in the town and print what is seen (-: standard input)",
    )
    given = parser.parse_args(arguments)
    if given.script is None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal(
            f"This is no terminal to type in. To play a transcript: {command('demo')} --script FILE"
        )
    start_logging("WARNING", ())
    if given.script is not None:
        text = sys.stdin.read() if given.script == "-" else Path(given.script).read_text("utf-8")
        with _ending_in_order(), _own_database() as settings:
            asyncio.run(_played(text, settings))
        return 0
    if _database_named():
        print(f"{PREFIX}{_DATABASE.upper()} is ignored: the town has a database of its own.")
    with _ending_in_order(), _own_database() as settings:
        asyncio.run(_talked(settings))
    print("The town is gone, and so is all that was in it.")
    return 0


def _database_named() -> bool:
    """Whether the environment or `.env` names a database, which the demo leaves alone."""
    try:
        return _DATABASE in written({_DATABASE}).given
    except BadSetting:
        return False


@contextmanager
def _own_database() -> Iterator[OperatorSettings]:
    """The settings of a database in a folder of its own, which is removed at the end."""
    with tempfile.TemporaryDirectory(prefix=FOLDER, ignore_cleanup_errors=True) as folder:
        yield OperatorSettings(database_url=f"sqlite:///{Path(folder) / 'town.db'}")


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let SIGTERM and a closed terminal end the program as Ctrl-C does, so that its folder is removed."""
    told = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {each: signal.signal(each, _interrupted) for each in told}
    before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupted(number: int, frame: FrameType | None) -> None:
    del number, frame
    signal.raise_signal(signal.SIGINT)


async def _talked(settings: OperatorSettings) -> None:
    print("Making a small town, which takes a few seconds: ", end="", flush=True)
    from bandwidth.demo.session import talk

    await talk(settings, console_locale() or LOCALE, _made)


async def _played(script: str, settings: OperatorSettings) -> None:
    from bandwidth.demo.session import play

    await play(script, settings)


def _made(name: str | None) -> None:
    print("and you.\n" if name is None else name, end="\n" if name is None else ", ", flush=True)
