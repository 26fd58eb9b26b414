"""What can fail for a reason that the person who runs Bandwidth can mend."""

import sys


def expected(error: Exception) -> str | None:
    """One line about it, or None for a bug.

    The kinds are looked up among the modules that are loaded: what was never imported was not raised,
    and a short command stays free of heavy imports.
    """
    kinds = tuple(
        kind
        for module, name in _KINDS
        if (loaded := sys.modules.get(module)) and (kind := getattr(loaded, name, None))
    )
    if isinstance(error, kinds):
        return " ".join(str(error).split())
    if isinstance(error, _FILES):
        return f"{error.strerror}: {error.filename}"
    return None


_FILES = (
    FileExistsError,
    FileNotFoundError,
    IsADirectoryError,
    NotADirectoryError,
    PermissionError,
)
_KINDS = (
    ("bandwidth.settings", "BadSetting"),
    ("bandwidth.database", "NotMigrated"),
    ("storage.errors", "StorageError"),
    ("bots.chat.serving", "CannotServe"),
    ("bots.console.script", "BadScript"),
    ("web.server", "AddressTaken"),
)
