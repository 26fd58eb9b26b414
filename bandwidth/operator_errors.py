"""Errors that the operator can fix, in one line each instead of a trace."""

import sys
from collections.abc import Iterable


def expected(error: Exception) -> str | None:
    """One line about the error, or None for a bug.

    The kinds are looked up in the modules that are loaded: an error of a module that was never imported
    cannot have been raised, and a short command stays free of heavy imports.
    """
    if isinstance(error, _loaded(_ADDRESSES)):
        return f"BANDWIDTH_DATABASE_URL: {' '.join(str(error).split())}"
    if isinstance(error, _loaded(_KINDS)):
        return " ".join(str(error).split())
    if isinstance(error, _FILES):
        return f"{error.strerror}: {error.filename}"
    return None


def status(error: Exception) -> int:
    """The program's exit status after the error: 2 for a wrong setting, 1 for the rest."""
    return 2 if isinstance(error, _loaded(_WRONG_SETTINGS)) else 1


def _loaded(kinds: Iterable[tuple[str, str]]) -> tuple[type[Exception], ...]:
    return tuple(
        kind
        for module, name in kinds
        if (loaded := sys.modules.get(module)) and (kind := getattr(loaded, name, None))
    )


_FILES = (
    FileExistsError,
    FileNotFoundError,
    IsADirectoryError,
    NotADirectoryError,
    PermissionError,
)
_ADDRESSES = (("storage.engine.errors", "BadDatabaseUrl"),)
_WRONG_SETTINGS = (("bandwidth.environment", "BadSetting"), *_ADDRESSES)
_KINDS = (
    ("bandwidth.environment", "BadSetting"),
    ("bandwidth.database", "NotMigrated"),
    ("storage.engine.errors", "StorageError"),
    ("bots.chat.surface", "CannotServe"),
    ("bots.console.script", "BadScript"),
    ("bandwidth.demo.command", "NoTerminal"),
    ("bandwidth.surfaces", "NothingLeft"),
)
