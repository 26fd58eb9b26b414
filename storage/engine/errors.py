"""What can go wrong with the database, in one clear line each."""


class StorageError(Exception):
    """The database cannot do what was asked; `str()` is one line for an operator, without secrets."""


class BadDatabaseUrl(StorageError):
    """The address of the database cannot be used."""


class DatabaseForeign(BadDatabaseUrl):
    """The address leads to another program's data: this one must not touch them."""


class DatabaseUnreachable(StorageError):
    """The address is sound, and nothing answers there."""


class DatabaseUnwritable(StorageError):
    """The database cannot be written: it is read-only or damaged, or the disk is full."""


class DatabaseBusy(StorageError):
    """Other processes held the database for longer than a unit waits."""


class DatabaseTooNew(StorageError):
    """A newer release has migrated the database: this one must not touch it."""
