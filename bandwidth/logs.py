"""Logging to standard error: one line an event, traces for bugs, never a secret."""

import logging
import sys
from collections.abc import Sequence

_HIDDEN = "[hidden]"
_NOISY = (
    "httpx",
    "httpcore",
    "apscheduler",
    "aiosqlite",
    "discord.gateway",
    "discord.client",
    "alembic",
    "uvicorn.error",
    "fontTools",
)
"""Libraries whose INFO lines are of no use to an operator (httpx's would contain a token)."""


class Scrubbed(logging.Formatter):
    """Formats a record and hides every secret in the result, including the traces."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S%z")
        self._secrets = sorted(secrets, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """The line or lines of the record."""
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return text


def start_logging(level: str, secrets: Sequence[str]) -> None:
    """Send everything from `level` up to standard error, instead of any earlier set-up."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Scrubbed(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _NOISY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level]))
    logging.captureWarnings(capture=True)
