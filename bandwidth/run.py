"""`bandwidth run`: reads the settings, makes the database ready, and then imports the slow modules."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Callable

from bandwidth.logs import start_logging
from bandwidth.settings import OperatorSettings, mention_strangers, read

log = logging.getLogger(__name__)


def main(arguments: list[str]) -> int:
    """Run until SIGTERM, SIGINT, or until somebody quits the console."""
    parser = argparse.ArgumentParser(
        prog="bandwidth run",
        description="Run all that is set up: bots, console, web, jobs.",
    )
    parser.parse_args(arguments)
    settings = read()
    start_logging(settings.log_level, settings.secrets)
    mention_strangers(settings)
    with asyncio.Runner(loop_factory=_quick_loop()) as runner:
        runner.run(_run(settings, interactive=sys.stdin.isatty()))
    return 0


def _quick_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The factory of the event loop: uvloop's where it is installed; None: asyncio's own."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


async def _run(settings: OperatorSettings, *, interactive: bool) -> None:
    from bandwidth.database import make_ready

    made = await make_ready(settings)
    if made:
        log.info("migrated the database: %s", ", ".join(made))
    from bandwidth.process import run

    await run(settings, interactive=interactive)
