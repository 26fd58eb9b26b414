"""`bandwidth chat`: the console alone, or a transcript played on a throw-away database."""

import argparse
import asyncio
import getpass
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from bandwidth.logs import start_logging
from bandwidth.settings import OperatorSettings, mention_strangers, read


def main(arguments: list[str]) -> int:
    """Open the console, or play a script and print what everybody saw."""
    parser = argparse.ArgumentParser(prog="bandwidth chat", description="Talk to Bandwidth in the terminal.")
    parser.add_argument("--as", dest="name", metavar="NAME", help="who you are (else your login's name)")
    parser.add_argument(
        "--script",
        metavar="FILE",
        help="play a transcript and print what each person saw (-: standard input)",
    )
    given = parser.parse_args(arguments)
    settings = read()
    start_logging("WARNING", settings.secrets)
    mention_strangers(settings)
    if given.script is not None:
        text = sys.stdin.read() if given.script == "-" else Path(given.script).read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            own = f"sqlite:///{Path(folder) / 'script.db'}"
            asyncio.run(_played(text, replace(settings, database_url=own, secret_key=None)))
    else:
        asyncio.run(_talked(settings, given.name or login_name()))
    return 0


def login_name() -> str:
    """The login name of the person at the terminal."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "you"


def console_locale() -> str | None:
    """The locale of the terminal, as BCP 47; None when none is set."""
    value = os.environ.get("LC_ALL") or os.environ.get("LC_TIME") or os.environ.get("LANG") or ""
    name = value.partition(".")[0].replace("_", "-")
    return name if name not in ("", "C", "POSIX") else None


async def _talked(settings: OperatorSettings, name: str) -> None:
    from bandwidth.database import make_ready

    await make_ready(settings)
    from bandwidth.table import talk

    await talk(settings, name, console_locale())


async def _played(script: str, settings: OperatorSettings) -> None:
    from bandwidth.database import make_ready

    await make_ready(settings)
    from bandwidth.table import play

    await play(script, settings)
