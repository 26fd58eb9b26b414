"""The errors of the database, each with one clear line for the operator."""


class StorageError(Exception):
    """The database cannot do what was asked; `str()` is one line for an operator, without secrets."""


class BadDatabaseUrl(StorageError):
    """The address of the database cannot be used."""


class DatabaseForeign(BadDatabaseUrl):
    """The database belongs to another program, and must not be changed."""


class DatabaseUnreachable(StorageError):
    """The address is valid, but nothing answers there."""


class DatabaseUnwritable(StorageError):
    """The database cannot be written: it is read-only or damaged, or the disk is full."""


class DatabaseBusy(StorageError):
    """Other processes kept the database locked for longer than a unit waits."""


class DatabaseTooNew(StorageError):
    """A newer release has migrated the database, and this one must not change it."""
